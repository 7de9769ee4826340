//! Of the one table of commands: its keys, names and groups.

use super::commands::*;
use std::collections::BTreeMap;

#[test]
fn no_two_commands_share_a_key() {
    let mut taken: BTreeMap<Shortcut, Command> = BTreeMap::new();
    for row in COMMANDS {
        for shortcut in row.shortcuts {
            let earlier = taken.insert(*shortcut, row.command);
            assert_eq!(earlier, None, "{} is {:?} and {:?}", shortcut.text(), earlier, row.command);
        }
    }
}

#[test]
fn every_command_has_its_own_row() {
    for row in COMMANDS {
        assert_eq!(row.command.row().command, row.command);
    }
}

#[test]
fn what_a_menu_leaves_out_of_a_name_is_said_elsewhere() {
    for row in COMMANDS {
        assert_eq!(row.full.is_some(), row.menu == Menu::Insert, "{:?}", row.command);
    }
    assert_eq!(Command::AddFlag.full_name(), "Add compliance flag");
    assert_eq!(Command::Cut.full_name(), "Cut");
}

#[test]
fn each_group_of_a_menu_stands_together() {
    let mut groups: Vec<(Menu, &str)> = COMMANDS.iter().map(|row| (row.menu, row.group)).collect();
    groups.dedup();
    let there = groups.len();
    groups.sort_unstable();
    groups.dedup();
    assert_eq!(groups.len(), there);
}

#[test]
fn keys_that_write_text_wait_while_somebody_types() {
    for row in COMMANDS.iter().filter(|row| row.while_typing) {
        for keys in row.shortcuts {
            assert!(keys.ctrl || keys.key.starts_with('F'), "{} would swallow {}", row.name.text(), keys.text());
        }
    }
}

#[test]
fn every_command_says_what_it_does() {
    for row in COMMANDS {
        let (name, hint) = (row.name.text(), row.hint.text());
        assert!(!name.is_empty() && hint.len() > 8 && !hint.ends_with('.'), "{:?}", row.command);
    }
}
