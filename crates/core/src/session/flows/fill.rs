//! A file for the scorecard: read off the frame, and what it would fill, for a person to say yes to.
//!
//! Promise: counts alone leave it, in one edit. Nothing of the file is kept when the box is closed.

use std::path::PathBuf;
use std::time::Duration;

use touchline_words::say;

use super::FillMsg;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::files::{self, Opening};
use crate::behaviour::recognise::{Overrides, recognise};
use crate::behaviour::scores::{Scores, scores};
use crate::behaviour::shapes::Shape;
use crate::behaviour::shapes::guess::guess;
use crate::edit::add_told_metric;
use crate::measure::{self, Fillable};
use crate::model::{Edit, Map, MetricId, MetricKind};
use crate::session::job::{Job, JobState};
use crate::session::told::told;
use crate::session::{Cause, Effect, FileAsk, Session, Tone};

/// What the file is, and what it says for a scorecard.
type Read = Result<(Shape, Scores), BehaviourError>;

/// A file that is to fill metrics.
#[derive(Debug)]
pub struct FillFile {
    path: PathBuf,
    metric: Option<MetricId>,
    reading: Option<Job<Read>>,
    scores: Option<(Shape, Scores)>,
    meant: Vec<Fillable>,
    problem: Option<String>,
}

impl FillFile {
    /// Begins to read a file in the way that a person said, for one metric or for all that it fills.
    fn open(path: PathBuf, opening: Opening, overrides: Overrides, metric: Option<MetricId>, map: &Map) -> Self {
        let (file, community) = (path.clone(), measure::community_events(map));
        let reading = Job::start("read counts", move |progress| {
            let source = files::open_until(&[file], &opening, progress)?;
            let recognition = recognise(&source, &overrides)?;
            let no_shape = || BehaviourError::NoShape { name: source.name().to_owned(), header: recognition.names() };
            let shape = guess(&recognition).ok_or_else(no_shape)?.shape;
            Ok((shape, scores(&source, &recognition, shape, &community, progress)?))
        });
        Self { path, metric, reading: Some(reading), scores: None, meant: Vec::new(), problem: None }
    }

    /// The name without its folders.
    pub fn file_name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// How far the reading is, 0 … 1, while it runs.
    pub fn busy(&self) -> Option<f32> {
        self.reading.as_ref().map(Job::fraction)
    }

    /// How long the rest will take, where that can be told.
    pub fn time_left(&self) -> Option<Duration> {
        self.reading.as_ref().and_then(Job::time_left)
    }

    /// Why nothing can be filled, with what to do.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// What the file is and says, once it is read.
    pub fn scores(&self) -> Option<(Shape, &Scores)> {
        self.scores.as_ref().map(|(shape, scores)| (*shape, scores))
    }

    /// What it would fill, in the order of the board.
    pub fn meant(&self) -> &[Fillable] {
        &self.meant
    }

    /// Says which of the file's scores fills a metric; `None` leaves it as it is.
    fn mean(&mut self, place: usize, choice: Option<usize>) {
        if let Some(fillable) = self.meant.get_mut(place) {
            fillable.chosen = choice.filter(|at| *at < fillable.choices.len());
        }
    }

    /// Takes over what was read, once it is.
    fn poll(&mut self, map: &Map) {
        let Some(job) = &self.reading else { return };
        let read = match job.poll() {
            JobState::Running => return,
            JobState::Done(read) => read.map_err(|error| told(&error)),
            JobState::Lost => Err(say!(session_reading_stopped).to_owned()),
        };
        self.reading = None;
        match read {
            Ok(read) => {
                self.scores = Some(read);
                self.look_again(map);
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Finds what the file fills on a map that has changed.
    fn look_again(&mut self, map: &Map) {
        let Some((shape, scores)) = &self.scores else { return };
        self.meant = measure::fillable(map, scores, None);
        if let Some(metric) = self.metric {
            self.meant.retain(|fillable| fillable.metric == metric);
        }
        let nothing = self.meant.is_empty() && self.lacking(map).is_empty();
        self.problem = nothing.then(|| self.nothing(map, *shape));
    }

    /// Kinds of metric that the file could fill and the map has none of, where they can be added.
    pub fn lacking(&self, map: &Map) -> Vec<MetricKind> {
        match &self.scores {
            Some((_, scores)) if self.metric.is_none() => measure::lacking(map, scores),
            _ => Vec::new(),
        }
    }

    fn nothing(&self, map: &Map, shape: Shape) -> String {
        let file = self.file_name();
        match self.metric.and_then(|id| map.metrics.get(&id)) {
            Some(metric) => {
                say!(session_fill_no_counts, file, shape = shape.name(), metric = metric.title())
            }
            None => say!(session_fill_no_metric, file, shape = shape.name()),
        }
    }

    /// The edit that lays the counts into the metrics; `None` where it changes nothing.
    pub fn edit(&self, map: &Map) -> Option<Edit> {
        let (_, scores) = self.scores.as_ref()?;
        measure::fill(map, scores, &self.meant)
    }
}

impl Session {
    pub(super) fn fill_flow(&mut self, msg: FillMsg, effects: &mut Vec<Effect>) {
        if let FillMsg::Open { path, metric, read_as } = msg {
            self.reads_data(std::slice::from_ref(&path), effects);
            let (opening, overrides) = read_as.map_or_else(Default::default, |how| *how);
            self.flows.fill = Some(FillFile::open(path, opening, overrides, metric, &self.map));
            return;
        }
        let Some(mut file) = self.flows.fill.take() else { return };
        match msg {
            FillMsg::Open { .. } => {}
            FillMsg::Close => return,
            FillMsg::OtherFile => effects.push(Effect::AskFile(FileAsk::FillMetrics(file.metric))),
            FillMsg::Mean(place, choice) => file.mean(place, choice),
            FillMsg::Add(kind) => {
                let mut ids = self.new_ids();
                if let Some((edit, _)) = add_told_metric(&self.map, kind, &mut ids) {
                    self.edit(edit);
                    file.look_again(&self.map);
                }
            }
            FillMsg::Fill => {
                if let Some(edit) = file.edit(&self.map) {
                    self.edit(edit);
                    self.say(Cause::Data, Tone::Good, say!(app_fills_scorecard, file = file.file_name()));
                    return;
                }
            }
        }
        self.flows.fill = Some(file);
    }

    pub(super) fn tick_fill(&mut self) {
        if let Some(file) = &mut self.flows.fill {
            file.poll(&self.map);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, Metric, Rank, Stage, StageId};
    use crate::session::flows::Msg;
    use crate::session::flows::stories::until;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};
    use std::time::{Duration, Instant};

    fn map() -> Map {
        let mut map = Map::default();
        map.stages.insert(StageId(1), Stage::new(Rank::middle(), "Checkout"));
        for (nth, kind) in [MetricKind::NetPromoter, MetricKind::Community].into_iter().enumerate() {
            map.metrics.insert(MetricId(nth as u64), Metric::new(StageId(1), Rank::middle(), kind));
        }
        map
    }

    fn read(map: &Map, metric: Option<MetricId>, text: &str) -> FillFile {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.csv");
        std::fs::write(&path, text).unwrap();
        let mut file = FillFile::open(path, Opening::default(), Overrides::default(), metric, map);
        let start = Instant::now();
        while file.busy().is_some() {
            file.poll(map);
            std::thread::yield_now();
            assert!(start.elapsed() < Duration::from_secs(120), "the file is never read");
        }
        file
    }

    const ANSWERS: &str = "touchpoint,promoters,passives,detractors\nSign-up,10,5,5\nPlayer,20,5,5\n";

    #[test]
    fn a_score_called_like_the_stage_is_meant_and_another_can_be_chosen() {
        let map = map();
        let named = ANSWERS.replace("Player", "check-out");
        let file = read(&map, None, &named);
        assert_eq!((file.meant().len(), file.meant()[0].chosen), (1, Some(1)));
        let mut file = read(&map, None, ANSWERS);
        assert_eq!((file.meant()[0].chosen, file.edit(&map)), (None, None), "two scores, and nobody says which");
        file.mean(0, Some(1));
        let mut after = map.clone();
        let undo = after.apply(file.edit(&map).unwrap()).unwrap().inverse;
        let metric = &after.metrics[&MetricId(0)];
        assert_eq!((metric.readings[0].count, metric.readings[0].of, metric.readings[0].also), (20, 30, 5));
        assert_eq!(metric.source, "answers.csv");
        after.apply(undo).unwrap();
        assert_eq!(after, map);
    }

    #[test]
    fn a_metric_that_the_map_lacks_is_added_and_filled_with_its_score_told() {
        let mut map = map();
        map.metrics.clear();
        let mut file = read(&map, None, "touchpoint,promoters,passives,detractors\nConference,8,9,22\n");
        assert_eq!((file.problem(), file.meant().len()), (None, 0));
        assert_eq!(file.lacking(&map), [MetricKind::NetPromoter]);
        let (edit, metric) =
            crate::edit::add_told_metric(&map, MetricKind::NetPromoter, &mut IdSource::seeded(1)).unwrap();
        map.apply(edit).unwrap();
        file.look_again(&map);
        assert_eq!((file.meant()[0].metric, file.lacking(&map).len()), (metric, 0));
        let newest = file.meant()[0].choices[0].newest(MetricKind::NetPromoter);
        assert_eq!(newest, "NPS −35.9 · Promoters 8, Answers 39, Detractors 22");
        map.apply(file.edit(&map).unwrap()).unwrap();
        assert_eq!(map.metrics[&metric].readings[0].of, 39);
        let mut empty = crate::edit::empty_map(&mut IdSource::seeded(1));
        let mut file = read(&empty, None, ANSWERS);
        assert_eq!((file.lacking(&empty), file.problem()), (vec![MetricKind::NetPromoter], None));
        let (edit, _) =
            crate::edit::add_told_metric(&empty, MetricKind::NetPromoter, &mut IdSource::seeded(2)).unwrap();
        empty.apply(edit).unwrap();
        file.look_again(&empty);
        assert_eq!((empty.stages.len(), file.meant().len()), (1, 1), "a map without stages gets one for it");
    }

    fn say(story: &mut Story, msg: FillMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Fill(msg)))
    }

    /// A file as a person opens it, once it is read.
    fn opened<'a>(story: &'a mut Story, path: &std::path::Path, metric: Option<MetricId>) -> &'a FillFile {
        let asked = say(story, FillMsg::Open { path: path.to_owned(), metric, read_as: None });
        assert_eq!(asked, [Effect::DataRead(path.to_owned())]);
        until(story, |session| session.flows().fill().unwrap().busy().is_none());
        story.session.flows().fill().unwrap()
    }

    #[test]
    fn a_file_adds_what_the_map_lacks_and_fills_it_each_in_a_step() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.csv");
        std::fs::write(&path, ANSWERS).unwrap();
        let mut story = Story::new();
        assert_eq!(say(&mut story, FillMsg::Fill), [], "nothing is open");
        let file = opened(&mut story, &path, None);
        assert_eq!((file.meant().len(), file.problem()), (0, None));
        assert!(story.session.read().contains(&path), "nothing is written over it");
        let before = story.session.map().clone();
        say(&mut story, FillMsg::Fill);
        assert_eq!(story.session.map(), &before, "nothing is meant yet");
        say(&mut story, FillMsg::Add(MetricKind::NetPromoter));
        let added = story.session.map().clone();
        assert_eq!(added.metrics.len(), 1);
        say(&mut story, FillMsg::Mean(0, Some(1)));
        assert_eq!(story.session.flows().fill().unwrap().meant()[0].chosen, Some(1));
        assert_eq!(say(&mut story, FillMsg::OtherFile), [Effect::AskFile(FileAsk::FillMetrics(None))]);
        say(&mut story, FillMsg::Fill);
        assert!(story.session.flows().fill().is_none());
        let told = story.session.notices().last().map(|notice| (notice.tone, notice.text.clone()));
        assert_eq!(told, Some((Tone::Good, "answers.csv fills the scorecard".to_owned())));
        assert_eq!(story.session.map().metrics.values().next().unwrap().readings[0].of, 30);
        story.run(Command::Undo);
        assert_eq!(story.session.map(), &added);
        story.run(Command::Undo);
        assert_eq!(story.session.map(), &before);

        let map = story.session.map().clone();
        opened(&mut story, &path, None);
        say(&mut story, FillMsg::Close);
        assert!(story.session.flows().fill().is_none() && story.session.map() == &map);
    }

    #[test]
    fn what_a_file_cannot_fill_is_told() {
        let map = map();
        let file = read(&map, Some(MetricId(1)), ANSWERS);
        let problem = file.problem().unwrap();
        assert!(problem.contains("is a survey; it has no counts for “Community engagement”"), "{problem}");
        let file = read(&map, None, "theme,touchpoint,count\nlogin,Sign-up,12\n");
        assert!(file.problem().is_some_and(|problem| problem.contains("nothing in it fills a metric")));
    }
}
