//! What keeps a file free of PowerPoint's repair, of any presentation: each law names one known cause.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use touchline_slides::*;
use zip::ZipArchive;

/// The parts by their names.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut parts = BTreeMap::new();
    for name in names {
        let mut held = Vec::new();
        archive.by_name(&name).unwrap().read_to_end(&mut held).unwrap();
        assert!(parts.insert(name.clone(), held).is_none(), "{name} twice");
    }
    parts
}

/// Each tag of a part with its attributes, in order; panics where the part is no XML.
fn tags(part: &[u8]) -> Vec<(String, BTreeMap<String, String>)> {
    let text = std::str::from_utf8(part).unwrap();
    let mut reader = Reader::from_str(text);
    let (mut found, mut open) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                let mut held = BTreeMap::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap().into_owned();
                    assert!(held.insert(key.clone(), value).is_none(), "{key} twice");
                }
                if matches!(event, Event::Start(_)) {
                    open.push(name.clone());
                }
                found.push((name, held));
            }
            Event::End(tag) => {
                assert_eq!(open.pop().unwrap(), tag.name().as_ref());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    found
}

/// Where a relation of a part leads.
fn target(part: &str, target: &str) -> String {
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop().unwrap()),
            step => folders.push(step),
        }
    }
    folders.join("/")
}

fn check(bytes: &[u8]) {
    let parts = parts(bytes);
    let types = tags(&parts["[Content_Types].xml"]);
    let typed = |name: &str| {
        let ending = name.rsplit_once('.').unwrap().1;
        types.iter().any(|(tag, held)| match tag.as_str() {
            "Default" => held["Extension"] == ending && ending != "xml",
            "Override" => held["PartName"] == format!("/{name}"),
            _ => false,
        })
    };
    for (tag, held) in &types {
        if tag == "Override" {
            assert!(parts.contains_key(&held["PartName"][1..]), "a type of no part: {}", held["PartName"]);
        }
    }
    let mut led_to: BTreeSet<String> = BTreeSet::new();
    for (name, part) in &parts {
        assert!(name == "[Content_Types].xml" || typed(name), "{name} has no type");
        if !name.ends_with(".rels") {
            continue;
        }
        let source = name.replace("_rels/", "");
        let source = source.strip_suffix(".rels").unwrap();
        let mut ids = BTreeSet::new();
        for (tag, held) in tags(part) {
            if tag == "Relationship" {
                assert!(ids.insert(held["Id"].clone()), "{name}: {} twice", held["Id"]);
                let to = target(source, &held["Target"]);
                assert!(parts.contains_key(&to), "{name} leads to {to}, which is no part");
                led_to.insert(to);
            }
        }
        if let Some(source) = parts.get(source) {
            for (tag, held) in tags(source) {
                for key in ["r:id", "r:embed"] {
                    assert!(held.get(key).is_none_or(|id| ids.contains(id)), "{name}: {tag} has no relation");
                }
            }
        }
    }
    for (name, part) in parts.iter().filter(|(name, _)| !name.ends_with(".rels") && *name != "[Content_Types].xml") {
        assert!(led_to.contains(name), "nothing leads to {name}");
        if name.ends_with(".xml") {
            check_shapes(name, &tags(part));
        }
    }
}

/// Numbers are of one shape each, connectors hold on to shapes that are there, and every shape has its place and size.
fn check_shapes(name: &str, tags: &[(String, BTreeMap<String, String>)]) {
    let mut ids = BTreeSet::new();
    for (_, held) in tags.iter().filter(|(tag, _)| tag == "p:cNvPr") {
        assert!(ids.insert(held["id"].parse::<u32>().unwrap()), "{name}: shape {} twice", held["id"]);
        assert!(held["id"] == "1" || !held["name"].is_empty(), "{name}: a shape without a name");
    }
    for (tag, held) in tags.iter().filter(|(tag, _)| tag == "a:stCxn" || tag == "a:endCxn") {
        assert!(ids.contains(&held["id"].parse().unwrap()), "{name}: {tag} holds on to no shape");
        assert!(held["idx"].parse::<u32>().unwrap() < 4);
    }
    let count = |wanted: &[&str]| tags.iter().filter(|(tag, _)| wanted.contains(&tag.as_str())).count();
    let shapes = count(&["p:sp", "p:pic", "p:cxnSp", "p:grpSp", "p:spTree"]);
    assert_eq!(count(&["a:xfrm"]), shapes, "{name}: a shape without a place");
    assert_eq!(count(&["a:off"]), shapes);
    for (tag, held) in tags {
        match tag.as_str() {
            "a:ext" if held.contains_key("cx") => {
                assert!(held["cx"].parse::<i64>().unwrap() >= 0 && held["cy"].parse::<i64>().unwrap() >= 0, "{name}");
            }
            "a:rPr" if held.contains_key("sz") => {
                assert!((100..=400_000).contains(&held["sz"].parse::<u32>().unwrap()), "{name}: {}", held["sz"]);
            }
            "a:ln" => assert!(held.get("w").is_none_or(|width| width.parse::<i64>().unwrap() <= 20_116_800)),
            "a:prstGeom" => {
                let known =
                    ["rect", "roundRect", "ellipse", "line", "straightConnector1", "bentConnector3", "bentConnector5"];
                assert!(known.contains(&held["prst"].as_str()), "{name}: {}", held["prst"]);
            }
            "p:sldSz" => {
                let sides = [&held["cx"], &held["cy"]].map(|side| side.parse::<i64>().unwrap());
                assert!(sides.iter().all(|side| SIDE.contains(side)), "{sides:?}");
            }
            _ => {}
        }
    }
    assert!(count(&["p:ph"]) <= 2, "{name}: more than one title, or more than a slide and its notes");
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}".prop_map(|text| text),
        any::<String>().prop_map(|text| text.chars().take(12).collect()),
        Just("a\u{0}b\u{b}c\n\nd<&>\"'\u{fffe}مرحبا 你好 \u{1f600}".to_owned()),
    ]
}

fn ink() -> impl Strategy<Value = Ink> {
    (any::<[u8; 3]>(), 0.0_f32..=1.0).prop_map(|([r, g, b], opacity)| Ink { color: Rgb { r, g, b }, opacity })
}

fn far() -> impl Strategy<Value = Emu> {
    prop_oneof![-2_000_000..20_000_000_i64, Just(0), Just(i64::MAX / 4), Just(i64::MIN / 4)]
}

fn named() -> impl Strategy<Value = Named> {
    (words(), words(), any::<bool>()).prop_map(|(name, alt, decorative)| Named { name, alt, decorative })
}

fn line() -> impl Strategy<Value = Line> {
    (fill(), far(), any::<bool>()).prop_map(|(fill, width, ends)| Line { fill, width, dash: Some(Dash::Short), ends })
}

fn fill() -> impl Strategy<Value = Fill> {
    prop_oneof![
        Just(Fill::None),
        ink().prop_map(Fill::Flat),
        (ink(), ink(), any::<bool>()).prop_map(|(a, b, down)| Fill::Gradient { stops: vec![(0.0, a), (2.0, b)], down }),
        (ink(), ink()).prop_map(|(line, ground)| Fill::Hatch { line, ground }),
    ]
}

fn text() -> impl Strategy<Value = Text> {
    (prop::collection::vec((words(), any::<u32>(), ink(), any::<bool>()), 0..3), far()).prop_map(|(said, inset)| Text {
        paragraphs: said
            .into_iter()
            .map(|(text, size, ink, bold)| Paragraph {
                runs: vec![Run { text, size, bold, italic: !bold, ink }],
                align: Align::Center,
                right_to_left: bold,
                leading: size,
                before: size / 2,
            })
            .collect(),
        insets: [inset; 4],
        anchor: Anchor::Middle,
        wraps: true,
        shrinks: true,
    })
}

fn geometry() -> impl Strategy<Value = Geometry> {
    prop_oneof![
        Just(Geometry::Rect),
        Just(Geometry::Ellipse),
        (0..1_000_000_i64).prop_map(Geometry::Round),
        any::<bool>().prop_map(|rising| Geometry::Line { rising }),
        (far(), far()).prop_map(|(x, y)| {
            Geometry::Path(vec![Step::Move(0, 0), Step::Line(x, 5), Step::Cubic([(1, 2), (3, y), (x, y)]), Step::Close])
        }),
    ]
}

fn leaf() -> impl Strategy<Value = Shape> {
    let frame = || (far(), far(), far(), far()).prop_map(|(x, y, width, height)| Frame { x, y, width, height });
    let solid = (named(), frame(), geometry(), fill(), prop::option::of(line()), prop::option::of(text())).prop_map(
        |(named, frame, geometry, fill, line, text)| {
            Shape::Solid(Solid { named, frame, geometry, fill, line, text, is_title: false })
        },
    );
    let picture = (named(), frame(), any::<bool>(), any::<u8>()).prop_map(|(named, frame, jpeg, byte)| {
        let kind = if jpeg { PictureKind::Jpeg } else { PictureKind::Png };
        Shape::Picture(Picture { named, frame, radius: 9_000, kind, bytes: vec![byte % 3], cut: [0.1, 0.0, -3.0, 9.0] })
    });
    let turn = prop_oneof![
        Just(Turn::Straight),
        Just(Turn::Across(0.5)),
        Just(Turn::Down(-2.0)),
        Just(Turn::Around([-0.1, 1.2, 1.1]))
    ];
    let connector = (named(), far(), far(), turn, line(), words()).prop_map(|(named, x, y, turn, line, name)| {
        let ties = [Some(Tie { name, site: Site::Left }), None];
        Shape::Connector(Connector { named, from: (x, 0), to: (0, y), turn, line, ties })
    });
    prop_oneof![4 => solid, 1 => picture, 1 => connector]
}

fn shape() -> impl Strategy<Value = Shape> {
    leaf().prop_recursive(3, 24, 5, |inner| {
        (named(), prop::collection::vec(inner, 0..5)).prop_map(|(named, shapes)| Shape::Group(Group { named, shapes }))
    })
}

fn presentation() -> impl Strategy<Value = Presentation> {
    let slide = (prop::option::of(ink()), prop::collection::vec(shape(), 0..6), words());
    let slide = slide.prop_map(|(ground, shapes, notes)| Slide { ground, shapes, notes });
    (words(), prop::collection::vec(slide, 1..4), (far(), far()), words()).prop_map(|(title, slides, size, name)| {
        let sections = vec![Section { name, slides: slides.len() }];
        Presentation { title, language: "de".to_owned(), size, slides, sections, ..Presentation::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_part_is_typed_led_to_and_whole_whatever_the_presentation_is(presentation in presentation()) {
        let bytes = presentation.to_bytes().unwrap();
        check(&bytes);
        prop_assert_eq!(bytes, presentation.to_bytes().unwrap(), "the same bytes");
    }

    #[test]
    fn a_slide_that_is_turned_over_twice_is_as_it_was(shapes in prop::collection::vec(shape(), 0..6)) {
        let slide = Slide { shapes, ..Slide::default() };
        let twice = slide.clone().mirrored(9_000_000).mirrored(9_000_000);
        prop_assert_eq!(rounded(twice), rounded(slide));
    }
}

/// Without what a share of a gradient loses in its last digits.
fn rounded(slide: Slide) -> String {
    format!("{slide:.3?}")
}

fn said(text: &str, is_title: bool) -> Shape {
    let run =
        Run { text: text.to_owned(), size: 1_400, bold: false, italic: false, ink: Ink::opaque(Rgb::hex(0x4472C4)) };
    let text = Text { paragraphs: vec![Paragraph { runs: vec![run], ..Paragraph::default() }], ..Text::default() };
    Shape::Solid(Solid {
        named: Named { name: text_name(is_title), ..Named::default() },
        frame: Frame { x: 0, y: 0, width: 914_400, height: 457_200 },
        geometry: Geometry::Rect,
        fill: Fill::None,
        line: None,
        text: Some(text),
        is_title,
    })
}

fn text_name(is_title: bool) -> String {
    if is_title { "Title" } else { "Words" }.to_owned()
}

#[test]
fn a_title_is_the_title_of_its_layout_and_words_follow_the_scheme() {
    let titled = Slide { shapes: vec![said("Found", true), said("Proof", false)], ..Slide::default() };
    let plain =
        Slide { shapes: vec![said("Alone", false)], notes: "Say it.\n\nSlowly.".to_owned(), ..Slide::default() };
    let presentation =
        Presentation { slides: vec![titled, plain], face: "Inter".to_owned(), ..Presentation::default() };
    let bytes = presentation.to_bytes().unwrap();
    check(&bytes);
    let parts = parts(&bytes);
    let text = |name: &str| String::from_utf8(parts[name].clone()).unwrap();
    assert!(text("ppt/slides/slide1.xml").contains("<p:ph type=\"title\"/>"));
    assert!(text("ppt/slides/slide1.xml").contains("<a:schemeClr val=\"accent1\"/>"));
    assert!(text("ppt/slides/_rels/slide1.xml.rels").contains("slideLayout1.xml"));
    assert!(text("ppt/slides/_rels/slide2.xml.rels").contains("slideLayout2.xml"));
    assert!(text("ppt/notesSlides/notesSlide2.xml").contains("<a:t>Slowly.</a:t>"));
    assert!(text("ppt/theme/theme1.xml").contains("typeface=\"Inter\""));
}

#[test]
fn a_presentation_without_notes_has_no_page_for_them_and_one_without_slides_is_none() {
    let slide = Slide { shapes: vec![said("Alone", false)], ..Slide::default() };
    let presentation = Presentation { slides: vec![slide], ..Presentation::default() };
    let parts = parts(&presentation.to_bytes().unwrap());
    assert!(parts.keys().all(|name| !name.contains("notes")), "{:?}", parts.keys());
    assert!(matches!(Presentation::default().to_bytes(), Err(SlidesError::Empty)));
}

#[test]
fn sections_that_do_not_hold_every_slide_are_left_out() {
    let slide = Slide { shapes: vec![said("Alone", false)], ..Slide::default() };
    let text = |slides: usize| {
        let sections = vec![Section { name: "One".to_owned(), slides }];
        let presentation = Presentation { slides: vec![slide.clone(); 2], sections, ..Presentation::default() };
        String::from_utf8(parts(&presentation.to_bytes().unwrap())["ppt/presentation.xml"].clone()).unwrap()
    };
    assert!(text(2).contains("<p14:section name=\"One\"") && !text(1).contains("p14:section"));
}
