//! What people note beside the cards: questions, pain points, actions, sticky notes.

use super::linked::{Linked, Names, linked};
use super::titled::called_by;
use super::valid::no_rules;
use super::{
    ActionStatus, Date, Horizon, LaneId, LaneKind, Listed, NoteColor, Rank, RecordRef, SegmentId, StageId, StickyId,
    Tables, Titled, TouchpointId, is_default,
};
use crate::images::Image;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use touchline_words::say;

/// What the customer asks or says in a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    pub text: String,
    /// The audiences that ask it; empty means all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<SegmentId>,
}

impl Listed for Question {
    const LANE: LaneKind = LaneKind::Thinking;
    fn new_text() -> &'static str {
        say!(kind_question_new)
    }

    fn begun(stage: StageId, rank: Rank, text: String) -> Self {
        Self { stage, rank, lane: None, text, segments: Vec::new() }
    }
}

linked!(Question: stage, lane, segments);
called_by!(Question: text);
no_rules!(Question);

/// Free text about a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    pub text: String,
    /// The audiences that it is about; empty means all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<SegmentId>,
    /// The codes of the frictions that it is about, by commas, such as `DT01, MD08`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub codes: String,
}

impl Listed for Remark {
    const LANE: LaneKind = LaneKind::FreeText;
    fn new_text() -> &'static str {
        say!(kind_remark_new)
    }

    fn begun(stage: StageId, rank: Rank, text: String) -> Self {
        Self { stage, rank, lane: None, text, segments: Vec::new(), codes: String::new() }
    }
}

linked!(Remark: stage, lane, segments);
called_by!(Remark: text);
no_rules!(Remark);

/// What goes on behind the line of visibility, so that customers meet what they meet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backstage {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    pub title: String,
    /// The card that rests on it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub touchpoint: Option<TouchpointId>,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    /// The program or supplier that does it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub system: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Listed for Backstage {
    const LANE: LaneKind = LaneKind::Backstage;
    fn new_text() -> &'static str {
        say!(kind_backstage_new)
    }

    fn begun(stage: StageId, rank: Rank, title: String) -> Self {
        Self {
            stage,
            rank,
            lane: None,
            title,
            touchpoint: None,
            owner: String::new(),
            system: String::new(),
            note: String::new(),
        }
    }
}

linked!(Backstage: stage, lane, touchpoint);
called_by!(Backstage: title);
no_rules!(Backstage);

/// What a stage looks like: a frame of the storyboard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    /// A line under the picture.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caption: String,
    /// The picture, by the number of its bytes; an empty frame as long as there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub image: Option<Image>,
    /// What the picture shows, for whoever does not see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alt: String,
    /// The audiences that it is about; empty means all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<SegmentId>,
}

impl Listed for Picture {
    const LANE: LaneKind = LaneKind::Storyboard;
    fn new_text() -> &'static str {
        ""
    }

    fn begun(stage: StageId, rank: Rank, caption: String) -> Self {
        Self { stage, rank, lane: None, caption, image: None, alt: String::new(), segments: Vec::new() }
    }
}

linked!(Picture: stage, lane, segments);

impl Titled for Picture {
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        [self.caption.trim(), self.alt.trim()]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or(say!(kind_picture_title))
    }

    fn usual_title(&self) -> Option<&'static str> {
        Some(say!(kind_picture_title))
    }
}

/// What hurts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PainPoint {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    pub text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub severity: Severity,
    /// The card that hurts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub touchpoint: Option<TouchpointId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<SegmentId>,
    /// The codes of the frictions that it is about, by commas, such as `DT01, MD08`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub codes: String,
}

impl Listed for PainPoint {
    const LANE: LaneKind = LaneKind::PainPoints;
    fn new_text() -> &'static str {
        say!(kind_pain_point_new)
    }

    fn begun(stage: StageId, rank: Rank, text: String) -> Self {
        let severity = Severity::default();
        Self { stage, rank, lane: None, text, severity, touchpoint: None, segments: Vec::new(), codes: String::new() }
    }
}

linked!(PainPoint: stage, lane, touchpoint, segments);
called_by!(PainPoint: text);
no_rules!(PainPoint);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    Low,
    #[default]
    Medium,
    High,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    pub fn name(self) -> &'static str {
        match self {
            Self::Low => say!(severity_low),
            Self::Medium => say!(severity_medium),
            Self::High => say!(severity_high),
        }
    }
}

/// What will be done, by whom, when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    pub title: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub horizon: Horizon,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: ActionStatus,
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Date>,
    /// The card it is for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub touchpoint: Option<TouchpointId>,
    /// How much work it is, in the person's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub effort: String,
    /// What it is expected to change.
    #[serde(default, skip_serializing_if = "is_default")]
    pub effect: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// The codes of the frictions that it is about, by commas, such as `DT01, MD08`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub codes: String,
}

impl Listed for Action {
    const LANE: LaneKind = LaneKind::Actions;
    fn new_text() -> &'static str {
        say!(kind_action_new)
    }

    fn begun(stage: StageId, rank: Rank, title: String) -> Self {
        Self {
            stage,
            rank,
            lane: None,
            title,
            owner: String::new(),
            horizon: Horizon::default(),
            status: ActionStatus::default(),
            due: None,
            touchpoint: None,
            effort: String::new(),
            effect: String::new(),
            note: String::new(),
            codes: String::new(),
        }
    }
}

linked!(Action: stage, lane, touchpoint);
called_by!(Action: title);
no_rules!(Action);

/// A note that lies free over the board, or in the parking lot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sticky {
    /// Upper left corner in map units from the board's; for a parked note, where it lay or will lie.
    pub x: f32,
    pub y: f32,
    pub text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub color: NoteColor,
    /// In the parking lot: not on the board.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parked: bool,
    /// What it stands at and goes along with, unless it is parked; it then stands in the order of `y`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tied: Option<NoteTie>,
    /// A cluster that it heads shows its name alone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub folded: bool,
    /// Dots that the people in the room gave it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: u16,
}

called_by!(Sticky: text);

impl Sticky {
    /// Whether it lies free over the board.
    pub fn is_free(&self) -> bool {
        !self.parked && self.tied.is_none()
    }
}

/// What a note is tied to: it stands there, and goes where that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NoteTie {
    Stage(StageId),
    /// Where a stage and a lane cross.
    Cell(StageId, LaneId),
    Touchpoint(TouchpointId),
    /// A lane as a whole: it stands at its name.
    Lane(LaneId),
    /// The cluster that a free note heads.
    Sticky(StickyId),
}

/// A note whose place is gone goes to the parking lot.
impl Linked for Sticky {
    fn each_named(&self, visit: &mut dyn FnMut(RecordRef)) {
        match self.tied {
            None => {}
            Some(NoteTie::Stage(stage)) => visit(stage.into()),
            Some(NoteTie::Cell(stage, lane)) => {
                visit(stage.into());
                visit(lane.into());
            }
            Some(NoteTie::Touchpoint(card)) => visit(card.into()),
            Some(NoteTie::Lane(lane)) => visit(lane.into()),
            Some(NoteTie::Sticky(head)) => visit(head.into()),
        }
    }

    fn rename(&mut self, to: &mut dyn FnMut(RecordRef) -> Option<RecordRef>) -> bool {
        let Some(mut tie) = self.tied else { return true };
        let stays = match &mut tie {
            NoteTie::Stage(stage) => stage.rename(to),
            NoteTie::Cell(stage, lane) => stage.rename(to) & lane.rename(to),
            NoteTie::Touchpoint(card) => card.rename(to),
            NoteTie::Lane(lane) => lane.rename(to),
            NoteTie::Sticky(head) => head.rename(to),
        };
        self.tied = stays.then_some(tie);
        self.parked |= !stays;
        true
    }
}

/// Where a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePlace {
    Parked,
    Tied(NoteTie),
    /// Over the board, at its own place.
    Free,
}

impl Tables {
    /// Where a note is. One of a cluster whose head does not lie on the board is in the parking lot.
    pub fn note_place(&self, note: &Sticky) -> NotePlace {
        if note.parked {
            return NotePlace::Parked;
        }
        match note.tied {
            None => NotePlace::Free,
            Some(NoteTie::Sticky(head)) if !self.stickies.get(&head).is_some_and(Sticky::is_free) => NotePlace::Parked,
            Some(tie) => NotePlace::Tied(tie),
        }
    }

    /// What is tied to something, in order.
    pub fn notes_at(&self, tie: NoteTie) -> Vec<(StickyId, &Sticky)> {
        let mut notes: Vec<(StickyId, &Sticky)> = self
            .stickies
            .iter()
            .filter(|(_, note)| note.tied == Some(tie) && self.note_place(note) == NotePlace::Tied(tie))
            .map(|(id, note)| (*id, note))
            .collect();
        notes.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.0.cmp(&b.0)));
        notes
    }

    /// What a note is tied to, in words.
    pub fn tie_name(&self, tie: NoteTie) -> String {
        let stage = |id: StageId| self.stages.get(&id).map(|stage| stage.name.clone()).unwrap_or_default();
        let lane = |id: LaneId| self.lanes.get(&id).map(|lane| lane.title().to_owned()).unwrap_or_default();
        match tie {
            NoteTie::Stage(id) => stage(id),
            NoteTie::Cell(id, of) => format!("{}, {}", stage(id), lane(of)),
            NoteTie::Lane(id) => lane(id),
            NoteTie::Touchpoint(card) => self.touchpoints.get(&card).map(|card| card.title.clone()).unwrap_or_default(),
            NoteTie::Sticky(head) => self.stickies.get(&head).map(|note| note.text.clone()).unwrap_or_default(),
        }
    }

    /// The notes of every cluster, in order, by the one that heads it.
    pub fn clusters(&self) -> BTreeMap<StickyId, Vec<(StickyId, &Sticky)>> {
        let mut clusters: BTreeMap<StickyId, Vec<(StickyId, &Sticky)>> = BTreeMap::new();
        for (id, note) in &self.stickies {
            if let NotePlace::Tied(NoteTie::Sticky(head)) = self.note_place(note) {
                clusters.entry(head).or_default().push((*id, note));
            }
        }
        clusters.values_mut().for_each(|notes| notes.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.0.cmp(&b.0))));
        clusters
    }

    /// Whether other notes are tied to a note.
    pub fn heads_cluster(&self, id: StickyId) -> bool {
        let is_free = self.stickies.get(&id).is_some_and(Sticky::is_free);
        is_free && self.stickies.values().any(|note| !note.parked && note.tied == Some(NoteTie::Sticky(id)))
    }
}
