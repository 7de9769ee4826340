//! What stands at the right of a row of the outline: how many reached a stage or a card, who sees to a thing, until when.

use crate::figures;
use crate::figures::numbers;
use crate::model::*;
use std::collections::BTreeMap;
use touchline_words::direction::Listed;

/// How many reached each stage and each card that was measured, as one audience or all; what rests on too few is left out.
pub fn reached(map: &Map, lens: Option<SegmentId>) -> BTreeMap<RecordRef, String> {
    let rows = figures::rows(map, lens).into_iter().filter(|row| !row.too_few && row.came().is_some());
    let mut reached: BTreeMap<RecordRef, String> = rows.map(|row| (row.stage.into(), row.text.reached)).collect();
    let measured = map.measurement().and_then(|(_, measurement)| measurement.figures(lens));
    let least = figures::small_groups(map).customers;
    let cards = measured.into_iter().flat_map(|figures| &figures.reach).filter(|(_, reach)| **reach >= least);
    reached.extend(cards.map(|(card, reach)| (RecordRef::from(*card), numbers::count(*reach))));
    reached
}

/// Owner and day of what has them, as `Product · 5 Dec`; empty for all else.
pub fn side_of(map: &Tables, record: RecordRef) -> String {
    let owned = |owner: &str, due: Option<Date>| {
        let due = due.map(Date::short).unwrap_or_default();
        [owner, &due].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().listed(" · ")
    };
    match record {
        RecordRef::Action(id) => map.actions.get(&id).map(|action| owned(&action.owner, action.due)),
        RecordRef::Flag(id) => map.flags.get(&id).map(|flag| owned("", flag.due)),
        RecordRef::Backstage(id) => map.backstages.get(&id).map(|step| owned(&step.owner, None)),
        RecordRef::Map
        | RecordRef::Stage(_)
        | RecordRef::Lane(_)
        | RecordRef::Segment(_)
        | RecordRef::Touchpoint(_)
        | RecordRef::Question(_)
        | RecordRef::PainPoint(_)
        | RecordRef::Sticky(_)
        | RecordRef::Measurement(_)
        | RecordRef::Metric(_)
        | RecordRef::Remark(_)
        | RecordRef::Connector(_)
        | RecordRef::Loop(_)
        | RecordRef::Drawing(_)
        | RecordRef::Picture(_)
        | RecordRef::Step(_)
        | RecordRef::SavedView(_)
        | RecordRef::DeckPage(_)
        | RecordRef::AgendaBlock(_) => None,
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn what_was_measured_is_told_of_stages_and_cards_and_what_has_an_owner_of_actions() {
        let map = sample::map();
        let reached = reached(&map, None);
        for row in figures::rows(&map, None) {
            let told = reached.get(&row.stage.into());
            assert_eq!(told, Some(&row.text.reached).filter(|_| !row.too_few && row.came().is_some()));
        }
        for (id, action) in &map.actions {
            assert!(side_of(&map, (*id).into()).contains(&action.owner), "{action:?}");
        }
    }
}
