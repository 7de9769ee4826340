//! The facilitator's timer: it counts down, can be held and stretched, and says by how much it is over.

use crate::layout::Clock;
use std::time::Duration;

/// How long it runs where nobody has said anything else.
const USUAL: Duration = Duration::from_secs(10 * 60);
const MINUTE: Duration = Duration::from_secs(60);
/// A day's work is no block of it.
const LONGEST: Duration = Duration::from_secs(600 * 60);

/// A stretch of time that is running down, or waits to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timer {
    /// `None` while nobody has asked for it.
    runs: Option<Running>,
}

#[derive(Clone, Debug, PartialEq)]
struct Running {
    span: Duration,
    /// What had run down before it was held last.
    ran: Duration,
    /// When it was let go last; `None` while it is held.
    since: Option<Duration>,
    /// What it is for.
    title: String,
}

impl Running {
    fn ran(&self, now: Duration) -> Duration {
        self.ran + self.since.map_or(Duration::ZERO, |since| now.saturating_sub(since))
    }
}

impl Timer {
    /// Runs down from now on.
    pub(super) fn begin(span: Duration, title: &str, now: Duration) -> Self {
        let span = span.clamp(MINUTE, LONGEST);
        Self { runs: Some(Running { span, ran: Duration::ZERO, since: Some(now), title: title.to_owned() }) }
    }

    /// Starts it, holds it, or lets it go on.
    pub(super) fn press(&mut self, now: Duration) {
        let Some(running) = &mut self.runs else {
            *self = Self::begin(USUAL, "", now);
            return;
        };
        running.ran = running.ran(now);
        running.since = if running.since.is_some() { None } else { Some(now) };
    }

    /// A minute more, or one less; it never has less than what has run down already, and a minute.
    pub(super) fn change(&mut self, longer: bool, now: Duration) {
        let Some(running) = &mut self.runs else { return };
        let least = if running.ran(now) < running.span { MINUTE } else { running.span };
        let span = if longer { running.span + MINUTE } else { running.span.saturating_sub(MINUTE) };
        running.span = span.clamp(least, LONGEST);
    }

    pub fn is_shown(&self) -> bool {
        self.runs.is_some()
    }

    pub fn is_over(&self, now: Duration) -> bool {
        self.runs.as_ref().is_some_and(|running| running.ran(now) > running.span)
    }

    /// How it is seen.
    pub fn clock(&self, now: Duration) -> Option<Clock> {
        let running = self.runs.as_ref()?;
        let ran = running.ran(now);
        let (over, left) = (ran.saturating_sub(running.span), running.span.saturating_sub(ran));
        let is_over = !over.is_zero();
        // The last second is shown until it is over.
        let secs = if is_over { over.as_secs() } else { left.as_secs() + u64::from(left.subsec_nanos() > 0) };
        let sign = if is_over { "+" } else { "" };
        Some(Clock {
            time: format!("{sign}{}", time(secs)),
            left: left.as_secs_f32() / running.span.as_secs_f32().max(1.0),
            is_over,
            is_paused: running.since.is_none(),
            block: running.title.clone(),
        })
    }

    /// When it says something else.
    pub(super) fn changes_in(&self, now: Duration) -> Option<Duration> {
        let running = self.runs.as_ref().filter(|running| running.since.is_some())?;
        let nanos = u64::from(running.ran(now).subsec_nanos());
        Some(Duration::from_nanos(1_000_000_000 - nanos) + Duration::from_millis(2))
    }
}

/// `12:40`, `1:02:40`.
pub(in crate::session::flows) fn time(secs: u64) -> String {
    let (hours, minutes, secs) = (secs / 3_600, secs / 60 % 60, secs % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{secs:02}") } else { format!("{minutes}:{secs:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(timer: &Timer, secs: f64) -> String {
        timer.clock(Duration::from_secs_f64(secs)).map_or_else(String::new, |clock| clock.time)
    }

    #[test]
    fn it_counts_down_and_then_says_by_how_much_it_is_over() {
        let timer = Timer::begin(Duration::from_secs(120), "Pains", Duration::from_secs(10));
        let shown =
            [(10.0, "2:00"), (10.4, "2:00"), (11.0, "1:59"), (129.9, "0:01"), (130.0, "0:00"), (140.5, "+0:10")];
        for (secs, text) in shown {
            assert_eq!(at(&timer, secs), text, "{secs}");
        }
        let over = timer.clock(Duration::from_secs(3_740)).unwrap();
        assert!(over.is_over && over.time == "+1:00:10" && over.block == "Pains");
        assert!((timer.clock(Duration::from_secs(70)).unwrap().left - 0.5).abs() < 1e-3);
    }

    #[test]
    fn it_is_held_stretched_and_never_shorter_than_a_minute() {
        let (mut timer, at_secs) = (Timer::default(), Duration::from_secs);
        timer.change(true, at_secs(0));
        assert_eq!(at(&timer, 0.0), "", "nobody has asked for it");
        timer.press(at_secs(0));
        timer.press(at_secs(60));
        assert_eq!((at(&timer, 500.0).as_str(), timer.changes_in(at_secs(500))), ("9:00", None));
        assert!(timer.clock(at_secs(500)).unwrap().is_paused);
        timer.press(at_secs(500));
        assert_eq!(at(&timer, 560.0), "8:00");
        timer.change(true, at_secs(560));
        assert_eq!(at(&timer, 560.0), "9:00");
        (0..30).for_each(|_| timer.change(false, at_secs(560)));
        assert_eq!(at(&timer, 560.0), "0:00");
        timer.change(true, at_secs(560));
        assert_eq!(at(&timer, 560.0), "1:00");
    }
}
