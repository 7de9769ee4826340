//! A reader that can be stopped: who unpacks what it reads comes to an end with it.

use std::io::{Error, Read, Result, Seek, SeekFrom};
use std::sync::Arc;

use super::progress::Progress;

/// Reads until its progress is cancelled; each reading after that fails.
pub struct Stoppable<R> {
    inner: R,
    stop: Arc<Progress>,
}

impl<R> Stoppable<R> {
    pub fn new(inner: R, stop: Arc<Progress>) -> Self {
        Self { inner, stop }
    }
}

impl<R: Read> Read for Stoppable<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        self.stop.stop_if_cancelled().map_err(Error::other)?;
        self.inner.read(out)
    }
}

impl<R: Seek> Seek for Stoppable<R> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.inner.seek(to)
    }
}
