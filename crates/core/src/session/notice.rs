//! Notices: short messages in the window that never stand in the way of work.

use touchline_words::{Said, said, say};

use super::Tone;
use super::commands::Command;
use std::time::Duration;

/// A message, with one thing to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub id: u64,
    pub tone: Tone,
    pub text: String,
    /// A button: `Undo`, `Save as…`.
    pub button: Option<Command>,
    /// When it appeared, since the program's start.
    pub since: Duration,
}

/// A notice that reports no failure goes by itself after this time.
pub const NOTICE_STAYS: Duration = Duration::from_secs(8);
/// More notices than this push out the oldest.
const NOTICES_MAX: usize = 4;

/// How a notice begins that something could not be done, and how the one ends that it was.
const DONE_AT_LAST: [(Said, Said); 1] = [(said::session_nothing_laid_start, said::session_lies_end)];

/// The notices that are shown, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Notices {
    shown: Vec<Notice>,
    last_id: u64,
}

impl Notices {
    pub fn shown(&self) -> &[Notice] {
        &self.shown
    }

    pub fn push(&mut self, tone: Tone, text: impl Into<String>, button: Option<Command>, since: Duration) {
        let text = text.into();
        // What could not be done and is done now needs no answer any more.
        let is_done = |failed: &str| {
            let ends_it = |(not, done): &(Said, Said)| failed.starts_with(not.text()) && text.ends_with(done.text());
            tone == Tone::Good && DONE_AT_LAST.iter().any(ends_it)
        };
        self.shown.retain(|notice| notice.text != text && !is_done(&notice.text));
        self.last_id += 1;
        self.shown.push(Notice { id: self.last_id, tone, text, button, since });
        let too_many = self.shown.len().saturating_sub(NOTICES_MAX);
        self.shown.drain(..too_many);
    }

    /// Says what undo or redo did, in the place of what they did before.
    pub fn walked(&mut self, tone: Tone, verb: &str, what: &str, since: Duration) {
        let verbs = [say!(session_undid), say!(session_did_again)];
        let of_history =
            |text: &str| verbs.iter().any(|verb| text.strip_prefix(verb).is_some_and(|rest| rest.starts_with(": ")));
        self.shown.retain(|notice| !of_history(&notice.text));
        self.push(tone, format!("{verb}: {what}"), None, since);
    }

    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// Takes away notices whose button offers a command that no longer fits.
    pub fn withdraw(&mut self, command: Command) {
        self.shown.retain(|notice| notice.button != Some(command));
    }

    pub fn pass(&mut self, now: Duration) {
        self.shown.retain(|notice| {
            matches!(notice.tone, Tone::Bad | Tone::Warning) || now.saturating_sub(notice.since) < NOTICE_STAYS
        });
    }

    /// When the next one goes by itself.
    pub fn next_to_go(&self) -> Option<Duration> {
        self.shown
            .iter()
            .filter(|notice| !matches!(notice.tone, Tone::Bad | Tone::Warning))
            .map(|notice| notice.since + NOTICE_STAYS)
            .min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_no_longer_told_once_the_same_thing_is_done() {
        let mut notices = Notices::default();
        let mut push = |tone, text: &str| {
            notices.push(tone, text, None, Duration::ZERO);
            notices.shown().iter().map(|notice| notice.text.clone()).collect::<Vec<_>>()
        };
        push(Tone::Bad, "Nothing was laid over the map: no stage has events.");
        push(Tone::Bad, "The sheet was not written. Try it again.");
        assert_eq!(push(Tone::Good, "log.csv lies over the map").len(), 2);
        assert!(!push(Tone::Good, "Saved").iter().any(|text| text.starts_with("Nothing was laid")));
    }
}
