//! Texts that a spreadsheet would calculate instead of showing: an apostrophe before them keeps them texts.
//!
//! Formulas begin with `=`, `+`, `-` or `@`, in their wide forms too, and behind blanks (OWASP, "CSV Injection"). A number with its sign
//! is calculated to itself, and stays a number.

use std::borrow::Cow;

const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would calculate a text, and not to the number that it is.
pub fn is_formula(text: &str) -> bool {
    let is_unseen = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}');
    let bare = text.trim_start_matches(is_unseen);
    bare.starts_with(SIGNS) && !is_number(bare.trim_end())
}

/// A cell that shows this text.
pub fn guarded(text: &str) -> Cow<'_, str> {
    // One that begins with the sign itself would lose it on its way back.
    let is_guarded = is_formula(text) || text.starts_with('\'');
    if is_guarded { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that a cell shows.
pub fn unguarded(cell: &str) -> &str {
    let text = cell.strip_prefix('\'').filter(|text| is_formula(text) || text.starts_with('\''));
    text.unwrap_or(cell)
}

/// A cell of a line of text that is parted by commas. Semicolons are quoted too: where the decimal mark is a comma, Excel parts
/// columns by them.
pub fn quoted(cell: &str) -> Cow<'_, str> {
    let is_plain = !cell.contains([',', '"', ';', '|', '\t', '\n', '\r']);
    if is_plain { Cow::Borrowed(cell) } else { Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\""))) }
}

/// `-5`, `+1,5`, `-2.5e3` or `-20 %`.
fn is_number(text: &str) -> bool {
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.,eE".contains(&byte));
    is_plain && text.replacen(',', ".", 1).parse::<f64>().is_ok_and(f64::is_finite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_come_back_and_numbers_stay_numbers() {
        for text in [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "-2+3",
            "+49 30",
            "@x",
            "＝1",
            "＋1",
            "＠x",
            " =1",
            "\t=1",
            "\u{200B}=1",
            "'a",
            "-",
        ] {
            let cell = guarded(text);
            assert_eq!((cell.strip_prefix('\''), unguarded(&cell)), (Some(text), text));
        }
        for text in ["", "k-17", "-5", "-5.00", "+1,5", "-2.5e3", "-20 %", "a=1", "it's", "−5"] {
            assert_eq!((guarded(text), unguarded(text)), (Cow::Borrowed(text), text));
        }
        assert_eq!(unguarded("'tis"), "'tis");
    }
}
