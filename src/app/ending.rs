//! The system asks the program to end, by a signal: when a session closes, or Ctrl+C is pressed where it was started.
//!
//! The window closes without a question, and with it goes the lock beside the map. Nothing is lost: what is not saved stands in the journal, and is
//! offered at the next start. A second signal ends a program that does not get that far.

use crate::session::threads::{self, Ending};
use async_signal::{Signal, Signals};
use egui::Context;
use futures_lite::StreamExt;
use futures_lite::future::block_on;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the system is told where the program ends by a second signal, as if by the first alone.
const ENDED: i32 = 128 + 15;

/// Becomes true once the program is asked to end, and wakes the window for it.
pub(super) fn listen(ctx: &Context) -> Arc<AtomicBool> {
    let asked = Arc::<AtomicBool>::default();
    // Where nobody can listen the program ends as any other.
    let Ok(mut signals) = Signals::new([Signal::Term, Signal::Int, Signal::Hup]) else { return asked };
    let (tells, ctx) = (Arc::clone(&asked), ctx.clone());
    threads::start("wait for the end", Ending::Left, move || {
        while block_on(signals.next()).is_some() {
            if tells.swap(true, Ordering::Relaxed) {
                std::process::exit(ENDED);
            }
            ctx.request_repaint();
        }
    });
    asked
}
