//! A map as a summary in Markdown, for a page in a wiki, a ticket or a mail: what it found, stage by stage, and what is to be done.

use super::Asked;
use super::told::{Item, Told, told};
use crate::export::escaped;
use crate::model::Map;
use std::fmt::Write as _;
use touchline_words::say;

/// The text of a map, as [`super::given`] gives it.
pub fn summary(map: &Map, asked: &Asked) -> String {
    let mut text = String::new();
    for piece in told(map, asked) {
        // Nothing that is written into a String fails.
        let _ = write_piece(&mut text, piece);
    }
    text
}

fn write_piece(text: &mut String, piece: Told) -> std::fmt::Result {
    match piece {
        Told::Title(title) => writeln!(text, "# {}", heading(&title, say!(data_untitled))),
        Told::Finding(said) => writeln!(text, "\n**{}**", escaped(&said)),
        Told::Facts(facts) => {
            if !facts.is_empty() {
                writeln!(text)?;
            }
            facts.into_iter().try_for_each(|(name, said)| writeln!(text, "- *{}:* {}", escaped(name), escaped(&said)))
        }
        Told::Stage(place, name) => writeln!(text, "\n## {place}. {}", heading(&name, "–")),
        Told::Line(name, said) => writeln!(text, "\n*{}:* {}", escaped(name), escaped(&said)),
        Told::Items(_, items) if items.is_empty() => Ok(()),
        Told::Items(name, items) => {
            writeln!(text, "\n### {}\n", escaped(name))?;
            items.iter().try_for_each(|item| writeln!(text, "- {}", line(item)))
        }
        Told::Source(source) => writeln!(text, "\n---\n\n{}", escaped(&say!(data_source, source))),
    }
}

fn heading(name: &str, instead: &str) -> String {
    let name = escaped(name);
    if name.is_empty() { instead.to_owned() } else { name }
}

/// `**Trial checkout** – with a birth date · Checkout · −2.4 annoyed`.
fn line(item: &Item) -> String {
    let words = escaped(&item.words);
    let mut line = match &item.name {
        Some(name) if words.is_empty() => format!("**{}**", heading(name, "–")),
        Some(name) => format!("**{}** – {words}", heading(name, "–")),
        None => words,
    };
    if !item.aside.is_empty() {
        line.push_str(&format!(" ({})", escaped(&item.aside)));
    }
    let facts: Vec<String> = item.facts.iter().map(|fact| escaped(fact)).collect();
    if !facts.is_empty() {
        line.push_str(&format!(" · {}", facts.join(" · ")));
    }
    line
}
