//! Threads: the one place that starts them, each with a name, and ends them.
//!
//! A thread that writes is waited for when the program ends, so that no file is left half made beside the one that it was to
//! become. One that only reads is left behind: it ends with the program, and nobody is there to be told.

use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use touchline_words::as_here;

/// What becomes of a thread when the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is waited for ([`wait_for_writers`]).
    Waited,
    /// It is left behind.
    Left,
}

/// The threads that are waited for.
static WRITERS: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

/// Starts a thread. Whether there is one: the system may have no more to give, and then the work is dropped undone, which
/// whoever waits for it sees by the end of its channel.
pub fn start(name: &'static str, ending: Ending, work: impl FnOnce() + Send + 'static) -> bool {
    let Some(thread) = start_held(name, work) else { return false };
    if ending == Ending::Waited {
        let mut writers = WRITERS.lock().unwrap_or_else(PoisonError::into_inner);
        // Those that have ended are not kept.
        writers.retain(|writer| !writer.is_finished());
        writers.push(thread);
    }
    true
}

/// Starts a thread whose owner waits for it. `None` where the system has no more to give.
#[expect(clippy::disallowed_methods, reason = "the one place where threads are started")]
pub fn start_held(name: &'static str, work: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
    Builder::new().name(name.to_owned()).spawn(as_here(work)).ok()
}

/// Waits until every thread that writes has ended: at the end of the program, once nobody starts another.
pub fn wait_for_writers() {
    loop {
        let next = WRITERS.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match next {
            // A thread that panicked has nothing left to write.
            Some(writer) => _ = writer.join(),
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::channel;

    #[test]
    fn the_end_waits_for_who_writes_and_for_nobody_else() {
        let (go, wait) = channel::<()>();
        let written = Arc::new(AtomicBool::new(false));
        let shared = Arc::clone(&written);
        let (never, stays) = channel::<()>();
        assert!(start("a reader", Ending::Left, move || _ = stays.recv()));
        assert!(start("a writer", Ending::Waited, move || {
            _ = wait.recv();
            assert_eq!(std::thread::current().name(), Some("a writer"));
            shared.store(true, Ordering::SeqCst);
        }));
        drop(go);
        wait_for_writers();
        assert!(written.load(Ordering::SeqCst));
        drop(never);
    }

    #[test]
    fn no_other_file_starts_a_thread_that_outlives_its_call() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut wrong: Vec<PathBuf> = Vec::new();
        let mut folders = vec![root.join("src"), root.join("../../src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let is_own = path.ends_with("session/threads.rs");
                match path.is_dir() {
                    true => folders.push(path),
                    false if is_own => {}
                    false => {
                        let text = std::fs::read_to_string(&path).unwrap();
                        let code = text.split("#[cfg(test)]").next().unwrap();
                        if code.contains("thread::spawn") || code.contains("thread::Builder") {
                            wrong.push(path);
                        }
                    }
                }
            }
        }
        assert_eq!(wrong, Vec::<PathBuf>::new());
    }
}
