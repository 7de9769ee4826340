//! The second step: what the log's events and segments are on the map.

use egui::{Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

use super::rows_text;
use crate::behaviour::plan::Ties;
use crate::model::Map;
use crate::session::import::{Binding, Import, SegmentTarget};
use crate::ui::style;
use crate::ui::widgets::{bare_combo_ui, caption_ui, link_button_ui};

pub(super) fn bindings_ui(ui: &mut Ui, import: &mut Import, map: &Map) {
    let theme = style::theme(ui.ctx());
    if import.events().is_empty() {
        if import.busy().is_some() {
            ui.label(RichText::new("Counting the log's events…").font(style::body()));
        }
        return;
    }
    ui.horizontal(|ui| {
        caption_ui(ui, "Events to stages and touchpoints");
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let by_name = import.events().iter().filter(|row| row.by_name).count();
            let said = format!("{by_name} of {} bound by name", import.events().len());
            ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
        });
    });
    for row in 0..import.events().len() {
        event_ui(ui, import, row, map);
    }
    more_ui(ui, import, map);
    segments_ui(ui, import, map);
    ui.add_space(12.0);
    ties_ui(ui, import, map);
}

fn event_ui(ui: &mut Ui, import: &mut Import, row: usize, map: &Map) {
    let theme = style::theme(ui.ctx());
    let Some(event) = import.events().get(row).cloned() else { return };
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        let name = RichText::new(&event.event).font(style::body());
        ui.add_sized(vec2(220.0, 20.0), egui::Label::new(name).truncate().halign(egui::Align::Min));
        let rows = RichText::new(rows_text(event.rows)).font(style::body()).color(style::color(theme.muted));
        ui.add_sized(vec2(90.0, 20.0), egui::Label::new(rows).halign(egui::Align::Max));
        let (line, _) = ui.allocate_exact_size(vec2(36.0, 20.0), Sense::hover());
        ui.painter().hline(line.x_range(), line.center().y, style::hairline(&theme));
        let (edge, _) = ui.allocate_exact_size(vec2(4.0, 26.0), Sense::hover());
        ui.painter().rect_filled(edge, 2.0, style::color(edge_color(&theme, map, event.binding)));
        ui.allocate_ui(vec2(260.0, 28.0), |ui| {
            let label = format!("What {} is on the map", event.event);
            bare_combo_ui(ui, &label, &binding_name(map, event.binding, &event.event), |ui| {
                choices_ui(ui, import, row, map, &event.event);
            });
        });
        if let (Binding::Unused, Some((name, binding))) = (event.binding, &event.nearest) {
            let offer = format!("nearest: {name}");
            if link_button_ui(ui, &offer).clicked() {
                import.bind(row, *binding, map);
            }
        }
    });
}

fn choices_ui(ui: &mut Ui, import: &mut Import, row: usize, map: &Map, event: &str) {
    let mut chosen = None;
    let mut offer = |ui: &mut Ui, text: &str, binding: Binding| {
        if ui.selectable_label(false, text).clicked() {
            chosen = Some(binding);
        }
    };
    offer(ui, "not used", Binding::Unused);
    for (id, stage) in map.stages_in_order() {
        ui.separator();
        offer(ui, &stage.name, Binding::Stage(id));
        for (card, touchpoint) in map.touchpoints_of(id) {
            offer(ui, &format!("    {}", touchpoint.title), Binding::Touchpoint(card));
        }
        offer(ui, &format!("    + new touchpoint “{event}”"), Binding::MakeTouchpoint(id));
    }
    ui.separator();
    offer(ui, &format!("+ new stage “{event}”"), Binding::MakeStage);
    if let Some(binding) = chosen {
        import.bind(row, binding, map);
    }
}

fn binding_name(map: &Map, binding: Binding, event: &str) -> String {
    match binding {
        Binding::Unused => "not used".to_owned(),
        Binding::Stage(id) => map.stages.get(&id).map_or_else(String::new, |stage| stage.name.clone()),
        Binding::Touchpoint(id) => {
            let Some(card) = map.touchpoints.get(&id) else { return String::new() };
            let stage = map.stages.get(&card.stage).map_or("", |stage| &stage.name);
            format!("{stage} · {}", card.title)
        }
        Binding::MakeStage => format!("new stage “{event}”"),
        Binding::MakeTouchpoint(id) => {
            let stage = map.stages.get(&id).map_or("", |stage| &stage.name);
            format!("{stage} · new “{event}”")
        }
    }
}

fn edge_color(theme: &crate::theme::Theme, map: &Map, binding: Binding) -> crate::scene::Color {
    let stage = match binding {
        Binding::Stage(id) | Binding::MakeTouchpoint(id) => Some(id),
        Binding::Touchpoint(id) => map.touchpoints.get(&id).map(|card| card.stage),
        Binding::Unused => return theme.neutral,
        Binding::MakeStage => return theme.accent,
    };
    let place = map.stages_in_order().into_iter().position(|(id, _)| Some(id) == stage).unwrap_or(0);
    let own = stage.and_then(|id| map.stages.get(&id)?.color).map(usize::from);
    theme.stage(own.unwrap_or(place))
}

fn more_ui(ui: &mut Ui, import: &mut Import, map: &Map) {
    let theme = style::theme(ui.ctx());
    let muted = |text: String| RichText::new(text).font(style::small()).color(style::color(theme.muted));
    if import.unlisted_events() > 0 {
        ui.label(muted(format!("{} rarer events are not listed and not used", import.unlisted_events())));
    }
    if map.stages.is_empty() && import.events().iter().any(|row| row.binding == Binding::Unused) {
        ui.horizontal(|ui| {
            ui.label(muted("The map has no stages yet.".to_owned()));
            if link_button_ui(ui, "Make a stage of every event").clicked() {
                import.make_stages_of_unbound(map);
            }
        });
    }
    let absent = import.absent_events(map);
    if !absent.is_empty() {
        let names: Vec<String> = absent.iter().take(6).map(|(event, record)| format!("{event} ({record})")).collect();
        let dots = if absent.len() > 6 { " …" } else { "" };
        ui.label(muted(format!("Bound on the map, but not in this log: {}{dots}", names.join(", "))));
    }
    let silent: Vec<&str> = map
        .stages_in_order()
        .into_iter()
        .filter(|(id, _)| {
            import.events().iter().all(|row| match row.binding {
                Binding::Stage(stage) | Binding::MakeTouchpoint(stage) => stage != *id,
                Binding::Touchpoint(card) => map.touchpoints.get(&card).is_none_or(|card| card.stage != *id),
                Binding::Unused | Binding::MakeStage => true,
            })
        })
        .map(|(_, stage)| stage.name.as_str())
        .collect();
    if !silent.is_empty() && silent.len() < map.stages.len() {
        ui.label(muted(format!("No event of this log reaches: {}. The river passes over it.", silent.join(", "))));
    }
}

fn segments_ui(ui: &mut Ui, import: &mut Import, map: &Map) {
    if import.segments().is_empty() {
        return;
    }
    let theme = style::theme(ui.ctx());
    ui.add_space(12.0);
    caption_ui(ui, "Segments");
    for row in 0..import.segments().len() {
        let Some(segment) = import.segments().get(row).cloned() else { continue };
        ui.horizontal(|ui| {
            ui.set_height(30.0);
            let name = RichText::new(&segment.value).font(style::body());
            ui.add_sized(vec2(220.0, 20.0), egui::Label::new(name).truncate().halign(egui::Align::Min));
            let figure = RichText::new(rows_text(segment.customers)).font(style::body());
            ui.add_sized(
                vec2(90.0, 20.0),
                egui::Label::new(figure.color(style::color(theme.muted))).halign(egui::Align::Max),
            );
            let (line, _) = ui.allocate_exact_size(vec2(40.0, 20.0), Sense::hover());
            ui.painter().hline(line.x_range(), line.center().y, style::hairline(&theme));
            if segment.blank {
                let said = "rows that name no segment; they count in All";
                ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
                return;
            }
            ui.allocate_ui(vec2(260.0, 28.0), |ui| {
                let label = format!("What segment {} is on the map", segment.value);
                bare_combo_ui(ui, &label, &target_name(map, segment.target, &segment.value), |ui| {
                    for (id, known) in map.segments_in_order() {
                        if ui.selectable_label(segment.target == SegmentTarget::Match(id), &known.name).clicked() {
                            import.match_segment(row, SegmentTarget::Match(id));
                        }
                    }
                    ui.separator();
                    let make = format!("+ new segment “{}”", segment.value);
                    if ui.selectable_label(segment.target == SegmentTarget::Make, make).clicked() {
                        import.match_segment(row, SegmentTarget::Make);
                    }
                    if ui.selectable_label(segment.target == SegmentTarget::Ignore, "not used").clicked() {
                        import.match_segment(row, SegmentTarget::Ignore);
                    }
                });
            });
        });
    }
}

fn target_name(map: &Map, target: SegmentTarget, value: &str) -> String {
    match target {
        SegmentTarget::Match(id) => map.segments.get(&id).map_or_else(String::new, |segment| segment.name.clone()),
        SegmentTarget::Make => format!("new segment “{value}”"),
        SegmentTarget::Ignore => "not used".to_owned(),
    }
}

fn ties_ui(ui: &mut Ui, import: &mut Import, map: &Map) {
    ui.horizontal(|ui| {
        ui.label(RichText::new("Events of one customer at the same time come").font(style::body()));
        for (ties, name) in [(Ties::File, "in file order"), (Ties::Name, "by name")] {
            if ui.radio(import.ties() == ties, name).clicked() {
                import.set_ties(ties, map);
            }
        }
    });
}

/// A thin rule across the dialog.
pub(super) fn rule_ui(ui: &mut Ui) {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let line = Rect::from_min_max(rect.min, pos2(rect.max.x, rect.min.y + 1.0));
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(1.0, style::color(theme.hairline)));
}
