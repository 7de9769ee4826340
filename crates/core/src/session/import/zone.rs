//! The zone of times that carry none: asked once, kept with the preset, and remembered for the next file.

use std::path::PathBuf;

use super::Import;
use super::origin::Origin;
use crate::behaviour::recognise::{Column, Overrides};
use crate::behaviour::times::zone::Zone;
use crate::model::IdSource;
use crate::store::Preset;

impl Import {
    /// Begins as [`Import::open`] does, with the zone that was said of a file before. It holds where times carry none and no
    /// preset knows better.
    pub fn open_in(zone: Option<Zone>, paths: Vec<PathBuf>, presets: Vec<Preset>, ids: IdSource) -> Self {
        let overrides = Overrides { zone, ..Overrides::default() };
        let mut import = Self { zone, overrides, ..Self::new(Origin::Files(paths), presets, ids) };
        import.start_recognising(true);
        import
    }

    /// The column of times, where the zone of its times has to be said: in a log of events that tells none. The columns of a
    /// table have theirs on the server.
    pub fn zoneless_column(&self) -> Option<&Column> {
        let is_asked = self.table().is_none() && self.other_shape().is_none();
        self.recognition()?.zoneless_column().filter(|_| is_asked)
    }

    /// The zone in which times without one are read; UTC where nobody has said any.
    pub fn zone(&self) -> Option<Zone> {
        self.overrides.zone
    }

    /// Says in which zone times without one are.
    pub fn set_zone(&mut self, zone: Zone) {
        self.zone = Some(zone);
        self.correct(|overrides| overrides.zone = Some(zone));
    }

    /// What was said last, of this file or one before: for the next file.
    pub fn remembered_zone(&self) -> Option<Zone> {
        self.zone
    }

    /// What was corrected and makes a difference to this file.
    pub(super) fn fixed(&self) -> Overrides {
        let zone = self.overrides.zone.filter(|_| self.zoneless_column().is_some());
        Overrides { zone, ..self.overrides.clone() }
    }
}
