//! Maps to start from. Each stands as a text in `assets/templates`, is built afresh with new record numbers in the language of
//! the moment, holds no figures, and marks every card openly as an assumption: a template knows nothing about anybody's
//! customers.

mod build;
mod plan;
#[cfg(test)]
mod tests;

use touchline_words::say;

use crate::edit::empty_map;
use crate::model::{IdSource, Map};
use plan::Plan;

/// A map to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    StreamingSubscriber,
    LiveEvent,
    ContentJourney,
    Publisher,
    ChildrensPlatform,
    GameCommunity,
    TheatricalRelease,
    PodcastLaunch,
    Workshop,
}

impl Template {
    /// Every template, in the order of the start screen.
    pub const ALL: [Self; 9] = [
        Self::StreamingSubscriber,
        Self::LiveEvent,
        Self::ContentJourney,
        Self::Publisher,
        Self::ChildrensPlatform,
        Self::GameCommunity,
        Self::TheatricalRelease,
        Self::PodcastLaunch,
        Self::Workshop,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::StreamingSubscriber => say!(template_streaming),
            Self::LiveEvent => say!(template_live),
            Self::ContentJourney => say!(template_content),
            Self::Publisher => say!(template_publisher),
            Self::ChildrensPlatform => say!(template_children),
            Self::GameCommunity => say!(template_game),
            Self::TheatricalRelease => say!(template_theatrical),
            Self::PodcastLaunch => say!(template_podcast),
            Self::Workshop => say!(template_workshop),
        }
    }

    /// What it holds, in a line.
    pub fn line(self) -> &'static str {
        match self {
            Self::StreamingSubscriber => say!(template_streaming_line),
            Self::LiveEvent => say!(template_live_line),
            Self::ContentJourney => say!(template_content_line),
            Self::Publisher => say!(template_publisher_line),
            Self::ChildrensPlatform => say!(template_children_line),
            Self::GameCommunity => say!(template_game_line),
            Self::TheatricalRelease => say!(template_theatrical_line),
            Self::PodcastLaunch => say!(template_podcast_line),
            Self::Workshop => say!(template_workshop_line),
        }
    }

    /// A new map with its content.
    pub fn build(self, ids: &mut IdSource) -> Map {
        match Plan::read(self.text()) {
            Ok(plan) => build::map(&plan, ids),
            // A test reads every one of them.
            Err(_) => empty_map(ids),
        }
    }

    /// What is written down of it.
    fn text(self) -> &'static str {
        match self {
            Self::StreamingSubscriber => include_str!("../../../assets/templates/streaming_subscriber.ron"),
            Self::LiveEvent => include_str!("../../../assets/templates/live_event.ron"),
            Self::ContentJourney => include_str!("../../../assets/templates/content_journey.ron"),
            Self::Publisher => include_str!("../../../assets/templates/publisher.ron"),
            Self::ChildrensPlatform => include_str!("../../../assets/templates/childrens_platform.ron"),
            Self::GameCommunity => include_str!("../../../assets/templates/game_community.ron"),
            Self::TheatricalRelease => include_str!("../../../assets/templates/theatrical_release.ron"),
            Self::PodcastLaunch => include_str!("../../../assets/templates/podcast_launch.ron"),
            Self::Workshop => include_str!("../../../assets/templates/workshop.ron"),
        }
    }
}
