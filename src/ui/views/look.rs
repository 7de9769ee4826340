//! How a record looks in a row: its sign, and its colour.

use crate::layout::{ListLook, channel_icon};
use crate::model::{Family, Map, RecordRef, TouchpointId};
use crate::scene::Color;
use crate::theme::{Icon, Theme};

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
        Family::Measurement => Some((Icon::Metric, theme.detail)),
        Family::Lane => Some((Icon::Panel, theme.detail)),
        Family::AgendaBlock => Some((Icon::Action, theme.detail)),
        Family::Map | Family::Stage | Family::Flag => None,
    }
}
