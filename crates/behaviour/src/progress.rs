//! How far a long fold is, and the wish to stop it: shared between the thread that folds and whoever watches.
//!
//! Reading and asking are both cheap and never block, so the window may look at it in every frame.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use super::error::BehaviourError;

/// Shared by reference or in an `Arc`; made anew for each run.
#[derive(Debug, Default)]
pub struct Progress {
    bytes_total: AtomicU64,
    bytes_done: AtomicU64,
    parts_total: AtomicU64,
    parts_done: AtomicU64,
    /// Nothing is folded after the reading.
    reads_alone: AtomicBool,
    cancelled: AtomicBool,
    /// How often a run asked whether it should stop.
    #[cfg(test)]
    asked: AtomicU64,
    /// Cancels itself when it is asked for the time after so many; 0 for never.
    #[cfg(test)]
    patience: AtomicU64,
}

/// The share of the whole that reading takes; folding what was read takes the rest.
const READING_SHARE: f32 = 0.85;

/// Before this much is done, or so soon, the time left would be a guess.
const LEAST_TO_TELL: f32 = 0.02;
const SOONEST_TO_TELL: Duration = Duration::from_millis(500);

#[cfg(test)]
impl Progress {
    /// One that cancels itself when it is asked once more than `patience` times.
    pub fn cancelled_after(patience: u64) -> Progress {
        Progress { patience: AtomicU64::new(patience), ..Progress::default() }
    }

    /// How often a run asked whether it should stop.
    pub fn asked(&self) -> u64 {
        self.asked.load(Ordering::Relaxed)
    }

    fn ask(&self) {
        let patience = self.patience.load(Ordering::Relaxed);
        if self.asked.fetch_add(1, Ordering::Relaxed) >= patience && patience > 0 {
            self.cancel();
        }
    }
}

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
        if self.reads_alone.load(Ordering::Relaxed) {
            return share(read, total);
        }
        let folded = share(self.parts_done.load(Ordering::Relaxed), self.parts_total.load(Ordering::Relaxed));
        READING_SHARE * share(read, total) + (1.0 - READING_SHARE) * folded
    }

    /// How long the rest will take, if it goes on as it has for `elapsed`; `None` while too little is done to tell.
    pub fn time_left(&self, elapsed: Duration) -> Option<Duration> {
        let done = self.fraction();
        if done < LEAST_TO_TELL || elapsed < SOONEST_TO_TELL {
            return None;
        }
        Duration::try_from_secs_f32(elapsed.as_secs_f32() * (1.0 - done) / done).ok()
    }

    pub(super) fn begin_reading(&self, bytes: u64) {
        self.bytes_total.store(bytes, Ordering::Relaxed);
        self.bytes_done.store(0, Ordering::Relaxed);
    }

    /// The same for a scan that is done once everything is read.
    pub(super) fn begin_reading_alone(&self, bytes: u64) {
        self.reads_alone.store(true, Ordering::Relaxed);
        self.begin_reading(bytes);
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
        #[cfg(test)]
        self.ask();
        if self.is_cancelled() { Err(BehaviourError::Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_what_is_done() {
        let progress = Progress::default();
        progress.begin_reading(1_000);
        progress.read(10);
        assert_eq!(progress.time_left(Duration::from_secs(10)), None);
        progress.read(490);
        assert_eq!(progress.time_left(Duration::from_millis(100)), None);
        let left = progress.time_left(Duration::from_secs(17)).unwrap().as_secs_f32();
        assert!((left - 23.0).abs() < 0.1, "{left}");
    }

    #[test]
    fn what_is_read_alone_is_done_when_it_is_read() {
        let progress = Progress::default();
        progress.begin_reading_alone(1_000);
        progress.read(750);
        assert!((progress.fraction() - 0.75).abs() < 1e-6);
        assert_eq!(progress.time_left(Duration::from_secs(6)), Some(Duration::from_secs(2)));
        progress.read(250);
        assert!((progress.fraction() - 1.0).abs() < 1e-6);
    }

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
