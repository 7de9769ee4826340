//! From a map to its picture.
