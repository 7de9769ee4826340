//! What a map says, in the order in which it is read: what it found, stage by stage, and what is to be done. Each format writes it in
//! its own signs.

use super::Asked;
use crate::figures::source::source_told;
use crate::figures::{FigureRow, Reader, headline, numbers, shown};
use crate::model::{Map, Touchpoint};
use touchline_words::direction::Listed;
use touchline_words::say;

/// A piece of what is told.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    Title(String),
    /// What the map found, where that is not its title.
    Finding(String),
    /// What is known of the map, each under its name.
    Facts(Vec<(&'static str, String)>),
    /// A stage and its place, counted from 1.
    Stage(usize, String),
    /// A line of a stage under its name.
    Line(&'static str, String),
    Items(&'static str, Vec<Item>),
    Source(String),
}

/// One of several things of a kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Item {
    /// What it is called; none where its words are all of it.
    pub name: Option<String>,
    /// What is said of it: behind its name, or alone.
    pub words: String,
    /// Behind the words, in brackets.
    pub aside: String,
    pub facts: Vec<String>,
}

/// All that a map says, as [`super::given`] gives it.
pub(super) fn told(map: &Map, asked: &Asked) -> Vec<Told> {
    let (title, said) = (&map.meta.title, headline(map, asked.segment));
    let mut all = vec![Told::Title(title.clone())];
    if said.trim() != title.trim() && !said.trim().is_empty() {
        all.push(Told::Finding(said));
    }
    let meta = &map.meta;
    let day = |day: Option<crate::model::Date>| day.map(|day| day.long()).unwrap_or_default();
    let audience = asked.segment.and_then(|id| map.segments.get(&id)).map(|segment| segment.name.clone());
    let facts = [
        (say!(ui_col_audience), audience.unwrap_or_default()),
        (say!(field_decides), meta.decides.clone()),
        (say!(ui_col_owner), meta.owner.clone()),
        (say!(field_reviewed), day(meta.reviewed)),
        (say!(data_review_due), day(meta.review_due())),
    ];
    all.push(Told::Facts(facts.into_iter().filter(|(_, said)| !said.trim().is_empty()).collect()));
    let figures = shown(map, asked.segment, Reader::Client);
    for (place, (id, stage)) in map.stages_in_order().into_iter().enumerate() {
        all.push(Told::Stage(place + 1, stage.name.clone()));
        if !stage.goal.trim().is_empty() {
            all.push(Told::Line(say!(data_goal), stage.goal.clone()));
        }
        if let Some(line) = figures.iter().find(|line| line.stage == id).and_then(loss) {
            all.push(Told::Line(say!(lane_drop_off), line));
        }
        let cards = map.touchpoints_of(id).into_iter().map(|(_, card)| of_card(card, asked));
        all.push(Told::Items(say!(lane_touchpoints), cards.collect()));
        let pains = map.pain_points_of(id).into_iter().map(|(_, pain)| Item {
            words: pain.text.clone(),
            aside: pain.severity.name().to_owned(),
            ..Item::default()
        });
        all.push(Told::Items(say!(lane_pain_points), pains.collect()));
        let questions = map.questions_of(id).into_iter();
        let questions = questions.map(|(_, question)| Item { words: question.text.clone(), ..Item::default() });
        all.push(Told::Items(say!(lane_thinking), questions.collect()));
        let actions = map.actions_of(id).into_iter().map(|(_, action)| {
            let due = action.due.map(|due| due.long()).unwrap_or_default();
            let facts = [
                action.status.name(),
                action.owner.as_str(),
                action.horizon.name(),
                due.as_str(),
                action.effect.as_str(),
            ];
            let facts = facts.into_iter().filter(|words| !words.trim().is_empty()).map(str::to_owned).collect();
            Item { name: Some(action.title.clone()), facts, ..Item::default() }
        });
        all.push(Told::Items(say!(lane_actions), actions.collect()));
    }
    all.extend(map.measurement().map(|(_, measurement)| Told::Source(source_told(measurement))));
    all
}

fn of_card(card: &Touchpoint, asked: &Asked) -> Item {
    let mut facts = vec![card.channel.name().to_owned()];
    if let Some(feeling) = card.emotion_of(asked.segment) {
        facts.push(format!("{} {}", numbers::score(feeling.score), feeling.word).trim().to_owned());
    }
    Item { name: Some(card.title.clone()), words: card.detail.clone(), facts, ..Item::default() }
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
