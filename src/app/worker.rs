//! Work on the disk off the frame, each job in the order in which it was given: one thread for files, so that nothing overtakes a
//! save, and one for drafts, so that no edit waits for one.

use crate::session::threads;
use crate::session::{DiskJob, DiskReport};
use crate::store::{SeenFiles, StateFolder};
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// So often is looked whether a second start wishes to see the window.
const LOOK: Duration = Duration::from_millis(400);
/// After so many looks is shown that a file is still open: each half minute.
const BEAT: u32 = 75;

/// The threads and the ways to them. Dropping it waits for the jobs that were given.
pub struct Worker {
    jobs: Option<Jobs>,
    /// One for each job; a job that has nothing to say reports `None`.
    reports: Receiver<Option<DiskReport>>,
    /// Jobs that have not reported yet.
    waiting: usize,
    /// A second start wishes to see the window.
    wished: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

struct Jobs {
    files: Sender<DiskJob>,
    drafts: Sender<DiskJob>,
}

/// What a thread works with.
#[derive(Clone)]
struct Desk {
    folder: Arc<StateFolder>,
    seen: Arc<SeenFiles>,
    done: Sender<Option<DiskReport>>,
    wished: Arc<AtomicBool>,
    ctx: Context,
}

impl Desk {
    fn run(&self, job: DiskJob) {
        self.tell(job.run(&self.folder, &self.seen));
    }

    fn tell(&self, report: Option<DiskReport>) {
        // When the window is gone, what it gave is still done.
        if self.done.send(report).is_ok() {
            self.ctx.request_repaint();
        }
    }

    /// Between the jobs, other machines are shown that the file is still open here.
    fn run_files(&self, todo: &Receiver<DiskJob>) {
        let mut looks = 0;
        loop {
            match todo.recv_timeout(LOOK) {
                Ok(job) => self.run(job),
                Err(RecvTimeoutError::Timeout) => self.look(&mut looks),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn look(&self, looks: &mut u32) {
        if self.folder.is_wished_for() {
            self.wished.store(true, Ordering::Relaxed);
            self.ctx.request_repaint();
        }
        *looks += 1;
        if *looks >= BEAT {
            *looks = 0;
            self.folder.beat();
        }
    }

    /// What was given meanwhile is noted together: the disk is waited for once.
    fn run_drafts(&self, todo: &Receiver<DiskJob>) {
        let mut next = todo.recv().ok();
        while let Some(mut job) = next {
            next = loop {
                let Ok(further) = todo.try_recv() else { break None };
                let (both, rest) = job.with(further);
                job = both;
                match rest {
                    Some(rest) => break Some(rest),
                    None => self.tell(None),
                }
            };
            self.run(job);
            next = next.or_else(|| todo.recv().ok());
        }
    }
}

impl Worker {
    /// `ctx` is woken for each report.
    pub fn start(ctx: &Context, folder: Option<StateFolder>) -> Self {
        let ((files, files_todo), (drafts, drafts_todo)) = (channel::<DiskJob>(), channel::<DiskJob>());
        let (done, reports) = channel();
        // Where there is no home to keep things in, drafts and settings fail and say so; maps are saved all the same.
        let folder = Arc::new(folder.unwrap_or_else(|| StateFolder::at(PathBuf::from("/dev/null/touchline"))));
        let wished = Arc::<AtomicBool>::default();
        let (seen, hears) = (Arc::default(), Arc::clone(&wished));
        let desk = Desk { folder, seen, done, wished: hears, ctx: ctx.clone() };
        let other = desk.clone();
        let threads = [
            threads::start_held("disk", move || desk.run_files(&files_todo)),
            threads::start_held("drafts", move || other.run_drafts(&drafts_todo)),
        ];
        let jobs = Some(Jobs { files, drafts });
        Self { jobs, reports, waiting: 0, wished, threads: threads.into_iter().flatten().collect() }
    }

    pub fn give(&mut self, job: DiskJob) {
        let Some(jobs) = &self.jobs else { return };
        let to = if job.is_of_drafts() { &jobs.drafts } else { &jobs.files };
        // A thread ends only when the sender is dropped, so there is somebody to take the job.
        if to.send(job).is_ok() {
            self.waiting += 1;
        }
    }

    /// The reports that have come in.
    pub fn take_reports(&mut self) -> Vec<DiskReport> {
        let reports: Vec<_> = self.reports.try_iter().collect();
        self.waiting = self.waiting.saturating_sub(reports.len());
        reports.into_iter().flatten().collect()
    }

    /// Whether a second start wishes to see the window; said once.
    pub fn is_wished_for(&self) -> bool {
        self.wished.swap(false, Ordering::Relaxed)
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
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}
