//! The draft: what the person would lose is on the disk within seconds, and nothing that was discarded is gone before the
//! program ends.

use touchline_words::say;

use super::leave::Course;
use crate::session::{Cause, DiskJob, Effect, Session, Tone};
use crate::store::{Draft, DraftId};
use std::time::Duration;

/// A draft is asked for this long after the first edit that no draft holds; with the pace of ticks and the time to
/// write, it is on the disk within five seconds.
const DRAFT_AFTER: Duration = Duration::from_secs(2);

/// What of the map its draft holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drafting {
    /// There is no draft, and nothing that one would have to hold.
    None,
    /// Something stands in memory alone since `since`.
    Due {
        since: Duration,
        /// An older draft may be on the disk.
        older: bool,
        trouble: Trouble,
    },
    /// The disk has been given the map as it was in this state; something was edited after it `since`.
    Writing { state: u64, since: Option<Duration>, trouble: Trouble },
    /// The draft on the disk holds the map.
    Kept,
}

/// Whether the last draft could not be written, which was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    No,
    Told,
}

impl Drafting {
    pub fn edited(&mut self, now: Duration) {
        match self {
            Self::None => *self = Self::Due { since: now, older: false, trouble: Trouble::No },
            Self::Kept => *self = Self::Due { since: now, older: true, trouble: Trouble::No },
            Self::Writing { since, .. } => _ = since.get_or_insert(now),
            Self::Due { .. } => {}
        }
    }

    /// When the next draft is due; none while one is being written.
    pub fn due(self) -> Option<Duration> {
        match self {
            Self::Due { since, .. } => Some(since + DRAFT_AFTER),
            Self::None | Self::Writing { .. } | Self::Kept => None,
        }
    }

    fn given(self, state: u64) -> Self {
        let trouble = match self {
            Self::Due { trouble, .. } | Self::Writing { trouble, .. } => trouble,
            Self::None | Self::Kept => Trouble::No,
        };
        Self::Writing { state, since: None, trouble }
    }

    fn written(self, written: u64) -> Self {
        match self {
            Self::Writing { state, since: None, .. } if state == written => Self::Kept,
            Self::Writing { state, since: Some(since), .. } if state == written => {
                Self::Due { since, older: true, trouble: Trouble::No }
            }
            other => other,
        }
    }

    /// The draft could not be written; whether that has still to be said.
    fn failed(&mut self, now: Duration) -> bool {
        let Self::Writing { trouble, .. } = *self else { return false };
        *self = Self::Due { since: now, older: true, trouble: Trouble::Told };
        trouble == Trouble::No
    }

    /// Whether a draft may be on the disk, or on its way there.
    fn may_be_there(self) -> bool {
        match self {
            Self::None | Self::Due { older: false, .. } => false,
            Self::Due { older: true, .. } | Self::Writing { .. } | Self::Kept => true,
        }
    }

    /// Whether the draft holds the map, or will once the disk is done.
    fn holds_all(self) -> bool {
        matches!(self, Self::Kept | Self::Writing { since: None, .. })
    }
}

impl Session {
    /// Asks for a draft when one is due, and lets it go when the file holds the map again.
    pub(super) fn keep_draft_up(&mut self, effects: &mut Vec<Effect>) {
        if self.document.drafting.due().is_none_or(|due| self.now < due) {
            return;
        }
        if self.is_kept() {
            // Undone back to what the file holds: there is nothing to keep.
            self.drop_draft(effects);
        } else {
            self.write_draft(effects);
        }
    }

    pub(super) fn write_draft(&mut self, effects: &mut Vec<Effect>) {
        let state = self.map.history().state();
        self.document.drafting = self.document.drafting.given(state);
        effects.push(Effect::Disk(DiskJob::WriteDraft {
            draft: self.document.id.clone(),
            map: Box::new(self.writing.over(&self.map)),
            original: self.document.path.clone(),
            state,
        }));
    }

    /// Sees to it that the draft holds all of the map.
    pub(super) fn complete_draft(&mut self, effects: &mut Vec<Effect>) {
        if !self.document.drafting.holds_all() {
            self.write_draft(effects);
        }
    }

    pub(super) fn drop_draft(&mut self, effects: &mut Vec<Effect>) {
        if std::mem::replace(&mut self.document.drafting, Drafting::None).may_be_there() {
            effects.push(Effect::Disk(DiskJob::DiscardDraft(self.document.id.clone())));
        }
    }

    pub(super) fn draft_written(&mut self, draft: &DraftId, state: u64, effects: &mut Vec<Effect>) {
        if *draft != self.document.id {
            return;
        }
        self.document.drafting = self.document.drafting.written(state);
        if matches!(self.document.course, Course::WhenDrafted(_)) && state == self.map.history().state() {
            self.go_on(effects);
        }
    }

    pub(super) fn draft_failed(&mut self, draft: &DraftId, message: &str) {
        let waits = *draft == self.document.id && matches!(self.document.course, Course::WhenDrafted(_));
        if waits {
            self.document.course = Course::Here;
        }
        // It is tried again every few seconds, and said once.
        let is_news = *draft != self.document.id || self.document.drafting.failed(self.now);
        if waits || is_news {
            self.say(Cause::Draft, Tone::Warning, say!(session_draft_failed, message));
        }
    }

    /// Every draft but the open map's own.
    pub(super) fn drafts_listed(&mut self, drafts: Vec<Draft>) {
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
