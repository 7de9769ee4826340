//! Texts of a map inside of Markdown: shown as they were written, whatever signs are in them.

/// A text on one line in which nothing is markup, in CommonMark and in what GitHub adds to it.
pub fn escaped(text: &str) -> String {
    let flat: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let flat = flat.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut written = String::with_capacity(flat.len());
    let digits = flat.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in flat.char_indices() {
        let next = flat.get(at + letter.len_utf8()..).unwrap_or_default();
        let is_sign = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '@' | '$' | '^' | '{' | '!' => {
                true
            }
            // A list, a rule or a heading, at the beginning.
            '-' | '+' | '=' => at == 0,
            // A numbered list.
            '.' | ')' if digits > 0 && at == digits => true,
            // An address that would become a link, and a sign that would become a picture.
            ':' => at == 0 || next.starts_with(|next: char| !next.is_whitespace()),
            '.' => flat.get(..at).is_some_and(|before| before.to_lowercase().ends_with("www")),
            _ => false,
        };
        if is_sign {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// What a reader sees; none where anything in it is more than text.
    fn seen(markdown: &str) -> Option<String> {
        let mut text = String::new();
        // Quotes that are made curly are no markup; attributes behind a heading are neither CommonMark's nor GitHub's.
        let others = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_HEADING_ATTRIBUTES;
        for event in Parser::new_ext(markdown, Options::all() - others) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Strong | Tag::Heading { .. })
                | Event::End(
                    TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Item | TagEnd::Strong | TagEnd::Heading(_),
                ) => {}
                _ => return None,
            }
        }
        Some(text)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn no_text_of_a_map_becomes_markup(text in "[ -~äß\n]{1,40}|[-+*=>#0-9.)\\\\`~|$:! ]{1,12}|(www\\.|http://|a@b\\.c|&amp;|<b>|:x:|\\[x\\]\\(y\\)|[a-z ]){1,8}") {
            let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!plain.is_empty());
            for frame in ["", "- ", "- **", "## "] {
                let end = if frame.ends_with("**") { "**" } else { "" };
                // In a strong text a blank at its end, or a sign, would decide where it ends: it stands between letters here.
                let (inner, expected) = if end.is_empty() { (escaped(&plain), plain.clone()) } else { (format!("a{}a", escaped(&plain)), format!("a{plain}a")) };
                prop_assert_eq!(seen(&format!("{frame}{inner}{end}\n")), Some(expected), "{}{}{}", frame, inner, end);
            }
        }
    }
}
