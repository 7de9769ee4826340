//! Code pages of DOS, which no decoder of the WHATWG reads: the letters of their upper halves.
//!
//! Programs of cash desks and shops, and some exports of old databases, still write them. Source: the tables `CP437.TXT`, `CP850.TXT` and
//! `CP852.TXT` of the Unicode Consortium (`MAPPINGS/VENDORS/MICSFT/PC`); the lower half of each is ASCII. Page 858 is 850 with € in the
//! place of ı.

/// A code page of DOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePage {
    /// Of the first PCs, with the lines of tables.
    Ibm437,
    /// Western Europe.
    Ibm850,
    /// Central Europe.
    Ibm852,
    /// Western Europe with the euro.
    Ibm858,
}

const IBM437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";
const IBM852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
     └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}";

impl CodePage {
    /// As IANA calls it.
    pub fn name(self) -> &'static str {
        match self {
            CodePage::Ibm437 => "IBM437",
            CodePage::Ibm850 => "IBM850",
            CodePage::Ibm852 => "IBM852",
            CodePage::Ibm858 => "IBM00858",
        }
    }

    /// By any of the names in use: `IBM850`, `cp850`, `CP-850`, `850`, `dos-850`.
    pub fn named(label: &str) -> Option<CodePage> {
        let plain: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let digits = plain.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let word = plain.strip_suffix(digits).unwrap_or_default();
        let page = match digits.trim_start_matches('0') {
            "437" => CodePage::Ibm437,
            "850" => CodePage::Ibm850,
            "852" => CodePage::Ibm852,
            "858" => CodePage::Ibm858,
            _ => return None,
        };
        ["", "ibm", "cp", "dos", "oem", "codepage", "ccsid"].contains(&word).then_some(page)
    }

    fn letters(self) -> &'static str {
        match self {
            CodePage::Ibm437 => IBM437,
            CodePage::Ibm850 | CodePage::Ibm858 => IBM850,
            CodePage::Ibm852 => IBM852,
        }
    }

    /// The letter of each byte from 128 on.
    fn upper(self) -> [char; 128] {
        let mut letters = [char::REPLACEMENT_CHARACTER; 128];
        letters.iter_mut().zip(self.letters().chars()).for_each(|(place, letter)| *place = letter);
        if self == CodePage::Ibm858 {
            letters.iter_mut().filter(|letter| **letter == 'ı').for_each(|letter| *letter = '€');
        }
        letters
    }

    /// Appends the text of bytes.
    pub fn decode(self, bytes: &[u8], text: &mut Vec<u8>) {
        let upper = self.upper();
        text.reserve(bytes.len());
        for byte in bytes {
            match byte.checked_sub(128).and_then(|above| upper.get(usize::from(above))) {
                None => text.push(*byte),
                Some(letter) => text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_one_letter_and_those_below_128_are_themselves() {
        for page in [CodePage::Ibm850, CodePage::Ibm437, CodePage::Ibm852, CodePage::Ibm858] {
            assert_eq!(page.letters().chars().count(), 128, "{page:?}");
            let mut text = Vec::new();
            page.decode(&(0..=255).collect::<Vec<u8>>(), &mut text);
            let text = String::from_utf8(text).unwrap();
            assert_eq!(text.chars().count(), 256);
            assert!(text.chars().take(128).eq((0..128_u8).map(char::from)));
            let mut different: Vec<char> = text.chars().collect();
            different.sort_unstable();
            different.dedup();
            assert_eq!(different.len(), 256, "{page:?}");
        }
        let read = |page: CodePage, bytes: &[u8]| {
            let mut text = Vec::new();
            page.decode(bytes, &mut text);
            String::from_utf8(text).unwrap()
        };
        // The last of each is a no-break space; where pages differ they are told apart.
        assert_eq!(read(CodePage::Ibm850, b"M\x81nchen \x9B \xE1 \xD5\xFF"), "München ø ß ı\u{A0}");
        assert_eq!(read(CodePage::Ibm437, b"M\x81nchen \x9B \xE1 \xD5\xFF"), "München ¢ ß ╒\u{A0}");
        assert_eq!(read(CodePage::Ibm852, b"\x9D\xA2d\xAB \x88"), "Łódź ł");
        assert_eq!(read(CodePage::Ibm858, b"5 \xD5"), "5 €");
    }

    #[test]
    fn a_page_is_known_by_any_of_its_names_and_by_no_other() {
        for (label, page) in [
            ("IBM850", CodePage::Ibm850),
            ("cp437", CodePage::Ibm437),
            ("CP-852", CodePage::Ibm852),
            ("ibm00858", CodePage::Ibm858),
            ("850", CodePage::Ibm850),
        ] {
            assert_eq!(CodePage::named(label), Some(page), "{label}");
            assert_eq!(CodePage::named(page.name()), Some(page));
        }
        for label in ["", "windows-1252", "ibm866", "koi8", "iso-8859-1", "utf-850"] {
            assert_eq!(CodePage::named(label), None, "{label}");
        }
    }
}
