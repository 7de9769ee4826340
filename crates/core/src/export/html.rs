//! A map as one page of HTML that needs no network: its picture for each audience, to be zoomed, moved and searched, and below it all
//! that it says, for whoever does not see it.
//!
//! Promise: a policy in the page itself forbids everything but its own style and script, which are allowed by their hashes; every
//! text of the map is escaped. Two exports of one map are the same bytes.
//!
//! # Limits
//! Letters of the picture are outlines; the list below has them as text.

use super::ExportError;
use super::svg::drawn_together;
use super::svg_defs::{attribute, num};
use super::words::said_in;
use crate::images::integrity;
use crate::scene::{Deck, Edition, Page};
use crate::text::is_right_to_left;
use touchline_words::{Language, in_language, say};

const STYLE: &str = include_str!("../../assets/html/page.css");
const SCRIPT: &str = include_str!("../../assets/html/page.js");

/// A text inside HTML: between tags, or in an attribute in double quotes.
pub fn html_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            '\n' | '\t' => written.push(letter),
            letter if letter.is_control() => written.push(' '),
            letter => written.push(letter),
        }
    }
    written
}

/// The page of a document, whose pages are the audiences' pictures, each by its name.
///
/// # Errors
/// The document has no page.
pub fn html(deck: &Deck) -> Result<String, ExportError> {
    let first = deck.pages.first().ok_or(ExportError::Empty)?;
    in_language(Language::of_document(&first.scene.language), || page(deck, first))
}

/// The page, its own words in the language of the moment.
fn page(deck: &Deck, first: &Page) -> Result<String, ExportError> {
    let language = if first.scene.language.trim().is_empty() { "en" } else { first.scene.language.trim() };
    let direction = if is_right_to_left(language) { "rtl" } else { "ltr" };
    let scenes: Vec<_> = deck.pages.iter().map(|page| &page.scene).collect();
    let (defs, bodies) = drawn_together(&scenes);
    let (mut pictures, mut lenses) = (String::new(), String::new());
    for (nth, (page, body)) in deck.pages.iter().zip(bodies).enumerate() {
        let (width, height) = (num(page.scene.size.width.max(0.0)), num(page.scene.size.height.max(0.0)));
        let (hidden, chosen) = if nth == 0 { ("", " selected") } else { (" hidden", "") };
        let name = html_text(&say!(html_picture_of, name = page.name));
        pictures.push_str(&format!(
            "<svg role=\"img\" aria-label=\"{name}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" fill=\"none\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\"{hidden}>\n{body}</svg>\n"
        ));
        lenses.push_str(&format!("<option value=\"{nth}\"{chosen}>{}</option>", html_text(&page.name)));
    }
    let lens = match deck.pages.len() {
        0 | 1 => String::new(),
        _ => format!(
            "<div><label for=\"lens\">{}</label><select id=\"lens\">{lenses}</select></div>\n",
            html_text(say!(ui_col_audience))
        ),
    };
    let [find, none, in_list, previous, next] =
        [say!(html_find), say!(html_none), say!(html_in_list), say!(html_previous), say!(html_next)].map(html_text);
    let [closer, farther, whole, dark, view, hint, skip, below] = [
        say!(html_zoom_in),
        say!(html_zoom_out),
        say!(html_fit),
        say!(html_dark),
        say!(html_view),
        say!(html_hint),
        say!(html_skip),
        say!(html_list),
    ]
    .map(html_text);
    // What the program says is its own language, where it has no catalogue of the map's.
    let own = said_in(language).map(|own| format!(" lang=\"{own}\" dir=\"ltr\"")).unwrap_or_default();
    let (style, script) = (integrity(STYLE), integrity(SCRIPT));
    let title = attribute(deck.title().unwrap_or(&deck.edition.finding));
    let Edition { finding, about, list, imprint } = &deck.edition;
    let (finding, about, imprint) = (html_text(finding), html_text(about), html_text(imprint));
    Ok(format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Touchline\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\"{own} href=\"#list\">{skip}</a>\n\
         <svg class=\"defs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>\n{defs}</defs></svg>\n\
         <header>\n<h1>{finding}</h1>\n<p class=\"about\">{about}</p>\n</header>\n<main>\n\
         <div class=\"tools\"{own}>\n{lens}\
         <div role=\"search\"><label for=\"find\">{find}</label><input id=\"find\" type=\"search\" autocomplete=\"off\">\
         <button id=\"previous\" type=\"button\" aria-label=\"{previous}\">‹</button><button id=\"next\" type=\"button\" aria-label=\"{next}\">›</button>\
         <span class=\"hits\" id=\"hits\" role=\"status\" data-none=\"{none}\" data-list=\"{in_list}\"></span></div>\n\
         <div><button id=\"out\" type=\"button\" aria-label=\"{farther}\">−</button><output id=\"zoomed\">100 %</output>\
         <button id=\"in\" type=\"button\" aria-label=\"{closer}\">+</button><button id=\"fit\" type=\"button\">{whole}</button></div>\n\
         <div><button id=\"dark\" type=\"button\" aria-pressed=\"false\">{dark}</button></div>\n</div>\n\
         <div class=\"view\" id=\"view\" tabindex=\"0\" role=\"group\" aria-label=\"{view}\">\n<div class=\"sheet\" id=\"sheet\">\n{pictures}</div>\n</div>\n\
         <p class=\"hint\"{own}>{hint}</p>\n<article id=\"list\" tabindex=\"-1\" aria-label=\"{below}\">\n{list}</article>\n</main>\n\
         <footer>{imprint}</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        language = html_text(language),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Page, Scene, Size};

    fn page(name: &str) -> Page {
        let scene = Scene { size: Size::new(40.0, 20.0), title: "A <b>".to_owned(), ..Scene::default() };
        Page { scene, name: name.to_owned(), ..Page::default() }
    }

    #[test]
    fn a_page_asks_for_nothing_and_allows_its_own_style_and_script_alone() {
        let hostile = "</script><img src=x onerror=\"alert(1)\">";
        let edition = Edition { finding: hostile.to_owned(), about: hostile.to_owned(), ..Edition::default() };
        let text = html(&Deck { pages: vec![page("All"), page(hostile)], edition, ..Deck::default() }).unwrap();
        assert!(!text.contains("<img") && text.matches("<script").count() == 1);
        assert_eq!(text.matches("</script>").count(), 1);
        assert!(text.contains(&integrity(STYLE)) && text.contains(&integrity(SCRIPT)));
        assert!(
            !text.contains("http:") && !text.contains("https:")
                || text.matches("http://www.w3.org/2000/svg").count() == text.matches("http:").count()
        );
        assert!(!text.contains(" on") || !text.contains(" onerror=\""));
        assert!(html(&Deck::default()).is_err());
    }

    #[test]
    fn one_audience_has_no_choice_and_several_have() {
        let text = |pages| html(&Deck { pages, ..Deck::default() }).unwrap();
        assert!(!text(vec![page("All")]).contains("<select"));
        let several = text(vec![page("All"), page("Families")]);
        assert!(several.contains("<option value=\"1\">Families</option>") && several.matches(" hidden>").count() == 1);
    }
}
