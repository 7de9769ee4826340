//! Surveys: what people answered about each touchpoint or question, as counts and means.
//!
//! Three layouts are read: answers with a score column (`touchpoint, score[, scale, comment, date]`, a row for each answer,
//! or for each score with the number that gave it); one column for each question (`On a scale of 0-10, how would you
//! rate …?`); and promoters, passives and detractors already counted. Comments are counted and never kept.
//!
//! *NPS* is the share of promoters (9 and 10) less that of detractors (0 to 6), times 100, of answers on a scale from 0 to
//! 10 to the question whether one would recommend, and to no other. Its interval is that of a mean of answers worth 1, 0 and −1: `nps ± z·√((p + d − (p − d)²) / n)`. *Satisfied* are the
//! two best scores of a scale of five or seven, with the Wilson interval. Which end of a scale is the good one the question's own
//! words say ([`meaning`]); words of the usual scales have the places that all answers to a question show ([`super::likert`]), which are
//! told, and answers that say that there is none (`Don't know`, 99, −99) are set apart and told.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::answer::{Answer, answer, is_code};
pub use super::answers::{Item, Nps};
use super::answers::{Scores, add, item, may_recommend, settled, thousandths, told_of, words_of};
use super::audiences::Audiences;
use super::cells::{bytes, text};
use super::header::{Header, SEGMENT, short};
use super::likert::Ladder;
use super::meaning::{self, asks_to_recommend};
use super::number::{Cell, Numbers};
use super::open_scale::{OpenScale, Pool};
use super::rows::{RowTaken, each_row};
use super::scale::Scale;
use super::shape::{Shape, missing};
use crate::error::BehaviourError;
use crate::names::one_name;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::{Many, Numbered, Reason};
use crate::recognise::{Column, ColumnKind, Recognition, SaidScale};
use crate::records::Record;
use crate::report::RowCounts;
use crate::source::Source;

/// Touchpoints, questions and segments that are told apart.
const MOST_ITEMS: usize = 2_000;
/// Questions that are named.
const NAMED: usize = 3;
/// Different scores of one item.
const MOST_SCORES: usize = 2_001;

const TOUCHPOINT: &[&str] =
    &["touchpoint", "stage", "step", "moment", "question", "item", "page", "feature", "channel", "kontaktpunkt"];
const SCORE: &[&str] = &[
    "score",
    "rating",
    "nps",
    "nps score",
    "csat",
    "csat score",
    "ces",
    "satisfaction",
    "sentiment",
    "sentiment score",
    "emotion",
    "emotion score",
    "feeling",
    "answer",
    "response",
    "stars",
    "bewertung",
    "note",
    "puntuación",
    "puntuacion",
];
const SCALE: &[&str] = &["scale", "scale max", "max", "out of", "question type", "skala"];
const NUMBER: &[&str] = &["n", "count", "answers", "responses", "respondents", "anzahl"];
const COMMENT: &[&str] =
    &["comment", "comments", "feedback", "verbatim", "why", "reason", "remark", "remarks", "free text", "kommentar"];
const STATUS: &[&str] = &["response type", "status"];
/// Answers that nobody gave, in words and in the numbers of Qualtrics.
const PREVIEWS: [&str; 8] = ["survey preview", "preview", "spam", "survey test", "1", "2", "8", "17"];
const PROMOTERS: &[&str] = &["promoters", "promoter", "promoter count"];
const PASSIVES: &[&str] = &["passives", "passive", "passive count", "neutrals"];
const DETRACTORS: &[&str] = &["detractors", "detractor", "detractor count"];

/// What a survey says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Survey {
    pub items: Vec<Item>,
    /// Questions answered in words: how many answered, how many different answers.
    pub texts: Vec<TextItem>,
    /// Rows with a comment.
    pub comments: u64,
    /// Scales that the answers do not tell, and those of them that a person has named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<OpenScale>,
    /// What a person has to know of the answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
    /// Questions answered from 0 to 10 of which a person may say that they ask whether one would recommend.
    #[serde(skip)]
    pub may_recommend: Vec<String>,
}

/// A question answered in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TextItem {
    pub question: String,
    pub answered: u64,
}

/// Where the answers stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout {
    /// Counted already.
    Promoters { promoters: usize, passives: usize, detractors: usize },
    /// A column of scores.
    Scores { score: usize, scale: Option<usize>, number: Option<usize> },
    /// A column for each question.
    Questions(Vec<usize>),
}

/// Finds where the answers stand.
pub fn layout(header: &Header) -> Option<Layout> {
    let counts = (header.number(PROMOTERS), header.number(PASSIVES), header.number(DETRACTORS));
    if let (Some(promoters), Some(passives), Some(detractors)) = counts {
        return Some(Layout::Promoters { promoters, passives, detractors });
    }
    if let Some(score) = header.number(SCORE) {
        let other = |at: &usize| *at != score;
        return Some(Layout::Scores {
            score,
            scale: header.find(SCALE).filter(other),
            number: header.number(NUMBER).filter(other),
        });
    }
    let is_question = |at: &usize| {
        let column = header.column(*at);
        let name = header.name(*at);
        // Promoter, passive or detractor, beside the score that says so.
        let is_group = header.words(*at).ends_with(" group");
        let asks = !is_group && (is_question(name) || meaning::said(name).is_some());
        asks && column.is_some_and(|column| match column.kind {
            ColumnKind::Integer | ColumnKind::Decimal => true,
            ColumnKind::Text => has_answers(column),
            ColumnKind::Time | ColumnKind::Empty => false,
        })
    };
    let questions: Vec<usize> = (0..header.width()).filter(is_question).take(MOST_ITEMS).collect();
    (!questions.is_empty()).then_some(Layout::Questions(questions))
}

/// Whether most of a column's different values are scores or words of a scale.
fn has_answers(column: &Column) -> bool {
    let is_score = |value: &&String| {
        let number = Numbers::default().number(value.as_bytes()).is_some();
        number || matches!(answer(value), Some(Answer::Labelled(_) | Answer::Word(_)))
    };
    column.samples.iter().filter(is_score).count() * 10 > column.samples.len() * 5
}

/// Whether a column's name asks something.
fn is_question(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    let asks = ["how ", "what ", "which ", "would you", "on a scale", "rate ", "please rate", "wie ", "comment ", "¿"];
    lower.ends_with(['?', '？', '؟']) || asks.iter().any(|start| lower.starts_with(start)) && lower.contains(' ')
}

type Key = (String, Option<String>);

/// Reads the file.
///
/// # Errors
/// There is no column of scores, or none of the rows can be used.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    progress: &Progress,
) -> Result<(RowCounts, Survey), BehaviourError> {
    let header = Header::of(recognition);
    let layout = layout(&header).ok_or_else(|| missing(Shape::Survey, recognition, say!(shape_needs_survey)))?;
    let mut reader = Reader::new(&header, source, recognition, layout)?;
    let rows = each_row(source, recognition, progress, &mut |row| reader.take(row))?;
    let survey = reader.survey();
    Ok((rows, survey))
}

struct Reader<'a> {
    header: &'a Header<'a>,
    layout: Layout,
    touchpoint: Option<usize>,
    audiences: Option<Audiences>,
    /// Questions of which a person has said that they ask whether one would recommend, in small letters.
    recommends: Vec<String>,
    /// Scales that a person has named.
    scales: &'a [SaidScale],
    comments_at: Vec<usize>,
    /// Where the survey's program says how an answer came.
    status: Option<usize>,
    texts_at: Vec<usize>,
    numbers: Numbers,
    order: Vec<Key>,
    items: BTreeMap<Key, Scores>,
    texts: Vec<u64>,
    comments: u64,
}

impl<'a> Reader<'a> {
    fn new(
        header: &'a Header<'a>,
        source: &Source,
        recognition: &'a Recognition,
        layout: Layout,
    ) -> Result<Reader<'a>, BehaviourError> {
        let taken = match &layout {
            Layout::Promoters { promoters, passives, detractors } => vec![*promoters, *passives, *detractors],
            Layout::Scores { score, scale, number } => [Some(*score), *scale, *number].into_iter().flatten().collect(),
            Layout::Questions(columns) => columns.clone(),
        };
        let free = |at: &usize| !taken.contains(at);
        let is_text = |column: &Column| column.kind == ColumnKind::Text;
        let questions = matches!(layout, Layout::Questions(_));
        let touchpoint = header.find_where(TOUCHPOINT, is_text).filter(free).filter(|_| !questions);
        let open =
            |column: &Column| is_text(column) && column.personal.is_none() && column.distinct.count <= MOST_ITEMS;
        let segment = header.find_where(SEGMENT, open).filter(free).filter(|at| Some(*at) != touchpoint);
        let audiences = segment.map(|at| Audiences::of(source, recognition, at, |_| 1)).transpose()?;
        let comments_at: Vec<usize> = (0..header.width())
            .filter(free)
            .filter(|at| COMMENT.contains(&header.words(*at)) && header.column(*at).is_some_and(is_text))
            .collect();
        let texts_at: Vec<usize> = (0..header.width())
            .filter(|at| free(at) && questions && !comments_at.contains(at))
            .filter(|at| is_question(header.name(*at)) && header.column(*at).is_some_and(is_text))
            .collect();
        let status = header.find(STATUS).filter(free);
        let cells = |at: usize| recognition.preview.iter().filter_map(move |row| row.cells.get(at));
        let numbers = Numbers::learn(taken.iter().flat_map(|at| cells(*at)).map(|cell| cell.as_bytes()));
        let texts = vec![0; texts_at.len()];
        Ok(Reader {
            header,
            layout,
            touchpoint,
            audiences,
            recommends: recognition.recommends.iter().map(|name| in_small(name)).collect(),
            scales: &recognition.scales,
            comments_at,
            status: status.filter(|_| recognition.dialect.below_header > 0),
            texts_at,
            numbers,
            order: Vec::new(),
            items: BTreeMap::new(),
            texts,
            comments: 0,
        })
    }

    fn take(&mut self, row: &Record) -> RowTaken {
        if self.status.is_some_and(|at| PREVIEWS.contains(&text(row, at).to_lowercase().as_str())) {
            return Err(Reason::Preview);
        }
        let segment = self.audiences.as_ref().and_then(|audiences| audiences.called(row));
        let touchpoint = match self.touchpoint {
            Some(at) => match text(row, at) {
                name if is_no_value(name.as_bytes()) => return Err(Reason::NoTouchpoint),
                name => name.into_owned(),
            },
            None => "All".to_owned(),
        };
        match self.layout.clone() {
            Layout::Promoters { promoters, passives, detractors } => {
                let count = |at: usize| {
                    let counted = self.numbers.count(bytes(row, at));
                    counted.map_err(|problem| problem.in_column(short(self.header.name(at))))
                };
                let counts = [count(promoters)?, count(passives)?, count(detractors)?];
                for segment in both(segment) {
                    let scores = self.item((touchpoint.clone(), segment))?;
                    scores.promoters.iter_mut().zip(counts).for_each(|(sum, count)| *sum = sum.saturating_add(count));
                }
            }
            Layout::Scores { score, scale, number } => {
                let scale_text = scale.map(|at| text(row, at)).unwrap_or_default().into_owned();
                let said = meaning::said_in_cell(&scale_text).or_else(|| meaning::said(self.header.name(score)));
                let asks = [&touchpoint, &scale_text, self.header.name(score)];
                let recommends = asks.into_iter().any(|words| asks_to_recommend(words) || self.is_named(words));
                let times = match number {
                    Some(at) => {
                        let counted = self.numbers.count(bytes(row, at));
                        counted.map_err(|problem| Reason::Number { of: Numbered::Answers, problem })?
                    }
                    None => 1,
                };
                let read = self.numbers.read(bytes(row, score), false);
                let cell = text(row, score).into_owned();
                let asked = Asked { said, recommends, reversed: false };
                for segment in both(segment) {
                    self.give((touchpoint.clone(), segment), read, &cell, asked, times)?;
                }
            }
            Layout::Questions(columns) => {
                let reads: Vec<Cell> = columns.iter().map(|at| self.numbers.read(bytes(row, *at), false)).collect();
                let answered = |(at, read): (&usize, &Cell)| match read {
                    Cell::Number(_) => true,
                    Cell::Other => answer(&text(row, *at)).is_some(),
                    Cell::Blank => false,
                };
                let in_words = self.texts_at.iter().any(|at| !is_no_value(bytes(row, *at)));
                if !columns.iter().zip(&reads).any(answered) && !in_words {
                    return Err(Reason::NoAnswer);
                }
                for (at, read) in columns.iter().zip(reads) {
                    let name = self.header.name(*at).trim().to_owned();
                    let by_itself = Asked::by(&name);
                    let asked = Asked { recommends: by_itself.recommends || self.is_named(&name), ..by_itself };
                    let cell = text(row, *at).into_owned();
                    for segment in both(segment.clone()) {
                        self.give((name.clone(), segment), read, &cell, asked, 1)?;
                    }
                }
            }
        }
        for (at, count) in self.texts_at.iter().zip(&mut self.texts) {
            *count += u64::from(!is_no_value(bytes(row, *at)));
        }
        self.comments += u64::from(self.comments_at.iter().any(|at| !is_no_value(bytes(row, *at))));
        Ok(())
    }

    /// Whether a person has said of a question of this name that it asks whether one would recommend.
    fn is_named(&self, name: &str) -> bool {
        !self.recommends.is_empty() && self.recommends.contains(&in_small(name))
    }

    fn item(&mut self, key: Key) -> Result<&mut Scores, Reason> {
        if !self.items.contains_key(&key) {
            if self.items.len() >= MOST_ITEMS {
                return Err(Reason::Many { what: Many::Touchpoints, most: MOST_ITEMS });
            }
            self.order.push(key.clone());
        }
        Ok(self.items.entry(key).or_default())
    }

    fn give(&mut self, key: Key, read: Cell, cell: &str, asked: Asked, times: u64) -> RowTaken {
        let is_question = matches!(self.layout, Layout::Questions(_));
        let said = asked.said;
        let scores = self.item(key)?;
        scores.recommends |= asked.recommends;
        scores.reversed |= asked.reversed;
        let answer = if matches!(read, Cell::Other) { answer(cell) } else { None };
        let number = match (read, answer) {
            (Cell::Number(number), _) => number.value * if number.percent { 100.0 } else { 1.0 },
            (_, Some(Answer::None)) => {
                add(&mut scores.none, cell.to_owned(), times);
                return Ok(());
            }
            (_, Some(Answer::Word(strength))) => {
                let (count, _) = scores.in_words.entry(strength).or_insert_with(|| (0, cell.trim().to_owned()));
                *count = count.saturating_add(times);
                return Ok(());
            }
            (_, Some(Answer::Labelled(score))) => score,
            (Cell::Blank | Cell::Other, None) if is_question => {
                scores.blank += 1;
                return Ok(());
            }
            (Cell::Blank, None) => return Err(Reason::NoScore),
            (Cell::Other, None) => return Err(Reason::ScoreNone),
        };
        if said.is_some_and(|scale| number < scale.low || number > scale.high) {
            if is_code(thousandths(number)) {
                add(&mut scores.none, number.to_string(), times);
                return Ok(());
            }
            return Err(Reason::ScoreOutside);
        }
        if number.abs() > 1e6 {
            return Err(Reason::ScoreTooLarge);
        }
        let thousandths = thousandths(number);
        if scores.given.len() >= MOST_SCORES && !scores.given.contains_key(&thousandths) {
            return Err(Reason::Many { what: Many::Scores, most: MOST_SCORES });
        }
        let given = scores.given.entry(thousandths).or_default();
        *given = given.saturating_add(times);
        scores.said = scores.said.or(said);
        Ok(())
    }

    fn survey(mut self) -> Survey {
        let mut items = std::mem::take(&mut self.items);
        let (mut told, mut may) = (Vec::new(), Vec::new());
        // Whatever words somebody of one segment chose, others may have chosen more.
        let ladders: BTreeMap<String, Ladder> = items
            .iter()
            .filter(|((_, segment), _)| segment.is_none())
            .filter_map(|((name, _), scores)| Some((name.clone(), Ladder::of(scores.in_words.keys().copied())?)))
            .collect();
        let fits_none = |(name, scores): (&str, &Scores)| !ladders.contains_key(name) && !scores.in_words.is_empty();
        let unfit: BTreeSet<Key> =
            items.iter().filter(|((name, _), scores)| fits_none((name, scores))).map(|(key, _)| key.clone()).collect();
        for ((name, _), scores) in &mut items {
            *scores = settled(std::mem::take(scores), ladders.get(name));
        }
        let scales = self.see_scales(&mut items);
        let is_column = matches!(self.layout, Layout::Scores { .. });
        told.extend(scales.iter().filter_map(OpenScale::told));
        let mut in_words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let of_item = |key: Key| {
            let ladder = ladders.get(&key.0);
            let scores = items.remove(&key)?;
            if key.1.is_none() {
                told.extend(unfit.contains(&key).then(|| say!(shape_told_words_fit_none, name = short(&key.0))));
                if let Some(words) = words_of(&scores, ladder) {
                    in_words.entry(words).or_default().push(key.0.clone());
                }
                let is_open = scores.is_of_unsaid_scale() && scales.iter().any(|open| open.name == key.0 || is_column);
                told.extend(told_of(&scores, &key.0, is_open));
                may.extend(may_recommend(&scores).then(|| key.0.clone()));
            }
            let (name, segment) = key;
            Some(item(scores, name, segment))
        };
        let items = self.order.into_iter().filter_map(of_item).collect();
        told.extend(in_words.into_iter().map(|(words, of)| say!(shape_told_words, names = named(&of), words)));
        told.extend((!may.is_empty()).then(|| say!(shape_told_no_nps, names = named(&may))));
        let header = self.header;
        let text = |(at, answered): (&usize, u64)| TextItem { question: header.name(*at).trim().to_owned(), answered };
        let texts = self.texts_at.iter().zip(self.texts).map(text).collect();
        Survey { items, texts, comments: self.comments, scales, told, may_recommend: may }
    }

    /// Sees on which scale the answers lie that say none: those to one question on one, and all in a column of scores. What cannot
    /// be seen is to be asked.
    fn see_scales(&self, items: &mut BTreeMap<Key, Scores>) -> Vec<OpenScale> {
        let column = match self.layout {
            Layout::Scores { score, .. } => Some(self.header.name(score).trim()),
            Layout::Promoters { .. } | Layout::Questions(_) => None,
        };
        let pool_of = |name: &str| column.unwrap_or(name).to_owned();
        let mut pools: BTreeMap<String, Pool> = BTreeMap::new();
        for ((name, _), scores) in items.iter().filter(|((_, segment), _)| segment.is_none()) {
            pools.entry(pool_of(name)).or_default().add(scores);
        }
        let mut open = Vec::new();
        let mut seen: BTreeMap<String, Option<Scale>> = BTreeMap::new();
        for (name, _) in self.order.iter().filter(|(_, segment)| segment.is_none()) {
            let name = pool_of(name);
            let Some(pool) = pools.remove(&name) else { continue };
            let (scale, asked) = pool.settle(&name, self.scales);
            open.extend(asked);
            seen.insert(name, scale);
        }
        for ((name, _), scores) in items {
            scores.seen = seen.get(&pool_of(name)).copied().flatten();
        }
        open
    }
}

/// The first names of many.
fn named(names: &[String]) -> String {
    let first: Vec<String> = names.iter().take(NAMED).map(|name| say!(log_quoted, name = short(name))).collect();
    match (first.listed(", "), names.len().saturating_sub(NAMED)) {
        (names, 0) => names,
        (names, more) => say!(log_names_and_more, names, more),
    }
}

/// A name as names are compared that a person has written.
fn in_small(name: &str) -> String {
    one_name(name).to_lowercase()
}

/// What a question says of its answers.
#[derive(Clone, Copy, Debug)]
struct Asked {
    said: Option<Scale>,
    recommends: bool,
    reversed: bool,
}

impl Asked {
    fn by(question: &str) -> Asked {
        Asked {
            said: meaning::said(question),
            recommends: asks_to_recommend(question),
            reversed: meaning::is_reversed(question),
        }
    }
}

/// Everybody, and the segment if there is one.
fn both(segment: Option<String>) -> impl Iterator<Item = Option<String>> {
    std::iter::once(None).chain(segment.map(Some))
}

#[cfg(test)]
#[path = "survey_tests.rs"]
mod tests;
