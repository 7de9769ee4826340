//! Law S2: every painter accepts every scene, however odd.

use crate::MADE;
use proptest::prelude::*;
use std::sync::Arc;
use touchline::export::{self, Raster};
use touchline::images::Pixels;
use touchline::scene::*;
use touchline::text::bundled_face;

fn number() -> BoxedStrategy<f32> {
    prop_oneof![
        4 => -20.0f32..120.0,
        1 => Just(0.0),
        1 => -1e-6f32..1e-6,
        1 => -1e30f32..1e30,
        1 => prop_oneof![Just(f32::NAN), Just(f32::INFINITY), Just(f32::MIN), Just(f32::MIN_POSITIVE)],
    ]
    .boxed()
}

fn point() -> BoxedStrategy<Point> {
    (number(), number()).prop_map(|(x, y)| Point::new(x, y)).boxed()
}

fn rect() -> BoxedStrategy<Rect> {
    (number(), number(), number(), number()).prop_map(|(x, y, width, height)| Rect::new(x, y, width, height)).boxed()
}

fn color() -> BoxedStrategy<Color> {
    any::<[u8; 4]>().prop_map(|[r, g, b, a]| Color { r, g, b, a }).boxed()
}

fn paint() -> BoxedStrategy<Paint> {
    let stops = prop::collection::vec((number(), color()), 0..4);
    prop_oneof![
        color().prop_map(Paint::Flat),
        (point(), point(), stops).prop_map(|(from, to, stops)| Paint::Gradient { from, to, stops }),
        (color(), color(), number(), number()).prop_map(|(line, ground, gap, width)| Paint::Hatch {
            line,
            ground,
            gap,
            width
        }),
    ]
    .boxed()
}

fn stroke() -> BoxedStrategy<Stroke> {
    let dash = prop::option::of((number(), number()).prop_map(|(on, off)| Dash { on, off }));
    (paint(), number(), dash).prop_map(|(paint, width, dash)| Stroke { paint, width, dash }).boxed()
}

fn segment() -> BoxedStrategy<PathSegment> {
    prop_oneof![
        point().prop_map(PathSegment::Move),
        point().prop_map(PathSegment::Line),
        (point(), point(), point()).prop_map(|(a, b, to)| PathSegment::Cubic(a, b, to)),
        Just(PathSegment::Close),
    ]
    .boxed()
}

fn text() -> BoxedStrategy<Item> {
    let glyph = (any::<u16>(), number(), number(), number(), 0usize..8, 0usize..8)
        .prop_map(|(id, x, y, advance, from, to)| Glyph { id: u32::from(id) % 4000, x, y, advance, range: from..to });
    let glyphs = prop::collection::vec(glyph, 0..5);
    ("\\PC{0,5}", point(), color(), number(), number(), any::<bool>(), glyphs)
        .prop_map(|(text, pos, color, size, x, right_to_left, glyphs)| {
            let face = bundled_face(FaceStyle::Regular);
            let range = 0..text.len();
            let run = GlyphRun { face, size, range, x, width: 10.0, right_to_left, glyphs };
            Item::Text(TextItem { text, pos, color, width: 10.0, ascent: 9.0, descent: 3.0, runs: Arc::from([run]) })
        })
        .boxed()
}

fn item() -> BoxedStrategy<Item> {
    let image = (rect(), 1u32..4, 1u32..4, any::<u8>()).prop_map(|(rect, width_px, height_px, byte)| {
        let pixels = vec![byte; (width_px * height_px * 4) as usize];
        let image = Pixels::new(width_px, height_px, pixels).unwrap().image().unwrap();
        Item::Image(ImageItem { rect, radius: f32::from(byte % 8), image })
    });
    let leaf = prop_oneof![
        (rect(), number(), prop::option::of(paint()), prop::option::of(stroke()))
            .prop_map(|(rect, radius, fill, stroke)| Item::Rect(RectItem { rect, radius, fill, stroke })),
        (prop::collection::vec(segment(), 0..6), prop::option::of(paint()), prop::option::of(stroke()))
            .prop_map(|(segments, fill, stroke)| Item::Path(PathItem { segments, fill, stroke })),
        text(),
        image,
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let items = prop::collection::vec(inner, 0..4);
        let role = prop_oneof![
            (0u8..9).prop_map(Role::Heading),
            Just(Role::Paragraph),
            Just(Role::Figure),
            Just(Role::Section),
            Just(Role::Artifact)
        ];
        let transform = (number(), number(), number()).prop_map(|(scale, x, y)| Transform { scale, x, y });
        prop_oneof![
            (transform, prop::option::of(rect()), number(), items.clone()).prop_map(
                |(transform, clip, opacity, items)| {
                    Item::Group(Group { transform, bounds: None, clip, opacity, list: None, items: items.into() })
                }
            ),
            (role, "\\PC{0,4}", rect(), items).prop_map(|(role, label, bounds, items)| {
                let tag = Tag::new(Kind::Figure, 1);
                Item::Tagged(Tagged { tag, role, label: label.into(), bounds, items: items.into() })
            }),
        ]
    })
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]
    #[test]
    fn s2_every_painter_accepts_every_scene(items in prop::collection::vec(item(), 0..6), title in "\\PC{0,5}") {
        let scene = Scene { size: Size::new(80.0, 60.0), items, title, language: String::new() };
        let png = export::png(&scene, Raster::scaled(scene.size, 1.0));
        prop_assert!(png.is_ok(), "{:?}", png.err());
        let svg = export::svg(&scene, export::Letters::Outline);
        let tree = resvg::usvg::roxmltree::Document::parse(&svg).map(|_| ());
        prop_assert!(tree.is_ok(), "{tree:?} in {svg}");
        let pdf = export::pdf(&scene.clone().into(), MADE);
        prop_assert!(pdf.is_ok(), "{:?}", pdf.err());
    }
}

#[test]
fn enormous_scales_and_glyphs_far_away_do_not_end_the_program() {
    let glyph = |x| Glyph { id: 22, x, y: 0.0, advance: 3.0, range: 0..1 };
    let run = GlyphRun {
        face: bundled_face(FaceStyle::Regular),
        size: 12.0,
        range: 0..1,
        x: 0.0,
        width: 3.0,
        right_to_left: false,
        glyphs: vec![glyph(0.0), glyph(f32::MIN), glyph(7e28)],
    };
    let mut item = Item::Text(TextItem {
        text: "a".to_owned(),
        pos: Point::new(5.0, 5.0),
        color: Color::hex(0x1B2430),
        width: 3.0,
        ascent: 9.0,
        descent: 3.0,
        runs: Arc::from([run]),
    });
    for _ in 0..12 {
        let transform = Transform { scale: 5e3, x: 1e5, y: -1e5 };
        item = Item::Group(Group { opacity: 0.5, ..Group::placed(transform, None, Arc::from([item])) });
    }
    let scene = Scene { size: Size::new(80.0, 60.0), items: vec![item], ..Scene::default() };
    assert!(export::png(&scene, Raster::scaled(scene.size, 1.0)).is_ok());
    assert!(export::svg(&scene, export::Letters::Outline).contains("<svg"));
    assert!(export::pdf(&scene.into(), MADE).is_ok());
}
