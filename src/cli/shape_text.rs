//! The figures of a file of any shape as text for a terminal. The numbers are those of the JSON, rounded to read.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::words::{grouped, plain, table};
use crate::behaviour::shapes::calendar::Calendar;
use crate::behaviour::shapes::completion::Completion;
use crate::behaviour::shapes::funnel::Funnel;
use crate::behaviour::shapes::history::StageHistory;
use crate::behaviour::shapes::pipeline::{Pipeline, Share, step_called};
use crate::behaviour::shapes::survey::{Item, Survey};
use crate::behaviour::shapes::themes::Themes;
use crate::behaviour::shapes::{Figures, Shape, ShapeReport};
use crate::behaviour::statistics::Interval;
use crate::figures::numbers;
use crate::model::Date;

/// Rows of a list that are shown; the JSON has all.
const SHOWN: usize = 40;

/// Whose figures these are.
pub fn first_line(report: &ShapeReport, shape: Shape) -> String {
    let rows = &report.rows;
    say!(
        cli_shape_rows,
        file = plain(&report.file),
        shape = shape.name(),
        read = grouped(rows.read),
        used = grouped(rows.used)
    )
}

/// Everything that was read.
pub fn text(report: &ShapeReport, shape: Shape) -> String {
    let mut text = first_line(report, shape);
    text += &match &report.figures {
        Figures::Funnel(found) => funnel(found),
        Figures::History(found) => history(found),
        Figures::Pipeline(found) => pipeline(found),
        Figures::Survey(found) => survey(found),
        Figures::Completion(found) => completion(found),
        Figures::Themes(found) => themes(found),
        Figures::Calendar(found) => calendar(found),
    };
    text + &format!("\n{}\n", report.definition)
}

fn funnel(funnel: &Funnel) -> String {
    let segment = |segment: &crate::behaviour::shapes::funnel::FunnelSegment| {
        let has_open = segment.stages.iter().any(|stage| stage.still_open.is_some());
        let open = if has_open { say!(cli_head_still_open) } else { "" };
        let mut rows = vec![
            [
                say!(cli_head_stage),
                say!(cli_head_reached),
                say!(cli_head_dropped),
                say!(cli_head_rate),
                say!(cli_head_interval),
                say!(cli_head_to_next),
                open,
            ]
            .map(str::to_owned),
        ];
        rows.extend(segment.stages.iter().map(|stage| {
            let interval = interval(stage.rate, stage.low, stage.high);
            let median = stage.median_secs_to_next.map(|secs| say!(cli_median, time = numbers::duration(secs)));
            let mean = stage.mean_secs_to_next.map(|secs| say!(cli_mean, time = numbers::duration(secs)));
            [
                stage.name.clone(),
                grouped(stage.reached),
                stage.dropped.map_or(String::new(), grouped),
                interval.map_or(String::new(), |interval| numbers::rate(interval.rate)),
                interval.map_or(String::new(), |interval| numbers::interval(&interval)),
                median.or(mean).unwrap_or_default(),
                stage.still_open.map_or(String::new(), grouped),
            ]
        }));
        let name = if segment.total { say!(cli_all).to_owned() } else { plain(&segment.segment) };
        format!("\n{name}\n{}", table(&rows, &[1, 2, 3, 4, 5, 6]))
    };
    funnel.segments.iter().map(segment).collect()
}

fn interval(rate: Option<f64>, low: Option<f64>, high: Option<f64>) -> Option<Interval> {
    Some(Interval { rate: rate?, low: low?, high: high? })
}

/// The count, the whole, the share and its interval.
fn share(share: &Share) -> [String; 4] {
    let interval = interval(share.rate, share.low, share.high);
    [
        grouped(share.count),
        grouped(share.n),
        interval.map_or(String::new(), |interval| numbers::rate(interval.rate)),
        interval.map_or(String::new(), |interval| numbers::interval(&interval)),
    ]
}

fn history(history: &StageHistory) -> String {
    let mut text = say!(
        cli_pipeline,
        records = grouped(history.records),
        won = grouped(history.won),
        lost = grouped(history.lost),
        open = grouped(history.open),
        back = grouped(history.went_back),
        rest = funnel(history.known.as_ref().unwrap_or(&history.funnel))
    );
    if !history.told_by.is_empty() {
        let by: Vec<String> = history.told_by.iter().map(|name| say!(edit_quoted, text = plain(name))).collect();
        text += &say!(cli_open_by, by = by.listed(", "));
    }
    let mut rows = vec![
        [
            say!(cli_head_stage),
            say!(cli_head_entered),
            say!(cli_head_still_there),
            say!(cli_head_timed),
            say!(cli_head_median_stay),
            say!(cli_head_within),
        ]
        .map(str::to_owned),
    ];
    rows.extend(history.stages.iter().take(SHOWN).map(|stage| {
        [
            stage.name.clone(),
            grouped(stage.entered),
            grouped(stage.still_there),
            grouped(stage.stay.n),
            stage.stay.median_secs.map_or(String::new(), numbers::duration),
            stage.stay.p90_secs.map_or(String::new(), numbers::duration),
        ]
    }));
    text += &say!(cli_time_in_stages, table = table(&rows, &[1, 2, 3, 4, 5]));
    text
}

/// A pipeline's funnel with its steps called for a person.
fn called(funnel: &Funnel) -> Funnel {
    let mut funnel = funnel.clone();
    for stage in funnel.segments.iter_mut().flat_map(|segment| &mut segment.stages) {
        stage.name = step_called(&stage.name).to_owned();
    }
    funnel
}

fn pipeline(pipeline: &Pipeline) -> String {
    let mut rows = vec![[say!(cli_head_now), say!(cli_head_records)].map(str::to_owned)];
    rows.extend(pipeline.stages.iter().take(SHOWN).map(|stage| [stage.name.clone(), grouped(stage.records)]));
    let mut text = format!("\n{}{}", table(&rows, &[1]), funnel(&called(&pipeline.known)));
    let mut rows = vec![
        [
            say!(cli_head_win_rate),
            say!(cli_head_won),
            say!(cli_head_closed),
            say!(cli_head_rate),
            say!(cli_head_interval),
        ]
        .map(str::to_owned),
    ];
    let row = |name: String, found: &Share| {
        let [count, n, rate, interval] = share(found);
        [name, count, n, rate, interval]
    };
    rows.push(row(say!(cli_all).to_owned(), &pipeline.win_rate));
    let by = pipeline.win_rates.iter().take(SHOWN);
    rows.extend(by.map(|found| row(format!("{}: {}", found.column, found.value), &found.share)));
    text += &format!("\n{}", table(&rows, &[1, 2, 3, 4]));
    let mut rows = vec![
        [say!(cli_head_time_to_close), say!(cli_head_records), say!(cli_head_median), say!(cli_head_within)]
            .map(str::to_owned),
    ];
    rows.extend(pipeline.days.iter().map(|days| {
        [
            days.stage.clone(),
            grouped(days.time.n),
            days.time.median_secs.map_or(String::new(), numbers::duration),
            days.time.p90_secs.map_or(String::new(), numbers::duration),
        ]
    }));
    if rows.len() > 1 {
        text += &format!("\n{}", table(&rows, &[1, 2, 3]));
    }
    text
}

fn survey(survey: &Survey) -> String {
    let mut rows = vec![
        [
            say!(cli_head_about),
            say!(cli_head_answers),
            say!(cli_head_mean),
            say!(cli_head_scale),
            say!(cli_head_nps),
            say!(cli_head_interval),
            say!(cli_head_satisfied),
            say!(cli_head_emotion),
        ]
        .map(str::to_owned),
    ];
    rows.extend(survey.items.iter().take(SHOWN).map(item));
    let mut text = format!("\n{}", table(&rows, &[1, 2, 4, 5, 6, 7]));
    for found in survey.texts.iter().take(SHOWN) {
        let question: String = plain(&found.question).chars().take(70).collect();
        text += &say!(cli_answered_in_words, count = grouped(found.answered), question);
    }
    if survey.comments > 0 {
        text += &say!(cli_comments, count = grouped(survey.comments));
    }
    text
}

fn item(item: &Item) -> [String; 8] {
    let name = item.segment.as_ref().map_or(item.name.clone(), |segment| format!("{}: {segment}", item.name));
    let tenths = |tenths: i32| crate::model::Score::from_tenths(tenths).text();
    let satisfied = item.satisfied.as_ref().map(|found| share(found)[2].clone());
    [
        name.chars().take(60).collect(),
        grouped(item.answered),
        item.mean.map_or(String::new(), |mean| numbers::fixed(mean, 2)),
        item.scale.map_or(String::new(), |scale| scale.words()),
        item.nps.map_or(String::new(), |nps| numbers::points(nps.nps)),
        item.nps.map_or(String::new(), |nps| {
            say!(cli_to, low = numbers::points(nps.low), high = numbers::points(nps.high))
        }),
        satisfied.unwrap_or_default(),
        item.emotion_tenths.map_or(String::new(), tenths),
    ]
}

fn completion(completion: &Completion) -> String {
    let row = |name: String, found: &Share| {
        let [count, n, rate, interval] = share(found);
        [name, count, n, rate, interval]
    };
    let mut rows = vec![
        [
            say!(cli_head_title),
            say!(cli_head_finished),
            say!(cli_head_started),
            say!(cli_head_completion),
            say!(cli_head_interval),
        ]
        .map(str::to_owned),
    ];
    rows.push(row(say!(cli_all).to_owned(), &completion.all));
    rows.extend(completion.titles.iter().take(SHOWN).map(|title| {
        let name =
            if title.kind.is_empty() { title.title.clone() } else { format!("{} ({})", title.title, title.kind) };
        row(name, &title.share)
    }));
    for parts in [&completion.kinds, &completion.segments, &completion.periods] {
        rows.extend(parts.iter().take(SHOWN).map(|part| row(format!("– {}", part.name), &part.share)));
    }
    format!("\n{}", table(&rows, &[1, 2, 3, 4]))
}

fn themes(themes: &Themes) -> String {
    let mut rows = vec![[say!(cli_head_theme), say!(cli_head_touchpoint), say!(cli_head_tickets)].map(str::to_owned)];
    rows.extend(
        themes
            .themes
            .iter()
            .take(SHOWN)
            .map(|found| [found.theme.clone(), found.touchpoint.clone(), grouped(found.tickets)]),
    );
    let day = |micros: i64| Date::from_unix_secs(micros.div_euclid(1_000_000)).map_or(String::new(), |day| day.long());
    let span =
        themes.first_last.map_or(String::new(), |(first, last)| say!(cli_span, first = day(first), last = day(last)));
    say!(cli_tickets, count = grouped(themes.tickets), span, table = table(&rows, &[2]))
}

fn calendar(calendar: &Calendar) -> String {
    let day = |day: i64| Date::from_unix_secs(day.saturating_mul(86_400)).map_or(String::new(), |day| day.to_string());
    let mut rows = vec![
        [
            say!(cli_head_first_day),
            say!(cli_head_last_day),
            say!(cli_head_milestone),
            say!(cli_head_title),
            say!(cli_head_territories),
        ]
        .map(str::to_owned),
    ];
    rows.extend(calendar.milestones.iter().take(SHOWN).map(|found| {
        [
            day(found.first_day),
            day(found.last_day),
            found.milestone.clone(),
            found.title.clone(),
            grouped(found.territories),
        ]
    }));
    let counts = say!(cli_calendar, titles = grouped(calendar.titles), territories = grouped(calendar.territories));
    format!("{counts}\n{}", table(&rows, &[4]))
}
