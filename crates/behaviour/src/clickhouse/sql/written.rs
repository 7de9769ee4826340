//! Names and texts as SQL has them, whatever is in them.

/// A name as an identifier, whatever is in it.
pub(in crate::clickhouse) fn identifier(name: &str) -> String {
    format!("`{}`", escaped(name, '`'))
}

/// A text as a literal, whatever is in it.
pub(in crate::clickhouse) fn literal(text: &str) -> String {
    format!("'{}'", escaped(text, '\''))
}

fn escaped(text: &str, quote: char) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\0' => safe.push_str("\\0"),
            '\n' => safe.push_str("\\n"),
            '\r' => safe.push_str("\\r"),
            '\t' => safe.push_str("\\t"),
            '\\' => safe.push_str("\\\\"),
            _ if letter == quote => {
                safe.push('\\');
                safe.push(letter);
            }
            _ => safe.push(letter),
        }
    }
    safe
}

/// Several literals between commas.
pub(in crate::clickhouse) fn literals(texts: &[&str]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ")
}

/// A text set two further to the right.
pub(in crate::clickhouse) fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect()
}
