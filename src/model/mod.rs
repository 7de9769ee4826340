//! The map itself: records, ids, order, the edits that change it and the laws they keep.
