//! Which of the older encodings a text is written in that is no UTF-8, and what is odd about the letters of one that is.
//!
//! The guess of `chardetng` stands unless the letters make no sense in it ([`super::sense`]) and do so in a code page of DOS or as the
//! first Macintosh wrote them, which it does not know.
//!
//! # Limits
//! Only lines with letters beyond ASCII are looked at, and of those the first [`MOST_BYTES`].

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252, X_MAC_CYRILLIC};

use touchline_words::say;

use super::code_pages::CodePage;
use super::sense::Sense;

/// Bytes that are looked at.
const MOST_BYTES: usize = 64 * 1024;
/// Pages that are tried, the more frequent first.
const TRIED: [CodePage; 6] =
    [CodePage::Ibm850, CodePage::Ibm437, CodePage::Ibm852, CodePage::Ibm857, CodePage::Ibm737, CodePage::Ibm869];
/// Parts of a text that are asked one by one what they are written in.
const PARTS: usize = 8;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legacy {
    pub encoding: &'static Encoding,
    /// The code page in the place of the encoding.
    pub page: Option<CodePage>,
    pub doubt: Doubt,
    /// The name of another in which the letters make as much sense, and say something else.
    pub other: Option<&'static str>,
}

/// How far the letters of a text can be relied upon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doubt {
    #[default]
    None,
    /// The letters make sense in an encoding that nothing but them speaks for.
    ByLetters,
    /// They make none in any that was tried.
    Senseless,
    /// UTF-8 that was read as windows-1252 before it was written as UTF-8.
    Twice,
    /// Letters were lost before the text was written: U+FFFD stands for them.
    Lost,
}

/// The encoding of a piece of a file that is no UTF-8. Where lines end as on the first Macintosh, its letters are tried first.
pub fn guess(head: &[u8], has_lines_of_macintosh: bool) -> Legacy {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guessed = Legacy::of(detector.guess(None, Utf8Detection::Deny));
    let sample = wide_lines(head);
    let sense = |one: &Legacy| Sense::of(&one.text(&sample));
    let macintosh = Legacy { encoding: MACINTOSH, ..guessed };
    let likely = match has_lines_of_macintosh && sense(&macintosh).score() >= sense(&guessed).score() {
        true => macintosh,
        false => guessed,
    };
    let found = sense(&likely);
    if !found.is_doubtful() {
        let others = by_parts(&sample).into_iter().filter(|other| !sense(other).is_doubtful());
        return Legacy { other: first_other(&likely, others, &sample), ..likely };
    }
    let pages = TRIED.into_iter().map(Legacy::of_page);
    let mut tried: Vec<(Sense, Legacy)> =
        pages.chain([MACINTOSH, X_MAC_CYRILLIC].map(Legacy::of)).map(|one| (sense(&one), one)).collect();
    // Of those that make as much sense the first.
    tried.sort_by_key(|(sense, _)| std::cmp::Reverse(sense.score()));
    match tried.first() {
        Some((sense, one)) if !sense.is_doubtful() && sense.often > 0 && sense.score() > found.score() => {
            let as_good = tried.iter().filter(|(other, _)| other.score() == sense.score() && !other.is_doubtful());
            let other = first_other(one, as_good.map(|(_, other)| *other), &sample);
            Legacy { doubt: Doubt::ByLetters, other, ..*one }
        }
        _ if found.is_senseless() => Legacy { doubt: Doubt::Senseless, ..likely },
        _ => likely,
    }
}

/// What parts of a text are written in, each asked alone, the most frequent answer first: one that its letters leave open differs
/// from part to part.
fn by_parts(sample: &[u8]) -> Vec<Legacy> {
    let lines: Vec<&[u8]> = sample.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')).collect();
    let parts = PARTS.min(lines.len());
    let mut counted: Vec<(usize, &'static Encoding)> = Vec::new();
    for part in lines.chunks(lines.len().div_ceil(parts.max(1)).max(1)) {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        part.iter().for_each(|line| _ = detector.feed(line, false));
        detector.feed(b"", true);
        let guessed = detector.guess(None, Utf8Detection::Deny);
        match counted.iter_mut().find(|(_, known)| *known == guessed) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, guessed)),
        }
    }
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    counted.into_iter().filter(|(count, _)| count * 4 >= parts).map(|(_, encoding)| Legacy::of(encoding)).collect()
}

/// The first of others that reads something else.
fn first_other(taken: &Legacy, others: impl Iterator<Item = Legacy>, sample: &[u8]) -> Option<&'static str> {
    let text = taken.text(sample);
    others.into_iter().find(|other| other.text(sample) != text).map(|other| other.name())
}

/// What is odd about the letters of a piece of UTF-8.
pub fn doubt_of_utf8(head: &[u8]) -> Doubt {
    let sample = wide_lines(head);
    let text = String::from_utf8_lossy(&sample);
    let wide_lines: Vec<&str> = text.split(['\n', '\r']).filter(|line| !line.is_ascii()).collect();
    let count = |is: fn(&str) -> bool| wide_lines.iter().filter(|line| is(line)).count();
    // A few lines of another origin are no damage of the file.
    let is_most = |lines: usize| lines * 2 > wide_lines.len();
    if is_most(count(is_twice)) {
        Doubt::Twice
    } else if is_most(count(|line| line.contains(char::REPLACEMENT_CHARACTER))) {
        Doubt::Lost
    } else {
        Doubt::None
    }
}

/// Whether a line written in windows-1252 is UTF-8.
fn is_twice(line: &str) -> bool {
    let (bytes, _, is_unknown) = WINDOWS_1252.encode(line);
    !is_unknown && !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok()
}

impl Doubt {
    /// What a person has to know, of letters that were read in an encoding of this name and might be in another.
    pub fn words(self, encoding: &str, other: Option<&str>) -> Option<String> {
        match self {
            Doubt::None | Doubt::ByLetters => match (other, self) {
                (Some(other), _) => Some(say!(log_told_two_encodings, encoding, other)),
                (None, Doubt::ByLetters) => Some(say!(log_told_by_letters, encoding)),
                (None, _) => None,
            },
            Doubt::Senseless => Some(say!(log_told_senseless, encoding)),
            Doubt::Twice => Some(say!(log_told_twice_utf8).to_owned()),
            Doubt::Lost => Some(say!(log_told_lost_letters).to_owned()),
        }
    }
}

impl Legacy {
    fn of(encoding: &'static Encoding) -> Legacy {
        Legacy { encoding, page: None, doubt: Doubt::None, other: None }
    }

    fn of_page(page: CodePage) -> Legacy {
        Legacy { page: Some(page), ..Legacy::of(WINDOWS_1252) }
    }

    /// As a person may name it.
    fn name(&self) -> &'static str {
        self.page.map_or(self.encoding.name(), CodePage::name)
    }

    fn text(&self, bytes: &[u8]) -> String {
        match self.page {
            None => self.encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Some(page) => {
                let mut text = Vec::new();
                page.decode(bytes, &mut text);
                String::from_utf8_lossy(&text).into_owned()
            }
        }
    }
}

/// The lines that have bytes beyond ASCII.
fn wide_lines(head: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in head.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_ascii()) {
        let room = MOST_BYTES - sample.len();
        sample.extend_from_slice(line.get(..room).unwrap_or(line));
        if sample.len() >= MOST_BYTES {
            break;
        }
    }
    sample
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::*;

    /// Lines of a table with these words.
    fn table(words: &[&str]) -> String {
        words.iter().enumerate().map(|(nth, word)| format!("k{nth};{word};2026-03-0{}\r\n", nth % 9 + 1)).collect()
    }

    /// What is read as this text.
    fn written(text: &str, as_by: &Legacy) -> Vec<u8> {
        let all: Vec<String> = (0..=255_u8).map(|byte| as_by.text(&[byte])).collect();
        let byte = |letter: char| all.iter().position(|known| known.chars().eq([letter])).unwrap();
        text.chars().map(|letter| byte(letter) as u8).collect()
    }

    const GERMAN: &[&str] = &["Käufer", "Größe", "Führung", "Ärzte", "MÜLLEREI", "Österreich", "Straße"];
    const FRENCH: &[&str] = &["Café", "Forêt", "garçon", "Élève", "voilà", "Noël", "hôtel"];
    const SPANISH: &[&str] = &["España", "corazón", "título", "árbol", "música", "niño"];
    const POLISH: &[&str] = &["Łódź", "źródło", "święto", "książka", "żółw", "łąka"];
    const RUSSIAN: &[&str] = &["покупка", "Регистрация", "просмотр", "КОРЗИНА", "оплата"];
    const GREEK: &[&str] = &["αγορά", "Εγγραφή", "προβολή", "πληρωμή"];
    const TURKISH: &[&str] = &["ağaç", "şişe", "İstanbul", "kız", "üyelik", "ödeme", "çıkış", "ŞEHİR"];
    const JAPANESE: &[&str] = &["購入", "登録", "ホーム画面", "カート"];

    #[test]
    fn letters_of_dos_and_of_the_first_macintosh_are_told_from_those_of_windows() {
        let dos = [Legacy::of_page(CodePage::Ibm850), Legacy::of_page(CodePage::Ibm437)];
        for (words, written_by) in [
            (GERMAN, &dos[..]),
            (FRENCH, &dos[..]),
            (SPANISH, &dos[..]),
            (POLISH, &[Legacy::of_page(CodePage::Ibm852)]),
            (TURKISH, &[Legacy::of_page(CodePage::Ibm857)]),
            (GREEK, &[Legacy::of_page(CodePage::Ibm737), Legacy::of_page(CodePage::Ibm869)]),
        ] {
            let macintosh = [Legacy::of(MACINTOSH)];
            let has_macintosh = [GERMAN, FRENCH, SPANISH].contains(&words);
            for by in written_by.iter().chain(&macintosh[..usize::from(has_macintosh)]) {
                let text = table(words);
                let bytes = written(&text, by);
                let found = guess(&bytes, false);
                assert_eq!((found.text(&bytes), found.doubt), (text, Doubt::ByLetters), "{by:?}");
            }
        }
        let text = table(&["История", "время", "Отмена", "Регистрация", "Семья"]);
        let bytes = X_MAC_CYRILLIC.encode(&text).0;
        assert_eq!(guess(&bytes, false).text(&bytes), text);
        for words in [GERMAN, FRENCH, SPANISH] {
            let text = table(words);
            let bytes = written(&text, &Legacy::of(WINDOWS_1252));
            let found = guess(&bytes, false);
            assert_eq!((found.text(&bytes), found.doubt), (text, Doubt::None));
        }
    }

    #[test]
    fn one_word_alone_tells_the_first_macintosh_from_dos_where_another_word_would_be_none() {
        let text = table(&["Gäste", "Familien", "Gäste"]);
        let found = guess(&MACINTOSH.encode(&text).0, false);
        assert_eq!((found.name(), found.doubt, found.other), ("macintosh", Doubt::ByLetters, None));
        let text = table(&["Père", "Familles"]);
        let found = guess(&written(&text, &Legacy::of_page(CodePage::Ibm850)), false);
        assert_eq!((found.name(), found.doubt, found.other), ("IBM850", Doubt::ByLetters, Some("macintosh")));
    }

    #[test]
    fn what_is_known_already_stays_as_it_was() {
        for (words, encoding) in [
            (POLISH, WINDOWS_1250),
            (POLISH, ISO_8859_2),
            (RUSSIAN, WINDOWS_1251),
            (RUSSIAN, KOI8_U),
            (RUSSIAN, IBM866),
            (GREEK, WINDOWS_1253),
            (JAPANESE, SHIFT_JIS),
            (JAPANESE, EUC_JP),
        ] {
            let text = table(words);
            let (bytes, _, _) = encoding.encode(&text);
            let found = guess(&bytes, false);
            assert_eq!((found.text(&bytes), found.doubt), (text, Doubt::None), "{} {words:?}", encoding.name());
        }
    }

    #[test]
    fn letters_that_make_sense_in_nothing_that_is_known_are_told() {
        let bytes = b"k1;a\xB2 b\xB1 c\xB3d\r\nk2;a\xB1c b\xB2d\r\n";
        let found = guess(&bytes.repeat(5), false);
        assert_eq!(found.doubt, Doubt::Senseless, "{}", found.text(bytes));
    }

    #[test]
    fn a_second_reading_that_makes_as_much_sense_is_named_and_one_that_says_the_same_is_not() {
        // One letter alone: “lunedì” of Italy or “lunedı”, which a Turk might write.
        let found = guess(b"k1;luned\x8D\r\nk2;marted\x8D\r\n", false);
        assert_eq!((found.name(), found.other), ("IBM850", Some("IBM857")));
        let found = guess(&written(&table(GERMAN), &Legacy::of_page(CodePage::Ibm850)), false);
        assert_eq!((found.name(), found.other), ("IBM850", None), "437 and 857 have these letters in the same places");
        for (words, encoding) in [(GERMAN, WINDOWS_1252), (FRENCH, WINDOWS_1252), (RUSSIAN, WINDOWS_1251)] {
            let text = table(words).repeat(4);
            let found = guess(&encoding.encode(&text).0, false);
            assert_eq!((found.name(), found.other), (encoding.name(), None));
        }
        // Half of its lines come from Prague, the others from Paris.
        let czech = table(&["přehled", "účet", "květen", "říjen", "děkuji", "úhrada", "výběr", "zpět"]);
        let text = [WINDOWS_1250.encode(&czech).0, WINDOWS_1252.encode(&table(FRENCH)).0].concat();
        let found = guess(&text, false);
        assert!(found.other.is_some(), "{found:?}");
    }

    #[test]
    fn utf8_that_was_written_twice_or_has_lost_letters_is_told() {
        let twice: String = table(GERMAN)
            .bytes()
            .map(|byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned())
            .collect();
        assert_eq!(doubt_of_utf8(twice.as_bytes()), Doubt::Twice);
        assert_eq!(doubt_of_utf8(table(GERMAN).replace('ä', "\u{FFFD}").as_bytes()), Doubt::None, "one line");
        let lost: String =
            table(GERMAN).chars().map(|c| if c.is_ascii() { c } else { char::REPLACEMENT_CHARACTER }).collect();
        assert_eq!(doubt_of_utf8(lost.as_bytes()), Doubt::Lost);
        for words in [GERMAN, FRENCH, RUSSIAN, JAPANESE, &["Ã", "Â", "São"], &["plain"]] {
            assert_eq!(doubt_of_utf8(table(words).as_bytes()), Doubt::None, "{words:?}");
        }
    }
}
