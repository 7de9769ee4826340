//! Strands of cards, between which lines run: those of a stage, or, where its steps stand side by side, of each of them.

use super::context::Context;
use super::steps;
use super::way::{OnBoard, Strand};
use crate::model::*;
use std::collections::BTreeMap;

/// The strands of a board, by stage and step.
pub(super) struct Strands(pub OnBoard);

impl Strands {
    /// Of all stages that are shown.
    pub fn of(context: &Context) -> Self {
        let mut strands = BTreeMap::new();
        for column in &context.columns {
            let parts = steps::parts(context, column);
            let beside: Vec<&steps::Part> = parts.iter().filter(|part| part.is_beside).collect();
            let stage = column.stage;
            if beside.is_empty() {
                let place = strands.len();
                strands.insert((stage, None), Strand { place, column: *column, has_beside: [false; 2], last: None });
            }
            for (nth, part) in beside.iter().enumerate() {
                let step = part.step.map(|(id, _)| id);
                let (place, has_beside) = (strands.len(), [nth > 0, nth + 1 < beside.len()]);
                // On its outer sides a strand ends where the stage does.
                strands.insert((stage, step), Strand { place, column: part.column, has_beside, last: None });
            }
        }
        Self(strands)
    }

    /// That of a card, or those over which it goes on.
    pub fn at(&self, context: &Context, id: TouchpointId, card: &Touchpoint) -> Option<Strand> {
        if let Some(long) = self.of_long(context, id) {
            return Some(long);
        }
        let step = context.map.step_of(card);
        let of_step = step.and_then(|step| self.0.get(&(card.stage, Some(step))));
        of_step.or_else(|| self.0.get(&(card.stage, None))).copied()
    }

    fn of_long(&self, context: &Context, id: TouchpointId) -> Option<Strand> {
        let span = context.spans.of_card(id)?;
        let (first, last) = context.columns.get(span.first).zip(context.columns.get(span.last))?;
        let of =
            |stage: StageId| self.0.range((stage, None)..=(stage, Some(StepId(u64::MAX)))).map(|(_, strand)| strand);
        let begins = of(first.stage).min_by_key(|strand| strand.place)?;
        let ends = of(last.stage).map(|strand| strand.place).max()?;
        let (place, column, last) = (begins.place, *first, Some((ends, *last)));
        Some(Strand { place, column, has_beside: [false; 2], last })
    }
}
