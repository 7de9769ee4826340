//! Behind the deck, where they are asked for: what is said to each of its slides, for whoever speaks.

use super::block::{Block, pour_on};
use super::desk::Desk;
use super::measures::{MARGIN, THIRD};
use super::slide::{Head, Slide, over};
use crate::scene::Role;
use touchline_words::say;

/// Both columns, a half of the slide each.
const HALF: f32 = THIRD * 1.5;
const COLUMNS: [f32; 2] = [MARGIN, MARGIN + HALF + 24.0];
/// Of a note so many lines stand in one piece; a longer one goes on.
const LINES: usize = 60;

/// The notes of slides: the number of each, what it says first, and what is said to it.
pub(super) fn lay(desk: &Desk, spoken: &[(usize, String, String)]) -> Vec<Slide> {
    if spoken.is_empty() {
        return Vec::new();
    }
    let name = say!(deck_spoken).to_owned();
    let head = Head { kicker: name, headline: say!(deck_spoken_headline).to_owned(), lede: String::new() };
    let (_, top) = head.lay(desk);
    let width = HALF - 24.0;
    let blocks = spoken.iter().flat_map(|(number, headline, notes)| {
        let title = format!("{number}  ·  {headline}");
        let title = desk.title(&title, desk.strong(), width).below(20.0).holding();
        let lines = notes.lines().filter(|line| !line.trim().is_empty());
        let said = lines.map(|line| desk.words(Role::Paragraph, line, desk.body(), width, LINES).below(6.0));
        std::iter::once(title).chain(said).collect::<Vec<Block>>()
    });
    let pages = pour_on(&COLUMNS, blocks.collect(), top);
    over(desk, &head, "", pages)
}
