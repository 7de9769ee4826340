//! Opening the window, and saying in one sentence why it could not be opened.
//!
//! The libraries a window needs are found only at run time, some of them by code that panics when they are missing, so a
//! panic before the first frame counts as a failure to open, and is told in the same sentence.

use super::desktop::Asked;
use super::dialogs::Dialogs;
use super::line_feed::WithLineFeed;
use super::{Options, Outside, Window, ending, failure, fault, icon, placing, second_start};
use crate::model::IdSource;
use crate::session::Remembered;
use crate::session::threads;
use crate::session::window_place::LEAST;
use crate::store::{Event, STATE_VARIABLE, Settings, StateFolder, What};
use eframe::{NativeOptions, Renderer, UserEvent};
use egui::{Context, ViewportBuilder};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use touchline_words::say;
use touchline_words::{Language, speak};
use winit::event_loop::EventLoop;

/// The name under which window systems know the program.
const APP_ID: &str = "touchline";
/// What a bare Debian needs for a window; all of it is loaded at run time.
const PACKAGES: &str = "libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1 libegl1 libgl1-mesa-dri";

/// Opens the window and stays until it is closed.
pub fn run(options: Options) -> ExitCode {
    let folder = StateFolder::of_user(std::env::var_os(STATE_VARIABLE));
    let remembered = folder.as_ref().map(Remembered::read).unwrap_or_default();
    let chosen = options.language.or(remembered.settings.language.chosen());
    speak(chosen.unwrap_or_else(Language::of_system));
    // Data that are to be laid over the map need a window of their own.
    let alone = options.map.as_ref().filter(|_| options.log.is_none());
    if let Some((map, folder)) = alone.zip(folder.as_ref())
        && second_start::is_handed_over(folder, map)
    {
        eprintln!("{}", say!(app_handed_over, file = map.display()));
        return ExitCode::SUCCESS;
    }
    let opened = Arc::new(AtomicBool::new(false));
    let hook = Arc::new(take_hook());
    let reports = folder.as_ref().map(StateFolder::again);
    let log = folder.as_ref().map(StateFolder::again);
    let note = |what| log.iter().for_each(|log| log.log(Event::now(what)));
    note(What::Started);
    set_hook(quiet_until_opened(Arc::clone(&opened), Arc::clone(&hook), reports));
    let told = Arc::clone(&opened);
    failure::listen();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let event_loop = EventLoop::<UserEvent>::with_user_event().build().map_err(|error| error.to_string())?;
        let program = eframe::create_native(
            APP_ID,
            native_options(&remembered.settings),
            Box::new(move |creation| {
                let ctx = &creation.egui_ctx;
                let frame = creation.winit_window().cloned();
                if let Some(frame) = &frame {
                    placing::put(frame, &remembered.settings);
                }
                let outside = Outside {
                    folder,
                    dialogs: Dialogs::default(),
                    desktop: Asked::start(ctx),
                    ids: IdSource::random(),
                    frame,
                    ended: ending::listen(ctx),
                    renderer: creation.gl.as_deref().map(renderer).unwrap_or_default(),
                };
                Ok(Box::new(Window::new(ctx, remembered, outside, options, told)))
            }),
            &event_loop,
        );
        event_loop.run_app(&mut WithLineFeed(program)).map_err(|error| error.to_string())?;
        // The loop itself does not say why it has ended.
        failure::heard().map_or(Ok(()), Err)
    }));
    // An export that is being written when the window closes is written to its end.
    threads::wait_for_writers();
    note(What::Ended);
    match outcome {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("{}", failure_sentence(&error));
            ExitCode::FAILURE
        }
        // The report was kept, and was told.
        Err(_) if opened.load(Ordering::Relaxed) => ExitCode::FAILURE,
        Err(panic) => {
            eprintln!("{}", failure_sentence(panic_text(panic.as_ref())));
            ExitCode::FAILURE
        }
    }
}

/// The window's application for an event loop that somebody else runs, with what an earlier run left in the state folder.
pub fn window(ctx: &Context, options: Options) -> Window {
    let folder = StateFolder::of_user(std::env::var_os(STATE_VARIABLE));
    let remembered = folder.as_ref().map(Remembered::read).unwrap_or_default();
    let outside = Outside {
        folder,
        dialogs: Dialogs::default(),
        desktop: Asked::start(ctx),
        ids: IdSource::random(),
        frame: None,
        ended: Arc::default(),
        renderer: String::new(),
    };
    Window::new(ctx, remembered, outside, options, Arc::default())
}

/// What paints the window.
fn renderer(gl: &eframe::glow::Context) -> String {
    let version = eframe::glow::HasContext::version(gl);
    let kind = if version.is_embedded { "OpenGL ES" } else { "OpenGL" };
    format!("{kind} {}.{} {}", version.major, version.minor, version.vendor_info)
}

type Hook = Box<dyn Fn(&std::panic::PanicHookInfo<'_>) + Sync + Send + 'static>;

/// A window that could not be opened says so itself; one that fails later keeps a report. Who works on the program sees all of it.
fn quiet_until_opened(opened: Arc<AtomicBool>, hook: Arc<Hook>, reports: Option<StateFolder>) -> Hook {
    let is_for_us = std::env::var_os("RUST_BACKTRACE").is_some_and(|wish| wish != "0");
    Box::new(move |info| {
        if is_for_us {
            hook(info);
        }
        if opened.load(Ordering::Relaxed) {
            fault::keep(reports.as_ref(), info);
        }
    })
}

fn native_options(settings: &Settings) -> NativeOptions {
    NativeOptions {
        renderer: Renderer::Glow,
        viewport: ViewportBuilder::default()
            .with_title("Touchline")
            .with_app_id(APP_ID)
            .with_icon(icon::window_icon())
            // Its place and how small it may become are said once the screens are known.
            .with_inner_size([settings.window_width.max(LEAST[0]), settings.window_height.max(LEAST[1])])
            .with_clamp_size_to_monitor_size(true),
        ..NativeOptions::default()
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    text.unwrap_or(say!(app_unknown_cause))
}

fn failure_sentence(cause: &str) -> String {
    let cause: String = cause.split_whitespace().collect::<Vec<_>>().join(" ");
    // Some libraries name their own source file before they say what is wrong.
    let cause =
        cause.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(cause.as_str(), |(_, said)| said);
    let cause: String = cause.trim_end_matches('.').chars().take(200).collect();
    if no_display() {
        return say!(app_no_display, packages = PACKAGES);
    }
    say!(app_no_window, cause, packages = PACKAGES)
}

fn no_display() -> bool {
    let empty = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
    cfg!(target_os = "linux") && empty("DISPLAY") && empty("WAYLAND_DISPLAY") && empty("WAYLAND_SOCKET")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_does_not_name_the_source_of_a_library() {
        let said = failure_sentence("os error at /home/me/winit/src/mod.rs:788: Failed to open connection to X server");
        assert!(said.contains("(Failed to open connection to X server)") || no_display(), "{said}");
    }

    #[test]
    fn a_failure_is_one_line_that_names_the_packages() {
        let said = failure_sentence("Library libxkbcommon-x11.so\ncould not be loaded.");
        assert_eq!(said.lines().count(), 1);
        for package in PACKAGES.split(' ') {
            assert!(said.contains(package), "{package} missing in {said}");
        }
    }
}
