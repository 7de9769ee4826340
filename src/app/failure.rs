//! Why the program's loop has ended by an error: the toolkit writes it to its log, and to nobody else.

use log_facade::{Level, LevelFilter, Log, Metadata, Record, set_logger, set_max_level};
use std::sync::Mutex;

/// How the toolkit begins what it says then.
const BEGINS: &str = "Exiting because of error: ";

/// The last reason that was heard.
static HEARD: Mutex<Option<String>> = Mutex::new(None);

struct Listener;

/// Hears from now on what ends the loop.
pub fn listen() {
    // Where somebody else listens already, the reason is told there.
    if set_logger(&Listener).is_ok() {
        set_max_level(LevelFilter::Error);
    }
}

/// Why the loop has ended; none where it ended well.
pub fn heard() -> Option<String> {
    HEARD.lock().ok()?.take()
}

impl Log for Listener {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        is_of_loop(about.level(), about.target())
    }

    fn log(&self, record: &Record<'_>) {
        if is_of_loop(record.level(), record.target())
            && let Some(reason) = record.args().to_string().strip_prefix(BEGINS)
            && let Ok(mut heard) = HEARD.lock()
        {
            *heard = Some(reason.to_owned());
        }
    }

    fn flush(&self) {}
}

fn is_of_loop(level: Level, target: &str) -> bool {
    level == Level::Error && target.starts_with("eframe")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_ends_the_loop_is_heard() {
        let say = |target: &str, level: Level, words: &str| {
            Listener.log(&Record::builder().target(target).level(level).args(format_args!("{words}")).build());
        };
        say("eframe::native::run", Level::Warn, "Exiting because of error: slow");
        say("winit", Level::Error, "Exiting because of error: other");
        say("eframe::native::run", Level::Error, "a picture is late");
        assert_eq!(heard(), None);
        say("eframe::native::run", Level::Error, "Exiting because of error: no OpenGL");
        assert_eq!((heard().as_deref(), heard()), (Some("no OpenGL"), None));
    }
}
