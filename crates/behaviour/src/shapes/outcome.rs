//! What a stage's or an outcome's name says of how a record ended: open, won or lost.

use serde::Serialize;

/// How a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Open,
    Won,
    Lost,
}

/// By the words in the name, in the languages that CRMs are kept in.
pub fn outcome_of(name: &str) -> Outcome {
    const LOST: &[&str] = &[
        "lost",
        "churned",
        "rejected",
        "disqualified",
        "abandoned",
        "cancelled",
        "canceled",
        "verloren",
        "perdu",
        "perdue",
        "perdido",
        "perdida",
        "perso",
        "verloren",
    ];
    const WON: &[&str] = &["won", "gewonnen", "gagné", "gagnée", "ganado", "ganada", "vinto", "ganho", "signed"];
    let name = name.to_lowercase();
    // HubSpot's own names run together: closedwon.
    let has = |words: &[&str]| {
        name.split(|c: char| !c.is_alphanumeric()).any(|part| words.contains(&part.trim_start_matches("closed")))
    };
    if has(LOST) {
        Outcome::Lost
    } else if has(WON) {
        Outcome::Won
    } else {
        Outcome::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_how_it_ended() {
        for (name, outcome) in [
            ("Won", Outcome::Won),
            ("Closed won (Sales Pipeline)", Outcome::Won),
            ("closedlost", Outcome::Lost),
            ("Closed Lost", Outcome::Lost),
            ("Gewonnen", Outcome::Won),
            ("Wonderful ideas", Outcome::Open),
            ("Negotiation", Outcome::Open),
        ] {
            assert_eq!(outcome_of(name), outcome, "{name}");
        }
    }
}
