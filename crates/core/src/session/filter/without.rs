//! A map without what does not meet a filter: what is laid out where the others are hidden.

use super::Matches;
use crate::model::*;

/// The map without the records that do not meet the filter; stages and lanes stay, so that what is left stands where it stood. What
/// mentions a record that is gone forgets it.
pub fn without_others(map: &Map, matches: &Matches) -> Map {
    let stays = |record: RecordRef| record.kind() == RecordKind::Stage || matches.meets(record);
    let mut left = Tables { meta: map.meta.clone(), ..Tables::default() };
    macro_rules! leave {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            $(for (id, record) in &map.$table {
                let mut record = record.clone();
                if stays((*id).into()) && record.rename(&mut |named| stays(named).then_some(named)) {
                    left.$table.insert(*id, record);
                }
            })*
        };
    }
    records!(leave);
    // What is left names nothing that is gone, and each record keeps its rules by itself.
    Map::new(left).unwrap_or_else(|_| map.clone())
}
