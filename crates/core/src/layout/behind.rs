//! What is written freely about a stage, and what goes on behind the line of visibility.

use touchline_words::say;

use super::cards::{CARD_RADIUS, MOST_LINES};
use super::context::{CELL_MARGIN, Column, Context, FADED, Uses};
use super::noted::{ListLook, Noted};
use super::notes::is_meant;
use super::pen;
use super::stack::{Sketch, Stacking};
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, PathSegment, Point, Rect};
use crate::text::TextStyle;
use crate::theme::{Icon, size};

/// What a remark's picture and its words are made from.
#[derive(Debug)]
pub(super) struct RemarkLook {
    text: String,
    codes: String,
    is_meant: bool,
}

impl Noted for Remark {
    type Look = RemarkLook;

    const PART: Kind = Kind::Remark;

    fn about() -> &'static str {
        say!(lane_free_text_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_remark_title),
            also: say!(kind_remark_also),
            hint: say!(kind_remark_hint),
            icon: Icon::Pencil,
            color: |theme| theme.muted,
            is_bare: true,
            text: (size::CARD_TITLE, FaceStyle::Regular),
            ground: |theme| theme.surface,
        }
    }

    fn stacking(_: &Context) -> (Stacking, f32) {
        (Stacking { top: 14.0, gap: 8.0, narrowest: f32::INFINITY, beside: false }, 30.0)
    }

    fn look(&self, context: &Context) -> RemarkLook {
        let Remark { stage: _, rank: _, lane: _, text, segments, codes } = self;
        RemarkLook { text: text.clone(), codes: codes.clone(), is_meant: is_meant(context, segments) }
    }

    fn is_as(&self, context: &Context, look: &RemarkLook) -> bool {
        let RemarkLook { text, codes, is_meant: meant } = look;
        *text == self.text && *codes == self.codes && *meant == is_meant(context, &self.segments)
    }

    fn label(look: &RemarkLook, _: RemarkId, _: &Context, _: &Column) -> String {
        let said = say!(kind_remark_said, text = look.text);
        if look.codes.is_empty() { said } else { format!("{said}, {}", look.codes) }
    }

    fn draw(look: &RemarkLook, id: RemarkId, context: &Context, at: Rect) -> Sketch {
        let style = TextStyle::new(context.dress.card_title, FaceStyle::Regular, context.theme.ink_soft);
        let style = context.led(style.with_line_height(1.4));
        let mut uses = Uses::default();
        let (x, width) = (at.x + 4.0, (at.width - 8.0).max(1.0));
        let words = context.ink().paragraph(&look.text, style, width, MOST_LINES);
        let text_rect = Rect::new(x, at.y, width, words.size.height.max(style.line()));
        let codes = context.ink().paragraph(&look.codes, context.detail(), width, MOST_LINES);
        let height = text_rect.height + if look.codes.is_empty() { 0.0 } else { codes.size.height };
        let bounds = Rect::new(x, at.y, width, height);
        let mut items = vec![pen::title(Kind::Remark, id.0, &look.text, text_rect, pen::set(&words, x, at.y))];
        items.extend(pen::set(&codes, x, text_rect.bottom()));
        if !look.is_meant {
            uses.faded = true;
            items = pen::faded(items, FADED);
        }
        Sketch { items, bounds, height, uses }
    }
}

/// What a backstage step's picture and its words are made from.
#[derive(Debug)]
pub(super) struct BackstageLook {
    title: String,
    /// Owner and system, as they stand under the title.
    by: String,
    /// The card that rests on it.
    card: Option<String>,
}

/// What the card is called that rests on a step.
fn title_of_card<'a>(context: &Context<'a>, step: &Backstage) -> Option<&'a str> {
    let card = step.touchpoint.and_then(|card| context.map.touchpoints.get(&card))?;
    let is_shown = context.map.lanes.get(&card.lane).is_some_and(|lane| !lane.hidden);
    (is_shown || context.is_editor()).then_some(card.title.as_str())
}

fn by(step: &Backstage) -> String {
    let said = [step.owner.trim(), step.system.trim()];
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl Noted for Backstage {
    type Look = BackstageLook;

    const PART: Kind = Kind::Backstage;

    fn about() -> &'static str {
        say!(lane_backstage_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_backstage_title),
            also: say!(kind_backstage_also),
            hint: say!(kind_backstage_hint),
            icon: Icon::Panel,
            color: |theme| theme.neutral,
            is_bare: false,
            text: (size::CARD_TITLE, FaceStyle::SemiBold),
            ground: |theme| theme.neutral_ground,
        }
    }

    fn stacking(context: &Context) -> (Stacking, f32) {
        (
            Stacking {
                top: 14.0,
                gap: context.dress.cards.gap,
                narrowest: context.purpose.narrowest_card(),
                beside: false,
            },
            28.0,
        )
    }

    fn look(&self, context: &Context) -> BackstageLook {
        // The note is told by the inspector alone.
        let Backstage { stage: _, rank: _, lane: _, title, touchpoint: _, owner: _, system: _, note: _ } = self;
        let card = title_of_card(context, self).map(str::to_owned);
        BackstageLook { title: title.clone(), by: by(self), card }
    }

    fn is_as(&self, context: &Context, look: &BackstageLook) -> bool {
        let BackstageLook { title, by: told, card } = look;
        *title == self.title && *told == by(self) && card.as_deref() == title_of_card(context, self)
    }

    fn label(look: &BackstageLook, _: BackstageId, _: &Context, _: &Column) -> String {
        let BackstageLook { title, by, card } = look;
        let mut words = vec![say!(kind_backstage_said, title)];
        words.extend(card.as_ref().map(|card| say!(kind_backstage_said_card, card)));
        words.extend(Some(by.clone()).filter(|by| !by.is_empty()));
        words.join(", ")
    }

    fn draw(look: &BackstageLook, id: BackstageId, context: &Context, at: Rect) -> Sketch {
        let theme = context.theme;
        let inner = (at.width - 2.0 * CELL_MARGIN).max(10.0);
        let (x, mut y) = (at.x + CELL_MARGIN, at.y + context.dress.cards.above - 1.0);
        let mut items = Vec::new();
        if let Some(card) = &look.card {
            let line = context.detail();
            let words = context.ink().paragraph(card, line, (inner - ARROW).max(10.0), 1);
            items.push(arrow(context, Point::new(x + 3.5, y + words.size.height / 2.0)));
            items.extend(pen::set(&words, x + ARROW, y));
            y += words.size.height + 2.0;
        }
        let title = context.ink().paragraph(&look.title, context.card_title(), inner, MOST_LINES);
        let title_height = title.size.height.max(context.card_title().line());
        let place = Rect::new(x, y, inner, title_height);
        items.push(pen::title(Kind::Backstage, id.0, &look.title, place, pen::set(&title, x, y)));
        y += title_height;
        let by = context.ink().paragraph(&look.by, context.detail(), inner, 3);
        if !by.lines.is_empty() {
            items.extend(pen::set(&by, x, y + 1.4));
            y += 1.4 + by.size.height;
        }
        let height = (y + context.dress.cards.below - at.y).max(context.dress.cards.least);
        let bounds = Rect::new(at.x, at.y, at.width, height);
        items.insert(0, pen::rounded(bounds, CARD_RADIUS, theme.neutral_ground, Some((context.card_edge(), 1.0))));
        Sketch { items, bounds, height, uses: Uses::default() }
    }
}

/// From the left edge to what the arrow points up to, in map units.
const ARROW: f32 = 13.0;

/// An arrow up to what customers meet.
fn arrow(context: &Context, middle: Point) -> Item {
    let (x, y) = (middle.x, middle.y);
    let line = vec![
        PathSegment::Move(Point::new(x, y + 4.0)),
        PathSegment::Line(Point::new(x, y - 4.0)),
        PathSegment::Move(Point::new(x - 3.0, y - 1.0)),
        PathSegment::Line(Point::new(x, y - 4.0)),
        PathSegment::Line(Point::new(x + 3.0, y - 1.0)),
    ];
    let stroke = crate::scene::Stroke::solid(context.theme.muted, 1.3);
    pen::stroked(line, stroke)
}

/// The line that customers see nothing behind, along the top of a lane.
pub(super) fn line_of_visibility(context: &Context, top: f32) -> Vec<Item> {
    let path = vec![PathSegment::Move(Point::new(0.0, top)), PathSegment::Line(Point::new(context.width, top))];
    let line = pen::dashed(path, context.theme.neutral, 1.2, 5.0, 4.0);
    let words = say!(layout_line_of_visibility);
    let text = context.shaper.line(words, context.detail()).ending_at(Point::new(context.width - 10.0, top + 13.0));
    let place = text.bounds();
    std::iter::once(line).chain(context.borrowed(words, place, vec![Item::Text(text)])).collect()
}
