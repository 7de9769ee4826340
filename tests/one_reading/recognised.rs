//! A table is cut and lettered right in whatever writing: recognised in this very process, so that many writings are tried.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use touchline::behaviour::recognise::{Overrides, recognise};
use touchline::behaviour::source::Source;

use super::written::Writing;
use super::{cells, counts_cells, customer_cells, customers, log};

/// A cell as it is held against another: how a writing ends the lines within is its own.
fn on_one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The table that the program sees in a writing is the one that was written, and no other reading is as likely.
fn check_recognised(writing: &Writing, rows: &[Vec<String>]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let source = Source::open(&writing.put(folder.path(), rows)).unwrap();
    let found = recognise(&source, &Overrides::default()).unwrap();
    let mut table = vec![found.names()];
    let mut records = found.rows(&source).unwrap();
    let mut record = Default::default();
    while records.read(&mut record).unwrap() {
        table.push(record.fields().map(|cell| on_one_line(&String::from_utf8_lossy(cell))).collect());
    }
    let written: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| on_one_line(cell)).collect()).collect();
    prop_assert_eq!(table, written);
    prop_assert_eq!(found.encoding.other(), None);
    Ok(())
}

proptest! {
    // The same tables and writings in every run; another number tries others.
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn a_log_is_cut_and_lettered_right_however_it_is_written(rows in log(), writing in Writing::any()) {
        check_recognised(&writing, &cells(&rows, writing.clock))?;
    }

    #[test]
    fn a_file_of_customers_is_cut_and_lettered_right_however_it_is_written(all in customers(), writing in Writing::any()) {
        check_recognised(&writing, &customer_cells(&all, writing.clock))?;
    }

    #[test]
    fn counts_of_stages_are_cut_and_lettered_right_however_they_are_written(
        counts in proptest::collection::vec(40_u64..5_000, 3),
        writing in Writing::any(),
    ) {
        check_recognised(&writing, &counts_cells(&["Sees the offer", "Signs up", "Watches"].map(str::to_owned), &counts))?;
    }
}
