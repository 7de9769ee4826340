//! Reads an answer: lines of nine fields between tabs, a head that names the question, and an end that counts the lines.
//!
//! What comes over a wire or out of a file may be cut short, of another question, or wrong; then it is refused whole, with
//! the line. What passes here has the right form; whether it adds up is seen in [`super::figures`].

use touchline_words::say;

use super::error::ClusterError;
use super::sql::{FORMAT_VERSION, Kind, MAGIC, Question};
use super::tab_separated::unescaped;

/// A field longer than this is no name.
const MAX_FIELD: usize = 1 << 20;

/// One line between head and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it stands, from 1.
    pub at: usize,
    pub kind: Kind,
    pub segment: String,
    pub a: String,
    pub b: String,
    pub n: u64,
    /// `low`, `high`, `low9`, `high9`.
    pub values: [i64; 4],
}

/// The lines of an answer to a question; `name` is what messages call it.
///
/// # Errors
/// [`ClusterError::Foreign`], [`ClusterError::OtherQuestion`], [`ClusterError::Truncated`].
pub(super) fn lines(text: &[u8], question: &Question, name: &str) -> Result<Vec<Line>, ClusterError> {
    let foreign =
        |line: usize, problem: &str| ClusterError::Foreign { name: name.to_owned(), line, problem: problem.to_owned() };
    let text = std::str::from_utf8(text).map_err(|error| {
        let line = text.get(..error.valid_up_to()).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
        foreign(line + 1, say!(database_no_text))
    })?;
    // A file may have been through a system that ends lines in its own way, or gained a mark or an empty line.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let last = text.lines().count();
    let mut lines = Vec::new();
    let mut numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let Some((_, head)) = numbered.by_ref().next() else {
        return Err(ClusterError::Truncated { name: name.to_owned() });
    };
    check_head(head, question, name)?;
    let mut end = None;
    for (at, text) in numbered {
        if end.is_some() {
            if text.trim().is_empty() {
                continue;
            }
            return Err(foreign(at, say!(database_after_end)));
        }
        match line(at, text) {
            Ok(line) if line.kind == Kind::End => end = Some(line.n),
            Ok(line) if line.kind == Kind::Head => return Err(foreign(at, say!(database_second_head))),
            Ok(line) => lines.push(line),
            // What was cut short ends in half a line.
            Err(_) if at == last => return Err(ClusterError::Truncated { name: name.to_owned() }),
            Err(problem) => return Err(foreign(at, problem)),
        }
    }
    match end {
        Some(count) if count == lines.len() as u64 => Ok(lines),
        Some(_) => {
            Err(ClusterError::Lies { name: name.to_owned(), problem: say!(database_line_count, lines = lines.len()) })
        }
        None => Err(ClusterError::Truncated { name: name.to_owned() }),
    }
}

fn check_head(text: &str, question: &Question, name: &str) -> Result<(), ClusterError> {
    let foreign = |problem: &str| ClusterError::Foreign { name: name.to_owned(), line: 1, problem: problem.to_owned() };
    let head = line(1, text).ok().filter(|head| head.kind == Kind::Head && head.a == MAGIC);
    let head = head.ok_or_else(|| foreign(say!(database_first_line)))?;
    let (version, fingerprint) = head.b.split_once(' ').unwrap_or((&head.b, ""));
    if version != FORMAT_VERSION {
        return Err(foreign(say!(database_other_version)));
    }
    if fingerprint != question.fingerprint {
        return Err(ClusterError::OtherQuestion { name: name.to_owned() });
    }
    Ok(())
}

fn line(at: usize, text: &str) -> Result<Line, &'static str> {
    let fields: Vec<&str> = text.split('\t').collect();
    let [kind, segment, a, b, n, values @ ..] = fields.as_slice() else { return Err(say!(database_few_fields)) };
    let values: [&str; 4] = values.try_into().map_err(|_| say!(database_not_nine_fields))?;
    let kind = kind.parse().ok().and_then(Kind::of).ok_or(say!(database_line_kind))?;
    let name = |field: &str| {
        let long = field.len() > MAX_FIELD;
        unescaped(field).filter(|_| !long).ok_or(say!(database_name_unreadable))
    };
    let number = |field: &str| field.parse().map_err(|_| say!(database_value_broken));
    let [low, high, low9, high9] = values;
    Ok(Line {
        at,
        kind,
        segment: name(segment)?,
        a: name(a)?,
        b: name(b)?,
        n: n.parse().map_err(|_| say!(database_count_broken))?,
        values: [number(low)?, number(high)?, number(low9)?, number(high9)?],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "0\t\ttouchline answer\t2 0123456789abcdef\t0\t0\t0\t0\t0\n";

    fn question() -> Question {
        Question { text: String::new(), fingerprint: "0123456789abcdef".to_owned() }
    }

    fn read(text: &str) -> Result<Vec<Line>, ClusterError> {
        lines(text.as_bytes(), &question(), "answer.tsv")
    }

    #[test]
    fn an_answer_is_read_with_its_names_unescaped() {
        let text = format!(
            "{HEAD}2\ta\\tb\\\\\t\t\t3\t0\t0\t0\t0\n9\t\tx\\'y\t\\n\t1\t-5\t0\t0\t0\n255\t\t\t\t2\t0\t0\t0\t0\n\n"
        );
        for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{FEFF}{text}")] {
            let lines = read(&text).unwrap();
            assert_eq!((lines[0].kind, lines[0].segment.as_str(), lines[0].n), (Kind::Customers, "a\tb\\", 3));
            assert_eq!((lines[1].a.as_str(), lines[1].b.as_str(), lines[1].values[0]), ("x'y", "\n", -5));
        }
    }

    #[test]
    fn an_answer_cut_anywhere_is_refused() {
        let whole = format!("{HEAD}2\tweb\t\t\t3\t0\t0\t0\t0\n255\t\t\t\t1\t0\t0\t0\t0\n");
        assert!(read(&whole).is_ok());
        for end in 0..whole.len() - 1 {
            let cut = read(&whole[..end]);
            // Only the last digit of an unused value can be missed.
            assert!(cut.is_err() || whole[..end].ends_with("\t1\t0\t0\t0\t0"), "{:?}", &whole[..end]);
        }
        let cut = &whole[..HEAD.len() + 8];
        assert!(matches!(read(cut), Err(ClusterError::Truncated { .. })));
        let without_a_line = format!("{HEAD}255\t\t\t\t1\t0\t0\t0\t0\n");
        assert!(matches!(read(&without_a_line), Err(ClusterError::Lies { .. })));
    }

    #[test]
    fn what_is_no_answer_or_another_one_is_refused() {
        let end = "255\t\t\t\t0\t0\t0\t0\t0\n";
        let is_foreign = |text: &str| matches!(read(text), Err(ClusterError::Foreign { .. }));
        for text in [
            "customer,event,time\n1,2,3\n".to_owned(),
            "<html>".to_owned(),
            HEAD.replace("answer\t2 ", "answer\t3 ") + end,
            format!("{HEAD}{HEAD}{end}"),
            format!("{HEAD}{end}more\n"),
            format!("{HEAD}2\tweb\t\t\t-3\t0\t0\t0\t0\n{end}"),
            format!("{HEAD}2\tweb\t\t\t3.5\t0\t0\t0\t0\n{end}"),
            format!("{HEAD}2\tweb\t\t\t99999999999999999999\t0\t0\t0\t0\n{end}"),
            format!("{HEAD}2\tweb\t\t\t3\tnan\t0\t0\t0\n{end}"),
            format!("{HEAD}77\tweb\t\t\t3\t0\t0\t0\t0\n{end}"),
            format!("{HEAD}2\tweb\\\t\t\t3\t0\t0\t0\t0\n{end}"),
            format!("{HEAD}2\tweb\t\t\t3\t0\t0\t0\n{end}"),
            format!("{HEAD}2\tweb\t\t\t3\t0\t0\t0\t0\t0\n{end}"),
        ] {
            assert!(is_foreign(&text), "{text:?}: {:?}", read(&text));
        }
        let bytes = [HEAD.as_bytes(), b"2\t\xff\n"].concat();
        assert!(matches!(lines(&bytes, &question(), "x"), Err(ClusterError::Foreign { line: 2, .. })));
        let other = HEAD.replace("0123", "ffff") + end;
        assert!(matches!(read(&other), Err(ClusterError::OtherQuestion { .. })));
        assert!(matches!(read(""), Err(ClusterError::Truncated { .. })));
    }
}
