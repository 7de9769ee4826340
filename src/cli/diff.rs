//! `touchline diff`: what became of a map, record by record and field by field, and what its losses became.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use touchline_words::say;

use super::exit::{Exit, Failure};
use super::json;
use super::map_file;
use super::words::{plain, shortened};
use crate::behaviour::changes::Movement;
use crate::edit::{Changed, Differences, Moved, title_of};
use crate::figures::{differences, numbers, small_groups};
use crate::measure::{ChangeRow, refresh};
use crate::model::{Map, RecordRef, Tables, to_base32};

/// As much of a text as a line shows.
const SHOWN_CHARS: usize = 60;

/// Say what differs between two states of a map
#[derive(Args)]
#[command(after_help = "Example: touchline diff sent.ron back.ron\n\n\
    Records are the same by their numbers, whatever they are called and wherever they stand. Where both maps are measured, the losses of \
    NEW are held against those of OLD, with what lies beyond chance (Holm's correction over all of them).")]
pub struct Diff {
    /// The map as it was
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The map as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer {
    added: Vec<Named>,
    removed: Vec<Named>,
    moved: Vec<Elsewhere>,
    changed: Vec<Written>,
    drop_off: Vec<Loss>,
}

/// A record by its kind, number and title.
#[derive(Serialize)]
struct Named {
    kind: &'static str,
    id: String,
    title: String,
}

#[derive(Serialize)]
struct Elsewhere {
    #[serde(flatten)]
    record: Named,
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Written {
    #[serde(flatten)]
    record: Named,
    field: &'static str,
    old: String,
    new: String,
}

#[derive(Serialize)]
struct Loss {
    segment: String,
    stage: String,
    old: f64,
    new: f64,
    /// 95 % of new less old, as fractions.
    low: f64,
    high: f64,
    beyond_chance: bool,
}

impl Diff {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        if [&self.old, &self.new].iter().all(|path| path.as_path() == Path::new("-")) {
            return Err(Failure::new(Exit::Usage, say!(cli_diff_one_input)));
        }
        let (old, new) = (map_file::load(&self.old)?.map, map_file::load(&self.new)?.map);
        let differences = Differences::between(&old, &new);
        let losses = losses(&old, &new);
        if self.json {
            return json::write(out, || answer(&old, &new, &differences, losses));
        }
        Ok(write!(out, "{}", text(&old, &new, &differences, &losses))?)
    }
}

fn answer(old: &Map, new: &Map, differences: &Differences, drop_off: Vec<Loss>) -> Answer {
    let moved =
        |moved: &Moved| Elsewhere { record: named(new, moved.at), from: moved.from.clone(), to: moved.to.clone() };
    let changed = |changed: &Changed| Written {
        record: named(new, changed.at),
        field: field_name(changed),
        old: changed.old.clone(),
        new: changed.new.clone(),
    };
    Answer {
        added: differences.added.iter().map(|at| named(new, *at)).collect(),
        removed: differences.removed.iter().map(|at| named(old, *at)).collect(),
        moved: differences.moved.iter().map(moved).collect(),
        changed: differences.changed.iter().map(changed).collect(),
        drop_off,
    }
}

fn named(tables: &Tables, at: RecordRef) -> Named {
    let id = at.number().map(to_base32).unwrap_or_default();
    Named { kind: at.kind().name(), id, title: title_of(tables, at).unwrap_or_default() }
}

fn field_name(changed: &Changed) -> &'static str {
    changed.field.map_or_else(|| say!(cli_diff_other_field), |field| field.name())
}

/// What both maps measured, held against each other.
fn losses(old: &Map, new: &Map) -> Vec<Loss> {
    let (Some((_, then)), Some((_, now))) = (old.measurement(), new.measurement()) else { return Vec::new() };
    if then == now {
        return Vec::new();
    }
    let rates = refresh(new, Some(then), now, &small_groups(new)).rates;
    let told = rates.into_iter().filter(|row| row.change.movement != Movement::TooFew);
    let loss = |row: ChangeRow| Loss {
        segment: row.audience,
        stage: row.stage_name,
        old: row.change.then.rate,
        new: row.change.now.rate,
        low: row.change.difference.low,
        high: row.change.difference.high,
        beyond_chance: row.change.movement == Movement::Changed,
    };
    told.map(loss).collect()
}

fn text(old: &Map, new: &Map, found: &Differences, losses: &[Loss]) -> String {
    let about = |tables: &Tables, at: RecordRef| {
        let Named { kind, title, .. } = named(tables, at);
        if title.is_empty() { kind.to_owned() } else { say!(merge_about, kind, title) }
    };
    let quoted = |text: &str| match text.is_empty() {
        true => say!(merge_nothing).to_owned(),
        false => say!(merge_quoted, text = shortened(text, SHOWN_CHARS)),
    };
    let mut lines = Vec::new();
    lines.extend(found.removed.iter().map(|at| format!("- {}", about(old, *at))));
    lines.extend(found.added.iter().map(|at| format!("+ {}", about(new, *at))));
    let moved = |moved: &Moved| {
        format!("> {}", say!(cli_diff_moved, about = about(new, moved.at), from = &moved.from, to = &moved.to))
    };
    lines.extend(found.moved.iter().map(moved));
    lines.extend(found.changed.iter().map(|changed| {
        let (about, field) = (about(new, changed.at), field_name(changed));
        match changed.field {
            None => format!("~ {}", say!(cli_diff_changed, about)),
            Some(_) => {
                format!(
                    "~ {}",
                    say!(cli_diff_field, about, field, old = quoted(&changed.old), new = quoted(&changed.new))
                )
            }
        }
    }));
    for loss in losses.iter().filter(|loss| loss.beyond_chance) {
        let (old, new) = (numbers::rate(loss.old), numbers::rate(loss.new));
        let points = differences::points(loss.new - loss.old, loss.low, loss.high);
        lines
            .push(format!("% {}", say!(cli_diff_loss, stage = &loss.stage, segment = &loss.segment, old, new, points)));
    }
    if lines.is_empty() {
        lines.push(say!(cli_diff_same).to_owned());
    }
    lines.iter().map(|line| plain(line) + "\n").collect()
}
