//! A scene with one of everything, in the look of the board.

use std::sync::Arc;
use touchline::images::Pixels;
use touchline::scene::*;
use touchline::text::{Shaper, TextStyle};
use touchline::theme::{Icon, Mark, Theme, icons, size};

pub fn scene(shaper: &Shaper, theme: &Theme) -> Scene {
    let mut items = vec![rect(Rect::new(0.0, 0.0, 640.0, 400.0), 0.0, theme.ground, None)];
    items.push(tagged(Kind::Map, 0, Role::Heading(1), "Families leave where we ask", {
        let title = TextStyle::new(size::TITLE, FaceStyle::Bold, theme.ink);
        let mut title = vec![text(shaper, "Families leave where we ask", title, 48.0, 36.0)];
        title.extend(paths(Mark.paths(Rect::new(20.0, 18.0, 22.0, 22.0), theme)));
        title
    }));
    for nth in 0..3 {
        items.push(stage(shaper, theme, nth));
        items.push(card(shaper, theme, nth));
    }
    items.push(river(theme));
    items.push(curve(theme));
    items.push(Item::Group(Group {
        transform: Transform { scale: 1.5, x: 20.0, y: 320.0 },
        bounds: None,
        list: None,
        clip: Some(Rect::new(0.0, 0.0, 110.0, 30.0)),
        opacity: 0.35,
        items: Arc::from([
            rect(Rect::new(4.0, 4.0, 160.0, 40.0), 8.0, theme.accent, None),
            text(shaper, "another audience", TextStyle::new(12.0, FaceStyle::SemiBold, theme.on_accent), 12.0, 20.0),
        ]),
    }));
    let words = "Größe, café, Łódź, Ωμέγα, Жизнь → “quoted” … 21.6–23.6 %";
    let style = TextStyle::new(12.0, FaceStyle::Italic, theme.ink).tabular();
    items.push(tagged(Kind::Question, 9, Role::Paragraph, words, {
        let paragraph = shaper.paragraph(words, style, 180.0, None);
        vec![Item::Paragraph(paragraph.moved(Point::new(220.0, 330.0)))]
    }));
    let pixels: Vec<u8> = (0..16).flat_map(|n| [n * 16, 80, 255 - n * 16, if n % 2 == 0 { 255 } else { 90 }]).collect();
    items.push(tagged(Kind::Figure, 1, Role::Figure, "Four by four pixels", {
        vec![Item::Image(ImageItem {
            rect: Rect::new(580.0, 330.0, 40.0, 40.0),
            radius: 0.0,
            image: Pixels::new(4, 4, pixels).unwrap().image().unwrap(),
        })]
    }));
    let icons = Icon::ALL.iter().take(16).enumerate();
    let icon = |(nth, icon): (usize, &Icon)| {
        let rect = Rect::new(430.0 + 18.0 * (nth % 8) as f32, 330.0 + 20.0 * (nth / 8) as f32, 16.0, 16.0);
        Item::Path(icon.path(rect, theme.detail))
    };
    items.extend(icons.map(icon));
    Scene {
        size: Size::new(640.0, 400.0), items, title: "Lumen Kids+ — family".to_owned(), language: "en".to_owned()
    }
}

fn stage(shaper: &Shaper, theme: &Theme, nth: usize) -> Item {
    let rect = Rect::new(20.0 + 200.0 * nth as f32, 60.0, 190.0, 48.0);
    let arrow = PathItem {
        segments: icons::stage_arrow(rect, 10.0, nth == 0),
        fill: Some(Paint::Flat(theme.stage_ground(nth))),
        stroke: None,
    };
    let (name, goal) = [("Awareness", "Hear about it"), ("Decision", "Start a trial"), ("Retention", "Stay")][nth % 3];
    let title = TextStyle::new(size::STAGE_TITLE, FaceStyle::Bold, theme.stage_ink(nth));
    let detail = TextStyle::new(size::DETAIL, FaceStyle::Regular, theme.detail);
    let items = vec![
        Item::Path(arrow),
        text(shaper, name, title, rect.x + 18.0, 82.0),
        text(shaper, goal, detail, rect.x + 18.0, 98.0),
    ];
    tagged(Kind::Stage, nth as u64, Role::Heading(2), name, items)
}

fn card(shaper: &Shaper, theme: &Theme, nth: usize) -> Item {
    let rect_of = Rect::new(24.0 + 200.0 * nth as f32, 120.0, 180.0, 68.0);
    let edge = Rect::new(rect_of.x, rect_of.y, 4.0, rect_of.height);
    let title = TextStyle::new(size::CARD_TITLE, FaceStyle::SemiBold, theme.ink);
    let detail = TextStyle::new(size::DETAIL, FaceStyle::Regular, theme.muted);
    let pennant = Rect::new(rect_of.x + 36.0, rect_of.y + 44.0, 60.0, 16.0);
    let mut items = vec![
        rect(rect_of, 6.0, theme.surface, Some(Stroke::solid(theme.hairline, 1.0))),
        rect(edge, 2.0, theme.stage(nth), None),
        Item::Path(Icon::ALL[nth * 3].path(Rect::new(rect_of.x + 12.0, rect_of.y + 8.0, 16.0, 16.0), theme.stage(nth))),
        text(shaper, "Trial checkout", title, rect_of.x + 36.0, rect_of.y + 20.0),
        text(shaper, "child profile + e-mail", detail, rect_of.x + 36.0, rect_of.y + 36.0),
        Item::Path(PathItem {
            segments: icons::pennant(pennant),
            fill: Some(Paint::Flat(theme.bad_ground)),
            stroke: Some(Stroke::solid(theme.bad, 1.0)),
        }),
    ];
    let code = TextStyle::new(size::DETAIL, FaceStyle::Bold, theme.bad_ink);
    items.push(text(shaper, "! COPPA", code, pennant.x + 6.0, pennant.y + 12.0));
    tagged(
        Kind::Touchpoint,
        20 + nth as u64,
        Role::Section,
        "Touchpoint Trial checkout",
        vec![tagged(Kind::Title, nth as u64, Role::Paragraph, "Trial checkout", items)],
    )
}

fn river(theme: &Theme) -> Item {
    let hatch = Paint::Hatch { line: theme.bad, ground: theme.bad_ground, gap: 4.0, width: 1.0 };
    let at = Point::new;
    let loss = vec![
        PathSegment::Move(at(220.0, 222.0)),
        PathSegment::Line(at(220.0, 240.0)),
        PathSegment::Cubic(at(232.0, 240.0), at(232.0, 248.0), at(232.0, 268.0)),
        PathSegment::Line(at(254.0, 268.0)),
        PathSegment::Cubic(at(254.0, 234.0), at(244.0, 222.0), at(220.0, 222.0)),
        PathSegment::Close,
    ];
    let items = vec![
        rect(Rect::new(24.0, 204.0, 196.0, 36.0), 0.0, theme.river, None),
        rect(Rect::new(220.0, 204.0, 400.0, 18.0), 0.0, theme.river, None),
        Item::Path(PathItem { segments: loss, fill: Some(hatch), stroke: Some(Stroke::solid(theme.bad, 0.8)) }),
    ];
    tagged(Kind::DropOff, 4, Role::Figure, "54.0 % leave after Awareness", items)
}

fn curve(theme: &Theme) -> Item {
    let stops = vec![(0.0, theme.good), (0.47, theme.neutral), (1.0, theme.bad)];
    let along = Paint::Gradient { from: Point::new(0.0, 250.0), to: Point::new(0.0, 310.0), stops: stops.clone() };
    let soft = stops.into_iter().map(|(offset, color)| (offset, color.alpha(0.2))).collect();
    let under = Paint::Gradient { from: Point::new(0.0, 250.0), to: Point::new(0.0, 310.0), stops: soft };
    let at = Point::new;
    let line = vec![
        PathSegment::Move(at(300.0, 260.0)),
        PathSegment::Cubic(at(350.0, 260.0), at(350.0, 305.0), at(420.0, 305.0)),
        PathSegment::Cubic(at(490.0, 305.0), at(490.0, 265.0), at(600.0, 265.0)),
    ];
    let mut area = line.clone();
    area.extend([PathSegment::Line(at(600.0, 280.0)), PathSegment::Line(at(300.0, 280.0)), PathSegment::Close]);
    let dashed = Stroke { paint: Paint::Flat(theme.neutral), width: 1.5, dash: Some(Dash { on: 4.0, off: 5.0 }) };
    let ghost = vec![PathSegment::Move(at(300.0, 272.0)), PathSegment::Line(at(600.0, 276.0))];
    let mut items = vec![
        Item::Path(PathItem { segments: area, fill: Some(under), stroke: None }),
        Item::Path(PathItem { segments: ghost, fill: None, stroke: Some(dashed) }),
        Item::Path(PathItem {
            segments: line,
            fill: None,
            stroke: Some(Stroke { paint: along, width: 3.0, dash: None }),
        }),
    ];
    for (x, y, feeling, color) in [(300.0, 260.0, 0.6, theme.good), (420.0, 305.0, -1.0, theme.bad)] {
        items.extend(paths(icons::face(Point::new(x, y), 9.0, feeling, color, theme.surface)));
    }
    tagged(Kind::Emotion, 5, Role::Figure, "Feeling falls to −2.4", items)
}

fn tagged(kind: Kind, id: u64, role: Role, label: &str, items: Vec<Item>) -> Item {
    let bounds = Rect::new(0.0, 0.0, 10.0, 10.0);
    Item::Tagged(Tagged { tag: Tag::new(kind, id), role, label: label.into(), bounds, items: items.into() })
}

fn text(shaper: &Shaper, words: &str, style: TextStyle, x: f32, y: f32) -> Item {
    Item::Text(shaper.line(words, style).at(Point::new(x, y)))
}

fn rect(rect: Rect, radius: f32, color: Color, stroke: Option<Stroke>) -> Item {
    Item::Rect(RectItem { rect, radius, fill: Some(Paint::Flat(color)), stroke })
}

fn paths(paths: Vec<PathItem>) -> impl Iterator<Item = Item> {
    paths.into_iter().map(Item::Path)
}
