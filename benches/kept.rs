//! How long it takes until what a person does is on the disk, and what ten minutes of it leave in memory.
//!
//! ```text
//! cargo bench --bench kept
//! ```
//!
//! In a map of a megabyte titles are typed, letter by letter: each is given to the session and noted in the journal, and the disk is
//! waited for. Then the map is saved again and again, with its version. Printed: the median, the 95th percentile and the slowest, in
//! milliseconds, for the part that a frame waits for and for all of it, and on Linux by how much the process has grown.
//! The files lie in the system's temporary folder, or where `TMPDIR` says: what counts is that disk.
#![expect(clippy::disallowed_methods, reason = "measures")]

use std::collections::VecDeque;
use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};
use touchline::edit::templates::Template;
use touchline::model::{Change, Channel, Edit, IdSource, Map, Rank, RecordRef, Touchpoint, TouchpointId, Verb};
use touchline::session::{Command, DiskReport, Effect, Intent, Remembered, Session, TextOf};
use touchline::store::{SeenFiles, StateFolder, save_map, to_text};

const MAP_BYTES: usize = 1_000_000;
/// Ten minutes at five letters a second.
const LETTERS: usize = 3_000;
/// Letters of a title.
const WORD: &str = "Opens the weekly letter on the way to work";
const SAVES: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("touchline-kept-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

/// What was waited for on the frame and in all.
#[derive(Default)]
struct Times {
    frame: Vec<f64>,
    whole: Vec<f64>,
}

impl Times {
    fn print(mut self, name: &str) {
        for (part, times) in [("on the frame", &mut self.frame), ("until it is kept", &mut self.whole)] {
            times.sort_by(f64::total_cmp);
            let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
            println!("{:<28}{:>8.2}{:>8.2}{:>8.2}", format!("{name}, {part}"), at(0.5), at(0.95), at(1.0));
        }
    }
}

struct Desk {
    session: Session,
    state: StateFolder,
    seen: SeenFiles,
    now: Duration,
}

impl Desk {
    /// Does what an intent asks for, and all that follows from it.
    fn act(&mut self, intent: Intent, times: &mut Times, awaited: fn(&DiskReport) -> bool) {
        self.now += Duration::from_millis(200);
        let start = Instant::now();
        let mut todo = VecDeque::from(self.session.handle(intent, self.now));
        todo.extend(self.session.journal().map(Effect::Disk));
        let frame = start.elapsed();
        let mut is_kept = false;
        while let Some(effect) = todo.pop_front() {
            let Effect::Disk(job) = effect else { continue };
            let Some(report) = job.run(&self.state, &self.seen) else { continue };
            if awaited(&report) && !is_kept {
                is_kept = true;
                times.frame.push(1e3 * frame.as_secs_f64());
                times.whole.push(1e3 * start.elapsed().as_secs_f64());
            }
            todo.extend(self.session.handle(Intent::Disk(report), self.now));
            todo.extend(self.session.journal().map(Effect::Disk));
        }
    }
}

fn measure(folder: &Path) -> Result<(), Box<dyn Error>> {
    let file = folder.join("map.ron");
    let (map, card) = large_map()?;
    let bytes = to_text(&map).len();
    save_map(&file, &map)?;
    let session = Session::new(Remembered::default(), IdSource::random());
    let state = StateFolder::at(folder.join("state"));
    let mut desk = Desk { session, state, seen: SeenFiles::default(), now: Duration::ZERO };
    let (mut letters, mut saves, mut none) = (Times::default(), Times::default(), Times::default());
    desk.act(Intent::OpenPath(file.clone()), &mut none, |_| false);
    let is_noted = |report: &DiskReport| matches!(report, DiskReport::DraftWritten { .. } | DiskReport::DraftFull(_));
    let of = TextOf::title(RecordRef::Touchpoint(card));
    let mut grown = Vec::new();
    for nth in 0..LETTERS {
        let length = 1 + nth % WORD.len();
        let text = format!("{} {}", nth / WORD.len(), &WORD[..length]);
        desk.act(Intent::Write { of: of.clone(), text }, &mut letters, is_noted);
        if length == WORD.len() {
            desk.act(Intent::EndText(of.clone()), &mut none, |_| false);
        }
        if nth % (LETTERS / 10) == 0 {
            grown.extend(resident_megabytes());
        }
    }
    grown.extend(resident_megabytes());
    for nth in 0..SAVES {
        desk.act(Intent::Write { of: of.clone(), text: format!("Save {nth}") }, &mut none, |_| false);
        desk.act(Intent::Command(Command::Save), &mut saves, |report| matches!(report, DiskReport::Saved { .. }));
    }
    if letters.whole.len() < LETTERS / 2 || saves.whole.len() != SAVES {
        return Err(format!("{} letters and {} saves were kept", letters.whole.len(), saves.whole.len()).into());
    }
    println!("a map of {:.2} MB; milliseconds", bytes as f64 / 1e6);
    println!("{:<28}{:>8}{:>8}{:>8}", "", "median", "p95", "slowest");
    letters.print("a letter");
    saves.print("a save");
    if let [first, second, .., last] = grown[..] {
        println!("{LETTERS} letters: {first:.1} MB at the first, {second:.1} after a tenth, {last:.1} after the last");
    }
    Ok(())
}

/// A template with cards until its file has a megabyte, and one of them.
fn large_map() -> Result<(Map, TouchpointId), Box<dyn Error>> {
    let mut ids = IdSource::seeded(500);
    let mut map = Template::StreamingSubscriber.build(&mut ids);
    let (card, like) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).ok_or("no card")?;
    while to_text(&map).len() < MAP_BYTES {
        let card = |rank: Rank| {
            let channel = Channel::ALL[ids.fresh() as usize % Channel::ALL.len()];
            let card = Touchpoint::new(like.stage, like.lane, rank, "Sees the trailer".to_owned(), channel);
            Change::Touchpoint(TouchpointId(ids.fresh()), Some(card))
        };
        let changes = Rank::spread(200).into_iter().map(card).collect();
        map.apply(Edit::of(Verb::Add, changes))?;
    }
    Ok((map, card))
}

/// What the process holds; `None` where that cannot be asked.
fn resident_megabytes() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
}
