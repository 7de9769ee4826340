//! The fields of each kind of record that a sheet shows, by the names of its rows, and how they are read and written.

use touchline_words::{Language, Said, in_language, said, say};

use super::lists;
use super::nearest::with_nearest;
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

/// A row with its names.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// In the file, whoever writes it.
    pub key: &'static str,
    /// To a person.
    pub name: Said,
    pub shown: Shown,
}

impl Shown {
    /// The row with its names; `None` for a field that no sheet shows.
    fn named(self) -> Option<Named> {
        let (key, name) = match self {
            Self::Field(field) => field.row_name()?,
            Self::Audiences => Field::Audiences.row_name()?,
            Self::Feelings => ("feelings of audiences", said::sheet_field_feelings_of_audiences),
            Self::Evidence => Field::Evidence.row_name()?,
            Self::Compliance => ("compliance", said::sheet_field_compliance),
        };
        Some(Named { key, name, shown: self })
    }
}

const STAGE: [Shown; 3] = [Shown::Field(Field::Goal), Shown::Field(Field::Note), Shown::Compliance];
/// The first is the one that a card cannot do without.
const TOUCHPOINT: [Shown; 14] = [
    Shown::Field(Field::Title),
    Shown::Field(Field::Detail),
    Shown::Field(Field::Doing),
    Shown::Field(Field::Channel),
    Shown::Field(Field::Ownership),
    Shown::Field(Field::Emotion(None)),
    Shown::Field(Field::EmotionWord(None)),
    Shown::Field(Field::EmotionReason(None)),
    Shown::Feelings,
    Shown::Audiences,
    Shown::Evidence,
    Shown::Compliance,
    Shown::Field(Field::Owner),
    Shown::Field(Field::Note),
];

/// The rows of a stage, its name left out.
pub fn stage_rows() -> Vec<Named> {
    STAGE.into_iter().filter_map(Shown::named).collect()
}

/// The rows of a kind that is a list in a stage: its fields as the table of fields has them, the first of which is its title;
/// none where a sheet does not show it.
fn listed(kind: ListKind) -> Vec<Named> {
    // Figures and pictures are no part of a sheet.
    if [ListKind::Metric, ListKind::Picture].contains(&kind) {
        return Vec::new();
    }
    let row = |(field, holds): (Field, fields::FieldKind)| match (field, holds) {
        // What is a sentence is no title.
        (Field::Title, fields::FieldKind::Text) => {
            Some(Named { key: "text", name: said::sheet_field_text, shown: Shown::Field(field) })
        }
        (Field::Audiences, _) => Shown::Audiences.named(),
        _ => Shown::Field(field).named(),
    };
    fields::all(kind.kind()).into_iter().filter_map(row).collect()
}

/// How the rows of a kind are called for the program: in English, whoever writes the sheet.
fn word(kind: ListKind) -> &'static str {
    // The file's word is shorter than the kind's name.
    if kind == ListKind::PainPoint { "pain" } else { in_language(Language::English, || kind.kind().name()) }
}

/// What of a key follows the word of a kind. Older sheets had it in the language of whoever wrote them.
fn after_word(kind: ListKind, key: &str) -> Option<&str> {
    let words = Language::ALL.iter().map(|language| in_language(*language, || kind.kind().name()));
    std::iter::once(word(kind)).chain(words).find_map(|word| key.strip_prefix(word)?.strip_prefix(' '))
}

/// What may be chosen in the rows of a name, where that is a short list.
pub fn choices(name: &str) -> Option<Vec<&'static str>> {
    let cards = (RecordKind::Touchpoint, TOUCHPOINT.into_iter().filter_map(Shown::named).collect());
    let lists = ListKind::ALL.iter().map(|kind| (kind.kind(), listed(*kind)));
    std::iter::once(cards).chain(lists).find_map(|(kind, rows): (RecordKind, Vec<Named>)| {
        match rows.iter().find(|row| row.key == name)?.shown {
            Shown::Field(field) => in_language(Language::English, || fields::choices(kind, field)),
            Shown::Evidence => Some(vec!["yes", "no"]),
            Shown::Audiences | Shown::Feelings | Shown::Compliance => None,
        }
    })
}

/// A kind of record in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Touchpoint(LaneId),
    /// In the first lane of the kind, or in a further one.
    Listed(ListKind, Option<LaneId>),
}

impl Kind {
    /// What a lane shows; figures and flags are no part of a sheet, and feelings stand with their touchpoints.
    pub fn of_lane(map: &Tables, id: LaneId) -> Option<Kind> {
        match map.lanes.get(&id)?.kind.holds() {
            Holds::Cards => Some(Kind::Touchpoint(id)),
            Holds::List(kind) => {
                Some(Kind::Listed(kind, map.lane_to_name(kind, id))).filter(|kind| !kind.rows().is_empty())
            }
            Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels => None,
        }
    }

    /// How rows are called for the program.
    pub fn key(self) -> String {
        match self {
            Kind::Touchpoint(lane) => format!("touchpoint {lane}"),
            Kind::Listed(kind, None) => word(kind).to_owned(),
            Kind::Listed(kind, Some(lane)) => format!("{} {lane}", word(kind)),
        }
    }

    /// The kind that a key begins with, and the rest of the key.
    pub fn of_key(key: &str) -> Option<(Kind, &str)> {
        if let Some(rest) = key.strip_prefix("touchpoint ") {
            let (lane, rest) = rest.split_once(' ')?;
            return Some((Kind::Touchpoint(lane.parse().ok()?), rest));
        }
        let shown = ListKind::ALL.iter().filter(|kind| !listed(**kind).is_empty());
        let (kind, rest) = shown.copied().find_map(|kind| Some((kind, after_word(kind, key)?)))?;
        let further = rest.split_once(' ').and_then(|(lane, rest)| Some((lane.parse().ok()?, rest)));
        Some(further.map_or((Kind::Listed(kind, None), rest), |(lane, rest)| (Kind::Listed(kind, Some(lane)), rest)))
    }

    /// The rows of a block of records.
    pub fn rows(self) -> Vec<Named> {
        match self {
            Kind::Touchpoint(_) => TOUCHPOINT.into_iter().filter_map(Shown::named).collect(),
            Kind::Listed(kind, _) => listed(kind),
        }
    }

    /// The records of a stage, from top to bottom.
    pub fn ids(self, map: &Tables, stage: StageId) -> Vec<u64> {
        match self {
            Kind::Touchpoint(lane) => map.touchpoints_in(stage, lane).into_iter().map(|(id, _)| id.0).collect(),
            Kind::Listed(kind, lane) => {
                let lane = lane.or_else(|| map.lane_of(kind.lane()));
                let listed = lane.map_or_else(Vec::new, |lane| map.listed_in_lane(kind, stage, lane));
                listed.into_iter().filter_map(RecordRef::number).collect()
            }
        }
    }

    /// A record's number as the sheet has it.
    pub fn number(self, id: u64) -> String {
        to_base32(id)
    }

    /// The record among all kinds.
    pub fn record(self, id: u64) -> RecordRef {
        match self {
            Kind::Touchpoint(_) => RecordRef::Touchpoint(TouchpointId(id)),
            Kind::Listed(kind, _) => kind.record(id),
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
                let text = in_language(Language::English, || fields::read(map, record, field));
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
        let (rank, text) = (Rank::middle(), String::new());
        let change = match self {
            Kind::Touchpoint(lane) => {
                let card = Touchpoint::new(stage, lane, rank, text, Channel::AppScreen);
                Change::Touchpoint(TouchpointId(id), Some(card))
            }
            Kind::Listed(kind, lane) => of_kind!(kind, R => {
                let mut record = R::begun(stage, rank, text);
                record.set_lane(lane);
                R::change(<R as Record>::Id::from(id), Some(record))
            }),
        };
        map.make(vec![change]);
    }

    /// Where a record stands; `None` if the map lacks it.
    pub fn place(self, map: &Tables, id: u64) -> Option<(StageId, Rank)> {
        let spot = map.spot(self.record(id))?;
        Some((*spot.stage?, spot.rank?.clone()))
    }

    /// Puts a record into a stage, and into the lane.
    pub fn put(self, map: &mut Tables, id: u64, to: StageId, at: Rank) {
        if let Kind::Listed(kind, lane) = self {
            of_kind!(kind, R => {
                if let Some(record) = R::table_mut(map).get_mut(&<R as Record>::Id::from(id)) {
                    record.put(to, at);
                    record.set_lane(lane);
                }
            });
            return;
        }
        let Some(spot) = map.spot_mut(self.record(id)) else { return };
        if let (Some(stage), Some(rank)) = (spot.stage, spot.rank) {
            (*stage, *rank) = (to, at);
        }
        if let (Kind::Touchpoint(in_lane), Some(lane)) = (self, spot.lane) {
            *lane = in_lane;
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
            let names = fields::audiences_text(map, &read);
            write(map, record, Field::Audiences, &names)?;
        }
        Shown::Feelings => {
            let card = TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get(&id));
            let before: Vec<SegmentId> = card.iter().flat_map(|card| card.segment_emotions.keys().copied()).collect();
            let own = lists::read_feelings(map, text.as_deref(), &before, fields::score)?;
            for id in before.iter().chain(own.keys().filter(|id| !before.contains(id))) {
                let score = own.get(id).map(|score| score.text()).unwrap_or_default();
                write(map, record, Field::Emotion(Some(*id)), &score)?;
            }
        }
        Shown::Evidence => {
            let card = TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get_mut(&id));
            return card.map_or(Ok(()), |card| set_evidence(card, text));
        }
    }
    Ok(())
}

/// Puts a text into a field by the table of fields.
fn write(map: &mut Tables, record: RecordRef, field: Field, text: &str) -> Result<(), String> {
    let change = fields::write_one(map, record, field, text)?;
    map.make(change.into_iter().collect());
    Ok(())
}

fn set_field(map: &mut Tables, record: RecordRef, field: Field, text: Option<String>) -> Result<(), String> {
    let kind = fields::kind(record.kind(), field);
    // A choice that is not written stays as it is.
    if text.is_none() && matches!(kind, Some(fields::FieldKind::Choice(_))) {
        return Ok(());
    }
    let mut text = text.unwrap_or_default();
    // A spreadsheet may write the time of the day behind a day.
    if matches!(kind, Some(fields::FieldKind::Day))
        && let Some(day) = text.get(..10).filter(|day| Date::parse(day).is_some())
    {
        text = day.to_owned();
    }
    write(map, record, field, &text).map_err(|why| match field {
        _ if matches!(kind, Some(fields::FieldKind::Day)) => say!(sheet_day_expected, why),
        _ if matches!(kind, Some(fields::FieldKind::Choice(_))) => {
            let here = fields::choices(record.kind(), field).unwrap_or_default();
            let english = in_language(Language::English, || fields::choices(record.kind(), field)).unwrap_or_default();
            with_nearest(why, &text, &[here, english].concat())
        }
        Field::EmotionWord(_) => say!(sheet_feeling_beside).to_owned(),
        Field::EmotionReason(_) => say!(sheet_feeling_above).to_owned(),
        _ => why,
    })
}

/// The audiences that a record is for; `None` for kinds that are for all.
fn audiences_of(map: &Tables, record: RecordRef) -> Option<&[SegmentId]> {
    map.spot(record)?.segments.map(Vec::as_slice)
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
        Some(other) => return Err(with_nearest(say!(sheet_evidence_expected).to_owned(), other, &["yes", "no"])),
    }
    Ok(())
}
