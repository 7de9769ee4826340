//! A part's text, tag by tag.

use quick_xml::escape::escape;

/// XML that is written from its beginning to its end.
pub struct Xml(String);

impl Xml {
    /// The beginning of a part.
    pub fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// The beginning of what comes into a part.
    pub fn inside() -> Self {
        Self(String::new())
    }

    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.0.push('>');
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.0.push_str("/>");
    }

    pub fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element that holds words alone.
    pub fn said(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.0.push_str(&escape(clean(words)));
        self.close(name);
    }

    /// What is XML already.
    pub fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    pub fn finish(self) -> String {
        self.0
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            // A line break in an attribute would be read as a space.
            self.0.push_str(&escape(clean(value)).replace('\n', "&#10;").replace('\t', "&#9;"));
            self.0.push('"');
        }
    }
}

/// Without what XML 1.0 has no character for (production 2).
fn clean(words: &str) -> String {
    let is_char = |letter: &char| matches!(*letter, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}');
    words.chars().filter(is_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_they_are_meant_and_without_what_xml_has_no_character_for() {
        let mut xml = Xml::inside();
        xml.said("a", &[("b", "\"x\"\n<")], "1 < 2 & \u{0}\u{b}\u{fffe}3\u{1f600}");
        assert_eq!(xml.finish(), "<a b=\"&quot;x&quot;&#10;&lt;\">1 &lt; 2 &amp; 3\u{1f600}</a>");
    }
}
