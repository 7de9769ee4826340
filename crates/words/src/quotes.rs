//! Quotation marks in sentences: a name that stands in its own is given no second pair.

/// How a language opens and closes what it quotes, and the opening twice.
const PAIRS: [((char, char), &str); 2] = [(('“', '”'), "““"), (('„', '“'), "„„")];

/// A sentence in which no name stands in two pairs of the same marks: “New this week” is written so on the card itself.
pub fn once(said: String) -> String {
    PAIRS.into_iter().fold(said, |said, (pair, twice)| if said.contains(twice) { one_pair(&said, pair) } else { said })
}

fn one_pair(said: &str, (open, close): (char, char)) -> String {
    let [opens, closes] = [open, close].map(|mark| String::from_iter([mark; 2]));
    let (mut out, mut rest) = (String::with_capacity(said.len()), said);
    while let Some((before, behind)) = rest.split_once(&opens) {
        out.push_str(before);
        match behind.split_once(&closes).filter(|(name, _)| !name.contains([open, close])) {
            Some((name, after)) => {
                out.extend([open].into_iter().chain(name.chars()).chain([close]));
                rest = after;
            }
            None => {
                out.push_str(&opens);
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_that_is_named_in_quotes_stood_in_two_pairs_of_them() {
        for (said, one) in [
            ("On ““New this week””", "On “New this week”"),
            ("Bei Touchpoint „„Neu diese Woche““", "Bei Touchpoint „Neu diese Woche“"),
            ("““a”” and ““b””, “c”", "“a” and “b”, “c”"),
            ("The “weekly “mail””", "The “weekly “mail””"),
            ("““Mail” and “post””", "““Mail” and “post””"),
            ("„“New”“", "„“New”“"),
            ("““ alone", "““ alone"),
            ("", ""),
        ] {
            assert_eq!(once(said.to_owned()), one);
        }
    }
}
