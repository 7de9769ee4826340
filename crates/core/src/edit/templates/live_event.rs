//! The live event: from the announcement to the next ticket.

use touchline_words::{said, say};

use super::build::{ActionContent, CardContent, StageContent, map};
use crate::model::{Basis, Channel, Horizon, IdSource, Map, Regime};

pub(super) fn build(ids: &mut IdSource) -> Map {
    let audiences = [
        (say!(template_season_tickets), Basis::Value, false),
        (say!(template_first_timers), Basis::Behavioural, false),
        (say!(template_families_live), Basis::Demographic, true),
    ];
    map(say!(template_live_title), &STAGES, &audiences, ids)
}

const STAGES: [StageContent; 5] = [
    StageContent {
        name: said::template_announce,
        goal: said::template_announce_goal,
        cards: &[
            CardContent {
                title: said::template_announce_clip,
                detail: said::template_announce_clip_detail,
                channel: Channel::PaidSocial,
                emotion: Some((18, said::template_excited)),
                flags: &[Regime::MusicSync],
            },
            CardContent {
                title: said::template_press_day,
                detail: said::template_press_day_detail,
                channel: Channel::Press,
                emotion: None,
                flags: &[Regime::SagAftra],
            },
        ],
        questions: &[said::template_announce_question],
        pain_points: &[said::template_announce_pain],
        actions: &[],
    },
    StageContent {
        name: said::template_ticket,
        goal: said::template_ticket_goal,
        cards: &[
            CardContent {
                title: said::template_presale,
                detail: said::template_presale_detail,
                channel: Channel::Website,
                emotion: Some((-16, said::template_anxious)),
                flags: &[Regime::Wcag],
            },
            CardContent {
                title: said::template_ticket_checkout,
                detail: said::template_ticket_checkout_detail,
                channel: Channel::Checkout,
                emotion: Some((-10, said::template_annoyed)),
                flags: &[Regime::Gdpr],
            },
            CardContent {
                title: said::template_friends,
                detail: said::template_friends_detail,
                channel: Channel::WordOfMouth,
                emotion: Some((8, said::template_eager)),
                flags: &[],
            },
        ],
        questions: &[said::template_ticket_question],
        pain_points: &[said::template_queue_pain, said::template_fees_pain],
        actions: &[ActionContent {
            title: said::template_ticket_action,
            owner: said::template_ticketing,
            horizon: Horizon::QuickWin,
        }],
    },
    StageContent {
        name: said::template_attend,
        goal: said::template_attend_goal,
        cards: &[
            CardContent {
                title: said::template_day_before,
                detail: said::template_day_before_detail,
                channel: Channel::AppPush,
                emotion: Some((10, said::template_ready)),
                flags: &[Regime::EPrivacy],
            },
            CardContent {
                title: said::template_gate,
                detail: said::template_gate_detail,
                channel: Channel::Event,
                emotion: Some((-6, said::template_impatient)),
                flags: &[],
            },
            CardContent {
                title: said::template_show,
                detail: said::template_show_detail,
                channel: Channel::Event,
                emotion: Some((28, said::template_overwhelmed)),
                flags: &[],
            },
            CardContent {
                title: said::template_merchandise,
                detail: said::template_merchandise_detail,
                channel: Channel::Merchandise,
                emotion: None,
                flags: &[],
            },
        ],
        questions: &[said::template_attend_question],
        pain_points: &[said::template_attend_pain],
        actions: &[ActionContent {
            title: said::template_attend_action,
            owner: said::template_product,
            horizon: Horizon::Medium,
        }],
    },
    StageContent {
        name: said::template_recap,
        goal: said::template_recap_goal,
        cards: &[
            CardContent {
                title: said::template_recap_film,
                detail: said::template_recap_film_detail,
                channel: Channel::Trailer,
                emotion: Some((20, said::template_proud)),
                flags: &[Regime::MusicSync],
            },
            CardContent {
                title: said::template_survey,
                detail: said::template_survey_detail,
                channel: Channel::Email,
                emotion: Some((0, said::template_neutral)),
                flags: &[Regime::Gdpr],
            },
        ],
        questions: &[said::template_recap_question],
        pain_points: &[said::template_recap_pain],
        actions: &[ActionContent {
            title: said::template_recap_action,
            owner: said::template_social_team,
            horizon: Horizon::QuickWin,
        }],
    },
    StageContent {
        name: said::template_next,
        goal: said::template_next_goal,
        cards: &[
            CardContent {
                title: said::template_early_access,
                detail: said::template_early_access_detail,
                channel: Channel::Email,
                emotion: Some((15, said::template_privileged)),
                flags: &[Regime::EPrivacy],
            },
            CardContent {
                title: said::template_fan_server,
                detail: said::template_fan_server_detail,
                channel: Channel::Community,
                emotion: Some((12, said::template_at_home)),
                flags: &[],
            },
        ],
        questions: &[said::template_next_question],
        pain_points: &[said::template_next_pain],
        actions: &[ActionContent {
            title: said::template_next_action,
            owner: said::template_crm,
            horizon: Horizon::LongTerm,
        }],
    },
];
