//! How soon the window stands: the time from starting the program to its first frame on the screen, beside an empty
//! window of the same toolkit, in turn, in one run.
//!
//! ```text
//! cargo bench --bench first_frame
//! ```
//!
//! Needs a display (a virtual one will do). Each measurement is a process of its own: it opens the window, and ends as
//! soon as its first frame is on the screen, which is when the second one is asked for.
#![expect(clippy::disallowed_methods, reason = "measures")]

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// Rounds of measurements.
const ROUNDS: usize = 9;
/// Which window a child process opens.
const WHICH: &str = "TOUCHLINE_BENCH_WINDOW";

fn main() -> ExitCode {
    match std::env::var(WHICH).as_deref() {
        Ok("nothing") => open(|_| Box::new(Nothing)),
        Ok("panel") => open(|_| Box::new(EmptyPanel)),
        Ok("touchline") => open(|creation| Box::new(touchline::app::window(&creation.egui_ctx, Default::default()))),
        _ => compare(),
    }
}

/// An application that draws nothing at all: the driver never has to compile what paints a surface.
struct Nothing;

impl eframe::App for Nothing {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
}

/// The least that is seen as a window: one panel without content.
struct EmptyPanel;

impl eframe::App for EmptyPanel {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |_| {});
    }
}

/// Lets one frame of an application reach the screen, then ends the process.
struct OneFrame {
    inner: Box<dyn eframe::App>,
    painted: bool,
}

impl eframe::App for OneFrame {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if self.painted {
            std::process::exit(0);
        }
        self.inner.ui(ui, frame);
        self.painted = true;
        ui.ctx().request_repaint();
    }
}

fn open(build: impl FnOnce(&eframe::CreationContext<'_>) -> Box<dyn eframe::App>) -> ExitCode {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    let run = eframe::run_native(
        "touchline-bench",
        options,
        Box::new(|creation| Ok(Box::new(OneFrame { inner: build(creation), painted: false }))),
    );
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("no window: {error}");
            ExitCode::FAILURE
        }
    }
}

fn compare() -> ExitCode {
    let mut times: [Vec<Duration>; 3] = Default::default();
    // The first round warms the caches of fonts and drivers and is not counted.
    for round in 0..=ROUNDS {
        for (nth, which) in ["nothing", "panel", "touchline"].into_iter().enumerate() {
            let Some(time) = once(which) else { return ExitCode::FAILURE };
            if round > 0 {
                times[nth].push(time);
            }
        }
    }
    let [nothing, panel, touchline] = times.map(|mut row| {
        row.sort();
        row[row.len() / 2]
    });
    println!("| window | median of {ROUNDS}, process start to first frame | Touchline against it |");
    println!("| --- | --- | --- |");
    let ratio = |to: Duration| touchline.as_secs_f64() / to.as_secs_f64();
    println!("| eframe window with nothing drawn | {} ms | {:.2} |", nothing.as_millis(), ratio(nothing));
    println!("| eframe window with one empty panel | {} ms | {:.2} |", panel.as_millis(), ratio(panel));
    println!("| Touchline, start screen | {} ms | |", touchline.as_millis());
    ExitCode::SUCCESS
}

fn once(which: &str) -> Option<Duration> {
    let program = std::env::current_exe().ok()?;
    let state = std::env::temp_dir().join(format!("touchline-bench-{}", std::process::id()));
    let start = Instant::now();
    let status = Command::new(program).env(WHICH, which).env("TOUCHLINE_STATE", &state).status().ok()?;
    let time = start.elapsed();
    // The state folder of a run that changed nothing may not even exist.
    let _ = std::fs::remove_dir_all(&state);
    status.success().then_some(time)
}
