//! What a frame of a large map costs: the window's own work and the tessellation of what it draws, without a display.
//!
//! ```text
//! cargo bench --bench board_frame
//! cargo bench --bench board_frame -- 500 10000
//! ```
//!
//! Maps of 500, 2,000, 10,000 and 50,000 cards in five stages (or of the numbers given) are opened one after the other,
//! each by a process of its own, in a window of 1920 × 1080. At 100 % a hand hovers, pans, zooms, drags a card and then
//! fifty, types titles, undoes and does again, and rests. Then, with all of the map in view, it pans, hovers and drags.
//!
//! Each line that is printed says `CARDS GESTURE MEDIAN P99 WORST`, in milliseconds a frame. A window at rest is asked for
//! no frame: `idle` counts 0 for each sixtieth of a second in which it asks for none itself. A table at the end says how
//! long each map took from its file to the first frame that shows it, and to the one that shows it whole.
#![expect(clippy::disallowed_methods, reason = "measures")]

use egui::accesskit::{Node, Role};
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2,
    ViewportId, pos2, vec2,
};
use std::error::Error;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use touchline::app::Options;
use touchline::edit::templates::Template;
use touchline::images::Pixels;
use touchline::model::{
    Change, Channel, Connector, ConnectorId, ConnectorKind, Edit, Emotion, IdSource, LaneId, Listed, Map, Picture,
    PictureId, Rank, Score, StageId, Step, StepId, Sticky, StickyId, Touchpoint, TouchpointId, Verb,
};

/// Cards on the maps that are measured when nobody says otherwise.
const SIZES: [usize; 4] = [500, 2_000, 10_000, 50_000];
/// Frames of each gesture.
const FRAMES: usize = 120;
/// Cards that are dragged together.
const FIFTY: usize = 50;
/// A map that is not there after this long never comes.
const OPENS_WITHIN: Duration = Duration::from_secs(60);
/// The folder of the process that measures, and the cards on its map.
const FOLDER: &str = "TOUCHLINE_BENCH_FOLDER";
const CARDS: &str = "TOUCHLINE_BENCH_CARDS";
const SIZE: Vec2 = vec2(1920.0, 1080.0);
/// What the last line of a process begins with: how long its map took to open.
const OPENED: &str = "opened";

fn main() -> Result<(), Box<dyn Error>> {
    if let (Some(folder), Ok(cards)) = (std::env::var_os(FOLDER), std::env::var(CARDS)) {
        return measure(std::path::Path::new(&folder), cards.parse()?);
    }
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let mut opened = Vec::new();
    for cards in sizes {
        // The measuring process keeps its drafts and settings in a folder that ends with it.
        let folder = std::env::temp_dir().join(format!("touchline-board-frame-{}-{cards}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let mut this = Command::new(std::env::current_exe()?);
        this.env(FOLDER, &folder).env(CARDS, cards.to_string()).env("TOUCHLINE_STATE", folder.join("state"));
        let output = this.stderr(Stdio::inherit()).output();
        std::fs::remove_dir_all(&folder)?;
        let output = output?;
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            match line.strip_prefix(OPENED) {
                Some(took) => opened.push((cards, took.trim().to_owned())),
                None => println!("{line}"),
            }
        }
        if !output.status.success() {
            return Err(format!("the process that measured {cards} cards failed").into());
        }
    }
    println!("\n{:<10}{:>28}{:>24}", "cards", "ms from file to picture", "to the whole board");
    for (cards, took) in opened {
        println!("{cards:<10}{took:>52}");
    }
    Ok(())
}

fn measure(folder: &std::path::Path, cards: usize) -> Result<(), Box<dyn Error>> {
    let path = folder.join("large.ron");
    touchline::store::save_map(&path, &large_map(cards)?)?;
    let start = Instant::now();
    let ctx = egui::Context::default();
    let options = Options { map: Some(path), ..Options::default() };
    let app = Box::new(touchline::app::window(&ctx, options));
    let mut seat = Seat {
        ctx,
        app,
        frame: eframe::Frame::_new_kittest(),
        time: 0.0,
        cards,
        modifiers: Modifiers::NONE,
        delay: Duration::ZERO,
    };
    let (sender, asked) = channel();
    seat.ctx.set_request_repaint_callback(move |info| {
        // A window that is gone is asked for nothing.
        let _ = sender.send(info.delay);
    });
    while !seat.shows_map() {
        seat.frame_when_asked(&asked);
        if start.elapsed() > OPENS_WITHIN {
            return Err("the map does not open".into());
        }
    }
    let picture = start.elapsed();
    // A large map shows its top first; no hand can do anything before the rest is there.
    let mut whole = picture;
    while !seat.shows_cards() {
        seat.frame_when_asked(&asked);
        whole = start.elapsed();
        if whole > OPENS_WITHIN {
            return Err("the map is never whole".into());
        }
    }
    // What is told to a screen reader was asked for only to know that it is there.
    whole += seat.frame(Vec::new());
    at_full_size(&mut seat)?;
    in_view(&mut seat)?;
    println!("{OPENED} {:>20.0}{:>24.0}", picture.as_secs_f64() * 1e3, whole.as_secs_f64() * 1e3);
    Ok(())
}

/// Gestures at 100 %.
fn at_full_size(seat: &mut Seat) -> Result<(), Box<dyn Error>> {
    let full = |seat: &mut Seat| {
        seat.strike(Key::Num0, Modifiers::COMMAND);
        seat.settle();
    };
    full(seat);
    let middle = seat.board().center();
    seat.gesture("hover", |step| vec![Event::PointerMoved(middle + around(step))]);
    seat.gesture("pan", |step| vec![wheel(around(step) * 0.2, Modifiers::NONE)]);
    let zoom = |step: usize| if (step / 15).is_multiple_of(2) { 20.0 } else { -20.0 };
    seat.gesture("zoom", |step| vec![wheel(vec2(0.0, zoom(step)), Modifiers::COMMAND)]);
    full(seat);

    let shown = seat.cards_shown();
    let nearest = |card: &&Rect| card.center().distance(middle);
    let card = shown.iter().min_by(|a, b| nearest(a).total_cmp(&nearest(b))).ok_or("no card is shown at 100 %")?;
    seat.drag("drag", card.center());
    seat.strike(Key::Z, Modifiers::COMMAND);
    seat.settle();

    for card in shown.iter().take(FIFTY) {
        seat.click(card.center(), Modifiers::COMMAND);
    }
    let fifty = shown.get(..FIFTY.min(shown.len())).unwrap_or_default();
    let in_hand = fifty.iter().min_by(|a, b| nearest(a).total_cmp(&nearest(b))).ok_or("no card is held")?;
    seat.drag("drag-fifty", in_hand.center());
    seat.strike(Key::Z, Modifiers::COMMAND);
    seat.settle();

    // A card is chosen, its title opened, ten letters are typed, and Enter makes them the title.
    seat.click(card.center(), Modifiers::NONE);
    seat.gesture("type", |step| match step % 12 {
        0 => vec![key(Key::F2, Modifiers::NONE, true), key(Key::F2, Modifiers::NONE, false)],
        11 => vec![key(Key::Enter, Modifiers::NONE, true), key(Key::Enter, Modifiers::NONE, false)],
        letter => vec![Event::Text(char::from(b'a' + ((step + letter) % 26) as u8).to_string())],
    });
    let undo = |step: usize| Modifiers { shift: step % 2 == 1, ..Modifiers::COMMAND };
    seat.gesture("undo", |step| vec![key(Key::Z, undo(step), true), key(Key::Z, undo(step), false)]);
    seat.rest("idle");
    Ok(())
}

/// Gestures with the whole map in view.
fn in_view(seat: &mut Seat) -> Result<(), Box<dyn Error>> {
    seat.strike(Key::Escape, Modifiers::NONE);
    // The first time as large as it can be read, the second time all.
    let fit = |seat: &mut Seat| {
        for _ in 0..2 {
            seat.strike(Key::Num1, Modifiers::SHIFT);
            seat.settle();
        }
    };
    fit(seat);
    let middle = seat.board().center();
    seat.frame(vec![Event::PointerMoved(middle)]);
    seat.gesture("fit-pan", |step| vec![wheel(around(step) * 0.05, Modifiers::NONE)]);
    fit(seat);
    seat.gesture("fit-hover", |step| vec![Event::PointerMoved(middle + around(step))]);
    // Where cards are too small to be taken, a rectangle is drawn around them instead.
    let shown = seat.cards_shown();
    let nearest = |card: &&Rect| card.center().distance(middle);
    let card = shown.iter().min_by(|a, b| nearest(a).total_cmp(&nearest(b))).map_or(middle, Rect::center);
    seat.drag("fit-drag", card);
    Ok(())
}

/// A template's stages, filled up evenly with cards of every channel, most of them with an emotion, and what maps have beside.
fn large_map(cards: usize) -> Result<Map, Box<dyn Error>> {
    let mut ids = IdSource::seeded(500);
    let mut map = Template::StreamingSubscriber.build(&mut ids);
    let stages: Vec<_> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let lane = map.touchpoints.values().map(|card| card.lane).next().ok_or("the template has no card")?;
    let titles = ["Sees the trailer", "Asks two friends what they watch", "Opens the weekly e-mail", "Signs up"];
    let mut changes = Vec::new();
    let mut last = Vec::new();
    for stage in &stages {
        last.push(map.touchpoints_in(*stage, lane).last().map(|(_, card)| card.rank.clone()));
    }
    let ranks = Rank::spread(cards);
    for (at, rank) in (map.touchpoints.len()..cards).zip(ranks) {
        let nth = at % stages.len();
        // Under the template's own cards, each below the one before it.
        let after = last.get(nth).cloned().flatten().map_or_else(String::new, |rank| rank.as_str().to_owned());
        let rank = Rank::parse(&format!("{after}{}", rank.as_str())).ok_or("a rank is letters")?;
        let stage = *stages.get(nth).ok_or("the template has no stage")?;
        let title = format!("{} {at}", titles[at % titles.len()]);
        let mut card = Touchpoint::new(stage, lane, rank, title, Channel::ALL[at % Channel::ALL.len()]);
        let score = Score::from_tenths((at % 61) as i32 - 30);
        card.emotion = (at % 5 > 0).then(|| Emotion { score, word: String::new(), reason: String::new() });
        changes.push(Change::Touchpoint(TouchpointId(ids.fresh()), Some(card)));
    }
    map.apply(Edit::of(Verb::Add, changes))?;
    map.apply(Edit::of(Verb::Add, dressed(&map, &stages, lane, &mut ids)?))?;
    Ok(map)
}

/// What maps have beside cards: two steps in every other stage, of a hundred cards one that goes on over the next stage, one with
/// a picture, two connectors and two notes, and of ten one that shall be felt otherwise; a picture in each stage.
fn dressed(map: &Map, stages: &[StageId], lane: LaneId, ids: &mut IdSource) -> Result<Vec<Change>, Box<dyn Error>> {
    let mut changes = Vec::new();
    let mut steps = Vec::new();
    let pixels: Vec<u8> = (0..160 * 120).flat_map(|at: usize| [(at % 251) as u8, (at / 160) as u8, 90, 255]).collect();
    let image = Pixels::new(160, 120, pixels).and_then(|pixels| pixels.image()).ok_or("no picture")?;
    for stage in stages.iter().step_by(2) {
        for (name, rank) in ["Looks around", "Decides"].into_iter().zip(Rank::spread(2)) {
            let id = StepId(ids.fresh());
            steps.push((*stage, id));
            changes.push(Change::Step(id, Some(Step::new(*stage, rank, name))));
        }
        let frame =
            Picture { image: Some(image.clone()), ..Picture::begun(*stage, Rank::middle(), "A sofa".to_owned()) };
        changes.push(Change::Picture(PictureId(ids.fresh()), Some(frame)));
    }
    for (nth, stage) in stages.iter().enumerate() {
        let cards = map.touchpoints_in(*stage, lane);
        let own: Vec<StepId> = steps.iter().filter(|(of, _)| of == stage).map(|(_, step)| *step).collect();
        for (place, (id, card)) in cards.iter().enumerate() {
            let mut card = (*card).clone();
            // The first half of a stage's cards belongs to its first step, so that their order stays.
            card.step = own.get(2 * place / cards.len()).copied();
            card.until = stages.get(nth + 1).copied().filter(|_| place % 100 == 50);
            card.picture = (place % 100 == 20).then(|| image.clone());
            card.to_be = (place % 10 == 3).then(|| Score::from_tenths(20));
            changes.push(Change::Touchpoint(*id, Some(card)));
            let next = cards.get(place + 1).map(|(id, _)| *id).filter(|_| place % 50 == 10);
            if let Some(to) = next {
                let way = Connector { from: *id, to, kind: ConnectorKind::Next, label: String::new() };
                changes.push(Change::Connector(ConnectorId(ids.fresh()), Some(way)));
            }
            if place % 50 == 30 {
                let (x, y) = (130.0 + 200.0 * nth as f32, 200.0 + (60 * place % 90_000) as f32);
                let note = Sticky { text: "Asked twice".to_owned(), x, y, ..Sticky::default() };
                changes.push(Change::Sticky(StickyId(ids.fresh()), Some(note)));
            }
        }
    }
    Ok(changes)
}

/// A path around the middle of the board.
fn around(step: usize) -> Vec2 {
    Vec2::angled(step as f32 * 0.1) * 180.0
}

fn wheel(delta: Vec2, modifiers: Modifiers) -> Event {
    let (unit, source) = (MouseWheelUnit::Point, MouseWheelSource::Unknown);
    Event::MouseWheel { unit, delta, phase: TouchPhase::Move, source, modifiers }
}

fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

/// The board among all that is told: a button is called so too.
fn board_of(told: &[(Role, String, Rect)]) -> Option<Rect> {
    let named = told.iter().filter(|(_, label, _)| label.starts_with("Board")).map(|(_, _, rect)| *rect);
    named.max_by(|a, b| a.area().total_cmp(&b.area()))
}

struct Seat {
    ctx: egui::Context,
    app: Box<dyn eframe::App>,
    frame: eframe::Frame,
    time: f64,
    cards: usize,
    /// What was held down in the last frame.
    modifiers: Modifiers,
    /// Whether the last frame asked for another one at once.
    /// After which the window asks for the next frame.
    delay: Duration,
}

impl Seat {
    /// The next frame, when the window asks for one: now, after a delay, or because a thread has something to show.
    fn frame_when_asked(&mut self, asked: &Receiver<Duration>) {
        while !self.delay.is_zero() {
            let start = Instant::now();
            let woken = asked.recv_timeout(self.delay.min(OPENS_WITHIN));
            let left = self.delay.saturating_sub(start.elapsed());
            self.delay = woken.map_or(Duration::ZERO, |delay| delay.min(left));
        }
        self.frame(Vec::new());
        // What was asked for while it was drawn is in its delay.
        self.delay = asked.try_iter().fold(self.delay, Duration::min);
    }

    /// One frame, as the toolkit runs it up to the triangles.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.run(events).0
    }

    fn run(&mut self, mut events: Vec<Event>) -> (Duration, Vec<Node>) {
        self.time += 1.0 / 60.0;
        let held = |event: &Event| match event {
            Event::Key { modifiers, .. }
            | Event::PointerButton { modifiers, .. }
            | Event::MouseWheel { modifiers, .. } => Some(*modifiers),
            _ => None,
        };
        let modifiers = events.iter().find_map(held).unwrap_or_default();
        // A window at rest has no events, not even this one.
        if std::mem::replace(&mut self.modifiers, modifiers) != modifiers {
            events.insert(0, Event::ModifiersChanged(modifiers));
        }
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let Seat { ctx, app, frame, .. } = self;
        let mut output = ctx.run_ui(input, |ui| app.ui(ui, frame));
        output.textures_delta.clear();
        let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        drop(triangles);
        let delay = output.viewport_output.get(&ViewportId::ROOT).map_or(Duration::MAX, |root| root.repaint_delay);
        self.delay = delay;
        let update = output.platform_output.accesskit_update;
        (took, update.into_iter().flat_map(|update| update.nodes).map(|(_, node)| node).collect())
    }

    /// What a screen reader is told of the window, and where each thing is.
    fn told(&mut self) -> Vec<(Role, String, Rect)> {
        self.ctx.enable_accesskit();
        let (_, nodes) = self.run(Vec::new());
        self.ctx.disable_accesskit();
        let told = nodes.into_iter().filter_map(|node| {
            let place = node.bounds()?;
            let corner = |x: f64, y: f64| pos2(x as f32, y as f32);
            let rect = Rect::from_min_max(corner(place.x0, place.y0), corner(place.x1, place.y1));
            Some((node.role(), node.label()?.to_owned(), rect))
        });
        told.collect()
    }

    fn wants_frame(&self) -> bool {
        self.delay < Duration::from_millis(17)
    }

    fn shows_map(&mut self) -> bool {
        self.ctx.memory(|memory| memory.has_focus(touchline::ui::board::focus_id()))
    }

    fn shows_cards(&mut self) -> bool {
        self.told().iter().any(|(_, label, _)| label.starts_with("Touchpoint "))
    }

    /// Where the board is seen.
    fn board(&mut self) -> Rect {
        board_of(&self.told()).unwrap_or(Rect::from_min_size(Pos2::ZERO, SIZE))
    }

    /// The cards that are whole in view and large enough to be taken, from the top.
    fn cards_shown(&mut self) -> Vec<Rect> {
        let told = self.told();
        let board = board_of(&told).unwrap_or(Rect::NOTHING);
        let cards = told.into_iter().filter(|(_, label, _)| label.starts_with("Touchpoint "));
        let mut shown: Vec<Rect> = cards.map(|(_, _, rect)| rect).filter(|rect| board.contains_rect(*rect)).collect();
        shown.retain(|rect| rect.height() >= 4.0);
        shown.sort_by(|a, b| a.min.y.total_cmp(&b.min.y).then(a.min.x.total_cmp(&b.min.x)));
        shown
    }

    /// Frames until what was asked for is there and stands still.
    fn settle(&mut self) {
        for _ in 0..30 {
            self.frame(Vec::new());
        }
    }

    fn strike(&mut self, which: Key, modifiers: Modifiers) {
        self.frame(vec![key(which, modifiers, true)]);
        self.frame(vec![key(which, modifiers, false)]);
    }

    fn click(&mut self, pos: Pos2, modifiers: Modifiers) {
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![button(pos, true, modifiers)]);
        self.frame(vec![button(pos, false, modifiers)]);
        // Not so quick that the next one makes a double click.
        self.time += 1.0;
    }

    /// Takes what lies at a place, moves it about, and lets go.
    fn drag(&mut self, name: &str, from: Pos2) {
        self.frame(vec![Event::PointerMoved(from)]);
        self.frame(vec![button(from, true, Modifiers::NONE)]);
        self.gesture(name, |step| vec![Event::PointerMoved(from + around(step + 1) - around(0))]);
        self.frame(vec![button(from + around(FRAMES) - around(0), false, Modifiers::NONE)]);
        self.settle();
    }

    fn gesture(&mut self, name: &str, mut events: impl FnMut(usize) -> Vec<Event>) {
        let frames = (0..FRAMES).map(|step| self.frame(events(step)).as_secs_f64() * 1e3).collect();
        self.print(name, frames);
    }

    /// A window that nobody touches, once what was done before is over and kept.
    fn rest(&mut self, name: &str) {
        for _ in 0..10 {
            self.time += 1.0;
            self.frame(Vec::new());
            std::thread::sleep(Duration::from_millis(30));
        }
        let mut frames = Vec::new();
        for _ in 0..FRAMES {
            frames.push(if self.wants_frame() { self.frame(Vec::new()).as_secs_f64() * 1e3 } else { 0.0 });
        }
        self.print(name, frames);
    }

    fn print(&self, name: &str, mut frames: Vec<f64>) {
        frames.sort_by(f64::total_cmp);
        let at = |share: f64| frames.get(((frames.len() - 1) as f64 * share).ceil() as usize).copied().unwrap_or(0.0);
        println!("{} {name} {:.2} {:.2} {:.2}", self.cards, at(0.5), at(0.99), at(1.0));
    }
}
