//! Which sign stands for which word of the trade: channels and their icons.

use crate::model::Channel;
use crate::theme::Icon;

/// The icon of a channel, on cards and in the palette.
pub fn channel_icon(channel: Channel) -> Icon {
    match channel {
        Channel::PaidSocial => Icon::PaidSocial,
        Channel::StreamingAd => Icon::ConnectedTv,
        Channel::Email => Icon::Email,
        Channel::AppPush => Icon::Push,
        Channel::Influencer => Icon::Influencer,
        Channel::Podcast => Icon::Podcast,
        Channel::Community => Icon::Community,
        Channel::Press => Icon::Press,
        Channel::ReviewSite => Icon::ReviewSite,
        Channel::InAppMessage => Icon::InAppMessage,
        Channel::Checkout => Icon::Checkout,
        Channel::Trailer => Icon::Trailer,
        Channel::Website => Icon::Website,
        Channel::Search => Icon::WebSearch,
        Channel::AppScreen => Icon::SmartTv,
        Channel::Recommendation => Icon::Recommendation,
        Channel::WordOfMouth => Icon::WordOfMouth,
        Channel::CompetitorResearch => Icon::LandingPage,
        Channel::SalesCall => Icon::Call,
        Channel::Event => Icon::Event,
        Channel::Merchandise => Icon::Merchandise,
        Channel::Support => Icon::Support,
    }
}
