//! Work on the disk off the frame: one thread, one job after the other, so that a draft never overtakes a save.

use crate::session::{DiskJob, DiskReport};
use crate::store::StateFolder;
use egui::Context;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// The thread and the two ways to it. Dropping it waits for the jobs that were given.
pub struct Worker {
    jobs: Option<Sender<DiskJob>>,
    reports: Receiver<DiskReport>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// `ctx` is woken for each report.
    pub fn start(ctx: &Context, folder: Option<StateFolder>) -> Self {
        let (jobs, todo) = channel::<DiskJob>();
        let (done, reports) = channel();
        let ctx = ctx.clone();
        let thread = std::thread::spawn(move || {
            // Where there is no home to keep things in, drafts and settings fail and say so; maps are saved all the same.
            let folder = folder.unwrap_or_else(|| StateFolder::at(PathBuf::from("/dev/null/touchline")));
            for job in todo {
                if let Some(report) = job.run(&folder) {
                    let _ = done.send(report);
                }
                ctx.request_repaint();
            }
        });
        Self { jobs: Some(jobs), reports, thread: Some(thread) }
    }

    pub fn give(&self, job: DiskJob) {
        if let Some(jobs) = &self.jobs {
            // The thread ends only when the sender is dropped, so there is somebody to take it.
            let _ = jobs.send(job);
        }
    }

    /// A report that has come in.
    pub fn next_report(&self) -> Option<DiskReport> {
        self.reports.try_recv().ok()
    }

    /// Waits for the next report, for as long as some job is still running.
    #[cfg(test)]
    pub fn wait_for_report(&self) -> Option<DiskReport> {
        self.reports.recv_timeout(std::time::Duration::from_secs(20)).ok()
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
