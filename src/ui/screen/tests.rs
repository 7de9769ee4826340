//! What the window shows of a scene.

use super::*;
use crate::scene::{Color, FaceStyle, Paint, Point, Rect as SceneRect, Size, Stroke, TextItem, Transform};
use crate::text::{Shaper, TextStyle};
use crate::theme::Theme;
use crate::ui::style;
use egui::{FullOutput, RawInput, pos2, vec2};
use std::sync::Arc;

/// Runs one frame of a window of 800 × 600 points and gives what was painted.
fn frame(ctx: &egui::Context, pixels_per_point: f32, add: impl Fn(&mut Ui)) -> Vec<egui::epaint::ClippedShape> {
    let mut input =
        RawInput { screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0))), ..RawInput::default() };
    if let Some(viewport) = input.viewports.get_mut(&egui::ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(pixels_per_point);
    }
    let mut output: FullOutput = ctx.run_ui(input, |ui| add(ui));
    let shapes = std::mem::take(&mut output.shapes);
    output.drop_without_applying_deltas();
    shapes
}

/// A context whose fonts are the window's.
fn context() -> egui::Context {
    let ctx = egui::Context::default();
    style::apply(&ctx, &Theme::light(), true);
    frame(&ctx, 1.0, |_| {});
    ctx
}

fn painted(scene: &Scene, view: View, pixels_per_point: f32) -> Vec<Shape> {
    let ctx = context();
    let shapes = frame(&ctx, pixels_per_point, |ui| paint(ui.painter(), scene, view));
    shapes.into_iter().map(|clipped| clipped.shape).collect()
}

fn line_scene(text: &str, style: TextStyle) -> (Scene, TextItem) {
    let item = TextItem { pos: Point::new(20.0, 40.0), ..Shaper::bundled().line(text, style) };
    let scene = Scene { size: Size::new(600.0, 100.0), items: vec![Item::Text(item.clone())], ..Scene::default() };
    (scene, item)
}

fn galleys(shapes: &[Shape]) -> Vec<&egui::epaint::TextShape> {
    shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None }).collect()
}

#[test]
fn a_galley_is_as_wide_as_its_run() {
    let texts = [
        "Trial checkout",
        "AVATAR Type To. fi ffl",
        "41 % of first contacts",
        "“Why my child’s birthday?”",
        "21.6–23.6 %",
    ];
    let faces = [FaceStyle::Regular, FaceStyle::Medium, FaceStyle::SemiBold, FaceStyle::Bold, FaceStyle::Italic];
    for (text, face) in texts.iter().flat_map(|text| faces.map(|face| (text, face))) {
        for (size, zoom) in [(12.0, 1.0), (12.0, 2.0), (10.5, 1.0), (14.0, 0.7), (12.5, 4.0)] {
            let (scene, item) = line_scene(text, TextStyle::new(size, face, Color::hex(0x112233)));
            let shapes = painted(&scene, View::new(pos2(0.0, 0.0), zoom), 1.0);
            let galleys = galleys(&shapes);
            assert_eq!(galleys.len(), item.runs.len(), "{text} in {face:?} is drawn as it was shaped");
            let width: f32 = galleys.iter().map(|text| text.galley.intrinsic_size().x).sum();
            assert!(
                (width - item.width * zoom).abs() < 0.5,
                "{text} {face:?} {size} × {zoom}: {width} for {}",
                item.width * zoom
            );
        }
    }
}

#[test]
fn a_baseline_stands_where_the_scene_puts_it_on_a_whole_pixel() {
    for (zoom, pixels_per_point) in [(1.0, 1.0), (1.37, 1.0), (0.8, 1.5), (2.0, 2.0)] {
        let (scene, item) = line_scene("Awareness", TextStyle::new(14.0, FaceStyle::Bold, Color::hex(0)));
        let shapes = painted(&scene, View::new(pos2(3.3, 7.7), zoom), pixels_per_point);
        let text = galleys(&shapes)[0];
        let row = &text.galley.rows[0];
        let baseline = text.pos.y + row.pos.y + row.glyphs[0].pos.y;
        assert!((baseline - (7.7 + item.pos.y * zoom)).abs() <= 0.51 / pixels_per_point, "{baseline}");
        let in_pixels = baseline * pixels_per_point;
        assert!((in_pixels - in_pixels.round()).abs() < 0.01, "{in_pixels}");
    }
}

#[test]
fn figures_of_one_width_and_foreign_runs_are_drawn_from_their_glyphs() {
    let style = TextStyle::new(13.0, FaceStyle::Bold, Color::hex(0x112233)).tabular();
    let (mut scene, item) = line_scene("11,171", style);
    let backwards: Vec<_> =
        item.runs.iter().cloned().map(|run| crate::scene::GlyphRun { right_to_left: true, ..run }).collect();
    let second = TextItem { runs: backwards.into(), pos: Point::new(20.0, 80.0), ..item };
    scene.items.push(Item::Text(second));
    let shapes = painted(&scene, View::new(pos2(0.0, 0.0), 1.0), 1.0);
    assert!(galleys(&shapes).is_empty());
    let textures = shapes.iter().filter(|s| matches!(s, Shape::Mesh(mesh) if mesh.texture_id != Default::default()));
    assert_eq!(textures.count(), 2);
}

#[test]
fn what_lies_outside_the_window_costs_nothing() {
    let card = |i: usize| {
        Item::Rect(RectItem {
            rect: SceneRect::new(0.0, i as f32 * 60.0, 100.0, 46.0),
            radius: 6.0,
            fill: Some(Paint::Flat(Color::hex(0xFFFFFF))),
            stroke: Some(Stroke::solid(Color::hex(0), 1.0)),
        })
    };
    let scene = Scene { size: Size::new(100.0, 60_000.0), items: (0..1000).map(card).collect(), ..Scene::default() };
    assert!(painted(&scene, View::new(pos2(0.0, -30_000.0), 1.0), 1.0).len() <= 12);
    let small = painted(&scene, View::new(pos2(0.0, 0.0), 0.05), 1.0);
    assert!(small.iter().all(|shape| matches!(shape, Shape::Rect(rect) if rect.stroke.is_empty())));
}

#[test]
fn text_too_small_to_read_is_a_bar_and_smaller_yet_is_left_out() {
    let (scene, _) = line_scene("Awareness", TextStyle::new(12.0, FaceStyle::Bold, Color::hex(0)));
    let at = |zoom| painted(&scene, View::new(pos2(0.0, 0.0), zoom), 1.0);
    assert!(matches!(at(1.0).as_slice(), [Shape::Text(_)]));
    assert!(matches!(at(0.3).as_slice(), [Shape::Rect(_)]));
    assert!(at(0.1).is_empty());
}

#[test]
fn a_group_clips_and_fades_what_it_holds() {
    let rect = RectItem {
        rect: SceneRect::new(0.0, 0.0, 100.0, 100.0),
        radius: 0.0,
        fill: Some(Paint::Flat(Color::hex(0xFF0000))),
        stroke: None,
    };
    let group = Group {
        transform: Transform { scale: 2.0, x: 10.0, y: 0.0 },
        bounds: None,
        clip: Some(SceneRect::new(0.0, 0.0, 50.0, 50.0)),
        opacity: 0.5,
        list: None,
        items: Arc::new([Item::Rect(rect)]),
    };
    let scene = Scene { size: Size::new(300.0, 300.0), items: vec![Item::Group(group)], ..Scene::default() };
    let ctx = context();
    let shapes = frame(&ctx, 1.0, |ui| paint(ui.painter(), &scene, View::new(pos2(0.0, 0.0), 2.0)));
    let [only] = shapes.as_slice() else { panic!("one shape, not {}", shapes.len()) };
    assert_eq!(only.clip_rect, Rect::from_min_max(pos2(20.0, 0.0), pos2(220.0, 200.0)));
    let Shape::Rect(rect) = &only.shape else { panic!("a rectangle") };
    assert_eq!(rect.rect, Rect::from_min_max(pos2(20.0, 0.0), pos2(420.0, 400.0)));
    assert_eq!(rect.fill.a(), 128);
}

#[test]
fn a_scene_in_a_panel_is_as_large_as_it_fits_and_never_enlarged() {
    let (scene, _) = line_scene("Awareness", TextStyle::new(12.0, FaceStyle::Bold, Color::hex(0)));
    let sizes = std::cell::RefCell::new(Vec::new());
    frame(&context(), 1.0, |ui| {
        sizes.borrow_mut().push(scene_ui(ui, &scene, vec2(300.0, 300.0)).rect.size());
        sizes.borrow_mut().push(scene_ui(ui, &scene, vec2(3000.0, 3000.0)).rect.size());
    });
    let sizes = sizes.into_inner();
    assert_eq!(sizes[sizes.len() - 2..], [vec2(300.0, 50.0), vec2(600.0, 100.0)]);
}

/// A card as the board draws it: a ground with an edge, a strip at its left, and words.
fn card(nth: usize) -> Item {
    let rect = SceneRect::new(0.0, 0.0, 184.0, 46.0);
    let stroke = Some(Stroke::solid(Color::hex(0xC0C0C0), 1.0));
    let ground = RectItem { rect, radius: 7.0, fill: Some(Paint::Flat(Color::hex(0xFFFFFF))), stroke };
    let line = Shaper::bundled().line("Awareness", TextStyle::new(12.0, FaceStyle::Bold, Color::hex(0)));
    let items = [Item::Rect(ground), Item::Text(line.at(Point::new(33.0, 20.0)))];
    let group = Group::placed(Transform::IDENTITY, Some(rect), items.into());
    let place = Transform::translate((nth % 100) as f32 * 200.0, (nth / 100) as f32 * 53.0);
    Item::Group(Group::placed(place, Some(rect), [Item::Group(group)].into()))
}

#[test]
fn ten_thousand_cards_in_view_are_one_mesh_of_plain_areas() {
    let items: Vec<Item> = (0..10_000).map(card).collect();
    let scene = Scene { size: Size::new(20_000.0, 5_300.0), items, ..Scene::default() };
    let shapes = painted(&scene, View::new(pos2(0.0, 0.0), 0.04), 1.0);
    let [Shape::Mesh(mesh)] = shapes.as_slice() else { panic!("{} shapes", shapes.len()) };
    assert_eq!(mesh.vertices.len(), 4 * 10_000);
    // From nearer they have an edge, from nearer yet their words.
    let near = painted(&scene, View::new(pos2(0.0, 0.0), 0.15), 1.0);
    assert!(matches!(near.as_slice(), [Shape::Mesh(mesh)] if mesh.vertices.len() > 8 * 1_000), "{}", near.len());
    let nearer = painted(&scene, View::new(pos2(0.0, 0.0), 0.6), 1.0);
    assert!(!galleys(&nearer).is_empty());
    let in_full = painted(&scene, View::new(pos2(0.0, 0.0), 0.15).in_full(), 1.0);
    assert!(!galleys(&in_full).is_empty(), "a page is shown as it is printed");
    let whole = painted(&scene, View::new(pos2(0.0, 0.0), 0.15).whole(), 1.0);
    assert!(whole.len() > near.len() && galleys(&whole).is_empty(), "a small picture has bars for words");
}

#[test]
fn what_is_small_is_moved_as_it_was_painted() {
    let cell: Vec<Item> = (0..40).map(|nth| card(nth * 100)).collect();
    let bounds = SceneRect::new(0.0, 0.0, 184.0, 2_120.0);
    let group = Group::placed(Transform::translate(40.0, 70.0), Some(bounds), cell.into());
    let scene = Scene { size: Size::new(300.0, 2_200.0), items: vec![Item::Group(group)], ..Scene::default() };
    let ctx = context();
    for zoom in [0.04, 0.1, 0.15] {
        let mesh = |ctx: &egui::Context, origin, settled| {
            let view = View { settled, ..View::new(origin, zoom) };
            let shapes = frame(ctx, 1.0, |ui| paint(ui.painter(), &scene, view));
            let shapes: Vec<Shape> = shapes.into_iter().map(|clipped| clipped.shape).collect();
            let [Shape::Mesh(mesh)] = shapes.as_slice() else { panic!("{} shapes", shapes.len()) };
            mesh.clone()
        };
        // Painted first at one place, then at another; while the zoom moves, nothing is kept.
        mesh(&ctx, pos2(0.0, 0.0), true);
        let (moved, anew) = (mesh(&ctx, pos2(11.5, 3.25), true), mesh(&ctx, pos2(11.5, 3.25), false));
        assert_eq!((moved.vertices.len(), &moved.indices), (anew.vertices.len(), &anew.indices));
        for (one, other) in moved.vertices.iter().zip(&anew.vertices) {
            assert!(one.pos.distance(other.pos) < 1e-3 && one.color == other.color, "{one:?} {other:?}");
        }
    }
}

#[test]
fn a_group_whose_bounds_are_not_seen_is_passed_over() {
    let away = Some(SceneRect::new(0.0, 5_000.0, 10.0, 10.0));
    let Item::Group(group) = card(0) else { panic!("a group") };
    let scene = |bounds| Scene {
        size: Size::new(300.0, 6_000.0),
        items: vec![Item::Group(Group { bounds, ..group.clone() })],
        ..Scene::default()
    };
    assert!(painted(&scene(away), View::new(pos2(0.0, 0.0), 1.0), 1.0).is_empty());
    assert!(!painted(&scene(None), View::new(pos2(0.0, 0.0), 1.0), 1.0).is_empty());
}
