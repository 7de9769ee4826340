//! The ways in which one table can be written down: as text, in bytes, as a file with a time of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

/// How a table is written down, and on what machine it is read.
#[derive(Clone, Debug)]
pub struct Writing {
    delimiter: &'static str,
    quote: char,
    quotes_all: bool,
    line_end: &'static str,
    encoding: Encoding,
    pack: Pack,
    dress: Dress,
    pub clock: Clock,
    /// Seconds since 1970 that the file says it was written at.
    written: u64,
    /// The zone and the language of the machine that reads it.
    pub zone: &'static str,
    pub language: &'static str,
}

#[derive(Clone, Copy, Debug)]
enum Encoding {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16Be,
    /// Without a mark.
    Utf16LeBare,
    Utf16BeBare,
    Utf32Le,
    Utf32Be,
    Windows1252,
    Dos850,
    Macintosh,
}

/// What stands around the table, or around its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dress {
    None,
    /// A title and a blank line above it.
    Title,
    /// A comment above it.
    Comment,
    /// `sep=;`
    Declared,
    /// Each line is one field in quotes.
    WholeLines,
    /// A spreadsheet's `="…"`.
    Formulas,
}

#[derive(Clone, Copy, Debug)]
enum Pack {
    Plain,
    Gzip,
    Zip,
    /// A web page that is called a workbook.
    Html,
}

/// How days and times are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    Iso,
    IsoInUtc,
    Dotted,
    American,
    Named,
    German,
    Uhr,
    /// By the week of the ISO year.
    Week,
    /// By the year of an emperor.
    Era,
    Seconds,
    Millis,
    Micros,
}

impl Clock {
    /// A time of day: a day, from the first of January 2026 on, and a minute of it.
    pub fn time(self, day: u64, minute: u64) -> String {
        let (month, of_month) = on_calendar(day);
        let (hour, left) = (minute / 60, minute % 60);
        match self {
            Clock::Iso => format!("2026-{month:02}-{of_month:02} {hour:02}:{left:02}"),
            Clock::IsoInUtc => format!("2026-{month:02}-{of_month:02}T{hour:02}:{left:02}:00Z"),
            Clock::Dotted => format!("{of_month}.{month}.2026 {hour:02}:{left:02}"),
            Clock::American => {
                let half = if hour < 12 { "AM" } else { "PM" };
                format!("{month}/{of_month}/2026 {}:{left:02} {half}", (hour + 11) % 12 + 1)
            }
            Clock::Named => format!("{of_month} {} 2026 {hour:02}:{left:02}", name_of(month)),
            Clock::German => format!("{of_month}. {} 2026, {hour:02}:{left:02}", german(month)),
            Clock::Uhr => format!("{of_month:02}.{month:02}.2026 {hour:02}.{left:02} Uhr"),
            Clock::Week => format!("{} {hour:02}:{left:02}", week_of(day)),
            Clock::Era => format!("R8.{month}.{of_month} {hour}:{left:02}"),
            Clock::Seconds => (JANUARY + day * 86_400 + minute * 60).to_string(),
            Clock::Millis => ((JANUARY + day * 86_400 + minute * 60) * 1_000).to_string(),
            Clock::Micros => ((JANUARY + day * 86_400 + minute * 60) * 1_000_000).to_string(),
        }
    }

    /// A day, from the first of January 2026 on.
    pub fn day(self, day: u64) -> String {
        let (month, of_month) = on_calendar(day);
        match self {
            Clock::Iso => format!("2026-{month:02}-{of_month:02}"),
            Clock::IsoInUtc => format!("2026-{month:02}-{of_month:02}T00:00:00Z"),
            Clock::Dotted => format!("{of_month}.{month}.2026"),
            Clock::American => format!("{month}/{of_month}/2026"),
            Clock::Named => format!("{of_month} {} 2026", name_of(month)),
            Clock::German => format!("{of_month}. {} 2026", german(month)),
            Clock::Uhr => format!("{of_month:02}.{month:02}.2026"),
            Clock::Week => week_of(day),
            Clock::Era => format!("R8.{month}.{of_month}"),
            Clock::Seconds => (JANUARY + day * 86_400).to_string(),
            Clock::Millis => ((JANUARY + day * 86_400) * 1_000).to_string(),
            Clock::Micros => ((JANUARY + day * 86_400) * 1_000_000).to_string(),
        }
    }
}

/// The first of January 2026 in seconds since 1970.
const JANUARY: u64 = 1_767_225_600;

/// Month and day of the first ninety days of 2026.
fn on_calendar(day: u64) -> (u64, u64) {
    match day {
        0..=30 => (1, day + 1),
        31..=58 => (2, day - 30),
        _ => (3, day - 58),
    }
}

fn name_of(month: u64) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        _ => "Mar",
    }
}

fn german(month: u64) -> &'static str {
    match month {
        1 => "Januar",
        2 => "Februar",
        _ => "März",
    }
}

/// `2026-W01-4`: the year begins on a Thursday.
fn week_of(day: u64) -> String {
    let since_monday = day + 3;
    format!("2026-W{:02}-{}", since_monday / 7 + 1, since_monday % 7 + 1)
}

impl Writing {
    /// As most files are: what another writing of the same table is held against.
    pub const PLAIN: Writing = Writing {
        delimiter: ",",
        quote: '"',
        quotes_all: false,
        line_end: "\n",
        encoding: Encoding::Utf8,
        pack: Pack::Plain,
        dress: Dress::None,
        clock: Clock::Iso,
        written: 1_788_220_800,
        zone: "UTC",
        language: "C",
    };

    /// Any.
    pub fn any() -> impl Strategy<Value = Writing> {
        // A blank behind a comma goes with quotes by the book; texts with blanks in them are quoted where blanks part them.
        let delimiter = prop::sample::select(vec![",", ";", "\t", "|", ", ", "\u{1}", "\u{1F}", "^", "~", " "]);
        let quote = prop_oneof![3 => Just('"'), 1 => Just('\'')];
        let line_end = prop::sample::select(vec!["\n", "\r\n", "\r"]);
        let encoding = prop::sample::select(vec![
            Encoding::Utf8,
            Encoding::Utf8Marked,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Utf16LeBare,
            Encoding::Utf16BeBare,
            Encoding::Utf32Le,
            Encoding::Utf32Be,
            Encoding::Windows1252,
            Encoding::Dos850,
            Encoding::Macintosh,
        ]);
        let pack =
            prop_oneof![4 => Just(Pack::Plain), 1 => Just(Pack::Gzip), 1 => Just(Pack::Zip), 1 => Just(Pack::Html)];
        let dress = prop_oneof![
            5 => Just(Dress::None),
            1 => Just(Dress::Title),
            1 => Just(Dress::Comment),
            1 => Just(Dress::Declared),
            1 => Just(Dress::WholeLines),
            1 => Just(Dress::Formulas),
        ];
        let clock = prop::sample::select(vec![
            Clock::Iso,
            Clock::IsoInUtc,
            Clock::Dotted,
            Clock::American,
            Clock::Named,
            Clock::German,
            Clock::Uhr,
            Clock::Week,
            Clock::Era,
            Clock::Seconds,
            Clock::Millis,
            Clock::Micros,
        ]);
        let written = prop::sample::select(vec![315_532_800_u64, 1_577_836_800, 1_788_220_800, 4_000_000_000]);
        let machine = (
            prop::sample::select(vec!["UTC", "Asia/Tokyo", "America/St_Johns"]),
            prop::sample::select(vec!["C", "de_DE.UTF-8", "tr_TR.UTF-8"]),
        );
        let look = (delimiter, quote, any::<bool>(), line_end, dress);
        (look, encoding, pack, clock, written, machine).prop_map(
            |((delimiter, quote, quotes_all, line_end, dress), encoding, pack, clock, written, (zone, language))| {
                // Nobody quotes with an apostrophe here and there, and what parts by blanks quotes all or nothing. Whole lines, and
                // a spreadsheet's signs, stand in double quotes, and neither is written by databases.
                let is_plain = ["\u{1}", "\u{1F}", "^", "~", " ", ", "].contains(&delimiter);
                let dress = match dress {
                    Dress::WholeLines | Dress::Formulas | Dress::Declared if is_plain => Dress::None,
                    // A title of several words would be a row of it.
                    _ if delimiter == " " => Dress::None,
                    dress => dress,
                };
                // A page says its encoding by itself, or is in UTF-8.
                let encoding = if let Pack::Html = pack { Encoding::Utf8 } else { encoding };
                let quote = if matches!(dress, Dress::WholeLines | Dress::Formulas) { '"' } else { quote };
                let quotes_all = quotes_all || quote == '\'' || delimiter == " ";
                Writing {
                    delimiter,
                    quote,
                    quotes_all,
                    line_end,
                    encoding,
                    pack,
                    dress,
                    clock,
                    written,
                    zone,
                    language,
                }
            },
        )
    }

    /// Writes the table into a file of the folder.
    pub fn put(&self, folder: &Path, rows: &[Vec<String>]) -> PathBuf {
        let text = if let Pack::Html = self.pack { html(rows) } else { self.text(rows) };
        let units = text.encode_utf16();
        let bytes = match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8Marked => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            Encoding::Utf16Le => [b"\xFF\xFE".to_vec(), units.flat_map(u16::to_le_bytes).collect()].concat(),
            Encoding::Utf16Be => [b"\xFE\xFF".to_vec(), units.flat_map(u16::to_be_bytes).collect()].concat(),
            Encoding::Utf16LeBare => units.flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16BeBare => units.flat_map(u16::to_be_bytes).collect(),
            Encoding::Utf32Le => {
                "\u{FEFF}".chars().chain(text.chars()).flat_map(|c| u32::from(c).to_le_bytes()).collect()
            }
            Encoding::Utf32Be => {
                "\u{FEFF}".chars().chain(text.chars()).flat_map(|c| u32::from(c).to_be_bytes()).collect()
            }
            Encoding::Macintosh => {
                let byte = |letter: char| match letter {
                    'ä' => 0x8A,
                    'ö' => 0x9A,
                    'ß' => 0xA7,
                    'é' => 0x8E,
                    'ü' => 0x9F,
                    plain => u8::try_from(plain).unwrap(),
                };
                text.chars().map(byte).collect()
            }
            Encoding::Dos850 => {
                let byte = |letter: char| match letter {
                    'ä' => 0x84,
                    'ö' => 0x94,
                    'ß' => 0xE1,
                    'é' => 0x82,
                    'ü' => 0x81,
                    plain => u8::try_from(plain).unwrap(),
                };
                text.chars().map(byte).collect()
            }
            // Every letter here is of Latin-1.
            Encoding::Windows1252 => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect(),
        };
        let (name, bytes) = match self.pack {
            Pack::Plain => ("table.csv", bytes),
            Pack::Gzip => ("table.csv.gz", gzip(&bytes)),
            Pack::Zip => ("table.zip", zip(&bytes)),
            Pack::Html => ("table.xls", bytes),
        };
        let path = folder.join(name);
        let mut file = std::fs::File::create(&path).unwrap();
        file.write_all(&bytes).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(self.written)).unwrap();
        path
    }

    fn text(&self, rows: &[Vec<String>]) -> String {
        let mut text = match self.dress {
            Dress::None | Dress::WholeLines | Dress::Formulas => String::new(),
            Dress::Title => format!("All of it{0}{0}", self.line_end),
            Dress::Comment => format!("# written by a program{}", self.line_end),
            Dress::Declared => format!("sep={}{}", self.delimiter, self.line_end),
        };
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            let line = cells.join(self.delimiter);
            text += &if self.dress == Dress::WholeLines { format!("\"{}\"", line.replace('"', "\"\"")) } else { line };
            text += self.line_end;
        }
        text
    }

    fn cell(&self, cell: &str) -> String {
        // A line in quotes has no end within.
        let cell = &*if self.dress == Dress::WholeLines { cell.replace('\n', " ") } else { cell.to_owned() };
        if self.dress == Dress::Formulas && !cell.contains(['"', '\n', ',', ';', '\t', '|']) {
            return format!("=\"{cell}\"");
        }
        let needs = cell.contains([self.quote, '\n']) || cell.contains(self.delimiter.trim_end_matches(' '));
        let quote = self.quote;
        match needs || self.quotes_all {
            true => format!("{quote}{}{quote}", cell.replace(quote, &format!("{quote}{quote}"))),
            false => cell.to_owned(),
        }
    }
}

fn html(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>");
        format!("<td>{text}</td>")
    };
    let row = |row: &Vec<String>| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>());
    format!("<html><body><table>\n{}</table></body></html>\n", rows.iter().map(row).collect::<String>())
}

/// Packs without making smaller: stored blocks between the head of a gzip file and its checksum.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = b"\x1F\x8B\x08\0\0\0\0\0\0\xFF".to_vec();
    let blocks = bytes.chunks(60_000).count();
    for (nth, block) in bytes.chunks(60_000).enumerate() {
        let length = block.len() as u16;
        packed.push(u8::from(nth + 1 == blocks));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(block);
    }
    let checksum = !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    });
    packed.extend(checksum.to_le_bytes());
    packed.extend((bytes.len() as u32).to_le_bytes());
    packed
}

fn zip(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("export.csv", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}
