//! The theme as egui wants it: fonts, visuals, spacing. Every interface colour and size comes through here.
//!
//! Each bundled face is an egui family of its own, named like the face of the scene (`Inter-SemiBold`), hinting off, so
//! that the board on screen and the exports set the same glyphs at the same widths.

use crate::model::Score;
use crate::scene::{Color, Face, FaceStyle};
use crate::text::{bundled_face, bundled_faces};
use crate::theme::{Theme, size};
use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily, TextOptions};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Id, Margin, Shadow,
    Stroke, TextStyle, Vec2, style::WidgetVisuals, vec2,
};
use std::sync::Arc;

/// Height of buttons and fields, in logical pixels.
pub const CONTROL_HEIGHT: f32 = 28.0;
/// Corner radius of buttons and fields.
pub const RADIUS: u8 = 6;
/// Corner radius of cards and boxes.
pub const CARD_RADIUS: u8 = 10;
/// Length of a movement, in seconds; 0 when motion is reduced.
pub const ANIMATION_SECS: f32 = 0.14;

/// Sets fonts (once a context), visuals, spacing and text sizes. Cheap when nothing changed.
pub fn apply(ctx: &Context, theme: &Theme, reduced_motion: bool) {
    let wanted = (*theme, reduced_motion);
    let id = Id::unique("touchline theme");
    match ctx.data(|data| data.get_temp::<(Theme, bool)>(id)) {
        Some(applied) if applied == wanted => return,
        Some(_) => {}
        None => ctx.set_fonts(fonts()),
    }
    ctx.data_mut(|data| data.insert_temp(id, wanted));
    ctx.all_styles_mut(|style| fill_style(style, theme, reduced_motion));
}

/// The theme last given to [`apply`]; light before that.
pub fn theme(ctx: &Context) -> Theme {
    ctx.data(|data| data.get_temp::<(Theme, bool)>(Id::unique("touchline theme")))
        .map_or(Theme::light(), |(theme, _)| theme)
}

/// Whether movements are to be skipped.
pub fn reduced_motion(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<(Theme, bool)>(Id::unique("touchline theme"))).is_some_and(|(_, reduced)| reduced)
}

/// A bundled face at a size in logical pixels.
pub fn font(style: FaceStyle, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(family_name(style).into()))
}

/// The egui family of a scene's face.
pub fn family(face: &Face) -> FontFamily {
    FontFamily::Name(face.name.as_str().into())
}

/// Interface text of 12.
pub fn body() -> FontId {
    font(FaceStyle::Regular, size::UI)
}

/// Interface text of 11.
pub fn small() -> FontId {
    font(FaceStyle::Regular, size::UI_SMALL)
}

/// A scene's colour on screen.
pub fn color(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// The hairline that parts panels and borders controls.
pub fn hairline(theme: &Theme) -> Stroke {
    Stroke::new(1.0, color(theme.hairline))
}

/// Makes a system face that the board's text used known to egui, under its own name. Known faces cost a look-up.
pub fn register_face(ctx: &Context, face: &Face) {
    if face.bundled {
        return;
    }
    let family = InsertFontFamily { family: family(face), priority: FontPriority::Highest };
    ctx.add_font(FontInsert::new(&face.name, font_data(face), vec![family]));
}

fn family_name(style: FaceStyle) -> &'static str {
    match style {
        FaceStyle::Regular => "Inter-Regular",
        FaceStyle::Medium => "Inter-Medium",
        FaceStyle::SemiBold => "Inter-SemiBold",
        FaceStyle::Bold => "Inter-Bold",
        FaceStyle::Italic => "Inter-Italic",
    }
}

/// A scene's face as egui takes it, hinting off.
pub fn font_data(face: &Face) -> FontData {
    FontData::from_blob(Arc::clone(&face.bytes), face.index)
        .tweak(FontTweak { hinting: Some(false), ..FontTweak::default() })
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let regular = bundled_face(FaceStyle::Regular).name.clone();
    for face in bundled_faces() {
        fonts.font_data.insert(face.name.clone(), Arc::new(font_data(face)));
        fonts.families.insert(family(face), vec![face.name.clone()]);
    }
    fonts.families.insert(FontFamily::Proportional, vec![regular.clone()]);
    fonts.families.insert(FontFamily::Monospace, vec![regular]);
    fonts
}

fn fill_style(style: &mut egui::Style, theme: &Theme, reduced_motion: bool) {
    style.text_styles = [
        (TextStyle::Small, small()),
        (TextStyle::Body, body()),
        (TextStyle::Monospace, body()),
        (TextStyle::Button, font(FaceStyle::Medium, size::UI)),
        (TextStyle::Heading, font(FaceStyle::Bold, size::HEADING)),
    ]
    .into();
    style.animation_time = if reduced_motion { 0.0 } else { ANIMATION_SECS };
    if reduced_motion {
        style.scroll_animation = egui::style::ScrollAnimation::none();
    }
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    fill_spacing(&mut style.spacing);
    fill_visuals(&mut style.visuals, theme);
}

fn fill_spacing(spacing: &mut egui::style::Spacing) {
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(10.0, 5.0);
    spacing.interact_size = vec2(28.0, 24.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.combo_height = 280.0;
    spacing.text_edit_width = 200.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll.bar_width = 8.0;
    spacing.scroll.floating_width = 4.0;
    // Light, since they lie over what is scrolled.
    spacing.scroll.active_handle_opacity = 0.3;
    spacing.scroll.interact_handle_opacity = 0.6;
    (spacing.scroll.active_background_opacity, spacing.scroll.interact_background_opacity) = (0.0, 0.0);
    spacing.scroll.fade.strength = 0.0;
}

fn fill_visuals(visuals: &mut egui::Visuals, theme: &Theme) {
    visuals.dark_mode = theme.dark;
    visuals.text_options = TextOptions { font_hinting: false, ..visuals.text_options };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(color(theme.muted));
    visuals.hyperlink_color = color(theme.accent_ink);
    visuals.faint_bg_color = color(theme.ground);
    visuals.extreme_bg_color = color(theme.surface);
    visuals.text_edit_bg_color = Some(color(theme.surface));
    visuals.code_bg_color = color(theme.neutral_ground);
    visuals.warn_fg_color = color(theme.warn_ink);
    visuals.error_fg_color = color(theme.bad_ink);
    visuals.panel_fill = color(theme.surface);
    visuals.window_fill = color(theme.surface);
    visuals.window_stroke = hairline(theme);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = Shadow { offset: [0, 12], blur: 32, spread: 0, color: color(theme.shadow) };
    visuals.popup_shadow = Shadow { offset: [0, 6], blur: 18, spread: 0, color: color(theme.shadow) };
    visuals.selection.bg_fill = color(selection_ground(theme));
    // The ring around a focused field, and the text that is selected in it.
    visuals.selection.stroke = Stroke::new(1.5, color(theme.accent_ink));
    visuals.text_cursor.stroke = Stroke::new(1.5, color(theme.accent));
    visuals.ime_composition.active_underline_stroke = Stroke::new(1.5, color(theme.accent));
    visuals.slider_trailing_fill = true;
    visuals.striped = false;
    let widgets = &mut visuals.widgets;
    let look = |ground: Color, edge: Color, ink: Color| WidgetVisuals {
        bg_fill: color(ground),
        weak_bg_fill: color(ground),
        bg_stroke: Stroke::new(1.0, color(edge)),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, color(ink)),
        expansion: 0.0,
    };
    widgets.noninteractive = look(theme.surface, theme.hairline, theme.ink);
    widgets.inactive = look(theme.surface, theme.hairline, theme.ink);
    widgets.hovered = look(theme.hover, theme.neutral, theme.ink);
    widgets.active = look(theme.accent_ground, theme.accent, theme.ink);
    widgets.open = look(theme.hover, theme.hairline, theme.ink);
}

/// Under selected text.
fn selection_ground(theme: &Theme) -> Color {
    theme.accent.over(theme.surface, if theme.dark { 0.22 } else { 0.14 })
}

/// Room for one line of text in a control.
pub fn control_size(width: f32) -> Vec2 {
    vec2(width, CONTROL_HEIGHT)
}

/// The colour of a feeling.
pub fn feeling(theme: &Theme, score: Score) -> Color {
    match score.tenths() {
        ..-5 => theme.bad,
        -5..=5 => theme.neutral,
        _ => theme.good,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_face_is_a_family_of_its_own() {
        let fonts = fonts();
        for style in [FaceStyle::Regular, FaceStyle::Medium, FaceStyle::SemiBold, FaceStyle::Bold, FaceStyle::Italic] {
            let chain = fonts.families.get(&font(style, 12.0).family);
            assert_eq!(chain, Some(&vec![bundled_face(style).name.clone()]), "{style:?}");
        }
    }

    #[test]
    fn selected_text_can_be_read_in_both_themes() {
        for theme in [Theme::light(), Theme::dark()] {
            let found = crate::theme::contrast(theme.accent_ink, selection_ground(&theme));
            assert!(found >= 4.5, "{found} in the dark: {}", theme.dark);
        }
    }

    #[test]
    fn the_theme_can_be_asked_for_wherever_the_context_is() {
        let ctx = Context::default();
        apply(&ctx, &Theme::dark(), true);
        assert!(theme(&ctx).dark && reduced_motion(&ctx));
        apply(&ctx, &Theme::light(), false);
        assert!(!theme(&ctx).dark && !reduced_motion(&ctx));
    }
}
