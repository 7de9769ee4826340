//! A map without some of its records.

use super::*;

impl Map {
    /// What is left without the records that are gone. What mentions one forgets it, and what only stands by one goes with it.
    pub fn without(&self, is_gone: impl Fn(RecordRef) -> bool) -> Map {
        let mut left = Tables { meta: self.meta.clone(), ..Tables::default() };
        macro_rules! leave {
            ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
                $(for (id, record) in &self.$table {
                    let mut record = record.clone();
                    if !is_gone((*id).into()) && record.rename(&mut |named| (!is_gone(named)).then_some(named)) {
                        left.$table.insert(*id, record);
                    }
                })*
            };
        }
        records!(leave);
        // What is left names nothing that is gone, and each record keeps its rules by itself.
        Map::new(left).unwrap_or_else(|_| self.clone())
    }
}
