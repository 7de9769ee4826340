//! What one cell of a survey answers: a score, a label with its score, a word of a usual scale, or plainly nothing.

use super::likert::{Strength, strength};
use crate::digits::plain_number;

/// An answer that is not a plain number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// `10 - Extremely likely`, `1 (very bad)`: the number counts.
    Labelled(f64),
    /// A word of a usual scale, by how strongly it is meant.
    Word(Strength),
    /// Somebody says that they do not answer: `Don't know`.
    None,
}

/// What people choose who do not answer.
const NO_ANSWER: [&str; 79] = [
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "not applicable",
    "does not apply",
    "prefer not to say",
    "prefer not to answer",
    "rather not say",
    "no answer",
    "no opinion",
    "refused",
    "skip",
    "skipped",
    "not sure",
    "unsure",
    "dk",
    "weiß nicht",
    "weiss nicht",
    "keine angabe",
    "k.a",
    "k. a",
    "keine antwort",
    "möchte ich nicht sagen",
    "ne sait pas",
    "je ne sais pas",
    "nsp",
    "sans opinion",
    "sans réponse",
    "non concerné",
    "no sabe",
    "no sé",
    "no contesta",
    "ns/nc",
    "no aplica",
    "prefiero no contestar",
    "non so",
    "non saprei",
    "non risponde",
    "nessuna risposta",
    "nessuna opinione",
    "non applicabile",
    "preferisco non rispondere",
    "não sei",
    "não sabe",
    "não se aplica",
    "não respondeu",
    "sem resposta",
    "sem opinião",
    "prefiro não responder",
    "prefiro não dizer",
    "weet niet",
    "weet ik niet",
    "niet van toepassing",
    "n.v.t",
    "geen antwoord",
    "geen mening",
    "zeg ik liever niet",
    "vet ej",
    "vet inte",
    "ej aktuellt",
    "inget svar",
    "ingen åsikt",
    "vill inte svara",
    "ved ikke",
    "vet ikke",
    "ikke relevant",
    "nie wiem",
    "trudno powiedzieć",
    "nie dotyczy",
    "brak odpowiedzi",
    "odmowa odpowiedzi",
    "わからない",
    "分からない",
    "無回答",
    "該当なし",
    "該当しない",
    "答えたくない",
    "回答なし",
];

/// Numbers by which survey programs say that somebody did not answer.
const CODES: [i64; 22] =
    [77, 88, 96, 97, 98, 99, 777, 888, 997, 998, 999, 9999, -1, -7, -8, -9, -77, -88, -97, -98, -99, -999];

/// Whether a number may be a code for no answer.
pub fn is_code(thousandths: i64) -> bool {
    thousandths % 1000 == 0 && CODES.contains(&(thousandths / 1000))
}

/// What a cell that is no plain number answers; nothing where it is a text of its own.
pub fn answer(cell: &str) -> Option<Answer> {
    let text = plain_number(cell.trim()).to_lowercase().replace('’', "'");
    let text = text.trim_end_matches(['.', '!', '。', '！']).trim();
    if NO_ANSWER.contains(&text) {
        return Some(Answer::None);
    }
    strength(text).map(Answer::Word).or_else(|| labelled(text).map(Answer::Labelled))
}

/// The number of `10 - extremely likely`, `extremely likely (10)` and `3 = neutral`.
fn labelled(text: &str) -> Option<f64> {
    let number = |text: &str| {
        let is_short = text.len() <= 3 && text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
        is_short.then(|| text.parse::<f64>().ok()).flatten()
    };
    let at = text.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit()).map(|(at, _)| at)?;
    let (first, rest) = text.split_at_checked(at)?;
    let label = rest.trim_start();
    let label = label.strip_prefix(['-', '–', '—', '=', ':', '(', '.', ')', '：', '（', '．', '）', '、'])?;
    let is_label = label.trim_start().starts_with(char::is_alphabetic);
    let in_front = number(first).filter(|_| is_label);
    in_front.or_else(|| number(text.rsplit_once('(')?.1.strip_suffix(')')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_in_words_have_their_place_on_a_scale() {
        for (cell, score) in [
            ("Very satisfied", Answer::Word(3)),
            ("Sehr unzufrieden", Answer::Word(-3)),
            ("Plutôt d’accord", Answer::Word(1)),
            ("Très satisfaite", Answer::Word(3)),
            ("Ni de acuerdo ni en desacuerdo", Answer::Word(0)),
            ("やや満足。", Answer::Word(1)),
            ("５：とても満足", Answer::Labelled(5.0)),
            ("Weet niet", Answer::None),
            ("10 - Extremely likely", Answer::Labelled(10.0)),
            ("0 – Not at all likely", Answer::Labelled(0.0)),
            ("1 (very bad)", Answer::Labelled(1.0)),
            ("Don't know", Answer::None),
            ("Keine Angabe", Answer::None),
        ] {
            assert_eq!(answer(cell), Some(score), "{cell}");
        }
        for cell in ["Yum", "2 apples", "2026-01-01", "the checkout was good", "5-6"] {
            assert_eq!(answer(cell), None, "{cell}");
        }
        assert!(is_code(99_000) && is_code(-99_000) && !is_code(5_000) && !is_code(99_500));
    }
}
