//! What records are called, and what an edit is called, in menus and notices.

use touchline_words::direction::Listed;
use touchline_words::say;

use crate::model::*;
use std::collections::BTreeMap;

/// Titles longer than this are cut in labels.
const LABEL_CHARS: usize = 32;

/// What a record is called; `None` when the tables lack it.
pub fn title_of(tables: &Tables, at: RecordRef) -> Option<String> {
    macro_rules! title {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
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
    let is_cut = short.len() < line.len();
    if is_cut { say!(edit_quoted_cut, text = short.trim_end()) } else { say!(edit_quoted, text = short) }
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
    let parts: Vec<String> = counts.into_iter().map(|(kind, count)| kind.counted(count)).collect();
    joined(&parts)
}

/// What an edit does, for the undo menu and for notices: `Move touchpoint “Trial checkout”`.
///
/// `tables` are those that the edit is for, or those that it left: a record that they lack goes by what the edit has of it.
pub fn label(tables: &Tables, edit: &Edit) -> String {
    let title = |record: RecordRef| title_in(tables, edit, record);
    let about = described(&edit.about, title);
    match &edit.verb {
        Verb::Add => say!(undo_add, about),
        Verb::Delete => say!(undo_delete, what = what_goes(tables, edit)),
        Verb::Move => say!(undo_move, about),
        Verb::Duplicate => say!(undo_duplicate, about),
        Verb::Paste => say!(undo_paste, about),
        Verb::Set(field) => field.set_name(&about),
        Verb::Tie(None) => say!(undo_untie, about),
        Verb::Tie(Some(card)) => {
            let card = title((*card).into()).map_or(say!(undo_a_touchpoint).to_owned(), |title| quoted(&title));
            say!(undo_tie, about, card)
        }
        Verb::MarkEvidence => say!(undo_mark_evidence, about),
        Verb::MarkAssumption => say!(undo_mark_assumption, about),
        Verb::Show => say!(undo_show, about),
        Verb::Hide => say!(undo_hide, about),
        Verb::Fold => say!(undo_fold, about),
        Verb::Unfold => say!(undo_unfold, about),
        Verb::Merge => say!(undo_merge, about),
        Verb::Split => say!(undo_split, about),
        Verb::AddScorecard => say!(undo_add_scorecard).to_owned(),
        Verb::BeginPeriod => say!(undo_begin_period, about),
        Verb::Fill(file) => say!(undo_fill, file),
        Verb::Lay(file) => say!(undo_lay, file),
        Verb::Import(file) => say!(undo_import, file),
        Verb::MakeStages(file) => say!(undo_make_stages, file),
        Verb::Vote => say!(undo_set_votes, about),
        Verb::Connect => say!(undo_connect, about),
        Verb::SaveView => say!(undo_save_view, about),
        Verb::ArrangeDeck => say!(undo_arrange_deck).to_owned(),
        Verb::Park => say!(undo_park, about),
        Verb::Cluster => say!(undo_cluster, about),
        Verb::Sort => say!(undo_sort, about),
        Verb::Format => say!(undo_format, about),
        Verb::Replace => say!(undo_replace, about),
        Verb::GoBack => say!(undo_go_back).to_owned(),
        Verb::BringTogether => say!(undo_bring_together).to_owned(),
        Verb::TakeOver => say!(undo_take_over).to_owned(),
        Verb::Intervene => say!(undo_intervene).to_owned(),
        Verb::Begin => say!(undo_begin).to_owned(),
    }
}

/// What a record is called, also where the tables lack it and the edit has it.
fn title_in(tables: &Tables, edit: &Edit, record: RecordRef) -> Option<String> {
    let of_edit = || edit.changes.iter().find(|change| change.at() == record)?.text().map(str::to_owned);
    title_of(tables, record).or_else(of_edit)
}

/// What a deletion names, and the cards that go with it: `stage “Decision” and 4 touchpoints`.
pub(super) fn what_goes(tables: &Tables, edit: &Edit) -> String {
    let about = described(&edit.about, |record| title_in(tables, edit, record));
    joined(&[vec![about], along(tables, edit)].concat())
}

/// The cards that go, or come back, with what a deletion names.
fn along(tables: &Tables, edit: &Edit) -> Vec<String> {
    let goes = |change: &&Change| {
        let at = change.at();
        at.kind() == RecordKind::Touchpoint && !edit.about.contains(&at) && tables.contains(at) == change.takes_away()
    };
    let cards = edit.changes.iter().filter(goes).count();
    if cards == 0 { Vec::new() } else { vec![RecordKind::Touchpoint.counted(cards)] }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn joined(parts: &[String]) -> String {
    match parts {
        [] => say!(edit_nothing).to_owned(),
        [only] => only.clone(),
        [most @ .., last] => say!(edit_joined, most = most.listed(", "), last),
    }
}
