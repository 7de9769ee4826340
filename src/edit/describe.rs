//! What records are called, and what an edit is called, in menus and notices.

use crate::model::*;
use std::collections::BTreeMap;

/// Titles longer than this are cut in labels.
const LABEL_CHARS: usize = 32;

/// What a record is called; `None` when the tables lack it.
pub fn title_of(tables: &Tables, at: RecordRef) -> Option<String> {
    macro_rules! title {
        ($($kind:ident, $id:ident, $table:ident, $name:literal, $text:ident, [$($spot:ident),*];)*) => {
            match at {
                RecordRef::Map => Some(tables.meta.title.as_str()),
                $(RecordRef::$kind(id) => tables.$table.get(&id).map(Titled::title),)*
            }
        };
    }
    records!(title).map(str::to_owned)
}

/// “Trial checkout”, cut to a label's length.
pub(super) fn quoted(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    let short: String = line.chars().take(LABEL_CHARS).collect();
    if short.len() < line.len() { format!("“{}…”", short.trim_end()) } else { format!("“{short}”") }
}

/// `2 touchpoints`, `1 stage`.
pub(super) fn counted(count: usize, kind: &str) -> String {
    if count == 1 { format!("1 {kind}") } else { format!("{count} {kind}s") }
}

/// What a few records are called together: `stage “Decision”`, `3 touchpoints and 1 sticky note`.
pub fn describe(tables: &Tables, records: &[RecordRef]) -> String {
    described(records, |record| title_of(tables, record))
}

fn described(records: &[RecordRef], title: impl Fn(RecordRef) -> Option<String>) -> String {
    if let [only] = records {
        let title = title(*only).unwrap_or_default();
        let kind = only.kind().name();
        return if title.is_empty() { kind.to_owned() } else { format!("{kind} {}", quoted(&title)) };
    }
    let mut counts: BTreeMap<RecordKind, usize> = BTreeMap::new();
    for record in records {
        *counts.entry(record.kind()).or_default() += 1;
    }
    let parts: Vec<String> = counts.into_iter().map(|(kind, count)| counted(count, kind.name())).collect();
    joined(&parts)
}

/// What an edit does, for the undo menu and for notices: `Move touchpoint “Trial checkout”`.
///
/// `tables` are those that the edit is for, or those that it left: a record that they lack goes by what the edit has of it.
pub fn label(tables: &Tables, edit: &Edit) -> String {
    let of_edit =
        |record: RecordRef| edit.changes.iter().find(|change| change.at() == record)?.text().map(str::to_owned);
    let title = |record: RecordRef| title_of(tables, record).or_else(|| of_edit(record));
    let about = described(&edit.about, title);
    match &edit.verb {
        Verb::Add => format!("Add {about}"),
        Verb::Delete => format!("Delete {}", joined(&[vec![about], along(tables, edit)].concat())),
        Verb::Move => format!("Move {about}"),
        Verb::Duplicate => format!("Duplicate {about}"),
        Verb::Paste => format!("Paste {about}"),
        Verb::Set(field) => format!("{} {about}", set_words(*field)),
        Verb::Tie(None) => format!("Untie {about}"),
        Verb::Tie(Some(card)) => {
            let card = title((*card).into()).map_or("a touchpoint".to_owned(), |title| quoted(&title));
            format!("Tie {about} to {card}")
        }
        Verb::MarkEvidence => format!("Mark {about} as evidence"),
        Verb::MarkAssumption => format!("Mark {about} as assumption"),
        Verb::Show => format!("Show {about}"),
        Verb::Hide => format!("Hide {about}"),
        Verb::AddScorecard => "Add the scorecard".to_owned(),
        Verb::BeginPeriod => format!("Begin a period of {about}"),
        Verb::Fill(file) => format!("Fill the scorecard from “{file}”"),
        Verb::Lay(file) => format!("Lay “{file}” over the map"),
        Verb::Import(file) => format!("Import “{file}”"),
        Verb::MakeStages(file) => format!("Make stages of “{file}”"),
        Verb::TakeOver => "Take over an edited sheet".to_owned(),
        Verb::Intervene => "Intervene here".to_owned(),
        Verb::Begin => "Begin the map".to_owned(),
    }
}

/// The cards that go, or come back, with what a deletion names.
fn along(tables: &Tables, edit: &Edit) -> Vec<String> {
    let goes = |change: &&Change| {
        let at = change.at();
        at.kind() == RecordKind::Touchpoint && !edit.about.contains(&at) && tables.contains(at) == change.takes_away()
    };
    let cards = edit.changes.iter().filter(goes).count();
    if cards == 0 { Vec::new() } else { vec![counted(cards, RecordKind::Touchpoint.name())] }
}

/// How it is said that a field was set, before the words for its record.
fn set_words(field: Field) -> &'static str {
    match field {
        Field::Title | Field::StickyText => "Rename",
        Field::Note => "Write the note of",
        Field::Events => "Bind events to",
        Field::Values => "Bind values to",
        Field::Emotion(_) => "Set the emotion of",
        Field::EmotionWord(_) | Field::EmotionReason(_) => "Say how people feel at",
        Field::Evidence | Field::EvidenceName(_) | Field::EvidenceAmount(_) => "Change the evidence of",
        Field::Estimate | Field::EstimatePercent | Field::EstimateReason => "Estimate the drop-off after",
        Field::PeriodFrom | Field::PeriodTo => "Plan",
        Field::Owner => "Give an owner to",
        Field::Due => "Set the due date of",
        Field::Width => "Widen",
        Field::Audiences => "Set the audience of",
        Field::Channel => "Set the channel of",
        Field::Ownership => "Set the ownership of",
        Field::Severity => "Set the severity of",
        Field::Horizon => "Set the horizon of",
        Field::Regime => "Set the rule of",
        Field::FlagStatus => "Set the status of",
        Field::Basis => "Set the basis of",
        Field::Children => "Say whether children are in",
        Field::Color => "Set the colour of",
        Field::State => "Set as is or to be for",
        Field::LeastGroup => "Set what is too few for",
        Field::MetricKind => "Set what is counted by",
        Field::Readings
        | Field::ReadingPeriod
        | Field::ReadingDays
        | Field::ReadingCount
        | Field::ReadingOf
        | Field::ReadingAlso
        | Field::EarlierPeriods => "Count",
        Field::Value | Field::ValueLow | Field::ValueLikely | Field::ValueHigh | Field::Currency => "Set the worth in",
        Field::Finding
        | Field::Client
        | Field::Date
        | Field::Language
        | Field::Goal
        | Field::Detail
        | Field::Doing
        | Field::Effort
        | Field::Effect
        | Field::Custom
        | Field::FlagEvidence
        | Field::Size
        | Field::Regions
        | Field::Definition
        | Field::Target
        | Field::Benchmark
        | Field::Threshold
        | Field::Source => "Change",
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn joined(parts: &[String]) -> String {
    match parts {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
