//! One record that both sides changed, part by part: as it stands in the file, a part that one side alone changed is taken from it.
//!
//! What says where a record stands is one part, so that it never comes to stand where nobody put it. A list of texts or of records' numbers
//! is a set: what either side added is in it, and what either took out is not.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map as Parts, Value};
use std::collections::BTreeSet;

/// Where a record stands in the map, and where a note or a drawing lies. Each is one part.
const PLACES: [&[&str]; 2] =
    [&["stage", "lane", "rank", "step", "until"], &["x", "y", "width", "height", "tied", "parked", "from", "to"]];
/// A record whose parts have this one lies somewhere, and stands in no list.
const LIES: &str = "x";
/// What the place of a record is called as one part.
pub(super) const PLACE: &str = "place";

/// Whether a part says where a record stands.
pub(super) fn is_place(part: &str) -> bool {
    part == PLACE || PLACES.iter().any(|place| place.contains(&part))
}

/// A record made of two, and the parts that both sides changed to something else; there it is as ours.
pub(super) struct Both<R> {
    pub record: R,
    pub parts: BTreeSet<String>,
}

/// Makes one record of two that were one, or that nobody knows the beginning of.
pub(super) fn both<R: Clone + Serialize + DeserializeOwned>(base: Option<&R>, ours: &R, theirs: &R) -> Both<R> {
    let parts_of = |record: Option<&R>| match record.map(serde_json::to_value) {
        Some(Ok(Value::Object(parts))) => parts,
        Some(_) | None => Parts::new(),
    };
    let sides = Sides { base: parts_of(base), ours: parts_of(Some(ours)), theirs: parts_of(Some(theirs)) };
    let (parts, at_odds) = sides.together();
    match serde_json::from_value(Value::Object(parts)) {
        Ok(record) => Both { record, parts: at_odds },
        // Two changes that make no record together: all of it is as ours.
        Err(_) => Both { record: ours.clone(), parts: sides.changed_by_theirs() },
    }
}

struct Sides {
    base: Parts<String, Value>,
    ours: Parts<String, Value>,
    theirs: Parts<String, Value>,
}

impl Sides {
    fn together(&self) -> (Parts<String, Value>, BTreeSet<String>) {
        let (mut parts, mut at_odds) = (Parts::new(), BTreeSet::new());
        for name in self.names() {
            let place = self.place_of(name);
            let (value, agrees) = if place.is_empty() { self.one(name) } else { self.of_place(name, place) };
            parts.extend(value.map(|value| (name.clone(), value)));
            if !agrees {
                at_odds.insert(name.clone());
            }
        }
        (parts, at_odds)
    }

    fn names(&self) -> BTreeSet<&String> {
        self.base.keys().chain(self.ours.keys()).chain(self.theirs.keys()).collect()
    }

    fn changed_by_theirs(&self) -> BTreeSet<String> {
        self.names().into_iter().filter(|name| self.base.get(*name) != self.theirs.get(*name)).cloned().collect()
    }

    /// The names of the parts that say with this one where the record stands; none for a part that says something else.
    fn place_of(&self, name: &str) -> &'static [&'static str] {
        let lies = usize::from(self.ours.contains_key(LIES));
        PLACES.get(lies).copied().filter(|place| place.contains(&name)).unwrap_or_default()
    }

    fn one(&self, name: &str) -> (Option<Value>, bool) {
        together(self.base.get(name), self.ours.get(name), self.theirs.get(name))
    }

    fn of_place(&self, name: &str, place: &[&str]) -> (Option<Value>, bool) {
        let is_as =
            |a: &Parts<String, Value>, b: &Parts<String, Value>| place.iter().all(|part| a.get(*part) == b.get(*part));
        let takes_theirs = is_as(&self.base, &self.ours);
        let side = if takes_theirs { &self.theirs } else { &self.ours };
        let agrees = takes_theirs || is_as(&self.base, &self.theirs) || is_as(&self.ours, &self.theirs);
        // Which of them differs is of no interest: it is told once.
        (side.get(name).cloned(), agrees || self.ours.get(name) == self.theirs.get(name))
    }
}

/// One value of three, and whether the sides agree about it; where they do not, it is ours.
fn together(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> (Option<Value>, bool) {
    if ours == theirs || theirs == base {
        return (ours.cloned(), true);
    }
    if ours == base {
        return (theirs.cloned(), true);
    }
    match (base, ours, theirs) {
        (_, Some(Value::Object(ours_of)), Some(Value::Object(theirs_of)))
            if by_number(ours_of) && by_number(theirs_of) =>
        {
            let none = Parts::new();
            let base = base.and_then(Value::as_object).unwrap_or(&none);
            let names: BTreeSet<&String> = base.keys().chain(ours_of.keys()).chain(theirs_of.keys()).collect();
            let (mut parts, mut all_agree) = (Parts::new(), true);
            for name in names {
                let (value, agrees) = together(base.get(name), ours_of.get(name), theirs_of.get(name));
                parts.extend(value.map(|value| (name.clone(), value)));
                all_agree &= agrees;
            }
            (Some(Value::Object(parts)), all_agree)
        }
        (_, ours, theirs) => {
            let list = |value: Option<&Value>| match value {
                None => Some(Vec::new()),
                Some(Value::Array(items)) if is_set(items) => Some(items.clone()),
                Some(_) => None,
            };
            let lists = (list(base), list(ours), list(theirs));
            let set =
                if let (Some(base), Some(ours), Some(theirs)) = lists { set_of(&base, &ours, &theirs) } else { None };
            match set {
                Some(items) => (Some(Value::Array(items)), true),
                None => (ours.cloned(), false),
            }
        }
    }
}

/// Whether it is a table by the numbers of records.
fn by_number(parts: &Parts<String, Value>) -> bool {
    parts.keys().all(|key| crate::model::from_base32(key).is_ok())
}

/// Texts that are all different.
fn is_set(items: &[Value]) -> bool {
    let texts: BTreeSet<&str> = items.iter().filter_map(Value::as_str).collect();
    texts.len() == items.len()
}

/// `None` where both sides put something else in the place of the same.
fn set_of(base: &[Value], ours: &[Value], theirs: &[Value]) -> Option<Vec<Value>> {
    let added = |side: &[Value]| side.iter().any(|item| !base.contains(item));
    let gone_from_both = base.iter().any(|item| !ours.contains(item) && !theirs.contains(item));
    if gone_from_both && added(ours) && added(theirs) {
        return None;
    }
    let stays = |item: &&Value| !base.contains(item) || theirs.contains(item);
    let comes = |item: &&Value| !base.contains(item) && !ours.contains(item);
    Some(ours.iter().filter(stays).chain(theirs.iter().filter(comes)).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::*;

    fn card() -> Touchpoint {
        Touchpoint::new(StageId(1), LaneId(2), Rank::middle(), "Trailer", Channel::Checkout)
    }

    #[test]
    fn each_side_changes_another_part_and_both_changes_are_there() {
        let (base, mut ours, mut theirs) = (card(), card(), card());
        "Trailer on television".clone_into(&mut ours.title);
        ours.segments = vec![SegmentId(5)];
        theirs.channel = Channel::Podcast;
        theirs.segments = vec![SegmentId(6)];
        let Both { record, parts } = both(Some(&base), &ours, &theirs);
        assert_eq!((record.title.as_str(), record.channel), ("Trailer on television", Channel::Podcast));
        assert_eq!(record.segments, [SegmentId(5), SegmentId(6)]);
        assert!(parts.is_empty(), "{parts:?}");
    }

    #[test]
    fn a_part_that_both_changed_is_as_ours_and_is_named() {
        let (base, mut ours, mut theirs) = (card(), card(), card());
        "Trailer on television".clone_into(&mut ours.title);
        "Teaser".clone_into(&mut theirs.title);
        let Both { record, parts } = both(Some(&base), &ours, &theirs);
        assert_eq!(record, ours);
        assert_eq!(parts.into_iter().collect::<Vec<_>>(), ["title"]);
    }

    #[test]
    fn a_card_that_both_moved_stands_where_one_of_them_put_it() {
        let (base, mut ours, mut theirs) = (card(), card(), card());
        ours.stage = StageId(7);
        theirs.rank = Rank::between(Some(&Rank::middle()), None);
        let Both { record, parts } = both(Some(&base), &ours, &theirs);
        assert_eq!(record, ours);
        assert_eq!(parts.into_iter().collect::<Vec<_>>(), ["rank", "stage"]);
        let Both { record, parts } = both(Some(&base), &base, &theirs);
        assert_eq!((record, parts.len()), (theirs, 0));
    }

    #[test]
    fn one_name_that_both_replaced_is_no_set_any_more() {
        let value = |names: &[&str]| serde_json::to_value(names).unwrap();
        let (base, ours, theirs) = (value(&["a", "b"]), value(&["a", "c"]), value(&["a", "d"]));
        assert_eq!(together(Some(&base), Some(&ours), Some(&theirs)), (Some(ours.clone()), false));
        let less = value(&["b"]);
        assert_eq!(
            together(Some(&base), Some(&less), Some(&value(&["a", "b", "d"]))),
            (Some(value(&["b", "d"])), true)
        );
        assert_eq!(together(None, Some(&ours), Some(&less)), (Some(value(&["a", "c", "b"])), true));
    }
}
