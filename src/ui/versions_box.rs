//! What is asked where there are two versions of a map: unsaved work, and what stands in its file.

use super::widgets::{box_buttons_ui, firm_box_ui, muted_ui, primary_button_ui, secondary_button_ui, words_ui};
use crate::scene::FaceStyle;
use crate::session::{Answer, Occasion, Version};
use crate::theme::size;
use crate::ui::style;
use crate::ui::when::when;
use egui::{Context, Key, Ui};
use std::path::Path;
use touchline_words::say;

/// Shows the box until something is chosen. The first button is the safe one, and Enter presses it.
pub fn versions_box_ui(
    ctx: &Context,
    path: &Path,
    occasion: Occasion,
    work: &Version,
    file: &Version,
) -> Option<Answer> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let boxed = firm_box_ui(ctx, "two versions", title(occasion), 620.0, |ui| {
        words_ui(ui, &question(occasion, &name), style::body(), ui.visuals().text_color());
        ui.add_space(8.0);
        version_ui(ui, work_name(occasion), work);
        version_ui(ui, &say!(ui_versions_file, name), file);
        box_buttons_ui(ui, |ui| {
            let mut chosen = None;
            for (nth, (answer, label)) in choices(occasion).iter().enumerate() {
                let button = if nth == 0 { primary_button_ui(ui, label) } else { secondary_button_ui(ui, label) };
                if button.clicked() {
                    chosen = Some(*answer);
                }
            }
            // Enter is the first button's, unless another one has the keyboard and takes it.
            let enter = ui.input(|input| input.key_pressed(Key::Enter));
            chosen.or_else(|| choices(occasion).first().filter(|_| enter).map(|(answer, _)| *answer))
        })
    });
    boxed.inner.or(boxed.closed.then_some(Answer::Cancel))
}

fn title(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Saving | Occasion::Draft => say!(ui_versions_changed),
        Occasion::File { .. } => say!(ui_versions_unsaved),
    }
}

fn question(occasion: Occasion, name: &str) -> String {
    match occasion {
        Occasion::Saving => say!(ui_versions_saving, name),
        Occasion::Draft => say!(ui_versions_draft, name),
        Occasion::File { changed: true } => say!(ui_versions_file_newer, name),
        Occasion::File { changed: false } => say!(ui_versions_file_older, name),
    }
}

/// The answers with their buttons, the safe one first.
fn choices(occasion: Occasion) -> Vec<(Answer, &'static str)> {
    match occasion {
        Occasion::Saving => vec![
            (Answer::Copy, say!(ui_versions_save_copy)),
            (Answer::Together, say!(ui_versions_together)),
            (Answer::Work, say!(ui_versions_replace)),
            (Answer::Cancel, say!(cancel)),
        ],
        Occasion::Draft | Occasion::File { changed: true } => vec![
            (Answer::Copy, say!(ui_versions_open_copy)),
            (Answer::Together, say!(ui_versions_together)),
            (Answer::Work, say!(ui_versions_go_on)),
            (Answer::File, say!(ui_versions_open_file)),
            (Answer::Cancel, say!(cancel)),
        ],
        Occasion::File { changed: false } => vec![
            (Answer::Work, say!(ui_versions_go_on)),
            (Answer::Copy, say!(ui_versions_open_copy)),
            (Answer::File, say!(ui_versions_open_file)),
            (Answer::Cancel, say!(cancel)),
        ],
    }
}

fn work_name(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Saving => say!(ui_versions_this_map),
        Occasion::Draft | Occasion::File { .. } => say!(ui_versions_the_draft),
    }
}

fn version_ui(ui: &mut Ui, name: &str, version: &Version) {
    let ink = ui.visuals().text_color();
    words_ui(ui, name, style::font(FaceStyle::SemiBold, size::UI), ink);
    words_ui(ui, &line(version), style::body(), ink);
    let [added, gone, changed] = &*version.since;
    let since = [
        added.as_deref().map(|what| say!(ui_versions_added, what)),
        gone.as_deref().map(|what| say!(ui_versions_gone, what)),
        changed.as_deref().map(|what| say!(ui_versions_has_changed, what)),
    ];
    for line in since.into_iter().flatten() {
        muted_ui(ui, &line);
    }
    ui.add_space(6.0);
}

/// When it was written, and what is in it.
fn line(version: &Version) -> String {
    let written = version.written_unix_secs.and_then(|secs| i64::try_from(secs).ok()).map(when);
    let counts = version.counts.map_or(say!(ui_versions_no_map).to_owned(), |counts| counts.words());
    match written {
        Some(written) => format!("{written}: {counts}"),
        None => say!(ui_versions_not_saved, counts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_safe_answer_comes_first() {
        for (occasion, safe) in [
            (Occasion::Saving, Answer::Copy),
            (Occasion::Draft, Answer::Copy),
            (Occasion::File { changed: true }, Answer::Copy),
            (Occasion::File { changed: false }, Answer::Work),
        ] {
            assert_eq!(choices(occasion).first().map(|choice| choice.0), Some(safe), "{occasion:?}");
            assert_eq!(choices(occasion).last().map(|choice| choice.0), Some(Answer::Cancel), "{occasion:?}");
        }
    }
}
