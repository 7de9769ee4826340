//! Work off the frame: a thread that reports progress, can be cancelled, and hands its result over when asked.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::behaviour::progress::Progress;

/// A running piece of work. Dropping it cancels it.
#[derive(Debug)]
pub struct Job<T> {
    result: Receiver<T>,
    progress: Arc<Progress>,
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
    /// Starts the work on a thread of its own.
    pub fn start(work: impl FnOnce(&Progress) -> T + Send + 'static) -> Self {
        let (sender, result) = channel();
        let progress = Arc::new(Progress::default());
        let shared = Arc::clone(&progress);
        std::thread::spawn(move || {
            // Nobody waits any more when the job was dropped: then there is no one to tell.
            let _ = sender.send(work(&shared));
        });
        Self { result, progress }
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
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}
