//! A map as a summary in Markdown, for a page in a wiki, a ticket or a mail: what it found, stage by stage, and what is to be done.

use super::Asked;
use crate::export::escaped;
use crate::figures::source::source_told;
use crate::figures::{FigureRow, Reader, headline, numbers, shown};
use crate::model::{Map, StageId, Touchpoint};
use std::fmt::Write as _;
use touchline_words::direction::Listed;
use touchline_words::say;

/// The text of a map, as [`super::given`] gives it.
pub fn summary(map: &Map, asked: &Asked) -> String {
    let mut text = String::new();
    // Nothing that is written into a String fails.
    let _ = write_all(&mut text, map, asked);
    text
}

fn write_all(text: &mut String, map: &Map, asked: &Asked) -> std::fmt::Result {
    let (title, said) = (&map.meta.title, headline(map, asked.segment));
    writeln!(text, "# {}", heading(title, say!(data_untitled)))?;
    if said.trim() != title.trim() && !said.trim().is_empty() {
        writeln!(text, "\n**{}**", escaped(&said))?;
    }
    let meta = &map.meta;
    let day = |day: Option<crate::model::Date>| day.map(|day| day.long()).unwrap_or_default();
    let audience = asked.segment.and_then(|id| map.segments.get(&id)).map(|segment| segment.name.as_str());
    list(
        text,
        &[
            (say!(ui_col_audience), audience.unwrap_or_default()),
            (say!(field_decides), &meta.decides),
            (say!(ui_col_owner), &meta.owner),
            (say!(field_reviewed), &day(meta.reviewed)),
            (say!(data_review_due), &day(meta.review_due())),
        ],
    )?;
    let figures = shown(map, asked.segment, Reader::Client);
    for (place, (id, stage)) in map.stages_in_order().into_iter().enumerate() {
        writeln!(text, "\n## {}. {}", place + 1, heading(&stage.name, "–"))?;
        if !stage.goal.trim().is_empty() {
            writeln!(text, "\n*{}:* {}", escaped(say!(data_goal)), escaped(&stage.goal))?;
        }
        if let Some(line) = figures.iter().find(|line| line.stage == id).and_then(loss) {
            writeln!(text, "\n*{}:* {}", escaped(say!(lane_drop_off)), escaped(&line))?;
        }
        let cards = map.touchpoints_of(id);
        items(text, say!(lane_touchpoints), cards.iter().map(|(_, card)| card_line(card, asked)))?;
        items(
            text,
            say!(lane_pain_points),
            map.pain_points_of(id)
                .iter()
                .map(|(_, pain)| format!("{} ({})", escaped(&pain.text), escaped(pain.severity.name()))),
        )?;
        items(text, say!(lane_thinking), map.questions_of(id).iter().map(|(_, question)| escaped(&question.text)))?;
        items(text, say!(lane_actions), actions(map, id))?;
    }
    let sources: Vec<String> = map.measurement().map(|(_, measurement)| source_told(measurement)).into_iter().collect();
    if !sources.is_empty() {
        writeln!(text, "\n---\n\n{}", escaped(&say!(data_source, source = sources.listed("; "))))?;
    }
    Ok(())
}

fn heading(name: &str, instead: &str) -> String {
    let name = escaped(name);
    if name.is_empty() { instead.to_owned() } else { name }
}

/// What is known of a few things, a line each.
fn list(text: &mut String, facts: &[(&str, &str)]) -> std::fmt::Result {
    let known: Vec<_> = facts.iter().filter(|(_, said)| !said.trim().is_empty()).collect();
    if !known.is_empty() {
        writeln!(text)?;
    }
    known.into_iter().try_for_each(|(name, said)| writeln!(text, "- *{}:* {}", escaped(name), escaped(said)))
}

/// Items under a name, where there are any.
fn items(text: &mut String, name: &str, items: impl Iterator<Item = String>) -> std::fmt::Result {
    let mut items = items.peekable();
    if items.peek().is_some() {
        writeln!(text, "\n### {}\n", escaped(name))?;
    }
    items.try_for_each(|item| writeln!(text, "- {item}"))
}

/// `**Trial checkout** – with a birth date · Checkout · −2.4 annoyed`.
fn card_line(card: &Touchpoint, asked: &Asked) -> String {
    let mut said = vec![escaped(card.channel.name())];
    if let Some(feeling) = card.emotion_of(asked.segment) {
        said.push(escaped(format!("{} {}", numbers::score(feeling.score), feeling.word).trim()));
    }
    let detail = if card.detail.trim().is_empty() { String::new() } else { format!(" – {}", escaped(&card.detail)) };
    format!("**{}**{detail} · {}", heading(&card.title, "–"), said.join(" · "))
}

/// Who leaves, with the interval, as an export may say it; of a stage that was not measured what people estimate.
fn loss(line: &FigureRow) -> Option<String> {
    let text = &line.text;
    if line.rate.is_some() {
        let (rate, interval, reached) = (&text.rate, &text.interval, &text.reached);
        let told = say!(data_loss, rate, interval, reached, counted = line.counted);
        let next = (text.median != numbers::NONE).then(|| say!(data_median, median = text.median));
        return Some(std::iter::once(told).chain(next).collect::<Vec<_>>().listed("; "));
    }
    // Words that stand where a figure was left out.
    if line.too_few || line.protects {
        return Some(text.rate.clone()).filter(|words| words != numbers::NONE);
    }
    line.estimate.map(|_| say!(data_estimated, estimate = text.estimate))
}

fn actions(map: &Map, stage: StageId) -> impl Iterator<Item = String> {
    map.actions_of(stage).into_iter().map(|(_, action)| {
        let due = action.due.map(|due| due.long()).unwrap_or_default();
        let said =
            [action.status.name(), action.owner.as_str(), action.horizon.name(), due.as_str(), action.effect.as_str()];
        let said: Vec<String> = said.into_iter().map(escaped).filter(|words| !words.is_empty()).collect();
        format!("**{}** · {}", heading(&action.title, "–"), said.join(" · "))
    })
}
