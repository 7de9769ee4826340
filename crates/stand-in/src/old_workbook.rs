//! Workbooks of the old kind (`.xls`, BIFF8 in a compound file) and OpenDocument sheets for tests, written by hand.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

const SECTOR: usize = 512;

/// An old workbook of one sheet: texts, numbers, and day numbers in the style of times (written `@46329.5`).
pub fn old_workbook(sheet: &str, rows: &[&[&str]]) -> Vec<u8> {
    compound(&book_stream(sheet, rows))
}

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let len = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes()[..], &len.to_le_bytes(), body].concat()
}

fn book_stream(sheet: &str, rows: &[&[&str]]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[&0x0600_u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat());
    let end = record(0x000A, &[]);
    // Two styles: a plain one, and that of times (22 is `m/d/yy h:mm`).
    let style = |format: u16| record(0x00E0, &[&[0, 0][..], &format.to_le_bytes(), &[0; 16]].concat());
    let place_of = |start: usize| {
        let body = [&(start as u32).to_le_bytes()[..], &[0, 0, sheet.len() as u8, 0], sheet.as_bytes()].concat();
        record(0x0085, &body)
    };
    let globals = |start: usize| [begin(0x0005), style(0), style(22), place_of(start), end.clone()].concat();
    let mut stream = globals(globals(0).len());
    stream.extend(begin(0x0010));
    for (row, cells) in rows.iter().enumerate() {
        for (column, value) in cells.iter().enumerate() {
            let place = |style: u16| [row as u16, column as u16, style].map(u16::to_le_bytes).concat();
            let number = value.strip_prefix('@').unwrap_or(value).parse::<f64>();
            stream.extend(match number {
                _ if value.is_empty() => Vec::new(),
                Ok(number) => {
                    let style = u16::from(value.starts_with('@'));
                    record(0x0203, &[&place(style)[..], &number.to_le_bytes()].concat())
                }
                Err(_) => {
                    let wide: Vec<u8> = value.encode_utf16().flat_map(u16::to_le_bytes).collect();
                    let len = (wide.len() / 2) as u16;
                    record(0x0204, &[&place(0)[..], &len.to_le_bytes(), &[1], &wide].concat())
                }
            });
        }
    }
    stream.extend(end);
    stream
}

/// A compound file with one stream, called Workbook.
fn compound(stream: &[u8]) -> Vec<u8> {
    // Shorter streams would lie in small sectors of their own.
    let sectors = stream.len().max(4096).div_ceil(SECTOR);
    let (free, end, table) = (u32::MAX, 0xFFFF_FFFE_u32, 0xFFFF_FFFD_u32);
    let mut header = vec![0; SECTOR];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    // The directory is the second sector, the table of sectors the first.
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &end.to_le_bytes());
    put(68, &end.to_le_bytes());
    (0..109).for_each(|at| put(76 + at * 4, &(if at == 0 { 0 } else { free }).to_le_bytes()));
    let mut chain = vec![table, end];
    chain.extend((0..sectors).map(|at| if at + 1 == sectors { end } else { at as u32 + 3 }));
    assert!(chain.len() <= SECTOR / 4, "the test's workbook is too long");
    chain.resize(SECTOR / 4, free);
    let entry = |name: &str, kind: u8, child: u32, start: u32, len: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = entry.len() + 2;
        entry.resize(64, 0);
        entry.extend((bytes as u16).to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([free, free, child].map(u32::to_le_bytes).concat());
        entry.resize(116, 0);
        entry.extend(start.to_le_bytes());
        entry.extend((len as u64).to_le_bytes());
        entry
    };
    let mut directory =
        [entry("Root Entry", 5, 1, end, 0), entry("Workbook", 2, free, 2, stream.len().max(4096))].concat();
    directory.resize(SECTOR, 0);
    let mut body = stream.to_vec();
    body.resize(sectors * SECTOR, 0);
    [header, chain.into_iter().flat_map(u32::to_le_bytes).collect(), directory, body].concat()
}

/// An OpenDocument workbook of sheets, each with its rows as XML.
pub fn open_document(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    book.start_file("mimetype", stored).unwrap();
    book.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    book.start_file("META-INF/manifest.xml", SimpleFileOptions::default()).unwrap();
    book.write_all(b"<manifest:manifest/>").unwrap();
    book.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    let tables: String =
        sheets.iter().map(|(name, rows)| format!("<table:table table:name=\"{name}\">{rows}</table:table>")).collect();
    let text = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    book.write_all(text.as_bytes()).unwrap();
    book.finish().unwrap().into_inner()
}

/// Rows of an OpenDocument sheet as XML: texts, numbers, and days (written `@2026-03-01T09:00:00`).
pub fn open_rows(rows: &[&[&str]]) -> String {
    let cell = |value: &&str| match (value.strip_prefix('@'), value.parse::<f64>()) {
        _ if value.is_empty() => "<table:table-cell/>".to_owned(),
        (Some(day), _) => {
            format!(
                "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>x</text:p></table:table-cell>"
            )
        }
        (None, Ok(number)) => {
            format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>x</text:p></table:table-cell>"
            )
        }
        (None, Err(_)) => {
            format!("<table:table-cell office:value-type=\"string\"><text:p>{value}</text:p></table:table-cell>")
        }
    };
    let row =
        |cells: &&[&str]| format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>());
    rows.iter().map(row).collect()
}
