//! What the stories of the flows share.

use crate::model::Map;
use crate::session::stories::Story;
use crate::session::{DiskReport, Effect, Intent, Opened, Origin, Session};
use std::time::{Duration, Instant};

/// Lets time pass until something is so, and gives back what was asked of the world outside meanwhile.
#[track_caller]
pub(super) fn until(story: &mut Story, is_so: impl Fn(&Session) -> bool) -> Vec<Effect> {
    let (start, mut effects) = (Instant::now(), Vec::new());
    while !is_so(&story.session) {
        assert!(start.elapsed() < Duration::from_secs(120), "it never comes");
        effects.extend(story.session.handle(Intent::Tick, story.now));
        std::thread::yield_now();
    }
    effects
}

/// A story of this map.
pub(super) fn opened(map: Map) -> Story {
    let mut story = Story::new();
    let opened = Opened { map, from: Origin::Sample, written_unix_secs: None, beside: Vec::new(), unknown: Vec::new() };
    story.act(Intent::Disk(DiskReport::Opened(Box::new(opened))));
    story
}
