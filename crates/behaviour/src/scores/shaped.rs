//! Scores of surveys, of completion, and of tables of counts.

use touchline_words::{Said, said, say};

use super::period::periods;
use super::score::{Measures, Period, Score, Scores};
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::recognise::Recognition;
use crate::shapes::completion::Completion;
use crate::shapes::funnel::Funnel;
use crate::shapes::survey::Survey;
use crate::shapes::{self, Figures, Shape};
use crate::source::Source;

const NPS: Said = said::shape_score_nps;
const SATISFIED: Said = said::shape_score_satisfied;
const COMPLETED: Said = said::shape_score_completed;

/// Reads the file period by period, and whole where none of its columns tells a period.
pub fn scores(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    progress: &Progress,
) -> Result<Option<Scores>, BehaviourError> {
    let whole = shapes::read(source, recognition, shape, None, progress)?;
    let mut scores = Vec::new();
    let mut definitions: Vec<(Measures, String)> = Vec::new();
    let mut take = |figures: &Figures, period: &Period| {
        for (measures, name, (count, of, also), definition) in of_figures(figures) {
            if definitions.iter().all(|(known, _)| *known != measures) {
                definitions.push((measures, definition));
            }
            scores.push(Score { measures, name, period: period.clone(), count, of, also });
        }
    };
    // Records of a CRM are counted once, however long they stay: their dates are no periods.
    let periods = if shape.has_records() { Vec::new() } else { periods(source, recognition, progress)? };
    for (only, period) in &periods {
        let part = Recognition { only: Some(only.clone()), ..recognition.clone() };
        match shapes::read(source, &part, shape, None, progress) {
            Ok(report) => take(&report.figures, period),
            // A period without a usable row has no figure.
            Err(BehaviourError::NoUsableRow { .. } | BehaviourError::HeaderOnly { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    if periods.is_empty() {
        take(&whole.figures, &Period::default());
    }
    Ok(Some(Scores { file: whole.file, rows: whole.rows, scores, definitions }))
}

type Counted = (Measures, String, (u64, u64, u64), String);

fn of_figures(figures: &Figures) -> Vec<Counted> {
    match figures {
        Figures::Survey(survey) => of_survey(survey),
        Figures::Completion(completion) => of_completion(completion),
        Figures::Funnel(funnel) => of_funnel(funnel),
        _ => Vec::new(),
    }
}

fn of_survey(survey: &Survey) -> Vec<Counted> {
    let items = survey.items.iter().filter(|item| item.segment.is_none());
    let scored = items.flat_map(|item| {
        let nps = item.nps.map(|nps| {
            let answers = nps.promoters + nps.passives + nps.detractors;
            (Measures::NetPromoter, (nps.promoters, answers, nps.detractors), NPS)
        });
        let satisfied = item.satisfied.map(|share| (Measures::Satisfaction, (share.count, share.n, 0), SATISFIED));
        let both = nps.into_iter().chain(satisfied);
        both.map(|(measures, counts, words)| (measures, item.name.clone(), counts, words.text().to_owned()))
    });
    scored.filter(|(_, _, (_, of, _), _)| *of > 0).collect()
}

fn of_completion(completion: &Completion) -> Vec<Counted> {
    let one =
        |measures, name: &str, count, of| (measures, name.to_owned(), (count, of, 0), COMPLETED.text().to_owned());
    let kinds = completion.kinds.iter().map(|kind| one(kind_of(&kind.name), "", kind.share.count, kind.share.n));
    let mut found: Vec<Counted> = kinds.collect();
    if found.is_empty() {
        found.push(one(Measures::Completion, "", completion.all.count, completion.all.n));
    }
    let titles = completion.titles.iter();
    found.extend(titles.map(|title| one(kind_of(&title.kind), &title.title, title.share.count, title.share.n)));
    found.retain(|(_, _, (_, of, _), _)| *of > 0);
    found
}

fn kind_of(word: &str) -> Measures {
    let word = word.to_lowercase();
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    match () {
        () if has(&["episod", "serie", "season", "show", "staffel"]) => Measures::EpisodicCompletion,
        () if has(&["film", "movie", "feature", "spielfilm"]) => Measures::FilmCompletion,
        () => Measures::Completion,
    }
}

/// What stages are called that tell of discovery, of a community, or of subscribers.
const SHOWN: &[&str] = &["shown", "impression", "displayed", "recommended"];
const CLICKED: &[&str] = &["click", "tapped"];
const ENGAGED: &[&str] = &["engage", "watched", "played", "started watching"];
const ACTIVE: &[&str] = &["active"];
const TOOK_PART: &[&str] = &["took part", "participa", "communit", "forum", "comment", "posted"];
const AT_START: &[&str] = &["at start", "at the start", "subscribers", "opening"];
const CANCELLED: &[&str] = &["cancel", "churn"];
const CAME_BACK: &[&str] = &["came back", "won back", "reactivat", "returned", "resubscri"];

fn of_funnel(funnel: &Funnel) -> Vec<Counted> {
    let Some(total) = funnel.total() else { return Vec::new() };
    let stage = |words: &[&str]| {
        let is = |name: &str| words.iter().any(|word| name.to_lowercase().contains(word));
        total.stages.iter().find(|stage| is(&stage.name)).map(|stage| (stage.name.as_str(), stage.reached))
    };
    let kinds = [
        (Measures::Discovery, ENGAGED, SHOWN, CLICKED),
        (Measures::Community, TOOK_PART, ACTIVE, &[][..]),
        (Measures::Churn, CANCELLED, AT_START, CAME_BACK),
    ];
    let one = |(measures, count, of, also): (Measures, &[&str], &[&str], &[&str])| {
        let ((count_name, count), (of_name, of)) = stage(count).zip(stage(of))?;
        let also = stage(also);
        let third = also.map(|(name, _)| say!(shape_score_third, name)).unwrap_or_default();
        let words = say!(shape_score_funnel, count_name, of_name, third);
        let also = also.map_or(0, |(_, also)| also);
        (count <= of).then(|| (measures, String::new(), (count, of, also), words))
    };
    kinds.into_iter().filter_map(one).collect()
}
