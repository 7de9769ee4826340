//! A number and its sign or unit, which stand on one line: `95 %`, `6.5 pt`, `9.99 €`.
//!
//! The blank between them stays what it is: what is printed, copied or searched for has a plain one.

/// What a number is told in.
const UNITS: [&str; 19] =
    ["%", "‰", "°", "€", "$", "£", "¥", "EUR", "USD", "pt", "px", "kB", "MB", "GB", "ms", "min", "s", "h", "k"];

/// The places, in bytes, before which no line may begin although a blank stands there.
pub(super) fn units(text: &str) -> Vec<usize> {
    let Some(first) = text.bytes().position(|byte| byte.is_ascii_digit()) else { return Vec::new() };
    let blanks = text.get(first..).unwrap_or_default().match_indices(' ').map(|(at, _)| first + at);
    let is_unit = |blank: &usize| {
        let is_number = text.get(..*blank).is_some_and(|before| before.ends_with(|last: char| last.is_ascii_digit()));
        let rest = text.get(blank + 1..).unwrap_or_default();
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        let word = word.trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '”', '“', '«', '»']);
        is_number && UNITS.contains(&word)
    };
    blanks.filter(is_unit).map(|blank| blank + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `_` for the blanks beside which no line ends.
    fn shown(text: &str) -> String {
        let mut shown = text.to_owned();
        units(text).into_iter().for_each(|at| shown.replace_range(at - 1..at, "_"));
        shown
    }

    #[test]
    fn a_number_keeps_its_sign_and_its_unit() {
        for (text, kept) in [
            ("95 % Wilson interval (5.2 %, rule of thumb)", "95_% Wilson interval (5.2_%, rule of thumb)"),
            ("smallest 6.5 pt; 2.5 MB.", "smallest 6.5_pt; 2.5_MB."),
            ("20,4–24,8 % der 9.99 € im Monat", "20,4–24,8_% der 9.99_€ im Monat"),
            ("day 9 makes 3 stages of 2 ptarmigans % 4", "day 9 makes 3 stages of 2 ptarmigans % 4"),
            ("% alone, 12", "% alone, 12"),
        ] {
            assert_eq!(shown(text), kept);
        }
    }
}
