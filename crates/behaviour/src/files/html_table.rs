//! A table of a web page, which some systems write and call a workbook, as delimited text.
//!
//! # Limits
//! The table with the most rows is read; a cell over several columns stands in the first of them.

use super::sheet_text::push_field;
use crate::encoding::TextEncoding;

/// Whether a file that begins like this, and is called like a workbook, may be such a page.
pub fn may_be_page(name: &str, head: &[u8]) -> bool {
    let name = name.to_lowercase();
    let is_called = [".xls", ".html", ".htm"].iter().any(|ending| name.ends_with(ending));
    let start = String::from_utf8_lossy(head.get(..2048).unwrap_or(head)).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    is_called && (start.starts_with('<') && (start.contains("<table") || start.contains("<html")))
}

/// The text of the largest table of a page; nothing where there is none.
pub fn text(page: &[u8]) -> Option<Vec<u8>> {
    let page = TextEncoding::of_bytes(page, true).decode(page);
    // Tags are looked for in a copy of which no letter changes its length.
    let lower = page.to_ascii_lowercase();
    let tables = elements(&lower, "table", 0..lower.len());
    let table = tables
        .into_iter()
        .max_by_key(|table| lower.get(table.clone()).map_or(0, |text| text.matches("<tr").count()))?;
    let rows = elements(&lower, "tr", table);
    let mut text = Vec::new();
    for row in rows {
        let mut cells = [elements(&lower, "td", row.clone()), elements(&lower, "th", row)].concat();
        cells.sort_by_key(|cell| cell.start);
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                text.push(b',');
            }
            push_field(&mut text, &words(page.get(cell).unwrap_or_default()));
        }
        text.push(b'\n');
    }
    (text.iter().filter(|byte| **byte == b'\n').count() >= 2).then_some(text)
}

/// The insides of all elements of a name, one behind the other; an element may have no end.
fn elements(lower: &str, name: &str, range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let (open, close) = (format!("<{name}"), format!("</{name}"));
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(step) = lower.get(at..range.end).and_then(|rest| rest.find(&open)) {
        let tag = at + step + open.len();
        at = tag;
        // `<tr` is no `<track>`.
        if lower.get(tag..tag + 1).is_some_and(|next| next.starts_with(|c: char| c.is_alphanumeric())) {
            continue;
        }
        let Some(start) = lower.get(tag..range.end).and_then(|rest| rest.find('>')).map(|end| tag + end + 1) else {
            break;
        };
        let rest = lower.get(start..range.end).unwrap_or_default();
        let end = [rest.find(&close), rest.find(&open)].into_iter().flatten().min().unwrap_or(rest.len());
        found.push(start..start + end);
        at = start + end;
    }
    found
}

/// What is to be read of a cell: without tags, its characters decoded.
fn words(cell: &str) -> String {
    let mut words = String::new();
    let mut rest = cell;
    while let Some(open) = rest.find('<') {
        words.push_str(rest.get(..open).unwrap_or_default());
        let (tag, behind) = rest.get(open..).and_then(|tag| tag.split_once('>')).unwrap_or_default();
        if ends_line(tag) {
            words.push(' ');
        }
        rest = behind;
    }
    words.push_str(rest);
    for (name, letter) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        words = words.replace(name, letter);
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether what stands behind a tag stands on a line of its own.
fn ends_line(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    ["br", "p", "div", "li", "tr"].iter().any(|line| name.eq_ignore_ascii_case(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_table_of_a_page_is_text() {
        let page = b"<html><table><tr><td>menu</table><TABLE border=1><tr><th>a</th><th>b</th></tr>\n\
            <tr><td>1 &amp; 2<br>x</td><td><b>3,5</b></td></tr><tr><td>4<td>5</TABLE></html>";
        assert_eq!(String::from_utf8(text(page).unwrap()).unwrap(), "a,b\n1 & 2 x,\"3,5\"\n4,5\n");
        assert!(may_be_page("x/h.xls", page) && !may_be_page("h.csv", page) && !may_be_page("h.xls", b"a,b\n1,2\n"));
        assert_eq!(text(b"<html><form>log in</form></html>"), None);
    }
}
