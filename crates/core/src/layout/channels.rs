//! The lane of channels: those that the cards of each stage are on, each once, in the order of the cards.

use touchline_words::say;

use super::context::{Column, Context, Strip};
use super::look::channel_icon;
use super::pen;
use super::shelf::{Drawn, Shelf};
use crate::model::{Channel, StageId};
use crate::scene::{Group, Item, Kind, Point, Rect, Role, Tag, Transform};
use std::collections::HashMap;

/// Of a pill, in map units.
const HEIGHT: f32 = 24.0;
const GAP: f32 = 6.0;
/// Of the sign, and from a pill's edge to it and behind the words.
const SIGN: f32 = 13.0;
const SIGN_AT: f32 = 8.0;
const TAIL: f32 = 10.0;

/// A channel, and how many of the stage's cards are on it.
type Met = (Channel, usize);

/// What the next layout may take over.
#[derive(Debug, Default)]
pub(super) struct KeptChannels {
    met: HashMap<StageId, Vec<Met>>,
    /// The stage's name is said with each channel.
    drawn: Shelf<StageId, (String, Vec<Met>)>,
}

impl KeptChannels {
    pub fn forget_lacking(&mut self) {
        self.drawn.forget_lacking();
    }

    pub fn sweep(&mut self) {
        self.drawn.sweep();
    }
}

pub(super) fn lay(context: &Context, top: f32, kept: &mut KeptChannels) -> Strip {
    let air = context.dress.list_air;
    let (mut tallest, mut cells) = (0.0_f32, Vec::new());
    for column in &context.columns {
        let met = match kept.met.remove(&column.stage).filter(|_| !context.stage_may_differ(column.stage)) {
            Some(met) => met,
            None => channels(context, column.stage),
        };
        if context.is_folded(column.stage) {
            cells.push(Vec::new());
            kept.met.insert(column.stage, met);
            continue;
        }
        let (x, width) = column.inner();
        let at = Point::new(x, top + 14.0 * air);
        let name = context.stage_name(column.stage);
        let draw = |(_, met): &(String, Vec<Met>)| {
            let (items, height) = pills(context, column, met, width);
            Drawn { items: items.into(), bounds: Rect::new(0.0, 0.0, width, height), height, uses: Default::default() }
        };
        let as_before = |(said, look): &(String, Vec<Met>)| *look == met && said == name;
        let look = (width, column.hue);
        let (drawn, _) =
            kept.drawn.drawn(context.shaper, column.stage, look, as_before, || (name.to_owned(), met.clone()), draw);
        tallest = tallest.max(drawn.height);
        let group = Group::placed(Transform::translate(at.x, at.y), Some(drawn.bounds), drawn.items.clone());
        cells.push(if drawn.items.is_empty() { Vec::new() } else { vec![Item::Group(group)] });
        kept.met.insert(column.stage, met);
    }
    let least = (HEIGHT + 28.0 * air).max(context.dress.lane_least);
    Strip { height: (tallest + 28.0 * air).max(least), cells, ..Strip::default() }
}

/// The channels of a stage, whoever is looked at: a card that another audience meets is there all the same.
pub(super) fn channels(context: &Context, stage: StageId) -> Vec<Met> {
    let mut met: Vec<Met> = Vec::new();
    for card in context.card_ids_of(stage).filter_map(|id| context.map.touchpoints.get(&id)) {
        match met.iter_mut().find(|(channel, _)| *channel == card.channel) {
            Some((_, count)) => *count += 1,
            None => met.push((card.channel, 1)),
        }
    }
    met
}

/// Pills in rows that break like words, from the upper left corner on, and how high they are.
fn pills(context: &Context, column: &Column, met: &[Met], width: f32) -> (Vec<Item>, f32) {
    let theme = context.theme;
    let (mut at, mut items) = (Point::default(), Vec::new());
    for (channel, count) in met {
        let room = (width - SIGN_AT - SIGN - 5.0 - TAIL).max(0.0);
        let name = context.shaper.line_within(channel.name(), context.detail().with_color(theme.ink), room);
        let wide = SIGN_AT + SIGN + 5.0 + name.width + TAIL;
        if at.x > 0.0 && at.x + wide > width {
            at = Point::new(0.0, at.y + HEIGHT + GAP);
        }
        let bounds = Rect::new(at.x, at.y, wide, HEIGHT);
        let sign = Rect::new(at.x + SIGN_AT, at.y + (HEIGHT - SIGN) / 2.0, SIGN, SIGN);
        let icon = channel_icon(*channel).path(sign, theme.stage(column.hue));
        let baseline = at.y + HEIGHT / 2.0 + (name.ascent - name.descent) / 2.0;
        let inside = vec![
            pen::rounded(bounds, HEIGHT / 2.0, theme.surface, Some((context.card_edge(), 1.0))),
            Item::Path(context.upright(icon, sign)),
            Item::Text(name.at(Point::new(sign.right() + 5.0, baseline))),
        ];
        let (stage, channel) = (context.stage_name(column.stage), *channel);
        let label = say!(layout_say_channel, channel = channel.name(), stage, count = *count);
        let nth = Channel::ALL.iter().position(|other| *other == channel).unwrap_or_default();
        let tag = Tag::pair(Kind::Channel, column.stage.0, nth as u64);
        items.push(pen::tagged(tag, Role::Paragraph, label, bounds, inside));
        at.x += wide + GAP;
    }
    let height = if met.is_empty() { 0.0 } else { at.y + HEIGHT };
    (items, height)
}

#[cfg(test)]
mod tests {
    use crate::figures::sample;
    use crate::layout::{BoardCache, Lens, arrange_board, arrange_board_again};
    use crate::model::{Change, Edit, Lane, LaneId, LaneKind, Map, Rank, RecordRef, Verb};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::collections::BTreeSet;

    #[test]
    fn a_stage_that_is_renamed_is_said_by_its_new_name_with_each_channel() {
        let mut tables = sample::map().to_tables();
        tables.lanes.insert(LaneId(9_001), Lane::new(Rank::middle(), LaneKind::Channels));
        let mut map = Map::new(tables).unwrap();
        let (shaper, theme, lens) = (Shaper::bundled(), Theme::light(), Lens::default());
        let mut kept = BoardCache::default();
        arrange_board_again(&map, &lens, &theme, &shaper, 1136.0, &mut kept, None);
        let (id, mut stage) = map.stages.iter().next().map(|(id, stage)| (*id, stage.clone())).unwrap();
        stage.name = "Renamed".to_owned();
        map.apply(Edit::of(Verb::Replace, vec![Change::Stage(id, Some(stage))])).unwrap();
        let touched = BTreeSet::from([RecordRef::Stage(id)]);
        let again = arrange_board_again(&map, &lens, &theme, &shaper, 1136.0, &mut kept, Some(&touched));
        assert!(again == arrange_board(&map, &lens, &theme, &shaper, 1136.0));
    }
}
