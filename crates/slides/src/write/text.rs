//! The words of a shape (ISO/IEC 29500-1, 21.1.2).

use super::ink::color;
use super::xml::Xml;
use crate::color::Scheme;
use crate::shape::{Align, Anchor, Paragraph, Run, Text};

/// The smallest and the largest letter, in hundredths of a point (ISO/IEC 29500-1, 20.1.10.72).
const SIZES: std::ops::RangeInclusive<u32> = 100..=400_000;
/// The furthest lines, in hundredths of a point (ISO/IEC 29500-1, 20.1.10.76).
const LEADING_MOST: u32 = 158_400;

/// The words of a shape; `language` is theirs, and `face` the family by its place in the theme.
pub fn body(xml: &mut Xml, text: &Text, scheme: &Scheme, language: &str, face: &str) {
    let [left, top, right, bottom] = text.insets.map(|inset| inset.clamp(0, i64::from(i32::MAX)).to_string());
    let anchor = match text.anchor {
        Anchor::Top => "t",
        Anchor::Middle => "ctr",
        Anchor::Bottom => "b",
    };
    xml.open("p:txBody", &[]);
    let wrap = if text.wraps { "square" } else { "none" };
    let attributes = [
        ("wrap", wrap),
        ("lIns", &left),
        ("tIns", &top),
        ("rIns", &right),
        ("bIns", &bottom),
        ("rtlCol", "0"),
        ("anchor", anchor),
    ];
    xml.open("a:bodyPr", &attributes);
    // A title that is longer in another face, or is written anew, gets smaller letters rather than lying on what is below it.
    xml.empty(if text.shrinks { "a:normAutofit" } else { "a:noAutofit" }, &[]);
    xml.close("a:bodyPr");
    xml.empty("a:lstStyle", &[]);
    for words in &text.paragraphs {
        paragraph(xml, words, scheme, language, face);
    }
    if text.paragraphs.is_empty() {
        xml.empty("a:p", &[]);
    }
    xml.close("p:txBody");
}

fn paragraph(xml: &mut Xml, words: &Paragraph, scheme: &Scheme, language: &str, face: &str) {
    let align = match words.align {
        Align::Left => "l",
        Align::Center => "ctr",
        Align::Right => "r",
    };
    let right_to_left = if words.right_to_left { "1" } else { "0" };
    xml.open("a:p", &[]);
    xml.open("a:pPr", &[("marL", "0"), ("indent", "0"), ("algn", align), ("rtl", right_to_left)]);
    let points = |xml: &mut Xml, name: &str, hundredths: u32| {
        xml.open(name, &[]);
        xml.empty("a:spcPts", &[("val", &hundredths.min(LEADING_MOST).to_string())]);
        xml.close(name);
    };
    if words.leading > 0 {
        points(xml, "a:lnSpc", words.leading);
    }
    points(xml, "a:spcBef", words.before);
    xml.empty("a:buNone", &[]);
    xml.close("a:pPr");
    for words in &words.runs {
        for (nth, line) in words.text.split('\n').enumerate() {
            if nth > 0 {
                xml.open("a:br", &[]);
                look(xml, words, scheme, language, face);
                xml.close("a:br");
            }
            if !line.is_empty() {
                xml.open("a:r", &[]);
                look(xml, words, scheme, language, face);
                xml.said("a:t", &[], line);
                xml.close("a:r");
            }
        }
    }
    xml.close("a:p");
}

fn look(xml: &mut Xml, run: &Run, scheme: &Scheme, language: &str, face: &str) {
    let size = run.size.clamp(*SIZES.start(), *SIZES.end()).to_string();
    let flag = |on: bool| if on { "1" } else { "0" };
    let mut attributes = Vec::new();
    if !language.is_empty() {
        attributes.push(("lang", language));
    }
    attributes.extend([("sz", size.as_str()), ("b", flag(run.bold)), ("i", flag(run.italic))]);
    xml.open("a:rPr", &attributes);
    xml.open("a:solidFill", &[]);
    color(xml, scheme, run.ink);
    xml.close("a:solidFill");
    xml.empty("a:latin", &[("typeface", &format!("{face}-lt"))]);
    xml.empty("a:ea", &[("typeface", &format!("{face}-ea"))]);
    xml.empty("a:cs", &[("typeface", &format!("{face}-cs"))]);
    xml.close("a:rPr");
}
