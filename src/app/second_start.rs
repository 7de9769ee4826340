//! A second start with a map that a window of this machine shows: that window comes to the front, and the start ends.
//!
//! Where the window does not hear, since it hangs or is of an older build, the start goes on and opens its own, which asks first.

use crate::store::StateFolder;
use std::path::Path;
use std::time::Duration;

/// So often, and so many times, is looked whether the window has heard.
const LOOK: Duration = Duration::from_millis(50);
const LOOKS: usize = 50;

/// Whether a window that shows the map has heard that somebody wishes to see it.
#[expect(clippy::disallowed_methods, reason = "the other program tells by a file alone that it has heard")]
pub(super) fn is_handed_over(folder: &StateFolder, map: &Path) -> bool {
    let Some(wish) = folder.wish_to_see(map) else { return false };
    for _ in 0..LOOKS {
        if wish.is_heard() {
            return true;
        }
        std::thread::sleep(LOOK);
    }
    false
}
