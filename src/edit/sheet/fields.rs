//! The fields of each kind of record that a sheet shows: how they are written and what may be written into them.

use super::lists;
use crate::model::*;

/// The fields of a stage.
pub const STAGE: [&str; 3] = ["goal", "note", "compliance"];
/// The first of each is the one that a record cannot do without.
const TOUCHPOINT: [&str; 14] = [
    "title",
    "detail",
    "doing",
    "channel",
    "ownership",
    "feeling",
    "feeling in a word",
    "feeling because",
    "feelings of audiences",
    "audiences",
    "evidence",
    "compliance",
    "owner",
    "note",
];
const QUESTION: [&str; 2] = ["text", "audiences"];
const PAIN: [&str; 3] = ["text", "severity", "audiences"];
const ACTION: [&str; 7] = ["title", "owner", "horizon", "due", "effort", "effect", "note"];

/// What may be chosen in a field, where that is a short list: by the field's name.
pub fn choices(field: &str) -> Option<Vec<&'static str>> {
    match field {
        "channel" => Some(Channel::ALL.map(Channel::name).to_vec()),
        "ownership" => Some(Ownership::ALL.map(Ownership::name).to_vec()),
        "evidence" => Some(vec!["yes", "no"]),
        "severity" => Some(Severity::ALL.map(Severity::name).to_vec()),
        "horizon" => Some(Horizon::ALL.map(Horizon::name).to_vec()),
        _ => None,
    }
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

    pub fn field_names(self) -> &'static [&'static str] {
        match self {
            Kind::Touchpoint(_) => &TOUCHPOINT,
            Kind::Question => &QUESTION,
            Kind::PainPoint => &PAIN,
            Kind::Action => &ACTION,
        }
    }

    /// The records of a stage, from top to bottom.
    pub fn ids(self, map: &Map, stage: StageId) -> Vec<u64> {
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

    /// A field's text; `None` where nothing is set, or the map lacks the record.
    pub fn get(self, map: &Map, id: u64, field: &str) -> Option<String> {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        match self {
            Kind::Touchpoint(_) => {
                let card = map.touchpoints.get(&TouchpointId(id))?;
                match field {
                    "title" => Some(card.title.clone()),
                    "detail" => some(&card.detail),
                    "doing" => some(&card.doing),
                    "channel" => Some(card.channel.name().to_owned()),
                    "feeling" => card.emotion.as_ref().map(|emotion| emotion.score.text().replace('+', "")),
                    "feeling in a word" => card.emotion.as_ref().and_then(|emotion| some(&emotion.word)),
                    "feeling because" => card.emotion.as_ref().and_then(|emotion| some(&emotion.reason)),
                    "feelings of audiences" => lists::feelings(map, &card.segment_emotions),
                    "ownership" => Some(card.ownership.name().to_owned()),
                    "audiences" => lists::audiences(map, &card.segments),
                    "evidence" => Some(if card.evidence.is_empty() { "no" } else { "yes" }.to_owned()),
                    "compliance" => lists::flags(map, FlagTarget::Touchpoint(TouchpointId(id))),
                    "owner" => some(&card.owner),
                    _ => some(&card.note),
                }
            }
            Kind::Question => {
                let question = map.questions.get(&QuestionId(id))?;
                match field {
                    "text" => Some(question.text.clone()),
                    _ => lists::audiences(map, &question.segments),
                }
            }
            Kind::PainPoint => {
                let pain = map.pain_points.get(&PainPointId(id))?;
                match field {
                    "text" => Some(pain.text.clone()),
                    "severity" => Some(pain.severity.name().to_owned()),
                    _ => lists::audiences(map, &pain.segments),
                }
            }
            Kind::Action => {
                let action = map.actions.get(&ActionId(id))?;
                match field {
                    "title" => Some(action.title.clone()),
                    "owner" => some(&action.owner),
                    "horizon" => Some(action.horizon.name().to_owned()),
                    "due" => action.due.map(|day| day.to_string()),
                    "effort" => some(&action.effort),
                    "effect" => some(&action.effect),
                    _ => some(&action.note),
                }
            }
        }
    }

    /// Writes a field; `None` empties it.
    ///
    /// # Errors
    /// What may be written there instead, in words.
    pub fn set(
        self,
        map: &mut Map,
        id: u64,
        field: &str,
        text: Option<String>,
        ids: &mut IdSource,
    ) -> Result<(), String> {
        if let (Kind::Touchpoint(_), "compliance") = (self, field) {
            return lists::set_flags(map, FlagTarget::Touchpoint(TouchpointId(id)), text.as_deref(), ids);
        }
        if field == "audiences" {
            return self.set_audiences(map, id, text.as_deref());
        }
        if field == "feelings of audiences" {
            let before = map.touchpoints.get(&TouchpointId(id)).map(|card| card.segment_emotions.clone());
            let own = lists::read_feelings(map, text.as_deref(), &before.unwrap_or_default(), score)?;
            map.touchpoints.get_mut(&TouchpointId(id)).into_iter().for_each(|card| card.segment_emotions = own.clone());
            return Ok(());
        }
        let plain = text.clone().unwrap_or_default();
        match self {
            Kind::Touchpoint(_) => {
                let Some(card) = map.touchpoints.get_mut(&TouchpointId(id)) else { return Ok(()) };
                match field {
                    "title" => card.title = plain,
                    "detail" => card.detail = plain,
                    "doing" => card.doing = plain,
                    "channel" => card.channel = choice(text, card.channel, &Channel::ALL, Channel::name)?,
                    "ownership" => {
                        card.ownership = choice(text, card.ownership, &Ownership::ALL, Ownership::name)?;
                    }
                    "feeling" => card.emotion = feeling(text, card.emotion.take())?,
                    "feeling in a word" => match (&mut card.emotion, plain.is_empty()) {
                        (Some(emotion), _) => emotion.word = plain,
                        (None, true) => {}
                        (None, false) => return Err("a number beside it, in the row “feeling”".to_owned()),
                    },
                    "feeling because" => match (&mut card.emotion, plain.is_empty()) {
                        (Some(emotion), _) => emotion.reason = plain,
                        (None, true) => {}
                        (None, false) => return Err("a number above it, in the row “feeling”".to_owned()),
                    },
                    "evidence" => set_evidence(card, text)?,
                    "owner" => card.owner = plain,
                    _ => card.note = plain,
                }
            }
            Kind::Question => {
                if let Some(question) = map.questions.get_mut(&QuestionId(id)) {
                    question.text = plain;
                }
            }
            Kind::PainPoint => {
                let Some(pain) = map.pain_points.get_mut(&PainPointId(id)) else { return Ok(()) };
                match field {
                    "text" => pain.text = plain,
                    _ => pain.severity = choice(text, pain.severity, &Severity::ALL, Severity::name)?,
                }
            }
            Kind::Action => {
                let Some(action) = map.actions.get_mut(&ActionId(id)) else { return Ok(()) };
                match field {
                    "title" => action.title = plain,
                    "owner" => action.owner = plain,
                    "horizon" => action.horizon = choice(text, action.horizon, &Horizon::ALL, Horizon::name)?,
                    "due" => {
                        let day = text.map(|text| Date::parse(text.get(..10).unwrap_or(&text)).ok_or(text));
                        action.due = day.transpose().map_err(|_| "a day such as 2026-11-03".to_owned())?;
                    }
                    "effort" => action.effort = plain,
                    "effect" => action.effect = plain,
                    _ => action.note = plain,
                }
            }
        }
        Ok(())
    }

    fn set_audiences(self, map: &mut Map, id: u64, text: Option<&str>) -> Result<(), String> {
        let of = |map: &Map| match self {
            Kind::Touchpoint(_) => map.touchpoints.get(&TouchpointId(id)).map(|card| card.segments.clone()),
            Kind::Question => map.questions.get(&QuestionId(id)).map(|question| question.segments.clone()),
            Kind::PainPoint => map.pain_points.get(&PainPointId(id)).map(|pain| pain.segments.clone()),
            Kind::Action => None,
        };
        let Some(before) = of(map) else { return Ok(()) };
        let segments = lists::read_audiences(map, text, &before)?;
        let place = match self {
            Kind::Touchpoint(_) => map.touchpoints.get_mut(&TouchpointId(id)).map(|card| &mut card.segments),
            Kind::Question => map.questions.get_mut(&QuestionId(id)).map(|question| &mut question.segments),
            Kind::PainPoint => map.pain_points.get_mut(&PainPointId(id)).map(|pain| &mut pain.segments),
            Kind::Action => None,
        };
        place.into_iter().for_each(|place| place.clone_from(&segments));
        Ok(())
    }

    /// Makes a record at the end of a stage.
    pub fn make(self, map: &mut Map, stage: StageId, id: u64) {
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
    pub fn place(self, map: &Map, id: u64) -> Option<(StageId, Rank)> {
        match self {
            Kind::Touchpoint(_) => map.touchpoints.get(&TouchpointId(id)).map(|card| (card.stage, card.rank.clone())),
            Kind::Question => map.questions.get(&QuestionId(id)).map(|note| (note.stage, note.rank.clone())),
            Kind::PainPoint => map.pain_points.get(&PainPointId(id)).map(|note| (note.stage, note.rank.clone())),
            Kind::Action => map.actions.get(&ActionId(id)).map(|note| (note.stage, note.rank.clone())),
        }
    }

    /// Puts a record into a stage, and into the lane.
    pub fn put(self, map: &mut Map, id: u64, to: StageId, at: Rank) {
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

/// A field of a stage; empty where nothing is set.
pub fn stage_field(map: &Map, id: StageId, field: &str) -> String {
    let Some(stage) = map.stages.get(&id) else { return String::new() };
    match field {
        "goal" => stage.goal.clone(),
        "note" => stage.note.clone(),
        _ => lists::flags(map, FlagTarget::Stage(id)).unwrap_or_default(),
    }
}

/// Writes a field of a stage.
///
/// # Errors
/// What may be written there instead, in words.
pub fn set_stage_field(
    map: &mut Map,
    id: StageId,
    field: &str,
    text: String,
    ids: &mut IdSource,
) -> Result<(), String> {
    match (field, map.stages.get_mut(&id)) {
        (_, None) => {}
        ("goal", Some(stage)) => stage.goal = text,
        ("note", Some(stage)) => stage.note = text,
        (_, Some(_)) => return lists::set_flags(map, FlagTarget::Stage(id), Some(&text), ids),
    }
    Ok(())
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
        Some(_) => return Err("yes (the card rests on evidence) or no (it is an assumption)".to_owned()),
    }
    Ok(())
}

/// One of a list by its name, whatever its capitals; the one that was there where nothing is written.
fn choice<T: Copy>(text: Option<String>, now: T, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    let Some(text) = text else { return Ok(now) };
    let wanted = text.trim().to_lowercase();
    let found = all.iter().find(|one| name(**one).to_lowercase() == wanted);
    let known = || all.iter().map(|one| name(*one)).collect::<Vec<_>>().join(", ");
    found.copied().ok_or_else(|| format!("one of {}", known()))
}

/// A score as people write it, with either minus and either decimal mark.
fn score(text: &str) -> Option<Score> {
    let number: Option<f64> = text.trim().replace('−', "-").replace(',', ".").parse().ok();
    let tenths = number.map(|number| (number * 10.0).round()).filter(|tenths| (-30.0..=30.0).contains(tenths));
    // Held within an i32 by the range above.
    tenths.map(|tenths| Score::from_tenths(tenths as i32))
}

fn feeling(text: Option<String>, before: Option<Emotion>) -> Result<Option<Emotion>, String> {
    let Some(text) = text else { return Ok(None) };
    let score = score(&text).ok_or("a number from −3.0 to 3.0")?;
    Ok(Some(match before {
        Some(emotion) => Emotion { score, ..emotion },
        None => Emotion { score, word: String::new(), reason: String::new() },
    }))
}
