//! Several commands as one edit: each sees the map as the ones before it leave it.

use crate::model::{Edit, Map};

/// A command on a map that is still to be looked at.
pub type Step<'a> = dyn Fn(&Map) -> Option<Edit> + 'a;

/// Puts `first` (what was already decided) and the edits of `steps` into one, under the label of the last that does
/// something, or of `first` when there is one. None when nothing changes. A command that is alone is not tried on the map.
pub fn chain(map: &Map, first: Option<Edit>, steps: &[&Step<'_>]) -> Option<Edit> {
    if let (None, [only]) = (&first, steps) {
        return only(map);
    }
    let mut after = map.clone();
    let mut whole: Option<Edit> = None;
    if let Some(edit) = first {
        after.apply(edit.clone()).ok()?;
        whole = Some(edit);
    }
    for step in steps {
        let Some(edit) = step(&after) else { continue };
        // A step that the map refuses is left out, as it would be alone.
        if after.apply(edit.clone()).is_err() {
            continue;
        }
        match &mut whole {
            Some(whole) => whole.changes.extend(edit.changes),
            None => whole = Some(edit),
        }
    }
    whole
}
