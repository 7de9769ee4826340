//! The map, or what is selected of it, as a picture for the clipboard: as it would be exported, light and without the selection.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use touchline_words::say;

use super::export::{ExportSettings, document};
use super::job::{Job, JobState};
use super::tags::tag_of;
use crate::export::{self, ExportError, Raster};
use crate::images::Pixels;
use crate::layout::Watch;
use crate::model::{Map, RecordKind, RecordRef};
use crate::scene::{Group, Item, Parts, Rect, Scene, Size, Transform};
use crate::text::Shaper;

/// Around what is selected, in map units.
const AROUND: f32 = 12.0;
/// More pixels a side are more than what is pasted into can take.
const MOST_PX: f32 = 8_000.0;

/// A picture on its way to the clipboard.
#[derive(Debug)]
pub struct PictureCopy(Job<Result<Pixels, String>>);

impl PictureCopy {
    /// Draws and paints the map as `settings` show it; only these records of it where there are any.
    pub fn start(map: Arc<Map>, records: Vec<RecordRef>, settings: ExportSettings, shaper: Arc<Shaper>) -> Self {
        Self(Job::start("picture", move |progress| {
            let goes_on = |_| if progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
            let deck = document(&map, &settings, &shaper, &Watch::new(&goes_on)).0;
            let scene = deck.pages.into_iter().next().map(|page| page.scene).unwrap_or_default();
            let scene = cut(scene, &map, &records);
            painted(&scene, settings.scale, &mut |share| goes_on(share)).map_err(|error| error.to_string())
        }))
    }

    /// Never waits; `None` while it is painted.
    pub fn poll(&self) -> Option<Result<Pixels, String>> {
        match self.0.poll() {
            JobState::Running => None,
            JobState::Done(painted) => Some(painted),
            JobState::Lost => Some(Err(say!(session_export_stopped).to_owned())),
        }
    }
}

fn painted(scene: &Scene, scale: f32, progress: &mut dyn FnMut(f32) -> ControlFlow<()>) -> Result<Pixels, ExportError> {
    let longest = scene.size.width.max(scene.size.height).max(1.0);
    let raster = Raster::scaled(scene.size, scale.min(MOST_PX / longest));
    let rgb = export::pixels(scene, raster, progress)?;
    let rgba = rgb.chunks_exact(3).flat_map(|pixel| pixel.iter().copied().chain([u8::MAX])).collect();
    Pixels::new(raster.width_px, raster.height_px, rgba).ok_or(ExportError::Empty)
}

/// The part of a picture in which records stand, a stage from its header to the foot of the board; all of it where none of them is
/// there.
fn cut(scene: Scene, map: &Map, records: &[RecordRef]) -> Scene {
    let whole = Rect::from_size(scene.size);
    let parts = Parts::of(&scene);
    let rects = |at: &RecordRef| -> Vec<Rect> {
        let is_stage = at.kind() == RecordKind::Stage;
        let around = |Rect { x, y, width, height }: Rect| match is_stage {
            // Its neighbours stand close by.
            true => Rect::new(x, y - AROUND, width, whole.bottom() - y + AROUND),
            false => Rect::new(x - AROUND, y - AROUND, width + 2.0 * AROUND, height + 2.0 * AROUND),
        };
        tag_of(*at).map(|tag| parts.all_of(tag).map(|part| around(part.rect)).collect()).unwrap_or_default()
    };
    let there: BTreeSet<RecordRef> = records.iter().copied().filter(|at| map.contains(*at)).collect();
    let around = there.iter().flat_map(rects).reduce(|all, one| {
        let (x, y) = (all.x.min(one.x), all.y.min(one.y));
        Rect::new(x, y, all.right().max(one.right()) - x, all.bottom().max(one.bottom()) - y)
    });
    let Some(around) = around else { return scene };
    let (left, top) = (around.x.max(0.0), around.y.max(0.0));
    let (right, bottom) = (around.right().min(whole.right()), around.bottom().min(whole.bottom()));
    let moved = Transform { scale: 1.0, x: -left, y: -top };
    let items = vec![Item::Group(Group::placed(moved, None, scene.items.into()))];
    Scene { size: Size::new(right - left, bottom - top), items, title: scene.title, language: scene.language }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::RecordKind;
    use crate::scene::PageSize;

    fn copied(records: Vec<RecordRef>) -> Pixels {
        let settings = ExportSettings {
            format: crate::export::Format::Png,
            page: PageSize::Fit,
            scale: 1.0,
            ..ExportSettings::default()
        };
        let copy = PictureCopy::start(Arc::new(sample::map()), records, settings, Arc::new(Shaper::bundled()));
        copy.0.wait().unwrap().unwrap()
    }

    #[test]
    fn a_stage_is_a_column_of_the_picture_and_a_card_a_small_part_of_that() {
        let map = sample::map();
        let (stage, _) = map.stages_in_order()[1];
        let card = map.touchpoints_of(stage)[0].0;
        let [whole, column, small] = [Vec::new(), vec![stage.into()], vec![card.into()]].map(copied);
        assert!(column.width_px * 3 < whole.width_px && column.height_px * 2 > whole.height_px);
        assert!(small.width_px * 3 < whole.width_px && small.height_px * 4 < column.height_px);
        // What is not there cuts nothing.
        let gone = RecordRef::of(RecordKind::Touchpoint, 1).unwrap();
        assert_eq!((copied(vec![gone]).width_px, copied(vec![gone]).height_px), (whole.width_px, whole.height_px));
    }
}
