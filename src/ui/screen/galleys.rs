//! The galleys of what is read on a picture, kept while they are painted and a while longer: egui lets go of one that was not
//! asked for in a frame.
//!
//! They are kept in the egui context, one table for each window. Where egui begins its glyphs anew, so does the table.

use crate::scene::Face;
use egui::text::LayoutJob;
use egui::{Color32, FontFamily, FontId, Galley, Id, Painter};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// A galley that was not painted for this many passes is given back.
const KEPT_PASSES: u64 = 120;
/// What egui sets in another place once it has begun anew.
const PROBE: &str = "Touchline";

/// The table of one window.
#[derive(Clone, Default)]
pub(super) struct Galleys(Arc<Mutex<Table>>);

#[derive(Default)]
struct Table {
    probe: Option<Arc<Galley>>,
    sizes: HashMap<(usize, u32), Size>,
    /// The pass that it is ready for, and the one in which it was swept last.
    pass: Option<u64>,
    swept: u64,
}

/// What was set in one face and size.
struct Size {
    /// Held, so that no other face can come to lie at the same address.
    face: Arc<Face>,
    set: HashMap<Box<str>, Set>,
}

/// None: egui does not know the face.
struct Set {
    galley: Option<Arc<Galley>>,
    last_pass: u64,
}

/// Whether egui's glyphs are those of before: the very same galley is that.
pub(super) fn probe(painter: &Painter) -> Arc<Galley> {
    let job = LayoutJob::simple_singleline(PROBE.to_owned(), FontId::proportional(11.0), Color32::PLACEHOLDER);
    painter.fonts_mut(|fonts| fonts.layout_job(job))
}

impl Galleys {
    /// The table of the window that is painted.
    pub fn of(painter: &Painter) -> Self {
        let ctx = painter.ctx();
        let id = Id::unique("galleys").with(ctx.viewport_id());
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Self>(id).clone())
    }

    /// A text in a face and size as egui sets it in one line.
    pub fn get(&self, painter: &Painter, face: &Arc<Face>, size: f32, text: &str) -> Option<Arc<Galley>> {
        let pass = painter.ctx().cumulative_pass_nr();
        let mut table = self.0.lock().ok()?;
        if table.pass != Some(pass) {
            table.begin(probe(painter), pass);
        }
        let key = (Arc::as_ptr(face) as usize, size.to_bits());
        let size_of = table.sizes.entry(key);
        let of_size = size_of.or_insert_with(|| Size { face: Arc::clone(face), set: HashMap::new() });
        if let Some(set) = of_size.set.get_mut(text) {
            set.last_pass = pass;
            return set.galley.clone();
        }
        let galley = laid(painter, &of_size.face, size, text);
        of_size.set.insert(text.into(), Set { galley: galley.clone(), last_pass: pass });
        galley
    }
}

impl Table {
    fn begin(&mut self, probe: Arc<Galley>, pass: u64) {
        if !self.probe.as_ref().is_some_and(|before| Arc::ptr_eq(before, &probe)) {
            self.sizes.clear();
        }
        (self.probe, self.pass) = (Some(probe), Some(pass));
        if pass >= self.swept + KEPT_PASSES {
            self.swept = pass;
            self.sizes.retain(|_, size| {
                size.set.retain(|_, set| set.last_pass + KEPT_PASSES > pass);
                !size.set.is_empty()
            });
        }
    }
}

fn laid(painter: &Painter, face: &Face, size: f32, text: &str) -> Option<Arc<Galley>> {
    let family = FontFamily::Name(face.name.as_str().into());
    painter.fonts_mut(|fonts| {
        if !fonts.definitions().families.contains_key(&family) {
            return None;
        }
        let job = LayoutJob::simple_singleline(text.to_owned(), FontId::new(size, family), Color32::PLACEHOLDER);
        Some(fonts.layout_job(job))
    })
}
