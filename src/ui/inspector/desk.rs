//! A map, its history and one panel in a window without a screen, for the panels' tests.

use crate::edit::{History, remove};
use crate::model::*;
use crate::session::{Command, Intent, Taken, Writing};
use crate::store::DrawerTab;
use crate::theme::Theme;
use crate::ui::style;
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::time::Duration;

/// What the panel's frame is given; `P` is what the panel keeps.
pub struct Desk<P> {
    pub map: Map,
    pub history: History,
    pub writing: Writing,
    pub selection: Vec<RecordRef>,
    pub lens: Option<SegmentId>,
    pub tab: DrawerTab,
    pub panel: P,
    /// What was asked for beside edits and selections.
    pub asked: Vec<Intent>,
    proposed: Option<Edit>,
}

impl<P> Desk<P> {
    pub fn new(map: Map, panel: P) -> Self {
        let history = History::saved();
        Self {
            map,
            history,
            writing: Writing::default(),
            selection: Vec::new(),
            lens: None,
            tab: DrawerTab::DropOff,
            panel,
            asked: Vec::new(),
            proposed: None,
        }
    }

    pub fn handle(&mut self, intents: Vec<Intent>) {
        for intent in intents {
            if !intent.is_writing() {
                self.take();
            }
            match intent {
                Intent::Edit(edit) => self.apply(edit),
                Intent::Write { of, text } => {
                    if !self.writing.is_open(&of) {
                        self.take();
                        self.writing.close();
                    }
                    self.writing.write(of, text);
                }
                Intent::TakeText => self.take(),
                Intent::EndText(of) if self.writing.is_open(&of) => {
                    self.take();
                    self.writing.close();
                }
                Intent::EndText(_) => {}
                Intent::DropText(of) => self.writing.drop_text(&of),
                Intent::Propose(edit) => self.proposed = Some(edit),
                Intent::Commit => {
                    if let Some(edit) = self.proposed.take() {
                        self.apply(edit);
                    }
                }
                Intent::Command(Command::ShowSegments) => self.tab = DrawerTab::Segments,
                Intent::Command(Command::ShowCompliance) => self.tab = DrawerTab::Compliance,
                Intent::Command(Command::ShowActions) => self.tab = DrawerTab::Actions,
                Intent::Command(Command::ShowLeaks) => self.tab = DrawerTab::Leaks,
                Intent::Command(Command::ShowScorecard) => self.tab = DrawerTab::Scorecard,
                Intent::Cancel => self.proposed = None,
                Intent::Select(record) => self.selection = vec![record],
                Intent::Delete(records) => {
                    if let Some(removed) = remove(&self.map, &records) {
                        self.apply(removed.edit);
                    }
                }
                other => self.asked.push(other),
            }
        }
    }

    pub fn select(&mut self, record: RecordRef) {
        self.handle(vec![Intent::Select(record)]);
    }

    /// Puts the open text into the map, as the session does.
    fn take(&mut self) {
        if let Taken::Edit { edit, .. } = self.writing.take(&self.map) {
            self.apply(edit);
        }
    }

    fn apply(&mut self, edit: Edit) {
        let applied = self.map.apply(edit).expect("an edit of a panel is one that the map takes");
        self.history.push(applied.inverse, Duration::from_secs(100 * self.history.undo_steps() as u64));
        self.writing.look_again(&self.map);
    }

    pub fn undo(&mut self) {
        self.history.undo(&mut self.map).expect("what was done can be undone");
        self.writing.look_again(&self.map);
    }
}

/// A window of the width and height that shows the panel.
pub fn window<'a, P: 'a>(
    desk: Desk<P>,
    size: [f32; 2],
    theme: Theme,
    mut show: impl FnMut(&mut egui::Ui, &mut Desk<P>) -> Vec<Intent> + 'a,
) -> Harness<'a, Desk<P>> {
    Harness::builder()
        .with_size(size)
        .with_step_dt(0.05)
        .with_max_steps(40)
        .allow_missing_glyphs()
        .with_context_setup(move |ctx| style::apply(ctx, &theme, true))
        .build_ui_state(
            move |ui, desk| {
                let intents = show(ui, desk);
                desk.handle(intents);
            },
            desk,
        )
}

/// Writes into a field as a person would: everything that stood there is replaced.
pub fn write<P>(harness: &mut Harness<'_, Desk<P>>, label: &str, text: &str) {
    focus(harness, label);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
}

pub fn focus<P>(harness: &mut Harness<'_, Desk<P>>, label: &str) {
    let field = |node: &egui_kittest::Node<'_>| {
        use egui_kittest::kittest::NodeT;
        matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
    };
    harness.get_all_by_label(label).find(field).expect("a field of that name").focus();
    harness.run_steps(2);
}

pub fn click<P>(harness: &mut Harness<'_, Desk<P>>, label: &str) {
    harness.get_by_label(label).click_accesskit();
    harness.run_steps(3);
}

/// Two stages, two segments, and two cards in the first stage.
pub fn small_map() -> Map {
    let mut map = Map::default();
    map.meta.title = "Lumen Kids+".to_owned();
    let ranks = Rank::spread(4);
    let rank = |place: usize| ranks[place].clone();
    map.lanes.insert(LaneId(1), Lane::new(rank(0), LaneKind::Touchpoints));
    map.lanes.insert(LaneId(2), Lane::new(rank(1), LaneKind::Feeling));
    map.stages.insert(StageId(1), Stage::new(rank(0), "Decision"));
    map.stages.insert(StageId(2), Stage::new(rank(1), "Onboarding"));
    map.segments.insert(SegmentId(1), Segment::new(rank(0), "Families"));
    map.segments.insert(SegmentId(2), Segment::new(rank(1), "Superfans"));
    for (id, title) in [(1, "Trial checkout"), (2, "Pricing FAQ")] {
        let card = Touchpoint::new(StageId(1), LaneId(1), rank(id as usize), title, Channel::Checkout);
        map.touchpoints.insert(TouchpointId(id), card);
    }
    assert_eq!(map.check(), []);
    map
}

/// A measurement of both stages, for everyone and for families.
pub fn measured_map() -> Map {
    let mut map = small_map();
    let figures = |customers, reached, dropped| Figures {
        customers,
        stages: vec![
            StageFigure { reached, dropped, median_secs: Some(250.0), ..StageFigure::default() },
            StageFigure { reached: reached - dropped, ..StageFigure::default() },
        ],
        then: vec![
            DroppedThen { nothing: dropped - 200, events: vec![("support_chat".to_owned(), 200)], other: 0 },
            DroppedThen::default(),
        ],
        seen_again: Vec::new(),
        reach: [(TouchpointId(1), reached / 2)].into(),
        touches: Vec::new(),
        activities: Vec::new(),
    };
    let measurement = Measurement {
        source: "viewing-events.csv".to_owned(),
        taken: Date::new(2026, 11, 3).unwrap(),
        first_time: "2026-09-01T00:00:00Z".to_owned(),
        last_time: "2026-11-02T23:59:00Z".to_owned(),
        rows_read: 1_203_614,
        rows_used: 1_203_600,
        rows_are: crate::model::RowsAre::Events,
        rejected: vec![(Rejection::of_words("no readable time"), 14)],
        ties: TieOrder::File,
        counting: Counting::default(),
        multi_segment_customers: 3,
        stages: vec![StageId(1), StageId(2)],
        outdated: false,
        all: figures(48_210, 20_000, 3_000),
        segments: [(SegmentId(1), figures(21_904, 6_790, 1_533))].into(),
    };
    map.measurements.insert(MeasurementId(1), measurement);
    assert_eq!(map.check(), []);
    map
}
