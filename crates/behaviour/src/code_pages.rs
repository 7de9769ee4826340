//! Code pages of DOS, which no decoder of the WHATWG reads: the letters of their upper halves.
//!
//! Programs of cash desks and shops, and some exports of old databases, still write them. Source: the tables `CP437.TXT` to `CP869.TXT` of the
//! Unicode Consortium (`MAPPINGS/VENDORS/MICSFT/PC`); the lower half of each is ASCII. Page 858 is 850 with € in the place of ı. Bytes that
//! a page leaves open are U+FFFD.
//!
//! A crate would bring the same tables with a way of its own to read them in pieces: they are data, and stand here.

/// A code page of DOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePage {
    /// Of the first PCs, with the lines of tables.
    Ibm437,
    /// Greek.
    Ibm737,
    /// The Baltic.
    Ibm775,
    /// Western Europe.
    Ibm850,
    /// Central Europe.
    Ibm852,
    /// Cyrillic.
    Ibm855,
    /// Turkish.
    Ibm857,
    /// Western Europe with the euro.
    Ibm858,
    /// Portuguese.
    Ibm860,
    /// Icelandic.
    Ibm861,
    /// Hebrew.
    Ibm862,
    /// French of Canada.
    Ibm863,
    /// Northern Europe.
    Ibm865,
    /// Greek, of later.
    Ibm869,
}

const IBM437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM737: &str = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√ⁿ²■\u{A0}";
const IBM775: &str = "ĆüéāäģåćłēŖŗīŹÄÅÉæÆōöĢ¢ŚśÖÜø£Ø×¤ĀĪóŻżź”¦©®¬½¼Ł«»░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐\
     └┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀ÓßŌŃõÕµńĶķĻļņĒŅ’\u{AD}±“¾¶§÷„°∙·¹³²■\u{A0}";
const IBM850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";
const IBM852: &str = "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
     └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}";
const IBM855: &str = "ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐\
     └┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u{AD}ыЫзЗшШэЭщЩчЧ§■\u{A0}";
const IBM857: &str = "ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
     └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\u{FFFD}ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\u{FFFD}×ÚÛÙìÿ¯´\u{AD}±\u{FFFD}¾¶§÷¸°¨·¹³²■\u{A0}";
const IBM860: &str = "ÇüéâãàÁçêÊèÍÔìÃÂÉÀÈôõòÚùÌÕÜ¢£Ù₧ÓáíóúñÑªº¿Ò¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM861: &str = "ÇüéâäàåçêëèÐðÞÄÅÉæÆôöþûÝýÖÜø£Ø₧ƒáíóúÁÍÓÚ¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM862: &str = "אבגדהוזחטיךכלםמןנסעףפץצקרשת¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM863: &str = "ÇüéâÂà¶çêëèïî‗À§ÉÈÊôËÏûù¤ÔÜ¢£ÙÛƒ¦´óú¨¸³¯Î⌐¬½¼¾«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM865: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const IBM869: &str = "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}Ά\u{FFFD}·¬¦‘’Έ―ΉΊΪΌ\u{FFFD}\u{FFFD}ΎΫ©Ώ²³ά£έήίϊΐόύΑΒΓΔΕΖΗ½ΘΙ«»░▒▓│┤ΚΛΜΝ╣║╗╝ΞΟ┐\
     └┴┬├─┼ΠΡ╚╔╩╦╠═╬ΣΤΥΦΧΨΩαβγ┘┌█▄δε▀ζηθικλμνξοπρσςτ΄\u{AD}±υφχ§ψ΅°¨ωϋΰώ■\u{A0}";

impl CodePage {
    pub const ALL: [CodePage; 14] = [
        CodePage::Ibm437,
        CodePage::Ibm737,
        CodePage::Ibm775,
        CodePage::Ibm850,
        CodePage::Ibm852,
        CodePage::Ibm855,
        CodePage::Ibm857,
        CodePage::Ibm858,
        CodePage::Ibm860,
        CodePage::Ibm861,
        CodePage::Ibm862,
        CodePage::Ibm863,
        CodePage::Ibm865,
        CodePage::Ibm869,
    ];

    /// As IANA calls it; those that it does not know are called likewise.
    pub fn name(self) -> &'static str {
        match self {
            CodePage::Ibm437 => "IBM437",
            CodePage::Ibm737 => "IBM737",
            CodePage::Ibm775 => "IBM775",
            CodePage::Ibm850 => "IBM850",
            CodePage::Ibm852 => "IBM852",
            CodePage::Ibm855 => "IBM855",
            CodePage::Ibm857 => "IBM857",
            CodePage::Ibm858 => "IBM00858",
            CodePage::Ibm860 => "IBM860",
            CodePage::Ibm861 => "IBM861",
            CodePage::Ibm862 => "IBM862",
            CodePage::Ibm863 => "IBM863",
            CodePage::Ibm865 => "IBM865",
            CodePage::Ibm869 => "IBM869",
        }
    }

    /// By any of the names in use: `IBM850`, `cp850`, `CP-850`, `850`, `dos-850`.
    pub fn named(label: &str) -> Option<CodePage> {
        let plain: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let digits = plain.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let word = plain.strip_suffix(digits).unwrap_or_default();
        let number = |page: CodePage| page.name().trim_start_matches(|c: char| !c.is_ascii_digit() || c == '0');
        let page = CodePage::ALL.into_iter().find(|page| number(*page) == digits.trim_start_matches('0'))?;
        ["", "ibm", "cp", "dos", "oem", "codepage", "ccsid"].contains(&word).then_some(page)
    }

    fn letters(self) -> &'static str {
        match self {
            CodePage::Ibm437 => IBM437,
            CodePage::Ibm737 => IBM737,
            CodePage::Ibm775 => IBM775,
            CodePage::Ibm850 | CodePage::Ibm858 => IBM850,
            CodePage::Ibm852 => IBM852,
            CodePage::Ibm855 => IBM855,
            CodePage::Ibm857 => IBM857,
            CodePage::Ibm860 => IBM860,
            CodePage::Ibm861 => IBM861,
            CodePage::Ibm862 => IBM862,
            CodePage::Ibm863 => IBM863,
            CodePage::Ibm865 => IBM865,
            CodePage::Ibm869 => IBM869,
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
        for page in CodePage::ALL {
            assert_eq!(page.letters().chars().count(), 128, "{page:?}");
            let mut text = Vec::new();
            page.decode(&(0..=255).collect::<Vec<u8>>(), &mut text);
            let text = String::from_utf8(text).unwrap();
            assert_eq!(text.chars().count(), 256);
            assert!(text.chars().take(128).eq((0..128_u8).map(char::from)));
            let mut different: Vec<char> = text.chars().collect();
            different.sort_unstable();
            different.dedup();
            let open = page.letters().chars().filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
            assert_eq!(different.len(), 256 - open.saturating_sub(1), "{page:?}");
            assert!(matches!((page, open), (CodePage::Ibm857, 3) | (CodePage::Ibm869, 9) | (_, 0)), "{page:?}");
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
        assert_eq!(read(CodePage::Ibm857, b"\x98stanbul, a\xA7a\x87, \x9Fi\x9Fe, k\x8Dz"), "İstanbul, ağaç, şişe, kız");
        assert_eq!(read(CodePage::Ibm737, b"\xA7\x9C\xA2\xE1\xAB\x9E\xAA, \x80\x9A\xA6\xA8\xE1"), "πελάτης, Αγορά");
    }

    #[test]
    fn a_page_is_known_by_any_of_its_names_and_by_no_other() {
        for (label, page) in [
            ("IBM850", CodePage::Ibm850),
            ("cp437", CodePage::Ibm437),
            ("CP-852", CodePage::Ibm852),
            ("ibm00858", CodePage::Ibm858),
            ("850", CodePage::Ibm850),
            ("dos-857", CodePage::Ibm857),
            ("cp737", CodePage::Ibm737),
        ] {
            assert_eq!(CodePage::named(label), Some(page), "{label}");
            assert_eq!(CodePage::named(page.name()), Some(page));
        }
        for label in ["", "windows-1252", "ibm866", "koi8", "iso-8859-1", "utf-850"] {
            assert_eq!(CodePage::named(label), None, "{label}");
        }
    }
}
