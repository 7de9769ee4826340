//! What a person writes in: egui's text field, in which words that are read from the right stand as they will be read.
//!
//! The field stays the same while that changes, with its focus, its undo and its caret: its keys and its clipboard are egui's. Where
//! a text has such letters, egui is given the places that our own shaping has for them, and the text, the selection and the
//! place under the pointer are drawn and found by those.

use super::composed::{Composed, composed, offer_below};
use super::{pasted, unbound};
use crate::scene::Rect as SceneRect;
use crate::text::{ASCENT, DESCENT, TextStyle, Written};
use crate::ui::screen::words::{Setter, paint_line, style_of};
use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat};
use egui::text_edit::TextEditState;
use egui::text_selection::visuals::paint_text_cursor;
use egui::{
    Align, Align2, Color32, Event, FontId, Galley, Id, ImeEvent, Key, Pos2, Rect, Response, Stroke, TextBuffer,
    TextEdit, Ui, vec2,
};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

/// A field as egui shows it, and what it takes to shape its text.
pub struct WritingField<'t> {
    pub text: &'t mut String,
    /// The next of the panel's own where none is given.
    pub id: Option<Id>,
    pub font: FontId,
    /// As the panel's text where none is given.
    pub ink: Option<Color32>,
    /// From one line to the next, in points; as the font's where none is given.
    pub line_height: Option<f32>,
    pub several_lines: bool,
    /// Whether a line that is pasted may end in it; else lines are joined to one.
    pub keeps_breaks: bool,
    pub align: Align2,
}

/// What was shaped for a field last.
#[derive(Clone)]
struct Shaped {
    text: Arc<str>,
    language: Arc<str>,
    style: TextStyle,
    width: Option<f32>,
    written: Arc<Written>,
}

impl<'t> WritingField<'t> {
    /// One line of body text in the middle of its height.
    pub fn line(text: &'t mut String, font: FontId) -> Self {
        let align = Align2::LEFT_CENTER;
        Self { text, id: None, font, ink: None, line_height: None, several_lines: false, keeps_breaks: false, align }
    }

    /// Lines that wrap.
    pub fn lines(text: &'t mut String, font: FontId) -> Self {
        Self { several_lines: true, keeps_breaks: true, align: Align2::LEFT_TOP, ..Self::line(text, font) }
    }

    /// From the top of the text to its first baseline, in points.
    pub fn baseline(&self, ui: &Ui) -> f32 {
        let ink = self.ink.unwrap_or(ui.visuals().text_color());
        if let Some((_, style)) = Setter::of(ui.ctx(), self.text).zip(style_of(&self.font, ink)) {
            let row = self.line_height.unwrap_or_else(|| row_height(ui, &self.font));
            return (row + (ASCENT - DESCENT) * style.size) / 2.0;
        }
        let probe = ui.fonts_mut(|fonts| fonts.layout_job(job("x", &self.font, self.line_height, ink, f32::INFINITY)));
        probe.rows.first().and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or(0.0)
    }

    /// How high the text is in a width, in points.
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        let ink = self.ink.unwrap_or(ui.visuals().text_color());
        let row = self.line_height.unwrap_or_else(|| row_height(ui, &self.font));
        if let Some((setter, style)) = Setter::of(ui.ctx(), self.text).zip(style_of(&self.font, ink)) {
            let style = style.with_line_height(row / self.font.size);
            let id = self.id.unwrap_or(ui.next_auto_id());
            return written(ui, id, &setter, self.text, style, self.several_lines.then_some(width)).height;
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job(self.text, &self.font, self.line_height, ink, width))).size().y
    }

    /// Shows the field; `dress` gives it its looks.
    pub fn show(self, ui: &mut Ui, dress: impl FnOnce(TextEdit<'_>) -> TextEdit<'_>) -> Response {
        let id = self.id.unwrap_or_else(|| {
            let id = ui.next_auto_id();
            ui.skip_ahead_auto_ids(1);
            id
        });
        pasted::tidy(ui, id, self.keeps_breaks);
        unbound::unbind(ui, id);
        let ink = self.ink.unwrap_or(ui.visuals().text_color());
        let setter = Setter::of(ui.ctx(), self.text).or_else(|| coming(ui, id)).zip(style_of(&self.font, ink));
        let Self { text, font, line_height, several_lines, align, .. } = self;
        let Some((setter, style)) = setter else {
            let mut plain = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
                ui.fonts_mut(|fonts| fonts.layout_job(job(text.as_str(), &font, line_height, ink, width)))
            };
            let mut edit = dress(field(text, several_lines).id(id).font(font.clone()).align(align));
            if line_height.is_some() {
                edit = edit.layouter(&mut plain);
            }
            let response = edit.show(ui).response.response;
            offer_below(ui, &response);
            return response;
        };
        let row = line_height.unwrap_or_else(|| row_height(ui, &font));
        let style = style.with_line_height(row / font.size);
        turn_arrows(ui, id, several_lines);
        let shaped: RefCell<Option<Arc<Written>>> = RefCell::default();
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
            let written = written(ui, id, &setter, text.as_str(), style, several_lines.then_some(width));
            let galley = galley_of(ui, &written, text.as_str(), &font, ink);
            shaped.replace(Some(written));
            galley
        };
        // Its own line stands at the side where it begins.
        let align = match align.x() {
            Align::Min if !several_lines => Align2([Align::Max, align.y()]),
            Align::Min | Align::Center | Align::Max => align,
        };
        // What egui draws by its own places is not seen.
        let looks = ui.visuals().clone();
        let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        ui.visuals_mut().selection.bg_fill = Color32::TRANSPARENT;
        ui.visuals_mut().ime_composition.active_underline_stroke = Stroke::NONE;
        ui.visuals_mut().ime_composition.inactive_underline_stroke = Stroke::NONE;
        if by_pointer {
            ui.visuals_mut().text_cursor.stroke = Stroke::NONE;
        }
        let edit = dress(field(text, several_lines).id(id).font(font.clone()).align(align));
        let shown = edit.layouter(&mut layouter).show(ui);
        *ui.visuals_mut() = looks;
        let response = shown.response.response.clone();
        offer_below(ui, &response);
        if let Some(written) = shaped.into_inner() {
            let place = Place { written: &written, origin: shown.galley_pos, clip: shown.text_clip_rect };
            let state = place.pointed(ui, &response, shown.state, &shown.galley);
            place.paint(ui, &response, &state, by_pointer, composed(ui, id));
        }
        response
    }
}

/// What shapes the text once the letters have come in that are read from the right and that this frame brings.
fn coming(ui: &Ui, id: Id) -> Option<Setter> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let texts = ui.input(|input| {
        let texts = input.events.iter().filter_map(|event| match event {
            Event::Text(text) | Event::Paste(text) => Some(text.as_str()),
            Event::Ime(ImeEvent::Commit(text) | ImeEvent::Preedit { text, .. }) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<String>()
    });
    Setter::of(ui.ctx(), &texts)
}

fn field(text: &mut String, several_lines: bool) -> TextEdit<'_> {
    if several_lines { TextEdit::multiline(text) } else { TextEdit::singleline(text) }
}

/// A shaped text on the screen.
struct Place<'a> {
    written: &'a Written,
    origin: Pos2,
    clip: Rect,
}

impl Place<'_> {
    /// Puts the caret where the pointer means it to be, which egui found by places that run one way.
    fn pointed(&self, ui: &Ui, response: &Response, mut state: TextEditState, galley: &Galley) -> TextEditState {
        let Some(pos) = response.interact_pointer_pos() else { return state };
        let at = pos - self.origin;
        let cursor = CCursor::new(self.written.hit(at.x, at.y));
        let dragged = ui.is_being_dragged(response.id);
        if state.cursor.pointer_interaction(ui, response, cursor, galley, dragged) {
            state.clone().store(ui.ctx(), response.id);
        }
        state
    }

    /// The selection, the text over it, and the caret where egui did not draw it.
    fn paint(&self, ui: &Ui, response: &Response, state: &TextEditState, with_caret: bool, composed: Option<Composed>) {
        let painter = ui.painter_at(self.clip.expand(1.0));
        let on_screen =
            |rect: SceneRect| Rect::from_min_size(self.origin + vec2(rect.x, rect.y), vec2(rect.width, rect.height));
        let range = state.cursor.char_range().filter(|_| response.has_focus());
        if let Some(range) = range {
            let [from, to] = range.sorted_cursors();
            let (from, to) = (from.index.0, to.index.0);
            match &composed {
                None => {
                    for covered in self.written.boxes(from..to) {
                        painter.rect_filled(on_screen(covered), 0.0, ui.visuals().selection.bg_fill);
                    }
                }
                Some(composed) => {
                    let looks = &ui.visuals().ime_composition;
                    let underline = |range: Range<usize>, stroke: Stroke| {
                        for covered in self.written.boxes(range) {
                            let place = on_screen(covered);
                            painter.hline(place.x_range(), place.bottom(), stroke);
                        }
                    };
                    underline(from..to, looks.inactive_underline_stroke);
                    if let Some(at) = &composed.at {
                        let at = (from + at.start).min(to)..(from + at.end).min(to);
                        underline(at, looks.active_underline_stroke);
                    }
                }
            }
        }
        for line in &self.written.lines {
            paint_line(&painter, &line.line, self.origin);
        }
        if let Some(range) = range.filter(|_| with_caret) {
            paint_text_cursor(ui, &painter, on_screen(self.written.caret(range.primary.index.0)), 0.0);
        }
    }
}

/// In a line that is read from the right, the left arrow goes on; up and down keep the place that is seen.
fn turn_arrows(ui: &Ui, id: Id, several_lines: bool) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let Some(Shaped { written, .. }) = ui.data(|data| data.get_temp(id.with("shaped"))) else { return };
    let Some(mut state) = TextEditState::load(ui.ctx(), id) else { return };
    let Some(range) = state.cursor.char_range() else { return };
    let mut moved = None;
    let from_right = written.is_right_to_left_at(range.primary.index.0);
    ui.input_mut(|input| {
        input.events.retain_mut(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            match key {
                Key::ArrowLeft if from_right => *key = Key::ArrowRight,
                Key::ArrowRight if from_right => *key = Key::ArrowLeft,
                Key::ArrowUp | Key::ArrowDown if several_lines && (modifiers.is_none() || modifiers.shift_only()) => {
                    let here: CCursorRange = moved.unwrap_or(range);
                    let primary = CCursor::new(written.beside(here.primary.index.0, *key == Key::ArrowDown));
                    let secondary = if modifiers.shift { here.secondary } else { primary };
                    moved = Some(CCursorRange { primary, secondary, ..here });
                    return false;
                }
                _ => {}
            }
            true
        });
    });
    if moved.is_some() {
        state.cursor.set_char_range(moved);
        state.store(ui.ctx(), id);
        ui.ctx().request_repaint();
    }
}

/// What a field's text is shaped to, kept from one frame to the next.
fn written(ui: &Ui, id: Id, setter: &Setter, text: &str, style: TextStyle, width: Option<f32>) -> Arc<Written> {
    let id = id.with("shaped");
    let is_same = |kept: &Shaped| {
        *kept.text == *text && kept.style == style && kept.width == width && *kept.language == *setter.language()
    };
    let kept: Option<Shaped> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(is_same) {
        return kept.written;
    }
    let written = Arc::new(setter.shaping(|shaper| shaper.written(text, style, width)));
    let shaped =
        Shaped { text: text.into(), language: setter.language().into(), style, width, written: Arc::clone(&written) };
    ui.data_mut(|data| data.insert_temp(id, shaped));
    written
}

/// A text as egui would have set it if it knew where its letters go: with carets in their places, and nothing to be seen.
fn galley_of(ui: &Ui, written: &Written, text: &str, font: &FontId, ink: Color32) -> Arc<Galley> {
    let probe = ui.fonts_mut(|fonts| fonts.layout_job(job("x", font, None, ink, f32::INFINITY)));
    let mut galley = (*probe).clone();
    let Some(template) = probe.rows.first() else { return probe };
    let Some(letter) = template.glyphs.first() else { return probe };
    let mut chars = text.chars();
    galley.rows = Vec::with_capacity(written.lines.len());
    for line in &written.lines {
        let mut placed = template.clone();
        let mut row = (*template.row).clone();
        row.visuals = Default::default();
        row.glyphs = (0..line.len())
            .map(|column| {
                let mut glyph = *letter;
                glyph.chr = chars.next().unwrap_or(' ');
                glyph.pos.x = line.caret_x(column);
                glyph.advance_width = line.width_of(column);
                glyph
            })
            .collect();
        row.size = vec2(line.caret_x(line.len()), line.height);
        if line.ends_paragraph {
            chars.next();
        }
        placed.pos = egui::pos2(0.0, line.top);
        placed.ends_with_newline = line.ends_paragraph;
        placed.row = Arc::new(row);
        galley.rows.push(placed);
    }
    let mut whole = (*probe.job).clone();
    text.clone_into(&mut whole.text);
    galley.job = Arc::new(whole);
    galley.rect = Rect::from_min_size(Pos2::ZERO, vec2(written.width, written.height));
    (galley.mesh_bounds, galley.num_vertices, galley.num_indices) = (Rect::NOTHING, 0, 0);
    Arc::new(galley)
}

/// As high as egui makes a line, so that a field keeps its height whoever sets its text.
fn row_height(ui: &Ui, font: &FontId) -> f32 {
    ui.fonts_mut(|fonts| fonts.layout_job(job("x", font, None, Color32::PLACEHOLDER, f32::INFINITY))).size().y
}

fn job(text: &str, font: &FontId, line_height: Option<f32>, ink: Color32, width: f32) -> LayoutJob {
    let format = TextFormat { line_height, ..TextFormat::simple(font.clone(), ink) };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap.max_width = width;
    job
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Shaper;
    use crate::theme::Theme;
    use crate::ui::screen::words;
    use crate::ui::style;
    use egui::{Modifiers, pos2};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;
    use touchline_words::say;

    fn id() -> Id {
        Id::unique("written in")
    }

    fn field<'a>(text: &str, several_lines: bool) -> Harness<'a, String> {
        let shaper = Arc::new(Shaper::bundled());
        let show = move |ui: &mut Ui, text: &mut String| {
            words::offer(ui.ctx(), &shaper, "he");
            let field = WritingField::line(text, style::body());
            let field = WritingField { id: Some(id()), several_lines, ..field };
            let response = field.show(ui, |edit| edit.desired_width(240.0));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(say!(ui_board_title_field)));
        };
        let setup = |ctx: &egui::Context| style::apply(ctx, &Theme::light(), true);
        let mut harness = Harness::builder().with_context_setup(setup).build_ui_state(show, text.to_owned());
        harness.get_by_label(say!(ui_board_title_field)).focus();
        harness.run_steps(2);
        harness
    }

    /// Where the caret stands, and where the selection begins.
    fn caret(harness: &Harness<'_, String>) -> (usize, usize) {
        let state = TextEditState::load(&harness.ctx, id()).unwrap();
        let range = state.cursor.char_range().unwrap();
        (range.primary.index.0, range.secondary.index.0)
    }

    fn press(harness: &mut Harness<'_, String>, key: Key, modifiers: Modifiers) {
        harness.key_press_modifiers(modifiers, key);
        harness.run_steps(2);
    }

    fn write(harness: &mut Harness<'_, String>, text: &str) {
        for letter in text.chars() {
            harness.event(Event::Text(letter.to_string()));
            harness.run_steps(1);
        }
    }

    #[test]
    fn the_first_hebrew_letter_leaves_the_caret_where_it_is() {
        let mut harness = field("Sees ", false);
        press(&mut harness, Key::End, Modifiers::NONE);
        write(&mut harness, "שלום 12");
        assert_eq!((harness.state().as_str(), caret(&harness)), ("Sees שלום 12", (12, 12)));
        press(&mut harness, Key::Backspace, Modifiers::NONE);
        assert_eq!(harness.state(), "Sees שלום 1");
    }

    #[test]
    fn the_left_arrow_goes_on_in_hebrew_and_back_in_english() {
        for (text, after) in [("שלום עולם", 1), ("Sees the new trailer שלום", 0)] {
            let mut harness = field(text, false);
            press(&mut harness, Key::Home, Modifiers::NONE);
            press(&mut harness, Key::ArrowLeft, Modifiers::NONE);
            assert_eq!(caret(&harness).0, after, "{text}");
        }
        let mut harness = field("שלום עולם", false);
        press(&mut harness, Key::Home, Modifiers::NONE);
        press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
        press(&mut harness, Key::ArrowLeft, Modifiers::SHIFT);
        assert_eq!(caret(&harness), (2, 0));
        write(&mut harness, "א");
        assert_eq!(harness.state(), "אום עולם");
    }

    #[test]
    fn a_press_puts_the_caret_where_it_is_seen_and_two_take_the_word() {
        let mut harness = field("שלום עולם", false);
        let place = harness.get_by_label(say!(ui_board_title_field)).rect();
        // The first letter stands at the right.
        let at = pos2(place.right() - 4.0, place.center().y);
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        harness.event(Event::PointerMoved(at));
        for _ in 0..2 {
            harness.event(button(true));
            harness.event(button(false));
        }
        harness.run_steps(2);
        let (end, start) = caret(&harness);
        assert_eq!((start.min(end), start.max(end)), (0, 4));
    }

    #[test]
    fn up_and_down_keep_the_place_that_is_seen() {
        let mut harness = field("שלום עולם\nשלום עולם", true);
        press(&mut harness, Key::Home, Modifiers::NONE);
        press(&mut harness, Key::ArrowUp, Modifiers::NONE);
        press(&mut harness, Key::ArrowLeft, Modifiers::NONE);
        press(&mut harness, Key::ArrowLeft, Modifiers::NONE);
        let before = caret(&harness).0;
        press(&mut harness, Key::ArrowDown, Modifiers::NONE);
        assert_eq!(caret(&harness).0, before + 10);
        press(&mut harness, Key::ArrowUp, Modifiers::SHIFT);
        assert_eq!(caret(&harness), (before, before + 10));
    }

    fn composing(harness: &mut Harness<'_, String>, text: &str) {
        harness.event(Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }));
        harness.run_steps(1);
    }

    #[test]
    fn what_an_input_method_offers_stands_below_the_line() {
        let mut harness = field("שלום", true);
        harness.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
        composing(&mut harness, "か");
        let output = &harness.output().platform_output;
        let ime = output.ime.as_ref().expect("the field is written in");
        assert!(ime.cursor_rect.top() >= ime.rect.top() + 10.0, "{:?} in {:?}", ime.cursor_rect, ime.rect);
    }

    #[test]
    fn what_is_composed_between_hebrew_words_stands_where_it_is_typed_and_goes_when_it_is_given_up() {
        // Hebrew, Latin and Japanese, each composed in steps.
        for steps in [["ח", "חד", "חדש"], ["p", "pá", "páge"], ["k", "か", "かな"]] {
            for (before, after) in [("שלום ", " עולם"), ("Sees שלום ", " at home"), ("", "עולם"), ("שלום", "")]
            {
                let mut harness = field(&format!("{before}{after}"), false);
                harness.ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
                press(&mut harness, Key::Home, Modifiers::NONE);
                let from_right = before.starts_with('ש') || before.is_empty();
                let forward = if from_right { Key::ArrowLeft } else { Key::ArrowRight };
                before.chars().for_each(|_| press(&mut harness, forward, Modifiers::NONE));
                let start = before.chars().count();
                assert_eq!(caret(&harness), (start, start), "{before}|{after}");
                for step in steps {
                    composing(&mut harness, step);
                    assert_eq!(*harness.state(), format!("{before}{step}{after}"));
                }
                composing(&mut harness, "");
                assert_eq!(*harness.state(), format!("{before}{after}"), "given up");
                assert_eq!(caret(&harness), (start, start), "{before}|{after}");
                steps.iter().for_each(|step| composing(&mut harness, step));
                let done = steps[2];
                harness.event(Event::Ime(ImeEvent::Commit(done.to_owned())));
                harness.run_steps(2);
                assert_eq!(*harness.state(), format!("{before}{done}{after}"));
                write(&mut harness, "!");
                assert_eq!(*harness.state(), format!("{before}{done}!{after}"), "typing goes on behind it");
            }
        }
    }
}
