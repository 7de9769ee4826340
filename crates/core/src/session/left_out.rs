//! What is not on an exported page although it is on the board, in words.

use crate::layout::LeftOut;
use touchline_words::direction::Listed;
use touchline_words::say;

/// So many words of connectors are named, and so much of each.
const NAMED: usize = 3;
const LETTERS: usize = 40;

/// `left out for size: the lane Metrics, the second lines of cards; no room on their lines: “again”`; None where all is on the page.
pub fn left_out_words(left_out: &[LeftOut]) -> Option<String> {
    let names = |titles: &[String]| (titles.len(), titles.listed(", "));
    let mut otherwise = Vec::new();
    let mut words = |left_out: &LeftOut| {
        Some(match left_out {
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
            // Not for want of size: each with its reason.
            LeftOut::Words(all) => {
                otherwise.push(say!(session_export_words, count = all.len(), names = quoted(all)));
                return None;
            }
            LeftOut::Apart(all) => {
                let names = quoted(all);
                otherwise.push(match names.is_empty() {
                    true => say!(session_export_apart, count = all.len()),
                    false => say!(session_export_apart_named, count = all.len(), names),
                });
                return None;
            }
        })
    };
    let what: Vec<String> = left_out.iter().filter_map(&mut words).collect();
    let for_size = (!what.is_empty()).then(|| say!(session_export_left_out, what = what.listed(", ")));
    let told: Vec<String> = for_size.into_iter().chain(otherwise).collect();
    (!told.is_empty()).then(|| told.listed("; "))
}

/// The first of what is said, quoted, and how many more say something.
fn quoted(all: &[String]) -> String {
    let said: Vec<&String> = all.iter().filter(|words| !words.is_empty()).collect();
    let first = said.iter().take(NAMED).map(|words| say!(log_quoted, name = shortened(words)));
    let names = first.collect::<Vec<String>>().listed(", ");
    match said.len().saturating_sub(NAMED) {
        0 => names,
        more => say!(log_names_and_more, names, more),
    }
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
        let size = left_out_words(&[LeftOut::Goals]).unwrap();
        let reason = say!(session_export_left_out, what = "");
        assert!(size.starts_with(reason.trim()), "{size}");
        for other in [LeftOut::Words(vec!["again".to_owned()]), LeftOut::Apart(vec![String::new(), "again".to_owned()])]
        {
            let told = left_out_words(&[other]).unwrap();
            assert!(!told.contains(reason.trim()) && told.contains("again"), "{told}");
        }
    }
}
