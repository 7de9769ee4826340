//! A table from a spreadsheet whose columns are stages and whose rows are lanes, as most journey maps are written down.
//!
//! The first row names the stages; the first cell of each further row names a lane: one of the map's by its title, or a kind
//! of lane by one of the words for it. A cell of several lines is a record a line. What a cell cannot become is left out and
//! told, never guessed.
//!
//! # Limits
//! The table is parted by tabs, as spreadsheets copy it. [`ROWS_MAX`] records; a line of more than [`LETTERS_MAX`] letters is
//! left out.

use super::Pasted;
use super::grid::{ROWS_MAX, Rows, cells, score};
use super::lanes::show_lane_of;
use super::place::insert_card;
use super::place::{Places, places};
use crate::fields::LETTERS_MAX;
use crate::model::*;
use touchline_words::{Language, in_language, say};

/// A table of stages and lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// By column, the one of the lanes left out; empty where a column has no name.
    stages: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    name: String,
    lane: Option<LaneKind>,
    /// The very lane, where the map has it.
    id: Option<LaneId>,
    cells: Vec<String>,
}

/// What a table becomes on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    /// None where nothing of it has a place.
    pub pasted: Option<Pasted>,
    pub left_out: Vec<LeftOut>,
}

/// A cell, or a line of it, that has no place on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub stage: String,
    pub lane: String,
    pub text: String,
    pub why: Why,
}

/// Why it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    NoLane,
    NoStage,
    /// The map has none that is called so.
    NoSuchStage,
    NotAScore,
    NoCard,
    NotAShare,
    EstimateThere,
    /// The lane shows what stands with the cards.
    OfCards,
    TooLong,
    TooMany,
}

impl Why {
    pub fn words(self) -> &'static str {
        match self {
            Self::NoLane => say!(edit_left_no_lane),
            Self::NoStage => say!(edit_left_no_stage),
            Self::NoSuchStage => say!(edit_left_no_such_stage),
            Self::NotAScore => say!(edit_left_no_score),
            Self::NoCard => say!(edit_left_no_card),
            Self::NotAShare => say!(edit_left_no_share),
            Self::EstimateThere => say!(edit_left_estimate),
            Self::OfCards => say!(edit_left_of_cards),
            Self::TooLong => say!(edit_left_too_long),
            Self::TooMany => say!(edit_left_too_many),
        }
    }
}

/// What people call the lanes in their tables, beside the program's own names.
const OTHER_NAMES: [(LaneKind, &[&str]); 12] = [
    (
        LaneKind::Touchpoints,
        &["touchpoint", "touch points", "steps", "doing", "customer actions", "kontaktpunkte", "schritte", "tun"],
    ),
    (LaneKind::Thinking, &["thoughts", "questions", "thinks", "mindset", "gedanken", "fragen", "denken"]),
    (
        LaneKind::Feeling,
        &["feelings", "feels", "emotion", "emotions", "mood", "gefühle", "fühlen", "emotionen", "stimmung"],
    ),
    (LaneKind::PainPoints, &["pain point", "pains", "frustrations", "barriers", "probleme", "hürden", "ärgernisse"]),
    (LaneKind::DropOff, &["drop off", "dropoff", "churn", "abbruch", "absprung", "abbrüche"]),
    (LaneKind::Compliance, &["legal", "flags", "regulation", "recht", "regeln"]),
    (LaneKind::Actions, &["action", "opportunities", "ideas", "next steps", "chancen", "ideen", "nächste schritte"]),
    (LaneKind::Channels, &["channel", "channels", "media", "kanal", "kanäle"]),
    (
        LaneKind::Backstage,
        &["back stage", "behind the scenes", "support processes", "processes", "backstage", "prozesse"],
    ),
    (LaneKind::Storyboard, &["pictures", "images", "story board", "screens", "bilder", "storyboard"]),
    (LaneKind::FreeText, &["notes", "note", "comments", "remarks", "notizen", "anmerkungen"]),
    (LaneKind::Metrics, &["metric", "kpi", "kpis", "measures", "kennzahlen"]),
];

impl Matrix {
    /// Reads a text that is such a table: it names stages, and a lane. Where its corner is not empty and no column is called like
    /// a stage of the map, at least half of its rows have to be lanes.
    pub fn read(map: &Map, text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if !text.contains('\t') || Rows::has_header(text) {
            return None;
        }
        let mut table = cells(text, '\t').into_iter();
        let mut head = table.next()?.into_iter();
        let corner = head.next()?;
        let stages: Vec<String> = head.collect();
        let row = |mut cells: Vec<String>| {
            let name = if cells.is_empty() { String::new() } else { cells.remove(0) };
            let (lane, id) = lane_named(map, &name).map_or((None, None), |(kind, id)| (Some(kind), id));
            Row { name, lane, id, cells }
        };
        let rows: Vec<Row> = table.map(row).collect();
        let known = rows.iter().filter(|row| row.lane.is_some()).count();
        let is_stage = |name: &String| {
            let wanted = name.to_lowercase();
            !wanted.is_empty() && map.stages.values().any(|stage| stage.name.trim().to_lowercase() == wanted)
        };
        let is_plain = corner.is_empty() || stages.iter().any(is_stage) || 2 * known >= rows.len();
        (stages.iter().any(|name| !name.is_empty()) && known > 0 && is_plain).then_some(Self { stages, rows })
    }

    /// What the table becomes: stages that the map lacks are added, each behind the column before it.
    pub fn land(&self, map: &Map, ids: &mut IdSource) -> Landing {
        let mut landing =
            Land { map: map.to_tables(), ids, new: Vec::new(), left_out: Vec::new(), columns: Vec::new() };
        landing.stages(&self.stages);
        // Feelings are felt at cards, which may stand in a row below.
        let feel = |row: &&Row| row.lane.is_some_and(|lane| lane.holds() == Holds::Feelings);
        for row in self.rows.iter().filter(|row| !feel(row)).chain(self.rows.iter().filter(feel)) {
            landing.row(row, &self.stages);
        }
        let Land { map: after, new, left_out, .. } = landing;
        let changes = map.difference(&after);
        let pasted = (!changes.is_empty()).then(|| Pasted { edit: Edit::new(Verb::Paste, new.clone(), changes), new });
        Landing { pasted, left_out }
    }
}

/// The lane of a name, and the kind that one of the words means.
fn lane_named(map: &Map, name: &str) -> Option<(LaneKind, Option<LaneId>)> {
    let wanted = name.trim().trim_end_matches(':').to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    let mut lanes = map.lanes_in_order();
    lanes.sort_by_key(|(_, lane)| lane.further);
    let titled = lanes.into_iter().find(|(_, lane)| lane.title().to_lowercase() == wanted);
    if let Some((id, lane)) = titled {
        return Some((lane.kind, Some(id)));
    }
    let of_language = |language| {
        in_language(language, || LaneKind::ALL.into_iter().find(|kind| kind.name().to_lowercase() == wanted))
    };
    let by_name = of_language(Language::English).or_else(|| of_language(Language::German));
    let others = || OTHER_NAMES.iter().find(|(_, names)| names.contains(&wanted.as_str())).map(|(kind, _)| *kind);
    by_name.or_else(others).map(|kind| (kind, None))
}

/// A table on its way onto a map.
struct Land<'a> {
    /// The map as it becomes.
    map: Tables,
    ids: &'a mut IdSource,
    new: Vec<RecordRef>,
    left_out: Vec<LeftOut>,
    /// The stage of each column.
    columns: Vec<Option<StageId>>,
}

impl Land<'_> {
    fn stages(&mut self, names: &[String]) {
        let mut before: Option<StageId> = None;
        for name in names {
            let wanted = name.to_lowercase();
            let order: Vec<(StageId, Rank, String)> = (self.map.stages_in_order().into_iter())
                .map(|(id, stage)| (id, stage.rank.clone(), stage.name.trim().to_lowercase()))
                .collect();
            let known = order.iter().find(|(_, _, name)| !wanted.is_empty() && *name == wanted).map(|(id, ..)| *id);
            if known.is_some() || wanted.is_empty() {
                before = known.or(before);
                self.columns.push(known);
                continue;
            }
            let at = before.and_then(|before| order.iter().position(|(id, ..)| *id == before));
            let next = at.and_then(|at| order.get(at + 1)).map(|(id, ..)| *id);
            let list: Vec<(StageId, Rank)> = order.into_iter().map(|(id, rank, _)| (id, rank)).collect();
            let Places { newcomers, renumbered } = places(&list, next, 1);
            for (other, rank) in renumbered {
                if let Some(other) = self.map.stages.get_mut(&other) {
                    other.rank = rank;
                }
            }
            let id = StageId(self.ids.fresh());
            let rank = newcomers.into_iter().next().unwrap_or_else(Rank::middle);
            self.map.stages.insert(id, Stage::new(rank, name.as_str()));
            self.new.push(id.into());
            self.columns.push(Some(id));
            before = Some(id);
        }
    }

    fn row(&mut self, row: &Row, names: &[String]) {
        for (nth, cell) in row.cells.iter().enumerate() {
            let stage_name = names.get(nth).map_or("", String::as_str);
            for line in lines(cell) {
                let stage = self.columns.get(nth).copied().flatten();
                let done = match (row.lane, stage) {
                    (None, _) => Err(Why::NoLane),
                    (_, None) => Err(Why::NoStage),
                    _ if line.chars().count() > LETTERS_MAX => Err(Why::TooLong),
                    _ if self.new.len() >= ROWS_MAX => Err(Why::TooMany),
                    (Some(lane), Some(stage)) => self.line(lane, row.id, stage, line),
                };
                if let Err(why) = done {
                    let (stage, lane, text) = (stage_name.to_owned(), row.name.clone(), line.to_owned());
                    self.left_out.push(LeftOut { stage, lane, text, why });
                }
            }
        }
    }

    fn line(&mut self, lane: LaneKind, id: Option<LaneId>, stage: StageId, text: &str) -> Result<(), Why> {
        match id.and_then(|id| self.map.lanes.get_mut(&id)) {
            Some(lane) => lane.hidden = false,
            None => show_lane_of(&mut self.map, lane, self.ids),
        }
        match lane.holds() {
            Holds::Cards => {
                let lane = id.or_else(|| self.map.lane_of(lane)).ok_or(Why::NoLane)?;
                let id = TouchpointId(self.ids.fresh());
                let card = Touchpoint::new(stage, lane, Rank::middle(), text, Channel::Website);
                insert_card(&mut self.map, id, card, None);
                self.new.push(id.into());
            }
            Holds::Feelings => {
                let (number, word) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
                let score = score(number).ok_or(Why::NotAScore)?;
                let cards = self.map.touchpoints_of(stage);
                let card = cards.into_iter().find(|(_, card)| card.emotion.is_none()).map(|(id, _)| id);
                let card = card.and_then(|id| self.map.touchpoints.get_mut(&id)).ok_or(Why::NoCard)?;
                card.emotion = Some(Emotion { score, word: word.trim().to_owned(), reason: String::new() });
            }
            Holds::Channels => return Err(Why::OfCards),
            Holds::Losses => {
                let percent = share(text).ok_or(Why::NotAShare)?;
                let stage = self.map.stages.get_mut(&stage).ok_or(Why::NoStage)?;
                if stage.estimate.is_some() {
                    return Err(Why::EstimateThere);
                }
                stage.estimate = Some(Estimate { percent, reason: String::new(), cause: None });
            }
            Holds::Flags => {
                let wanted = text.to_lowercase();
                let is_it =
                    |regime: &Regime| [regime.code(), regime.name()].iter().any(|it| it.to_lowercase() == wanted);
                let found = || Regime::ALL.into_iter().filter(|regime| *regime != Regime::Custom).find(is_it);
                let regime = found().or_else(|| in_language(Language::English, found));
                let mut flag = Flag::new(FlagTarget::Stage(stage), regime.unwrap_or(Regime::Custom));
                if regime.is_none() {
                    text.clone_into(&mut flag.custom);
                }
                let id = FlagId(self.ids.fresh());
                self.map.flags.insert(id, flag);
                self.new.push(id.into());
            }
            Holds::List(kind) => {
                of_kind!(kind, R => self.listed::<R>((stage, id.and_then(|id| self.map.lane_to_name(kind, id))), text))
            }
        }
        Ok(())
    }

    fn listed<R: InStage>(&mut self, (stage, lane): (StageId, Option<LaneId>), text: &str) {
        let rank = Rank::between(self.map.in_stage::<R>(stage).last().map(|(_, last)| last.rank()), None);
        let id = R::Id::from(self.ids.fresh());
        let mut record = R::begun(stage, rank, text.to_owned());
        record.set_lane(lane);
        R::table_mut(&mut self.map).insert(id, record);
        self.new.push(R::at(id));
    }
}

/// The lines of a cell, without the marks of a list.
fn lines(cell: &str) -> impl Iterator<Item = &str> {
    let plain = |line: &'_ str| -> usize {
        let rest = line.trim_start();
        let rest = rest.strip_prefix(['•', '·', '*', '–', '-']).filter(|rest| rest.starts_with(' ')).unwrap_or(rest);
        line.len() - rest.trim_start().len()
    };
    cell.lines().map(move |line| line.get(plain(line)..).unwrap_or(line).trim_end()).filter(|line| !line.is_empty())
}

/// A share in percent: `54 %`, `54`, `0,5%`.
fn share(text: &str) -> Option<f64> {
    let value: f64 = text.trim().trim_end_matches('%').trim().replace(',', ".").parse().ok()?;
    (0.0..=100.0).contains(&value).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::empty_map;

    const TABLE: &str = "\tAwareness\tDecision\n\
        Touchpoints\t\"• Trailer\n• Poster\"\tPrice page\n\
        Feelings\t1.5 curious\tgood\n\
        Pain points\t\tTwo plans look alike\n\
        Drop-off\t46 %\tmany\n\
        Legal\tCOPPA\tAge rating\n\
        KPIs\t\tTrial starts\n\
        Weather\train\t\n";

    fn landed(map: &Map, text: &str) -> (Map, Vec<(String, Why)>) {
        let mut ids = IdSource::seeded(7 + map.len() as u64);
        let landing = Matrix::read(map, text).expect("a table of lanes and stages").land(map, &mut ids);
        let after = map.after(&landing.pasted.expect("something lands").edit).unwrap();
        (after, landing.left_out.into_iter().map(|left| (left.text, left.why)).collect())
    }

    #[test]
    fn columns_become_stages_and_rows_lanes() {
        let map = empty_map(&mut IdSource::seeded(1));
        let (after, left_out) = landed(&map, TABLE);
        let stages = after.stages_in_order();
        assert_eq!(stages.iter().map(|(_, stage)| stage.name.as_str()).collect::<Vec<_>>(), ["Awareness", "Decision"]);
        let (first, second) = (stages[0].0, stages[1].0);
        let titles =
            |stage| after.touchpoints_of(stage).into_iter().map(|(_, card)| card.title.clone()).collect::<Vec<_>>();
        assert_eq!(
            (titles(first), titles(second)),
            (vec!["Trailer".into(), "Poster".into()], vec!["Price page".into()])
        );
        let felt = after.touchpoints_of(first)[0].1.emotion.clone().unwrap();
        assert_eq!((felt.score, felt.word.as_str()), (Score::from_tenths(15), "curious"));
        assert_eq!(after.in_stage::<PainPoint>(second)[0].1.text, "Two plans look alike");
        assert_eq!(after.in_stage::<Metric>(second)[0].1.name, "Trial starts");
        assert!(after.lane_of(LaneKind::Metrics).is_some(), "its lane comes along");
        assert_eq!(after.stages[&first].estimate.as_ref().map(|estimate| estimate.percent), Some(46.0));
        let mut flags: Vec<_> = after.flags.values().map(|flag| (flag.regime, flag.custom.as_str())).collect();
        flags.sort();
        assert_eq!(flags, [(Regime::Coppa, ""), (Regime::Custom, "Age rating")]);
        let expected = [("many", Why::NotAShare), ("rain", Why::NoLane), ("good", Why::NotAScore)];
        assert_eq!(left_out, expected.map(|(text, why)| (text.to_owned(), why)));
    }

    #[test]
    fn stages_that_the_map_has_are_met_and_new_ones_stand_between() {
        let map = empty_map(&mut IdSource::seeded(1));
        let (map, _) = landed(&map, "\tAwareness\tDecision\nTouchpoints\ta\tb\n");
        let (after, _) = landed(&map, "x\tawareness\tTrial\tDECISION\t\nTouchpoints:\tc\td\te\tf\n");
        let names: Vec<_> = after.stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect();
        assert_eq!(names, ["Awareness", "Trial", "Decision"]);
        assert_eq!(after.touchpoints.len(), 5, "the column without a name is left out");
    }

    #[test]
    fn one_lane_is_enough_where_the_corner_or_a_stage_says_what_it_is() {
        let map = empty_map(&mut IdSource::seeded(1));
        assert!(Matrix::read(&map, "\tNow\nTouchpoints\ta\nWeather\tb\nMoon\tc\n").is_some());
        let text = "Rows\tAwareness\nTouchpoints\ta\nWeather\tb\nMoon\tc\n";
        assert!(Matrix::read(&map, text).is_none());
        let (map, _) = landed(&map, "\tAwareness\nTouchpoints\ta\n");
        assert!(Matrix::read(&map, text).is_some());
    }

    #[test]
    fn other_tables_are_none() {
        let map = empty_map(&mut IdSource::seeded(1));
        for other in [
            "Title\tStage\nTrailer\tAwareness\n",
            "Trailer\nPoster",
            "a\tb\nc\td\n",
            "\t\nTouchpoints\tx\n",
            "\tAwareness\n",
        ] {
            assert_eq!(Matrix::read(&map, other), None, "{other:?}");
        }
    }

    #[test]
    fn a_hostile_table_is_bounded_and_told() {
        let map = empty_map(&mut IdSource::seeded(1));
        let many = "x\n".repeat(ROWS_MAX + 5);
        let long = "y".repeat(LETTERS_MAX + 9);
        let (after, left_out) = landed(&map, &format!("\tA\tB\nTouchpoints\t\"{}\"\t{long}\n", &many[..1_990]));
        assert_eq!((after.touchpoints.len(), left_out.len()), (995, 1));
        assert_eq!(left_out[0].1, Why::TooLong);
    }

    #[test]
    fn german_lanes_are_known_in_every_language() {
        let map = empty_map(&mut IdSource::seeded(1));
        let (after, left_out) =
            landed(&map, "Phase\tEntdecken\nKontaktpunkte\tPlakat\nGefühle\t−1,5\nFragen\tWas kostet das?\n");
        assert!(left_out.is_empty(), "{left_out:?}");
        let stage = after.stages_in_order()[0].0;
        assert_eq!(after.touchpoints_of(stage)[0].1.emotion.as_ref().unwrap().score, Score::from_tenths(-15));
        assert_eq!(after.in_stage::<Question>(stage)[0].1.text, "Was kostet das?");
    }
}
