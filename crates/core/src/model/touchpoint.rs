//! A touchpoint: a card on which the customer meets the brand, or somebody else.

use crate::images::Image;

use super::{Belongs, LaneId, Rank, SegmentId, StageId, StepId, is_default};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use touchline_words::say;

/// One meeting of the customer with a channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touchpoint {
    pub stage: StageId,
    pub lane: LaneId,
    pub rank: Rank,
    /// The step of its stage that it belongs to. One of another stage counts as none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub step: Option<StepId>,
    /// The last stage over which it goes on, right of its own; one that is not counts as none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<StageId>,
    pub title: String,
    /// The short second line of the card.
    #[serde(default, skip_serializing_if = "is_default")]
    pub detail: String,
    /// What the customer does, in a sentence.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doing: String,
    pub channel: Channel,
    pub ownership: Ownership,
    /// The audiences that meet it; empty means all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<SegmentId>,
    /// How all audiences feel here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub emotion: Option<Emotion>,
    /// How single audiences feel, where they differ.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segment_emotions: BTreeMap<SegmentId, Emotion>,
    /// How all audiences shall feel here once it is as it shall be.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to_be: Option<Score>,
    /// In which state of the map it is to be found.
    #[serde(default, skip_serializing_if = "is_default")]
    pub belongs: Belongs,
    /// What the card rests on; an empty list says openly that it is an assumption.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Vec<Evidence>,
    /// Events of a log that count as this touchpoint.
    #[serde(default, skip_serializing_if = "is_default")]
    pub events: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// What stands at the top of the card, by the number of its bytes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub picture: Option<Image>,
    /// What the picture shows, for whoever does not see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub picture_alt: String,
}

impl Touchpoint {
    pub fn new(stage: StageId, lane: LaneId, rank: Rank, title: impl Into<String>, channel: Channel) -> Self {
        Self {
            stage,
            lane,
            rank,
            step: None,
            until: None,
            title: title.into(),
            detail: String::new(),
            doing: String::new(),
            channel,
            ownership: channel.usual_ownership(),
            segments: Vec::new(),
            emotion: None,
            segment_emotions: BTreeMap::new(),
            to_be: None,
            belongs: Belongs::default(),
            evidence: Vec::new(),
            events: Vec::new(),
            owner: String::new(),
            note: String::new(),
            picture: None,
            picture_alt: String::new(),
        }
    }

    /// The emotion that a segment's curve takes here: its own, else that of all audiences.
    pub fn emotion_of(&self, segment: Option<SegmentId>) -> Option<&Emotion> {
        segment.and_then(|id| self.segment_emotions.get(&id)).or(self.emotion.as_ref())
    }

    /// Whether an audience meets it.
    pub fn is_for(&self, segment: Option<SegmentId>) -> bool {
        self.segments.is_empty() || segment.is_none_or(|id| self.segments.contains(&id))
    }
}

/// How people feel, with a word and a reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Emotion {
    pub score: Score,
    /// One word, such as `frustrated`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub word: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
}

/// −3.0 … +3.0 in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score {
    tenths: i8,
}

impl Score {
    /// Held within −30 … 30.
    pub fn from_tenths(tenths: i32) -> Self {
        // The clamp keeps the value inside an i8.
        Self { tenths: tenths.clamp(-30, 30) as i8 }
    }

    pub fn tenths(self) -> i32 {
        i32::from(self.tenths)
    }

    /// −3.0 … 3.0.
    pub fn value(self) -> f32 {
        f32::from(self.tenths) / 10.0
    }

    /// `+1.8`, `−2.4` (with a true minus), `0.0`.
    pub fn text(self) -> String {
        let sign = match self.tenths {
            0 => "",
            1.. => "+",
            _ => "−",
        };
        let size = self.tenths.unsigned_abs();
        format!("{sign}{}.{}", size / 10, size % 10)
    }
}

impl Serialize for Score {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.tenths) / 10.0)
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        let tenths = (value * 10.0).round();
        if !((-30.0..=30.0).contains(&tenths) && (value * 10.0 - tenths).abs() < 1e-6) {
            return Err(serde::de::Error::custom(say!(emotion_no_score, value)));
        }
        Ok(Self::from_tenths(tenths as i32))
    }
}

/// Something that a card rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub kind: EvidenceKind,
    /// Which one, such as a file or a study; the kind's name when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// How much of it, in the person's words: `1.2 M rows`, `18`, `63 / week`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub amount: String,
}

/// Where evidence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EvidenceKind {
    BehaviouralData,
    SessionRecordings,
    CrmStageDurations,
    SupportThemes,
    Survey,
    Interviews,
}

impl EvidenceKind {
    pub const ALL: [Self; 6] = [
        Self::BehaviouralData,
        Self::SessionRecordings,
        Self::CrmStageDurations,
        Self::SupportThemes,
        Self::Survey,
        Self::Interviews,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::BehaviouralData => say!(evidence_behavioural_data),
            Self::SessionRecordings => say!(evidence_session_recordings),
            Self::CrmStageDurations => say!(evidence_crm_stage_durations),
            Self::SupportThemes => say!(evidence_support_themes),
            Self::Survey => say!(evidence_survey),
            Self::Interviews => say!(evidence_interviews),
        }
    }
}

/// Whose the touchpoint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ownership {
    Owned,
    Paid,
    Earned,
    /// Outside our control, such as a review site.
    Outside,
}

impl Ownership {
    pub const ALL: [Self; 4] = [Self::Owned, Self::Paid, Self::Earned, Self::Outside];

    pub fn name(self) -> &'static str {
        match self {
            Self::Owned => say!(ownership_owned),
            Self::Paid => say!(ownership_paid),
            Self::Earned => say!(ownership_earned),
            Self::Outside => say!(ownership_outside),
        }
    }
}

/// By what means the customer is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Channel {
    PaidSocial,
    StreamingAd,
    Email,
    AppPush,
    Influencer,
    Podcast,
    Community,
    Press,
    ReviewSite,
    InAppMessage,
    Checkout,
    Trailer,
    Website,
    Search,
    AppScreen,
    Recommendation,
    WordOfMouth,
    CompetitorResearch,
    SalesCall,
    Event,
    Merchandise,
    Support,
}

impl Channel {
    /// Every channel, in the palette's order.
    pub const ALL: [Self; 22] = [
        Self::PaidSocial,
        Self::StreamingAd,
        Self::Email,
        Self::AppPush,
        Self::Influencer,
        Self::Podcast,
        Self::Community,
        Self::Press,
        Self::ReviewSite,
        Self::InAppMessage,
        Self::Checkout,
        Self::Trailer,
        Self::Website,
        Self::Search,
        Self::AppScreen,
        Self::Recommendation,
        Self::WordOfMouth,
        Self::CompetitorResearch,
        Self::SalesCall,
        Self::Event,
        Self::Merchandise,
        Self::Support,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::PaidSocial => say!(channel_paid_social),
            Self::StreamingAd => say!(channel_streaming_ad),
            Self::Email => say!(channel_email),
            Self::AppPush => say!(channel_app_push),
            Self::Influencer => say!(channel_influencer),
            Self::Podcast => say!(channel_podcast),
            Self::Community => say!(channel_community),
            Self::Press => say!(channel_press),
            Self::ReviewSite => say!(channel_review_site),
            Self::InAppMessage => say!(channel_in_app_message),
            Self::Checkout => say!(channel_checkout),
            Self::Trailer => say!(channel_trailer),
            Self::Website => say!(channel_website),
            Self::Search => say!(channel_search),
            Self::AppScreen => say!(channel_app_screen),
            Self::Recommendation => say!(channel_recommendation),
            Self::WordOfMouth => say!(channel_word_of_mouth),
            Self::CompetitorResearch => say!(channel_competitor_research),
            Self::SalesCall => say!(channel_sales_call),
            Self::Event => say!(channel_event),
            Self::Merchandise => say!(channel_merchandise),
            Self::Support => say!(channel_support),
        }
    }

    /// Other words that people look for it by.
    pub fn also(self) -> &'static str {
        match self {
            Self::PaidSocial => say!(channel_also_paid_social),
            Self::StreamingAd => say!(channel_also_streaming_ad),
            Self::Email => say!(channel_also_email),
            Self::AppPush => say!(channel_also_app_push),
            Self::Influencer => say!(channel_also_influencer),
            Self::Podcast => say!(channel_also_podcast),
            Self::Community => say!(channel_also_community),
            Self::Press => say!(channel_also_press),
            Self::ReviewSite => say!(channel_also_review_site),
            Self::InAppMessage => say!(channel_also_in_app_message),
            Self::Checkout => say!(channel_also_checkout),
            Self::Trailer => say!(channel_also_trailer),
            Self::Website => say!(channel_also_website),
            Self::Search => say!(channel_also_search),
            Self::AppScreen => say!(channel_also_app_screen),
            Self::Recommendation => say!(channel_also_recommendation),
            Self::WordOfMouth => say!(channel_also_word_of_mouth),
            Self::CompetitorResearch => say!(channel_also_competitor_research),
            Self::SalesCall => say!(channel_also_sales_call),
            Self::Event => say!(channel_also_event),
            Self::Merchandise => say!(channel_also_merchandise),
            Self::Support => say!(channel_also_support),
        }
    }

    /// Whose it is when nobody says otherwise.
    pub fn usual_ownership(self) -> Ownership {
        match self {
            Self::PaidSocial | Self::StreamingAd | Self::Influencer | Self::Podcast => Ownership::Paid,
            Self::Press => Ownership::Earned,
            Self::ReviewSite | Self::WordOfMouth | Self::CompetitorResearch | Self::Community => Ownership::Outside,
            _ => Ownership::Owned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_read_as_people_write_them() {
        let texts: Vec<String> = [-34, -24, -3, 0, 5, 18, 31].map(|t| Score::from_tenths(t).text()).into();
        assert_eq!(texts, ["−3.0", "−2.4", "−0.3", "0.0", "+0.5", "+1.8", "+3.0"]);
    }
}
