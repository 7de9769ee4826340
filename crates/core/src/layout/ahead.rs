//! Where nothing of a board is known, the pictures of its records are drawn on all cores before the cells ask for them.
//!
//! What is drawn ahead is the same as what a cell would draw (law S4): only who draws it is another.

use super::context::{Column, Context};
use super::shelf::{Made, Said, Shelf};
use super::stack::{Stacked, picture};
use crate::text::in_language;
use std::sync::atomic::{AtomicUsize, Ordering};
use touchline_words::as_here;

/// Fewer are drawn by their cells: threads would cost more than they save.
const FROM: usize = 512;
/// One thread takes so many at a time.
const SHARE: usize = 64;

/// A record, the column it stands in, and how wide it is drawn.
pub(super) type Wanted<'a, R> = (R, &'a Column, f32);

/// Puts the records' pictures on their shelf, where there are many.
pub(super) fn draw<R>(context: &Context, wanted: &[Wanted<'_, R>], shelf: &mut Shelf<R::Id, R::Look>)
where
    R: Stacked + Sync,
    R::Look: Send,
{
    if wanted.len() < FROM {
        return;
    }
    shelf.make_room(wanted.len());
    let made = on_all_cores(context, wanted.len(), |nth| wanted.get(nth).map(|wanted| one(context, wanted)));
    for ((record, column, width), made) in wanted.iter().zip(made.into_iter().flatten()) {
        shelf.put(record.id(), (*width, column.hue), made);
    }
}

/// What `make` gives of each of so many things, made on all cores where there are many.
#[expect(clippy::disallowed_methods, reason = "a large board is drawn on all cores")]
pub(super) fn on_all_cores<T: Send>(context: &Context, count: usize, make: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if count < FROM {
        return (0..count).map(make).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        loop {
            let first = SHARE * next.fetch_add(1, Ordering::Relaxed);
            if first >= count {
                return made;
            }
            made.push((first, (first..count.min(first + SHARE)).map(&make).collect::<Vec<T>>()));
        }
    };
    let others = std::thread::available_parallelism().map_or(1, usize::from).min(count.div_ceil(SHARE)) - 1;
    let mut made = std::thread::scope(|scope| {
        let spawn = |_| {
            let work = as_here(&work);
            scope.spawn(|| in_language(&context.map.meta.language, work))
        };
        let others: Vec<_> = (0..others).map(spawn).collect();
        let mut made = work();
        for other in others {
            match other.join() {
                Ok(theirs) => made.extend(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        made
    });
    made.sort_by_key(|(first, _)| *first);
    let mut all = Vec::with_capacity(count);
    all.extend(made.into_iter().flat_map(|(_, things)| things));
    all
}

fn one<R: Stacked>(context: &Context, (record, column, width): &Wanted<'_, R>) -> Made<R::Look> {
    let look = record.look(context);
    let before = context.shaper.lacking();
    let drawn = picture::<R>(&look, record.id(), context, column, *width);
    let stage = context.stage_name(column.stage);
    let said =
        R::KEEPS_LABEL.then(|| Said { stage: stage.into(), label: R::label(&look, record.id(), context, column, 0) });
    // Another thread may have met the letter: then this is drawn again for nothing when fonts come.
    Made { look, drawn, is_lacking: context.shaper.lacking() != before, said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{BoardCache, Lens, arrange_board_again};
    use crate::model::{Change, Edit, Map, Rank, RecordRef, TouchpointId, Verb};
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::collections::BTreeSet;

    /// The sample with many more cards in three of its cells, and an edit that takes these away.
    fn large() -> (Map, Edit) {
        let mut map = sample::map();
        let firsts: Vec<_> = map.touchpoints.values().take(3).cloned().collect();
        let ranks = Rank::spread(FROM);
        let titles = ["Sees the trailer", "Asks two friends what they watch of an evening", "予告編を見る"];
        let ids = 10_000..;
        let cards = ids.zip(ranks.iter().cycle().take(3 * FROM).enumerate()).map(|(id, (nth, rank))| {
            let title = format!("{} {nth}", titles[nth % 3]);
            let first = firsts[nth / FROM].clone();
            Change::Touchpoint(TouchpointId(id), Some(crate::model::Touchpoint { rank: rank.clone(), title, ..first }))
        });
        let applied = map.apply(Edit::of(Verb::Paste, cards.collect())).unwrap();
        (map, applied.inverse)
    }

    #[test]
    fn a_large_board_is_the_same_on_all_cores_as_card_by_card() {
        let (mut map, inverse) = large();
        let (shaper, theme) = (Shaper::bundled(), Theme::light());
        let lay = |map: &Map, kept: &mut BoardCache, touched: Option<&BTreeSet<RecordRef>>| {
            arrange_board_again(map, &Lens::default(), &theme, &shaper, 1136.0, kept, touched)
        };
        let at_once = lay(&map, &mut BoardCache::default(), None);
        // Each card is drawn by its cell where an edit brought it.
        let there = map.apply(inverse).unwrap();
        let mut kept = BoardCache::default();
        lay(&map, &mut kept, None);
        let touched = map.apply(there.inverse).unwrap().touched;
        assert_eq!(lay(&map, &mut kept, Some(&touched)), at_once);
    }
}
