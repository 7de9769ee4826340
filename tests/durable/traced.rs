//! The real disk, with all that is asked of it written down.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use touchline::store::{Disk, DiskFile, Lies, Readers, RealDisk};

/// A file, whatever it is called by now.
pub type FileId = usize;

/// Something that was asked of the disk, or said to the person.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    MakeFolder(PathBuf),
    Create(FileId, PathBuf),
    Write(FileId, Vec<u8>),
    SyncFile(FileId),
    Rename(PathBuf, PathBuf),
    SyncFolder(PathBuf),
    Remove(PathBuf),
    /// That so much is kept.
    Said(super::work::Much),
}

/// What was asked, in its order.
#[derive(Clone, Debug, Default)]
pub struct Trace(Arc<Mutex<Written>>);

#[derive(Debug, Default)]
struct Written {
    asked: Vec<Asked>,
    files: FileId,
    /// What the files are called.
    names: Vec<(PathBuf, FileId)>,
}

impl Trace {
    pub fn add(&self, asked: Asked) {
        self.0.lock().unwrap().asked.push(asked);
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.0.lock().unwrap().asked.clone()
    }

    fn created(&self, path: &Path) -> FileId {
        let mut written = self.0.lock().unwrap();
        written.files += 1;
        let file = written.files;
        written.asked.push(Asked::Create(file, path.to_owned()));
        written.names.retain(|(name, _)| name != path);
        written.names.push((path.to_owned(), file));
        file
    }

    fn named(&self, path: &Path) -> FileId {
        self.0.lock().unwrap().names.iter().find(|(name, _)| name == path).expect("a file of ours").1
    }

    fn renamed(&self, from: &Path, to: &Path) {
        let file = self.named(from);
        let mut written = self.0.lock().unwrap();
        written.names.retain(|(name, _)| name != from && name != to);
        written.names.push((to.to_owned(), file));
        written.asked.push(Asked::Rename(from.to_owned(), to.to_owned()));
    }
}

/// The real disk, which a trace follows.
#[derive(Debug, Default)]
pub struct TracedDisk(pub Trace);

#[derive(Debug)]
struct TracedFile {
    real: Box<dyn DiskFile>,
    id: FileId,
    trace: Trace,
}

impl DiskFile for TracedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.trace.add(Asked::Write(self.id, bytes.to_owned()));
        self.real.write(bytes)
    }

    /// The trace alone tells what a power cut leaves, so that nothing is waited for.
    fn sync(&mut self) -> io::Result<()> {
        self.trace.add(Asked::SyncFile(self.id));
        Ok(())
    }
}

impl Disk for TracedDisk {
    fn look(&self, path: &Path) -> io::Result<Lies> {
        RealDisk.look(path)
    }

    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        RealDisk.link(path)
    }

    fn create(&self, path: &Path, readers: Readers<'_>) -> io::Result<Box<dyn DiskFile>> {
        let real = RealDisk.create(path, readers)?;
        Ok(Box::new(TracedFile { real, id: self.0.created(path), trace: self.0.clone() }))
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.add(Asked::MakeFolder(folder.to_owned()));
        RealDisk.make_folder(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)?;
        self.0.renamed(from, to);
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.add(Asked::SyncFolder(folder.to_owned()));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)?;
        self.0.add(Asked::Remove(path.to_owned()));
        Ok(())
    }
}
