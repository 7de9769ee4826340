//! The menu on a right click: the commands of the table that make sense there, and only those that can be used.

use crate::model::RecordRef;
use crate::session::{Action, Command, Session};
use crate::ui::menu::{MenuItem, group_line_ui, menu_item_ui};
use egui::Ui;

/// In points.
const WIDTH: f32 = 250.0;

const RECORD: &[&[Command]] = &[
    &[Command::EditTitle],
    &[Command::Cut, Command::Copy, Command::Paste, Command::Duplicate, Command::Delete],
    &[Command::MoveLeft, Command::MoveRight, Command::MoveUp, Command::MoveDown],
];
const CARD: &[&[Command]] = &[
    &[Command::EmotionUp, Command::EmotionDown, Command::ToggleEvidence],
    &[Command::AddTouchpoint, Command::AddFlag, Command::AddPainPoint, Command::AddAction],
];
const STAGE: &[&[Command]] = &[&[
    Command::AddStage,
    Command::AddTouchpoint,
    Command::AddQuestion,
    Command::AddFlag,
    Command::AddAction,
    Command::AddMetric,
]];
const PLACE: &[&[Command]] = &[
    &[Command::Paste, Command::SelectAll],
    &[
        Command::AddStage,
        Command::AddTouchpoint,
        Command::AddQuestion,
        Command::AddPainPoint,
        Command::AddAction,
        Command::AddMetric,
        Command::AddSticky,
    ],
    &[Command::Fit, Command::ZoomActual],
];

/// The menu for a record, or for a place without one.
pub fn menu_ui(ui: &mut Ui, on: Option<RecordRef>, session: &Session, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_max_width(WIDTH);
    let groups: Vec<&[Command]> = if let Some(RecordRef::Touchpoint(_)) = on {
        [RECORD, CARD].concat()
    } else if let Some(RecordRef::Stage(_)) = on {
        [RECORD, STAGE].concat()
    } else if on.is_some() {
        RECORD.to_vec()
    } else {
        PLACE.to_vec()
    };
    let usable = groups.iter().map(|group| group.iter().copied().filter(|command| session.is_enabled(*command)));
    let groups: Vec<Vec<Command>> = usable.map(Iterator::collect).filter(|group: &Vec<_>| !group.is_empty()).collect();
    for (nth, group) in groups.iter().enumerate() {
        if nth > 0 {
            group_line_ui(ui);
        }
        for command in group {
            let keys = command.keys().unwrap_or_default();
            if menu_item_ui(ui, &MenuItem { name: command.full_name(), keys, on: None }).clicked() {
                actions.push(Action::Command(*command));
                ui.close();
            }
        }
    }
}
