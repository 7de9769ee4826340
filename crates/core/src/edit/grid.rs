//! Text from a spreadsheet or a plain list, as rows that become touchpoints.
//!
//! Tab-separated text (as spreadsheets copy it), comma- or semicolon-separated text with a header, and plain lines are
//! understood; quoted fields may hold line breaks. A header names its columns in any order; without one the columns are
//! title, detail, channel.
//!
//! # Limits
//! [`ROWS_MAX`] rows; the rest is left out and counted. Of a cell [`LETTERS_MAX`] letters; what was cut is counted.

use super::quoted::{self, Quotes};
use crate::fields::LETTERS_MAX;
use crate::model::*;

/// More rows than this are not pasted at once.
pub const ROWS_MAX: usize = 2_000;
/// A quote that is not closed within so many letters is a letter.
const QUOTED_CHARS: usize = 2_000;

/// One row, as far as its columns were understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub title: String,
    pub detail: String,
    pub doing: String,
    pub channel: Option<Channel>,
    pub ownership: Option<Ownership>,
    pub emotion: Option<Score>,
    pub word: String,
    pub reason: String,
    pub owner: String,
    pub note: String,
    pub events: Vec<String>,
    /// The name of the stage it belongs to.
    pub stage: Option<String>,
}

/// The rows of a text, and how many were too many.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    pub rows: Vec<Row>,
    pub left_out: usize,
    /// Cells of which only the first [`LETTERS_MAX`] letters were taken, and the first of them.
    pub cut: usize,
    pub first_cut: Option<CutCell>,
}

/// A cell that was longer than a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutCell {
    /// Counted from 1, without the header.
    pub row: usize,
    pub column: usize,
    pub letters: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Column {
    Title,
    Detail,
    Doing,
    Channel,
    Ownership,
    Emotion,
    Word,
    Reason,
    Owner,
    Note,
    Events,
    Stage,
}

impl Column {
    /// The column that a header's word means.
    fn named(header: &str) -> Option<Self> {
        let word: String = header.trim().to_lowercase();
        Some(match word.as_str() {
            "title" | "touchpoint" | "touchpoint title" | "name" | "card" => Self::Title,
            "detail" | "details" | "subtitle" | "description" => Self::Detail,
            "doing" | "what the customer does" | "customer does" | "action" => Self::Doing,
            "channel" => Self::Channel,
            "ownership" => Self::Ownership,
            "emotion" | "score" | "feeling" => Self::Emotion,
            "emotion word" | "word" => Self::Word,
            "reason" | "emotion reason" | "why" => Self::Reason,
            "owner" => Self::Owner,
            "note" | "notes" | "comment" => Self::Note,
            "event" | "events" => Self::Events,
            "stage" | "phase" => Self::Stage,
            _ => return None,
        })
    }
}

impl Rows {
    /// Whether the first row names columns of touchpoints.
    pub(super) fn has_header(text: &str) -> bool {
        header_of(cells(text, '\t').first()).is_some()
    }

    /// Reads a text. Blank rows and rows without a title are passed over.
    pub fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut table = cells(text, '\t');
        let mut header = header_of(table.first());
        if header.is_none() && !text.contains('\t') {
            // Commas and semicolons are also part of sentences: they part columns only under a header that says so.
            for delimiter in [',', ';'] {
                let parted = cells(text, delimiter);
                if let Some(found) = header_of(parted.first()).filter(|columns| columns.len() > 1) {
                    (table, header) = (parted, Some(found));
                    break;
                }
            }
        }
        let skip = usize::from(header.is_some());
        let (cut, first_cut) = cut_long(table.iter_mut().skip(skip));
        let columns = header.unwrap_or_else(|| vec![Some(Column::Title), Some(Column::Detail), Some(Column::Channel)]);
        let mut rows: Vec<Row> = table.iter().skip(skip).map(|cells| row(&columns, cells)).collect();
        rows.retain(|row| !row.title.is_empty());
        let left_out = rows.len().saturating_sub(ROWS_MAX);
        rows.truncate(ROWS_MAX);
        Self { rows, left_out, cut, first_cut }
    }
}

/// The columns, when the first row is a header: it names a title, and only known columns or, beside it, at least one
/// other known one.
fn header_of(first: Option<&Vec<String>>) -> Option<Vec<Option<Column>>> {
    let columns: Vec<Option<Column>> = first?.iter().map(|cell| Column::named(cell)).collect();
    let known = columns.iter().flatten().count();
    let has_title = columns.contains(&Some(Column::Title));
    (has_title && (known == columns.len() || known > 1)).then_some(columns)
}

/// Cuts the cells that are longer than a field holds; how many those are, and the first of them.
fn cut_long<'a>(rows: impl Iterator<Item = &'a mut Vec<String>>) -> (usize, Option<CutCell>) {
    let (mut cut, mut first) = (0, None);
    for (row, cells) in rows.enumerate() {
        for (column, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| cell.len() > LETTERS_MAX) {
            if let Some((end, _)) = cell.char_indices().nth(LETTERS_MAX) {
                let letters = cell.chars().count();
                first = first.or(Some(CutCell { row: row + 1, column: column + 1, letters }));
                cell.truncate(end);
                cut += 1;
            }
        }
    }
    (cut, first)
}

/// Parts a text into rows of trimmed cells, without blank ones.
pub(super) fn cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let mut table = quoted::rows(text, delimiter, Quotes::Closed { within: QUOTED_CHARS });
    for cell in table.iter_mut().flatten() {
        *cell = cell.trim().replace('\r', "");
    }
    table.retain(|line| line.iter().any(|cell| !cell.is_empty()));
    table
}

fn row(columns: &[Option<Column>], cells: &[String]) -> Row {
    let mut row = Row::default();
    for (column, cell) in columns.iter().zip(cells) {
        let Some(column) = column else { continue };
        let text = || cell.clone();
        match column {
            Column::Title => row.title = text(),
            Column::Detail => row.detail = text(),
            Column::Doing => row.doing = text(),
            Column::Channel => row.channel = channel_named(cell),
            Column::Ownership => {
                let named = || Ownership::ALL.into_iter().find(|own| own.name().to_lowercase() == cell.to_lowercase());
                let english = || touchline_words::in_language(touchline_words::Language::English, named);
                row.ownership = named().or_else(english);
            }
            Column::Emotion => row.emotion = score(cell),
            Column::Word => row.word = text(),
            Column::Reason => row.reason = text(),
            Column::Owner => row.owner = text(),
            Column::Note => row.note = text(),
            Column::Events => {
                row.events = cell.split('|').map(|e| e.trim().to_owned()).filter(|e| !e.is_empty()).collect();
            }
            Column::Stage => row.stage = Some(text()).filter(|name| !name.is_empty()),
        }
    }
    row
}

/// The channel of a name, or of one of the other words for it.
fn channel_named(text: &str) -> Option<Channel> {
    channel_here(text)
        .or_else(|| touchline_words::in_language(touchline_words::Language::English, || channel_here(text)))
}

fn channel_here(text: &str) -> Option<Channel> {
    let wanted = text.trim().to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    let exact = Channel::ALL.into_iter().find(|channel| channel.name().to_lowercase() == wanted);
    let also = || Channel::ALL.into_iter().find(|channel| channel.also().split(' ').any(|word| word == wanted));
    let part = || Channel::ALL.into_iter().find(|channel| channel.name().to_lowercase().contains(&wanted));
    exact.or_else(also).or_else(part)
}

pub(super) fn score(text: &str) -> Option<Score> {
    let value: f64 = text.trim().replace('−', "-").replace(',', ".").parse().ok()?;
    (-3.0..=3.0).contains(&value).then(|| Score::from_tenths((value * 10.0).round() as i32))
}

impl Row {
    /// The card that the row describes.
    pub fn touchpoint(&self, stage: StageId, lane: LaneId) -> Touchpoint {
        let channel = self.channel.unwrap_or(Channel::Website);
        let mut card = Touchpoint::new(stage, lane, Rank::middle(), self.title.clone(), channel);
        card.detail = self.detail.clone();
        card.doing = self.doing.clone();
        card.ownership = self.ownership.unwrap_or(card.ownership);
        card.emotion =
            self.emotion.map(|score| Emotion { score, word: self.word.clone(), reason: self.reason.clone() });
        card.owner = self.owner.clone();
        card.note = self.note.clone();
        card.events = self.events.clone();
        card
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        Rows::read(text).rows.into_iter().map(|row| row.title).collect()
    }

    #[test]
    fn plain_lines_are_cards() {
        assert_eq!(
            titles("See the trailer, twice\n\n  Visit the site \r\n"),
            ["See the trailer, twice", "Visit the site"]
        );
        assert_eq!(titles(""), Vec::<String>::new());
        assert_eq!(titles("Say \"hello\nand go"), ["Say \"hello", "and go"]);
    }

    #[test]
    fn columns_are_matched_by_name() {
        let text = "Stage\tChannel\tTouchpoint\tEmotion\tShoe size\nDecision\temail\tWelcome mail\t−1.5\t42\n";
        let rows = Rows::read(text).rows;
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].title, "Welcome mail");
        assert_eq!(rows[0].stage.as_deref(), Some("Decision"));
        assert_eq!(rows[0].channel, Some(Channel::Email));
        assert_eq!(rows[0].emotion, Some(Score::from_tenths(-15)));
    }

    #[test]
    fn commas_part_columns_only_under_a_header() {
        let rows = Rows::read("title,note\n\"Trailer, long\",\"two\nlines\"\n").rows;
        assert_eq!((rows[0].title.as_str(), rows[0].note.as_str()), ("Trailer, long", "two\nlines"));
        let semicolons = Rows::read("Title;Owner\nTrailer;Mara\n").rows;
        assert_eq!(semicolons[0].owner, "Mara");
    }

    #[test]
    fn a_cell_that_is_too_long_is_cut_and_told() {
        let read = Rows::read(&format!("Title\tNote\nTrailer\t{}\nPoster\tx\n", "ü".repeat(LETTERS_MAX + 3)));
        assert_eq!(read.rows[0].note.chars().count(), LETTERS_MAX);
        assert_eq!((read.cut, read.first_cut), (1, Some(CutCell { row: 1, column: 2, letters: LETTERS_MAX + 3 })));
    }

    #[test]
    fn too_many_rows_are_counted() {
        let text = "x\n".repeat(ROWS_MAX + 7);
        let read = Rows::read(&text);
        assert_eq!((read.rows.len(), read.left_out), (ROWS_MAX, 7));
    }
}
