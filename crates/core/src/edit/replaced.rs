//! Words in the place of others, in as many fields as they stand in.

use crate::fields;
use crate::model::*;
use std::ops::Range;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replaced {
    /// None where nothing changes.
    pub edit: Option<Edit>,
    /// Why fields were left as they are, in sentences.
    pub refused: Vec<String>,
}

/// Puts words in the place of bytes of fields; places of one field stand together, from its beginning to its end.
pub fn replace(map: &Map, places: &[(RecordRef, Field, Range<usize>)], instead: &str) -> Replaced {
    let mut after = map.to_tables();
    let (mut changes, mut refused): (Vec<(RecordRef, Change)>, Vec<String>) = (Vec::new(), Vec::new());
    for of_field in places.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((record, field, _)) = of_field.first() else { continue };
        let Some(mut text) = fields::read(&after, *record, *field) else { continue };
        for (_, _, at) in of_field.iter().rev() {
            if text.get(at.clone()).is_some() {
                text.replace_range(at.clone(), instead);
            }
        }
        match fields::write_one(&after, *record, *field, &text) {
            Ok(Some(change)) => {
                after.make(vec![change.clone()]);
                // A change is the whole record: the last has those before in it.
                changes.pop_if(|(of, _)| of == record);
                changes.push((*record, change));
            }
            Ok(None) => {}
            Err(why) => refused.push(why),
        }
    }
    let (about, changes): (Vec<RecordRef>, Vec<Change>) = changes.into_iter().unzip();
    let edit = (!changes.is_empty()).then(|| Edit::new(Verb::Replace, about, changes));
    Replaced { edit, refused }
}
