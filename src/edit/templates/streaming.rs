//! The streaming subscriber: from hearing of a title to the decision to stay another month.

use super::build::{ActionContent, CardContent, StageContent, map};
use crate::model::{Basis, Channel, Horizon, IdSource, Map, Regime};

pub(super) fn build(ids: &mut IdSource) -> Map {
    let audiences = [
        ("Families under 12", Basis::Demographic, true),
        ("Genre enthusiasts", Basis::NeedsBased, false),
        ("Casual viewers", Basis::Behavioural, false),
        ("Lapsed subscribers", Basis::Behavioural, false),
    ];
    map("Streaming subscriber journey", &STAGES, &audiences, ids)
}

const STAGES: [StageContent; 5] = [
    StageContent {
        name: "Awareness",
        goal: "Hear about something worth watching",
        cards: &[
            CardContent {
                title: "Trailer on social",
                detail: "15 seconds, sound off",
                channel: Channel::PaidSocial,
                emotion: Some((15, "curious")),
                flags: &[Regime::MusicSync],
            },
            CardContent {
                title: "Talent post",
                detail: "paid partnership",
                channel: Channel::Influencer,
                emotion: Some((10, "amused")),
                flags: &[Regime::Ftc, Regime::SagAftra],
            },
            CardContent {
                title: "Connected TV spot",
                detail: "before another show",
                channel: Channel::StreamingAd,
                emotion: None,
                flags: &[],
            },
        ],
        questions: &["What is everyone talking about?"],
        pain_points: &["The trailer does not say where it runs"],
        actions: &[ActionContent {
            title: "Name service and date in the first frame",
            owner: "Paid media",
            horizon: Horizon::QuickWin,
        }],
    },
    StageContent {
        name: "Consideration",
        goal: "Find out whether it is worth paying for",
        cards: &[
            CardContent {
                title: "Review site",
                detail: "score and age rating",
                channel: Channel::ReviewSite,
                emotion: Some((5, "unsure")),
                flags: &[],
            },
            CardContent {
                title: "Plans page",
                detail: "price, screens, adverts",
                channel: Channel::Website,
                emotion: Some((-8, "puzzled")),
                flags: &[Regime::Wcag],
            },
        ],
        questions: &["Do we need one more subscription?"],
        pain_points: &["Prices are hard to compare"],
        actions: &[],
    },
    StageContent {
        name: "Decision",
        goal: "Start tonight, without a trap",
        cards: &[
            CardContent {
                title: "Trial checkout",
                detail: "account, card, consent",
                channel: Channel::Checkout,
                emotion: Some((-15, "wary")),
                flags: &[Regime::Gdpr],
            },
            CardContent {
                title: "Reminder e-mail",
                detail: "checkout left open",
                channel: Channel::Email,
                emotion: None,
                flags: &[Regime::EPrivacy],
            },
        ],
        questions: &["Can I leave again as easily as I came?"],
        pain_points: &["Too many fields before the first episode"],
        actions: &[ActionContent {
            title: "Ask for less before the first episode",
            owner: "Product",
            horizon: Horizon::Medium,
        }],
    },
    StageContent {
        name: "Onboarding",
        goal: "Find something in minutes",
        cards: &[
            CardContent {
                title: "Pick three shows",
                detail: "first profile",
                channel: Channel::AppScreen,
                emotion: Some((12, "hopeful")),
                flags: &[Regime::Wcag],
            },
            CardContent {
                title: "First recommendation row",
                detail: "chosen by an algorithm",
                channel: Channel::Recommendation,
                emotion: Some((18, "pleased")),
                flags: &[],
            },
            CardContent {
                title: "New-episode push",
                detail: "opt-in",
                channel: Channel::AppPush,
                emotion: None,
                flags: &[Regime::EPrivacy],
            },
        ],
        questions: &["Is there anything for us?"],
        pain_points: &["Choosing takes longer than watching"],
        actions: &[],
    },
    StageContent {
        name: "Retention",
        goal: "Keep a reason to stay",
        cards: &[
            CardContent {
                title: "Season finale",
                detail: "the reason ends here",
                channel: Channel::AppScreen,
                emotion: Some((20, "moved")),
                flags: &[],
            },
            CardContent {
                title: "Fan community",
                detail: "theories and rewatches",
                channel: Channel::Community,
                emotion: Some((10, "at home")),
                flags: &[],
            },
            CardContent {
                title: "Win-back e-mail",
                detail: "after days without a login",
                channel: Channel::Email,
                emotion: Some((-12, "indifferent")),
                flags: &[Regime::Gdpr],
            },
        ],
        questions: &["We finished it. Now what?"],
        pain_points: &["Nothing new for weeks after the finale"],
        actions: &[ActionContent {
            title: "Write before the finale, not after the silence",
            owner: "CRM",
            horizon: Horizon::QuickWin,
        }],
    },
];
