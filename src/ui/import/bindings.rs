//! The second step: what the log's events and segments are on the map.

use egui::{Align, Rect, RichText, Sense, Stroke, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::say;

use super::asks::Asks;
use super::{cells, counting, rows_text};
use crate::figures::group_name;
use crate::model::Map;
use crate::scene::FaceStyle;
use crate::session::flows::ImportMsg;
use crate::session::import::{Binding, EventRow, Import, MADE_STAGES, SegmentTarget};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{bare_combo_ui, entry_ui, link_button_ui, muted_ui};

/// Height of a row and of what stands in it.
const ROW: f32 = 35.0;
const CONTROL: f32 = 28.0;
/// The line between an event and what it is.
const LINE: f32 = 28.0;
const LINE_GAP: f32 = 10.0;
/// Events that happened too seldom for a stage, as many as are named.
const ONE_OFFS_NAMED: usize = 6;
/// The offer beside an event that nothing is called like.
const OFFER: f32 = 132.0;
/// The same below a segment, where there is no room beside it.
const OFFER_BELOW: f32 = 20.0;

/// Where the parts of a row stand, as distances from its left edge. The same for events and segments.
struct Grid {
    /// End of the name and begin of the count.
    name: f32,
    count: f32,
    line: f32,
    choice: f32,
    choice_end: f32,
}

impl Grid {
    /// `offers`: beside some choice stands an offer.
    fn of(width: f32, offers: bool) -> Self {
        let count = (width * 0.34).min(300.0);
        let line = count + LINE_GAP;
        let choice = line + LINE + LINE_GAP;
        let beside = if offers { OFFER + 8.0 } else { 0.0 };
        let choice_end = (width - beside).min(choice + 300.0);
        Self { name: count - 70.0, count, line, choice, choice_end }
    }
}

/// `shows_counting` brings the choices of how stages are counted, below the events, into sight.
pub(super) fn bindings_ui(ui: &mut Ui, import: &mut Asks<'_>, map: &Map, shows_counting: &mut bool) {
    if import.events().is_empty() {
        if import.busy().is_some() {
            ui.label(RichText::new(say!(ui_import_counting_events)).font(style::body()));
        }
        return;
    }
    let bound = import.events().iter().filter(|row| row.binding != Binding::Unused).count();
    let near = import.events().iter().filter(|row| row.by_nearness).count();
    let mut remark = say!(ui_import_bound, bound, all = import.events().len());
    if near > 0 {
        remark.push_str(&say!(ui_import_bound_near, near));
    }
    cells::caption_row_ui(ui, say!(ui_import_events_to_stages), &remark);
    made_ui(ui, import, map);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in 0..import.events().len() {
            event_ui(ui, import, row, map);
        }
    });
    more_ui(ui, import, map);
    ui.add_space(12.0);
    counting::counting_ui(ui, import, shows_counting);
    ui.add_space(12.0);
}

/// The name, the count and the line of a row; gives back where its choice and what is beside that stand.
fn start_ui(ui: &mut Ui, offers: bool, name: &str, count: u64) -> (Rect, Rect) {
    let theme = style::theme(ui.ctx());
    let row = cells::row_ui(ui, ROW);
    let grid = Grid::of(row.width(), offers);
    let medium = style::font(FaceStyle::Medium, size::UI);
    cells::text_ui(ui, cells::part(row, 0.0, grid.name), Align::Min, name, medium, style::color(theme.ink))
        .on_hover_text(name);
    let place = cells::part(row, grid.name, grid.count);
    cells::text_ui(ui, place, Align::Max, &rows_text(count), style::body(), style::color(theme.muted));
    let line = cells::part(row, grid.line, grid.line + LINE);
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(1.3, style::color(theme.neutral)));
    let choice = cells::part(row, grid.choice, grid.choice_end);
    let choice = Rect::from_center_size(choice.center(), vec2(choice.width(), CONTROL));
    (choice, cells::part(row, grid.choice_end + 8.0, row.width()))
}

/// The coloured edge over the left end of a choice.
fn edge_ui(ui: &Ui, choice: Rect, color: crate::scene::Color) {
    let edge = Rect::from_min_size(choice.min, vec2(4.0, choice.height()));
    ui.painter().rect_filled(edge, 2.0, style::color(color));
}

fn event_ui(ui: &mut Ui, import: &mut Asks<'_>, row: usize, map: &Map) {
    let theme = style::theme(ui.ctx());
    let Some(event) = import.events().get(row).cloned() else { return };
    let is_offered = |event: &EventRow| event.by_nearness || event.binding == Binding::Unused;
    let offers = import.events().iter().any(|event| is_offered(event) && event.nearest.is_some());
    let (choice, beside) = start_ui(ui, offers, &event.event, event.rows);
    let offered = event.nearest.clone().filter(|_| is_offered(&event));
    cells::control_ui(ui, choice, |ui| {
        if offered.is_some() {
            ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, style::color(theme.warn));
        }
        if event.binding == Binding::Unused {
            ui.visuals_mut().widgets.inactive.fg_stroke.color = style::color(theme.muted);
        }
        ui.spacing_mut().button_padding.x = 14.0;
        let label = say!(ui_import_what_is, event = event.event);
        let asked = if event.by_nearness { "?" } else { "" };
        bare_combo_ui(ui, &label, &format!("{}{asked}", binding_name(map, event.binding, &event.event)), |ui| {
            choices_ui(ui, import, row, map, &event.event);
        });
    });
    edge_ui(ui, choice, edge_color(&theme, map, event.binding));
    if let Some((name, binding)) = offered
        && offer_ui(ui, beside, &name)
    {
        import.ask(ImportMsg::Bind(row, binding));
    }
}

/// The nearest name on the map, to be taken with a click.
fn offer_ui(ui: &mut Ui, place: Rect, name: &str) -> bool {
    let warn = style::color(style::theme(ui.ctx()).warn_ink);
    let said = say!(ui_import_nearest, name);
    let text = RichText::new(&said).font(style::small()).color(warn).underline();
    let response = cells::control_ui(ui, place, |ui| {
        ui.add(egui::Label::new(text).truncate().sense(Sense::click())).on_hover_text(say!(ui_import_take, name))
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn choices_ui(ui: &mut Ui, import: &mut Asks<'_>, row: usize, map: &Map, event: &str) {
    let mut chosen = None;
    let mut offer = |ui: &mut Ui, text: &str, binding: Binding| {
        if entry_ui(ui, false, text).clicked() {
            chosen = Some(binding);
        }
    };
    offer(ui, say!(ui_import_not_used), Binding::Unused);
    ui.separator();
    for (id, stage) in map.stages_in_order() {
        offer(ui, &stage.name, Binding::Stage(id));
    }
    offer(ui, &say!(ui_import_plus_new_stage, event), Binding::MakeStage);
    for (id, stage) in map.stages_in_order() {
        ui.separator();
        muted_ui(ui, &say!(ui_import_touchpoints_of, stage = stage.name));
        for (card, touchpoint) in map.touchpoints_of(id) {
            offer(ui, &format!("    {}", touchpoint.title), Binding::Touchpoint(card));
        }
        offer(ui, &say!(ui_import_plus_new_touchpoint, event), Binding::MakeTouchpoint(id));
    }
    if let Some(binding) = chosen {
        import.ask(ImportMsg::Bind(row, binding));
    }
}

fn binding_name(map: &Map, binding: Binding, event: &str) -> String {
    match binding {
        Binding::Unused => say!(ui_import_not_used).to_owned(),
        Binding::Stage(id) => map.stages.get(&id).map_or_else(String::new, |stage| stage.name.clone()),
        Binding::Touchpoint(id) => {
            let Some(card) = map.touchpoints.get(&id) else { return String::new() };
            let stage = map.stages.get(&card.stage).map_or("", |stage| &stage.name);
            format!("{stage} · {}", card.title)
        }
        Binding::MakeStage => say!(ui_import_new_stage, event),
        Binding::MakeTouchpoint(id) => {
            let stage = map.stages.get(&id).map_or("", |stage| &stage.name);
            say!(ui_import_new_at, stage, event)
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

/// Says where no event is a stage yet, and of stages that are made in which order they stand.
fn made_ui(ui: &mut Ui, import: &mut Asks<'_>, map: &Map) {
    let all = import.events().len();
    let is_empty = map.stages.is_empty();
    let one_offs: Vec<String> = import.one_offs().into_iter().map(|row| row.event.clone()).collect();
    let is_left = |row: &EventRow| row.binding == Binding::Unused && !one_offs.contains(&row.event);
    let offered = match import.events().iter().any(|row| row.binding != Binding::Unused) {
        false if is_empty => {
            muted_ui(ui, say!(ui_import_no_stages));
            None
        }
        false => Some((say!(ui_import_none_called), MADE_STAGES.min(all))),
        true if is_empty && import.events().iter().any(is_left) => Some((say!(ui_import_rest_too), all)),
        true => None,
    };
    if let Some((said, most)) = offered {
        ui.horizontal_wrapped(|ui| {
            muted_ui(ui, said);
            if link_button_ui(ui, &make_label(import, most)).clicked() {
                import.ask(ImportMsg::MakeStagesOf(most));
            }
        });
    }
    // Among all events they are as rare as the rest that nobody asked for.
    let makes_all = import.events().iter().all(|row| row.binding != Binding::Unused || one_offs.contains(&row.event));
    if !one_offs.is_empty() && makes_all && !import.made_stages().is_empty() {
        ui.horizontal_wrapped(|ui| {
            let names = one_offs.iter().take(ONE_OFFS_NAMED).map(String::as_str).collect::<Vec<_>>().listed(", ");
            let dots = if one_offs.len() > ONE_OFFS_NAMED { " …" } else { "" };
            muted_ui(ui, &say!(ui_import_one_offs, count = one_offs.len(), names, dots));
            if link_button_ui(ui, say!(ui_import_make_one_offs)).clicked() {
                import.ask(ImportMsg::MakeStagesOfOneOffs);
            }
        });
    }
    if let Some((which, order)) = made_said(import) {
        let said = say!(ui_import_which_order, which);
        let warn = style::color(style::theme(ui.ctx()).warn_ink);
        ui.add(egui::Label::new(RichText::new(said).font(style::body()).color(warn)).wrap());
        ui.add(egui::Label::new(RichText::new(order).font(style::body())).wrap());
        ui.add_space(4.0);
    }
}

/// What makes stages of so many events, as a button says it.
pub(super) fn make_label(import: &Import, most: usize) -> String {
    let made = import.events().len() - import.one_offs().len();
    let goal = import.rarer_goal(most).and_then(|at| import.events().get(at));
    match goal {
        _ if most >= made => match import.one_offs().len() {
            0 => say!(ui_import_make_all).to_owned(),
            count => say!(ui_import_make_all_but, made, count),
        },
        Some(goal) => say!(ui_import_make_most_and, n = most.saturating_sub(1), goal = goal.event),
        None => say!(ui_import_make_most, most),
    }
}

/// Of which events stages are made, and their order; none where there is no order to check.
fn made_said(import: &Import) -> Option<(String, String)> {
    let made: Vec<&str> = import.made_stages().into_iter().map(|row| row.event.as_str()).collect();
    let all = import.events().len() + import.unlisted_events();
    let makes = |row: &EventRow| row.binding == Binding::MakeStage;
    let which = match made.len() {
        0 | 1 => return None,
        count if count == all => say!(ui_import_all_events, all),
        count if import.events().iter().take(count).all(makes) => say!(ui_import_most_of, count, all),
        count => match import.rarer_goal(count).and_then(|at| import.events().get(at)) {
            Some(goal) if makes(goal) && import.events().iter().take(count - 1).all(makes) => {
                say!(ui_import_most_of_and, count = count - 1, all, goal = goal.event)
            }
            _ => say!(ui_import_some_of, count, all),
        },
    };
    Some((which, made.join(" → ")))
}

fn more_ui(ui: &mut Ui, import: &mut Asks<'_>, map: &Map) {
    if import.unlisted_events() > 0 {
        muted_ui(ui, &say!(ui_import_rarer, n = import.unlisted_events()));
    }
    let absent = import.absent_events(map);
    if !absent.is_empty() {
        let names: Vec<String> = absent.iter().take(6).map(|(event, record)| format!("{event} ({record})")).collect();
        let dots = if absent.len() > 6 { " …" } else { "" };
        muted_ui(ui, &say!(ui_import_not_in_log, names = names.listed(", "), dots));
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
        muted_ui(ui, &say!(ui_import_silent, names = silent.listed(", ")));
    }
}

/// What the log's segments are on the map.
pub(super) fn segments_ui(ui: &mut Ui, import: &mut Asks<'_>, map: &Map) {
    if import.segments().is_empty() {
        return;
    }
    ui.add_space(12.0);
    cells::caption_row_ui(ui, say!(ui_import_segments), "");
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in 0..import.segments().len() {
            segment_ui(ui, import, row, map);
        }
    });
}

fn segment_ui(ui: &mut Ui, import: &mut Asks<'_>, row: usize, map: &Map) {
    let theme = style::theme(ui.ctx());
    let Some(segment) = import.segments().get(row).cloned() else { return };
    let (choice, _) = start_ui(ui, false, group_name(&segment.value), segment.customers);
    if segment.blank {
        let said = say!(ui_import_no_segment);
        cells::text_ui(ui, choice, Align::Min, said, style::small(), style::color(theme.muted));
        return;
    }
    let offered = segment.nearest.filter(|_| segment.by_nearness || segment.target == SegmentTarget::Make);
    cells::control_ui(ui, choice, |ui| {
        if offered.is_some() {
            ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, style::color(theme.warn));
        }
        ui.spacing_mut().button_padding.x = 14.0;
        let label = say!(ui_import_what_segment_is, segment = segment.value);
        bare_combo_ui(ui, &label, &target_name(map, segment.target, &segment.value), |ui| {
            for (id, known) in map.segments_in_order() {
                if entry_ui(ui, segment.target == SegmentTarget::Match(id), &known.name).clicked() {
                    import.ask(ImportMsg::MatchSegment(row, SegmentTarget::Match(id)));
                }
            }
            ui.separator();
            let make = say!(ui_import_plus_new_segment, segment = segment.value);
            if entry_ui(ui, segment.target == SegmentTarget::Make, make).clicked() {
                import.ask(ImportMsg::MatchSegment(row, SegmentTarget::Make));
            }
            if entry_ui(ui, segment.target == SegmentTarget::Ignore, say!(ui_import_not_used)).clicked() {
                import.ask(ImportMsg::MatchSegment(row, SegmentTarget::Ignore));
            }
        });
    });
    let edge = match segment.target {
        SegmentTarget::Match(_) => theme.good,
        SegmentTarget::Make => theme.accent,
        SegmentTarget::Ignore => theme.neutral,
    };
    edge_ui(ui, choice, edge);
    let Some((id, nearest)) = offered.and_then(|id| Some((id, map.segments.get(&id)?))) else { return };
    let below = cells::row_ui(ui, OFFER_BELOW).with_min_x(choice.left());
    if offer_ui(ui, below, &nearest.name) {
        import.ask(ImportMsg::MatchSegment(row, SegmentTarget::Match(id)));
    }
}

fn target_name(map: &Map, target: SegmentTarget, value: &str) -> String {
    match target {
        SegmentTarget::Match(id) => map.segments.get(&id).map_or_else(String::new, |segment| segment.name.clone()),
        SegmentTarget::Make => say!(ui_import_new_segment, value),
        SegmentTarget::Ignore => say!(ui_import_not_used).to_owned(),
    }
}
