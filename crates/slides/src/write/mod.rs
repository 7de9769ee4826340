//! The parts of a package and how they lead to each other (ISO/IEC 29500-2; the parts of ISO/IEC 29500-1, 13.3).

mod document;
mod drawing;
mod fixed;
mod ink;
mod text;
mod xml;

use crate::error::SlidesError;
use crate::presentation::{Presentation, SIDE};
use crate::shape::{Emu, Picture, PictureKind, Shape};
use std::io::{Cursor, Write};
use xml::Xml;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
/// Before the kind of a relation.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// Before the kind of a part.
const PART: &str = "application/vnd.openxmlformats-officedocument.presentationml.";

/// A part that leads to others.
#[derive(Default)]
struct Leads {
    /// Kind and target, the first being `rId1`.
    to: Vec<(String, String)>,
}

impl Leads {
    /// One more, by the name that the part calls it.
    fn to(&mut self, kind: &str, target: impl Into<String>) -> String {
        self.to.push((format!("{OFFICE}{kind}"), target.into()));
        format!("rId{}", self.to.len())
    }

    fn text(&self) -> String {
        let mut xml = Xml::part();
        xml.open("Relationships", &[("xmlns", RELATIONS)]);
        for (nth, (kind, target)) in self.to.iter().enumerate() {
            xml.empty("Relationship", &[("Id", &format!("rId{}", nth + 1)), ("Type", kind), ("Target", target)]);
        }
        xml.close("Relationships");
        xml.finish()
    }
}

/// The package that is written.
#[derive(Default)]
struct Package {
    /// By their names, and whether they are packed.
    parts: Vec<(String, Vec<u8>, bool)>,
    /// Parts of a type of their own.
    types: Vec<(String, String)>,
}

impl Package {
    /// A part with its type, and with what it leads to.
    fn part(&mut self, name: &str, kind: &str, text: String, leads: &Leads) {
        self.types.push((format!("/{name}"), kind.to_owned()));
        self.parts.push((name.to_owned(), text.into_bytes(), true));
        if !leads.to.is_empty() {
            let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
            self.parts.push((format!("{folder}/_rels/{file}.rels"), leads.text().into_bytes(), true));
        }
    }

    /// The list of types comes first: by it the file is known for what it is.
    fn finish(self) -> Result<Vec<u8>, SlidesError> {
        let mut xml = Xml::part();
        xml.open("Types", &[("xmlns", TYPES)]);
        let usual = [
            ("jpeg", "image/jpeg"),
            ("png", "image/png"),
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        ];
        for (ending, kind) in usual {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        for (name, kind) in &self.types {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        }
        xml.close("Types");
        let types = ("[Content_Types].xml".to_owned(), xml.finish().into_bytes(), true);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes, packed) in [types].into_iter().chain(self.parts) {
            let method = if packed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
            let options =
                SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
            zip.start_file(name, options)?;
            zip.write_all(&bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

fn package(presentation: &Presentation) -> Result<Vec<u8>, SlidesError> {
    if presentation.slides.is_empty() {
        return Err(SlidesError::Empty);
    }
    let mut package = Package::default();
    let side = |side: Emu| side.clamp(*SIDE.start(), *SIDE.end());
    let size = (side(presentation.size.0), side(presentation.size.1));
    let none = Leads::default();
    let has_notes = presentation.slides.iter().any(|slide| !slide.notes.trim().is_empty());

    let mut root = Leads::default();
    root.to("officeDocument", "ppt/presentation.xml");
    root.to.push((
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties".to_owned(),
        "docProps/core.xml".to_owned(),
    ));
    root.to("extended-properties", "docProps/app.xml");
    package.parts.push(("_rels/.rels".to_owned(), root.text().into_bytes(), true));
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    package.part("docProps/core.xml", core, document::core(presentation), &none);
    let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    package.part("docProps/app.xml", app, document::app(presentation), &none);

    let media = pictures(presentation);
    for (nth, (kind, bytes)) in media.iter().enumerate() {
        package.parts.push((format!("ppt/media/{}", file_name(nth, *kind)), bytes.to_vec(), false));
    }
    let mut leads = Leads::default();
    let master = leads.to("slideMaster", "slideMasters/slideMaster1.xml");
    let mut slides = Vec::new();
    for (nth, slide) in presentation.slides.iter().enumerate() {
        let number = nth + 1;
        slides.push(leads.to("slide", format!("slides/slide{number}.xml")));
        let mut of_slide = Leads::default();
        let has_title = drawing::has_title(&slide.shapes);
        of_slide.to("slideLayout", format!("../slideLayouts/slideLayout{}.xml", if has_title { 1 } else { 2 }));
        let text = drawing::slide(presentation, slide, |picture| {
            let mut known = media.iter().enumerate();
            let found = known.find(|(_, (_, bytes))| *bytes == picture.bytes);
            let (place, kind) = found.map_or((0, picture.kind), |(place, (kind, _))| (place, *kind));
            of_slide.to("image", format!("../media/{}", file_name(place, kind)))
        });
        if !slide.notes.trim().is_empty() {
            of_slide.to("notesSlide", format!("../notesSlides/notesSlide{number}.xml"));
            let mut of_notes = Leads::default();
            of_notes.to("notesMaster", "../notesMasters/notesMaster1.xml");
            of_notes.to("slide", format!("../slides/slide{number}.xml"));
            let text = fixed::notes(&slide.notes, &presentation.language);
            let name = format!("ppt/notesSlides/notesSlide{number}.xml");
            package.part(&name, &format!("{PART}notesSlide+xml"), text, &of_notes);
        }
        package.part(&format!("ppt/slides/slide{number}.xml"), &format!("{PART}slide+xml"), text, &of_slide);
    }

    let theme = "application/vnd.openxmlformats-officedocument.theme+xml";
    let mut of_master = Leads::default();
    let layouts = [1, 2].map(|nth| of_master.to("slideLayout", format!("../slideLayouts/slideLayout{nth}.xml")));
    of_master.to("theme", "../theme/theme1.xml");
    let text = fixed::master(size, &layouts);
    package.part("ppt/slideMasters/slideMaster1.xml", &format!("{PART}slideMaster+xml"), text, &of_master);
    for (nth, text) in [fixed::titled(size), fixed::blank()].into_iter().enumerate() {
        let mut of_layout = Leads::default();
        of_layout.to("slideMaster", "../slideMasters/slideMaster1.xml");
        let name = format!("ppt/slideLayouts/slideLayout{}.xml", nth + 1);
        package.part(&name, &format!("{PART}slideLayout+xml"), text, &of_layout);
    }
    package.part("ppt/theme/theme1.xml", theme, fixed::theme(presentation), &none);
    let notes_master = has_notes.then(|| leads.to("notesMaster", "notesMasters/notesMaster1.xml"));
    if has_notes {
        let mut of_notes = Leads::default();
        of_notes.to("theme", "../theme/theme2.xml");
        let text = fixed::notes_master();
        package.part("ppt/notesMasters/notesMaster1.xml", &format!("{PART}notesMaster+xml"), text, &of_notes);
        package.part("ppt/theme/theme2.xml", theme, fixed::theme(presentation), &none);
    }
    for (file, kind, text) in fixed::properties() {
        leads.to(kind, file);
        package.part(&format!("ppt/{file}"), &format!("{PART}{kind}+xml"), text, &none);
    }
    leads.to("theme", "theme/theme1.xml");
    let text = document::presentation(presentation, size, &master, &slides, notes_master.as_deref());
    package.part("ppt/presentation.xml", &format!("{PART}presentation.main+xml"), text, &leads);
    package.finish()
}

impl Presentation {
    /// The bytes of a `.pptx`.
    ///
    /// # Errors
    /// There is no slide, or the parts do not fit into a package.
    pub fn to_bytes(&self) -> Result<Vec<u8>, SlidesError> {
        package(self)
    }
}

/// Each picture once, in the order of the slides.
fn pictures(presentation: &Presentation) -> Vec<(PictureKind, &[u8])> {
    fn of<'a>(shapes: &'a [Shape], found: &mut Vec<(PictureKind, &'a [u8])>) {
        for shape in shapes {
            match shape {
                Shape::Picture(Picture { kind, bytes, .. }) => {
                    if !found.iter().any(|(_, known)| known == bytes) {
                        found.push((*kind, bytes));
                    }
                }
                Shape::Group(group) => of(&group.shapes, found),
                Shape::Solid(_) | Shape::Connector(_) => {}
            }
        }
    }
    let mut found = Vec::new();
    presentation.slides.iter().for_each(|slide| of(&slide.shapes, &mut found));
    found
}

fn file_name(nth: usize, kind: PictureKind) -> String {
    let ending = match kind {
        PictureKind::Png => "png",
        PictureKind::Jpeg => "jpeg",
    };
    format!("image{}.{ending}", nth + 1)
}
