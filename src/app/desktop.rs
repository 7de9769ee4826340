//! What the desktop is set to: dark or light, and whether it asks for less motion.
//!
//! # Limits
//! Linux has no one place for either: GNOME is asked through its `gsettings` program, and the settings files of GTK and KDE
//! are read. On other systems egui itself knows the theme, and less motion is not asked for.

use crate::session::threads::{self, Ending};
use egui::Context;
use etcetera::BaseStrategy;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

/// The desktop's settings, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Desktop {
    pub dark: Option<bool>,
    pub reduced_motion: bool,
}

/// Asks on a thread, since a program has to be run for it.
pub struct Asked {
    answer: Option<Receiver<Desktop>>,
    known: Desktop,
}

impl Asked {
    pub fn start(ctx: &Context) -> Self {
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        threads::start("ask the desktop", Ending::Left, move || {
            let _ = sender.send(Desktop::asked());
            ctx.request_repaint();
        });
        Self { answer: Some(receiver), known: Desktop::default() }
    }

    /// Nothing is asked: light, with motion.
    #[cfg(test)]
    pub fn nothing() -> Self {
        Self { answer: None, known: Desktop::default() }
    }

    /// What is known so far.
    pub fn known(&mut self) -> Desktop {
        if let Some(Ok(answer)) = self.answer.as_ref().map(Receiver::try_recv) {
            self.known = answer;
            self.answer = None;
        }
        self.known
    }
}

impl Desktop {
    fn asked() -> Self {
        if !cfg!(target_os = "linux") {
            return Self::default();
        }
        let gnome = |key: &str| gsetting("org.gnome.desktop.interface", key).unwrap_or_default();
        let mut desktop = Self::read(&config_file("gtk-4.0/settings.ini"), &config_file("kdeglobals"));
        let older = Self::read(&config_file("gtk-3.0/settings.ini"), "");
        desktop.dark = match gnome("color-scheme").as_str() {
            "'prefer-dark'" => Some(true),
            "'prefer-light'" => Some(false),
            _ => desktop.dark.or(older.dark),
        };
        desktop.reduced_motion |= older.reduced_motion || gnome("enable-animations") == "false";
        desktop
    }

    /// From the text of a GTK and a KDE settings file.
    fn read(gtk: &str, kde: &str) -> Self {
        let one_of = |value: Option<&str>, values: &[&str]| {
            value.is_some_and(|value| values.iter().any(|wanted| value.eq_ignore_ascii_case(wanted)))
        };
        let dark_gtk = one_of(value(gtk, "gtk-application-prefer-dark-theme"), &["1", "true"])
            || value(gtk, "gtk-theme-name").is_some_and(|name| name.to_lowercase().ends_with("dark"));
        let dark_kde = value(kde, "ColorScheme").is_some_and(|name| name.to_lowercase().contains("dark"));
        Self {
            dark: (dark_gtk || dark_kde).then_some(true),
            reduced_motion: one_of(value(gtk, "gtk-enable-animations"), &["0", "false"])
                || one_of(value(kde, "AnimationDurationFactor"), &["0"]),
        }
    }
}

fn gsetting(schema: &str, key: &str) -> Option<String> {
    let output = Command::new("gsettings").args(["get", schema, key]).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn config_file(name: &str) -> String {
    let folder = etcetera::choose_base_strategy().map(|strategy| strategy.config_dir());
    folder.ok().and_then(|folder| std::fs::read_to_string(folder.join(name)).ok()).unwrap_or_default()
}

fn value<'a>(settings: &'a str, key: &str) -> Option<&'a str> {
    let pairs = settings.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.trim(), value.trim())).find(|(name, _)| *name == key).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_and_still_are_found_among_other_settings() {
        let gtk = "[Settings]\ngtk-theme-name = Adwaita-dark\ngtk-enable-animations=False\n";
        assert_eq!(Desktop::read(gtk, ""), Desktop { dark: Some(true), reduced_motion: true });
        let kde = "[General]\nColorScheme=BreezeDark\n[KDE]\nAnimationDurationFactor=0\n";
        assert_eq!(Desktop::read("", kde), Desktop { dark: Some(true), reduced_motion: true });
        assert_eq!(Desktop::read("gtk-enable-animations=1", "AnimationDurationFactor=0.5"), Desktop::default());
    }
}
