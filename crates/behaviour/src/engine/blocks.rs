//! What one thread has put away for one partition: events in blocks of one size, some of them in a file.

use std::io::Error;

use super::event::Parcel;
use super::spill::{Spill, Stored};

/// Events in blocks of one size, so that growing copies nothing and wastes little.
#[derive(Debug, Default)]
pub struct Blocks {
    blocks: Vec<Block>,
    /// Those before this one are in the file.
    stored: usize,
    len: usize,
}

/// Full but for the last.
#[derive(Debug)]
enum Block {
    Near(Vec<Parcel>),
    Far(Stored),
}

/// So many events make a block.
pub const BLOCK: usize = 2048;

impl Blocks {
    /// The events from one place up to another, in order, as slices. Those in the file must have been brought back.
    pub fn range(&self, from: usize, upto: usize) -> impl Iterator<Item = &[Parcel]> {
        (from / BLOCK..upto.div_ceil(BLOCK)).map(move |at| {
            let (start, end) = (from.saturating_sub(at * BLOCK), (upto - at * BLOCK).min(BLOCK));
            match self.blocks.get(at) {
                Some(Block::Near(events)) => events.get(start..end).unwrap_or_default(),
                // They were brought back before anybody asks.
                Some(Block::Far(_)) | None => Default::default(),
            }
        })
    }

    /// All events, in order. Those in the file must have been brought back.
    pub fn each_mut(&mut self) -> impl Iterator<Item = &mut Parcel> {
        self.blocks.iter_mut().flat_map(|block| match block {
            Block::Near(events) => events.as_mut_slice(),
            Block::Far(_) => Default::default(),
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Adds a few events. Gives back how many blocks were begun.
    #[inline]
    pub fn append(&mut self, events: &[Parcel]) -> usize {
        if let Some(Block::Near(block)) = self.blocks.last_mut()
            && block.len() + events.len() <= BLOCK
        {
            block.extend_from_slice(events);
            self.len += events.len();
            return 0;
        }
        self.extend(events.iter().copied())
    }

    /// Adds events. Gives back how many blocks were begun.
    pub fn extend(&mut self, mut events: impl ExactSizeIterator<Item = Parcel>) -> usize {
        let before = self.blocks.len();
        self.len += events.len();
        while events.len() > 0 {
            match self.blocks.last_mut() {
                Some(Block::Near(block)) if block.len() < BLOCK => {
                    let room = BLOCK - block.len();
                    block.extend(events.by_ref().take(room));
                }
                _ => self.blocks.push(Block::Near(Vec::with_capacity(BLOCK))),
            }
        }
        self.blocks.len() - before
    }

    /// Puts the full blocks into the file. What cannot be put there stays.
    pub fn store(&mut self, spill: &Spill) -> Result<(), Error> {
        for block in self.blocks.iter_mut().skip(self.stored) {
            if let Block::Near(events) = block {
                if events.len() < BLOCK {
                    break;
                }
                *block = Block::Far(spill.store(events)?);
                spill.gave_back(BLOCK);
            }
            self.stored += 1;
        }
        Ok(())
    }

    /// Brings the blocks in the file back into memory.
    pub fn bring_back(&mut self, spill: &Spill) -> Result<(), Error> {
        for block in self.blocks.iter_mut().take(self.stored) {
            if let Block::Far(stored) = block {
                *block = Block::Near(spill.load(*stored)?);
            }
        }
        self.stored = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Event;

    fn parcel(n: usize) -> Parcel {
        Parcel::numbered(Event { time: n as i64, ..Event::default() })
    }

    fn times<'a>(parcels: impl Iterator<Item = &'a [Parcel]>) -> Vec<usize> {
        parcels.flatten().map(|parcel| parcel.event().time as usize).collect()
    }

    #[test]
    fn events_keep_their_order_in_blocks_and_ranges() {
        let total = 3 * BLOCK + 18;
        let (mut in_threes, mut at_once) = (Blocks::default(), Blocks::default());
        let begun: usize = (0..total).step_by(3).map(|n| in_threes.append(&[n, n + 1, n + 2].map(parcel))).sum();
        assert_eq!((begun, at_once.extend((0..total).map(parcel))), (4, 4));
        for mut blocks in [in_threes, at_once] {
            assert_eq!(blocks.len(), total);
            for (from, upto) in
                [(0, total), (0, 0), (5, BLOCK), (BLOCK - 1, BLOCK + 1), (BLOCK, 2 * BLOCK), (10, total)]
            {
                assert_eq!(times(blocks.range(from, upto)), (from..upto).collect::<Vec<_>>());
            }
            blocks.each_mut().for_each(|event| *event = parcel(7));
            assert_eq!(times(blocks.range(0, total)), vec![7; total]);
        }
    }

    #[test]
    fn full_blocks_come_back_from_the_file_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(0, folder.path().to_owned());
        let total = 3 * BLOCK + 17;
        let mut blocks = Blocks::default();
        blocks.extend((0..total).map(parcel));
        blocks.store(&spill).unwrap();
        assert_eq!((blocks.stored, blocks.len()), (3, total));
        blocks.bring_back(&spill).unwrap();
        assert_eq!(times(blocks.range(0, total)), (0..total).collect::<Vec<_>>());
    }
}
