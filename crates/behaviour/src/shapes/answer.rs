//! What one cell of a survey answers: a score, a label with its score, a word of a usual scale, or plainly nothing.

/// An answer that is not a plain number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// `10 - Extremely likely`, `1 (very bad)`: the number counts.
    Labelled(f64),
    /// A word of a scale from 1 to 5.
    Word(f64),
    /// Somebody says that they do not answer: `Don't know`.
    None,
}

/// Words of scales of agreement, satisfaction, likelihood, quality, ease and frequency, from 1, the worst, to 5.
const WORDS: [(f64, &[&str]); 5] = [
    (
        1.0,
        &[
            "very dissatisfied",
            "extremely dissatisfied",
            "completely dissatisfied",
            "not at all satisfied",
            "very unsatisfied",
            "strongly disagree",
            "totally disagree",
            "completely disagree",
            "very unlikely",
            "extremely unlikely",
            "not at all likely",
            "very poor",
            "very bad",
            "terrible",
            "very difficult",
            "extremely difficult",
            "very hard",
            "never",
            "very unhappy",
            "sehr unzufrieden",
            "völlig unzufrieden",
            "stimme überhaupt nicht zu",
            "stimme gar nicht zu",
            "trifft überhaupt nicht zu",
            "trifft gar nicht zu",
            "sehr schlecht",
            "sehr schwer",
            "sehr schwierig",
            "sehr unwahrscheinlich",
            "nie",
            "très insatisfait",
            "pas du tout satisfait",
            "pas du tout d'accord",
            "très mauvais",
            "très difficile",
            "jamais",
            "muy insatisfecho",
            "nada satisfecho",
            "muy en desacuerdo",
            "totalmente en desacuerdo",
            "muy malo",
            "muy difícil",
            "nunca",
        ],
    ),
    (
        2.0,
        &[
            "dissatisfied",
            "unsatisfied",
            "somewhat dissatisfied",
            "disagree",
            "somewhat disagree",
            "unlikely",
            "somewhat unlikely",
            "poor",
            "bad",
            "difficult",
            "somewhat difficult",
            "hard",
            "rarely",
            "unhappy",
            "unzufrieden",
            "eher unzufrieden",
            "stimme nicht zu",
            "stimme eher nicht zu",
            "trifft nicht zu",
            "trifft eher nicht zu",
            "schlecht",
            "schwer",
            "schwierig",
            "unwahrscheinlich",
            "eher unwahrscheinlich",
            "selten",
            "insatisfait",
            "plutôt insatisfait",
            "peu satisfait",
            "pas d'accord",
            "plutôt pas d'accord",
            "mauvais",
            "difficile",
            "rarement",
            "insatisfecho",
            "poco satisfecho",
            "en desacuerdo",
            "malo",
            "difícil",
            "rara vez",
        ],
    ),
    (
        3.0,
        &[
            "neutral",
            "neither",
            "neither agree nor disagree",
            "neither satisfied nor dissatisfied",
            "neither likely nor unlikely",
            "neither easy nor difficult",
            "neither good nor bad",
            "fair",
            "average",
            "okay",
            "ok",
            "sometimes",
            "undecided",
            "teils teils",
            "teils/teils",
            "weder noch",
            "weder zufrieden noch unzufrieden",
            "mittelmäßig",
            "manchmal",
            "unentschieden",
            "neutre",
            "ni satisfait ni insatisfait",
            "ni d'accord ni pas d'accord",
            "moyen",
            "parfois",
            "neutro",
            "ni satisfecho ni insatisfecho",
            "ni de acuerdo ni en desacuerdo",
            "regular",
            "a veces",
        ],
    ),
    (
        4.0,
        &[
            "satisfied",
            "somewhat satisfied",
            "agree",
            "somewhat agree",
            "likely",
            "somewhat likely",
            "good",
            "easy",
            "somewhat easy",
            "often",
            "happy",
            "zufrieden",
            "eher zufrieden",
            "stimme zu",
            "stimme eher zu",
            "trifft zu",
            "trifft eher zu",
            "gut",
            "leicht",
            "einfach",
            "wahrscheinlich",
            "eher wahrscheinlich",
            "oft",
            "satisfait",
            "plutôt satisfait",
            "d'accord",
            "plutôt d'accord",
            "bon",
            "facile",
            "probable",
            "souvent",
            "satisfecho",
            "algo satisfecho",
            "de acuerdo",
            "bueno",
            "fácil",
            "a menudo",
        ],
    ),
    (
        5.0,
        &[
            "very satisfied",
            "extremely satisfied",
            "completely satisfied",
            "strongly agree",
            "totally agree",
            "completely agree",
            "very likely",
            "extremely likely",
            "excellent",
            "very good",
            "very easy",
            "extremely easy",
            "always",
            "very happy",
            "sehr zufrieden",
            "völlig zufrieden",
            "stimme voll zu",
            "stimme voll und ganz zu",
            "stimme völlig zu",
            "trifft voll zu",
            "trifft voll und ganz zu",
            "sehr gut",
            "sehr leicht",
            "sehr einfach",
            "sehr wahrscheinlich",
            "immer",
            "très satisfait",
            "tout à fait satisfait",
            "tout à fait d'accord",
            "très bon",
            "très facile",
            "toujours",
            "muy satisfecho",
            "totalmente satisfecho",
            "muy de acuerdo",
            "totalmente de acuerdo",
            "muy bueno",
            "excelente",
            "muy fácil",
            "siempre",
        ],
    ),
];

/// What people choose who do not answer.
const NO_ANSWER: [&str; 36] = [
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
    let text = cell.trim().to_lowercase().replace('’', "'");
    let text = text.trim_end_matches(['.', '!']).trim();
    if NO_ANSWER.contains(&text) {
        return Some(Answer::None);
    }
    word(text).map(Answer::Word).or_else(|| labelled(text).map(Answer::Labelled))
}

fn word(text: &str) -> Option<f64> {
    // Satisfaite and satisfecha are what satisfait and satisfecho are.
    let masculine = match () {
        () if text.ends_with("aite") => text.strip_suffix('e').map(str::to_owned),
        () if text.ends_with("echa") => text.strip_suffix('a').map(|stem| format!("{stem}o")),
        () => None,
    };
    let known = |text: &str| WORDS.iter().find(|(_, words)| words.contains(&text)).map(|(score, _)| *score);
    known(text).or_else(|| masculine.and_then(|text| known(&text)))
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
    let label = label.strip_prefix(['-', '–', '—', '=', ':', '(', '.', ')'])?;
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
            ("Very satisfied", Answer::Word(5.0)),
            ("Sehr unzufrieden", Answer::Word(1.0)),
            ("Plutôt d’accord", Answer::Word(4.0)),
            ("Très satisfaite", Answer::Word(5.0)),
            ("Ni de acuerdo ni en desacuerdo", Answer::Word(3.0)),
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
