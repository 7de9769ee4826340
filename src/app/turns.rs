//! What is typed faster than fields open: a frame may bring a word, Enter and the next word at once, from a quick hand or from a
//! program that types. A key that ends one field and opens another is the last of its frame, and so is a press; what follows waits,
//! in the order in which it came, until the field that it is meant for has the keyboard.

use super::keys;
use super::typed::letters;
use crate::ui::widgets::is_several_lines;
use egui::{Context, Event, Key, Plugin, RawInput, ViewportId};

/// A field that has not come after so many frames is not waited for any longer: what it is to be over may be folded.
const FRAMES_MOST: u32 = 30;

/// How things stand at the end of a frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standing {
    /// A field has the keyboard.
    pub is_typing: bool,
    /// A field is about to take it.
    pub is_opening: bool,
    /// With no field open, all letters of a word are taken at once, as on the board.
    pub takes_words: bool,
    /// Until then letters that follow are a word with the one before, in seconds; whatever that one has opened.
    pub goes_on_until: Option<f64>,
}

/// Events that wait for their turn.
#[derive(Debug, Default)]
struct Turns {
    standing: Standing,
    waiting: Vec<Event>,
    /// A key has ended a field in the last frame: what has the keyboard now takes a frame to say which keys it wants.
    rests: bool,
    /// Frames for which something has waited for the field that is about to open.
    waited: u32,
    came_secs: f64,
}

/// Lets what is typed from now on come in its turn.
pub fn keep(ctx: &Context) {
    ctx.add_plugin(Turns::default());
}

/// Notes how things stand, and whether something still waits: then there is a next frame at once.
pub fn look(ctx: &Context, standing: Standing) {
    ctx.with_plugin(|turns: &mut Turns| turns.standing = standing);
    if are_waiting(ctx) {
        ctx.request_repaint();
    }
}

/// Whether something that was typed has not had its turn yet.
pub fn are_waiting(ctx: &Context) -> bool {
    ctx.with_plugin(|turns: &mut Turns| !turns.waiting.is_empty()).unwrap_or_default()
}

/// The earliest that what is typed in this frame can have come, in seconds: what comes during a frame is seen in the next, however
/// long the first one takes.
pub fn came_secs(ctx: &Context) -> f64 {
    ctx.with_plugin(|turns: &mut Turns| turns.came_secs).unwrap_or_default()
}

impl Plugin for Turns {
    fn debug_name(&self) -> &'static str {
        "typing in turn"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if input.viewport_id != ViewportId::ROOT {
            return;
        }
        if self.waiting.is_empty() {
            self.came_secs = ctx.input(|input| input.time);
        }
        self.waiting.append(&mut input.events);
        let end = if std::mem::take(&mut self.rests) { self.untyped() } else { self.turn() };
        let is_written = self.standing.is_typing || self.waiting.iter().any(is_text);
        self.rests = is_written && self.waiting.iter().take(end).any(turns);
        input.events = self.waiting.drain(..end).collect();
        let waits = u32::from(!self.waiting.is_empty());
        self.waited = if self.standing.is_opening { self.waited + waits } else { 0 };
    }
}

impl Turns {
    /// How many of the events have their turn now.
    fn turn(&self) -> usize {
        let Standing { is_opening, goes_on_until, .. } = self.standing;
        let end = turn(&self.waiting, &self.standing);
        if !is_opening || self.waited >= FRAMES_MOST {
            return end;
        }
        let goes_on = goes_on_until.is_some_and(|until| self.came_secs < until);
        let texts = || self.waiting.iter().take(end).filter(|event| is_text(event));
        if goes_on && texts().next().is_some() && texts().all(is_small_letter) {
            return end;
        }
        self.untyped()
    }

    /// How many of the events come before anything is typed.
    fn untyped(&self) -> usize {
        self.waiting.iter().position(is_typed).unwrap_or(self.waiting.len())
    }
}

/// How many events belong to one frame.
fn turn(events: &[Event], standing: &Standing) -> usize {
    let end = pressed(events).unwrap_or(events.len()).min(written(events, standing));
    if events.iter().skip(end).all(is_idle) { events.len() } else { end }
}

/// Where a press begins that takes the keyboard from what was written, or ends that keys follow, which are for what it has chosen or
/// opened.
fn pressed(events: &[Event]) -> Option<usize> {
    let is_press = |event: &Event| matches!(event, Event::PointerButton { .. });
    let at = events.iter().position(is_press)?;
    let is_written = |event: &Event| is_typed(event) && !is_press(event);
    if events.iter().take(at).any(is_written) {
        return Some(at);
    }
    events.iter().skip(at).any(is_written).then_some(at + 1)
}

/// Where what is written ends, or opens a field.
fn written(events: &[Event], standing: &Standing) -> usize {
    let whole = events.len();
    let Some(text) = events.iter().position(is_text).or(standing.is_typing.then_some(whole)) else { return whole };
    match events.iter().position(turns) {
        // What was written before a list stands in the field that the list is pasted into.
        Some(at) if standing.is_typing && at > 0 && events.get(at).is_some_and(is_list) => at,
        Some(at) if at <= text || standing.is_typing => at + 1,
        // With no field open, what is written opens one first, and what follows is for that.
        at if !standing.is_typing => at.unwrap_or(whole).min(opening(events, text, standing.takes_words)),
        _ => whole,
    }
}

/// Where what opens a field ends, of which the first text stands at a place: a word's letters, or else that alone.
fn opening(events: &[Event], first: usize, takes_words: bool) -> usize {
    let texts = events.iter().enumerate().skip(first).filter(|(_, event)| is_text(event));
    let letters = texts.take_while(|(_, event)| takes_words && letters(event).is_some());
    letters.last().map_or(first, |(at, _)| at) + 1
}

/// Whether an event ends what is being written, or asks for something that is written in.
fn turns(event: &Event) -> bool {
    if is_list(event) {
        return true;
    }
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    matches!(key, Key::Enter | Key::Tab | Key::Escape | Key::F2)
        || (modifiers.command || modifiers.alt) && keys::asks(event)
}

/// Whether lines are pasted, which may be a title each.
fn is_list(event: &Event) -> bool {
    matches!(event, Event::Paste(text) if is_several_lines(text))
}

fn is_text(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_))
}

/// Whether an event is about the keyboard, or about what a press elsewhere would take from it.
fn is_typed(event: &Event) -> bool {
    let is_key = matches!(event, Event::Key { pressed: true, .. } | Event::Copy | Event::Cut);
    is_text(event) || is_key || matches!(event, Event::PointerButton { pressed: true, .. })
}

/// Whether nothing depends on the frame that an event comes in.
fn is_idle(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: false, .. } | Event::PointerMoved(_) | Event::ModifiersChanged(_))
}

fn is_small_letter(event: &Event) -> bool {
    let Event::Text(text) = event else { return false };
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters that a frame is given of those that wait and those that come.
    fn given(turns: &mut Turns, letters: &str) -> String {
        let events = letters.chars().map(|letter| Event::Text(letter.to_string())).collect();
        let mut input = RawInput { events, ..RawInput::default() };
        turns.input_hook(&Context::default(), &mut input);
        input
            .events
            .iter()
            .filter_map(|event| if let Event::Text(text) = event { Some(text.as_str()) } else { None })
            .collect()
    }

    #[test]
    fn a_field_that_never_comes_is_waited_for_once_and_nothing_is_lost() {
        let mut turns = Turns { standing: Standing { is_opening: true, ..Standing::default() }, ..Turns::default() };
        let frames: Vec<String> =
            (0..=FRAMES_MOST).map(|nth| given(&mut turns, if nth == 0 { "word" } else { "" })).collect();
        assert_eq!(frames.concat(), "w", "with no field open, what is written opens one");
        assert_eq!(frames.iter().position(|letters| letters == "w"), Some(FRAMES_MOST as usize));
        let rest: String = (0..4).map(|_| given(&mut turns, "")).collect();
        assert_eq!(rest, "ord");
        assert_eq!(given(&mut turns, "x"), "x", "it is not waited for again");
        turns.standing.is_opening = false;
        given(&mut turns, "");
        turns.standing.is_opening = true;
        assert_eq!(given(&mut turns, "y"), "", "another is");
    }
}
