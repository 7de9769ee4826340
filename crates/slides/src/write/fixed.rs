//! The parts that are alike in every presentation: its theme, its master and layouts, its notes.

use super::document::MASTER;
use super::drawing::{SPACES, root};
use super::xml::Xml;
use crate::color::Rgb;
use crate::presentation::Presentation;
use crate::shape::Emu;

/// What the names of a scheme's colours stand for on slides.
const COLORS: [(&str, &str); 12] = [
    ("bg1", "lt1"),
    ("tx1", "dk1"),
    ("bg2", "lt2"),
    ("tx2", "dk2"),
    ("accent1", "accent1"),
    ("accent2", "accent2"),
    ("accent3", "accent3"),
    ("accent4", "accent4"),
    ("accent5", "accent5"),
    ("accent6", "accent6"),
    ("hlink", "hlink"),
    ("folHlink", "folHlink"),
];
/// A page of notes, upright, with the slide above the words.
const NOTES_PICTURE: [&str; 4] = ["685800", "1143000", "5486400", "3086100"];
const NOTES_WORDS: [&str; 4] = ["685800", "4400550", "5486400", "3600450"];

/// Colours, faces and what a shape looks like where nothing is said of it (ISO/IEC 29500-1, 20.1.6).
pub fn theme(document: &Presentation) -> String {
    let mut xml = Xml::part();
    let scheme = &document.scheme;
    let [main, ..] = SPACES;
    xml.open("a:theme", &[main, ("name", "Touchline")]);
    xml.open("a:themeElements", &[]);
    xml.open("a:clrScheme", &[("name", "Touchline")]);
    let [one, two, three, four, five, six] = scheme.accents;
    let colors: [(&str, Rgb); 12] = [
        ("a:dk1", scheme.text),
        ("a:lt1", scheme.ground),
        ("a:dk2", scheme.text_two),
        ("a:lt2", scheme.ground_two),
        ("a:accent1", one),
        ("a:accent2", two),
        ("a:accent3", three),
        ("a:accent4", four),
        ("a:accent5", five),
        ("a:accent6", six),
        ("a:hlink", scheme.link),
        ("a:folHlink", scheme.visited_link),
    ];
    for (name, color) in colors {
        xml.open(name, &[]);
        xml.empty("a:srgbClr", &[("val", &color.digits())]);
        xml.close(name);
    }
    xml.close("a:clrScheme");
    xml.open("a:fontScheme", &[("name", "Touchline")]);
    for name in ["a:majorFont", "a:minorFont"] {
        xml.open(name, &[]);
        // A variable face without serifs, for a machine that has another one of these.
        xml.empty("a:latin", &[("typeface", &document.face), ("pitchFamily", "34")]);
        xml.empty("a:ea", &[("typeface", "")]);
        xml.empty("a:cs", &[("typeface", "")]);
        xml.close(name);
    }
    xml.close("a:fontScheme");
    xml.open("a:fmtScheme", &[("name", "Touchline")]);
    let own = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    xml.raw(&format!("<a:fillStyleLst>{}</a:fillStyleLst>", own.repeat(3)));
    let lines: String = ["6350", "12700", "19050"].map(|width| format!("<a:ln w=\"{width}\">{own}</a:ln>")).concat();
    xml.raw(&format!("<a:lnStyleLst>{lines}</a:lnStyleLst>"));
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    xml.raw(&format!("<a:effectStyleLst>{}</a:effectStyleLst>", effect.repeat(3)));
    xml.raw(&format!("<a:bgFillStyleLst>{}</a:bgFillStyleLst>", own.repeat(3)));
    xml.close("a:fmtScheme");
    xml.close("a:themeElements");
    xml.close("a:theme");
    xml.finish()
}

/// The master, with the names of its layouts.
pub fn master(size: (Emu, Emu), layouts: &[String]) -> String {
    let mut xml = Xml::part();
    xml.open("p:sldMaster", &SPACES);
    xml.open("p:cSld", &[]);
    ground(&mut xml);
    xml.open("p:spTree", &[]);
    root(&mut xml);
    title(&mut xml, size);
    xml.close("p:spTree");
    xml.close("p:cSld");
    xml.empty("p:clrMap", &COLORS);
    xml.open("p:sldLayoutIdLst", &[]);
    for (number, layout) in (MASTER + 1..).zip(layouts) {
        xml.empty("p:sldLayoutId", &[("id", &number.to_string()), ("r:id", layout)]);
    }
    xml.close("p:sldLayoutIdLst");
    xml.open("p:txStyles", &[]);
    for (name, face, size) in
        [("p:titleStyle", "+mj", "2400"), ("p:bodyStyle", "+mn", "1400"), ("p:otherStyle", "+mn", "1400")]
    {
        xml.raw(&format!(
            "<{name}><a:lvl1pPr algn=\"l\"><a:buNone/><a:defRPr sz=\"{size}\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"{face}-lt\"/><a:ea typeface=\"{face}-ea\"/><a:cs typeface=\"{face}-cs\"/></a:defRPr></a:lvl1pPr></{name}>"
        ));
    }
    xml.close("p:txStyles");
    xml.close("p:sldMaster");
    xml.finish()
}

/// A slide with a title.
pub fn titled(size: (Emu, Emu)) -> String {
    layout("titleOnly", "Title", |xml| title(xml, size))
}

/// A slide without one.
pub fn blank() -> String {
    layout("blank", "Blank", |_| {})
}

fn layout(kind: &str, name: &str, shapes: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::part();
    let [a, r, p] = SPACES;
    xml.open("p:sldLayout", &[a, r, p, ("type", kind), ("preserve", "1")]);
    xml.open("p:cSld", &[("name", name)]);
    xml.open("p:spTree", &[]);
    root(&mut xml);
    shapes(&mut xml);
    xml.close("p:spTree");
    xml.close("p:cSld");
    xml.raw("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    xml.close("p:sldLayout");
    xml.finish()
}

fn ground(xml: &mut Xml) {
    xml.raw("<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>");
}

/// The place of a title: a twentieth of the slide from its edges.
fn title(xml: &mut Xml, (width, height): (Emu, Emu)) {
    let place = [width / 20, height / 12, width - width / 10, height / 9].map(|side| side.to_string());
    let [x, y, width, height] = &place;
    placeholder(xml, "2", "Title", "<p:ph type=\"title\"/>", [x, y, width, height], "");
}

fn placeholder(xml: &mut Xml, id: &str, name: &str, kind: &str, [x, y, width, height]: [&str; 4], words: &str) {
    xml.raw(&format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>{kind}</p:nvPr>\
         </p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
    ));
    if words.is_empty() {
        xml.raw("<a:p/>")
    } else {
        xml.raw(words)
    }
    xml.raw("</p:txBody></p:sp>");
}

/// The picture of the slide on a page of notes.
fn pictured(xml: &mut Xml) {
    let [x, y, width, height] = NOTES_PICTURE;
    xml.raw(&format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>\
         </p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/>\
         <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"
    ));
}

pub fn notes_master() -> String {
    let mut xml = Xml::part();
    xml.open("p:notesMaster", &SPACES);
    xml.open("p:cSld", &[]);
    ground(&mut xml);
    xml.open("p:spTree", &[]);
    root(&mut xml);
    pictured(&mut xml);
    placeholder(&mut xml, "3", "Notes", "<p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/>", NOTES_WORDS, "");
    xml.close("p:spTree");
    xml.close("p:cSld");
    xml.empty("p:clrMap", &COLORS);
    xml.close("p:notesMaster");
    xml.finish()
}

/// What is said to a slide, a paragraph a line.
pub fn notes(words: &str, language: &str) -> String {
    let mut xml = Xml::part();
    xml.open("p:notes", &SPACES);
    xml.open("p:cSld", &[]);
    xml.open("p:spTree", &[]);
    root(&mut xml);
    pictured(&mut xml);
    let mut said = Xml::inside();
    for line in words.lines() {
        said.open("a:p", &[]);
        if !line.trim().is_empty() {
            said.open("a:r", &[]);
            let lang = [("lang", language)];
            said.empty("a:rPr", if language.is_empty() { &[] } else { &lang });
            said.said("a:t", &[], line);
            said.close("a:r");
        }
        said.close("a:p");
    }
    let said = said.finish();
    placeholder(&mut xml, "3", "Notes", "<p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/>", NOTES_WORDS, &said);
    xml.close("p:spTree");
    xml.close("p:cSld");
    xml.raw("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    xml.close("p:notes");
    xml.finish()
}

/// How the program shows the document, which is left to it: the parts without which it mends the file.
pub fn properties() -> [(&'static str, &'static str, String); 3] {
    let [a, r, p] = SPACES;
    let part = |name: &str, attributes: &[(&str, &str)]| {
        let mut xml = Xml::part();
        xml.empty(name, attributes);
        xml.finish()
    };
    // The style that a table has where none is said.
    let style = ("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}");
    [
        ("presProps.xml", "presProps", part("p:presentationPr", &[a, r, p])),
        ("viewProps.xml", "viewProps", part("p:viewPr", &[a, r, p])),
        ("tableStyles.xml", "tableStyles", part("a:tblStyleLst", &[a, style])),
    ]
}
