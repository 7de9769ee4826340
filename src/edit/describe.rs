//! What records are called in labels and notices.

use super::Record;
use crate::model::*;
use std::collections::BTreeMap;

/// Titles longer than this are cut in labels.
const LABEL_CHARS: usize = 32;

/// The text that a person edits in place for a record; `None` when the map lacks it.
pub fn title_of(map: &Map, at: RecordRef) -> Option<String> {
    fn text<R: Record>(map: &Map, id: R::Id) -> Option<String> {
        R::table(map).get(&id).map(|record| record.text().to_owned())
    }
    match at {
        RecordRef::Map => Some(map.meta.title.clone()),
        RecordRef::Stage(id) => text::<Stage>(map, id),
        RecordRef::Lane(id) => map.lanes.get(&id).map(|lane| lane.title().to_owned()),
        RecordRef::Touchpoint(id) => text::<Touchpoint>(map, id),
        RecordRef::Question(id) => text::<Question>(map, id),
        RecordRef::PainPoint(id) => text::<PainPoint>(map, id),
        RecordRef::Action(id) => text::<Action>(map, id),
        RecordRef::Flag(id) => map.flags.get(&id).map(|flag| flag.code().to_owned()),
        RecordRef::Segment(id) => text::<Segment>(map, id),
        RecordRef::Sticky(id) => text::<Sticky>(map, id),
        RecordRef::Measurement(id) => text::<Measurement>(map, id),
        RecordRef::Metric(id) => map.metrics.get(&id).map(|metric| metric.title().to_owned()),
    }
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
pub fn describe(map: &Map, records: &[RecordRef]) -> String {
    if let [only] = records {
        let title = title_of(map, *only).unwrap_or_default();
        return if title.is_empty() { only.kind().to_owned() } else { format!("{} {}", only.kind(), quoted(&title)) };
    }
    let mut counts: BTreeMap<RecordRef, usize> = BTreeMap::new();
    // One entry a kind, in the model's order of kinds: the first record of each kind stands for it.
    for record in records {
        let same = counts.keys().find(|other| other.kind() == record.kind()).copied().unwrap_or(*record);
        *counts.entry(same).or_default() += 1;
    }
    let parts: Vec<String> = counts.into_iter().map(|(record, count)| counted(count, record.kind())).collect();
    joined(&parts)
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn joined(parts: &[String]) -> String {
    match parts {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
