//! What does not meet the filter steps back: a veil over it, through which it lasts at 42 %. Nothing is laid out for it.

use super::parts::Frame;
use crate::model::{FlagTarget, Others, RecordRef};
use crate::scene::{Kind, LASTS, Part, TagFamily};
use crate::session::filter::Matches;
use crate::session::{cards_on_channel, record_of};
use crate::theme::Theme;
use crate::ui::style;
use egui::{Color32, Mesh, Painter, Rect};

/// Draws the veils over what is seen.
pub fn paint_dimmed(painter: &Painter, frame: &Frame, theme: &Theme) {
    let filtering = frame.session.flows().filter();
    let Some(matches) = filtering.matches().filter(|_| filtering.others() == Others::Dimmed) else { return };
    let veil = |ground| -> Color32 { style::color(ground).gamma_multiply(1.0 - LASTS) };
    let (on_board, on_header) = (veil(theme.surface), veil(theme.ground));
    let (inner, seen) = (frame.frozen.inner(), frame.view.rect_to_scene(frame.area));
    let inside = painter.with_clip_rect(inner.intersect(painter.clip_rect()));
    let (mut veils, mut headers) = (Mesh::default(), Mesh::default());
    for part in frame.shown.board.parts().overlapping(seen) {
        match part.tag().kind.family() {
            TagFamily::Stage if is_dimmed(frame, matches, &part) => {
                headers.extend_with(frame.seen(&part), on_header);
            }
            TagFamily::Emotion | TagFamily::ToBe if is_dimmed(frame, matches, &part) => {
                let rect = frame.view.rect_to_screen(part.rect);
                inside.circle_filled(rect.center(), rect.width().min(rect.height()) / 2.0 + 1.0, on_board);
            }
            TagFamily::Touchpoint
            | TagFamily::Listed
            | TagFamily::Sticky
            | TagFamily::Connector
            | TagFamily::Loop
            | TagFamily::Drawing
            | TagFamily::Channel
            | TagFamily::Flag
                if is_dimmed(frame, matches, &part) =>
            {
                veils.extend_with(Some(frame.view.rect_to_screen(part.rect).expand(0.5)), on_board);
            }
            // The ground stays, and what lies on a card is under the card’s own veil.
            TagFamily::Stage
            | TagFamily::Emotion
            | TagFamily::ToBe
            | TagFamily::Touchpoint
            | TagFamily::Listed
            | TagFamily::Sticky
            | TagFamily::Connector
            | TagFamily::Loop
            | TagFamily::Drawing
            | TagFamily::Channel
            | TagFamily::Flag
            | TagFamily::Step
            | TagFamily::Map
            | TagFamily::StageEdge
            | TagFamily::Lane
            | TagFamily::LaneEdge
            | TagFamily::Cell
            | TagFamily::DropOff
            | TagFamily::Figure
            | TagFamily::Title => {}
        }
    }
    inside.add(veils);
    painter.add(headers);
}

trait Veils {
    fn extend_with(&mut self, rect: Option<Rect>, color: Color32);
}

impl Veils for Mesh {
    fn extend_with(&mut self, rect: Option<Rect>, color: Color32) {
        if let Some(rect) = rect {
            self.add_colored_rect(rect, color);
        }
    }
}

/// Whether a part steps back.
fn is_dimmed(frame: &Frame, matches: &Matches, part: &Part) -> bool {
    let tag = part.tag();
    if tag.kind == Kind::Channel {
        return !cards_on_channel(frame.session.shown(), tag).iter().any(|card| matches.meets((*card).into()));
    }
    let Some(record) = record_of(tag).filter(|record| !matches.meets(*record)) else { return false };
    let RecordRef::Flag(id) = record else { return true };
    // A pennant on its card is under the veil of the card.
    let on = frame.session.shown().flags.get(&id).map(|flag| flag.on);
    let Some(FlagTarget::Touchpoint(card)) = on else { return true };
    !frame.shown.rects_of(card.into()).any(|around| around.contains(part.rect.center()))
}
