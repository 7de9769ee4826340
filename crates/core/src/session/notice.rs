//! Notices: short messages in the window that never stand in the way of work.

use touchline_words::say;

use super::Tone;
use super::commands::Command;
use std::time::Duration;

/// What a message is about. Once that is well, nobody has to be told any more that it was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// An edit that was made or refused, or what is missing for one.
    Edit,
    Save,
    Draft,
    Open,
    /// Logs and other files of data.
    Data,
    Sheet,
    Export,
    /// Letters that no font here has.
    Letters,
}

impl Cause {
    /// Those that end with the map that they are about.
    pub const OF_A_MAP: [Self; 6] = [Self::Edit, Self::Save, Self::Draft, Self::Data, Self::Sheet, Self::Letters];
}

/// A message, with one thing to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub id: u64,
    pub cause: Cause,
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

    pub fn push(
        &mut self,
        cause: Cause,
        tone: Tone,
        text: impl Into<String>,
        button: Option<Command>,
        since: Duration,
    ) {
        let text = text.into();
        if tone == Tone::Good {
            self.settle(&[cause], since);
        }
        self.shown.retain(|notice| notice.text != text);
        self.last_id += 1;
        self.shown.push(Notice { id: self.last_id, cause, tone, text, button, since });
        let too_many = self.shown.len().saturating_sub(NOTICES_MAX);
        self.shown.drain(..too_many);
    }

    /// Says what undo or redo did, in the place of what they did before.
    pub fn walked(&mut self, tone: Tone, verb: &str, what: &str, since: Duration) {
        let verbs = [say!(session_undid), say!(session_did_again)];
        let of_history =
            |text: &str| verbs.iter().any(|verb| text.strip_prefix(verb).is_some_and(|rest| rest.starts_with(": ")));
        self.shown.retain(|notice| !of_history(&notice.text));
        self.push(Cause::Edit, tone, format!("{verb}: {what}"), None, since);
    }

    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// Takes away what went wrong or was missing of these causes: it is well by now. What is told in this very moment stays.
    pub fn settle(&mut self, causes: &[Cause], now: Duration) {
        let is_over =
            |notice: &Notice| causes.contains(&notice.cause) && notice.since < now && notice.tone != Tone::Good;
        // What was done and can be undone has its own way to go.
        self.shown.retain(|notice| !is_over(notice) || notice.tone == Tone::Info && notice.button.is_some());
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
        let mut secs = 0;
        let mut push = |cause, tone, text: &str| {
            secs += 1;
            notices.push(cause, tone, text, None, Duration::from_secs(secs));
            notices.shown().iter().map(|notice| notice.text.clone()).collect::<Vec<_>>()
        };
        push(Cause::Data, Tone::Bad, "Nothing was laid over the map: no stage has events.");
        push(Cause::Sheet, Tone::Bad, "The sheet was not written. Try it again.");
        let left = push(Cause::Data, Tone::Good, "log.csv lies over the map");
        assert_eq!(left, ["The sheet was not written. Try it again.", "log.csv lies over the map"]);
        assert_eq!(push(Cause::Sheet, Tone::Good, "Saved").len(), 2);
    }
}
