//! What people note beside the cards, stage by stage: questions, pain points, actions, what goes on behind.

use super::linked::linked;
use super::titled::called_by;
use super::valid::no_rules;
use super::{
    ActionStatus, Date, Horizon, LaneId, LaneKind, Listed, Rank, SegmentId, StageId, Titled, TouchpointId, is_default,
};
use crate::images::Image;
use serde::{Deserialize, Serialize};
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
