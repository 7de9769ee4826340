//! The day that was read last.

use super::zone::{Occurs, Stretch};

/// The last calendar day that was read, since neighbouring rows mostly share it, and the stretch of the zone's clock that it
/// was in. One for each thread that reads, and for each column.
#[derive(Clone, Copy, Debug, Default)]
pub struct DayCache {
    text: [u8; 10],
    len: usize,
    start: i64,
    pub(super) stretch: Stretch,
}

impl DayCache {
    /// How often the time that was read last occurs on the clock of its zone.
    #[inline]
    pub fn occurs(&self) -> Occurs {
        self.stretch.occurs
    }
}

impl DayCache {
    #[inline]
    pub(super) fn start_of(&self, date: &[u8]) -> Option<i64> {
        (self.len == date.len() && self.len > 0 && self.text.get(..self.len) == Some(date)).then_some(self.start)
    }

    pub(super) fn remember(&mut self, date: &[u8], start: i64) {
        if let Some(text) = self.text.get_mut(..date.len()) {
            text.copy_from_slice(date);
            self.len = date.len();
            self.start = start;
        }
    }
}
