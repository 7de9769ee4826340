//! What a question's own words say of its scale: which end is which, whether more is worse, whether it asks to recommend.

use super::scale::{Known, Scale};

/// Words of the bad end; they hold those of the good end, so that they are looked for first.
const BAD: [&str; 27] = [
    "dissatisfied",
    "unsatisfied",
    "difficult",
    "hard",
    "bad",
    "poor",
    "terrible",
    "unlikely",
    "disagree",
    "worst",
    "unhappy",
    "not at all",
    "never",
    "unzufrieden",
    "schwer",
    "schwierig",
    "schlecht",
    "unwahrscheinlich",
    "nicht",
    "insatisf",
    "difficile",
    "mauvais",
    "pas du tout",
    "desacuerdo",
    "difícil",
    "malo",
    "peor",
];
const GOOD: [&str; 27] = [
    "satisfied",
    "easy",
    "good",
    "excellent",
    "likely",
    "agree",
    "best",
    "happy",
    "always",
    "great",
    "zufrieden",
    "leicht",
    "einfach",
    "gut",
    "wahrscheinlich",
    "stimme",
    "satisfait",
    "facile",
    "bon",
    "d'accord",
    "satisfecho",
    "fácil",
    "bueno",
    "de acuerdo",
    "mejor",
    "probable",
    "hervorragend",
];
/// Questions of which a higher answer is worse, unless their ends say otherwise.
const MORE_IS_WORSE: [&str; 16] = [
    "how much effort",
    "how difficult",
    "how hard",
    "how likely are you to cancel",
    "how likely are you to leave",
    "how frustrat",
    "how annoy",
    "wie schwierig",
    "wie schwer",
    "wie aufwendig",
    "wie viel aufwand",
    "quel effort",
    "dans quelle mesure difficile",
    "qué tan difícil",
    "cuánto esfuerzo",
    "que tan dificil",
];
const RECOMMENDS: [&str; 9] = [
    "recommend",
    "empfehl",
    "recommand",
    "recomend",
    "raccomand",
    "consigli",
    "aanbevel",
    "net promoter",
    "weiterempf",
];

/// Words that turn what they stand before into its contrary.
const TURNS: [&str; 14] =
    ["not", "never", "against", "nicht", "nie", "kein", "keine", "ne", "non", "no", "nunca", "niet", "nooit", "mai"];
/// A word turns so many words behind it.
const TURNED: usize = 4;

/// Whether a question asks whether one would recommend, and not whether one would advise against.
pub fn asks_to_recommend(question: &str) -> bool {
    let text = question.to_lowercase().replace('’', "'");
    let is_word = |c: char| c.is_alphanumeric() || c == '\'';
    let is_nps = text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "nps");
    is_nps
        || text.split(['?', '.', ',', ';', ':', '!', '(', ')', '–', '—']).any(|clause| {
            let words: Vec<&str> = clause.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).collect();
            let turns = |word: &&str| TURNS.contains(word) || word.ends_with("n't") || word.starts_with("n'");
            let is_turned = |at: usize| words.iter().take(at).rev().take(TURNED).any(turns);
            let recommends = |word: &str| RECOMMENDS.iter().any(|found| word.contains(found));
            let by_word = words.iter().enumerate().any(|(at, word)| recommends(word) && !is_turned(at));
            by_word || clause.contains("net promoter")
        })
}

/// The scale that a question says, and whether its low end is the good one.
pub fn said(question: &str) -> Option<Scale> {
    let text = question.to_lowercase().replace('’', "'");
    let ends = ends(&text);
    let of_ends = match ends.as_slice() {
        [first, .., last] if first.0 != last.0 => {
            let (low, high) = if first.0 < last.0 { (first, last) } else { (last, first) };
            let is_scale = (-10.0..=1.0).contains(&low.0) && (2.0..=100.0).contains(&high.0);
            let is_reversed = low.1 == Some(true) || high.1 == Some(false);
            is_scale.then_some(Scale { low: low.0, high: high.0, known: Known::Said, reversed: is_reversed })
        }
        _ => None,
    };
    let worse = |scale: Scale| match ends.as_slice() {
        // One end alone: `(1 = very satisfied)`.
        [(number, Some(good))] => Scale { reversed: (*number <= 1.0) == *good, ..scale },
        _ => Scale { reversed: more_is_worse(&text), ..scale },
    };
    of_ends.or_else(|| Scale::said(question).map(worse))
}

/// What a cell of the scale's column says: `0-10`, or its upper end alone.
pub(super) fn said_in_cell(cell: &str) -> Option<Scale> {
    let high = |cell: &str| {
        let high: f64 = cell.trim().parse().ok()?;
        let low = if high == 5.0 || high == 7.0 { 1.0 } else { 0.0 };
        [2.0, 3.0, 5.0, 7.0, 10.0, 100.0].contains(&high).then_some(Scale {
            low: if high <= 3.0 { -high } else { low },
            high,
            known: Known::Said,
            reversed: false,
        })
    };
    said(cell).or_else(|| high(cell))
}

/// Whether more of what is asked for is worse.
pub fn more_is_worse(question: &str) -> bool {
    let text = question.to_lowercase();
    MORE_IS_WORSE.iter().any(|words| text.contains(words))
}

/// Whether the words tell that the scale runs the other way, of one whose ends they do not say.
pub fn is_reversed(question: &str) -> bool {
    let text = question.to_lowercase().replace('’', "'");
    match ends(&text).as_slice() {
        [(number, Some(good))] => (*number <= 1.0) == *good,
        _ => more_is_worse(&text),
    }
}

/// The numbers that are explained, `1 = very satisfied` or `very satisfied (1)`, each with whether it is the good end.
fn ends(text: &str) -> Vec<(f64, Option<bool>)> {
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(step) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + step;
        let rest = text.get(start..).unwrap_or_default();
        let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, behind) = rest.split_at_checked(len).unwrap_or((rest, ""));
        at = start + len;
        let Ok(number) = digits.parse::<f64>() else { continue };
        let before = text.get(..start).unwrap_or_default();
        let number = if before.ends_with('-') && !before.trim_end_matches('-').ends_with(|c: char| c.is_ascii_digit()) {
            -number
        } else {
            number
        };
        let behind = behind.trim_start();
        let label = behind
            .strip_prefix(['=', ':'])
            .or_else(|| behind.strip_prefix("means").or_else(|| behind.strip_prefix("being")));
        if let Some(label) = label {
            let end = label
                .find(|c: char| matches!(c, ',' | ';' | ')' | '…' | '/' | '|') || c.is_ascii_digit())
                .unwrap_or(label.len());
            ends.push((number, polarity(label.get(..end).unwrap_or_default())));
        } else if behind.starts_with(')') && before.ends_with('(') {
            let words: Vec<&str> = before.trim_end_matches('(').split_whitespace().rev().take(3).collect();
            ends.push((number, polarity(&words.into_iter().rev().collect::<Vec<_>>().join(" "))));
        }
    }
    ends.retain(|(_, good)| good.is_some());
    ends
}

/// Whether words are those of the good end; nothing where they are of neither.
fn polarity(words: &str) -> Option<bool> {
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if has(&BAD) { Some(false) } else { has(&GOOD).then_some(true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_question_decide_its_scale_and_its_direction() {
        for (question, expected) in [
            ("How satisfied are you? (1 = very satisfied, 5 = very dissatisfied)", Some((1.0, 5.0, true))),
            ("How satisfied are you? (1 = very dissatisfied, 5 = very satisfied)", Some((1.0, 5.0, false))),
            ("How difficult was it? (1 = very easy, 7 = very difficult)", Some((1.0, 7.0, true))),
            ("How difficult was it? (1 = very difficult, 7 = very easy)", Some((1.0, 7.0, false))),
            ("How much effort did checkout take? (1-5)", Some((1.0, 5.0, true))),
            ("Zufriedenheit (1 = sehr zufrieden, 6 = sehr unzufrieden)", Some((1.0, 6.0, true))),
            ("Satisfaction (5 = very dissatisfied … 1 = very satisfied)", Some((1.0, 5.0, true))),
            ("From very satisfied (1) to very dissatisfied (5)", Some((1.0, 5.0, true))),
            ("Satisfaction (1–5)", Some((1.0, 5.0, false))),
            ("Satisfaction 1-5 (1 = very satisfied)", Some((1.0, 5.0, true))),
            ("-3: très mauvais, 3: très bon", Some((-3.0, 3.0, false))),
            ("How satisfied are you?", None),
        ] {
            let found = said(question).map(|scale| (scale.low, scale.high, scale.reversed));
            assert_eq!(found, expected, "{question}");
        }
        assert!(asks_to_recommend("Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?"));
        for turned in [
            "How likely are you to NOT recommend us?",
            "Would you not recommend Lumen to a friend (0-10)?",
            "You wouldn’t recommend us, would you?",
            "Wie wahrscheinlich ist es, dass Sie uns nicht weiterempfehlen?",
            "Ne recommanderiez-vous pas notre service ?",
            "¿No recomendaría nuestro servicio?",
        ] {
            assert!(!asks_to_recommend(turned), "{turned}");
        }
        for asks in [
            "Would you recommend us, or not?",
            "If it is not too early: how likely are you to recommend us?",
            "Würden Sie uns weiterempfehlen oder nicht?",
            "Net Promoter Score",
        ] {
            assert!(asks_to_recommend(asks), "{asks}");
        }
        assert!(asks_to_recommend("NPS") && !asks_to_recommend("How satisfied are you? (0-10)"));
    }
}
