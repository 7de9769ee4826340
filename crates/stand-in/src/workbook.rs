//! Excel workbooks for tests, written by hand as a spreadsheet program would.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// A workbook of sheets, each with its rows of XML.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        book.start_file(name, SimpleFileOptions::default()).unwrap();
        book.write_all(text.as_bytes()).unwrap();
    };
    let each = |write: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(at, (name, _))| write(at + 1, name)).collect()
    };
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    put(
        "_rels/.rels",
        &format!(
            "<Relationships><Relationship Id=\"r\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let listed = each(&|at, name| format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"r{at}\"/>"));
    put("xl/workbook.xml", &format!("<workbook {main} xmlns:r=\"{relation}\"><sheets>{listed}</sheets></workbook>"));
    let related = each(&|at, _| {
        format!("<Relationship Id=\"r{at}\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")
    });
    put("xl/_rels/workbook.xml.rels", &format!("<Relationships>{related}</Relationships>"));
    put(
        "xl/styles.xml",
        &format!("<styleSheet {main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"),
    );
    for (at, (_, rows)) in sheets.iter().enumerate() {
        let text = format!("<worksheet {main}><sheetData>{rows}</sheetData></worksheet>");
        put(&format!("xl/worksheets/sheet{}.xml", at + 1), &text);
    }
    book.finish().unwrap().into_inner()
}

/// A cell of text.
pub fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// Rows as XML: texts, numbers, and day numbers in the style of times (written `@46329.5`).
pub fn rows(first: usize, rows: &[&[&str]]) -> String {
    let cell = |row: usize, column: usize, value: &str| {
        let place = format!("{}{row}", char::from(b'A' + column as u8));
        match (value.strip_prefix('@'), value.parse::<f64>()) {
            _ if value.is_empty() => String::new(),
            (Some(day), _) => format!("<c r=\"{place}\" s=\"1\"><v>{day}</v></c>"),
            (None, Ok(number)) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
            (None, Err(_)) => text_cell(&place, value),
        }
    };
    let row = |(at, cells): (usize, &&[&str])| {
        let nth = first + at;
        let cells: String = cells.iter().enumerate().map(|(column, value)| cell(nth, column, value)).collect();
        format!("<row r=\"{nth}\">{cells}</row>")
    };
    rows.iter().enumerate().map(row).collect()
}
