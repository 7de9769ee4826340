//! Pictures that come by hand: pasted, or dropped on the board.

use crate::images::Pixels;
use crate::session::flows::{Msg, PicturesMsg};
use crate::session::{Clip, Intent, PictureFor, PictureFrom, is_picture};
use egui::ColorImage;
use std::path::PathBuf;
use std::sync::Arc;

/// A picture of the clipboard, for what is selected.
pub fn pasted(image: &Arc<ColorImage>) -> Intent {
    let image = Arc::clone(image);
    let pixels = move || {
        let side = |px: usize| u32::try_from(px).ok();
        let rgba = image.pixels.iter().flat_map(|color| color.to_srgba_unmultiplied()).collect();
        Pixels::new(side(image.width())?, side(image.height())?, rgba)
    };
    came(vec![PictureFrom::Clipboard(Clip::new(pixels))], None)
}

/// What dropped files are: pictures go to what they were dropped on, as far as that is known.
pub fn dropped(paths: Vec<PathBuf>, on: Option<PictureFor>) -> Intent {
    match on.filter(|_| paths.iter().all(|path| is_picture(path))) {
        Some(on) => came(paths.into_iter().map(PictureFrom::File).collect(), Some(on)),
        None => Intent::FilesCame(paths),
    }
}

fn came(from: Vec<PictureFrom>, to: Option<PictureFor>) -> Intent {
    Intent::Flow(Msg::Pictures(PicturesMsg::Came { from, to }))
}
