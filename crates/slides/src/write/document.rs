//! The parts about the whole document (ISO/IEC 29500-1, 19.2 and 15.2.12).

use super::drawing::SPACES;
use super::xml::Xml;
use crate::presentation::Presentation;
use crate::shape::Emu;

/// The number of the first slide; lower ones are not allowed (ISO/IEC 29500-1, 19.7.13).
const FIRST_SLIDE: u32 = 256;
/// The number of the master; its layouts come after it (ISO/IEC 29500-1, 19.7.16).
pub const MASTER: u32 = 2_147_483_648;

/// The part that all slides hang from, by the names that it leads to them by.
pub fn presentation(
    document: &Presentation,
    (width, height): (Emu, Emu),
    master: &str,
    slides: &[String],
    notes_master: Option<&str>,
) -> String {
    let mut xml = Xml::part();
    xml.open("p:presentation", &SPACES);
    xml.open("p:sldMasterIdLst", &[]);
    xml.empty("p:sldMasterId", &[("id", &MASTER.to_string()), ("r:id", master)]);
    xml.close("p:sldMasterIdLst");
    if let Some(notes_master) = notes_master {
        xml.open("p:notesMasterIdLst", &[]);
        xml.empty("p:notesMasterId", &[("r:id", notes_master)]);
        xml.close("p:notesMasterIdLst");
    }
    xml.open("p:sldIdLst", &[]);
    let numbered = || (FIRST_SLIDE..).zip(slides);
    for (number, slide) in numbered() {
        xml.empty("p:sldId", &[("id", &number.to_string()), ("r:id", slide)]);
    }
    xml.close("p:sldIdLst");
    xml.empty("p:sldSz", &[("cx", &width.to_string()), ("cy", &height.to_string())]);
    xml.empty("p:notesSz", &[("cx", "6858000"), ("cy", "9144000")]);
    sections(&mut xml, document, numbered().map(|(number, _)| number));
    xml.close("p:presentation");
    xml.finish()
}

/// The runs of slides ([MS-PPTX] 2.2.14); they hold every slide, or PowerPoint mends the file.
fn sections(xml: &mut Xml, document: &Presentation, mut numbers: impl Iterator<Item = u32>) {
    let held: usize = document.sections.iter().map(|section| section.slides).sum();
    if document.sections.is_empty() || held != document.slides.len() {
        return;
    }
    xml.open("p:extLst", &[]);
    xml.open("p:ext", &[("uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}")]);
    xml.open("p14:sectionLst", &[("xmlns:p14", "http://schemas.microsoft.com/office/powerpoint/2010/main")]);
    for (nth, section) in document.sections.iter().enumerate() {
        let id = format!("{{7A1C0000-0000-4000-8000-{:012X}}}", nth + 1);
        xml.open("p14:section", &[("name", &section.name), ("id", &id)]);
        xml.open("p14:sldIdLst", &[]);
        for number in numbers.by_ref().take(section.slides) {
            xml.empty("p14:sldId", &[("id", &number.to_string())]);
        }
        xml.close("p14:sldIdLst");
        xml.close("p14:section");
    }
    xml.close("p14:sectionLst");
    xml.close("p:ext");
    xml.close("p:extLst");
}

/// Title, language and moment.
pub fn core(document: &Presentation) -> String {
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &spaces);
    if !document.title.is_empty() {
        xml.said("dc:title", &[], &document.title);
    }
    if !document.language.is_empty() {
        xml.said("dc:language", &[], &document.language);
    }
    if let Some(made) = &document.made {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.said(name, &[("xsi:type", "dcterms:W3CDTF")], made);
        }
    }
    xml.close("cp:coreProperties");
    xml.finish()
}

/// How many slides there are.
pub fn app(document: &Presentation) -> String {
    let mut xml = Xml::part();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", space)]);
    xml.said("Slides", &[], &document.slides.len().to_string());
    let notes = document.slides.iter().filter(|slide| !slide.notes.trim().is_empty()).count();
    xml.said("Notes", &[], &notes.to_string());
    xml.close("Properties");
    xml.finish()
}
