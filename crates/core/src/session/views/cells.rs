//! What is done to the cells of the table as a block: a spreadsheet's cells are pasted into them, rows are copied as such.
//!
//! A paste is one step of undo. What a cell cannot take stays as it was, and is told by row and column.

use crate::edit::quoted::{Quotes, rows};
use crate::fields;
use crate::model::*;
use crate::session::column::{Column, cell};
use crate::session::view::TableMsg;
use crate::session::{Cause, Session, Tone};
use touchline_words::formula::{guarded, unguarded};
use touchline_words::say;

/// A quoted cell is closed within so many letters, or its quote is a letter.
const QUOTED_MOST: usize = 4096;
/// So many refused cells are named.
const TOLD: usize = 3;

/// Rows of cells as text for a spreadsheet, their headings first: no cell is taken for a formula, and none breaks its row.
pub fn copied(map: &Tables, records: &[RecordRef], columns: &[Column]) -> String {
    let heading = columns.iter().map(|column| column.name().to_owned()).collect();
    let cells = |record: &RecordRef| columns.iter().map(|column| in_a_row(&cell(map, *record, *column))).collect();
    let rows = std::iter::once(heading).chain(records.iter().map(cells));
    rows.map(|row: Vec<String>| row.join("\t") + "\n").collect()
}

/// One cell: no tabs and line ends, and no formula.
fn in_a_row(text: &str) -> String {
    let flat: String = text.trim().chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    guarded(&flat).into_owned()
}

impl Session {
    pub(in crate::session) fn table_msg(&mut self, msg: TableMsg) {
        let TableMsg::Paste { records, fields, text } = msg;
        let columns: Vec<Column> = fields.into_iter().map(|field| field.map_or(Column::Stage, Column::Field)).collect();
        let mut table = rows(&text, '\t', Quotes::Closed { within: QUOTED_MOST });
        let is_heading =
            |row: &Vec<String>| row.len() > 1 && row.iter().zip(&columns).all(|(at, column)| at == column.name());
        if table.first().is_some_and(is_heading) {
            table.remove(0);
        }
        let mut after = self.map.to_tables();
        let (mut touched, mut taken, mut refused) = (Vec::new(), 0_usize, Vec::new());
        for (nth, (row, record)) in table.iter().zip(&records).enumerate() {
            for (text, column) in row.iter().zip(&columns) {
                let Some(field) = column.field() else { continue };
                match fields::write_one(&after, *record, field, unguarded(text.trim())) {
                    Ok(None) => {}
                    Ok(Some(change)) => {
                        if !change.says_nothing(&after) {
                            taken += 1;
                            touched.push(*record);
                            after.make(vec![change]);
                        }
                    }
                    Err(why) => refused.push(say!(table_refused, row = nth + 1, column = column.name(), why)),
                }
            }
        }
        touched.dedup();
        let changes = self.map.difference(&after);
        if !changes.is_empty() && self.edit(Edit::new(Verb::Paste, touched, changes)) {
            self.say(Cause::Edit, Tone::Good, say!(table_pasted, n = taken));
        }
        let left = table.len().saturating_sub(records.len());
        if left > 0 {
            refused.push(say!(table_no_rows, n = left));
        }
        if !refused.is_empty() {
            let more = refused.len().saturating_sub(TOLD);
            refused.truncate(TOLD);
            if more > 0 {
                refused.push(say!(ui_and_more, n = more));
            }
            self.say(Cause::Edit, Tone::Warning, refused.join(" "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::views::Table;
    use crate::session::{Command, Intent};

    fn paste(story: &mut Story, records: &[RecordRef], from: Field, text: &str) {
        let all = Table::of(RecordKind::Touchpoint);
        let columns: Vec<Column> =
            all.columns().iter().copied().skip_while(|column| *column != Column::Field(from)).collect();
        let (records, text) = (records.to_vec(), text.to_owned());
        let fields = columns.into_iter().map(Column::field).collect();
        story.act(Intent::Table(TableMsg::Paste { records, fields, text }));
    }

    #[test]
    fn a_block_of_cells_is_pasted_as_one_step_and_what_is_refused_is_named() {
        let mut story = Story::new();
        story.stage("Awareness");
        let cards = [story.card("Trailer"), story.card("Mail"), story.card("Post")].map(RecordRef::from);
        let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
        paste(&mut story, &cards[1..], Field::Detail, "weekly\tReads it\n\"two\nlines\"\t\nmore\trows");
        let map = story.session.map();
        assert_eq!(fields::read(map, cards[1], Field::Detail).unwrap(), "weekly");
        assert_eq!(fields::read(map, cards[1], Field::Doing).unwrap(), "Reads it");
        assert_eq!(fields::read(map, cards[2], Field::Detail).unwrap(), "two lines");
        assert_eq!(fields::read(map, cards[0], Field::Detail).unwrap(), "");
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), before);

        let text = format!("{}\nno such channel\n{}", Channel::Email.name(), Channel::Podcast.name());
        paste(&mut story, &cards, Field::Channel, &text);
        let told: Vec<&str> = story.session.notices().iter().map(|notice| notice.text.as_str()).collect();
        let refused = told.iter().find(|text| text.contains(Field::Channel.name())).unwrap();
        assert!(refused.contains('2'), "{refused}");
        let map = story.session.map();
        assert_eq!(fields::read(map, cards[2], Field::Channel).unwrap(), Channel::Podcast.name());
    }

    #[test]
    fn what_is_copied_comes_back_and_is_no_formula() {
        let mut story = Story::new();
        story.stage("Awareness");
        let cards = [story.card("=1+1"), story.card("Mail")].map(RecordRef::from);
        let columns = Table::of(RecordKind::Touchpoint).columns().to_vec();
        let text = copied(story.session.map(), &cards, &columns);
        assert!(text.lines().nth(1).unwrap().starts_with("'=1+1\t"), "{text}");
        assert_eq!(text.lines().count(), 3);
        let before = story.session.map().clone();
        let fields = columns.into_iter().map(Column::field).collect();
        story.act(Intent::Table(TableMsg::Paste { records: cards.to_vec(), fields, text }));
        assert_eq!(*story.session.map(), before);
    }
}
