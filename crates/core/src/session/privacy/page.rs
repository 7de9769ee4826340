//! The page that tells what left the room: which files, what was left out of them, the proof, and what they still say. It is for those who
//! handed over, and says none of the words that were left out.

use super::contents::{Contents, What};
use super::handed::HandedOver;
use super::scrub::{Choices, Part, Treat};
use std::collections::{BTreeMap, BTreeSet};
use touchline_words::direction::Listed;
use touchline_words::say;

/// The page as lines; of each file its name and how many bytes it has, and what the copy still holds.
pub fn page(done: &HandedOver, choices: &Choices, files: &[(String, usize)], still: &Contents) -> String {
    let mut lines = vec![say!(privacy_page_title).to_owned(), String::new()];
    let size = |(name, bytes): &(String, usize)| say!(privacy_page_file, name, kilobytes = bytes.div_ceil(1024));
    lines.extend(files.iter().map(size));
    let mut group = |title: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.extend([String::new(), title.to_owned()]);
            lines.extend(rows.into_iter().map(|row| format!("- {row}")));
        }
    };
    group(say!(privacy_page_left_out), left_out(done));
    let of = |treat: Treat| Part::KEPT.into_iter().filter(move |part| choices.treat(*part) == treat);
    group(say!(privacy_page_numbered), of(Treat::Number).map(|part| part.words().to_owned()).collect());
    group(say!(privacy_page_kept), of(Treat::Keep).map(|part| part.words().to_owned()).collect());
    group(say!(privacy_page_proof), vec![proof(done)]);
    let kinds = still.counts().into_iter().map(|(what, count)| say!(privacy_counted, count, what = what.words()));
    group(say!(privacy_page_still), kinds.collect());
    let named = still.of_kind(What::Names).map(|item| item.text.trim().to_owned());
    group(What::Names.words(), named.collect::<BTreeSet<_>>().into_iter().collect());
    let texts = still
        .texts
        .iter()
        .map(|(kind, field, count)| say!(privacy_page_texts, kind = kind.name(), field = field.name(), count = *count));
    group(say!(privacy_page_read), texts.collect());
    lines.push(String::new());
    lines.join("\n")
}

/// What was left out, by kind.
pub fn left_out(done: &HandedOver) -> Vec<String> {
    let mut counts: BTreeMap<Part, usize> = BTreeMap::new();
    done.taken.iter().for_each(|taken| *counts.entry(taken.part).or_default() += 1);
    counts.into_iter().map(|(part, count)| say!(privacy_counted, count, what = part.words())).collect()
}

/// `0 of 14 words found in 6 files`.
pub fn proof(done: &HandedOver) -> String {
    let words: BTreeSet<&str> = done.found.iter().map(|found| found.word.as_str()).collect();
    say!(privacy_proof, found = words.len(), words = done.sought.len(), files = done.files.len())
}

/// The files in which a word stands all the same, by the word.
pub fn found_in(done: &HandedOver) -> Vec<(String, String)> {
    let mut by_word: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    done.found.iter().for_each(|found| _ = by_word.entry(&found.word).or_default().insert(&found.file));
    by_word.into_iter().map(|(word, files)| (word.to_owned(), Vec::from_iter(files).listed(", "))).collect()
}
