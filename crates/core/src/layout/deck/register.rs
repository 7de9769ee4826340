//! The register for sign-off: each flag with its state, its rule, where it is, what it asks, who sees to it, until when, and on what
//! evidence.

use super::block::{Block, Column, pour};
use super::desk::Desk;
use super::measures::MARGIN;
use super::signs::pennant;
use super::slide::{Head, Slide, over};
use super::table::{GUTTER, Span, names, row};
use crate::layout::words;
use crate::model::{Flag, FlagId, FlagStatus, FlagTarget};
use crate::scene::{FaceStyle, Kind, Role, Tag};
use crate::text::TextStyle;
use touchline_words::say;

const STATE: Span = (0.0, 148.0);
const RULE: Span = (148.0, 116.0);
const WHERE: Span = (264.0, 204.0);
const ASKS: Span = (468.0, 236.0);
const OWNER: Span = (704.0, 142.0);
const DUE: Span = (846.0, 126.0);
const EVIDENCE: Span = (972.0, 180.0 + GUTTER);
const LINES: usize = 5;

pub(super) fn lay(desk: &Desk) -> Vec<Slide> {
    let mut flags: Vec<(FlagId, &Flag)> = desk.map.flags.iter().map(|(id, flag)| (*id, flag)).collect();
    let rank = |status: FlagStatus| FlagStatus::ALL.iter().position(|other| *other == status);
    flags.sort_by_key(|(id, flag)| (rank(flag.status), flag.due.is_none(), flag.due, *id));
    let count = |status| flags.iter().filter(|(_, flag)| flag.status == status).count();
    let (open, review) = (count(FlagStatus::Open), count(FlagStatus::InReview));
    let needed = flags.len() - count(FlagStatus::NotApplicable);
    let headline = match open + review {
        0 => say!(deck_register_done, count = needed),
        missing => say!(deck_register_missing, missing, count = needed),
    };
    let lede = say!(deck_register_lede, open, review, cleared = count(FlagStatus::Cleared));
    let head = Head::told(desk, say!(deck_register).to_owned(), headline, lede);
    let (_, top) = head.lay(desk);
    let columns = [
        (say!(deck_state), STATE),
        (say!(deck_rule), RULE),
        (say!(deck_where), WHERE),
        (say!(deck_asks), ASKS),
        (say!(deck_owner), OWNER),
        (say!(deck_due_name), DUE),
        (say!(deck_evidence), EVIDENCE),
    ];
    let blocks = flags.iter().map(|(id, flag)| told(desk, *id, flag)).collect();
    let column = Column { x: MARGIN, head: names(desk, &columns), blocks };
    over(desk, &head, say!(deck_register_foot), pour(vec![column], top))
}

fn told(desk: &Desk, id: FlagId, flag: &Flag) -> Block {
    let (sign, _) = pennant(desk, id, flag, flag.status.name(), STATE.1 - GUTTER);
    let sign = Block { items: vec![sign], height: super::signs::PENNANT_HEIGHT, ..Block::default() };
    let cell = |text: &str, style: TextStyle, (_, width): Span| {
        desk.words(Role::Paragraph, text, style, width - GUTTER, LINES)
    };
    let plain = desk.caption().with_color(desk.theme.ink);
    let strong = TextStyle::new(super::measures::CAPTION, FaceStyle::SemiBold, desk.theme.ink);
    let (open_ink, quiet) = (desk.caption().with_color(desk.theme.bad_ink), desk.caption());
    let none = |asked: bool| if asked { (say!(deck_none_yet), open_ink) } else { ("–", quiet) };
    let is_due = matches!(flag.status, FlagStatus::Open | FlagStatus::InReview);
    let filled = |text: &str, span: Span| match text.trim() {
        "" => {
            let (text, style) = none(is_due);
            cell(text, style, span)
        }
        text => cell(text, plain, span),
    };
    let due = flag.due.map(|day| day.long()).unwrap_or_else(|| "–".to_owned());
    let place = place(desk, flag);
    let asks = flag.note.trim();
    let asks = if asks.is_empty() { flag.regime.name() } else { asks };
    let said = format!("{}, {place}", words::flag(flag.status, flag.code()));
    let cells = vec![
        (sign, STATE),
        (cell(flag.code(), strong, RULE), RULE),
        (cell(&place, plain, WHERE), WHERE),
        (cell(asks, plain, ASKS), ASKS),
        (filled(&flag.owner, OWNER), OWNER),
        (cell(&due, plain.tabular(), DUE), DUE),
        (filled(&flag.evidence, EVIDENCE), EVIDENCE),
    ];
    row(desk, Tag::new(Kind::Flag, id.0), said, cells)
}

/// `Trial checkout, Decision`.
fn place(desk: &Desk, flag: &Flag) -> String {
    let stage = desk.map.stage_of_flag(flag).and_then(|id| desk.map.stages.get(&id)).map(|stage| stage.name.as_str());
    let card = match flag.on {
        FlagTarget::Touchpoint(id) => desk.map.touchpoints.get(&id).map(|card| card.title.as_str()),
        FlagTarget::Stage(_) => None,
    };
    card.into_iter().chain(stage).collect::<Vec<_>>().join(", ")
}
