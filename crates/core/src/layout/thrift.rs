//! What a page leaves out where its text would else be too small to be read: never a part of a sentence, always a kind of
//! thing, so that it can be named beside the page.

use crate::model::*;
use std::collections::BTreeSet;

/// What a layout does without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Thrift {
    pub empty_lanes: bool,
    /// The scorecard has pages of its own.
    pub metrics: bool,
    /// The goals under the stages' names.
    pub goals: bool,
    /// The flags on cards, where a lane shows them again.
    pub flags_on_cards: bool,
    /// The second lines of cards, and their pictures.
    pub details: bool,
    pub pain_points: bool,
    pub compliance: bool,
    pub thinking: bool,
}

/// Something that is not on a page although it is on the board: told to whoever makes the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Lanes in which there is nothing, by their titles.
    EmptyLanes(Vec<String>),
    /// Lanes that a page of this size has no room for.
    Lanes(Vec<String>),
    Goals,
    FlagsOnCards,
    Details,
    /// The pictures of cards.
    Pictures,
    /// Words of connectors and loops whose lines have no room for them.
    Words(Vec<String>),
    /// Connectors and loops that have no line, since their ends stand in two bands or on two pages; each by its words.
    Apart(Vec<String>),
}

impl LeftOut {
    /// What is missing from one of several pictures or another, each told once.
    pub fn of_all(lists: impl IntoIterator<Item = LeftOut>) -> Vec<LeftOut> {
        let mut all: Vec<LeftOut> = Vec::new();
        for one in lists {
            match all.iter_mut().find(|known| std::mem::discriminant(*known) == std::mem::discriminant(&one)) {
                Some(known) => known.take(one),
                None => all.push(one),
            }
        }
        all
    }

    /// Takes the names of another of the same kind that are not among its own.
    fn take(&mut self, other: LeftOut) {
        let (own, names) = match (self, other) {
            (Self::EmptyLanes(own), Self::EmptyLanes(names))
            | (Self::Lanes(own), Self::Lanes(names))
            | (Self::Words(own), Self::Words(names))
            | (Self::Apart(own), Self::Apart(names)) => (own, names),
            _ => return,
        };
        for name in names {
            if !own.contains(&name) {
                own.push(name);
            }
        }
    }
}

impl Thrift {
    /// Without nothing.
    pub const NONE: Self = Self {
        empty_lanes: false,
        metrics: false,
        goals: false,
        flags_on_cards: false,
        details: false,
        pain_points: false,
        compliance: false,
        thinking: false,
    };

    /// From nothing left out to all that can be, each time with all that came before: what is missed least comes first.
    pub fn steps() -> [Self; 9] {
        let none = Self::NONE;
        let empty = Self { empty_lanes: true, ..none };
        let metrics = Self { metrics: true, ..empty };
        let flags = Self { flags_on_cards: true, ..metrics };
        let goals = Self { goals: true, ..flags };
        let details = Self { details: true, ..goals };
        let pain_points = Self { pain_points: true, ..details };
        let compliance = Self { compliance: true, ..pain_points };
        let thinking = Self { thinking: true, ..compliance };
        [none, empty, metrics, flags, goals, details, pain_points, compliance, thinking]
    }

    /// The same with one thing put back that it does without, each in turn; what is missed most comes first.
    pub fn putting_back() -> [fn(Self) -> Self; 7] {
        [
            |less| Self { thinking: false, ..less },
            |less| Self { compliance: false, ..less },
            |less| Self { pain_points: false, ..less },
            |less| Self { details: false, ..less },
            |less| Self { goals: false, ..less },
            |less| Self { flags_on_cards: false, ..less },
            |less| Self { metrics: false, ..less },
        ]
    }

    /// Whether a lane is left out whatever it holds.
    pub fn drops(&self, lane: &Lane) -> bool {
        match lane.kind {
            LaneKind::Metrics | LaneKind::Channels => self.metrics,
            LaneKind::FreeText | LaneKind::Backstage => self.thinking,
            LaneKind::PainPoints | LaneKind::Storyboard => self.pain_points,
            LaneKind::Compliance => self.compliance,
            LaneKind::Thinking => self.thinking,
            LaneKind::Touchpoints | LaneKind::Feeling | LaneKind::DropOff | LaneKind::Actions => false,
        }
    }

    /// In which ways the page is less than the board.
    pub fn told(&self, map: &Map, segment: Option<SegmentId>) -> Vec<LeftOut> {
        let mut told = Vec::new();
        let lanes: Vec<(LaneId, &Lane)> = map.lanes_in_order().into_iter().filter(|(_, lane)| !lane.hidden).collect();
        let titles = |wanted: &dyn Fn(LaneId, &Lane) -> bool| -> Vec<String> {
            lanes.iter().filter(|(id, lane)| wanted(*id, lane)).map(|(_, lane)| lane.title().to_owned()).collect()
        };
        let every_stage = map.stages.keys().copied().collect();
        let is_empty = |id, lane: &Lane| is_empty(map, segment, id, lane, &every_stage);
        let all_empty = lanes.iter().all(|(id, lane)| is_empty(*id, lane));
        let empty = titles(&|id, lane| self.empty_lanes && !all_empty && is_empty(id, lane));
        told.extend((!empty.is_empty()).then_some(LeftOut::EmptyLanes(empty)));
        let dropped = titles(&|id, lane| self.drops(lane) && !is_empty(id, lane));
        told.extend((!dropped.is_empty()).then_some(LeftOut::Lanes(dropped)));
        let has_goals = map.stages.values().any(|stage| !stage.goal.trim().is_empty());
        told.extend((self.goals && has_goals).then_some(LeftOut::Goals));
        told.extend((self.flags_on_cards && !map.flags.is_empty()).then_some(LeftOut::FlagsOnCards));
        let has_details = map.touchpoints.values().any(|card| !card.detail.trim().is_empty());
        told.extend((self.details && has_details).then_some(LeftOut::Details));
        let has_pictures = self.details && map.touchpoints.values().any(|card| card.picture.is_some());
        told.extend(has_pictures.then_some(LeftOut::Pictures));
        told
    }
}

/// Whether a lane has nothing at some stages.
pub(super) fn is_empty(
    map: &Map,
    segment: Option<SegmentId>,
    id: LaneId,
    lane: &Lane,
    stages: &BTreeSet<StageId>,
) -> bool {
    match lane.kind.holds() {
        Holds::Cards => stages.iter().all(|stage| map.card_ids_in(*stage, id).is_empty()),
        Holds::Channels => !map.touchpoints.values().any(|card| stages.contains(&card.stage)),
        Holds::Feelings => !map
            .touchpoints
            .values()
            .any(|card| stages.contains(&card.stage) && card.is_for(segment) && card.emotion_of(segment).is_some()),
        Holds::Losses => false,
        Holds::Flags => {
            !map.flags.values().any(|flag| map.stage_of_flag(flag).is_some_and(|stage| stages.contains(&stage)))
        }
        Holds::List(kind) => of_kind!(kind, R => {
            let is_here = |one: &R| stages.contains(&one.stage()) && map.lane_holding(kind, one.lane()) == Some(id);
            !R::table(map).values().any(is_here)
        }),
    }
}
