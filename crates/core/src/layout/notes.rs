//! What people think, what hurts and what is to be done: how each stands in its lane, looks there, is said, and is found in the
//! palette.

use touchline_words::say;

use super::cards::{CARD_RADIUS, MOST_LINES};
use super::context::{CELL_MARGIN, Column, Context, FADED, Uses};
use super::noted::{ListLook, Noted};
use super::pen;
use super::stack::{Sketch, Stacking};
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Point, Rect};
use crate::text::{Paragraph, TextStyle};
use crate::theme::{Icon, size};

/// Whether an audience under the lens is meant: an empty list means all.
pub(super) fn is_meant(context: &Context, segments: &[SegmentId]) -> bool {
    segments.is_empty() || context.segment.is_none_or(|id| segments.contains(&id))
}

/// What a question's picture and its words are made from.
#[derive(Debug)]
pub(super) struct QuestionLook {
    text: String,
    is_meant: bool,
}

impl Noted for Question {
    type Look = QuestionLook;

    const PART: Kind = Kind::Question;

    fn about() -> &'static str {
        say!(lane_thinking_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_question_title),
            also: say!(kind_question_also),
            hint: say!(kind_question_hint),
            icon: Icon::Question,
            color: |theme| theme.question,
            is_bare: true,
            text: (size::QUOTE, FaceStyle::Italic),
            ground: |theme| theme.surface,
        }
    }

    fn stacking(_: &Context) -> (Stacking, f32) {
        (Stacking { top: 17.0, gap: 8.0, narrowest: f32::INFINITY, beside: false }, 36.0)
    }

    fn look(&self, context: &Context) -> QuestionLook {
        let Question { stage: _, rank: _, lane: _, text, segments } = self;
        QuestionLook { text: text.clone(), is_meant: is_meant(context, segments) }
    }

    fn is_as(&self, context: &Context, look: &QuestionLook) -> bool {
        let QuestionLook { text, is_meant: meant } = look;
        *text == self.text && *meant == is_meant(context, &self.segments)
    }

    fn label(look: &QuestionLook, _: QuestionId, _: &Context, _: &Column) -> String {
        say!(kind_question_said, text = quoted(&look.text))
    }

    fn draw(look: &QuestionLook, id: QuestionId, context: &Context, at: Rect) -> Sketch {
        let mut uses = Uses::default();
        let (x, width) = (at.x + 4.0, (at.width - 8.0).max(1.0));
        let words = balanced(context, &quoted(&look.text), width);
        let height = words.size.height.max(context.quote().line());
        let bounds = Rect::new(x, at.y, width, height);
        let mut items = vec![pen::title(Kind::Question, id.0, &look.text, bounds, pen::set(&words, x, at.y))];
        if !look.is_meant {
            uses.faded = true;
            items = pen::faded(items, FADED);
        }
        Sketch { items, bounds, height, uses }
    }
}

/// A quote in lines of about one length: as narrow as it can be without taking another line.
fn balanced(context: &Context, text: &str, width: f32) -> Paragraph {
    let mut best = context.ink().paragraph(text, context.quote(), width, MOST_LINES);
    let lines = best.lines.len();
    if !(2..=4).contains(&lines) || best.lines.iter().any(|line| line.runs.iter().any(|run| run.right_to_left)) {
        return best;
    }
    for share in [0.92, 0.84, 0.76, 0.68, 0.6] {
        let tried = context.ink().paragraph(text, context.quote(), width * share, MOST_LINES);
        if tried.lines.len() > lines {
            break;
        }
        best = tried;
    }
    best
}

/// In typographic quotation marks, unless somebody has written some.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim();
    let is_quoted = text.starts_with(['“', '”', '„', '«', '»', '‘', '"', '「', '『']);
    if is_quoted || text.is_empty() { text.to_owned() } else { say!(layout_quoted, text) }
}

/// What a pain point's picture and its words are made from.
#[derive(Debug)]
pub(super) struct PainLook {
    text: String,
    severity: Severity,
    codes: String,
    is_meant: bool,
}

impl Noted for PainPoint {
    type Look = PainLook;

    const PART: Kind = Kind::PainPoint;

    fn about() -> &'static str {
        say!(lane_pain_points_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_pain_point_title),
            also: say!(kind_pain_point_also),
            hint: say!(kind_pain_point_hint),
            icon: Icon::Pain,
            color: |theme| theme.pain,
            is_bare: true,
            text: (size::DETAIL, FaceStyle::Regular),
            ground: |theme| theme.surface,
        }
    }

    fn stacking(_: &Context) -> (Stacking, f32) {
        (Stacking { top: 16.0, gap: 8.0, narrowest: f32::INFINITY, beside: false }, 32.0)
    }

    fn look(&self, context: &Context) -> PainLook {
        // Which card hurts is told by the inspector alone.
        let PainPoint { stage: _, rank: _, lane: _, text, severity, touchpoint: _, segments, codes } = self;
        PainLook {
            text: text.clone(),
            severity: *severity,
            codes: codes.clone(),
            is_meant: is_meant(context, segments),
        }
    }

    fn is_as(&self, context: &Context, look: &PainLook) -> bool {
        let PainLook { text, severity, codes, is_meant: meant } = look;
        *text == self.text
            && *severity == self.severity
            && *codes == self.codes
            && *meant == is_meant(context, &self.segments)
    }

    fn label(look: &PainLook, _: PainPointId, _: &Context, _: &Column) -> String {
        let said = say!(kind_pain_point_said, severity = look.severity.name(), text = look.text);
        if look.codes.is_empty() { said } else { format!("{said}, {}", look.codes) }
    }

    fn draw(look: &PainLook, id: PainPointId, context: &Context, at: Rect) -> Sketch {
        let style = context.led(TextStyle::new(context.dress.detail, FaceStyle::Medium, context.theme.ink));
        let mut uses = Uses::default();
        let (x, width) = (at.x + 4.0, (at.width - 8.0).max(1.0));
        let text_x = x + 20.0;
        let words = context.ink().paragraph(&look.text, style, (width - 20.0).max(1.0), MOST_LINES);
        let text_height = words.size.height.max(style.line());
        let text_rect = Rect::new(text_x, at.y, (width - 20.0).max(1.0), text_height);
        let codes = context.ink().paragraph(&look.codes, context.detail(), text_rect.width, MOST_LINES);
        let height = text_height + if look.codes.is_empty() { 0.0 } else { codes.size.height };
        let bounds = Rect::new(x, at.y, width, height);
        let bars = severity_bars(context, look.severity, Point::new(x, at.y + 2.5));
        let mut items = context.sign(look.severity.name(), Rect::new(x, at.y + 2.5, 12.0, 10.0), bars);
        items.push(pen::title(Kind::PainPoint, id.0, &look.text, text_rect, pen::set(&words, text_x, at.y)));
        items.extend(pen::set(&codes, text_x, text_rect.bottom()));
        if !look.is_meant {
            uses.faded = true;
            items = pen::faded(items, FADED);
        }
        Sketch { items, bounds, height, uses }
    }
}

/// One to three rising bars: low, medium, high.
fn severity_bars(context: &Context, severity: Severity, at: Point) -> Vec<Item> {
    let level = match severity {
        Severity::Low => 1,
        Severity::Medium => 2,
        Severity::High => 3,
    };
    let bar = |nth: usize| {
        let height = 4.0 + 3.0 * nth as f32;
        let rect = Rect::new(at.x + 4.5 * nth as f32, at.y + 10.0 - height, 3.0, height);
        let color = if nth < level { context.theme.bad } else { context.card_edge() };
        pen::rounded(rect, 1.0, color, None)
    };
    (0..3).map(bar).collect()
}

/// What an action's picture and its words are made from.
#[derive(Debug)]
pub(super) struct ActionLook {
    title: String,
    owner: String,
    horizon: Horizon,
    status: ActionStatus,
    due: Option<Date>,
    card: Option<String>,
}

/// What the card is called that an action is for.
fn title_of_card<'a>(context: &Context<'a>, action: &Action) -> Option<&'a String> {
    action.touchpoint.and_then(|card| context.map.touchpoints.get(&card)).map(|card| &card.title)
}

impl Noted for Action {
    type Look = ActionLook;

    const PART: Kind = Kind::Action;

    fn about() -> &'static str {
        say!(lane_actions_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_action_title),
            also: say!(kind_action_also),
            hint: say!(kind_action_hint),
            icon: Icon::Action,
            color: |theme| theme.accent,
            is_bare: false,
            text: (size::CARD_TITLE, FaceStyle::SemiBold),
            ground: |theme| theme.action_ground,
        }
    }

    fn stacking(context: &Context) -> (Stacking, f32) {
        (
            Stacking {
                top: 12.0,
                gap: context.dress.cards.gap,
                narrowest: context.purpose.narrowest_card(),
                beside: false,
            },
            26.0,
        )
    }

    fn look(&self, context: &Context) -> ActionLook {
        // The card that it is for goes by its title; effort, effect, note and codes are told by the inspector alone.
        let Action { stage: _, rank: _, lane: _, title, owner, horizon, status, due, touchpoint: _, .. } = self;
        let Action { effort: _, effect: _, note: _, codes: _, .. } = self;
        let card = title_of_card(context, self).cloned();
        ActionLook { title: title.clone(), owner: owner.clone(), horizon: *horizon, status: *status, due: *due, card }
    }

    fn is_as(&self, context: &Context, look: &ActionLook) -> bool {
        let ActionLook { title, owner, horizon, status, due, card } = look;
        *title == self.title
            && *owner == self.owner
            && *horizon == self.horizon
            && *status == self.status
            && *due == self.due
            && card.as_ref() == title_of_card(context, self)
    }

    fn label(look: &ActionLook, _: ActionId, context: &Context, _: &Column) -> String {
        let ActionLook { title, owner, horizon, status, due, card } = look;
        let mut words = vec![say!(kind_action_said, title), horizon.name().to_owned()];
        if *status != ActionStatus::default() {
            words.push(status.name().to_owned());
        }
        if !owner.is_empty() {
            words.push(say!(kind_action_said_owner, owner));
        }
        if let Some(due) = due {
            words.push(say!(kind_action_said_due, day = due.long()));
        }
        // No page shows which card it is for.
        if let Some(card) = card.as_ref().filter(|_| context.is_editor()) {
            words.push(say!(kind_action_said_card, card));
        }
        words.join(", ")
    }

    fn draw(look: &ActionLook, id: ActionId, context: &Context, at: Rect) -> Sketch {
        action(context, id, look, at)
    }
}

/// How soon it is to be done, or how far it has come: `quick win · 5 Dec`, `under way · 5 Dec`, `done`.
fn plan_of(action: &ActionLook) -> String {
    let first = match action.status {
        ActionStatus::Planned => action.horizon.name(),
        ActionStatus::UnderWay | ActionStatus::Done | ActionStatus::Dropped => action.status.name(),
    };
    match action.due.filter(|_| !action.status.is_over()) {
        // A day stays on one line.
        Some(due) => format!("{first} · {}", due.short()),
        None => first.to_owned(),
    }
}

fn action(context: &Context, id: ActionId, action: &ActionLook, at: Rect) -> Sketch {
    let theme = context.theme;
    let inner = (at.width - 2.0 * CELL_MARGIN).max(10.0);
    let x = at.x + CELL_MARGIN;
    let title = context.ink().paragraph(&action.title, context.card_title(), inner, MOST_LINES);
    let title_height = title.size.height.max(context.card_title().line());

    let pill_ink = match (action.status, action.horizon) {
        (ActionStatus::Done, _) => theme.good_ink,
        (ActionStatus::Dropped, _) => theme.neutral_ink,
        (ActionStatus::UnderWay, _) => theme.accent_ink,
        (ActionStatus::Planned, Horizon::QuickWin) => theme.good_ink,
        (ActionStatus::Planned, Horizon::Medium) => theme.warn_ink,
        (ActionStatus::Planned, Horizon::LongTerm) => theme.neutral_ink,
    };
    let when = plan_of(action);
    let pill_style = TextStyle::new(context.dress.detail, FaceStyle::SemiBold, pill_ink);
    let pill_text = context.ink().paragraph(&when, pill_style, inner - 12.0, 3);
    let pill_width = (pill_text.size.width + 18.0).clamp(20.0, inner + 4.0);
    let pill_line = pill_style.line();
    let pill_height = 18.0 + pill_line * pill_text.lines.len().saturating_sub(1) as f32;

    // The owner shares a line with the pill where both fit, else stands above it.
    let owner_style = context.detail();
    let beside = inner - pill_width - 2.0;
    let whole = context.ink().paragraph(&action.owner, owner_style, inner, 3);
    let owner_fits = whole.size.width <= beside && whole.lines.len() <= 1;
    let owner = if owner_fits { context.ink().paragraph(&action.owner, owner_style, beside, 1) } else { whole };
    let close = context.dress.cards;
    let above = close.above - 1.0;
    let owner_y = at.y + above + title_height + 2.0;
    let pill_y = if owner_fits { owner_y + 0.5 } else { owner_y + owner.size.height + 3.0 };
    let pill = Rect::new(at.x + at.width - 8.0 - pill_width, pill_y, pill_width, pill_height);
    let height = (pill.bottom() + close.above + 0.5 - at.y).max(close.least + 8.0);

    let bounds = Rect::new(at.x, at.y, at.width, height);
    let title_rect = Rect::new(x, at.y + above, inner, title_height);
    let mut items = vec![
        pen::rounded(bounds, CARD_RADIUS, theme.action_ground, Some((theme.action_edge, 1.0))),
        pen::title(Kind::Action, id.0, &action.title, title_rect, pen::set(&title, x, at.y + above)),
    ];
    items.extend(pen::set(&owner, x, owner_y));
    items.push(pen::rounded(pill, 9.0, theme.surface, None));
    let words = pill_text.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let lines = pill_text.lines.into_iter().enumerate().map(|(nth, line)| {
        let baseline = pill.y + 12.7 + nth as f32 * pill_line;
        Item::Text(line.centered_at(Point::new(pill.center().x, baseline)))
    });
    items.extend(context.borrowed(&words, pill, lines.collect()));
    Sketch { items, bounds, height, uses: Uses::default() }
}
