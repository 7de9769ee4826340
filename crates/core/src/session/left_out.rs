//! What is not on an exported page although it is on the board, in words.

use crate::layout::LeftOut;
use touchline_words::direction::Listed;
use touchline_words::say;

/// So many words of connectors are named, and so much of each.
const NAMED: usize = 3;
const LETTERS: usize = 40;

/// `left out for size: the lane Metrics, the second lines of cards`; None where all is on the page.
pub fn left_out_words(left_out: &[LeftOut]) -> Option<String> {
    let names = |titles: &[String]| (titles.len(), titles.listed(", "));
    let words = |left_out: &LeftOut| match left_out {
        LeftOut::EmptyLanes(titles) => {
            let (count, names) = names(titles);
            say!(session_export_empty_lanes, count, names)
        }
        LeftOut::Lanes(titles) => {
            let (count, names) = names(titles);
            say!(session_export_lanes, count, names)
        }
        LeftOut::Goals => say!(session_export_goals).to_owned(),
        LeftOut::FlagsOnCards => say!(session_export_flags_on_cards).to_owned(),
        LeftOut::Details => say!(session_export_details).to_owned(),
        LeftOut::Pictures => say!(session_export_pictures).to_owned(),
        LeftOut::Words(all) => {
            let quoted = all.iter().take(NAMED).map(|words| say!(log_quoted, name = shortened(words)));
            let (count, names) = (all.len(), quoted.collect::<Vec<String>>().listed(", "));
            match count.saturating_sub(NAMED) {
                0 => say!(session_export_words, count, names),
                more => say!(session_export_words, count, names = say!(log_names_and_more, names, more)),
            }
        }
    };
    let what: Vec<String> = left_out.iter().map(words).collect();
    (!what.is_empty()).then(|| say!(session_export_left_out, what = what.listed(", ")))
}

fn shortened(words: &str) -> String {
    let mut letters = words.trim().chars();
    let begin: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() { format!("{}…", begin.trim_end()) } else { begin }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_found_no_place_are_named_and_many_are_counted() {
        let words = |count: usize| {
            let all = (0..count).map(|nth| format!("way {nth}")).collect();
            left_out_words(&[LeftOut::Words(all)]).unwrap()
        };
        assert!(words(1).contains("way 0") && words(3).contains("way 2"));
        assert!(!words(5).contains("way 3") && words(5).contains('2'), "{}", words(5));
        let long = left_out_words(&[LeftOut::Words(vec!["long ".repeat(40)])]).unwrap();
        assert!(long.contains('…') && long.chars().count() < 160, "{long}");
        assert_eq!(left_out_words(&[]), None);
    }
}
