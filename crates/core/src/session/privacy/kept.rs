//! What is kept beside the files that a person named, in words.

use crate::store::Recovery;
use std::collections::BTreeSet;
use touchline_words::direction::Listed;
use touchline_words::say;

/// `2 pieces of unsaved work, 14 versions of 3 maps, 5 recent files, 1 other file; 310 KB`.
pub fn recovery_words(recovery: &Recovery) -> String {
    let Recovery { drafts, open: _, versions, recents, others, bytes } = recovery;
    let maps: BTreeSet<_> = versions.iter().map(|version| version.map).collect();
    let parts = [
        (drafts.len(), say!(privacy_kept_drafts, count = drafts.len())),
        (versions.len(), say!(privacy_kept_versions, count = versions.len(), maps = maps.len())),
        (recents.len(), say!(privacy_kept_recents, count = recents.len())),
        (others.len(), say!(privacy_kept_others, count = others.len())),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    say!(privacy_kept, parts = parts.listed(", "), kilobytes = bytes.div_ceil(1024))
}
