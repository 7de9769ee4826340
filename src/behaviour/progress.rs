//! How far a long fold is, and the wish to stop it: shared between the thread that folds and whoever watches.
//!
//! Reading and asking are both cheap and never block, so the window may look at it in every frame.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::error::BehaviourError;

/// Shared by reference or in an `Arc`; made anew for each run.
#[derive(Debug, Default)]
pub struct Progress {
    bytes_total: AtomicU64,
    bytes_done: AtomicU64,
    parts_total: AtomicU64,
    parts_done: AtomicU64,
    cancelled: AtomicBool,
}

/// The share of the whole that reading takes; folding what was read takes the rest.
const READING_SHARE: f32 = 0.85;

impl Progress {
    /// Asks the run to stop. It answers within a tenth of a second with [`BehaviourError::Cancelled`].
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked the run to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Bytes read so far and bytes in all; both 0 before the run has begun.
    pub fn bytes(&self) -> (u64, u64) {
        let total = self.bytes_total.load(Ordering::Relaxed);
        (self.bytes_done.load(Ordering::Relaxed).min(total), total)
    }

    /// How much of the whole is done, from 0 to 1.
    pub fn fraction(&self) -> f32 {
        let share = |done: u64, total: u64| if total == 0 { 0.0 } else { (done as f32 / total as f32).min(1.0) };
        let (read, total) = self.bytes();
        let folded = share(self.parts_done.load(Ordering::Relaxed), self.parts_total.load(Ordering::Relaxed));
        READING_SHARE * share(read, total) + (1.0 - READING_SHARE) * folded
    }

    pub(super) fn begin_reading(&self, bytes: u64) {
        self.bytes_total.store(bytes, Ordering::Relaxed);
        self.bytes_done.store(0, Ordering::Relaxed);
    }

    pub(super) fn read(&self, bytes: u64) {
        self.bytes_done.fetch_add(bytes, Ordering::Relaxed);
    }

    pub(super) fn begin_folding(&self, parts: u64) {
        // A source in another encoding has fewer or more bytes than its text: by now it is read either way.
        self.bytes_done.store(self.bytes_total.load(Ordering::Relaxed), Ordering::Relaxed);
        self.parts_total.store(parts, Ordering::Relaxed);
    }

    pub(super) fn folded_part(&self) {
        self.parts_done.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn stop_if_cancelled(&self) -> Result<(), BehaviourError> {
        if self.is_cancelled() { Err(BehaviourError::Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fraction_runs_from_nothing_to_all() {
        let progress = Progress::default();
        assert_eq!(progress.fraction(), 0.0);
        progress.begin_reading(100);
        progress.read(50);
        assert!((progress.fraction() - READING_SHARE / 2.0).abs() < 1e-6);
        progress.begin_folding(2);
        progress.folded_part();
        progress.folded_part();
        assert!((progress.fraction() - 1.0).abs() < 1e-6);
        assert!(progress.stop_if_cancelled().is_ok());
        progress.cancel();
        assert!(matches!(progress.stop_if_cancelled(), Err(BehaviourError::Cancelled)));
    }
}
