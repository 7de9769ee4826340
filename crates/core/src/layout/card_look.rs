//! What a card's picture and its words are made from, and its words.

use touchline_words::say;

use super::context::Context;
use super::image;
use super::tied::NoteLine;
use super::words;
use crate::images::Image;
use crate::model::*;
use crate::scene::Label;
use std::borrow::Cow;

/// What a card's picture and its words are made from.
#[derive(Debug)]
pub(super) struct CardLook {
    pub(super) title: String,
    pub(super) belongs: Belongs,
    pub(super) detail: String,
    /// The name of its step.
    pub(super) step: String,
    /// The last stage over which it goes on, and its colour.
    pub(super) until: Option<(String, usize)>,
    pub(super) channel: Channel,
    pub(super) is_evidence: bool,
    pub(super) is_meant: bool,
    /// The score and its word, as the audience under the lens feels.
    pub(super) feeling: Option<(Score, String)>,
    pub(super) flags: Vec<(FlagId, FlagStatus, String)>,
    /// What stands at its top, with what that shows.
    pub(super) picture: Option<(Image, String)>,
    /// The notes at its foot.
    pub(super) notes: Vec<NoteLine>,
}

/// The second line of a card; one that is not in both states of the map says so.
pub(super) fn second_line(belongs: Belongs, detail: &str) -> Cow<'_, str> {
    match belongs {
        Belongs::Both => detail.into(),
        Belongs::AsIs | Belongs::ToBe if detail.is_empty() => belongs.name().into(),
        Belongs::AsIs | Belongs::ToBe => format!("{} · {detail}", belongs.name()).into(),
    }
}

/// The words of a card, for whoever does not see it.
pub(super) fn said(context: &Context, look: &CardLook, stage: &str) -> String {
    let CardLook { title, detail, step, until, channel, is_evidence, is_meant, feeling, flags, picture, .. } = look;
    let (place, count) = (Label::PLACE, Label::COUNT);
    let mut words = vec![say!(kind_touchpoint_said, title)];
    words.push(say!(layout_say_in_stage, stage));
    if !step.is_empty() {
        words.push(say!(layout_say_in_step, step));
    }
    match until {
        // It stands below the cells, in no list.
        Some((stage, _)) => words.push(say!(layout_say_until, stage)),
        None => words.push(say!(layout_say_place, place, count)),
    }
    let second = second_line(look.belongs, detail);
    if !second.is_empty() {
        words.push(second.into_owned());
    }
    words.push(channel.name().to_owned());
    // A page without the lane of feelings says none.
    if let Some((score, word)) = feeling.as_ref().filter(|_| context.is_editor() || context.shows_feelings) {
        words.push(words::feeling(context, *score, word));
    }
    let flags: Vec<String> = flags.iter().map(|(_, status, code)| words::flag(*status, code)).collect();
    if !flags.is_empty() {
        words.push(say!(layout_say_flags, flags = flags.join(", ")));
    }
    words.push(if *is_evidence { say!(layout_legend_evidence) } else { say!(layout_legend_assumption) }.to_owned());
    if let Some((_, alt)) = picture {
        words.push(image::told(alt));
    }
    if !is_meant {
        words.push(say!(layout_say_not_met).to_owned());
    }
    words.join(", ")
}
