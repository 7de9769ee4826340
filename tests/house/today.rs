//! What stands against the house rules today. Both lists may only shrink: what is mended has to leave its list, and the
//! test says so.

/// Functions that swallow kinds, with the file each stands in. A new kind of record passes here without a word from the
/// compiler.
pub const CATCH_ALLS: &[(&str, &str)] = &[];

/// Files that use each other in a circle, with what ties them. A circle of fewer of a row's files passes.
pub const CIRCLES: &[(&[&str], &str)] = &[
    (
        &[
            "src/model/annotation.rs",
            "src/model/ids.rs",
            "src/model/kinds/listed.rs",
            "src/model/kinds/mod.rs",
            "src/model/lane.rs",
            "src/model/linked.rs",
            "src/model/map.rs",
            "src/model/metric.rs",
            "src/model/titled.rs",
            "src/model/valid.rs",
        ],
        "the table of kinds names every record, and what a record is tied to, called and held to is said of each kind by \
         the table's traits",
    ),
    (
        &["src/session/action.rs", "src/session/disk.rs"],
        "an effect carries the disk's job, and the job answers with the action's report: the report's types stand with \
         the actions",
    ),
    (
        &["src/session/document/leave.rs", "src/session/document/save.rs"],
        "leaving waits for a save, and a save that fails asks how one left",
    ),
];
