//! A page's items, one after the other, as shapes.

use super::card;
use super::clip;
use super::connector::{self, Standing};
use super::{frame, ink, stages, words};
use crate::export::shapes::{Shape as Outline, sane_opacity, sane_transform};
use crate::scene::{
    Group, ImageItem, Item, Kind, Paragraph, PathItem, PathSegment, Point, Rect, RectItem, Role, Scene, Tag, Tagged,
    Transform,
};
use crate::slides::{Emu, Fill, Geometry, Named, Picture, PictureKind, Shape, Solid, Step};

/// Deeper than this nothing is drawn.
const DEEPEST: usize = 64;
/// The letters of a name that is made of what a part says.
const NAME_MOST: usize = 40;

/// Behind the name of the shape that a group is of.
const ALL_OF_IT: &str = ", all of it";

pub struct Walk {
    scale: f32,
    /// Where cards stand, to which connectors are tied.
    standing: Vec<Standing>,
    /// The page's title, by its tag.
    title: Option<Tag>,
}

impl Walk {
    pub fn new(scene: &Scene, scale: f32) -> Self {
        Self { scale, standing: connector::standing(scene, scale), title: title(&scene.items, 0) }
    }

    /// The shapes of a page, its title first.
    pub fn slide(&self, items: &[Item]) -> Vec<Shape> {
        let mut shapes = Vec::new();
        self.items(items, None, Transform::scale(self.scale), 1.0, 0, &mut shapes);
        quiet(&mut shapes);
        let title = shapes.iter().position(|shape| matches!(shape, Shape::Solid(Solid { is_title: true, .. })));
        if let Some(title) = title {
            shapes[..=title].rotate_right(1);
        }
        shapes
    }

    /// The items of a part that lies within these bounds, where they are of one.
    fn items(
        &self,
        items: &[Item],
        within: Option<Rect>,
        at: Transform,
        opacity: f32,
        depth: usize,
        out: &mut Vec<Shape>,
    ) {
        if depth > DEEPEST {
            return;
        }
        if let Some(board) = stages::board(items) {
            return self.board(&board, at, opacity, depth, out);
        }
        let mut rest = items;
        while let Some((item, behind)) = rest.split_first() {
            rest = behind;
            if let Some((drawn, more)) = connector::of(item, behind, &self.standing, at, opacity) {
                out.extend(drawn);
                rest = behind.get(more..).unwrap_or_default();
                continue;
            }
            self.item(item, within, at, opacity, depth, out);
        }
    }

    fn item(&self, item: &Item, within: Option<Rect>, at: Transform, opacity: f32, depth: usize, out: &mut Vec<Shape>) {
        match item {
            Item::Rect(rect) => out.extend(solid_rect(rect, at, opacity)),
            Item::Path(path) => out.extend(solid_path(path, at, opacity)),
            Item::Text(line) => out.extend(words::line(line, within, at, opacity).map(Shape::Solid)),
            Item::Paragraph(paragraph) => {
                out.extend(words::paragraph(paragraph, None, at, opacity).map(Shape::Solid));
            }
            Item::Image(image) => out.extend(picture(image, at)),
            Item::Group(group) => self.group(group, at, opacity, depth, out),
            Item::Tagged(tagged) => self.tagged(tagged, at, opacity, depth, out),
        }
    }

    fn group(&self, group: &Group, at: Transform, opacity: f32, depth: usize, out: &mut Vec<Shape>) {
        let opacity = opacity * sane_opacity(group.opacity);
        let Some(at) = sane_transform(at.then(group.transform)).filter(|_| opacity > 0.0) else { return };
        match group.clip {
            Some(clip) => self.items(&clip::within(&group.items, clip), None, at, opacity, depth + 1, out),
            None => self.items(&group.items, None, at, opacity, depth + 1, out),
        }
    }

    fn tagged(&self, tagged: &Tagged, at: Transform, opacity: f32, depth: usize, out: &mut Vec<Shape>) {
        let label = tagged.label.to_string();
        if let [Item::Paragraph(paragraph)] = tagged.items.as_ref() {
            return out.extend(self.said(tagged, paragraph, at, opacity));
        }
        let mut inside = Vec::new();
        self.items(&tagged.items, Some(tagged.bounds), at, opacity, depth + 1, &mut inside);
        if tagged.role == Role::Artifact {
            inside.iter_mut().for_each(pass_over);
            return out.extend(inside);
        }
        let (inside, is_card) = card::joined(inside, frame(tagged.bounds, at));
        // What is drawn in signs is told in words; what is words is read.
        let is_signs = tagged.role == Role::Figure || tagged.tag.kind.is_thing();
        let named = Named {
            name: name(tagged.tag, &label),
            alt: if is_signs { label.trim().to_owned() } else { String::new() },
            decorative: false,
        };
        out.extend(held(inside, named, is_signs || is_card));
    }

    /// A part that is words alone.
    fn said(&self, tagged: &Tagged, paragraph: &Paragraph, at: Transform, opacity: f32) -> Option<Shape> {
        let mut solid = words::paragraph(paragraph, Some(tagged.bounds.right()), at, opacity)?;
        solid.is_title = self.title == Some(tagged.tag) && tagged.role == Role::Heading(1);
        if let Some(text) = solid.text.as_mut() {
            text.shrinks = solid.is_title;
        }
        // A title that is written in its own place is that of the card around it.
        let kind = tagged.tag.kind;
        if is_of_no_record(kind) || kind.is_thing() || kind == Kind::Lane {
            solid.named.name = name(tagged.tag, &tagged.label.to_string());
        }
        Some(Shape::Solid(solid))
    }

    /// A board: its ground and its lanes, then each stage with all that stands in it.
    fn board(&self, board: &stages::Board<'_>, at: Transform, opacity: f32, depth: usize, out: &mut Vec<Shape>) {
        self.items(&board.ground, None, at, opacity, depth + 1, out);
        for (tag, items) in &board.stages {
            let mut inside = Vec::new();
            for item in items {
                self.item(item, None, at, opacity, depth + 1, &mut inside);
            }
            let named = Named { name: format!("Stage {}{ALL_OF_IT}", tag.id), ..Named::default() };
            out.extend(held(inside, named, true));
        }
        self.items(&board.above, None, at, opacity, depth + 1, out);
    }
}

/// Shapes as one: one alone is called what they are called, several are a group of it where they stand for something. In a group
/// the shape with the words has the name, since that is what is written in and what connectors hold on to.
fn held(mut shapes: Vec<Shape>, named: Named, as_one: bool) -> Vec<Shape> {
    match shapes.as_mut_slice() {
        [] => shapes,
        [one] if !matches!(one, Shape::Group(_)) => {
            *one.named_mut() = named;
            shapes
        }
        [first, ..] if as_one => {
            let mut named = named;
            if let Shape::Solid(Solid { named: own, text: Some(_), .. }) = first
                && own.name.is_empty()
            {
                own.name = named.name.clone();
                named.name.push_str(ALL_OF_IT);
            }
            vec![Shape::Group(crate::slides::Group { named, shapes })]
        }
        _ => shapes,
    }
}

/// What has neither words nor a meaning of its own is passed over by those who hear the slide.
fn quiet(shapes: &mut [Shape]) {
    for shape in shapes {
        match shape {
            Shape::Group(group) => quiet(&mut group.shapes),
            Shape::Solid(Solid { text: Some(_), .. }) => {}
            Shape::Solid(_) | Shape::Picture(_) | Shape::Connector(_) => {
                let named = shape.named_mut();
                named.decorative |= named.alt.is_empty();
            }
        }
    }
}

fn pass_over(shape: &mut Shape) {
    if let Shape::Group(group) = shape {
        group.shapes.iter_mut().for_each(pass_over);
    }
    let named = shape.named_mut();
    (named.decorative, named.alt) = (true, String::new());
}

/// `Touchpoint 10`; what stands for no record is called as it says.
fn name(tag: Tag, label: &str) -> String {
    if is_of_no_record(tag.kind) {
        name_of_words(label)
    } else if tag.kind == Kind::Cell {
        format!("Cell {}, {}", tag.id, tag.other)
    } else {
        format!("{:?} {}", tag.kind, tag.id)
    }
}

fn is_of_no_record(kind: Kind) -> bool {
    kind == Kind::Map || kind == Kind::Figure
}

fn name_of_words(words: &str) -> String {
    let mut letters = words.chars();
    let name: String =
        letters.by_ref().take(NAME_MOST).map(|letter| if letter == '\n' { ' ' } else { letter }).collect();
    if letters.next().is_some() { format!("{}…", name.trim_end()) } else { name }
}

/// The first heading of the first level that is words alone.
fn title(items: &[Item], depth: usize) -> Option<Tag> {
    items.iter().filter(|_| depth <= DEEPEST).find_map(|item| match item {
        Item::Tagged(tagged) => {
            let is_words = matches!(tagged.items.as_ref(), [Item::Paragraph(_)]);
            let is_first = tagged.role == Role::Heading(1) && is_words;
            if is_first { Some(tagged.tag) } else { title(&tagged.items, depth + 1) }
        }
        Item::Group(group) => title(&group.items, depth + 1),
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => None,
    })
}

fn solid_rect(item: &RectItem, at: Transform, opacity: f32) -> Option<Shape> {
    let outline = Outline::of_rect(item)?;
    let frame = frame(outline.bounds, at);
    let radius = item.radius.max(0.0).min(item.rect.width.min(item.rect.height) / 2.0);
    let geometry = if radius > 0.0 { Geometry::Round(super::emu(radius * at.scale)) } else { Geometry::Rect };
    Some(Shape::Solid(solid(&outline, frame, geometry, at, opacity)))
}

fn solid_path(item: &PathItem, at: Transform, opacity: f32) -> Option<Shape> {
    let outline = Outline::of_path(item)?;
    let frame = frame(outline.bounds, at);
    let geometry = match outline.outline.as_slice() {
        [PathSegment::Move(from), PathSegment::Line(to)] => {
            let rising = (to.y - from.y) * (to.x - from.x) < 0.0;
            Geometry::Line { rising }
        }
        segments if is_circle(segments, outline.bounds) => Geometry::Ellipse,
        segments => Geometry::Path(segments.iter().map(|segment| step(segment, at, (frame.x, frame.y))).collect()),
    };
    Some(Shape::Solid(solid(&outline, frame, geometry, at, opacity)))
}

/// Four curves from the middle of one side to that of the next.
fn is_circle(segments: &[PathSegment], bounds: Rect) -> bool {
    let [PathSegment::Move(_), curves @ .., PathSegment::Close] = segments else { return false };
    let (middle, near) = (bounds.center(), |a: f32, b: f32| (a - b).abs() < 0.05);
    let is_of_side = |curve: &PathSegment| match curve {
        PathSegment::Cubic(_, _, to) => {
            let on_side = near(to.x, bounds.x) || near(to.x, bounds.right());
            let on_end = near(to.y, bounds.y) || near(to.y, bounds.bottom());
            (near(to.y, middle.y) && on_side) || (near(to.x, middle.x) && on_end)
        }
        PathSegment::Move(_) | PathSegment::Line(_) | PathSegment::Close => false,
    };
    near(bounds.width, bounds.height) && curves.len() == 4 && curves.iter().all(is_of_side)
}

fn solid(outline: &Outline<'_>, frame: crate::slides::Frame, geometry: Geometry, at: Transform, opacity: f32) -> Solid {
    let bounds = outline.bounds;
    let fill = outline.fill.map_or(Fill::None, |paint| ink::fill(paint, bounds, opacity));
    let line = outline.pen.as_ref().map(|pen| ink::line(pen, bounds, opacity, at.scale));
    Solid { named: Named::default(), frame, geometry, fill, line, text: None, is_title: false }
}

fn step(segment: &PathSegment, at: Transform, (left, top): (Emu, Emu)) -> Step {
    let place = |point: &Point| {
        let point = at.apply(*point);
        (super::emu(point.x) - left, super::emu(point.y) - top)
    };
    match segment {
        PathSegment::Move(to) => {
            let (x, y) = place(to);
            Step::Move(x, y)
        }
        PathSegment::Line(to) => {
            let (x, y) = place(to);
            Step::Line(x, y)
        }
        PathSegment::Cubic(a, b, to) => Step::Cubic([place(a), place(b), place(to)]),
        PathSegment::Close => Step::Close,
    }
}

fn picture(item: &ImageItem, at: Transform) -> Option<Shape> {
    let (Rect { width, height, .. }, spread) = (item.rect, item.spread());
    let is_drawn = width > 0.0 && height > 0.0 && spread.width > 0.0 && spread.height > 0.0;
    if !is_drawn || !item.image.is_whole() {
        return None;
    }
    let cut = [
        (item.rect.x - spread.x) / spread.width,
        (item.rect.y - spread.y) / spread.height,
        (spread.right() - item.rect.right()) / spread.width,
        (spread.bottom() - item.rect.bottom()) / spread.height,
    ];
    Some(Shape::Picture(Picture {
        named: Named::default(),
        frame: frame(item.rect, at),
        radius: super::emu(item.radius * at.scale),
        kind: if item.image.is_jpeg() { PictureKind::Jpeg } else { PictureKind::Png },
        bytes: item.image.bytes().to_vec(),
        cut: cut.map(|part| part.clamp(0.0, 0.99)),
    }))
}
