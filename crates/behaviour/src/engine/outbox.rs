//! Events on their way to their partitions. Where ids have codes an event is put away as it comes; where they have none it
//! waits for its customer's number first ([`super::lobby`]). Either way an event that is put away takes 16 bytes, whatever the
//! length of its customer's id.

use std::io::Error;

use super::blocks::{BLOCK, Blocks};
use super::codes::Coder;
use super::customers::{Keyer, PARTITIONS, Registry, Whose};
use super::event::{Event, Parcel};
use super::lobby::Lobby;

/// The events of one thread, by partition, in the order in which the thread read them.
pub struct Outbox<'r> {
    registry: &'r Registry,
    parts: Vec<Blocks>,
    /// Where customers are looked up in tables.
    lobby: Option<Lobby>,
    /// By partition, the last few events put away: so close together that the cache holds them.
    hand: Box<[[Parcel; HANDFUL]; PARTITIONS]>,
    /// How many of them there are.
    held: [u8; PARTITIONS],
    pieces: Vec<PieceStart>,
    /// Why events could not be put away. If it was the file, they stay in memory from then on.
    failure: Option<Failure>,
}

/// Why events could not be put away.
#[derive(Debug)]
pub enum Failure {
    /// Not into the file.
    NoRoom(Error),
    /// An id has no code, or a name no room beside one.
    OtherId,
}

/// Where a piece of the file begins among the events of the thread that read it.
#[derive(Clone, Debug)]
pub struct PieceStart {
    /// The piece's place in the file.
    pub index: usize,
    /// How many events each partition had before it.
    pub before: Box<[u32]>,
}

/// So many events of each partition are held.
const HANDFUL: usize = 8;

impl<'r> Outbox<'r> {
    pub fn new(registry: &'r Registry) -> Outbox<'r> {
        Outbox {
            registry,
            parts: (0..PARTITIONS).map(|_| Blocks::default()).collect(),
            lobby: matches!(registry.whose, Whose::Numbered(_)).then(Lobby::default),
            hand: Box::new([[Parcel::default(); HANDFUL]; PARTITIONS]),
            held: [0; PARTITIONS],
            pieces: Vec::new(),
            failure: None,
        }
    }

    /// Says that what comes now is from the piece of the file with this index.
    pub fn begin_piece(&mut self, index: usize) {
        let waiting = |at| self.lobby.as_ref().map_or(0, |lobby| lobby.waiting(at));
        let parts = self.parts.iter().zip(&self.held).enumerate();
        let before = parts.map(|(at, (part, held))| part.len() as u32 + u32::from(*held) + waiting(at)).collect();
        self.pieces.push(PieceStart { index, before });
    }

    /// Takes one used row. The numbers in `event` but the customer's are those of this thread.
    #[inline]
    pub fn push(&mut self, customer: &[u8], event: Event) {
        let registry = self.registry;
        match &registry.whose {
            Whose::Coded(coder) => self.put_away(coder, customer, event),
            Whose::Numbered(keyer) => self.let_wait(keyer, customer, event),
        }
    }

    #[inline]
    fn put_away(&mut self, coder: &Coder, customer: &[u8], event: Event) {
        let code = coder.code(customer);
        let parcel = code.and_then(|code| Some((code.partition, Parcel::coded(code.rest, event)?)));
        let Some((partition, parcel)) = parcel else {
            self.failure = Some(Failure::OtherId);
            return;
        };
        // There is a part for each value of a byte.
        let partition = usize::from(partition);
        let held = &mut self.held[partition];
        self.hand[partition][usize::from(*held) % HANDFUL] = parcel;
        *held += 1;
        if usize::from(*held) == HANDFUL {
            self.put_down(partition);
        }
    }

    #[inline]
    fn let_wait(&mut self, keyer: &Keyer, customer: &[u8], event: Event) {
        let Some(lobby) = &mut self.lobby else { return };
        if let Some(full) = lobby.take(keyer, customer, event) {
            self.settle(keyer, full);
        }
    }

    /// Gives the waiting rows of a partition their customers' numbers and puts them away.
    fn settle(&mut self, keyer: &Keyer, at: usize) {
        let Some(lobby) = &mut self.lobby else { return };
        let begun = lobby.settle(at, keyer, &self.registry.partitions[at], &mut self.parts[at]);
        self.began(begun);
    }

    #[inline(never)]
    fn put_down(&mut self, partition: usize) {
        let held = usize::from(std::mem::take(&mut self.held[partition]));
        let begun = self.parts[partition].append(&self.hand[partition][..held]);
        self.began(begun);
    }

    /// Counts blocks that were begun.
    fn began(&mut self, blocks: usize) {
        if blocks > 0 && self.registry.spill.took(blocks * BLOCK) {
            self.make_room();
        }
    }

    /// Puts what this thread has put away into the file.
    #[cold]
    fn make_room(&mut self) {
        let spill = &self.registry.spill;
        let stored = self.parts.iter_mut().try_for_each(|part| part.store(spill));
        self.failure = self.failure.take().or(stored.err().map(Failure::NoRoom));
    }

    /// Fails if events could not be put away.
    pub fn check(&mut self) -> Result<(), Failure> {
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Gives the last waiting rows their customer's numbers and hands over the events by partition.
    pub fn finish(mut self) -> (Vec<Blocks>, Vec<PieceStart>) {
        let registry = self.registry;
        match &registry.whose {
            Whose::Numbered(keyer) => (0..PARTITIONS).for_each(|at| self.settle(keyer, at)),
            Whose::Coded(_) => (0..PARTITIONS).for_each(|at| self.put_down(at)),
        }
        (self.parts, self.pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::spill::Spill;

    #[test]
    fn events_over_the_limit_wait_in_the_file_and_come_back_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for coded in [false, true] {
            let registry = Registry::new(Spill::new(0, folder.path().to_owned()), coded);
            let mut outbox = Outbox::new(&registry);
            let total = 3 * BLOCK + 17;
            (0..total).for_each(|n| outbox.push(b"1", Event { time: n as i64, ..Event::default() }));
            outbox.check().unwrap();
            let (mut parts, _) = outbox.finish();
            let blocks = parts.iter_mut().find(|part| part.len() > 0).unwrap();
            assert_eq!(blocks.len(), total);
            assert_eq!(blocks.range(0, total).flatten().count(), 17);
            blocks.bring_back(&registry.spill).unwrap();
            let times: Vec<_> = blocks.range(0, total).flatten().map(|event| event.event().time).collect();
            assert_eq!(times, (0..total as i64).collect::<Vec<_>>());
            assert_eq!(registry.counts().iter().sum::<usize>(), usize::from(!coded));
        }
    }

    #[test]
    fn a_file_that_cannot_be_made_is_told_and_loses_nothing() {
        for coded in [false, true] {
            let registry = Registry::new(Spill::new(0, "/no such folder".into()), coded);
            let mut outbox = Outbox::new(&registry);
            (0..2 * BLOCK).for_each(|n| outbox.push(b"1", Event { time: n as i64, ..Event::default() }));
            assert!(matches!(outbox.check(), Err(Failure::NoRoom(_))));
            let (parts, _) = outbox.finish();
            assert_eq!(parts.iter().map(Blocks::len).sum::<usize>(), 2 * BLOCK);
        }
    }

    #[test]
    fn an_id_or_a_name_without_room_in_a_code_is_told() {
        let registry = Registry::new(Spill::new(u64::MAX, Default::default()), true);
        for (id, name) in [(&b"anna"[..], 0), (b"user_1", u16::MAX)] {
            let mut outbox = Outbox::new(&registry);
            outbox.push(b"user_1", Event::default());
            outbox.check().unwrap();
            outbox.push(id, Event { name, ..Event::default() });
            assert!(matches!(outbox.check(), Err(Failure::OtherId)));
        }
    }
}
