//! What records name: one list of references for each kind, from which come the rule that they resolve, what goes along
//! when a record is deleted, and what a pasted record names in its new place.
//!
//! A reference either *holds* its record (a card in its stage: without the stage there is no card) or is a *mention* (the
//! card that a pain point is about: the pain point stays and forgets it). The type of the field says which: a bare id holds,
//! an `Option`, a list or a table of ids mentions.

use super::*;
use std::collections::BTreeMap;

/// A field that names other records.
pub trait Names {
    /// Every record that is named.
    fn each(&self, visit: &mut dyn FnMut(RecordRef));
    /// Names what `to` gives instead; a mention that it gives nothing for is forgotten. Whether what holds the record is
    /// still named: where not, the record cannot stand.
    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool;
}

/// A kind of record with everything that it names.
#[diagnostic::on_unimplemented(
    message = "nothing says which records a `{Self}` names",
    label = "has no `linked!`",
    note = "`linked!({Self}: …);` stands below the type, as for those in crates/core/src/model/annotation.rs"
)]
pub trait Linked {
    /// Every record that is named.
    fn each_named(&self, visit: &mut dyn FnMut(RecordRef));
    /// Names what `to` gives instead; see [`Names::rename`].
    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool;
}

/// [`Linked`] and [`Ruled`] of a record whose kind is not known.
pub(super) trait Links {
    fn names(&self, visit: &mut dyn FnMut(RecordRef));
    fn broken(&self, tables: &Tables, broken: &mut Broken<'_>);
}

impl<T: Linked + Ruled> Links for T {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.each_named(visit);
    }

    fn broken(&self, tables: &Tables, broken: &mut Broken<'_>) {
        self.rules(tables, broken);
    }
}

/// The fields of a kind that name records: `linked!(PainPoint: stage, touchpoint, segments);`.
macro_rules! linked {
    ($kind:ident) => {
        impl $crate::model::Linked for $kind {
            fn each_named(&self, _: &mut dyn FnMut($crate::model::RecordRef)) {}

            fn rename(&mut self, _: &mut dyn FnMut($crate::model::RecordRef) -> Option<$crate::model::RecordRef>) -> bool {
                true
            }
        }
    };
    ($kind:ident: $($field:ident),+) => {
        impl $crate::model::Linked for $kind {
            fn each_named(&self, visit: &mut dyn FnMut($crate::model::RecordRef)) {
                $($crate::model::Names::each(&self.$field, visit);)+
            }

            fn rename(&mut self, to: &mut dyn FnMut($crate::model::RecordRef) -> Option<$crate::model::RecordRef>) -> bool {
                // Each is renamed, even after one that fails: what is forgotten does not depend on the order.
                true $(& $crate::model::Names::rename(&mut self.$field, to))+
            }
        }
    };
}

pub(super) use linked;

linked!(Stage: estimate);
linked!(Lane);
linked!(Segment);
linked!(Touchpoint: stage, lane, step, until, segments, segment_emotions);
linked!(Flag: on);
linked!(Metric: stage, lane);
linked!(AgendaBlock: stage, lane);
linked!(Step: stage);
linked!(Connector: from, to);
linked!(Loop: from, to);
linked!(SavedView: filter, lens, compared);
linked!(DeckPage: of);

macro_rules! ids_name {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
        $(impl Names for $id {
            fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
                visit((*self).into());
            }

            fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
                match renamed(*self, to) {
                    Some(id) => {
                        *self = id;
                        true
                    }
                    None => false,
                }
            }
        })*
    };
}

records!(ids_name);

/// What `to` makes of an id; an answer of another kind counts as none.
fn renamed<I>(id: I, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> Option<I>
where
    I: Into<RecordRef> + TryFrom<RecordRef>,
{
    to(id.into()).and_then(|record| I::try_from(record).ok())
}

impl<I: Copy + Into<RecordRef> + TryFrom<RecordRef>> Names for Option<I> {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.iter().for_each(|id| visit((*id).into()));
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        *self = self.and_then(|id| renamed(id, to));
        true
    }
}

impl<I: Copy + Into<RecordRef> + TryFrom<RecordRef>> Names for Vec<I> {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.iter().for_each(|id| visit((*id).into()));
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        *self = self.iter().filter_map(|id| renamed(*id, to)).collect();
        true
    }
}

impl<I: Copy + Ord + Into<RecordRef> + TryFrom<RecordRef>, V> Names for BTreeMap<I, V> {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.keys().for_each(|id| visit((*id).into()));
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        let old = std::mem::take(self);
        *self = old.into_iter().filter_map(|(id, value)| Some((renamed(id, to)?, value))).collect();
        true
    }
}

impl Names for FlagTarget {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit((*self).into());
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        // A flag of a card may come to hang on a stage.
        match to((*self).into()).and_then(|record| Self::try_from(record).ok()) {
            Some(on) => {
                *self = on;
                true
            }
            None => false,
        }
    }
}

impl Names for Topic {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        if let Self::Stage(id) = self {
            id.each(visit);
        }
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        if let Self::Stage(id) = self { id.rename(to) } else { true }
    }
}

impl From<FlagTarget> for RecordRef {
    fn from(on: FlagTarget) -> Self {
        match on {
            FlagTarget::Touchpoint(id) => id.into(),
            FlagTarget::Stage(id) => id.into(),
        }
    }
}

impl TryFrom<RecordRef> for FlagTarget {
    /// No flag hangs on a record of that kind.
    type Error = RecordRef;

    fn try_from(record: RecordRef) -> Result<Self, RecordRef> {
        TouchpointId::try_from(record).map(Self::Touchpoint).or_else(|other| StageId::try_from(other).map(Self::Stage))
    }
}

impl From<ArrowEnd> for RecordRef {
    fn from(end: ArrowEnd) -> Self {
        match end {
            ArrowEnd::Sticky(id) => id.into(),
            ArrowEnd::Drawing(id) => id.into(),
            ArrowEnd::Touchpoint(id) => id.into(),
        }
    }
}

impl TryFrom<RecordRef> for ArrowEnd {
    /// No arrow follows a record of that kind.
    type Error = RecordRef;

    fn try_from(record: RecordRef) -> Result<Self, RecordRef> {
        let note = StickyId::try_from(record).map(Self::Sticky);
        let drawing = note.or_else(|other| DrawingId::try_from(other).map(Self::Drawing));
        drawing.or_else(|other| TouchpointId::try_from(other).map(Self::Touchpoint))
    }
}

/// An arrow whose end is gone points to where it stood last.
impl Linked for Drawing {
    fn each_named(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.from.each(visit);
        self.to.each(visit);
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        self.from.rename(to) & self.to.rename(to)
    }
}

impl Names for Filter {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.segments.each(visit);
        for one in &self.columns {
            if let Wants::In(stages) = &one.wants {
                stages.each(visit);
            }
        }
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        for one in &mut self.columns {
            if let Wants::In(stages) = &mut one.wants {
                stages.rename(to);
            }
        }
        self.columns.retain(|one| !one.wants.is_empty());
        self.segments.rename(to)
    }
}

impl Names for Option<Estimate> {
    fn each(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.iter().for_each(|estimate| estimate.cause.each(visit));
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        self.iter_mut().for_each(|estimate| _ = estimate.cause.rename(to));
        true
    }
}

/// A measurement loses the column of a stage that is gone and is out of date from then on; without any column it cannot
/// stand. A segment and a card that are gone take their figures along.
impl Linked for Measurement {
    fn each_named(&self, visit: &mut dyn FnMut(RecordRef)) {
        self.stages.each(visit);
        self.segments.each(visit);
        for figures in self.each_figures() {
            figures.reach.each(visit);
        }
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        let had_none = self.stages.is_empty();
        self.segments.rename(to);
        for figures in self.each_figures_mut() {
            figures.reach.rename(to);
        }
        let mut column = 0;
        while let Some(stage) = self.stages.get_mut(column) {
            if stage.rename(to) {
                column += 1;
            } else {
                self.remove_column(column);
            }
        }
        had_none || !self.stages.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(record: &impl Linked) -> Vec<RecordRef> {
        let mut found = Vec::new();
        record.each_named(&mut |record| found.push(record));
        found
    }

    #[test]
    fn what_holds_a_record_is_told_from_what_it_mentions() {
        let pain = PainPoint {
            lane: None,
            stage: StageId(1),
            rank: Rank::middle(),
            text: "Birth date".to_owned(),
            severity: Severity::High,
            touchpoint: Some(TouchpointId(2)),
            segments: vec![SegmentId(3), SegmentId(4)],
            codes: String::new(),
        };
        let gone = |gone: RecordRef| move |record: RecordRef| (record != gone).then_some(record);
        let all = named(&pain);
        assert_eq!(all.len(), 4);

        let mut without = pain.clone();
        assert!(without.rename(&mut gone(TouchpointId(2).into())) && without.touchpoint.is_none());
        let mut without = pain.clone();
        assert!(without.rename(&mut gone(SegmentId(4).into())) && without.segments == [SegmentId(3)]);
        let mut without = pain.clone();
        assert!(!without.rename(&mut gone(StageId(1).into())));
        let mut same = pain.clone();
        assert!(same.rename(&mut Some) && same == pain);
    }

    #[test]
    fn a_flag_of_a_card_may_come_to_hang_on_a_stage() {
        let mut flag = Flag::new(FlagTarget::Touchpoint(TouchpointId(1)), Regime::Gdpr);
        assert!(flag.rename(&mut |_| Some(StageId(5).into())));
        assert_eq!(flag.on, FlagTarget::Stage(StageId(5)));
        assert!(!flag.rename(&mut |_| Some(LaneId(5).into())));
    }
}
