//! What whoever presents has before them of a stage: its note, and everything that was noted there.

use crate::layout::ListLook;
use crate::model::*;
use touchline_words::say;

/// Something that was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is: `Question`.
    pub kind: &'static str,
    pub text: String,
}

/// A stage's own note, then what stands in it, kind by kind.
pub fn notes(map: &Map, stage: StageId) -> Vec<Note> {
    fn texts<R: InStage>(map: &Map, stage: StageId) -> Vec<String> {
        map.in_stage::<R>(stage).into_iter().map(|(_, record)| record.title().to_owned()).collect()
    }
    let own = map.stages.get(&stage).map(|stage| stage.note.clone());
    let mut notes: Vec<Note> = own.into_iter().map(|text| Note { kind: say!(present_stage_note), text }).collect();
    for kind in ListKind::ALL.iter().copied() {
        let texts = of_kind!(kind, R => texts::<R>(map, stage));
        notes.extend(texts.into_iter().map(|text| Note { kind: ListLook::of(kind).name, text }));
    }
    notes.retain(|note| !note.text.trim().is_empty());
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn everything_that_was_noted_at_a_stage_is_there_and_nothing_else() {
        let mut map = sample::map();
        let (decision, _) = map.stages_in_order()[2];
        map.stages.get_mut(&decision).unwrap().note = "Ask who decides".to_owned();
        let found = notes(&map, decision);
        let listed: usize = ListKind::ALL.iter().map(|kind| map.listed_in(*kind, decision).len()).sum();
        assert_eq!(found.len(), listed + 1);
        assert_eq!(found[0].text, "Ask who decides");
        assert!(found.iter().any(|note| note.text == "Why my child’s birthday?"));
        assert!(notes(&map, StageId(77)).is_empty());
    }
}
