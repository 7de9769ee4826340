//! Fields of the format TabSeparated.

/// A field of the format TabSeparated as it was; nothing if a backslash ends it.
pub(super) fn unescaped(field: &str) -> Option<String> {
    let mut text = String::with_capacity(field.len());
    let mut letters = field.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        text.push(match letters.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            'a' => '\u{7}',
            'v' => '\u{b}',
            other => other,
        });
    }
    Some(text)
}
