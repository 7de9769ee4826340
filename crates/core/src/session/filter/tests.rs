//! The rule of what meets a filter, told by a small map and held against random ones.

use super::*;
use crate::edit::random::{KINDS, random_map};
use crate::figures::sample;
use crate::model::*;
use proptest::prelude::*;
use std::collections::BTreeSet;
use touchline_words::say;

/// A card of the legal team for families, with an open flag of GDPR and a cleared one of COPPA, and one of nobody for all with
/// a product team’s action; beside them a question and a flag on the stage.
fn map() -> Map {
    let (stage, lane, families) = (StageId(1), LaneId(2), SegmentId(3));
    let mut tables = Tables::default();
    tables.stages.insert(stage, Stage::new(Rank::middle(), "Decision"));
    tables.stages.insert(StageId(9), Stage::new(Rank::middle(), "Empty"));
    tables.lanes.insert(lane, Lane::new(Rank::middle(), LaneKind::Touchpoints));
    tables.segments.insert(families, Segment::new(Rank::middle(), "Families"));
    tables.segments.insert(SegmentId(4), Segment::new(Rank::middle(), "Superfans"));
    let card = Touchpoint::new(stage, lane, Rank::middle(), "Trial checkout", Channel::Checkout);
    let legal = Touchpoint { owner: "Legal".to_owned(), segments: vec![families], ..card.clone() };
    tables.touchpoints.insert(TouchpointId(10), legal);
    let survey = Evidence { kind: EvidenceKind::Survey, name: String::new(), amount: String::new() };
    let mail = Touchpoint { channel: Channel::Email, evidence: vec![survey], title: "Welcome".to_owned(), ..card };
    tables.touchpoints.insert(TouchpointId(11), mail);
    let on = FlagTarget::Touchpoint(TouchpointId(10));
    tables.flags.insert(FlagId(20), Flag { owner: "Privacy".to_owned(), ..Flag::new(on, Regime::Gdpr) });
    tables.flags.insert(FlagId(21), Flag { status: FlagStatus::Cleared, ..Flag::new(on, Regime::Coppa) });
    tables.flags.insert(FlagId(22), Flag::new(FlagTarget::Stage(stage), Regime::Wcag));
    let mut action = Action::begun(stage, Rank::middle(), "Ask later".to_owned());
    (action.owner, action.touchpoint) = ("Product".to_owned(), Some(TouchpointId(11)));
    tables.actions.insert(ActionId(30), action);
    tables.questions.insert(QuestionId(40), Question::begun(stage, Rank::middle(), "Why my birth date?".to_owned()));
    let line =
        Connector { from: TouchpointId(10), to: TouchpointId(11), kind: ConnectorKind::Next, label: String::new() };
    tables.connectors.insert(ConnectorId(50), line);
    Map::new(tables).unwrap()
}

/// The records that meet a filter, of those that are filtered.
fn meet(map: &Map, filter: &Filter) -> BTreeSet<RecordRef> {
    let matches = Matches::of(map, filter);
    let filtered = RecordKind::RECORDS.iter().filter(|kind| is_filtered(**kind)).flat_map(|kind| map.refs(*kind));
    filtered.filter(|record| matches.meets(*record)).collect()
}

#[test]
fn a_card_and_what_is_tied_to_it_stand_and_fall_together_and_the_rest_stands_for_itself() {
    let map = map();
    let stage = RecordRef::Stage(StageId(1));
    let checkout: Vec<RecordRef> = vec![stage, TouchpointId(10).into(), FlagId(20).into(), FlagId(21).into()];
    let mail: Vec<RecordRef> = vec![stage, TouchpointId(11).into(), ActionId(30).into()];
    let owner = |owner: &str| vec![owner.to_owned()];
    let families = vec![SegmentId(3)];
    let none = Filter::default();
    let cases: Vec<(Filter, Vec<RecordRef>)> = vec![
        (Filter { owners: owner("legal"), ..none.clone() }, checkout.clone()),
        (Filter { owners: owner("Privacy"), channels: vec![Channel::Checkout], ..none.clone() }, checkout.clone()),
        (Filter { owners: owner("Legal"), regimes: vec![Regime::Coppa], ..none.clone() }, checkout.clone()),
        // Nobody is an owner too: of the second card, and of two flags.
        (Filter { owners: owner(""), channels: vec![Channel::Email], ..none.clone() }, mail.clone()),
        (Filter { statuses: vec![FlagStatus::Open], regimes: vec![Regime::Coppa], ..none.clone() }, vec![]),
        (Filter { statuses: vec![FlagStatus::Open], regimes: vec![Regime::Gdpr], ..none.clone() }, checkout.clone()),
        (Filter { regimes: vec![Regime::Wcag], ..none.clone() }, vec![stage, FlagId(22).into()]),
        (Filter { horizons: vec![Horizon::QuickWin], ..none.clone() }, mail.clone()),
        (Filter { actions: vec![ActionStatus::Planned], ..none.clone() }, mail.clone()),
        (Filter { actions: vec![ActionStatus::Done], ..none.clone() }, vec![]),
        (Filter { grounds: vec![Ground::Assumption], ..none.clone() }, checkout.clone()),
        (Filter { grounds: vec![Ground::From(EvidenceKind::Survey)], ..none.clone() }, mail.clone()),
        (Filter { grounds: vec![Ground::Evidence], segments: families.clone(), ..none.clone() }, mail.clone()),
        (Filter { text: " BIRTH ".to_owned(), ..none.clone() }, vec![stage, QuestionId(40).into()]),
        (Filter { text: "empty".to_owned(), ..none.clone() }, vec![StageId(9).into()]),
        (Filter { text: "empty".to_owned(), channels: vec![Channel::Email], ..none.clone() }, vec![]),
    ];
    for (filter, expected) in cases {
        assert_eq!(meet(&map, &filter), BTreeSet::from_iter(expected), "{filter:?}");
    }
    let superfans = meet(&map, &Filter { segments: vec![SegmentId(4)], ..none.clone() });
    assert!(!superfans.contains(&TouchpointId(10).into()) && !superfans.contains(&FlagId(20).into()));
    assert!(superfans.contains(&TouchpointId(11).into()) && superfans.contains(&QuestionId(40).into()));
    assert!(!superfans.contains(&ConnectorId(50).into()) && !superfans.contains(&StageId(9).into()));
    assert!(meet(&map, &none).len() == map.len() - 3, "all but the lane and the audiences");
}

#[test]
fn a_stage_was_hidden_in_which_an_action_of_another_stage_s_card_stands() {
    let map = map();
    let elsewhere = Action { stage: StageId(9), ..map.actions[&ActionId(30)].clone() };
    let map = map.after(&Edit::of(Verb::Move, vec![Change::Action(ActionId(30), Some(elsewhere))])).unwrap();
    let met = meet(&map, &Filter { owners: vec!["Product".to_owned()], ..Filter::default() });
    assert!(met.contains(&ActionId(30).into()) && met.contains(&StageId(9).into()), "{met:?}");
}

#[test]
fn what_is_offered_is_what_the_map_has_and_what_is_asked_for() {
    let map = map();
    let names = |filter: &Filter, criterion| -> Vec<String> {
        values(&map, filter, criterion).iter().map(|value| value.name(&map)).collect()
    };
    let none = Filter::default();
    assert_eq!(names(&none, Criterion::Owner), ["Legal", "Privacy", "Product", "nobody"]);
    assert_eq!(names(&none, Criterion::Ground), ["assumption", "evidence", EvidenceKind::Survey.name()]);
    let asks = toggled(&none, &Value::Channel(Channel::Podcast));
    assert_eq!(names(&asks, Criterion::Channel).last().map(String::as_str), Some(Channel::Podcast.name()));
    assert!(!names(&none, Criterion::Channel).contains(&Channel::Podcast.name().to_owned()));
    assert_eq!(toggled(&asks, &Value::Channel(Channel::Podcast)), none, "a second time takes it off");
    let two = toggled(&toggled(&none, &Value::Status(FlagStatus::InReview)), &Value::Status(FlagStatus::Open));
    assert_eq!(told(&map, &two), "Flag: open, in review");
    let chip = &chips(&map, &Filter { text: "date".to_owned(), ..two })[1];
    assert_eq!((chip.name.as_str(), chip.values.as_str()), (say!(filter_text), "“date”"));
    assert_eq!(chip.without.text, "");
}

#[test]
fn without_the_others_a_map_is_the_map_of_what_meets_the_filter() {
    let map = sample::map();
    let filter = Filter { statuses: vec![FlagStatus::Open], ..Filter::default() };
    let matches = Matches::of(&map, &filter);
    assert!(matches.cards() > 0 && matches.cards() < matches.of_cards());
    let left = left_of(&map, &filter, &matches, Others::Hidden).unwrap();
    assert_eq!(left.touchpoints.len(), matches.cards());
    assert_eq!((left.stages.len(), left.lanes.len()), (map.stages.len(), map.lanes.len()));
}

#[test]
fn as_it_is_and_as_it_shall_be_are_two_maps_of_one() {
    let mut map = sample::map().to_tables();
    let ids: Vec<TouchpointId> = map.touchpoints.keys().copied().collect();
    let (goes, comes) = (ids[0], ids[1]);
    map.touchpoints.get_mut(&goes).unwrap().belongs = Belongs::AsIs;
    map.touchpoints.get_mut(&comes).unwrap().belongs = Belongs::ToBe;
    map.touchpoints.get_mut(&ids[2]).unwrap().to_be = Some(Score::from_tenths(20));
    map.flags.insert(FlagId(7001), Flag::new(FlagTarget::Touchpoint(goes), Regime::Ftc));
    let map = Map::new(map).unwrap();
    for (state, here, away, curves) in [(MapState::AsIs, goes, comes, false), (MapState::ToBe, comes, goes, true)] {
        let filter = Filter { state: Some(state), ..Filter::default() };
        let matches = Matches::of(&map, &filter);
        assert!(matches.is_away(away.into()) && !matches.is_away(here.into()));
        assert_eq!(matches.is_away(FlagId(7001).into()), state == MapState::ToBe, "it goes with its card");
        assert_eq!(matches.cards() + 1, matches.of_cards());
        // Also where others are only dimmed.
        for others in Others::ALL {
            let left = left_of(&map, &filter, &matches, others).unwrap();
            assert!(left.contains(here.into()) && !left.contains(away.into()) && left.meta.state == state);
            assert_eq!(left.touchpoints[&ids[2]].to_be.is_some(), curves);
        }
        assert_eq!(told_on_page(&map, &filter, Others::Hidden), "", "the page's own line says it");
        let rows = Sieve::new(&matches, Others::Dimmed, 1);
        let sifted = rows.over(&map);
        assert!(sifted.is_hidden(away.into()) && !sifted.is_hidden(here.into()));
    }
    assert!(left_of(&map, &Filter::default(), &Matches::default(), Others::Dimmed).is_none());
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let few = |count: usize| proptest::collection::vec(0..count, 0..3);
    let texts = proptest::sample::select(vec!["", "trail", "now", "日本", "ä"]);
    (few(8), few(4), few(3), few(8), few(22), few(3), texts).prop_map(
        |(grounds, statuses, horizons, regimes, channels, owners, text)| Filter {
            segments: Vec::new(),
            owners: owners.into_iter().map(|nth| ["", "Trailer", "Ärger & Ω 日本"][nth].to_owned()).collect(),
            statuses: statuses.into_iter().map(|nth| FlagStatus::ALL[nth]).collect(),
            horizons: horizons.into_iter().map(|nth| Horizon::ALL[nth]).collect(),
            actions: vec![],
            state: None,
            regimes: regimes.into_iter().map(|nth| Regime::ALL[nth]).collect(),
            grounds: grounds.into_iter().map(|nth| Ground::ALL[nth]).collect(),
            channels: channels.into_iter().map(|nth| Channel::ALL[nth]).collect(),
            columns: Vec::new(),
            text: text.to_owned(),
        },
    )
}

/// Cards with what is tied to each.
fn families(map: &Map) -> Vec<(TouchpointId, Vec<RecordRef>)> {
    let flags = |card| map.flags.iter().filter(move |(_, flag)| flag.on == FlagTarget::Touchpoint(card));
    let listed = |card| {
        let about = move |record: &RecordRef| map.spot(*record).and_then(|spot| spot.touchpoint) == Some(&Some(card));
        ListKind::ALL.iter().flat_map(|kind| map.refs(kind.kind())).filter(about).collect::<Vec<_>>()
    };
    let tied = |card| flags(card).map(|(id, _)| RecordRef::from(*id)).chain(listed(card)).collect();
    map.touchpoints.keys().map(|card| (*card, tied(*card))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn in_any_map_the_rule_holds(
        steps in proptest::collection::vec((0..KINDS, any::<u64>()), 0..60),
        filter in any_filter(),
        more in any_filter(),
        segment in 0usize..3,
    ) {
        let map = random_map(&steps);
        let segments = Vec::from_iter(map.segments.keys().nth(segment).copied());
        let filter = Filter { segments, ..filter };
        let matches = Matches::of(&map, &filter);
        let all: Vec<RecordRef> = RecordKind::RECORDS.iter().flat_map(|kind| map.refs(*kind)).collect();
        for record in &all {
            prop_assert!(is_filtered(record.kind()) || matches.meets(*record), "{record} is none that is filtered");
            prop_assert!(Matches::of(&map, &Filter::default()).meets(*record));
        }
        for (card, tied) in families(&map) {
            for record in tied {
                prop_assert_eq!(matches.meets(record), matches.meets(card.into()), "{} and its card", record);
            }
        }
        for id in map.stages.keys() {
            let in_it = all.iter().any(|record| {
                let at_card = |on: FlagTarget| on == FlagTarget::Stage(*id);
                let stands = map.spot(*record).is_some_and(|spot| spot.stage == Some(id) || spot.on.is_some_and(|on| at_card(*on)));
                stands && is_filtered(record.kind()) && matches.meets(*record)
            });
            prop_assert!(in_it <= matches.meets((*id).into()), "a stage meets it where anything in it does");
            prop_assert!(matches.meets((*id).into()) <= (in_it || filter.is_empty() || !filter.text.trim().is_empty()));
        }
        // A further value of a criterion that has one lets in more; a criterion more keeps out more.
        let wider = Filter {
            channels: filter.channels.iter().chain(&more.channels).copied().filter(|_| !filter.channels.is_empty()).collect(),
            statuses: filter.statuses.iter().chain(&more.statuses).copied().filter(|_| !filter.statuses.is_empty()).collect(),
            ..filter.clone()
        };
        let narrower = Filter {
            grounds: if filter.grounds.is_empty() { more.grounds } else { filter.grounds.clone() },
            owners: if filter.owners.is_empty() { more.owners } else { filter.owners.clone() },
            ..filter.clone()
        };
        let (wide, narrow) = (Matches::of(&map, &wider), Matches::of(&map, &narrower));
        for record in &all {
            prop_assert!(matches.meets(*record) <= wide.meets(*record), "{} of {:?}", record, wider);
            prop_assert!(narrow.meets(*record) <= matches.meets(*record), "{} of {:?}", record, narrower);
        }
        // Hidden or dimmed, the same are left.
        let left = left_of(&map, &filter, &matches, Others::Hidden).unwrap();
        prop_assert!(left.check().is_empty());
        for record in all {
            prop_assert_eq!(left.contains(record), record.kind() == RecordKind::Stage || matches.meets(record));
        }
    }
}

/// Every word of a picture, and how many of its parts step back.
fn read(items: &[crate::scene::Item], words: &mut String) -> usize {
    use crate::scene::{Item, LASTS};
    let mut dimmed = 0;
    for item in items {
        match item {
            Item::Text(line) => *words += &format!("{} ", line.text),
            Item::Paragraph(set) => set.lines.iter().for_each(|line| *words += &format!("{} ", line.text)),
            Item::Group(group) => dimmed += usize::from(group.opacity == LASTS) + read(&group.items, words),
            Item::Tagged(tagged) => dimmed += read(&tagged.items, words),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
    dimmed
}

#[test]
fn a_page_by_a_saved_view_says_so_and_dims_the_others_or_leaves_them_out() {
    use crate::layout::Watch;
    use crate::scene::PageSize;
    use crate::session::export::{ExportSettings, document};
    use crate::text::Shaper;
    let mut tables = sample::map().to_tables();
    let filter = Filter { statuses: vec![FlagStatus::Open], ..Filter::default() };
    let view = SavedView { filter: filter.clone(), ..SavedView::new(Rank::middle(), "Open flags") };
    tables.views.insert(SavedViewId(7), view.clone());
    tables.views.insert(SavedViewId(8), SavedView { others: Others::Hidden, name: "Alone".to_owned(), ..view });
    let map = Map::new(tables).unwrap();
    let matches = Matches::of(&map, &filter);
    let other = map.touchpoints.iter().find(|(id, _)| !matches.meets((**id).into())).unwrap().1.title.clone();
    for page in [PageSize::Slide, PageSize::Fit] {
        let read_by = |view: Option<u64>| {
            let settings = ExportSettings { page, view: view.map(SavedViewId), ..ExportSettings::default() };
            let (deck, _) = document(&map, &settings, &Shaper::bundled(), &Watch::default());
            let mut words = String::new();
            let dimmed = read(&deck.pages[0].scene.items, &mut words);
            (words, dimmed)
        };
        let (whole, none) = read_by(None);
        assert!(whole.contains(&other) && !whole.contains("Filtered") && none == 0, "{whole}");
        let (dimmed, some) = read_by(Some(7));
        assert!(dimmed.contains(&other) && some > 5, "{some} parts step back: {dimmed}");
        assert!(dimmed.contains(&told_on_page(&map, &filter, Others::Dimmed)), "{dimmed}");
        let (hidden, none) = read_by(Some(8));
        assert!(!hidden.contains(&other) && none == 0, "{hidden}");
        assert!(hidden.contains(&told_on_page(&map, &filter, Others::Hidden)), "{hidden}");
    }
}
