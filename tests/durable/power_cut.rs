//! What a power cut may leave of what was asked of a disk.
//!
//! Until a file is synced any part of what was written since may be there, in blocks of 512 bytes; a block that is not there
//! reads as zeros, or the file ends before it. Until a folder is synced any of its new, changed and removed names may be
//! there, in any combination (after the model of ALICE, Pillai et al., OSDI 2014).

use super::traced::{Asked, FileId};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use touchline::model::IdSource;

/// A block that is written whole or not at all.
const BLOCK: usize = 512;

/// Files by their path; a folder has no bytes.
pub type Left = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// The disk at a moment: what is sure, and what is under way.
#[derive(Clone, Debug, Default)]
pub struct Power {
    names: BTreeMap<PathBuf, Node>,
    /// What was done in each folder since it was synced.
    open_names: Vec<(PathBuf, Named)>,
    files: BTreeMap<FileId, Bytes>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Node {
    Folder,
    File(FileId),
}

#[derive(Clone, Debug, Default)]
struct Bytes {
    sure: Vec<u8>,
    open: Vec<u8>,
}

/// What was done to the names of a folder.
#[derive(Clone, Debug)]
enum Named {
    Is(PathBuf, Node),
    Moved(PathBuf, PathBuf, Node),
    Gone(PathBuf),
}

impl Named {
    fn on(&self, names: &mut BTreeMap<PathBuf, Node>) {
        match self {
            Self::Is(path, node) => drop(names.insert(path.clone(), *node)),
            Self::Moved(from, to, node) => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
            Self::Gone(path) => drop(names.remove(path)),
        }
    }
}

impl Power {
    /// Goes on by one thing that was asked.
    pub fn step(&mut self, asked: &Asked) {
        match asked {
            Asked::MakeFolder(path) => self.name(path, Named::Is(path.clone(), Node::Folder)),
            Asked::Create(file, path) => {
                self.files.insert(*file, Bytes::default());
                self.name(path, Named::Is(path.clone(), Node::File(*file)));
            }
            Asked::Write(file, bytes) => self.files.get_mut(file).unwrap().open.extend(bytes),
            Asked::SyncFile(file) => {
                let bytes = self.files.get_mut(file).unwrap();
                bytes.sure.append(&mut bytes.open);
            }
            Asked::Rename(from, to) => {
                let node = self.lies(from).expect("what is renamed is there");
                self.name(to, Named::Moved(from.clone(), to.clone(), node));
            }
            Asked::SyncFolder(folder) => {
                let (now, open) = std::mem::take(&mut self.open_names).into_iter().partition(|(at, _)| at == folder);
                let _: &Vec<_> = &now;
                self.open_names = open;
                now.iter().for_each(|(_, named)| named.on(&mut self.names));
            }
            Asked::Remove(path) => self.name(path, Named::Gone(path.clone())),
            Asked::Said(_) => {}
        }
    }

    fn name(&mut self, path: &Path, named: Named) {
        self.open_names.push((path.parent().unwrap().to_owned(), named));
    }

    /// What a program that runs sees under a path.
    fn lies(&self, path: &Path) -> Option<Node> {
        let mut names = self.names.clone();
        self.open_names.iter().for_each(|(_, named)| named.on(&mut names));
        names.get(path).copied()
    }

    /// What the disk may hold if the power goes now, so many times: each combination of names and files at least once where there
    /// are not more of them. Where nothing is under way there is one.
    pub fn cuts(&self, tried: u64, dice: &mut IdSource) -> Vec<Left> {
        let is_open = |bytes: &Bytes| !bytes.open.is_empty();
        let open_files: Vec<_> = self.files.iter().filter(|(_, bytes)| is_open(bytes)).map(|(id, _)| *id).collect();
        let choices = self.open_names.len() as u32 + 2 * open_files.len() as u32;
        let all = 1_u64.checked_shl(choices).unwrap_or(u64::MAX);
        match all {
            1 => vec![self.cut(0, &open_files, dice)],
            _ if all <= tried => (0..tried).map(|nth| self.cut(nth % all, &open_files, dice)).collect(),
            _ => (0..tried).map(|_| self.cut(dice.fresh(), &open_files, dice)).collect(),
        }
    }

    /// One bit of `choice` for each name, and two for each file that is open.
    fn cut(&self, mut choice: u64, open_files: &[FileId], dice: &mut IdSource) -> Left {
        let mut bits = |bits: u32| {
            let taken = choice & ((1 << bits) - 1);
            choice >>= bits;
            taken
        };
        let mut names = self.names.clone();
        for (_, named) in &self.open_names {
            if bits(1) == 1 {
                named.on(&mut names);
            }
        }
        let torn: BTreeMap<FileId, u64> = open_files.iter().map(|file| (*file, bits(2))).collect();
        let mut left = Left::new();
        for (path, node) in &names {
            let has_home = path.ancestors().skip(1).all(|home| !self.is_of_the_trace(home) || names.contains_key(home));
            let bytes = match node {
                Node::Folder => None,
                Node::File(file) => Some(self.torn(*file, torn.get(file).copied(), dice)),
            };
            if has_home {
                left.insert(path.clone(), bytes);
            }
        }
        left
    }

    /// Whether a folder was made while the trace went on.
    fn is_of_the_trace(&self, folder: &Path) -> bool {
        let made = |named: &Named| matches!(named, Named::Is(path, Node::Folder) if path == folder);
        self.names.contains_key(folder) || self.open_names.iter().any(|(_, named)| made(named))
    }

    fn torn(&self, file: FileId, how: Option<u64>, dice: &mut IdSource) -> Vec<u8> {
        let Bytes { sure, open } = &self.files[&file];
        let part = dice.fresh() as usize % (open.len() + 1);
        let mut bytes = sure.clone();
        match how {
            Some(0) => {}
            Some(1) => bytes.extend(&open[..part]),
            // As long as it was to be, with a block that is not there.
            Some(2) => {
                bytes.extend(open);
                let block = (sure.len() + part) / BLOCK * BLOCK;
                let end = bytes.len().min(block + BLOCK);
                bytes[block.max(sure.len()).min(end)..end].fill(0);
            }
            _ => bytes.extend(open),
        }
        bytes
    }
}
