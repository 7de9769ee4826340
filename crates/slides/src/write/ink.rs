//! Fills, lines and colours (ISO/IEC 29500-1, 20.1.8 and 20.1.2.3).

use super::xml::Xml;
use crate::color::{Ink, Scheme, Told};
use crate::shape::{Dash, Emu, Fill, Line};

/// The widest line (ISO/IEC 29500-1, 20.1.10.35).
const WIDEST: Emu = 20_116_800;

/// A fill; what is not filled says so, since a shape without a word on it takes the theme's.
pub fn fill(xml: &mut Xml, scheme: &Scheme, filled: &Fill) {
    match filled {
        Fill::None => xml.empty("a:noFill", &[]),
        Fill::Flat(ink) => {
            xml.open("a:solidFill", &[]);
            color(xml, scheme, *ink);
            xml.close("a:solidFill");
        }
        Fill::Gradient { stops, down } => {
            xml.open("a:gradFill", &[("rotWithShape", "1")]);
            xml.open("a:gsLst", &[]);
            for (at, ink) in stops {
                xml.open("a:gs", &[("pos", &share(*at))]);
                color(xml, scheme, *ink);
                xml.close("a:gs");
            }
            xml.close("a:gsLst");
            xml.empty("a:lin", &[("ang", if *down { "5400000" } else { "0" }), ("scaled", "0")]);
            xml.close("a:gradFill");
        }
        Fill::Hatch { line, ground } => {
            xml.open("a:pattFill", &[("prst", "wdUpDiag")]);
            for (name, ink) in [("a:fgClr", line), ("a:bgClr", ground)] {
                xml.open(name, &[]);
                color(xml, scheme, *ink);
                xml.close(name);
            }
            xml.close("a:pattFill");
        }
    }
}

/// A line; one that is not drawn says so.
pub fn line(xml: &mut Xml, scheme: &Scheme, drawn: Option<&Line>) {
    let Some(drawn) = drawn else {
        xml.open("a:ln", &[]);
        xml.empty("a:noFill", &[]);
        return xml.close("a:ln");
    };
    xml.open("a:ln", &[("w", &drawn.width.clamp(0, WIDEST).to_string()), ("cap", "rnd")]);
    fill(xml, scheme, &drawn.fill);
    if let Some(dash) = drawn.dash {
        let dash = match dash {
            Dash::Dots => "sysDot",
            Dash::Short => "sysDash",
            Dash::Long => "dash",
        };
        xml.empty("a:prstDash", &[("val", dash)]);
    }
    xml.empty("a:round", &[]);
    if drawn.ends {
        xml.empty("a:headEnd", &[("type", "oval"), ("w", "sm"), ("len", "sm")]);
        xml.empty("a:tailEnd", &[("type", "triangle"), ("w", "med"), ("len", "med")]);
    }
    xml.close("a:ln");
}

/// A colour, by the scheme where it is of it.
pub fn color(xml: &mut Xml, scheme: &Scheme, ink: Ink) {
    let (name, value, told) = match scheme.told(ink.color) {
        Told::Own(own) => ("a:srgbClr", own.digits(), None),
        Told::Slot { slot, turned, saturation, lightness } => {
            ("a:schemeClr", slot.0.to_owned(), Some((turned, saturation, lightness)))
        }
    };
    let mut changes: Vec<(&str, String)> = Vec::new();
    if let Some((turned, saturation, (factor, more))) = told {
        let degrees = (turned * 60_000.0).round() as i64;
        let part = |of_one: f32| ((of_one * 100_000.0).round() as i64).to_string();
        if degrees != 0 {
            changes.push(("a:hueOff", degrees.to_string()));
        }
        if saturation != 1.0 {
            changes.push(("a:satMod", part(saturation)));
        }
        if factor != 1.0 {
            changes.push(("a:lumMod", part(factor)));
        }
        if more != 0.0 {
            changes.push(("a:lumOff", part(more)));
        }
    }
    if ink.opacity < 1.0 {
        changes.push(("a:alpha", share(ink.opacity)));
    }
    if changes.is_empty() {
        return xml.empty(name, &[("val", &value)]);
    }
    xml.open(name, &[("val", &value)]);
    for (change, value) in changes {
        xml.empty(change, &[("val", &value)]);
    }
    xml.close(name);
}

/// 0 … 1 in thousandths of a per cent.
pub fn share(of_one: f32) -> String {
    ((of_one.clamp(0.0, 1.0) * 100_000.0).round() as i64).to_string()
}
