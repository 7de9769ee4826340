//! Saved views: what is looked at, kept under a name.

use super::effective;
use super::place::{Places, places};
use super::record::changed;
use crate::model::*;

/// Saves a view under its name: in the place of the one that has this name, else at the end of the list. Its rank does not
/// count. `None` where that view is saved so already, or the name is empty.
pub fn save_view(map: &Map, view: &SavedView, ids: &mut IdSource) -> Option<(Edit, SavedViewId)> {
    let name = view.name.trim();
    if name.is_empty() {
        return None;
    }
    let list = map.views_in_order();
    if let Some((id, before)) = list.iter().find(|(_, other)| other.name == name) {
        let (id, rank) = (*id, before.rank.clone());
        let edit = changed::<SavedView>(map, id, Verb::SaveView, |saved| {
            *saved = SavedView { rank, name: name.to_owned(), ..view.clone() };
        });
        return edit.map(|edit| (edit, id));
    }
    let id = SavedViewId(ids.fresh());
    let ranks: Vec<_> = list.into_iter().map(|(id, view)| (id, view.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&ranks, None, 1);
    let mut changes = Vec::new();
    for (other, rank) in renumbered {
        changes.push(Change::SavedView(other, Some(SavedView { rank, ..map.views.get(&other)?.clone() })));
    }
    for rank in newcomers {
        let saved = SavedView { rank, name: name.to_owned(), ..view.clone() };
        changes.push(Change::SavedView(id, Some(saved)));
    }
    effective(map, Edit::new(Verb::SaveView, vec![id.into()], changes)).map(|edit| (edit, id))
}
