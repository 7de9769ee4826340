//! Letters that a person types while no text is open: one alone is a command, and runs at once; those that follow each other
//! as in a word are a word. So it is over every view, and wherever else in the window the keyboard is, but where a view has the
//! keyboard that finds or writes by letters.

use crate::session::{Command, Intent, Moment, Session};
use egui::{Context, Event, Key, Popup};

/// A letter that follows another so soon belongs to the same word, in seconds. What a frame takes does not count: a letter that came
/// while the one before was being answered is of its word.
const QUICK_SECS: f64 = 0.22;

/// What was typed so far.
#[derive(Debug, Default)]
pub struct Typed {
    first: Option<First>,
}

/// A letter that may begin a word.
#[derive(Debug)]
struct First {
    letter: String,
    /// What a word would have been made into before the letter did what it does.
    adds: Command,
    at_secs: f64,
    /// As things stood before it was taken as a command.
    before: Moment,
}

impl Typed {
    /// Takes the letters of a word out of the input and gives back what they ask for: `adds` is the command that makes what they
    /// are the title of. `was_typing` says whether a text field had the keyboard in the last frame, `came_secs` the earliest that this
    /// frame's letters can have come.
    pub fn word(
        &mut self,
        ctx: &Context,
        adds: Command,
        was_typing: bool,
        came_secs: f64,
        session: &Session,
    ) -> Option<Intent> {
        let letters = struck(ctx);
        if letters.is_empty() {
            return None;
        }
        let now_secs = ctx.input(|input| input.time);
        let first = self.first.take().filter(|first| came_secs < first.until_secs());
        let is_typing = was_typing || ctx.text_edit_focused();
        // The letter before may have opened a title. One that begins with a capital, or after a while, is that title's.
        if let Some(new) = session.selection().main().filter(|new| session.is_new(*new)) {
            let is_word = !session.is_begun(new) && letters.chars().all(char::is_lowercase);
            return first.filter(|_| is_word).map(|first| first.goes_on(ctx, &letters));
        }
        // A list to choose from that the letter before has opened goes again.
        let is_choosing = first.is_none() && session.choosing().is_some();
        let boxed = ctx.memory(|memory| memory.top_modal_layer().is_some());
        if is_typing || is_choosing || boxed || Popup::is_any_open(ctx) || session.on_start() {
            return None;
        }
        // A key that is struck again does again what it did: a second vote, not a word.
        let again = first.as_ref().map_or_else(|| letters.get(..1), |first| Some(first.letter.as_str()));
        let is_repeated = again.is_some_and(|again| letters.replace(again, "").is_empty());
        match first.filter(|_| !is_repeated) {
            Some(first) => Some(first.goes_on(ctx, &letters)),
            None if letters.chars().count() > 1 && !is_repeated => Some(taken(ctx, adds, letters, session.moment())),
            None => {
                let letter = letters.chars().take(1).collect();
                self.first = Some(First { letter, adds, at_secs: now_secs, before: session.moment() });
                None
            }
        }
    }

    /// Until when small letters go on with the one that opened a title, in seconds.
    pub fn goes_on_until(&self, session: &Session) -> Option<f64> {
        let new = session.selection().main().filter(|new| session.is_new(*new) && !session.is_begun(*new));
        new.and(self.first.as_ref()).map(First::until_secs)
    }

    /// While a letter may still go on there is a next frame at once: only so it is known when what follows has come.
    pub fn keep_looking(&self, ctx: &Context) {
        let now_secs = ctx.input(|input| input.time);
        if self.first.as_ref().is_some_and(|first| now_secs < first.until_secs()) {
            ctx.request_repaint();
        }
    }
}

impl First {
    /// What has come before then goes on with it, in seconds.
    fn until_secs(&self) -> f64 {
        self.at_secs + QUICK_SECS
    }

    /// The word that letters behind it make.
    fn goes_on(self, ctx: &Context, letters: &str) -> Intent {
        taken(ctx, self.adds, self.letter + letters, self.before)
    }
}

fn taken(ctx: &Context, adds: Command, letters: String, since: Moment) -> Intent {
    forget_letters(ctx);
    Intent::Typed { letters, adds, since }
}

/// The letters that were struck in this frame, as they are written.
fn struck(ctx: &Context) -> String {
    ctx.input(|input| input.events.iter().filter_map(letters).collect())
}

/// What an event writes, where it begins with a letter.
pub fn letters(event: &Event) -> Option<&str> {
    let Event::Text(text) = event else { return None };
    text.starts_with(char::is_alphabetic).then_some(text)
}

/// Letters of a word are neither commands nor a text of their own.
fn forget_letters(ctx: &Context) {
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => modifiers.command || modifiers.alt || !is_letter(*key),
            event => letters(event).is_none(),
        });
    });
}

fn is_letter(key: Key) -> bool {
    key.name().len() == 1 && key.name().bytes().all(|letter| letter.is_ascii_alphabetic())
}
