//! The report of one Mailchimp campaign, which stands on its side: a label and a value on each line, and a block of them for each
//! variant of an A/B test. It becomes a table with a row for each stage of each variant.
//!
//! # Limits
//! Of the counts those of people are read: recipients, deliveries, who opened, who clicked. Lines are those of the table.

use super::sheet_text::push_field;
use crate::encoding::TextEncoding;
use crate::records::{Record, Records};
use crate::source::Source;

/// The columns of the table that is made of it.
pub const HEADER: [&str; 3] = ["Mailchimp variant", "Stage", "Recipients"];

/// Labels with counts of people, in the order of their stages.
const STAGES: [&str; 4] =
    ["Total Recipients:", "Successful Deliveries:", "Recipients Who Opened:", "Recipients Who Clicked:"];
/// How the block of a variant is headed: `Combination 1 Stats`; the one block of a campaign without variants is `Overall Stats`.
const BLOCK: &str = " Stats";
const WHOLE: &str = "Overall";
/// A report is no longer than this, in bytes.
const LONGEST: usize = 1 << 20;

/// The table of a report; nothing of any other file.
pub fn text(source: &Source) -> Option<Vec<u8>> {
    let head = source.head(LONGEST).ok()?;
    let text = TextEncoding::of_bytes(&head, true).decode(&head);
    if STAGES.iter().any(|label| !text.contains(label)) {
        return None;
    }
    let mut records = Records::new(text.as_bytes(), b',', Some(b'"'));
    let (mut record, mut block, mut rows) = (Record::default(), String::new(), Vec::new());
    while records.read(&mut record).ok()? {
        let cell = |at: usize| String::from_utf8_lossy(record.field(at).unwrap_or_default()).trim().to_owned();
        let (label, value) = (cell(0), cell(1));
        if let Some(name) = label.strip_suffix(BLOCK).filter(|_| value.is_empty()) {
            block = if name == WHOLE { String::new() } else { name.to_owned() };
        } else if STAGES.contains(&label.as_str()) {
            let count = value.split('(').next().unwrap_or_default().trim().to_owned();
            rows.push([block.clone(), label.trim_end_matches(':').to_owned(), count]);
        }
    }
    if rows.len() < STAGES.len() {
        return None;
    }
    let mut table = Vec::new();
    for row in std::iter::once(HEADER.map(str::to_owned)).chain(rows) {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                table.push(b',');
            }
            push_field(&mut table, cell);
        }
        table.push(b'\n');
    }
    Some(table)
}
