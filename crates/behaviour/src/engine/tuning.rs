//! How the work is cut, and what is too long to be looked at.

/// A field longer than this is no value.
pub const MAX_FIELD_BYTES: usize = 1 << 20;

/// A record longer than this is not kept in memory.
pub const MAX_RECORD_BYTES: usize = 8 << 20;

/// How the work is cut; the answer does not depend on it.
#[derive(Clone, Copy, Debug)]
pub struct Tuning {
    pub threads: usize,
    /// A piece and what the scan of it touches should stay inside the cache of a core.
    pub piece_bytes: usize,
    /// Read record by record from the start.
    pub carefully: bool,
    /// Put events away by the codes of their customers' ids, as long as all have one.
    pub coded: bool,
    /// Bytes of memory for events; what is over it waits in a file.
    pub memory: u64,
}
