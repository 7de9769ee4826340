//! A map as a list that is read from its beginning to its end, as HTML: what its picture shows, for whoever does not see it.

use super::told::{Item, Told, told};
use super::{Asked, TableKind, table};
use crate::export::{Cell, Table, html_text};
use crate::figures::headline;
use crate::figures::numbers;
use crate::model::Map;
use crate::scene::Edition;
use std::fmt::Write as _;
use touchline_words::say;

/// The tables that stand below the stages; what the others hold stands with the stages.
const TABLES: [TableKind; 4] = [TableKind::DropOff, TableKind::Segments, TableKind::Register, TableKind::Actions];

/// What a page says of a map, as [`super::given`] gives it, beside its picture.
pub fn edition(map: &Map, asked: &Asked) -> Edition {
    let mut list = format!("<h2>{}</h2>\n", html_text(say!(html_list)));
    let mut about = Vec::new();
    let mut imprint = String::new();
    for piece in told(map, asked) {
        // Nothing that is written into a String fails.
        let _ = match piece {
            Told::Title(title) => {
                about.extend(Some(title).filter(|title| !title.trim().is_empty()));
                Ok(())
            }
            Told::Finding(_) => Ok(()),
            Told::Facts(facts) if facts.is_empty() => Ok(()),
            Told::Facts(facts) => {
                let fact =
                    |(name, said): &(&str, String)| format!("<dt>{}</dt><dd>{}</dd>", html_text(name), html_text(said));
                writeln!(list, "<dl>{}</dl>", facts.iter().map(fact).collect::<String>())
            }
            Told::Stage(place, name) => writeln!(list, "<h3>{place}. {}</h3>", html_text(or_dash(&name))),
            Told::Line(name, said) => {
                writeln!(list, "<p><span class=\"name\">{}:</span> {}</p>", html_text(name), html_text(&said))
            }
            Told::Items(_, items) if items.is_empty() => Ok(()),
            Told::Items(name, items) => {
                let lines: String = items.iter().map(|item| format!("<li>{}</li>\n", line(item))).collect();
                writeln!(list, "<h4>{}</h4>\n<ul>\n{lines}</ul>", html_text(name))
            }
            Told::Source(source) => {
                imprint = say!(data_source, source);
                Ok(())
            }
        };
    }
    for kind in TABLES {
        list.push_str(&shown_table(&table(map, kind, asked)));
    }
    let meta = &map.meta;
    about.extend(
        Some(meta.client.trim()).filter(|client| !client.is_empty()).map(|client| say!(deck_prepared_for, client)),
    );
    about.extend(meta.date.map(|day| day.long()));
    let finding = headline(map, asked.segment);
    let finding = if finding.trim().is_empty() { say!(data_untitled).to_owned() } else { finding };
    Edition { finding, about: about.join("  ·  "), list, imprint }
}

fn or_dash(name: &str) -> &str {
    if name.trim().is_empty() { "–" } else { name }
}

fn line(item: &Item) -> String {
    let words = html_text(&item.words);
    let mut line = match &item.name {
        Some(name) if words.trim().is_empty() => format!("<strong>{}</strong>", html_text(or_dash(name))),
        Some(name) => format!("<strong>{}</strong> – {words}", html_text(or_dash(name))),
        None => words,
    };
    if !item.aside.is_empty() {
        line.push_str(&format!(" ({})", html_text(&item.aside)));
    }
    item.facts.iter().for_each(|fact| line.push_str(&format!(" · {}", html_text(fact))));
    line
}

/// A table under its heading, without the columns in which nothing stands; nothing where it has no row.
fn shown_table(table: &Table) -> String {
    if table.rows.is_empty() {
        return String::new();
    }
    let is_filled =
        |column: &usize| table.rows.iter().any(|row| row.get(*column).is_some_and(|cell| *cell != Cell::Empty));
    let columns: Vec<usize> = (0..table.heads.len()).filter(is_filled).collect();
    let is_number = |column: usize| {
        let number = |row: &Vec<Cell>| !matches!(row.get(column), Some(Cell::Text(_) | Cell::Day(_)) | None);
        table.rows.iter().all(number)
    };
    let class = |column: usize| if is_number(column) { " class=\"n\"" } else { "" };
    let head = |column: &usize| {
        let name = table.heads.get(*column).copied().unwrap_or_default();
        format!("<th scope=\"col\"{}>{}</th>", class(*column), html_text(name))
    };
    let heads: String = columns.iter().map(head).collect();
    let rows: String = table
        .rows
        .iter()
        .map(|row| {
            let cell = |column: &usize| {
                let text = html_text(&row.get(*column).map(shown_cell).unwrap_or_default());
                format!("<td{}>{text}</td>", class(*column))
            };
            format!("<tr>{}</tr>\n", columns.iter().map(cell).collect::<String>())
        })
        .collect();
    let name = html_text(table.name);
    format!(
        "<h2>{name}</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">\n<table>\n<caption>{name}</caption>\n\
         <thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )
}

fn shown_cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => numbers::count(*count),
        Cell::Number(number) => numbers::plain(*number),
        Cell::Share(share) => numbers::rate(*share),
        Cell::Duration(secs) => numbers::duration(*secs),
        Cell::Day(day) => day.long(),
    }
}
