//! Work off the frame: a thread that reports progress, can be cancelled, and hands its result over when asked.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use super::threads::{self, Ending};
use crate::behaviour::progress::Progress;

/// A running piece of work. Dropping it cancels it.
#[derive(Debug)]
pub struct Job<T> {
    result: Receiver<T>,
    progress: Arc<Progress>,
    started: Instant,
    pace: Pace,
}

/// What a job says when asked.
#[derive(Debug, PartialEq)]
pub enum JobState<T> {
    Running,
    Done(T),
    /// The thread ended without a result.
    Lost,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work on a thread of its own, which the end of the program does not wait for.
    pub fn start(name: &'static str, work: impl FnOnce(&Arc<Progress>) -> T + Send + 'static) -> Self {
        Self::begin(name, Ending::Left, work, || ())
    }

    /// The same; `then` is called on the thread once the result is there to be taken.
    pub fn start_then(
        name: &'static str,
        work: impl FnOnce(&Arc<Progress>) -> T + Send + 'static,
        then: impl FnOnce() + Send + 'static,
    ) -> Self {
        Self::begin(name, Ending::Left, work, then)
    }

    /// Starts work that ends in a file, which the end of the program waits for.
    pub fn start_writing(name: &'static str, work: impl FnOnce(&Arc<Progress>) -> T + Send + 'static) -> Self {
        Self::begin(name, Ending::Waited, work, || ())
    }

    #[expect(clippy::disallowed_methods, reason = "how long work takes is measured here")]
    fn begin(
        name: &'static str,
        ending: Ending,
        work: impl FnOnce(&Arc<Progress>) -> T + Send + 'static,
        then: impl FnOnce() + Send + 'static,
    ) -> Self {
        let (sender, result) = channel();
        let progress = Arc::new(Progress::default());
        let shared = Arc::clone(&progress);
        // Where there is no thread to be had, the job is lost, and says so.
        threads::start(name, ending, move || {
            // Nobody waits any more when the job was dropped: then there is no one to tell.
            let _ = sender.send(work(&shared));
            then();
        });
        Self { result, progress, started: Instant::now(), pace: Pace::default() }
    }

    /// Never waits.
    pub fn poll(&self) -> JobState<T> {
        match self.result.try_recv() {
            Ok(result) => JobState::Done(result),
            Err(TryRecvError::Empty) => JobState::Running,
            Err(TryRecvError::Disconnected) => JobState::Lost,
        }
    }

    /// Waits for the result; `None` when the thread ended without one.
    pub fn wait(&self) -> Option<T> {
        self.result.recv().ok()
    }

    /// 0 … 1.
    pub fn fraction(&self) -> f32 {
        self.progress.fraction()
    }

    /// How long the rest will take; `None` for the first second, and while too little is done to tell.
    #[expect(clippy::disallowed_methods, reason = "how long work takes is measured here")]
    pub fn time_left(&self) -> Option<Duration> {
        let elapsed = self.started.elapsed();
        if elapsed < SOONEST {
            return None;
        }
        Some(self.pace.smoothed(elapsed, self.progress.time_left(elapsed)?))
    }
}

/// Nothing is said about the time left before this.
const SOONEST: Duration = Duration::from_secs(1);

/// So fast the time that is told follows the one that is reckoned: most of a change is told after this.
const STEADY: Duration = Duration::from_secs(2);

/// The time left, told steadily: it runs down by itself, and is drawn to what is reckoned from the bytes and the pace.
#[derive(Debug, Default)]
struct Pace {
    /// When it was told last, since the start, and what was told, in seconds.
    told: Cell<Option<(f64, f64)>>,
}

impl Pace {
    fn smoothed(&self, elapsed: Duration, reckoned: Duration) -> Duration {
        let (now, reckoned) = (elapsed.as_secs_f64(), reckoned.as_secs_f64());
        let left = match self.told.get() {
            None => reckoned,
            Some((then, told)) => {
                let passed = (now - then).max(0.0);
                let follow = 1.0 - (-passed / STEADY.as_secs_f64()).exp();
                let run_down = (told - passed).max(0.0);
                run_down + (reckoned - run_down) * follow
            }
        };
        self.told.set(Some((now, left)));
        Duration::try_from_secs_f64(left).unwrap_or_default()
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_runs_down_and_does_not_jump() {
        let pace = Pace::default();
        let secs = |secs: f64| Duration::from_secs_f64(secs);
        let told = |at: f64, reckoned: f64| pace.smoothed(secs(at), secs(reckoned)).as_secs_f64();
        assert_eq!(told(1.0, 30.0), 30.0);
        // A pace that holds runs down by the clock.
        assert!((told(1.5, 29.5) - 29.5).abs() < 1e-9);
        // A reading that jumps to the double is followed slowly, and reached.
        let after = told(1.6, 60.0);
        assert!(after > 29.0 && after < 32.0, "{after}");
        let mut last = after;
        for tenth in 1..200_u8 {
            let at = 1.6 + f64::from(tenth) / 10.0;
            last = told(at, 60.0 - f64::from(tenth) / 10.0);
        }
        assert!((last - 40.1).abs() < 0.2, "{last}");
    }

    #[test]
    fn who_is_told_at_the_end_finds_the_result() {
        let (told, ends) = channel();
        let job = Job::start_then("a test", |_| 7, move || told.send(()).unwrap());
        ends.recv().unwrap();
        assert_eq!(job.poll(), JobState::Done(7));
    }

    #[test]
    fn nothing_is_said_about_the_first_second() {
        let job = Job::start("a test", |progress| while !progress.is_cancelled() {});
        assert_eq!(job.time_left(), None);
    }
}
