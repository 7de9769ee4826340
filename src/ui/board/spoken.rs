//! The board for those who hear it: every part by name in the accessibility tree, and what a screen reader asks of one.
//!
//! Without a screen reader nothing is done here. A part is no widget, so its node is written by itself.

use super::parts::{Frame, clicked, is_plain};
use super::{BoardPanel, focus_id};
use crate::scene::{Kind, Part, TagFamily};
use crate::session::{Intent, record_of};
use egui::accesskit::{self, Toggled};
use egui::{Event, Id, Role, Ui};
use touchline_words::say;

pub fn spoken_ui(ui: &Ui, panel: &BoardPanel, frame: &Frame, intents: &mut Vec<Intent>) {
    let is_heard = ui.ctx().accesskit_node_builder(focus_id(), |_| ()).is_some();
    if !is_heard {
        return;
    }
    let asked = ui.input(|input| input.events.iter().filter_map(clicked_node).collect::<Vec<_>>());
    for part in frame.shown.board.parts().iter() {
        let seen = frame.seen(&part);
        // Cards and their like are named wherever they are, the ground between them only where it is seen.
        if seen.is_none() && (part.tag().kind == Kind::Title || !part.tag().kind.is_thing()) {
            continue;
        }
        // The first piece of a line or a drawing says what it is; the others are there to be hit, and would unsay it.
        let is_in_pieces = [Kind::Connector, Kind::Loop, Kind::Drawing].contains(&part.tag().kind);
        if is_in_pieces && part.label().is_empty() {
            continue;
        }
        let id = part_id(&part);
        if asked.contains(&id.accesskit_id()) && !is_plain(part.tag().kind) && !panel.is_busy() {
            clicked(ui, frame, part.tag(), intents);
        }
        let rect = seen.unwrap_or_else(|| frame.view.rect_to_screen(part.rect));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(role(part.tag().kind));
            match role(part.tag().kind) {
                Role::Label => node.set_value(part.label().into_owned()),
                _ => node.set_label(part.label().into_owned()),
            }
            if record_of(part.tag()).is_some_and(|record| !frame.session.meets_filter(record)) {
                node.set_description(say!(filter_unmet));
            }
            let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
            node.set_bounds(accesskit::Rect { x0, y0, x1, y1 });
            let selected = record_of(part.tag()).is_some_and(|record| frame.session.selection().contains(record));
            node.set_toggled(Toggled::from(selected));
            if !is_plain(part.tag().kind) {
                node.add_action(accesskit::Action::Click);
            }
        });
    }
}

/// The node that a screen reader asks to click.
fn clicked_node(event: &Event) -> Option<accesskit::NodeId> {
    match event {
        Event::AccessKitActionRequest(request) if request.action == accesskit::Action::Click => {
            Some(request.target_node)
        }
        _ => None,
    }
}

fn part_id(part: &Part) -> Id {
    // A flag is drawn twice, so the place counts too.
    let place = (part.rect.x.round() as i32, part.rect.y.round() as i32);
    let id = Id::unique("board part");
    if part.tag().kind == Kind::Flag { id.with((part.tag(), place)) } else { id.with(part.tag()) }
}

fn role(kind: Kind) -> Role {
    match kind.family() {
        TagFamily::Cell | TagFamily::Lane => Role::Group,
        TagFamily::Figure | TagFamily::Map => Role::Label,
        TagFamily::StageEdge | TagFamily::LaneEdge => Role::Splitter,
        TagFamily::Stage
        | TagFamily::Step
        | TagFamily::Touchpoint
        | TagFamily::Listed
        | TagFamily::Flag
        | TagFamily::Emotion
        | TagFamily::ToBe
        | TagFamily::DropOff
        | TagFamily::Channel
        | TagFamily::Sticky
        | TagFamily::Connector
        | TagFamily::Loop
        | TagFamily::Drawing
        | TagFamily::Title => Role::Button,
    }
}
