//! Random maps for tests, made by every command there is.

use super::*;
use crate::fields::{self, FieldKey, FieldKind};
use crate::images::{Image, Pixels};
use crate::model::*;

/// A choice among all commands, and the seed of its details.
pub(crate) type Step = (usize, u64);

/// How many kinds of command there are.
pub(crate) const KINDS: usize = 53;

/// Small random choices.
struct Dice(IdSource);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        (self.0.fresh() % count.max(1) as u64) as usize
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    /// Any id of a table, and now and then one that it lacks.
    fn id<R: Record>(&mut self, map: &Map, missing: impl Fn(u64) -> R::Id) -> R::Id {
        let table = R::table(map);
        let at = self.below(table.len() + 1);
        table.keys().nth(at).copied().unwrap_or_else(|| missing(self.0.fresh()))
    }

    fn stage(&mut self, map: &Map) -> StageId {
        self.id::<Stage>(map, StageId)
    }

    fn card(&mut self, map: &Map) -> TouchpointId {
        self.id::<Touchpoint>(map, TouchpointId)
    }

    fn segment(&mut self, map: &Map) -> SegmentId {
        self.id::<Segment>(map, SegmentId)
    }

    fn cell(&mut self, map: &Map) -> Cell {
        Cell::new(self.stage(map), self.id::<Lane>(map, LaneId))
    }

    fn maybe<T>(&mut self, value: T) -> Option<T> {
        self.coin().then_some(value)
    }

    fn text(&mut self) -> String {
        let texts =
            ["Trailer", "", "  Trial “checkout”\n\tnow ", "Ärger & Ω 日本", "a\u{202e}b\u{7}", "\"quoted\" \\ text"];
        texts[self.below(texts.len())].to_owned()
    }

    fn record(&mut self, map: &Map) -> RecordRef {
        let kind = RecordKind::RECORDS.get(self.below(RecordKind::RECORDS.len() + 1));
        kind.map_or(RecordRef::Map, |kind| self.of_kind(map, *kind))
    }

    /// Any record of a kind, and now and then one that the map lacks.
    fn of_kind(&mut self, map: &Map, kind: RecordKind) -> RecordRef {
        let known: Vec<RecordRef> = map.refs(kind);
        let at = self.below(known.len() + 1);
        known.get(at).copied().or_else(|| RecordRef::of(kind, self.0.fresh())).unwrap_or(RecordRef::Map)
    }

    fn listed(&mut self) -> ListKind {
        ListKind::ALL[self.below(ListKind::ALL.len())]
    }

    fn records(&mut self, map: &Map) -> Vec<RecordRef> {
        (0..self.below(4)).map(|_| self.record(map)).collect()
    }

    /// One of a few small pictures, some of which let the ground through.
    fn image(&mut self) -> Image {
        let (width, height) = [(1, 1), (3, 2), (16, 1), (1, 9), (8, 6)][self.below(5)];
        let pixel = [[200, 30, 90, 255], [10, 80, 160, 255], [0, 0, 0, 40]][self.below(3)];
        let pixels = Pixels::new(width, height, pixel.repeat((width * height) as usize));
        pixels.and_then(|pixels| pixels.image()).unwrap()
    }

    fn emotion(&mut self) -> Emotion {
        let score = Score::from_tenths(self.below(80) as i32 - 40);
        Emotion { score, word: self.text(), reason: self.text() }
    }
}

/// What a command would do to a map.
pub(crate) fn command(map: &Map, (kind, seed): Step, ids: &mut IdSource) -> Option<Edit> {
    let dice = &mut Dice(IdSource::seeded(seed));
    match kind % KINDS {
        0 => Some(add_stage(map, &dice.text(), dice.maybe(StageId(0)).map(|_| dice.stage(map)), ids).0),
        1 | 2 => {
            let lane = map.lane_of(LaneKind::Touchpoints).unwrap_or(LaneId(1));
            let (cell, before) = (Cell::new(dice.stage(map), lane), dice.card(map));
            let channel = Channel::ALL[dice.below(Channel::ALL.len())];
            add_touchpoint(map, cell, Some(before), channel, &dice.text(), ids).map(|(edit, _)| edit)
        }
        3..=5 => {
            let (kind, card) = (dice.listed(), Some(dice.card(map)));
            add_listed(map, kind, dice.stage(map), card, &dice.text(), ids).map(|(edit, _)| edit)
        }
        6 => add_flag(map, FlagTarget::Touchpoint(dice.card(map)), Regime::Ftc, ids).map(|(edit, _)| edit),
        7 => add_flag(map, FlagTarget::Stage(dice.stage(map)), Regime::Custom, ids).map(|(edit, _)| edit),
        8 => Some(add_segment(map, &dice.text(), ids).0),
        9 => {
            let places = [f32::NAN, f32::INFINITY, -3.27159, 1e9, 120.05];
            Some(add_sticky(places[dice.below(5)], places[dice.below(5)], &dice.text(), ids).0)
        }
        10 => Some(
            add_lane(map, LaneKind::ALL[dice.below(LaneKind::ALL.len())], Some(dice.id::<Lane>(map, LaneId)), ids).0,
        ),
        11 => {
            let record = dice.record(map);
            write(map, record, fields::title(record.kind()), &dice.text())
        }
        12 => {
            let value = dice.maybe(CustomerValue { low: 0.1, likely: 35.0, high: 1e9 });
            let reviewed = dice.maybe(Date::new(2026, 11, 3)).flatten();
            let (decides, owner) = (dice.text(), dice.text());
            let (finding, currency) = (dice.text(), dice.text());
            let meta = Meta { finding, currency, value, decides, owner, reviewed, ..map.meta.clone() };
            effective(map, Edit::of(Verb::Set(Field::Finding), vec![Change::Meta(meta)]))
        }
        13 => {
            let (card, events) = (dice.card(map), vec![dice.text()]);
            set::<Touchpoint>(map, card, Field::Events, |card| card.events = events).map(Edit::merging)
        }
        14 => {
            let segment = map.segments.keys().nth(dice.below(3)).copied();
            let names = fields::audiences_text(map, &Vec::from_iter(segment));
            write(map, dice.card(map).into(), Field::Audiences, &names)
        }
        15 | 16 => {
            let cards: Vec<TouchpointId> = (0..1 + dice.below(4)).map(|_| dice.card(map)).collect();
            let before = dice.maybe(()).map(|()| dice.card(map));
            move_touchpoints(map, &cards, dice.cell(map), before)
        }
        17 => move_stage(map, dice.stage(map), dice.maybe(()).map(|()| dice.stage(map))),
        18 => move_lane(map, dice.id::<Lane>(map, LaneId), Some(dice.id::<Lane>(map, LaneId))),
        19 => show_lane(map, dice.id::<Lane>(map, LaneId), dice.coin()),
        20..=22 => {
            let kind = dice.listed().kind();
            let (record, before) = (dice.of_kind(map, kind), dice.of_kind(map, kind));
            move_listed(map, record, dice.stage(map), dice.maybe(before))
        }
        23 => {
            let segment = dice.segment(map);
            let emotion = dice.emotion();
            let (segment, emotion) = (dice.maybe(segment), dice.maybe(emotion));
            let card = RecordRef::from(dice.card(map));
            match emotion.clone().filter(|_| dice.coin()) {
                Some(emotion) => write(map, card, Field::EmotionWord(segment), &emotion.word),
                None => {
                    let score = emotion.map(|emotion| emotion.score.text()).unwrap_or_default();
                    write(map, card, Field::Emotion(segment), &score)
                }
            }
        }
        24 => {
            let segment = dice.segment(map);
            let tenths = [10, -10, 1, -1][dice.below(4)];
            shift_emotion(map, &[dice.card(map), dice.card(map)], dice.maybe(segment), tenths)
        }
        25 => {
            let percents = ["0", "21.37", "100", "-4", "NaN", "inf"];
            let stage = RecordRef::from(dice.stage(map));
            match dice.below(3) {
                0 => write(map, stage, Field::EstimateReason, &dice.text()),
                1 => write(map, stage, Field::EstimateCause, &fields::card_text(map, dice.card(map))),
                _ => write(map, stage, Field::EstimatePercent, percents[dice.below(6)]),
            }
        }
        26 => resize_stage(map, dice.stage(map), dice.maybe(()).map(|()| dice.below(1000) as u16)),
        27 => {
            let kind = dice.listed().kind();
            tie(map, dice.of_kind(map, kind), dice.maybe(()).map(|()| dice.card(map)))
        }
        28 => move_sticky(map, dice.id::<Sticky>(map, StickyId), dice.below(999) as f32 / 7.0, f32::MAX),
        29 => toggle_evidence(map, &[dice.card(map), dice.card(map)]),
        30 => remove(map, &dice.records(map)).map(|removed| removed.edit),
        31 => duplicate(map, &dice.records(map), ids).map(|copied| copied.edit),
        32 => {
            let part = Fragment::of(map, &dice.records(map))?;
            let cell = dice.cell(map);
            paste(map, &part, dice.maybe(cell), Some(dice.card(map)), ids).map(|pasted| pasted.edit)
        }
        33 => {
            let kind = MetricKind::ALL[dice.below(9)];
            add_metric(map, dice.stage(map), kind, ids).map(|(edit, _)| edit)
        }
        34 => {
            let (id, before) = (dice.id::<Metric>(map, MetricId), dice.id::<Metric>(map, MetricId));
            if dice.coin() {
                let kind = dice.listed().kind();
                let (record, before) = (dice.of_kind(map, kind), dice.of_kind(map, kind));
                let to = (dice.stage(map), dice.id::<Lane>(map, LaneId));
                return move_between(map, record, to, dice.maybe(before));
            }
            move_in_stage::<Metric>(map, id, dice.stage(map), dice.maybe(before))
        }
        35 => {
            let (id, kind) = (dice.id::<Metric>(map, MetricId), MetricKind::ALL[dice.below(9)]);
            let also = dice.below(9) as u64;
            let count = also + dice.below(9) as u64;
            let reading = Reading { period: dice.text(), days: dice.maybe(31), count, of: count * 3, also };
            let edit = set::<Metric>(map, id, Field::Readings, |metric| {
                metric.kind = MetricKind::NetChurn;
                metric.readings.clear();
                metric.readings.push(reading);
                (metric.name, metric.target) = (dice.text(), dice.maybe(4.5));
            });
            match dice.below(3) {
                0 => next_period(map, id),
                1 => write(map, id.into(), Field::MetricKind, kind.name()),
                _ => edit,
            }
        }
        // Notes twice as often as anything else: their kinds are many.
        36 | 37 => {
            let kind = dice.listed().kind();
            any_field(map, dice, kind)
        }
        38 => {
            let kind = RecordKind::RECORDS[dice.below(RecordKind::RECORDS.len())];
            any_field(map, dice, kind)
        }
        39 => merge_stages(map, &[dice.stage(map), dice.stage(map), dice.stage(map)]),
        40 => split_stage(map, dice.card(map), ids).map(|(edit, _)| edit),
        41 => {
            let (notes, stage) =
                ([dice.id::<Sticky>(map, StickyId), dice.id::<Sticky>(map, StickyId)], dice.stage(map));
            let into = dice.listed();
            let into = if dice.coin() { Sorted::Touchpoint } else { Sorted::Listed(into) };
            sort_notes(map, &notes, into, |_| Some(stage), ids).map(|(edit, _)| edit)
        }
        42 => {
            let note = dice.id::<Sticky>(map, StickyId);
            if dice.coin() { park(map, &[note]) } else { Some(add_parked(map, &dice.text(), NoteColor::Pink, ids).0) }
        }
        43 => connect(map, &[dice.card(map), dice.card(map), dice.card(map)], ids),
        44 => {
            let id = dice.id::<AgendaBlock>(map, AgendaBlockId);
            move_agenda_block(map, id, dice.maybe(id).map(|_| dice.id::<AgendaBlock>(map, AgendaBlockId)))
        }
        45 => {
            let (edit, id) = add_agenda_block(map, &dice.text(), ids);
            let shown = AgendaBlock {
                stage: map.stages.keys().next().copied(),
                lane: map.lanes.keys().next().copied(),
                ..AgendaBlock::new(Rank::middle(), dice.text(), 20)
            };
            let shows = Change::AgendaBlock(id, Some(shown));
            Some(if dice.coin() { edit } else { Edit::of(Verb::Add, vec![shows]) })
        }
        46 => match dice.below(7) {
            4..=6 => {
                let some: Vec<StageId> = map.stages.keys().copied().skip(dice.below(2)).collect();
                loop_back(map, &some, ids)
            }
            first if first == 0 || map.steps.is_empty() => {
                let stage = map.touchpoints.get(&dice.card(map)).map_or(StageId(0), |card| card.stage);
                add_step(map, stage, &dice.text(), None, ids).map(|(edit, _)| edit)
            }
            1 => move_step(map, dice.id::<crate::model::Step>(map, StepId), dice.stage(map), None),
            _ => {
                let step = dice.id::<crate::model::Step>(map, StepId);
                let stage = map.steps.get(&step).map_or(dice.stage(map), |step| step.stage);
                let lane = map.lane_of(LaneKind::Touchpoints).unwrap_or(LaneId(1));
                move_touchpoints(map, &[dice.card(map)], Cell { step: Some(step), ..Cell::new(stage, lane) }, None)
            }
        },
        47 => match dice.below(6) {
            4 | 5 => span(map, &[dice.card(map), dice.card(map)], dice.below(4) > 0),
            0 => any_field(map, dice, RecordKind::Connector),
            _ => {
                let score = ["", "-3", "0.5", "2", "3"][dice.below(5)];
                write(map, dice.card(map).into(), Field::ToBe, score)
            }
        },
        48 if dice.coin() => {
            let kept = map.deck_pages_in_order().into_iter().map(|(id, page)| (page.of, Some(id)));
            let stage = Some(dice.stage(map)).filter(|id| map.stages.contains_key(id));
            let new = stage.map(Topic::Stage).into_iter().chain([Topic::Method]);
            let order: Vec<_> = kept.chain(new.map(|of| (of, None))).collect();
            let (nth, place) = (dice.below(order.len()), dice.below(3));
            let (before, text, notes) = (dice.maybe(place), dice.text(), dice.text());
            let write = |page: &mut DeckPage| (page.headline, page.notes) = (text, notes);
            keep_deck(map, &order, nth, before, write, ids).map(|(edit, _)| edit)
        }
        48 => {
            let filter = Filter {
                state: dice.maybe(MapState::ToBe),
                segments: Vec::from_iter(dice.maybe(()).and_then(|()| map.segments.keys().next().copied())),
                owners: (0..dice.below(3)).map(|_| dice.text()).collect(),
                statuses: Vec::from_iter(dice.maybe(FlagStatus::Open)),
                horizons: Vec::from_iter(dice.maybe(Horizon::Medium)),
                actions: Vec::from_iter(dice.maybe(ActionStatus::Done)),
                regimes: Vec::from_iter(dice.maybe(Regime::Ftc)),
                grounds: vec![Ground::ALL[dice.below(Ground::ALL.len())]],
                channels: vec![Channel::ALL[dice.below(Channel::ALL.len())]],
                columns: Vec::from_iter(dice.maybe(()).map(|()| column_filter(map, dice))),
                text: dice.text(),
            };
            let view = SavedView {
                filter,
                others: Others::ALL[dice.below(2)],
                lens: map.segments.keys().next_back().copied(),
                compared: map.segments.keys().copied().take(dice.below(3)).collect(),
                former: dice.below(2) > 0,
                view: ViewKind::ALL[dice.below(4)],
                ..SavedView::new(Rank::middle(), dice.text())
            };
            save_view(map, &view, ids).map(|(edit, _)| edit)
        }
        49 => {
            let image = dice.image();
            let shows = [dice.card(map).into(), dice.segment(map).into(), RecordRef::Map];
            let frame = dice.of_kind(map, RecordKind::Picture);
            match dice.below(6) {
                0..=2 => add_pictures(map, dice.stage(map), vec![image, dice.image()], ids).map(|(edit, _)| edit),
                3 => set_image(map, frame, dice.maybe(image)),
                _ => set_image(map, shows[dice.below(3)], dice.maybe(image)),
            }
        }
        50 => {
            let notes = [dice.id::<Sticky>(map, StickyId), dice.id::<Sticky>(map, StickyId)];
            let lane = map.lanes.keys().nth(dice.below(map.lanes.len().max(1))).copied().unwrap_or(LaneId(1));
            let tie = match dice.below(4) {
                0 => NoteTie::Stage(dice.stage(map)),
                1 => NoteTie::Cell(dice.stage(map), lane),
                2 => NoteTie::Touchpoint(dice.card(map)),
                3 => NoteTie::Lane(dice.id::<Lane>(map, LaneId)),
                _ => NoteTie::Sticky(notes[1]),
            };
            match dice.below(6) {
                0 => cluster(map, &notes, (300.0, 200.0), &dice.text(), ids).map(|(edit, _)| edit),
                1 => put_together(map, &notes[..1], notes[1], &dice.text(), ids).map(|(edit, _)| edit),
                2 => move_tied(map, notes[0], dice.coin()),
                3 => fold_cluster(map, notes[1], dice.coin()),
                _ => tie_notes(map, &notes[..1], tie),
            }
        }
        51 => {
            let id = dice.id::<Drawing>(map, DrawingId);
            let ends = [
                ArrowEnd::Sticky(dice.id::<Sticky>(map, StickyId)),
                ArrowEnd::Touchpoint(dice.card(map)),
                ArrowEnd::Drawing(id),
            ];
            let end = Some(ends[dice.below(3)]).filter(|_| dice.coin());
            let side = dice.below(900) as f32 - 200.0;
            match dice.below(6) {
                0 => move_drawing(map, id, side, 90.0),
                1 => resize_drawing(map, id, side, f32::NAN),
                2 => point_arrow(map, id, dice.coin(), (side, 40.0), end),
                3 => move_free(map, &[(id.into(), side, 1.0), (dice.id::<Sticky>(map, StickyId).into(), 2.0, side)]),
                _ => {
                    let shape = Shape::ALL[dice.below(3)];
                    let text = dice.text();
                    let drawing =
                        Drawing { shape, x: side, y: 50.0, width: side, height: 80.0, text, from: end, to: end };
                    Some(add_drawing(map, drawing, ids).0)
                }
            }
        }
        _ => Some(measure(map, dice, ids)),
    }
}

/// Writes any field of any record of a kind, as the table of fields has them.
fn any_field(map: &Map, dice: &mut Dice, kind: RecordKind) -> Option<Edit> {
    let rows = fields::all(kind);
    let (field, holds) = rows.get(dice.below(rows.len()))?;
    let record = dice.of_kind(map, kind);
    let text = match holds {
        FieldKind::Name | FieldKind::Line | FieldKind::Text | FieldKind::List => dice.text(),
        FieldKind::Number => ["", "0", "3", "21.37", "-4", "1e9", "NaN"][dice.below(7)].to_owned(),
        FieldKind::Day => ["", "2026-11-03", "2028-02-29", "soon"][dice.below(4)].to_owned(),
        FieldKind::Choice(_) | FieldKind::Switch => {
            let names = fields::choices(kind, *field).unwrap_or_default();
            names.get(dice.below(names.len())).copied().unwrap_or_default().to_owned()
        }
        FieldKind::Audiences => {
            let segment = map.segments.keys().nth(dice.below(3)).copied();
            fields::audiences_text(map, &Vec::from_iter(segment))
        }
        FieldKind::Card => fields::card_text(map, dice.card(map)),
    };
    write(map, record, *field, &text)
}

/// Writes a field as a person does; a text that it does not take changes nothing.
fn write(map: &Map, record: RecordRef, field: Field, text: &str) -> Option<Edit> {
    fields::write(map, &FieldKey::one(record, field), text).ok().flatten()
}

/// Lays figures over the stages, as an import does.
fn measure(map: &Map, dice: &mut Dice, ids: &mut IdSource) -> Edit {
    let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let mut figures = |customers: u64| {
        let mut reached = customers;
        let stages = stages.iter().map(|_| {
            let dropped = dice.0.fresh() % (reached + 1);
            let figure = StageFigure {
                reached,
                dropped,
                median_secs: dice.maybe(0.1 + dropped as f64),
                p90_secs: dice.maybe(0.2 + dropped as f64),
                repeated: reached / 2,
                returned: reached / 3,
                still_open: reached / 5,
            };
            reached -= dropped;
            figure
        });
        let stages: Vec<StageFigure> = stages.collect();
        let nothing = |stage: &StageFigure| DroppedThen { nothing: stage.dropped, ..DroppedThen::default() };
        Figures {
            customers,
            then: stages.iter().map(nothing).collect(),
            seen_again: (0..stages.len())
                .map(|column| stages[..column].iter().map(|_| stages[column].reached / 4).collect())
                .collect(),
            stages,
            reach: map.touchpoints.keys().take(2).map(|card| (*card, 3)).collect(),
            touches: vec![TouchFigure { event: "first".to_owned(), first: customers / 2, ..TouchFigure::default() }],
            activities: vec![ActivityFigure {
                event: "Review".to_owned(),
                times: customers,
                median_secs: dice.maybe(0.3),
                p90_secs: dice.maybe(0.4),
            }],
        }
    };
    let measurement = Measurement {
        source: "log.csv".to_owned(),
        taken: Date::new(2026, 11, 3).unwrap(),
        first_time: "2026-01-01T00:00:00Z".to_owned(),
        last_time: "2026-02-01T00:00:00Z".to_owned(),
        rows_read: 10,
        rows_used: 9,
        rows_are: crate::model::RowsAre::Events,
        rejected: vec![(crate::model::Rejection::of_words("“Closed”: the time is empty"), 1)],
        ties: TieOrder::File,
        counting: Counting::default(),
        multi_segment_customers: 0,
        outdated: false,
        all: figures(1_000),
        segments: map.segments.keys().map(|segment| (*segment, figures(70))).collect(),
        stages: stages.clone(),
    };
    Edit::of(
        Verb::Import("log.csv".to_owned()),
        vec![Change::Measurement(MeasurementId(ids.fresh()), Some(measurement))],
    )
}

/// A map that these commands made from an empty one with two stages.
pub(crate) fn random_map(steps: &[Step]) -> Map {
    let mut ids = IdSource::seeded(1);
    let mut map = empty_map(&mut ids);
    for name in ["Awareness", "Decision"] {
        let (edit, _) = add_stage(&map, name, None, &mut ids);
        map.apply(edit).unwrap();
    }
    for step in steps {
        if let Some(edit) = command(&map, *step, &mut ids) {
            map.apply(edit).unwrap();
        }
    }
    map
}

/// A column of actions that has to hold something.
fn column_filter(map: &Map, dice: &mut Dice) -> ColumnFilter {
    let stages = map.stages.keys().copied().take(2).collect();
    let (field, wants) = match dice.below(4) {
        0 => (Some("Owner"), Wants::Says(dice.text())),
        1 => (Some("Due"), Wants::Days { least: Date::new(2026, 11, 3), most: None }),
        2 => (Some("Horizon"), Wants::OneOf(vec!["medium".to_owned()])),
        _ => (None, Wants::In(stages)),
    };
    ColumnFilter { of: "actions".to_owned(), field: field.map(str::to_owned), wants }
}
