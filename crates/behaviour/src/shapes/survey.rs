//! Surveys: what people answered about each touchpoint or question, as counts and means.
//!
//! Three layouts are read: answers with a score column (`touchpoint, score[, scale, comment, date]`, a row for each answer,
//! or for each score with the number that gave it); one column for each question (`On a scale of 0-10, how would you
//! rate …?`); and promoters, passives and detractors already counted. Comments are counted and never kept.
//!
//! *NPS* is the share of promoters (9 and 10) less that of detractors (0 to 6), times 100, of answers on a scale from 0 to
//! 10. Its interval is that of a mean of answers worth 1, 0 and −1: `nps ± z·√((p + d − (p − d)²) / n)`. *Satisfied* are the
//! two upper scores of a scale of five or seven, with the Wilson interval.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_words::say;

use super::cells::{bytes, text};
use super::header::{Header, SEGMENT, short};
use super::number::{Cell, Numbers};
use super::pipeline::Share;
use super::rows::{Verdict, each_row};
use super::scale::{Known, Scale};
use super::shape::{Shape, missing};
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::reason::{Many, Numbered, Reason};
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::source::Source;
use crate::statistics::Z_95;
use crate::times::is_no_value;

/// Touchpoints, questions and segments that are told apart.
const MOST_ITEMS: usize = 2_000;
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
}

/// The answers about one touchpoint, or to one question, of one segment or of all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    pub name: String,
    /// `None` is everybody.
    pub segment: Option<String>,
    pub answered: u64,
    pub blank: u64,
    pub scale: Option<Scale>,
    pub mean: Option<f64>,
    /// The mean as an emotion, −30 to 30.
    pub emotion_tenths: Option<i32>,
    pub nps: Option<Nps>,
    pub satisfied: Option<Share>,
}

/// A net promoter score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Nps {
    pub promoters: u64,
    pub passives: u64,
    pub detractors: u64,
    /// −100 to 100, with its 95 % interval.
    pub nps: f64,
    pub low: f64,
    pub high: f64,
}

/// A question answered in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TextItem {
    pub question: String,
    pub answered: u64,
}

impl Nps {
    /// `None` where nobody answered.
    pub fn of(promoters: u64, passives: u64, detractors: u64) -> Option<Nps> {
        let n = promoters.checked_add(passives)?.checked_add(detractors)?;
        if n == 0 {
            return None;
        }
        let (p, d, n) = (promoters as f64 / n as f64, detractors as f64 / n as f64, n as f64);
        // Promoters less detractors over n, in one division, so that no digit is lost.
        let nps = (promoters as f64 - detractors as f64) / n * 100.0;
        let half = Z_95 * ((p + d - (p - d).powi(2)).max(0.0) / n).sqrt() * 100.0;
        let (low, high) = ((nps - half).max(-100.0), (nps + half).min(100.0));
        Some(Nps { promoters, passives, detractors, nps, low, high })
    }
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
        let numbers = column.is_some_and(|column| matches!(column.kind, ColumnKind::Integer | ColumnKind::Decimal));
        let name = header.name(*at);
        numbers && (is_question(name) || Scale::said(name).is_some())
    };
    let questions: Vec<usize> = (0..header.width()).filter(is_question).take(MOST_ITEMS).collect();
    (!questions.is_empty()).then_some(Layout::Questions(questions))
}

/// Whether a column's name asks something.
fn is_question(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    let asks = ["how ", "what ", "which ", "would you", "on a scale", "rate ", "please rate", "wie ", "comment ", "¿"];
    lower.ends_with('?') || asks.iter().any(|start| lower.starts_with(start)) && lower.contains(' ')
}

#[derive(Debug, Default)]
struct Scores {
    /// How often each score was given, by its thousandths.
    given: BTreeMap<i64, u64>,
    blank: u64,
    said: Option<Scale>,
    promoters: [u64; 3],
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
    let mut reader = Reader::new(&header, recognition, layout);
    let rows = each_row(source, recognition, progress, &mut |row| reader.take(row))?;
    let survey = reader.survey();
    Ok((rows, survey))
}

struct Reader<'a> {
    header: &'a Header<'a>,
    layout: Layout,
    touchpoint: Option<usize>,
    segment: Option<usize>,
    comments_at: Vec<usize>,
    texts_at: Vec<usize>,
    numbers: Numbers,
    order: Vec<Key>,
    items: BTreeMap<Key, Scores>,
    texts: Vec<u64>,
    comments: u64,
}

impl<'a> Reader<'a> {
    fn new(header: &'a Header<'a>, recognition: &Recognition, layout: Layout) -> Reader<'a> {
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
        let comments_at: Vec<usize> = (0..header.width())
            .filter(free)
            .filter(|at| COMMENT.contains(&header.words(*at)) && header.column(*at).is_some_and(is_text))
            .collect();
        let texts_at: Vec<usize> = (0..header.width())
            .filter(|at| free(at) && questions && !comments_at.contains(at))
            .filter(|at| is_question(header.name(*at)) && header.column(*at).is_some_and(is_text))
            .collect();
        let cells = |at: usize| recognition.preview.iter().filter_map(move |row| row.cells.get(at));
        let numbers = Numbers::learn(taken.iter().flat_map(|at| cells(*at)).map(|cell| cell.as_bytes()));
        let texts = vec![0; texts_at.len()];
        Reader {
            header,
            layout,
            touchpoint,
            segment,
            comments_at,
            texts_at,
            numbers,
            order: Vec::new(),
            items: BTreeMap::new(),
            texts,
            comments: 0,
        }
    }

    fn take(&mut self, row: &Record) -> Verdict {
        let segment = self.segment.map(|at| text(row, at)).filter(|name| !is_no_value(name.as_bytes()));
        let segment = segment.map(|name| name.into_owned());
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
                let said = scale.and_then(|at| scale_cell(&text(row, at)));
                let said = said.or_else(|| Scale::said(self.header.name(score)));
                let times = match number {
                    Some(at) => {
                        let counted = self.numbers.count(bytes(row, at));
                        counted.map_err(|problem| Reason::Number { of: Numbered::Answers, problem })?
                    }
                    None => 1,
                };
                let read = self.numbers.read(bytes(row, score), false);
                for segment in both(segment) {
                    self.give((touchpoint.clone(), segment), read, said, times)?;
                }
            }
            Layout::Questions(columns) => {
                let reads: Vec<Cell> = columns.iter().map(|at| self.numbers.read(bytes(row, *at), false)).collect();
                let answered = |read: &Cell| matches!(read, Cell::Number(_));
                let in_words = self.texts_at.iter().any(|at| !is_no_value(bytes(row, *at)));
                if !reads.iter().any(answered) && !in_words {
                    return Err(Reason::NoAnswer);
                }
                for (at, read) in columns.iter().zip(reads) {
                    let name = self.header.name(*at).trim().to_owned();
                    let said = Scale::said(&name);
                    for segment in both(segment.clone()) {
                        self.give((name.clone(), segment), read, said, 1)?;
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

    fn item(&mut self, key: Key) -> Result<&mut Scores, Reason> {
        if !self.items.contains_key(&key) {
            if self.items.len() >= MOST_ITEMS {
                return Err(Reason::Many { what: Many::Touchpoints, most: MOST_ITEMS });
            }
            self.order.push(key.clone());
        }
        Ok(self.items.entry(key).or_default())
    }

    fn give(&mut self, key: Key, read: Cell, said: Option<Scale>, times: u64) -> Verdict {
        let is_question = matches!(self.layout, Layout::Questions(_));
        let scores = self.item(key)?;
        let number = match read {
            Cell::Number(number) => number.value * if number.percent { 100.0 } else { 1.0 },
            Cell::Blank | Cell::Other if is_question => {
                scores.blank += 1;
                return Ok(());
            }
            Cell::Blank => return Err(Reason::NoScore),
            Cell::Other => return Err(Reason::ScoreNone),
        };
        if said.is_some_and(|scale| number < scale.low || number > scale.high) {
            return Err(Reason::ScoreOutside);
        }
        if number.abs() > 1e6 {
            return Err(Reason::ScoreTooLarge);
        }
        let thousandths = (number * 1000.0).round() as i64;
        if scores.given.len() >= MOST_SCORES && !scores.given.contains_key(&thousandths) {
            return Err(Reason::Many { what: Many::Scores, most: MOST_SCORES });
        }
        let given = scores.given.entry(thousandths).or_default();
        *given = given.saturating_add(times);
        scores.said = scores.said.or(said);
        Ok(())
    }

    fn survey(self) -> Survey {
        let mut items = self.items;
        let of_item = |key: Key| Some(item(items.remove(&key)?, key));
        let items = self.order.into_iter().filter_map(of_item).collect();
        let header = self.header;
        let text = |(at, answered): (&usize, u64)| TextItem { question: header.name(*at).trim().to_owned(), answered };
        let texts = self.texts_at.iter().zip(self.texts).map(text).collect();
        Survey { items, texts, comments: self.comments }
    }
}

/// Everybody, and the segment if there is one.
fn both(segment: Option<String>) -> impl Iterator<Item = Option<String>> {
    std::iter::once(None).chain(segment.map(Some))
}

/// What a cell of the scale's column says: `0-10`, or its upper end alone.
fn scale_cell(cell: &str) -> Option<Scale> {
    let high = |cell: &str| {
        let high: f64 = cell.trim().parse().ok()?;
        let low = if high == 5.0 || high == 7.0 { 1.0 } else { 0.0 };
        [2.0, 3.0, 5.0, 7.0, 10.0, 100.0].contains(&high).then_some(Scale {
            low: if high <= 3.0 { -high } else { low },
            high,
            known: Known::Said,
        })
    };
    Scale::said(cell).or_else(|| high(cell))
}

fn item(scores: Scores, (name, segment): Key) -> Item {
    let [promoters, passives, detractors] = scores.promoters;
    if let Some(nps) = Nps::of(promoters, passives, detractors) {
        let answered = promoters.saturating_add(passives).saturating_add(detractors);
        return Item {
            name,
            segment,
            answered,
            blank: 0,
            scale: None,
            mean: None,
            emotion_tenths: None,
            nps: Some(nps),
            satisfied: None,
        };
    }
    let answered: u64 = scores.given.values().fold(0, |sum, count| sum.saturating_add(*count));
    let sum: f64 = scores.given.iter().map(|(score, count)| *score as f64 / 1000.0 * *count as f64).sum();
    let mean = (answered > 0).then(|| sum / answered as f64);
    let ends = scores.given.first_key_value().zip(scores.given.last_key_value());
    let seen = ends.and_then(|((low, _), (high, _))| Scale::seen(*low as f64 / 1000.0, *high as f64 / 1000.0));
    let scale = scores.said.or(seen);
    let count = |from: f64, to: f64| -> u64 {
        let inside = |score: &i64| (from..=to).contains(&(*score as f64 / 1000.0));
        scores.given.iter().filter(|(score, _)| inside(score)).map(|(_, count)| *count).sum()
    };
    let whole = scores.given.keys().all(|score| score % 1000 == 0);
    let nps = scale.filter(|scale| scale.is_nps() && whole);
    let nps = nps.and_then(|_| Nps::of(count(9.0, 10.0), count(7.0, 8.0), count(0.0, 6.0)));
    let satisfied = scale.and_then(|scale| scale.satisfied_from());
    Item {
        name,
        segment,
        answered,
        blank: scores.blank,
        scale,
        mean,
        emotion_tenths: mean.zip(scale).map(|(mean, scale)| scale.emotion_tenths(mean)),
        nps,
        satisfied: satisfied.map(|from| Share::of(count(from, f64::MAX), answered)),
    }
}

#[cfg(test)]
#[path = "survey_tests.rs"]
mod tests;
