//! The live event: from the announcement to the next ticket.

use super::build::{ActionContent, CardContent, StageContent, map};
use crate::model::{Basis, Channel, Horizon, IdSource, Map, Regime};

pub(super) fn build(ids: &mut IdSource) -> Map {
    let audiences = [
        ("Season-ticket holders", Basis::Value, false),
        ("First-timers", Basis::Behavioural, false),
        ("Families", Basis::Demographic, true),
    ];
    map("Live event journey", &STAGES, &audiences, ids)
}

const STAGES: [StageContent; 5] = [
    StageContent {
        name: "Announce",
        goal: "Know that it happens, and when",
        cards: &[
            CardContent {
                title: "Announcement clip",
                detail: "line-up in ten seconds",
                channel: Channel::PaidSocial,
                emotion: Some((18, "excited")),
                flags: &[Regime::MusicSync],
            },
            CardContent {
                title: "Press day",
                detail: "interviews with the headliner",
                channel: Channel::Press,
                emotion: None,
                flags: &[Regime::SagAftra],
            },
        ],
        questions: &["Is that the weekend we are away?"],
        pain_points: &["Everybody hears of it a day too late"],
        actions: &[],
    },
    StageContent {
        name: "Ticket",
        goal: "Get good seats at a fair price",
        cards: &[
            CardContent {
                title: "Presale queue",
                detail: "waiting room",
                channel: Channel::Website,
                emotion: Some((-16, "anxious")),
                flags: &[Regime::Wcag],
            },
            CardContent {
                title: "Ticket checkout",
                detail: "fees shown at the end",
                channel: Channel::Checkout,
                emotion: Some((-10, "annoyed")),
                flags: &[Regime::Gdpr],
            },
            CardContent {
                title: "Friends decide together",
                detail: "outside our control",
                channel: Channel::WordOfMouth,
                emotion: Some((8, "eager")),
                flags: &[],
            },
        ],
        questions: &["Why is it more than the poster says?"],
        pain_points: &["The queue loses its place", "Fees appear last"],
        actions: &[ActionContent {
            title: "Show the whole price from the first screen",
            owner: "Ticketing",
            horizon: Horizon::QuickWin,
        }],
    },
    StageContent {
        name: "Attend",
        goal: "Get in, see it, get home",
        cards: &[
            CardContent {
                title: "Day-before push",
                detail: "gate, time, weather",
                channel: Channel::AppPush,
                emotion: Some((10, "ready")),
                flags: &[Regime::EPrivacy],
            },
            CardContent {
                title: "Gate",
                detail: "scan and search",
                channel: Channel::Event,
                emotion: Some((-6, "impatient")),
                flags: &[],
            },
            CardContent {
                title: "The show",
                detail: "what they came for",
                channel: Channel::Event,
                emotion: Some((28, "overwhelmed")),
                flags: &[],
            },
            CardContent {
                title: "Merchandise stand",
                detail: "sold out in their size",
                channel: Channel::Merchandise,
                emotion: None,
                flags: &[],
            },
        ],
        questions: &["Where do we get in?"],
        pain_points: &["No signal at the gate, no ticket on the phone"],
        actions: &[ActionContent {
            title: "Keep tickets on the phone without a signal",
            owner: "Product",
            horizon: Horizon::Medium,
        }],
    },
    StageContent {
        name: "Recap",
        goal: "Live it again and show it around",
        cards: &[
            CardContent {
                title: "Recap film",
                detail: "the morning after",
                channel: Channel::Trailer,
                emotion: Some((20, "proud")),
                flags: &[Regime::MusicSync],
            },
            CardContent {
                title: "Survey",
                detail: "three questions",
                channel: Channel::Email,
                emotion: Some((0, "neutral")),
                flags: &[Regime::Gdpr],
            },
        ],
        questions: &["Am I in the film?"],
        pain_points: &["The recap comes when everybody has moved on"],
        actions: &[ActionContent {
            title: "Publish the recap within twelve hours",
            owner: "Social team",
            horizon: Horizon::QuickWin,
        }],
    },
    StageContent {
        name: "Next",
        goal: "Be first for the next one",
        cards: &[
            CardContent {
                title: "Early access",
                detail: "for those who were there",
                channel: Channel::Email,
                emotion: Some((15, "privileged")),
                flags: &[Regime::EPrivacy],
            },
            CardContent {
                title: "Fan server",
                detail: "who goes again?",
                channel: Channel::Community,
                emotion: Some((12, "at home")),
                flags: &[],
            },
        ],
        questions: &["When is the next one near us?"],
        pain_points: &["Six months of silence"],
        actions: &[ActionContent {
            title: "Open the presale to attendees first",
            owner: "CRM",
            horizon: Horizon::LongTerm,
        }],
    },
];
