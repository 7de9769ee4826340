//! Carriage returns that end lines: where there are some, and line feeds in their place.

/// Makes a line feed of every carriage return that has none behind it. One at the very end is taken off and noted, where more
/// may come.
pub fn feed_lines(text: &mut Vec<u8>, pending: Option<&mut bool>) {
    if let Some(pending) = pending.filter(|_| text.last() == Some(&b'\r')) {
        text.pop();
        *pending = true;
    }
    let mut next = 0;
    for byte in text.iter_mut().rev() {
        if *byte != b'\r' {
            next = *byte;
        } else if next != b'\n' {
            *byte = b'\n';
        }
    }
}

/// Whether a carriage return outside quotes has no line feed behind it.
pub fn ends_lines_with_cr(text: &[u8]) -> bool {
    let mut in_quotes = false;
    let mut before = b'\n';
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'"' if in_quotes => in_quotes = false,
            b'"' => in_quotes = before == b'"' || !before.is_ascii_alphanumeric() && before != b' ',
            b'\r' if !in_quotes => {
                let next = text.get(at + 1..).unwrap_or_default().iter().find(|next| **next != b'\r');
                // The head may end between the two.
                if next.is_some_and(|next| *next != b'\n') {
                    return true;
                }
            }
            _ => {}
        }
        before = *byte;
    }
    false
}
