//! A journal: what was done to a map since its draft was written whole, entry after entry, in one file that only grows.
//!
//! Its head names the draft that the entries build on, by what was in it, and a salt that every checksum begins with. An entry is its
//! length, its checksum, its number and itself as text. Reading ends at the first that is not whole, is not the next one, or is of
//! another journal: what was there when the power went is either read as it was written, or not at all.
//!
//! ```text
//! head    "TLJOURN1"  salt u64  draft's length u64  draft's hash u64  CRC-32 of the 24 bytes before u32
//! entry   length u32  CRC-32 u32  number u64  RON text of `length` bytes
//! ```
//!
//! All numbers are little-endian; an entry's CRC-32 (IEEE 802.3) goes over salt, length, number and text.

use super::fingerprint::Fingerprint;
use crate::model::{Edit, Map};
use serde::{Deserialize, Serialize};

/// What a journal holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// An edit was made.
    Made(Edit),
    /// A text stands in its editor that this edit would take into the map; none stands there any more.
    Writing(Option<Edit>),
}

/// Whether a journal takes further entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Left,
    /// What was given may not be in it: the draft has to be written whole.
    Full,
}

/// Which draft a journal goes on from, and what tells its entries from those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub salt: u64,
    pub of: Fingerprint,
}

const MAGIC: &[u8; 8] = b"TLJOURN1";
const HEAD_BYTES: usize = 36;
const ENTRY_HEAD_BYTES: usize = 16;
/// A larger entry is none of ours: where an edit is larger, the draft is written whole.
pub const ENTRY_BYTES_MAX: usize = 4 * 1024 * 1024;
/// No journal is longer: by then its draft has been written anew.
pub const JOURNAL_BYTES_MAX: usize = 16 * 1024 * 1024;

impl Head {
    pub fn bytes(&self) -> Vec<u8> {
        let (length, hash) = self.of.parts();
        let numbers: Vec<u8> = [self.salt, length, hash].iter().flat_map(|number| number.to_le_bytes()).collect();
        let sum = crc32fast::hash(&numbers).to_le_bytes();
        [MAGIC.as_slice(), &numbers, &sum].concat()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (magic, rest) = bytes.split_first_chunk::<8>()?;
        let (numbers, rest) = rest.split_first_chunk::<24>()?;
        let (sum, _) = rest.split_first_chunk::<4>()?;
        if magic != MAGIC || crc32fast::hash(numbers) != u32::from_le_bytes(*sum) {
            return None;
        }
        let (salt, numbers) = numbers.split_first_chunk::<8>()?;
        let (length, hash) = numbers.split_first_chunk::<8>()?;
        let hash = hash.first_chunk::<8>()?;
        let of = Fingerprint::from_parts(u64::from_le_bytes(*length), u64::from_le_bytes(*hash));
        Some(Self { salt: u64::from_le_bytes(*salt), of })
    }

    /// An entry as it is appended; `None` for one that is too large for a journal.
    pub fn entry(&self, number: u64, entry: &Entry) -> Option<Vec<u8>> {
        let text = ron::to_string(entry).ok().filter(|text| text.len() <= ENTRY_BYTES_MAX)?;
        let length = (text.len() as u32).to_le_bytes();
        let sum = self.sum(length, number, text.as_bytes()).to_le_bytes();
        Some([length.as_slice(), &sum, &number.to_le_bytes(), text.as_bytes()].concat())
    }

    fn sum(&self, length: [u8; 4], number: u64, text: &[u8]) -> u32 {
        let mut sum = crc32fast::Hasher::new();
        for part in [self.salt.to_le_bytes().as_slice(), &length, &number.to_le_bytes(), text] {
            sum.update(part);
        }
        sum.finalize()
    }
}

/// The texts of a journal of this draft, as far as they are whole; none where it is of another.
fn texts(journal: &[u8], of: Fingerprint) -> impl Iterator<Item = &[u8]> {
    let head = Head::read(journal).filter(|head| head.of == of);
    let mut rest = journal.get(HEAD_BYTES..).unwrap_or_default();
    (0..).map_while(move |number| {
        let head = head?;
        let (entry_head, behind) = rest.split_first_chunk::<ENTRY_HEAD_BYTES>()?;
        let (length, of_entry) = entry_head.split_first_chunk::<4>()?;
        let (sum, counted) = of_entry.split_first_chunk::<4>()?;
        let counted = counted.first_chunk::<8>()?;
        let text = behind.get(..u32::from_le_bytes(*length) as usize)?;
        let is_next = u64::from_le_bytes(*counted) == number;
        if !is_next || head.sum(*length, number, text) != u32::from_le_bytes(*sum) {
            return None;
        }
        rest = behind.get(text.len()..)?;
        Some(text)
    })
}

/// The entries, as far as they are ours.
fn entries(journal: &[u8], of: Fingerprint) -> impl Iterator<Item = Entry> {
    texts(journal, of).map_while(|text| ron::de::from_bytes(text).ok())
}

/// The map of a draft with what its journal tells was done since; `draft` is what stands in the draft's file. What the map refuses, as
/// no edit of ours is, ends the reading.
pub fn replay(mut map: Map, draft: Fingerprint, journal: &[u8]) -> Map {
    let mut writing = None;
    for entry in entries(journal, draft) {
        match entry {
            Entry::Made(edit) => {
                if map.apply(edit).is_err() {
                    break;
                }
                writing = None;
            }
            Entry::Writing(edit) => writing = edit,
        }
    }
    if let Some(edit) = writing {
        // A text that the map does not take was told to whoever wrote it.
        let _ = map.apply(edit);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_stage, empty_map, set};
    use crate::model::{Field, IdSource, Stage};

    const OF: Fingerprint = Fingerprint::from_parts(3, 9);
    const HEAD: Head = Head { salt: 77, of: OF };

    /// A map, and a hundred edits of it with the map after each.
    fn hundred() -> (Map, Vec<Entry>, Vec<Map>) {
        let mut ids = IdSource::seeded(4);
        let start = empty_map(&mut ids);
        let mut map = start.clone();
        let (mut entries, mut after) = (Vec::new(), vec![start.clone()]);
        let mut at = None;
        for nth in 0..100 {
            let edit = match at.filter(|_| nth % 3 > 0) {
                Some(stage) => {
                    set::<Stage>(&map, stage, Field::Title, |stage| stage.name = format!("Für {nth}")).unwrap()
                }
                None => {
                    let (edit, stage) = add_stage(&map, "Awareness", None, &mut ids);
                    at = Some(stage);
                    edit
                }
            };
            map.apply(edit.clone()).unwrap();
            entries.push(Entry::Made(edit));
            after.push(map.clone());
        }
        (start, entries, after)
    }

    fn written(head: &Head, entries: &[Entry]) -> Vec<u8> {
        let numbered = entries.iter().zip(0..).flat_map(|(entry, number)| head.entry(number, entry).unwrap());
        head.bytes().into_iter().chain(numbered).collect()
    }

    /// Where each entry ends.
    fn ends(head: &Head, entries: &[Entry]) -> Vec<usize> {
        let lengths = entries.iter().zip(0..).map(|(entry, number)| head.entry(number, entry).unwrap().len());
        let ends = lengths.scan(HEAD_BYTES, |end, length| {
            *end += length;
            Some(*end)
        });
        std::iter::once(HEAD_BYTES).chain(ends).collect()
    }

    #[test]
    fn j1_every_beginning_of_a_journal_tells_what_was_whole_in_it_and_no_more() {
        let (start, made, after) = hundred();
        let (journal, ends) = (written(&HEAD, &made), ends(&HEAD, &made));
        assert_eq!(ends.last(), Some(&journal.len()));
        for length in 0..=journal.len() {
            let whole = ends.iter().filter(|end| **end <= length).count().saturating_sub(1);
            assert_eq!(texts(&journal[..length], OF).count(), whole, "{length} bytes");
        }
        for whole in [0, 1, 50, 100] {
            assert_eq!(entries(&journal[..ends[whole]], OF).collect::<Vec<_>>(), made[..whole]);
            assert_eq!(replay(start.clone(), OF, &journal[..ends[whole]]), after[whole]);
        }
    }

    #[test]
    fn a_bit_that_flips_ends_the_journal_where_it_stands() {
        let (_, made, _) = hundred();
        let (journal, ends) = (written(&HEAD, &made), ends(&HEAD, &made));
        for bit in 0..8 * journal.len() {
            let mut flipped = journal.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let whole = ends.iter().filter(|end| **end <= bit / 8).count().saturating_sub(1);
            assert_eq!(texts(&flipped, OF).count(), whole, "bit {bit}");
        }
    }

    #[test]
    fn nothing_is_read_of_another_draft_and_of_what_an_older_journal_left_behind() {
        let (start, made, after) = hundred();
        let journal = written(&HEAD, &made);
        assert_eq!(replay(start.clone(), Fingerprint::from_parts(3, 10), &journal), start);
        // A new journal over the bytes of an older one of the same draft.
        for fresh in [0, 1, 7] {
            let new = written(&Head { salt: 78, of: OF }, &made[..fresh]);
            let end = ends(&HEAD, &made).into_iter().find(|end| *end >= new.len()).unwrap();
            let left = [&new, &journal[end..]].concat();
            assert_eq!(replay(start.clone(), OF, &left), after[fresh]);
        }
        // The same entry twice is not the next one.
        let twice = [journal.as_slice(), &HEAD.entry(99, &made[99]).unwrap()].concat();
        assert_eq!(entries(&twice, OF).count(), 100);
    }

    #[test]
    fn a_text_in_its_editor_counts_until_it_is_taken_or_given_up() {
        let (start, made, after) = hundred();
        let Entry::Made(next) = made[1].clone() else { panic!() };
        let replayed = |more: &[Entry]| {
            let all = [&made[..1], more].concat();
            replay(start.clone(), OF, &written(&HEAD, &all))
        };
        let writing = Entry::Writing(Some(next.clone()));
        assert_eq!(replayed(std::slice::from_ref(&writing)), after[2]);
        assert_eq!(replayed(&[writing.clone(), Entry::Writing(None)]), after[1]);
        assert_eq!(replayed(&[writing, Entry::Made(next)]), after[2]);
    }

    #[test]
    fn what_was_written_by_hand_is_read_without_a_panic() {
        let (start, ..) = hundred();
        for text in [
            "Made(())",
            "Writing(None) x",
            "",
            "((((((((((((((((",
            "Made((verb:Begin,about:[],changes:[],merges:false))",
        ] {
            let length = (text.len() as u32).to_le_bytes();
            let sum = HEAD.sum(length, 0, text.as_bytes()).to_le_bytes();
            let journal = [HEAD.bytes().as_slice(), &length, &sum, &[0; 8], text.as_bytes()].concat();
            assert_eq!(replay(start.clone(), OF, &journal), start);
        }
    }
}
