//! Pictures of the templates for the start screen: the very scenes that the board would show, laid out on a thread.

use crate::edit::templates::Template;
use crate::layout::{Lens, Target, arrange};
use crate::model::IdSource;
use crate::scene::Scene;
use crate::session::threads::{self, Ending};
use crate::text::Shaper;
use crate::theme::Theme;
use egui::Context;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// The pictures in one theme, as they come.
#[derive(Default)]
pub struct Thumbnails {
    dark: Option<bool>,
    pictures: Vec<(Template, Arc<Scene>)>,
    coming: Option<Receiver<(Template, Arc<Scene>)>>,
}

impl Thumbnails {
    /// The pictures known so far; starts the thread when there are none in this theme, once the first frame stands: until
    /// then the cores belong to it.
    pub fn pictures(&mut self, ctx: &Context, theme: &Theme, shaper: &Arc<Shaper>) -> &[(Template, Arc<Scene>)] {
        if ctx.cumulative_frame_nr() == 0 {
            ctx.request_repaint();
            return &[];
        }
        if self.dark != Some(theme.dark) {
            self.dark = Some(theme.dark);
            self.pictures.clear();
            self.coming = None;
        }
        let drawn = |template: &Template| self.pictures.iter().any(|(of, _)| of == template);
        let missing: Vec<Template> = Template::ALL.into_iter().filter(|template| !drawn(template)).collect();
        if self.coming.is_none() && !missing.is_empty() {
            self.coming = Some(draw(ctx, missing, *theme, Arc::clone(shaper)));
        }
        while let Some(Ok(picture)) = self.coming.as_ref().map(Receiver::try_recv) {
            self.pictures.push(picture);
        }
        &self.pictures
    }

    /// Nobody looks at them now: what is not drawn yet waits until the start screen is there again.
    pub fn rest(&mut self) {
        self.coming = None;
    }
}

fn draw(
    ctx: &Context,
    templates: Vec<Template>,
    theme: Theme,
    shaper: Arc<Shaper>,
) -> Receiver<(Template, Arc<Scene>)> {
    let (sender, receiver) = channel();
    let ctx = ctx.clone();
    threads::start("draw templates", Ending::Left, move || {
        for template in templates {
            let map = template.build(&mut IdSource::seeded(1));
            let scene = arrange(&map, &Lens::default(), &theme, &shaper, &Target::Board { min_width: 0.0 });
            if sender.send((template, Arc::new(scene))).is_err() {
                return;
            }
            ctx.request_repaint();
        }
    });
    receiver
}
