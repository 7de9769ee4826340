//! The screen for those who hear it: the stage is said when it changes, and every part of it has a name.

use super::hands::{asked, is_lit};
use super::screen::{Laid, Seen};
use super::{Scenery, focus_id};
use crate::scene::{Kind, Part};
use crate::session::flows::PresentMsg;
use crate::session::record_of;
use crate::ui::screen::View;
use egui::accesskit::{Action, Live, Node, Rect, Toggled};
use egui::{Event, Id, Role, Ui};
use std::collections::HashMap;
use touchline_words::direction::Listed;
use touchline_words::say;

/// The stage in words, which a screen reader says by itself when they change.
pub fn stage_ui(ui: &Ui, scenery: &Scenery<'_>) {
    let map = scenery.session.map();
    let order = map.stages_in_order();
    let here = order.iter().enumerate().find(|(_, (id, _))| Some(*id) == scenery.show.stage());
    let words = match here {
        _ if scenery.show.is_blank() => say!(present_dark).to_owned(),
        None => say!(present_no_stages).to_owned(),
        Some((nth, (_, stage))) => {
            let name = say!(kind_stage_said, stage = stage.name);
            let place = say!(layout_say_place, place = nth + 1, count = order.len());
            [name, place, stage.goal.clone()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .listed(", ")
        }
    };
    let title = scenery.session.map().meta.title.clone();
    ui.ctx().accesskit_node_builder(focus_id(), |node| {
        node.set_role(Role::Group);
        node.set_label(say!(present_of, title));
        node.set_description(words.clone());
    });
    ui.ctx().accesskit_node_builder(Id::unique("presented stage"), |node| {
        node.set_role(Role::Label);
        node.set_value(words);
        node.set_live(Live::Polite);
    });
}

/// Every part by its name; what can be clicked can be clicked by a screen reader.
pub fn spoken_ui(ui: &Ui, scenery: &Scenery<'_>, seen: &Seen, msgs: &mut Vec<PresentMsg>) {
    if ui.ctx().accesskit_node_builder(focus_id(), |_| ()).is_none() {
        return;
    }
    let clicked: Vec<_> = ui.input(|input| {
        let clicks = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) if request.action == Action::Click => Some(request.target_node),
            _ => None,
        });
        clicks.collect()
    });
    let mut name = |laid: &Laid, view: View, over: &'static str| {
        // What says something by itself has a tag that others have too.
        let mut met = HashMap::<_, usize>::new();
        for part in laid.parts.iter() {
            let before = met.entry(part.tag()).or_default();
            let id = Id::unique("presented").with((over, part.tag(), *before));
            *before += 1;
            let acts = is_lit(part.tag()) || over == "frame" && part.tag().kind == Kind::Stage;
            if acts && clicked.contains(&id.accesskit_id()) {
                msgs.extend(asked(part.tag()));
            }
            ui.ctx().accesskit_node_builder(id, |node| named(node, &part, view, acts, scenery));
        }
    };
    if let Some((laid, view)) = &seen.stage {
        name(laid, *view, "stage");
    }
    name(&seen.frame.0, seen.frame.1, "frame");
}

fn named(node: &mut Node, part: &Part<'_>, view: View, acts: bool, scenery: &Scenery<'_>) {
    let rect = view.rect_to_screen(part.rect);
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    node.set_bounds(Rect { x0, y0, x1, y1 });
    if acts {
        node.set_role(Role::Button);
        node.set_label(part.label().into_owned());
        node.add_action(Action::Click);
        let record = record_of(part.tag());
        let is_here =
            record.is_some() && (record == scenery.show.spotlight() || record == scenery.show.stage().map(Into::into));
        node.set_toggled(Toggled::from(is_here));
    } else {
        let is_heading = matches!(part.tagged.role, crate::scene::Role::Heading(_));
        node.set_role(if is_heading { Role::Heading } else { Role::Label });
        node.set_value(part.label().into_owned());
        if is_heading {
            node.set_label(part.label().into_owned());
        }
    }
}
