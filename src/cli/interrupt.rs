//! Ctrl+C while a server works on a question: the server is told to stop, and the program ends then.
//!
//! Reading a file needs none of this: the program ends, and nothing else is at work.

use std::sync::OnceLock;

use async_signal::{Signal, Signals};
use futures_lite::StreamExt;
use futures_lite::future::block_on;

use crate::behaviour::progress::Progress;
use crate::session::threads::{self, Ending};

/// The progress of the questions that are put to a server, which Ctrl+C, or a request to end, stops.
pub fn stopped_by_ctrl_c() -> &'static Progress {
    static QUESTION: OnceLock<Progress> = OnceLock::new();
    static LISTENING: OnceLock<()> = OnceLock::new();
    let question = QUESTION.get_or_init(Progress::default);
    LISTENING.get_or_init(|| {
        // Where nobody can listen the program ends as any other.
        let Ok(mut signals) = Signals::new([Signal::Int, Signal::Term]) else { return };
        threads::start("wait for Ctrl+C", Ending::Left, move || {
            if block_on(signals.next()).is_some() {
                question.cancel();
            }
        });
    });
    question
}
