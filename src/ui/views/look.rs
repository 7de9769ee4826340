//! How a record looks in a row: its sign and its colour; and where it is said to stand.

use crate::layout::{ListLook, channel_icon};
use crate::model::{Family, Map, RecordRef, TouchpointId};
use crate::scene::{Color, LASTS};
use crate::theme::{Icon, Theme};
use egui::{Rect, Ui, accesskit};

/// Where something stands, for a screen reader.
pub fn bounds_of(rect: Rect) -> accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    accesskit::Rect { x0, y0, x1, y1 }
}

/// Paints what does not meet the filter as far as it lasts, and all else as it is.
pub fn dimmed<R>(ui: &mut Ui, is_dimmed: bool, paint: impl FnOnce(&mut Ui) -> R) -> R {
    let before = ui.opacity();
    if is_dimmed {
        ui.multiply_opacity(LASTS);
    }
    let painted = paint(ui);
    ui.set_opacity(before);
    painted
}

/// The sign before a record's words; none for a stage, which has a bar of its colour, and a flag, which is a pennant.
pub fn sign(map: &Map, record: RecordRef, hue: usize, theme: &Theme) -> Option<(Icon, Color)> {
    match record.kind().family() {
        Family::Touchpoint => {
            let card = map.touchpoints.get(&TouchpointId::try_from(record).ok()?)?;
            Some((channel_icon(card.channel), theme.stage(hue)))
        }
        Family::Listed(kind) => {
            let look = ListLook::of(kind);
            Some((look.icon, (look.color)(theme)))
        }
        Family::Sticky => Some((Icon::Sticky, theme.detail)),
        Family::Segment => Some((Icon::Segment, theme.detail)),
        Family::Connector => Some((Icon::Link, theme.detail)),
        Family::Loop => Some((Icon::Loop, theme.detail)),
        Family::Drawing => Some((Icon::Pencil, theme.detail)),
        Family::Measurement => Some((Icon::Metric, theme.detail)),
        Family::Lane => Some((Icon::Panel, theme.detail)),
        Family::AgendaBlock => Some((Icon::Action, theme.detail)),
        Family::Step => Some((Icon::Step, theme.stage(hue))),
        Family::SavedView | Family::DeckPage => Some((Icon::Bookmark, theme.detail)),
        Family::Map | Family::Stage | Family::Flag => None,
    }
}
