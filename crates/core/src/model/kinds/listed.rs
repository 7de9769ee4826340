//! The kinds whose records are a list in a stage: what they have in common, so that the rest of the program asks for all of
//! them at once.
//!
//! A kind is one of them by its row in the table: its place begins with a stage and a rank. From that come its [`ListKind`]
//! and its [`InStage`]; what the row cannot say, [`Listed`] does.

use super::*;

/// What a kind has for itself whose records are a list in a stage.
#[diagnostic::on_unimplemented(
    message = "nothing says in which lane a `{Self}` stands and how a new one begins",
    label = "has no `impl Listed`",
    note = "`impl Listed for {Self}` stands below the type, as for those in crates/core/src/model/annotation.rs"
)]
pub trait Listed: Sized {
    /// The lane in which its records stand.
    const LANE: LaneKind;
    /// What a new one says as long as nobody wrote anything; empty where it then goes by something else.
    fn new_text() -> &'static str;

    /// A record as it is when nobody has said more than its text.
    fn begun(stage: StageId, rank: Rank, text: String) -> Self;
}

/// A kind whose records are a list in a stage: each has a stage and a rank in it.
pub trait InStage: Record + Listed {
    fn stage(&self) -> StageId;
    fn rank(&self) -> &Rank;
    fn put(&mut self, stage: StageId, rank: Rank);
    /// The further lane that it names; see [`Tables::lane_holding`].
    fn lane(&self) -> Option<LaneId>;
    fn set_lane(&mut self, lane: Option<LaneId>);
}

/// Hands the rows of the kinds that are a list in a stage to another macro, as `records!` does with all. What stands behind
/// its name is handed on before the rows.
#[macro_export]
macro_rules! listed {
    ($with:ident $($arg:tt)*) => {
        $crate::model::records! { only_listed $with [$($arg)*] [] }
    };
}
pub use listed;

/// Takes row by row what is a list in a stage.
#[macro_export]
macro_rules! only_listed {
    ($with:ident [$($arg:tt)*] [$($rows:tt)*]) => {
        $with! { $($arg)* $($rows)* }
    };
    (
        $with:ident $arg:tt [$($rows:tt)*]
        $kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [stage, rank $(, $more:ident)*]; $($rest:tt)*
    ) => {
        $crate::only_listed! {
            $with $arg [$($rows)* $kind, $id, $table, $name, $text, [stage, rank $(, $more)*];] $($rest)*
        }
    };
    (
        $with:ident $arg:tt $rows:tt
        $kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt; $($rest:tt)*
    ) => {
        $crate::only_listed! { $with $arg $rows $($rest)* }
    };
}
pub use only_listed;

/// The same expression with the type of a [`ListKind`]: `of_kind!(kind, R => map.in_stage::<R>(stage).len())`.
#[macro_export]
macro_rules! of_kind {
    ($list_kind:expr, $of:ident => $body:expr) => {
        $crate::listed! { kind_arms ($list_kind) $of ($body) }
    };
}
pub use of_kind;

#[macro_export]
macro_rules! kind_arms {
    (
        ($list_kind:expr) $of:ident ($body:expr)
        $($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*
    ) => {
        match $list_kind {
            $($crate::model::ListKind::$kind => {
                type $of = $crate::model::$kind;
                $body
            })*
        }
    };
}
pub use kind_arms;

macro_rules! list_kinds {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
        /// The kinds whose records are a list in a stage.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ListKind {
            $($kind,)*
        }

        impl ListKind {
            /// Every one, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The same among all kinds.
            pub fn kind(self) -> RecordKind {
                match self {
                    $(Self::$kind => RecordKind::$kind,)*
                }
            }
        }

        $(impl InStage for $kind {
            fn stage(&self) -> StageId {
                self.stage
            }

            fn rank(&self) -> &Rank {
                &self.rank
            }

            fn put(&mut self, stage: StageId, rank: Rank) {
                (self.stage, self.rank) = (stage, rank);
            }

            fn lane(&self) -> Option<LaneId> {
                self.lane
            }

            fn set_lane(&mut self, lane: Option<LaneId>) {
                self.lane = lane;
            }
        })*
    };
}

listed!(list_kinds);

impl ListKind {
    /// The lane in which its records stand.
    pub fn lane(self) -> LaneKind {
        of_kind!(self, R => R::LANE)
    }

    /// What a new one says as long as nobody wrote anything.
    pub fn new_text(self) -> &'static str {
        of_kind!(self, R => R::new_text())
    }

    /// The record of this kind with a number.
    pub fn record(self, number: u64) -> RecordRef {
        of_kind!(self, R => R::at(<R as Record>::Id::from(number)))
    }
}

/// A kind of record, where those that are a list in a stage are one: what a place asks that treats them alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Map,
    Stage,
    Lane,
    Segment,
    Touchpoint,
    Listed(ListKind),
    Flag,
    Sticky,
    Connector,
    Loop,
    Measurement,
    AgendaBlock,
    Step,
    SavedView,
    Drawing,
    DeckPage,
}

macro_rules! families {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
        impl RecordKind {
            pub fn family(self) -> Family {
                match self {
                    Self::Map => Family::Map,
                    $(Self::$kind => families!(@ $kind $spot),)*
                }
            }
        }
    };
    (@ $kind:ident [stage, rank $(, $more:ident)*]) => { Family::Listed(ListKind::$kind) };
    (@ $kind:ident $other:tt) => { Family::$kind };
}

records!(families);

impl RecordKind {
    /// The same among the kinds that are a list in a stage.
    pub fn listed(self) -> Option<ListKind> {
        if let Family::Listed(kind) = self.family() { Some(kind) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_a_stage_are_known_by_their_kind() {
        let listed: Vec<ListKind> = RecordKind::RECORDS.iter().filter_map(|kind| kind.listed()).collect();
        assert_eq!(listed, ListKind::ALL, "in the order of the table");
        assert!(listed.contains(&ListKind::PainPoint) && RecordKind::Touchpoint.listed().is_none());
        for kind in ListKind::ALL {
            assert_eq!(kind.kind().family(), Family::Listed(*kind));
            assert_eq!(kind.record(7).kind(), kind.kind());
            assert_eq!(kind.lane().holds(), Holds::List(*kind), "{kind:?} stands in a lane that holds it");
        }
    }
}
