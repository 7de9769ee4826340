//! What stands against the house rules today. Both lists may only shrink: what is mended has to leave its list, and the
//! test says so.

/// Functions that swallow kinds, with the file each stands in. A new kind of record passes here without a word from the
/// compiler.
pub const CATCH_ALLS: &[(&str, &str)] = &[];

/// Files that use each other in a circle, with what ties them. A circle of fewer of a row's files passes.
pub const CIRCLES: &[(&[&str], &str)] = &[
    (
        &[
            "crates/core/src/model/annotation.rs",
            "crates/core/src/model/ids.rs",
            "crates/core/src/model/kinds/listed.rs",
            "crates/core/src/model/kinds/mod.rs",
            "crates/core/src/model/lane.rs",
            "crates/core/src/model/linked.rs",
            "crates/core/src/model/map.rs",
            "crates/core/src/model/metric.rs",
            "crates/core/src/model/titled.rs",
            "crates/core/src/model/valid.rs",
        ],
        "the table of kinds names every record, and what a record is tied to, called and held to is said of each kind by \
         the table's traits",
    ),
    (
        &["crates/core/src/session/intent.rs", "crates/core/src/session/disk.rs"],
        "an effect carries the disk's job, and the job answers with the intent's report: the report's types stand with \
         the intents",
    ),
    (
        &["crates/core/src/session/document/leave.rs", "crates/core/src/session/document/save.rs"],
        "leaving waits for a save, and a save that fails asks how one left",
    ),
];
