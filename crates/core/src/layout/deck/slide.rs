//! A slide: what it says first, what proves that, and what stands at its foot.

use super::block::placed;
use super::desk::Desk;
use super::measures::{ACROSS, BODY, CAPTION, HEADLINE, MARGIN};
use crate::figures;
use crate::figures::source::{source_of_all, source_told};
use crate::layout::pen;
use crate::layout::seen::audience_of;
use crate::scene::{FaceStyle, Item, Kind, PageSize, Rect, Role, Scene, Size};
use crate::text::TextStyle;
use touchline_words::say;

const KICKER_TOP: f32 = 38.0;
const HEADLINE_TOP: f32 = 60.0;
const LEADING: f32 = 1.2;
const LEDE_GAP: f32 = 8.0;
/// From the last line of the head to what the slide shows.
const BELOW_HEAD: f32 = 16.0;
const FOOT_RULE: f32 = 660.0;
const FOOT_BASELINE: f32 = 689.0;
/// So much of the foot the source may have.
const SOURCE_SHARE: f32 = 0.62;

/// What a slide says before it shows anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Head {
    /// What the slide is about.
    pub kicker: String,
    /// A claim that it proves.
    pub headline: String,
    pub lede: String,
}

/// A slide without its place in the document.
pub(super) struct Slide {
    pub items: Vec<Item>,
    /// Where what it shows comes from.
    pub foot: String,
}

impl Head {
    /// What stands first on the page that is laid out: what a person wrote, else what the figures say.
    pub fn told(desk: &Desk, kicker: String, headline: String, lede: String) -> Self {
        let own = |text: &str, usual: String| if text.trim().is_empty() { usual } else { text.trim().to_owned() };
        let Some(page) = desk.kept() else { return Head { kicker, headline, lede } };
        // What was written of all is not said of one audience.
        let of_all = if desk.seen.segment.is_none() { page.headline.as_str() } else { "" };
        Head { kicker: own(&page.name, kicker), headline: own(of_all, headline), lede }
    }

    /// The head as items, and where what the slide shows begins.
    pub fn lay(&self, desk: &Desk) -> (Vec<Item>, f32) {
        let theme = desk.theme;
        let kicker = desk.words(Role::Paragraph, &self.kicker, desk.label(), ACROSS, 1);
        let style = TextStyle::new(HEADLINE, FaceStyle::Bold, theme.ink).with_line_height(LEADING);
        let headline = desk.words(Role::Heading(1), &self.headline, style, ACROSS, 2);
        let lede_style = TextStyle::new(BODY, FaceStyle::Regular, theme.detail).with_line_height(1.3);
        let lede = desk.words(Role::Paragraph, &self.lede, lede_style, ACROSS, 2);
        let mut items = vec![placed(kicker.items, MARGIN, KICKER_TOP), placed(headline.items, MARGIN, HEADLINE_TOP)];
        let mut bottom = HEADLINE_TOP + headline.height;
        if !lede.is_empty() {
            items.push(placed(lede.items, MARGIN, bottom + LEDE_GAP));
            bottom += LEDE_GAP + lede.height;
        }
        (items, bottom + BELOW_HEAD)
    }

    /// The same on the nth of several slides.
    pub fn nth(&self, nth: usize, of: usize) -> Self {
        if of < 2 {
            return self.clone();
        }
        Self { kicker: say!(deck_part_of, kicker = self.kicker, nth, of), ..self.clone() }
    }
}

/// What was poured over several slides, each under the same head.
pub(super) fn over(desk: &Desk, head: &Head, foot: &str, pages: Vec<Vec<Item>>) -> Vec<Slide> {
    let of = pages.len();
    let slide = |(nth, shown): (usize, Vec<Item>)| {
        let (mut items, _) = head.nth(nth + 1, of).lay(desk);
        items.extend(shown);
        Slide { items, foot: foot.to_owned() }
    };
    pages.into_iter().enumerate().map(slide).collect()
}

impl Slide {
    /// The finished slide, the `number`th of so many.
    pub fn finish(self, desk: &Desk, number: usize, of: usize) -> Scene {
        let size = PageSize::Slide.size().unwrap_or_else(|| Size::new(1280.0, 720.0));
        let mut items = vec![pen::rounded(Rect::from_size(size), 0.0, desk.theme.surface, None)];
        items.extend(self.items);
        items.push(desk.artifact(
            vec![desk.hairline(MARGIN, MARGIN + ACROSS, FOOT_RULE)],
            Rect::new(MARGIN, FOOT_RULE, ACROSS, 1.0),
        ));
        let style = TextStyle::new(CAPTION, FaceStyle::Regular, desk.theme.muted);
        let top = FOOT_BASELINE - CAPTION;
        let mut said = |text: &str, line: Item, bounds: Rect| {
            if !text.is_empty() {
                items.push(pen::tagged(desk.tag(Kind::Map), Role::Paragraph, text, bounds, vec![line]));
            }
        };
        let imprint = imprint(desk, number, of);
        let right = MARGIN + ACROSS;
        let room = ACROSS * (1.0 - SOURCE_SHARE) - 16.0;
        let line = desk.line_to(&imprint, style, right, FOOT_BASELINE, room);
        let source = desk.line(&self.foot, style, MARGIN, FOOT_BASELINE, ACROSS * SOURCE_SHARE);
        said(&self.foot, source, Rect::new(MARGIN, top, ACROSS * SOURCE_SHARE, CAPTION * 1.3));
        said(&imprint, line, Rect::new(right - room, top, room, CAPTION * 1.3));
        let title =
            figures::document_title(desk.map, desk.seen.segment, &figures::headline(desk.map, desk.seen.segment));
        let language = desk.map.meta.language.clone();
        Scene { size, items: crate::layout::shown::only(items), title, language }
    }
}

/// `Prepared for Lumen  ·  3 Nov 2026  ·  2 / 9`.
fn imprint(desk: &Desk, number: usize, of: usize) -> String {
    let meta = &desk.map.meta;
    let (client, footer) = (meta.client.trim(), meta.brand.footer.trim());
    let client = match footer.is_empty() {
        true => (!client.is_empty()).then(|| say!(deck_prepared_for, client)),
        false => Some(footer.to_owned()),
    };
    let day = meta.date.map(|day| day.long());
    let said: Vec<String> = client.into_iter().chain(day).chain([format!("{number} / {of}")]).collect();
    said.join("  ·  ")
}

/// Where the figures come from; nothing where none are measured.
pub(super) fn source(desk: &Desk) -> String {
    let Some((_, measurement)) = desk.map.measurement() else { return String::new() };
    let told = match audience_of(desk.map, desk.seen) {
        Some(_) => source_of_all(measurement),
        None => source_told(measurement),
    };
    let told = if desk.seen.notes { format!("{}, {told}", measurement.source) } else { told };
    say!(deck_source, source = told)
}
