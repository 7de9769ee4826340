//! The menu on a right click: the commands of the table that make sense there, and only those that can be used.

use crate::model::{ListKind, RecordRef};
use crate::session::{Command, Intent, Session};
use crate::ui::menu::{MenuItem, group_line_ui, menu_item_ui};
use egui::Ui;

/// In points.
const WIDTH: f32 = 250.0;

const RECORD: &[&[Command]] = &[
    &[Command::EditTitle],
    &[Command::Cut, Command::Copy, Command::Paste, Command::Duplicate, Command::Delete],
    &[Command::MoveLeft, Command::MoveRight, Command::MoveUp, Command::MoveDown],
];

/// What can be added at a card: beside cards and flags whatever is tied to one.
fn card() -> Vec<Vec<Command>> {
    let tied = ListKind::ALL.iter().filter(|kind| kind.kind().is_tied()).map(|kind| Command::Add(*kind));
    vec![
        vec![Command::EmotionUp, Command::EmotionDown, Command::ToggleEvidence],
        vec![Command::SplitStage],
        [Command::AddTouchpoint, Command::AddFlag].into_iter().chain(tied).collect(),
    ]
}

/// What can be added at a stage.
fn stage() -> Vec<Vec<Command>> {
    let (asked, others): (Vec<&ListKind>, Vec<&ListKind>) =
        ListKind::ALL.iter().partition(|kind| **kind == ListKind::Question);
    let added = |kind: &ListKind| Command::Add(*kind);
    let first =
        [Command::AddStage, Command::AddStep, Command::AddTouchpoint].into_iter().chain(asked.into_iter().map(added));
    vec![
        vec![Command::FoldStages, Command::MergeStages, Command::Connect],
        first.chain([Command::AddFlag]).chain(others.into_iter().map(added)).collect(),
    ]
}

/// What can be done with a lane.
fn lane() -> Vec<Vec<Command>> {
    vec![
        vec![Command::EditTitle],
        vec![Command::FoldLane, Command::FitLane, Command::HideLane],
        vec![Command::AddLane, Command::MoveUp, Command::MoveDown],
        vec![Command::Delete],
    ]
}

/// What can be done with a note, over the board and in the parking lot.
fn note() -> Vec<Vec<Command>> {
    vec![
        vec![Command::SortTouchpoint, Command::SortPain, Command::SortQuestion, Command::SortAction],
        vec![Command::Cluster, Command::FoldCluster, Command::TieNotes, Command::ParkNotes],
        vec![Command::VoteUp, Command::VoteDown],
        vec![Command::NoteYellow, Command::NoteBlue, Command::NotePink, Command::NoteGreen],
    ]
}

/// How free things are put in line.
fn in_line() -> Vec<Vec<Command>> {
    vec![
        vec![Command::AlignLeft, Command::AlignCenter, Command::AlignRight],
        vec![Command::AlignTop, Command::AlignMiddle, Command::AlignBottom],
        vec![Command::SpreadAcross, Command::SpreadDown],
    ]
}

fn place() -> Vec<Vec<Command>> {
    let listed = ListKind::ALL.iter().map(|kind| Command::Add(*kind));
    let added = [Command::AddStage, Command::AddTouchpoint].into_iter().chain(listed).chain([
        Command::AddSticky,
        Command::AddFrame,
        Command::AddArrow,
        Command::AddText,
    ]);
    vec![vec![Command::Paste, Command::SelectAll], added.collect(), vec![Command::Fit, Command::ZoomActual]]
}

fn record() -> Vec<Vec<Command>> {
    RECORD.iter().map(|group| group.to_vec()).collect()
}

/// The menu for a record, or for a place without one.
pub fn menu_ui(ui: &mut Ui, on: Option<RecordRef>, session: &Session, intents: &mut Vec<Intent>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_max_width(WIDTH);
    let groups = if let Some(RecordRef::Touchpoint(_)) = on {
        [record(), card()].concat()
    } else if let Some(RecordRef::Stage(_)) = on {
        [record(), stage()].concat()
    } else if let Some(RecordRef::Sticky(_)) = on {
        [record(), note(), in_line()].concat()
    } else if let Some(RecordRef::Drawing(_)) = on {
        [record(), in_line()].concat()
    } else if let Some(RecordRef::Lane(_)) = on {
        lane()
    } else if on.is_some() {
        record()
    } else {
        place()
    };
    let usable = groups.iter().map(|group| group.iter().copied().filter(|command| session.is_enabled(*command)));
    let groups: Vec<Vec<Command>> = usable.map(Iterator::collect).filter(|group: &Vec<_>| !group.is_empty()).collect();
    for (nth, group) in groups.iter().enumerate() {
        if nth > 0 {
            group_line_ui(ui);
        }
        for command in group {
            let keys = command.keys().unwrap_or_default();
            let name = session.full_name(*command);
            if menu_item_ui(ui, &MenuItem { name: &name, keys, on: None }).clicked() {
                intents.push(Intent::Command(*command));
                ui.close();
            }
        }
    }
}
