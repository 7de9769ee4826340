//! Which segments differ: a sentence for every two of them, and the rule for when one is too small to say.

use super::parts::GAP;
use crate::behaviour::compare::{Comparison, Group, Likeness, Pair, compare};
use crate::behaviour::small_groups::SmallGroups;
use crate::edit;
use crate::figures::{self, differences};
use crate::model::{Edit, LeastGroup, Map};
use crate::scene::FaceStyle;
use crate::text::read_from_left;
use crate::theme::size;
use crate::ui::inspector::{Panel, remark_ui};
use crate::ui::style;
use crate::ui::widgets::link_button_ui;
use egui::{DragValue, Label, Popup, PopupCloseBehavior, Rect, RichText, ScrollArea, Ui, vec2};
use touchline_words::say;

/// From this width on, the table and the verdicts stand side by side; below, one at a time.
const SIDE_BY_SIDE: f32 = 1180.0;
/// The table's share of the width where both stand.
const TABLE_SHARE: f32 = 0.6;

/// What the drawer keeps of the comparison between frames.
#[derive(Default)]
pub struct Differ {
    found: Option<(Question, Comparison)>,
    /// Where there is no room for both, the verdicts stand instead of the table.
    instead: bool,
    narrow: bool,
}

/// What a comparison was made from.
#[derive(PartialEq)]
struct Question {
    stages: Vec<String>,
    groups: Vec<Group>,
    small_groups: SmallGroups,
}

impl Differ {
    /// Where the table goes and where the verdicts.
    pub fn split(&mut self, map: &Map, whole: Rect) -> (Option<Rect>, Option<Rect>) {
        self.find(map);
        if self.found.is_none() {
            return (Some(whole), None);
        }
        self.narrow = whole.width() < SIDE_BY_SIDE;
        if self.narrow {
            return if self.instead { (None, Some(whole)) } else { (Some(whole), None) };
        }
        let (table, verdicts) = whole.split_left_right_at_fraction(TABLE_SHARE);
        (Some(table), Some(verdicts.with_min_x(verdicts.left() + 2.0 * GAP)))
    }

    /// Compares anew where the figures, the names or the rule are others than last time.
    fn find(&mut self, map: &Map) {
        let Some((stages, groups)) = figures::groups(map) else {
            self.found = None;
            return;
        };
        let question = Question { stages, groups, small_groups: figures::small_groups(map) };
        if self.found.as_ref().is_none_or(|(asked, _)| *asked != question) {
            let found = compare(&question.stages, &question.groups, question.small_groups);
            self.found = Some((question, found));
        }
    }

    /// The link that switches between table and verdicts where one has room.
    pub fn menu_ui(&mut self, ui: &mut Ui, map: &Map) {
        self.find(map);
        if self.found.is_some() && self.narrow {
            ui.add_space(GAP);
            let label = if self.instead { say!(ui_drawer_show_segments) } else { say!(ui_drawer_which_differ) };
            if link_button_ui(ui, label).clicked() {
                self.instead = !self.instead;
            }
        }
    }

    /// A line for every two segments, those that differ first.
    pub fn verdicts_ui(&mut self, ui: &mut Ui, panel: &mut Panel<'_>) {
        let Some((_, found)) = &self.found else { return };
        ui.horizontal(|ui| {
            let differing = found.pairs.iter().filter(|pair| pair.likeness == Likeness::Differ).count();
            let words = say!(ui_drawer_pairs_differ, differing, all = found.pairs.len());
            ui.label(RichText::new(words).font(style::font(FaceStyle::SemiBold, size::UI_SMALL)));
            ui.add_space(GAP);
            let tests = say!(ui_drawer_tests, tests = found.tests, definition = differences::DEFINITION.text());
            link_button_ui(ui, say!(ui_how_counted)).on_hover_text(tests);
            ui.add_space(GAP);
            rule_ui(ui, panel);
        });
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt("which segments differ").auto_shrink([false, false]).show(ui, |ui| {
            for pair in &found.pairs {
                pair_ui(ui, pair);
            }
            if found.segments_left_out > 0 {
                remark_ui(ui, &say!(ui_drawer_not_compared, n = found.segments_left_out));
            }
        });
    }
}

fn pair_ui(ui: &mut Ui, pair: &Pair) {
    let theme = style::theme(ui.ctx());
    let (names_ink, ink) = match pair.likeness {
        Likeness::Differ => (theme.ink, theme.ink_soft),
        Likeness::Alike => (theme.ink, theme.muted),
        Likeness::TooFew => (theme.muted, theme.muted),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        ui.spacing_mut().interact_size.y = 18.0;
        let names = say!(ui_drawer_pair, first = pair.first, second = pair.second);
        let names = RichText::new(names).font(style::font(FaceStyle::Medium, size::UI)).color(style::color(names_ink));
        let likeness = RichText::new(differences::likeness(pair)).font(style::body()).color(style::color(ink));
        ui.add(Label::new(names));
        ui.add(Label::new(likeness)).on_hover_text(stages_text(pair));
    });
}

/// Every stage of a pair, a line each.
fn stages_text(pair: &Pair) -> String {
    let line = |stage: &crate::behaviour::compare::StageTest| {
        let figures = stage.difference.zip(stage.low.zip(stage.high)).zip(stage.p_holm);
        match figures {
            Some(((difference, (low, high)), p)) => {
                let points = differences::points(difference, low, high);
                say!(ui_drawer_by_holm, stage = stage.name, points, p = differences::p_value(p))
            }
            None => read_from_left(format!("{}: {}", stage.name, differences::TOO_FEW.text())),
        }
    };
    pair.stages.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// When a segment is too small for a figure; a change of it is a step of undo.
fn rule_ui(ui: &mut Ui, panel: &mut Panel<'_>) {
    let map = panel.map;
    let least = map.meta.least_group;
    let link = link_button_ui(ui, say!(ui_drawer_too_few));
    let popup = Popup::menu(&link).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_width(300.0);
        remark_ui(ui, say!(ui_drawer_too_few_rule));
        let mut set = least;
        number_ui(ui, &mut set.customers, say!(ui_drawer_fewer_customers));
        number_ui(ui, &mut set.in_a_cell, say!(ui_drawer_fewer_in_a_cell));
        if set != least {
            panel.edit(edit::set_least_group(map, set).map(Edit::merging));
        }
        if least != LeastGroup::default() && link_button_ui(ui, say!(ui_drawer_as_it_was)).clicked() {
            panel.edit(edit::set_least_group(map, LeastGroup::default()));
        }
    });
}

fn number_ui(ui: &mut Ui, value: &mut u64, label: &str) {
    ui.horizontal(|ui| {
        let words = ui.label(RichText::new(label).font(style::body()));
        ui.add(DragValue::new(value).range(0..=100_000).speed(0.2)).labelled_by(words.id);
    });
}
