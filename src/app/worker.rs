//! Work on the disk off the frame: one thread, one job after the other, so that a draft never overtakes a save.

use crate::session::threads;
use crate::session::{DiskJob, DiskReport};
use crate::store::{SeenFiles, StateFolder};
use egui::Context;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// The thread and the two ways to it. Dropping it waits for the jobs that were given.
pub struct Worker {
    jobs: Option<Sender<DiskJob>>,
    /// One for each job; a job that has nothing to say reports `None`.
    reports: Receiver<Option<DiskReport>>,
    /// Jobs that have not reported yet.
    waiting: usize,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// `ctx` is woken for each report.
    pub fn start(ctx: &Context, folder: Option<StateFolder>) -> Self {
        let (jobs, todo) = channel::<DiskJob>();
        let (done, reports) = channel();
        let ctx = ctx.clone();
        let thread = threads::start_held("disk", move || {
            // Where there is no home to keep things in, drafts and settings fail and say so; maps are saved all the same.
            let folder = folder.unwrap_or_else(|| StateFolder::at(PathBuf::from("/dev/null/touchline")));
            let mut seen = SeenFiles::default();
            for job in todo {
                if done.send(job.run(&folder, &mut seen)).is_err() {
                    // The window is gone; what it gave is still done.
                    continue;
                }
                ctx.request_repaint();
            }
        });
        Self { jobs: Some(jobs), reports, waiting: 0, thread }
    }

    pub fn give(&mut self, job: DiskJob) {
        // The thread ends only when the sender is dropped, so there is somebody to take the job.
        if self.jobs.as_ref().is_some_and(|jobs| jobs.send(job).is_ok()) {
            self.waiting += 1;
        }
    }

    /// The reports that have come in.
    pub fn take_reports(&mut self) -> Vec<DiskReport> {
        let reports: Vec<_> = self.reports.try_iter().collect();
        self.waiting = self.waiting.saturating_sub(reports.len());
        reports.into_iter().flatten().collect()
    }

    /// Waits until every job is done, and gives back what they reported.
    #[cfg(test)]
    pub fn wait_for_all(&mut self) -> Vec<DiskReport> {
        let mut reports = Vec::new();
        while self.waiting > 0 {
            reports.extend(self.reports.recv_timeout(std::time::Duration::from_secs(30)).unwrap());
            self.waiting -= 1;
        }
        reports
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
