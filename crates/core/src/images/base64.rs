//! Bytes as text, <https://www.rfc-editor.org/rfc/rfc4648#section-4>.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as text, padded.
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for nth in 0..4 {
            // Six bits are less than 64.
            let letter = LETTERS[(bits >> (18 - 6 * nth) & 63) as usize];
            text.push(if nth <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

/// The bytes of a text that [`base64`] wrote; `None` for any other.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    let padded = text.as_bytes();
    let plain = text.trim_end_matches('=').as_bytes();
    if !padded.len().is_multiple_of(4) || padded.len() - plain.len() > 2 || plain.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(padded.len() / 4 * 3);
    for chunk in plain.chunks(4) {
        let mut bits = 0u32;
        for letter in chunk {
            bits = bits << 6 | value(*letter)?;
        }
        let held = chunk.len() - 1;
        bits <<= 6 * (4 - chunk.len());
        let [_, whole @ ..] = bits.to_be_bytes();
        let (kept, rest) = whole.split_at(held);
        // What was not written is nothing: a picture has one text.
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(kept);
    }
    Some(bytes)
}

fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_padded_and_read_as_it_was_written() {
        for (plain, encoded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), encoded);
            assert_eq!(bytes(encoded).unwrap(), plain.as_bytes());
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(bytes(&base64(&all)).unwrap(), all);
        for wrong in ["Zg=", "Z", "Zg", "Zh==", "Zm9", "Zm9v Zm9v", "Z===", "====", "Zmé="] {
            assert_eq!(bytes(wrong), None, "{wrong}");
        }
    }
}
