//! The fields of each kind of record that a sheet shows, by the names of its rows, and how they are read and written.

use touchline_words::say;

use super::lists;
use crate::fields;
use crate::model::*;

/// What a row of a sheet shows of a record: one of its fields, or a list of what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Field(Field),
    /// The audiences that it is for.
    Audiences,
    /// What single audiences feel.
    Feelings,
    /// Whether it rests on something: yes or no.
    Evidence,
    /// Its flags with their states.
    Compliance,
}

/// A row by its name, which the file keeps.
pub type Named = (&'static str, Shown);

/// The fields of a stage.
pub const STAGE: [Named; 3] =
    [("goal", Shown::Field(Field::Goal)), ("note", Shown::Field(Field::Note)), ("compliance", Shown::Compliance)];
/// The first of each is the one that a record cannot do without.
const TOUCHPOINT: [Named; 14] = [
    ("title", Shown::Field(Field::Title)),
    ("detail", Shown::Field(Field::Detail)),
    ("doing", Shown::Field(Field::Doing)),
    ("channel", Shown::Field(Field::Channel)),
    ("ownership", Shown::Field(Field::Ownership)),
    ("feeling", Shown::Field(Field::Emotion(None))),
    ("feeling in a word", Shown::Field(Field::EmotionWord(None))),
    ("feeling because", Shown::Field(Field::EmotionReason(None))),
    ("feelings of audiences", Shown::Feelings),
    ("audiences", Shown::Audiences),
    ("evidence", Shown::Evidence),
    ("compliance", Shown::Compliance),
    ("owner", Shown::Field(Field::Owner)),
    ("note", Shown::Field(Field::Note)),
];
const QUESTION: [Named; 2] = [("text", Shown::Field(Field::Title)), ("audiences", Shown::Audiences)];
const PAIN: [Named; 3] = [
    ("text", Shown::Field(Field::Title)),
    ("severity", Shown::Field(Field::Severity)),
    ("audiences", Shown::Audiences),
];
const ACTION: [Named; 7] = [
    ("title", Shown::Field(Field::Title)),
    ("owner", Shown::Field(Field::Owner)),
    ("horizon", Shown::Field(Field::Horizon)),
    ("due", Shown::Field(Field::Due)),
    ("effort", Shown::Field(Field::Effort)),
    ("effect", Shown::Field(Field::Effect)),
    ("note", Shown::Field(Field::Note)),
];

/// What may be chosen in the rows of a name, where that is a short list.
pub fn choices(name: &str) -> Option<Vec<&'static str>> {
    let kinds: [(RecordKind, &[Named]); 4] = [
        (RecordKind::Touchpoint, &TOUCHPOINT),
        (RecordKind::Question, &QUESTION),
        (RecordKind::PainPoint, &PAIN),
        (RecordKind::Action, &ACTION),
    ];
    kinds.into_iter().find_map(|(kind, rows)| {
        let (_, shown) = rows.iter().find(|(known, _)| *known == name)?;
        match shown {
            Shown::Field(field) => {
                touchline_words::in_language(touchline_words::Language::English, || fields::choices(kind, *field))
            }
            Shown::Evidence => Some(vec!["yes", "no"]),
            Shown::Audiences | Shown::Feelings | Shown::Compliance => None,
        }
    })
}

/// A kind of record in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Touchpoint(LaneId),
    Question,
    PainPoint,
    Action,
}

impl Kind {
    /// What a lane shows; figures and flags are no part of a sheet, and feelings stand with their touchpoints.
    pub fn of_lane(id: LaneId, kind: LaneKind) -> Option<Kind> {
        match kind {
            LaneKind::Touchpoints => Some(Kind::Touchpoint(id)),
            LaneKind::Thinking => Some(Kind::Question),
            LaneKind::PainPoints => Some(Kind::PainPoint),
            LaneKind::Actions => Some(Kind::Action),
            LaneKind::Feeling | LaneKind::DropOff | LaneKind::Compliance | LaneKind::Metrics => None,
        }
    }

    /// How rows are called for the program.
    pub fn key(self) -> String {
        match self {
            Kind::Touchpoint(lane) => format!("touchpoint {lane}"),
            Kind::Question => "question".to_owned(),
            Kind::PainPoint => "pain".to_owned(),
            Kind::Action => "action".to_owned(),
        }
    }

    /// The rows of a block of records.
    pub fn rows(self) -> &'static [Named] {
        match self {
            Kind::Touchpoint(_) => &TOUCHPOINT,
            Kind::Question => &QUESTION,
            Kind::PainPoint => &PAIN,
            Kind::Action => &ACTION,
        }
    }

    /// The records of a stage, from top to bottom.
    pub fn ids(self, map: &Tables, stage: StageId) -> Vec<u64> {
        match self {
            Kind::Touchpoint(lane) => map.touchpoints_in(stage, lane).into_iter().map(|(id, _)| id.0).collect(),
            Kind::Question => map.questions_of(stage).into_iter().map(|(id, _)| id.0).collect(),
            Kind::PainPoint => map.pain_points_of(stage).into_iter().map(|(id, _)| id.0).collect(),
            Kind::Action => map.actions_of(stage).into_iter().map(|(id, _)| id.0).collect(),
        }
    }

    /// A record's number as the sheet has it.
    pub fn number(self, id: u64) -> String {
        TouchpointId(id).to_string()
    }

    /// The record among all kinds.
    pub fn record(self, id: u64) -> RecordRef {
        match self {
            Kind::Touchpoint(_) => RecordRef::Touchpoint(TouchpointId(id)),
            Kind::Question => RecordRef::Question(QuestionId(id)),
            Kind::PainPoint => RecordRef::PainPoint(PainPointId(id)),
            Kind::Action => RecordRef::Action(ActionId(id)),
        }
    }

    /// What a row says of a record; `None` where nothing is set, or the map lacks the record.
    pub fn get(self, map: &Tables, id: u64, shown: Shown) -> Option<String> {
        let record = self.record(id);
        let card = || TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get(&id));
        match shown {
            // An empty title is told from none: the record is there.
            Shown::Field(Field::Title) => fields::read(map, record, Field::Title),
            // A choice stands in English, whoever writes the sheet: it reads back in either language.
            Shown::Field(field) => {
                let text = touchline_words::in_language(touchline_words::Language::English, || {
                    fields::read(map, record, field)
                });
                text.filter(|text| !text.is_empty())
            }
            Shown::Audiences => lists::audiences(map, audiences_of(map, record)?),
            Shown::Feelings => lists::feelings(map, &card()?.segment_emotions),
            Shown::Evidence => Some(if card()?.evidence.is_empty() { "no" } else { "yes" }.to_owned()),
            Shown::Compliance => lists::flags(map, FlagTarget::try_from(record).ok()?),
        }
    }

    /// Writes what a row says; `None` empties it.
    ///
    /// # Errors
    /// What may be written there instead, in words.
    pub fn set(
        self,
        map: &mut Tables,
        id: u64,
        shown: Shown,
        text: Option<String>,
        ids: &mut IdSource,
    ) -> Result<(), String> {
        set(map, self.record(id), shown, text, ids)
    }

    /// Makes a record at the end of a stage.
    pub fn make(self, map: &mut Tables, stage: StageId, id: u64) {
        let rank = Rank::middle();
        let text = String::new();
        match self {
            Kind::Touchpoint(lane) => {
                let card = Touchpoint::new(stage, lane, rank, text, Channel::AppScreen);
                map.touchpoints.insert(TouchpointId(id), card);
            }
            Kind::Question => {
                map.questions.insert(QuestionId(id), Question { stage, rank, text, segments: Vec::new() });
            }
            Kind::PainPoint => {
                let severity = Severity::default();
                let pain = PainPoint { stage, rank, text, severity, touchpoint: None, segments: Vec::new() };
                map.pain_points.insert(PainPointId(id), pain);
            }
            Kind::Action => {
                let action = Action {
                    stage,
                    rank,
                    title: text,
                    owner: String::new(),
                    horizon: Horizon::default(),
                    due: None,
                    touchpoint: None,
                    effort: String::new(),
                    effect: String::new(),
                    note: String::new(),
                };
                map.actions.insert(ActionId(id), action);
            }
        }
    }

    /// Where a record stands; `None` if the map lacks it.
    pub fn place(self, map: &Tables, id: u64) -> Option<(StageId, Rank)> {
        match self {
            Kind::Touchpoint(_) => map.touchpoints.get(&TouchpointId(id)).map(|card| (card.stage, card.rank.clone())),
            Kind::Question => map.questions.get(&QuestionId(id)).map(|note| (note.stage, note.rank.clone())),
            Kind::PainPoint => map.pain_points.get(&PainPointId(id)).map(|note| (note.stage, note.rank.clone())),
            Kind::Action => map.actions.get(&ActionId(id)).map(|note| (note.stage, note.rank.clone())),
        }
    }

    /// Puts a record into a stage, and into the lane.
    pub fn put(self, map: &mut Tables, id: u64, to: StageId, at: Rank) {
        match self {
            Kind::Touchpoint(in_lane) => {
                if let Some(card) = map.touchpoints.get_mut(&TouchpointId(id)) {
                    (card.stage, card.lane, card.rank) = (to, in_lane, at);
                }
            }
            Kind::Question => {
                if let Some(note) = map.questions.get_mut(&QuestionId(id)) {
                    (note.stage, note.rank) = (to, at);
                }
            }
            Kind::PainPoint => {
                if let Some(note) = map.pain_points.get_mut(&PainPointId(id)) {
                    (note.stage, note.rank) = (to, at);
                }
            }
            Kind::Action => {
                if let Some(note) = map.actions.get_mut(&ActionId(id)) {
                    (note.stage, note.rank) = (to, at);
                }
            }
        }
    }
}

/// What a row says of a stage; empty where nothing is set.
pub fn stage_field(map: &Tables, id: StageId, shown: Shown) -> String {
    match shown {
        Shown::Field(field) => fields::read(map, id.into(), field).unwrap_or_default(),
        Shown::Compliance => lists::flags(map, FlagTarget::Stage(id)).unwrap_or_default(),
        Shown::Audiences | Shown::Feelings | Shown::Evidence => String::new(),
    }
}

/// Writes what a row says of a record; `None` empties it.
///
/// # Errors
/// What may be written there instead, in words.
pub fn set(
    map: &mut Tables,
    record: RecordRef,
    shown: Shown,
    text: Option<String>,
    ids: &mut IdSource,
) -> Result<(), String> {
    match shown {
        Shown::Field(field) => return set_field(map, record, field, text),
        Shown::Compliance => {
            if let Ok(on) = FlagTarget::try_from(record) {
                return lists::set_flags(map, on, text.as_deref(), ids);
            }
        }
        Shown::Audiences => {
            let before = audiences_of(map, record).unwrap_or_default().to_vec();
            let read = lists::read_audiences(map, text.as_deref(), &before)?;
            if let Some(audiences) = audiences_mut(map, record) {
                *audiences = read;
            }
        }
        Shown::Feelings | Shown::Evidence => {
            let Some(id) = TouchpointId::try_from(record).ok().filter(|id| map.touchpoints.contains_key(id)) else {
                return Ok(());
            };
            let before = map.touchpoints.get(&id).map(|card| card.segment_emotions.clone()).unwrap_or_default();
            let own = match shown {
                Shown::Feelings => lists::read_feelings(map, text.as_deref(), &before, fields::score)?,
                Shown::Field(_) | Shown::Audiences | Shown::Evidence | Shown::Compliance => before,
            };
            if let Some(card) = map.touchpoints.get_mut(&id) {
                card.segment_emotions = own;
                if shown == Shown::Evidence {
                    return set_evidence(card, text);
                }
            }
        }
    }
    Ok(())
}

fn set_field(map: &mut Tables, record: RecordRef, field: Field, text: Option<String>) -> Result<(), String> {
    let kind = fields::kind(record.kind(), field);
    // A choice that is not written stays as it is.
    if text.is_none() && matches!(kind, Some(fields::FieldKind::Choice(_))) {
        return Ok(());
    }
    let mut text = text.unwrap_or_default();
    if matches!(kind, Some(fields::FieldKind::Day)) {
        // A spreadsheet may write the time of the day behind it.
        text = text.get(..10).unwrap_or(&text).to_owned();
    }
    let change = fields::write_one(map, record, field, &text).map_err(|why| match field {
        Field::Due => say!(sheet_day_expected).to_owned(),
        Field::EmotionWord(_) => say!(sheet_feeling_beside).to_owned(),
        Field::EmotionReason(_) => say!(sheet_feeling_above).to_owned(),
        _ => why,
    })?;
    map.make(change.into_iter().collect());
    Ok(())
}

/// The audiences that a record is for; `None` for kinds that are for all.
fn audiences_of(map: &Tables, record: RecordRef) -> Option<&[SegmentId]> {
    match record {
        RecordRef::Touchpoint(id) => map.touchpoints.get(&id).map(|card| card.segments.as_slice()),
        RecordRef::Question(id) => map.questions.get(&id).map(|question| question.segments.as_slice()),
        RecordRef::PainPoint(id) => map.pain_points.get(&id).map(|pain| pain.segments.as_slice()),
        RecordRef::Map
        | RecordRef::Stage(_)
        | RecordRef::Lane(_)
        | RecordRef::Segment(_)
        | RecordRef::Action(_)
        | RecordRef::Flag(_)
        | RecordRef::Sticky(_)
        | RecordRef::Measurement(_)
        | RecordRef::Metric(_) => None,
    }
}

fn audiences_mut(map: &mut Tables, record: RecordRef) -> Option<&mut Vec<SegmentId>> {
    match record {
        RecordRef::Touchpoint(id) => map.touchpoints.get_mut(&id).map(|card| &mut card.segments),
        RecordRef::Question(id) => map.questions.get_mut(&id).map(|question| &mut question.segments),
        RecordRef::PainPoint(id) => map.pain_points.get_mut(&id).map(|pain| &mut pain.segments),
        RecordRef::Map
        | RecordRef::Stage(_)
        | RecordRef::Lane(_)
        | RecordRef::Segment(_)
        | RecordRef::Action(_)
        | RecordRef::Flag(_)
        | RecordRef::Sticky(_)
        | RecordRef::Measurement(_)
        | RecordRef::Metric(_) => None,
    }
}

/// Whether a card rests on something. What it rests on stays as it is where it does already.
fn set_evidence(card: &mut Touchpoint, text: Option<String>) -> Result<(), String> {
    match text.map(|text| text.trim().to_lowercase()).as_deref() {
        None => {}
        Some("no") => card.evidence.clear(),
        Some("yes") if card.evidence.is_empty() => {
            let kind = EvidenceKind::BehaviouralData;
            card.evidence.push(Evidence { kind, name: String::new(), amount: String::new() });
        }
        Some("yes") => {}
        Some(_) => return Err(say!(sheet_evidence_expected).to_owned()),
    }
    Ok(())
}
