//! A map for tests: five stages of a family subscriber's journey, with every kind of record.

use crate::model::*;

pub const FAMILIES: SegmentId = SegmentId(901);

/// Stage, then its cards: title, detail, channel, tenths of emotion, has evidence, flag.
type Cards = [(&'static str, &'static str, Channel, Option<i32>, bool, Option<(Regime, FlagStatus)>)];

const STAGES: [(&str, &str, &str, &Cards); 5] = [
    (
        "Awareness",
        "Hear about the show",
        "Is this okay for a six-year-old?",
        &[
            ("Trailer on TikTok", "41 % of first contacts", Channel::PaidSocial, Some(16), true, None),
            ("Talent post", "paid partnership", Channel::Influencer, None, true, Some((Regime::Ftc, FlagStatus::Open))),
            ("Parents’ forum", "outside our funnel", Channel::Community, Some(4), false, None),
        ],
    ),
    (
        "Consideration",
        "Is it for us? Worth paying?",
        "Do we need one more subscription?",
        &[
            ("Review site", "age rating checked", Channel::ReviewSite, Some(7), false, None),
            (
                "“New this week”",
                "12 % open",
                Channel::Email,
                Some(-9),
                true,
                Some((Regime::Gdpr, FlagStatus::InReview)),
            ),
        ],
    ),
    (
        "Decision",
        "Start a trial tonight",
        "Why my child’s birthday?",
        &[
            (
                "Trial checkout",
                "child profile + e-mail",
                Channel::Checkout,
                Some(-24),
                true,
                Some((Regime::Coppa, FlagStatus::Open)),
            ),
            ("Pricing FAQ", "63 tickets / week", Channel::Support, Some(-10), true, None),
        ],
    ),
    (
        "Onboarding",
        "Find something in minutes",
        "Nothing to watch together.",
        &[
            ("Pick 3 shows", "median 4 min 10 s", Channel::InAppMessage, Some(15), true, None),
            (
                "Bedtime reminder",
                "opt-in push",
                Channel::AppPush,
                Some(21),
                true,
                Some((Regime::EPrivacy, FlagStatus::Cleared)),
            ),
        ],
    ),
    (
        "Retention",
        "Keep a reason to stay",
        "We finished it. Now what?",
        &[
            ("Season finale", "71 % completion", Channel::StreamingAd, Some(9), true, None),
            (
                "Win-back, day 9",
                "2 weeks late",
                Channel::Email,
                Some(-17),
                true,
                Some((Regime::Gdpr, FlagStatus::InReview)),
            ),
            ("Fan Discord", "2.1 k active", Channel::Community, None, false, None),
        ],
    ),
];

/// What reached each stage, of all audiences and of families.
const REACHED: [(u64, u64); 5] =
    [(48_210, 21_904), (24_177, 10_076), (18_945, 6_790), (16_570, 5_257), (12_473, 3_395)];

pub fn map() -> Map {
    let mut map = Map::default();
    map.meta.title = "Lumen Kids+ — Family subscriber journey".to_owned();
    map.meta.finding = "Families leave where we ask for a child’s birth date".to_owned();
    map.meta.client = "Lumen".to_owned();
    map.meta.date = Date::new(2026, 11, 3);
    for (nth, (rank, kind)) in Rank::spread(7).into_iter().zip(LaneKind::usual()).enumerate() {
        map.lanes.insert(LaneId(100 + nth as u64), Lane::new(rank, kind));
    }
    for (nth, (rank, name)) in Rank::spread(3).into_iter().zip(["Families under 12", "Superfans", "Lapsed"]).enumerate()
    {
        map.segments.insert(SegmentId(901 + nth as u64), Segment::new(rank, name));
    }
    for (nth, (rank, (name, goal, question, cards))) in Rank::spread(5).into_iter().zip(STAGES).enumerate() {
        let stage = StageId(nth as u64 + 1);
        map.stages.insert(stage, Stage { goal: goal.to_owned(), ..Stage::new(rank, name) });
        let question = Question::begun(stage, Rank::middle(), question.to_owned());
        map.questions.insert(QuestionId(nth as u64 + 1), question);
        add_cards(&mut map, stage, cards);
    }
    add_annotations(&mut map);
    add_measurement(&mut map);
    map
}

fn add_cards(map: &mut Map, stage: StageId, cards: &Cards) {
    for (nth, (rank, card)) in Rank::spread(cards.len()).into_iter().zip(cards).enumerate() {
        let id = TouchpointId(stage.0 * 10 + nth as u64);
        let (title, detail, channel, tenths, evidence, flag) = *card;
        let mut record = Touchpoint::new(stage, LaneId(100), rank, title, channel);
        record.detail = detail.to_owned();
        record.emotion =
            tenths.map(|t| Emotion { score: Score::from_tenths(t), word: String::new(), reason: String::new() });
        if evidence {
            let kind = EvidenceKind::BehaviouralData;
            record.evidence.push(Evidence { kind, name: String::new(), amount: String::new() });
        }
        if let Some((regime, status)) = flag {
            let flag = Flag { status, ..Flag::new(FlagTarget::Touchpoint(id), regime) };
            map.flags.insert(FlagId(id.0), flag);
        }
        map.touchpoints.insert(id, record);
    }
}

fn add_annotations(map: &mut Map) {
    let checkout = TouchpointId(30);
    if let Some(card) = map.touchpoints.get_mut(&checkout) {
        card.emotion = Some(Emotion {
            score: Score::from_tenths(-20),
            word: "frustrated".to_owned(),
            reason: "asked for a child’s birth date".to_owned(),
        });
        let families = Emotion {
            score: Score::from_tenths(-24),
            word: "frustrated".to_owned(),
            reason: "asked for a child’s birth date".to_owned(),
        };
        card.segment_emotions.insert(FAMILIES, families);
    }
    let cleared = Flag { status: FlagStatus::Cleared, ..Flag::new(FlagTarget::Touchpoint(checkout), Regime::Gdpr) };
    map.flags.insert(FlagId(31), cleared);
    let pain = PainPoint {
        lane: None,
        stage: StageId(3),
        rank: Rank::middle(),
        text: "A birth date before any value is shown".to_owned(),
        severity: Severity::High,
        touchpoint: Some(checkout),
        segments: Vec::new(),
        codes: String::new(),
    };
    map.pain_points.insert(PainPointId(1), pain);
    let actions = [
        (1, "Disclose in first line", "Talent team", Horizon::QuickWin),
        (3, "Age-gate without birth date", "Product · Legal", Horizon::Medium),
        (5, "Trigger at day 3, not 9", "CRM", Horizon::QuickWin),
    ];
    for (stage, title, owner, horizon) in actions {
        let action = Action {
            lane: None,
            stage: StageId(stage),
            rank: Rank::middle(),
            title: title.to_owned(),
            owner: owner.to_owned(),
            horizon,
            status: ActionStatus::default(),
            due: None,
            touchpoint: None,
            effort: String::new(),
            effect: String::new(),
            note: String::new(),
            codes: String::new(),
        };
        map.actions.insert(ActionId(stage), action);
    }
    if let Some(discord) = map.touchpoints.get_mut(&TouchpointId(52)) {
        discord.segments.push(SegmentId(902));
    }
    if let Some(decision) = map.stages.get_mut(&StageId(3)) {
        decision.estimate =
            Some(Estimate { percent: 35.0, reason: "the form is long".to_owned(), cause: Some(checkout) });
    }
}

fn add_measurement(map: &mut Map) {
    let figures = |pick: fn(&(u64, u64)) -> u64| {
        let reached: Vec<u64> = REACHED.iter().map(pick).collect();
        let next = reached.iter().skip(1).copied().map(Some).chain([None]);
        let stages = reached.iter().zip(next).map(|(reached, next)| StageFigure {
            reached: *reached,
            dropped: next.map_or(0, |next| reached - next),
            median_secs: next.map(|next| next as f64 / 10.0),
            ..StageFigure::default()
        });
        Figures {
            customers: reached[0],
            stages: stages.collect(),
            then: Vec::new(),
            seen_again: Vec::new(),
            reach: Default::default(),
            touches: Vec::new(),
            activities: Vec::new(),
        }
    };
    let measurement = Measurement {
        source: "viewing_events.csv".to_owned(),
        taken: Date::new(2026, 11, 3).unwrap(),
        first_time: "2026-08-03T00:00:00Z".to_owned(),
        last_time: "2026-11-03T00:00:00Z".to_owned(),
        rows_read: 1_204_881,
        rows_used: 1_203_614,
        rows_are: crate::model::RowsAre::Events,
        rejected: Vec::new(),
        ties: TieOrder::File,
        counting: Counting::default(),
        multi_segment_customers: 0,
        stages: (1..=5).map(StageId).collect(),
        outdated: false,
        all: figures(|pair| pair.0),
        segments: [(FAMILIES, figures(|pair| pair.1))].into(),
    };
    map.measurements.insert(MeasurementId(1), measurement);
}
