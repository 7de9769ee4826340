//! The streaming subscriber: from hearing of a title to the decision to stay another month.

use touchline_words::{said, say};

use super::build::{ActionContent, CardContent, StageContent, map};
use crate::model::{Basis, Channel, Horizon, IdSource, Map, Regime};

pub(super) fn build(ids: &mut IdSource) -> Map {
    let audiences = [
        (say!(template_families), Basis::Demographic, true),
        (say!(template_genre_fans), Basis::NeedsBased, false),
        (say!(template_casual_viewers), Basis::Behavioural, false),
        (say!(template_lapsed), Basis::Behavioural, false),
    ];
    map(say!(template_streaming_title), &STAGES, &audiences, ids)
}

const STAGES: [StageContent; 5] = [
    StageContent {
        name: said::template_awareness,
        goal: said::template_awareness_goal,
        cards: &[
            CardContent {
                title: said::template_trailer,
                detail: said::template_trailer_detail,
                channel: Channel::PaidSocial,
                emotion: Some((15, said::template_curious)),
                flags: &[Regime::MusicSync],
            },
            CardContent {
                title: said::template_talent_post,
                detail: said::template_paid_partnership,
                channel: Channel::Influencer,
                emotion: Some((10, said::template_amused)),
                flags: &[Regime::Ftc, Regime::SagAftra],
            },
            CardContent {
                title: said::template_tv_spot,
                detail: said::template_tv_spot_detail,
                channel: Channel::StreamingAd,
                emotion: None,
                flags: &[],
            },
        ],
        questions: &[said::template_awareness_question],
        pain_points: &[said::template_awareness_pain],
        actions: &[ActionContent {
            title: said::template_awareness_action,
            owner: said::template_paid_media,
            horizon: Horizon::QuickWin,
        }],
    },
    StageContent {
        name: said::template_consideration,
        goal: said::template_consideration_goal,
        cards: &[
            CardContent {
                title: said::template_review_site,
                detail: said::template_review_site_detail,
                channel: Channel::ReviewSite,
                emotion: Some((5, said::template_unsure)),
                flags: &[],
            },
            CardContent {
                title: said::template_plans_page,
                detail: said::template_plans_page_detail,
                channel: Channel::Website,
                emotion: Some((-8, said::template_puzzled)),
                flags: &[Regime::Wcag],
            },
        ],
        questions: &[said::template_consideration_question],
        pain_points: &[said::template_consideration_pain],
        actions: &[],
    },
    StageContent {
        name: said::template_decision,
        goal: said::template_decision_goal,
        cards: &[
            CardContent {
                title: said::template_trial_checkout,
                detail: said::template_trial_checkout_detail,
                channel: Channel::Checkout,
                emotion: Some((-15, said::template_wary)),
                flags: &[Regime::Gdpr],
            },
            CardContent {
                title: said::template_reminder,
                detail: said::template_reminder_detail,
                channel: Channel::Email,
                emotion: None,
                flags: &[Regime::EPrivacy],
            },
        ],
        questions: &[said::template_decision_question],
        pain_points: &[said::template_decision_pain],
        actions: &[ActionContent {
            title: said::template_decision_action,
            owner: said::template_product,
            horizon: Horizon::Medium,
        }],
    },
    StageContent {
        name: said::template_onboarding,
        goal: said::template_onboarding_goal,
        cards: &[
            CardContent {
                title: said::template_pick_shows,
                detail: said::template_pick_shows_detail,
                channel: Channel::AppScreen,
                emotion: Some((12, said::template_hopeful)),
                flags: &[Regime::Wcag],
            },
            CardContent {
                title: said::template_first_row,
                detail: said::template_first_row_detail,
                channel: Channel::Recommendation,
                emotion: Some((18, said::template_pleased)),
                flags: &[],
            },
            CardContent {
                title: said::template_episode_push,
                detail: said::template_opt_in,
                channel: Channel::AppPush,
                emotion: None,
                flags: &[Regime::EPrivacy],
            },
        ],
        questions: &[said::template_onboarding_question],
        pain_points: &[said::template_onboarding_pain],
        actions: &[],
    },
    StageContent {
        name: said::template_retention,
        goal: said::template_retention_goal,
        cards: &[
            CardContent {
                title: said::template_finale,
                detail: said::template_finale_detail,
                channel: Channel::AppScreen,
                emotion: Some((20, said::template_moved)),
                flags: &[],
            },
            CardContent {
                title: said::template_fan_community,
                detail: said::template_fan_community_detail,
                channel: Channel::Community,
                emotion: Some((10, said::template_at_home)),
                flags: &[],
            },
            CardContent {
                title: said::template_win_back,
                detail: said::template_win_back_detail,
                channel: Channel::Email,
                emotion: Some((-12, said::template_indifferent)),
                flags: &[Regime::Gdpr],
            },
        ],
        questions: &[said::template_retention_question],
        pain_points: &[said::template_retention_pain],
        actions: &[ActionContent {
            title: said::template_retention_action,
            owner: said::template_crm,
            horizon: Horizon::QuickWin,
        }],
    },
];
