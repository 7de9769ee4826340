//! Code names as a person writes them down: a line each, `Owl = Lumen Kids+`. What a table has between its columns does as well.

use touchline_words::say;

/// Code names, each with its title.
pub type Names = Vec<(String, String)>;

/// Code names with their titles, in their order.
///
/// # Errors
/// The first line that has no title behind its code name.
pub fn read_names(text: &str) -> Result<Names, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(nth, line)| read_line(line).ok_or_else(|| say!(session_no_code_name, line = nth + 1))).collect()
}

fn read_line(line: &str) -> Option<(String, String)> {
    let parted = [" = ", "=", "\t", ";", ","].into_iter().find_map(|mark| line.split_once(mark));
    let (code, title) = parted?;
    (!title.trim().is_empty()).then(|| (code.trim().to_owned(), title.trim().to_owned()))
}

/// The lines with those of a dictionary behind them that they lack.
pub fn written_names(before: &str, pairs: &[(String, String)]) -> String {
    let known = read_names(before).unwrap_or_default();
    let mut lines: Vec<String> = before.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let new = pairs.iter().filter(|pair| !known.contains(pair));
    lines.extend(new.map(|(code, title)| format!("{code} = {title}")));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str, title: &str) -> (String, String) {
        (code.to_owned(), title.to_owned())
    }

    #[test]
    fn a_line_is_a_code_name_and_its_title_however_they_are_parted() {
        let read = read_names("Owl = Lumen Kids+\n\nFox=Sky, high\nElk\tAnn = Ben\n A ; B\n").unwrap();
        assert_eq!(read, [of("Owl", "Lumen Kids+"), of("Fox", "Sky, high"), of("Elk\tAnn", "Ben"), of("A", "B")]);
        assert_eq!(read_names(" \n"), Ok(Vec::new()));
        let wrong = read_names("Owl = Lumen\nFox\n").unwrap_err();
        assert!(wrong.contains('2'), "{wrong}");
        assert!(read_names("Owl = ").is_err());
    }

    #[test]
    fn a_dictionary_comes_behind_what_was_typed_and_nothing_twice() {
        let pairs = [of("Owl", "Lumen Kids+"), of("Fox", "Sky; high")];
        let text = written_names("Owl = Lumen Kids+\nElk = Max", &pairs);
        assert_eq!(text, "Owl = Lumen Kids+\nElk = Max\nFox = Sky; high\n");
        assert_eq!(read_names(&text).unwrap().len(), 3);
    }
}
