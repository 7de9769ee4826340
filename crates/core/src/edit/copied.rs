//! What a copied part of a map says in plain words, for a mail or a spreadsheet: a line for each record, the stages in
//! their order and what each holds below its name. A touchpoint's line is title, detail and channel, parted by tabs as
//! [`super::grid`] reads them.

use super::Fragment;
use crate::fields;
use crate::model::*;

impl Fragment {
    /// The words; what hangs on another record of the part goes without a line of its own.
    pub fn words(&self) -> String {
        let mut lines: Vec<(Place<'_>, String)> = Vec::new();
        fn table<'a, R: Record<Id: 'a> + 'a>(part: &'a Tables, lines: &mut Vec<(Place<'a>, String)>) {
            for (id, record) in R::table(part) {
                let spot = record.spot();
                if spot.on.is_some_and(|on| part.contains((*on).into())) {
                    continue;
                }
                let (at, stage) = (R::at(*id), StageId::try_from(R::at(*id)).ok().or(spot.stage.copied()));
                let rank = stage.and_then(|stage| part.stages.get(&stage)).map(|stage| &stage.rank);
                lines.extend(
                    line(part, at).map(|text| (Place { rank, stage, kind: at.kind(), within: spot.rank, at }, text)),
                );
            }
        }
        macro_rules! tables {
            ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
                $(table::<$kind>(&self.records, &mut lines);)*
            };
        }
        records!(tables);
        if let [(_, only)] = lines.as_slice() {
            return only.clone();
        }
        lines.sort_by(|(a, _), (b, _)| a.cmp(b));
        lines.into_iter().map(|(_, text)| text.replace(['\n', '\r'], " ") + "\n").collect()
    }
}

/// Where a line stands among the others: the stage's own first, then what it holds, kind by kind.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place<'a> {
    rank: Option<&'a Rank>,
    stage: Option<StageId>,
    kind: RecordKind,
    within: Option<&'a Rank>,
    at: RecordRef,
}

/// A record in words; `None` when it says nothing.
fn line(part: &Tables, at: RecordRef) -> Option<String> {
    let title = fields::read(part, at, fields::title(at.kind()))?;
    let card = TouchpointId::try_from(at).ok().and_then(|id| part.touchpoints.get(&id));
    let line = match card {
        Some(card) => format!("{title}\t{}\t{}", card.detail, card.channel.name()),
        None => title,
    };
    (!line.trim().is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{add_in_stage, empty_map};

    fn map() -> (Map, StageId, StageId) {
        let mut ids = IdSource::seeded(5);
        let mut map = empty_map(&mut ids);
        let mut stages = [StageId(0); 2];
        for (stage, name) in stages.iter_mut().zip(["Awareness", "Decision"]) {
            let (edit, id) = crate::edit::add_stage(&map, name, None, &mut ids);
            map.apply(edit).unwrap();
            *stage = id;
        }
        for (stage, title) in [(stages[1], "Prices"), (stages[0], "Trailer"), (stages[0], "Poster")] {
            let lane = *map.lanes.iter().find(|(_, lane)| lane.kind == LaneKind::Touchpoints).unwrap().0;
            let cell = crate::edit::Cell::new(stage, lane);
            let made = crate::edit::add_touchpoint(&map, cell, None, Channel::Email, title, &mut ids).unwrap().0;
            map.apply(made).unwrap();
            let asked = add_in_stage::<Question>(&map, stage, None, "Is it\nfor us?", &mut ids).unwrap().0;
            map.apply(asked).unwrap();
        }
        (map, stages[0], stages[1])
    }

    #[test]
    fn stages_are_lines_with_what_they_hold_below() {
        let (map, first, second) = map();
        let part = Fragment::of(&map, &[second.into(), first.into()]).unwrap();
        let expected = "Awareness\nTrailer\t\tEmail\nPoster\t\tEmail\nIs it for us?\nIs it for us?\nDecision\nPrices\t\tEmail\nIs it for us?\n";
        assert_eq!(part.words(), expected);
    }

    #[test]
    fn one_thing_says_what_it_says_and_nothing_else() {
        let (map, ..) = map();
        let question = *map.questions.keys().next().unwrap();
        assert_eq!(Fragment::of(&map, &[question.into()]).unwrap().words(), "Is it\nfor us?");
        let card = *map.touchpoints.iter().find(|(_, card)| card.title == "Prices").unwrap().0;
        let words = Fragment::of(&map, &[card.into()]).unwrap().words();
        assert_eq!(crate::edit::grid::Rows::read(&words).rows[0].title, "Prices");
    }
}
