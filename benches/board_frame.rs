//! What a frame of a large map costs: the window's own work and the tessellation of what it draws, without a display.
//!
//! ```text
//! cargo bench --bench board_frame
//! ```
//!
//! A map of 500 cards is opened in a window of 1920×1080. Then a hand hovers over it, pans, zooms, drags a card along
//! and lets go. Printed for each: the median, the 95th percentile and the slowest frame, in milliseconds.

use egui::{
    Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2,
    vec2,
};
use std::error::Error;
use std::process::Command;
use std::time::{Duration, Instant};
use touchline::app::Options;
use touchline::edit::templates::Template;
use touchline::edit::{Cell, add_touchpoint, set_emotion};
use touchline::model::{Channel, Emotion, IdSource, Map, Score};

/// Cards on the map.
const CARDS: usize = 500;
/// Frames of each gesture.
const FRAMES: usize = 120;
/// The folder of the process that measures.
const FOLDER: &str = "TOUCHLINE_BENCH_FOLDER";
const SIZE: Vec2 = vec2(1920.0, 1080.0);
const CENTRE: Pos2 = pos2(960.0, 480.0);

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return measure(std::path::Path::new(&folder));
    }
    // The measuring process keeps its drafts and settings in a folder that ends with it.
    let folder = std::env::temp_dir().join(format!("touchline-board-frame-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let this = std::env::current_exe()?;
    let status = Command::new(this).env(FOLDER, &folder).env("TOUCHLINE_STATE", folder.join("state")).status()?;
    std::fs::remove_dir_all(&folder)?;
    if status.success() { Ok(()) } else { Err("the measuring process failed".into()) }
}

fn measure(folder: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let path = folder.join("large.ron");
    touchline::store::save_map(&path, &large_map())?;
    let ctx = egui::Context::default();
    let options = Options { map: Some(path), ..Options::default() };
    let app = Box::new(touchline::app::window(&ctx, options));
    let mut seat = Seat { ctx, app, frame: eframe::Frame::_new_kittest(), time: 0.0 };
    // The map is read off the frame; a few frames later it stands.
    for _ in 0..40 {
        seat.frame(Vec::new());
        std::thread::sleep(Duration::from_millis(25));
    }
    println!("{CARDS} cards, {} × {}, milliseconds a frame", SIZE.x, SIZE.y);
    println!("{:<22}{:>8}{:>8}{:>8}", "", "median", "p95", "slowest");
    seat.gesture("hover", |step| vec![Event::PointerMoved(CENTRE + around(step))]);
    seat.gesture("pan", |step| vec![wheel(around(step) * 0.2, Modifiers::NONE)]);
    let zoom = |step: usize| if (step / 15).is_multiple_of(2) { 20.0 } else { -20.0 };
    seat.gesture("zoom", |step| vec![wheel(vec2(0.0, zoom(step)), Modifiers::COMMAND)]);
    seat.frame(vec![Event::PointerMoved(CENTRE), button(CENTRE, true)]);
    seat.gesture("drag", |step| vec![Event::PointerMoved(CENTRE + around(step + 1))]);
    seat.frame(vec![button(CENTRE, false)]);
    seat.gesture("idle", |_| Vec::new());
    Ok(())
}

/// A template's stages, filled up evenly with cards of every channel, most of them with an emotion.
fn large_map() -> Map {
    let mut ids = IdSource::seeded(500);
    let mut map = Template::StreamingSubscriber.build(&mut ids);
    let stages: Vec<_> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let lane = map.touchpoints.values().map(|card| card.lane).next();
    let titles = ["Sees the trailer", "Asks two friends what they watch", "Opens the weekly e-mail", "Signs up"];
    for at in map.touchpoints.len()..CARDS {
        let (Some(lane), Some(stage)) = (lane, stages.get(at % stages.len())) else { break };
        let cell = Cell { stage: *stage, lane };
        let channel = Channel::ALL[at % Channel::ALL.len()];
        let title = format!("{} {at}", titles[at % titles.len()]);
        let Some((edit, id)) = add_touchpoint(&map, cell, None, channel, &title, &mut ids) else { break };
        map.apply(edit).expect("a card that was just made fits");
        let score = Score::from_tenths((at % 61) as i32 - 30);
        let emotion = (at % 5 > 0).then(|| Emotion { score, word: String::new(), reason: String::new() });
        if let Some(edit) = set_emotion(&map, id, None, emotion, false) {
            map.apply(edit).expect("a feeling fits");
        }
    }
    map
}

/// A path around the middle of the board.
fn around(step: usize) -> Vec2 {
    Vec2::angled(step as f32 * 0.1) * 180.0
}

fn wheel(delta: Vec2, modifiers: Modifiers) -> Event {
    let (unit, source) = (MouseWheelUnit::Point, MouseWheelSource::Unknown);
    Event::MouseWheel { unit, delta, phase: TouchPhase::Move, source, modifiers }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

struct Seat {
    ctx: egui::Context,
    app: Box<dyn eframe::App>,
    frame: eframe::Frame,
    time: f64,
}

impl Seat {
    /// One frame, as the toolkit runs it up to the triangles.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let start = Instant::now();
        let Seat { ctx, app, frame, .. } = self;
        let output = ctx.run_ui(input, |ui| app.ui(ui, frame));
        let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        drop(triangles);
        took
    }

    fn gesture(&mut self, name: &str, mut events: impl FnMut(usize) -> Vec<Event>) {
        let mut frames: Vec<f64> = (0..FRAMES).map(|step| self.frame(events(step)).as_secs_f64() * 1e3).collect();
        frames.sort_by(f64::total_cmp);
        let at = |share: f64| frames[((frames.len() - 1) as f64 * share) as usize];
        println!("{name:<22}{:>8.1}{:>8.1}{:>8.1}", at(0.5), at(0.95), at(1.0));
    }
}
