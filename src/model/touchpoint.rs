//! A touchpoint: a card on which the customer meets the brand, or somebody else.

use super::{LaneId, Rank, SegmentId, StageId, is_default};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One meeting of the customer with a channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touchpoint {
    pub stage: StageId,
    pub lane: LaneId,
    pub rank: Rank,
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
}

impl Touchpoint {
    pub fn new(stage: StageId, lane: LaneId, rank: Rank, title: impl Into<String>, channel: Channel) -> Self {
        Self {
            stage,
            lane,
            rank,
            title: title.into(),
            detail: String::new(),
            doing: String::new(),
            channel,
            ownership: channel.usual_ownership(),
            segments: Vec::new(),
            emotion: None,
            segment_emotions: BTreeMap::new(),
            evidence: Vec::new(),
            events: Vec::new(),
            owner: String::new(),
            note: String::new(),
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
            return Err(serde::de::Error::custom(format!("{value} is no emotion: −3.0 to 3.0 in tenths is expected")));
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
            Self::BehaviouralData => "Behavioural data",
            Self::SessionRecordings => "Session recordings",
            Self::CrmStageDurations => "CRM stage durations",
            Self::SupportThemes => "Support themes",
            Self::Survey => "Survey",
            Self::Interviews => "Interviews",
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
            Self::Owned => "owned",
            Self::Paid => "paid",
            Self::Earned => "earned",
            Self::Outside => "outside our control",
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
            Self::PaidSocial => "Paid social",
            Self::StreamingAd => "CTV / streaming ad",
            Self::Email => "Email",
            Self::AppPush => "App push",
            Self::Influencer => "Influencer / talent",
            Self::Podcast => "Podcast / audio",
            Self::Community => "Community",
            Self::Press => "PR & press",
            Self::ReviewSite => "Review site",
            Self::InAppMessage => "In-app message",
            Self::Checkout => "Checkout",
            Self::Trailer => "Trailer",
            Self::Website => "Website",
            Self::Search => "Search",
            Self::AppScreen => "App or TV screen",
            Self::Recommendation => "Recommendation",
            Self::WordOfMouth => "Word of mouth",
            Self::CompetitorResearch => "Competitor research",
            Self::SalesCall => "Sales call",
            Self::Event => "Venue / live event",
            Self::Merchandise => "Merchandise",
            Self::Support => "Support",
        }
    }

    /// Other words that people look for it by.
    pub fn also(self) -> &'static str {
        match self {
            Self::PaidSocial => "meta tiktok youtube instagram ad",
            Self::StreamingAd => "connected tv ott spot",
            Self::Email => "newsletter crm mail",
            Self::AppPush => "notification mobile",
            Self::Influencer => "creator partnership sponsored post",
            Self::Podcast => "radio music host read",
            Self::Community => "discord forum fans reddit",
            Self::Press => "publicity critics interview",
            Self::ReviewSite => "ratings critics stars",
            Self::InAppMessage => "banner tooltip onboarding",
            Self::Checkout => "payment trial ticket subscribe paywall",
            Self::Trailer => "teaser video clip",
            Self::Website => "landing page web",
            Self::Search => "seo google store",
            Self::AppScreen => "ui smart tv player profile",
            Self::Recommendation => "algorithm personalised row",
            Self::WordOfMouth => "peer friends conversation",
            Self::CompetitorResearch => "compare alternatives",
            Self::SalesCall => "demo account b2b",
            Self::Event => "premiere concert match stadium gate festival",
            Self::Merchandise => "shop store gift",
            Self::Support => "help ticket chat faq",
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
