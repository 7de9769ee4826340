//! The tags of an XML text one behind the other, as far as counting takes it: no tree, no check.

use std::io::Read;

/// Bytes that are read at once.
const BLOCK: usize = 256 * 1024;

/// Gives each tag, without its angle brackets, to `take`.
///
/// # Errors
/// Those of reading, in words.
pub fn each_tag(text: &mut dyn Read, take: &mut dyn FnMut(&[u8])) -> Result<(), String> {
    let mut rest: Vec<u8> = Vec::new();
    let mut block = vec![0; BLOCK];
    loop {
        let n = text.read(&mut block).map_err(|error| error.to_string())?;
        rest.extend_from_slice(block.get(..n).unwrap_or_default());
        let mut done = 0;
        while let Some(open) = rest.get(done..).and_then(|rest| memchr::memchr(b'<', rest)) {
            let start = done + open + 1;
            let Some(len) = rest.get(start..).and_then(|rest| memchr::memchr(b'>', rest)) else {
                done = start - 1;
                break;
            };
            take(rest.get(start..start + len).unwrap_or_default());
            done = start + len + 1;
        }
        if n == 0 {
            return Ok(());
        }
        rest.drain(..done.min(rest.len()));
        // A tag that never ends is none.
        if rest.len() > (1 << 20) {
            rest.clear();
        }
    }
}

/// Whether a tag opens an element of this name, whatever its namespace is called.
pub fn is_element(tag: &[u8], name: &[u8]) -> bool {
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(tag.len());
    let full = tag.get(..end).unwrap_or_default();
    full == name || full.strip_suffix(name).is_some_and(|before| before.ends_with(b":"))
}

/// The value of an attribute, whatever its namespace is called.
pub fn attribute(tag: &[u8], name: &str) -> Option<String> {
    let text = std::str::from_utf8(tag).ok()?;
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(name).map(|at| from + at) {
        from = at + name.len();
        let before = text.get(..at)?.chars().next_back();
        let begins = before.is_some_and(|c| c.is_whitespace() || c == ':');
        let Some(value) = text.get(from..)?.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start();
        let Some(quote) = value.chars().next().filter(|c| begins && matches!(c, '"' | '\'')) else { continue };
        let value = value.get(1..)?.split(quote).next()?;
        let plain = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
        return Some(plain.replace("&amp;", "&"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0.read(&mut into[..1])
        }
    }

    #[test]
    fn tags_and_their_attributes_are_found_wherever_a_block_ends() {
        let text = b"<?xml?><x:row r='1' x:name=\"a &amp; b\"><c/>text</x:row> <rows hidden = \"1\">";
        for mut reader in [Box::new(&text[..]) as Box<dyn Read>, Box::new(Slow(text))] {
            let mut tags: Vec<Vec<u8>> = Vec::new();
            each_tag(&mut *reader, &mut |tag| tags.push(tag.to_vec())).unwrap();
            assert_eq!(tags.len(), 5);
            assert!(is_element(&tags[1], b"row") && !is_element(&tags[4], b"row") && !is_element(&tags[3], b"row"));
            assert!(is_element(&tags[2], b"c"));
            assert_eq!(attribute(&tags[1], "name").as_deref(), Some("a & b"));
            assert_eq!((attribute(&tags[1], "r").as_deref(), attribute(&tags[1], "ame")), (Some("1"), None));
            assert_eq!(attribute(&tags[4], "hidden").as_deref(), Some("1"));
        }
    }
}
