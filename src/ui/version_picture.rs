//! The board of one version of the map, drawn on a thread as small as it is shown.

use super::screen::{self, View};
use super::style;
use crate::layout::{Lens, Target, arrange, is_read_from_right};
use crate::model::Map;
use crate::scene::Scene;
use crate::session::threads::{self, Ending};
use crate::store::VersionId;
use crate::text::Shaper;
use crate::theme::Theme;
use egui::{Context, Painter, Rect};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// The picture that was asked for last, once it is there.
#[derive(Default)]
pub struct VersionPicture {
    of: Option<(VersionId, bool)>,
    scene: Option<Scene>,
    coming: Option<Receiver<Scene>>,
}

impl VersionPicture {
    /// Sees to the picture of a version; the one before is shown until it is there.
    pub fn ask(&mut self, ctx: &Context, id: &VersionId, map: &Arc<Map>, shaper: &Arc<Shaper>) {
        let theme = style::theme(ctx);
        if self.of.as_ref().is_none_or(|(of, dark)| of != id || *dark != theme.dark) {
            self.of = Some((id.clone(), theme.dark));
            self.coming = draw(ctx, Arc::clone(map), theme, Arc::clone(shaper));
        }
        if let Some(Ok(scene)) = self.coming.as_ref().map(Receiver::try_recv) {
            (self.scene, self.coming) = (Some(scene), None);
        }
    }

    /// Whether the picture that is shown is not yet the one that was asked for.
    pub fn is_coming(&self) -> bool {
        self.coming.is_some()
    }

    /// Paints as much of the board as has room, whole in its width.
    pub fn paint(&self, painter: &Painter, room: Rect) {
        let Some(scene) = &self.scene else { return };
        let zoom = (room.width() / scene.size.width.max(1.0)).min(1.0);
        screen::paint(&painter.with_clip_rect(room), scene, View::new(room.min, zoom).whole());
    }
}

fn draw(ctx: &Context, map: Arc<Map>, theme: Theme, shaper: Arc<Shaper>) -> Option<Receiver<Scene>> {
    let (sender, coming) = channel();
    let ctx = ctx.clone();
    let starts = threads::start("draw a version", Ending::Left, move || {
        let scene = arrange(&map, &Lens::default(), &theme, &shaper, &Target::Board { min_width: 0.0 });
        let scene = if is_read_from_right(&map) { scene.mirrored() } else { scene };
        // Another one may be looked at by now.
        let _ = sender.send(scene);
        ctx.request_repaint();
    });
    starts.then_some(coming)
}
