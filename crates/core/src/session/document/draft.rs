//! The draft: what the person would lose is noted on the disk as it is done and typed, and nothing that was discarded is gone before
//! the program ends.

use touchline_words::say;

use super::leave::{Course, Next};
use crate::model::Edit;
use crate::session::{Cause, DiskJob, Effect, Session, Tone};
use crate::store::{Draft, DraftId, Entry};
use std::time::Duration;

/// A draft that could not be written is tried again after this time.
const AGAIN_AFTER: Duration = Duration::from_secs(2);

/// What of the map its draft holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drafting {
    /// There is no draft, and nothing that one would have to hold.
    None,
    /// An earlier run's draft on the disk holds the map.
    Kept,
    /// The draft has to be written whole; an older one may be on the disk.
    Due { since: Duration, trouble: Trouble },
    /// It was written, and what was done since is noted in its journal: the disk was given `given` pieces of work, and has done
    /// `done`.
    Going { given: u64, done: u64, trouble: Trouble },
}

/// Whether the last draft could not be written, which was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    No,
    Told,
}

impl Drafting {
    /// When a draft that could not be written is tried again.
    pub fn due(self) -> Option<Duration> {
        match self {
            Self::Due { since, trouble: Trouble::Told } => Some(since + AGAIN_AFTER),
            Self::Due { trouble: Trouble::No, .. } | Self::None | Self::Going { .. } | Self::Kept => None,
        }
    }

    /// Whether the disk has all that it was given.
    fn is_durable(self) -> bool {
        match self {
            Self::Kept => true,
            Self::Going { given, done, .. } => given == done,
            Self::None | Self::Due { .. } => false,
        }
    }

    /// Whether a draft may be on the disk, or on its way there.
    fn may_be_there(self) -> bool {
        self != Self::None
    }
}

impl Session {
    /// What the draft needs to hold all that has been done and typed: to be given to the disk after every step, so that nothing
    /// of it waits in memory.
    pub fn journal(&mut self) -> Option<DiskJob> {
        let made = self.map.take_made();
        let writing = self.writing.edit(&self.map);
        let has_more = !made.is_empty() || writing != self.document.noted;
        match self.document.drafting {
            Drafting::None | Drafting::Kept if !has_more => None,
            Drafting::None | Drafting::Kept => Some(self.whole_draft(writing)),
            Drafting::Due { .. } if self.document.drafting.due().is_some_and(|due| self.now < due) => None,
            Drafting::Due { .. } | Drafting::Going { .. } if self.is_kept() => {
                // Undone back to what the file holds: there is nothing to keep.
                self.document.drafting = Drafting::None;
                Some(DiskJob::DiscardDraft(self.document.id.clone()))
            }
            Drafting::Due { .. } => Some(self.whole_draft(writing)),
            Drafting::Going { .. } if !has_more => None,
            // The list of drafts knows it by its title.
            Drafting::Going { .. } if self.map.meta.title != self.document.titled => Some(self.whole_draft(writing)),
            Drafting::Going { given, done, trouble } => {
                let number = given + 1;
                self.document.drafting = Drafting::Going { given: number, done, trouble };
                let mut entries: Vec<Entry> = made.into_iter().map(Entry::Made).collect();
                if writing.is_some() || entries.is_empty() {
                    entries.push(Entry::Writing(writing.clone()));
                }
                self.document.noted = writing;
                Some(DiskJob::Note { draft: self.document.id.clone(), entries, number })
            }
        }
    }

    fn whole_draft(&mut self, writing: Option<Edit>) -> DiskJob {
        let (given, trouble) = match self.document.drafting {
            Drafting::Going { given, trouble, .. } => (given + 1, trouble),
            Drafting::Due { trouble, .. } => (1, trouble),
            Drafting::None | Drafting::Kept => (1, Trouble::No),
        };
        self.document.drafting = Drafting::Going { given, done: 0, trouble };
        self.document.noted.clone_from(&writing);
        self.document.titled.clone_from(&self.map.meta.title);
        DiskJob::WriteDraft {
            draft: self.document.id.clone(),
            map: self.map.lent(),
            writing,
            original: self.document.path.clone(),
            number: given,
        }
    }

    /// Goes on where the person wants to once the draft holds all of the map.
    pub(super) fn go_when_drafted(&mut self, next: Next, effects: &mut Vec<Effect>) {
        self.document.course = Course::WhenDrafted(next);
        let job = self.journal();
        if job.is_none() && self.document.drafting.is_durable() {
            return self.go_on(effects);
        }
        let is_on_the_way = job.is_some() || matches!(self.document.drafting, Drafting::Going { .. });
        let job = job.or_else(|| (!is_on_the_way).then(|| self.whole_draft(None)));
        effects.extend(job.map(Effect::Disk));
    }

    /// Sees to it that the draft holds all of the map.
    pub(super) fn complete_draft(&mut self, effects: &mut Vec<Effect>) {
        effects.extend(self.journal().map(Effect::Disk));
    }

    pub(super) fn drop_draft(&mut self, effects: &mut Vec<Effect>) {
        if std::mem::replace(&mut self.document.drafting, Drafting::None).may_be_there() {
            effects.push(Effect::Disk(DiskJob::DiscardDraft(self.document.id.clone())));
        }
    }

    pub(super) fn draft_written(&mut self, draft: &DraftId, number: u64, effects: &mut Vec<Effect>) {
        if *draft != self.document.id {
            return;
        }
        if let Drafting::Going { done, trouble, .. } = &mut self.document.drafting {
            (*done, *trouble) = (number, Trouble::No);
        }
        if matches!(self.document.course, Course::WhenDrafted(_)) && self.document.drafting.is_durable() {
            self.go_on(effects);
        }
    }

    /// The journal has become long: the next draft is written whole.
    pub(super) fn draft_full(&mut self, draft: &DraftId) {
        if *draft == self.document.id {
            self.renew_draft();
        }
    }

    /// The draft is to be written whole, with what is known of its file by now.
    pub(super) fn renew_draft(&mut self) {
        if matches!(self.document.drafting, Drafting::Going { .. }) {
            self.document.drafting = Drafting::Due { since: self.now, trouble: Trouble::No };
        }
    }

    pub(super) fn draft_failed(&mut self, draft: &DraftId, message: &str) {
        let is_own = *draft == self.document.id;
        let waits = is_own && matches!(self.document.course, Course::WhenDrafted(_));
        if waits {
            self.document.course = Course::Here;
        }
        // It is tried again every few seconds, and said once.
        let mut is_news = !is_own;
        if let (true, Drafting::Going { trouble, .. }) = (is_own, self.document.drafting) {
            is_news = trouble == Trouble::No;
            self.document.drafting = Drafting::Due { since: self.now, trouble: Trouble::Told };
        }
        if waits || is_news {
            self.say(Cause::Draft, Tone::Warning, say!(session_draft_failed, message));
        }
    }

    /// Every draft but the open map's own.
    pub(in crate::session) fn drafts_listed(&mut self, drafts: Vec<Draft>) {
        self.drafts = drafts;
        self.drafts.retain(|found| found.id != self.document.id);
    }

    /// Lets a draft go when the program ends, unless the person thinks better of it.
    pub(in crate::session) fn discard_draft(&mut self, draft: DraftId) {
        self.discarded.insert(draft);
    }

    pub(in crate::session) fn undiscard_draft(&mut self, draft: &DraftId) {
        self.discarded.remove(draft);
    }

    /// Whether a draft goes when the program ends.
    pub fn is_discarded(&self, draft: &DraftId) -> bool {
        self.discarded.contains(draft)
    }

    /// The program ends: what was discarded goes now.
    pub(super) fn purge_discarded(&mut self, effects: &mut Vec<Effect>) {
        let gone = std::mem::take(&mut self.discarded);
        self.drafts.retain(|draft| !gone.contains(&draft.id));
        effects.extend(gone.into_iter().map(|draft| Effect::Disk(DiskJob::DiscardDraft(draft))));
    }
}
