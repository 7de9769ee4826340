//! The window on the desktop: put where it was left, and remembered where it is.

use crate::session::window_place::{Screen, place_on, stand};
use crate::store::{Settings, WindowStood};
use egui::{Rect, pos2, vec2};
use winit::dpi::{LogicalSize, PhysicalPosition};
use winit::monitor::MonitorHandle;
use winit::window::Window;

/// Puts a window where it stood, whole on one screen: before it is shown, and again once it has its frame ([`has_frame`]).
/// Where windows cannot be placed (Wayland) only its size is set.
pub fn put(window: &Window, settings: &Settings) {
    let main = window.primary_monitor().or_else(|| window.current_monitor());
    let screens: Vec<Screen> = window.available_monitors().map(|monitor| screen(&monitor, main.as_ref())).collect();
    let Some(stand) = stand(settings, &screens, frame(window)) else { return };
    window.set_min_inner_size(Some(logical(stand.least)));
    // The place first: on another screen the size may have another scale.
    window.set_outer_position(PhysicalPosition::new(stand.left, stand.top));
    // Whether it was resized at once or will be, the window tells by itself.
    let _ = window.request_inner_size(logical(stand.size));
}

/// How a window stands; while it fills the screen or is put away, its size and place are those that `before` says.
pub fn stood(window: &Window, before: &Settings) -> WindowStood {
    let maximized = window.is_maximized();
    if maximized || window.fullscreen().is_some() || window.is_minimized() == Some(true) {
        let (width, height, place) = (before.window_width, before.window_height, before.window_place.clone());
        return WindowStood { width, height, place, maximized };
    }
    let size = window.inner_size().to_logical::<f32>(window.scale_factor());
    let place = window.outer_position().ok().zip(window.current_monitor());
    let place = place.map(|(at, monitor)| place_on(&screen(&monitor, None), at.x, at.y));
    WindowStood { width: size.width, height: size.height, place, maximized }
}

/// A screen that a window is not on, in points of the desktop; none where there is no other.
pub fn other_screen(window: &Window) -> Option<Rect> {
    let here = window.current_monitor()?;
    let other = window.available_monitors().find(|monitor| *monitor != here)?;
    let at = other.position().to_logical::<f32>(other.scale_factor());
    let size = other.size().to_logical::<f32>(other.scale_factor());
    Some(Rect::from_min_size(pos2(at.x, at.y), vec2(size.width, size.height)))
}

fn logical([width, height]: [f32; 2]) -> LogicalSize<f32> {
    LogicalSize::new(width, height)
}

fn screen(monitor: &MonitorHandle, main: Option<&MonitorHandle>) -> Screen {
    let (at, size) = (monitor.position(), monitor.size());
    Screen {
        name: monitor.name().unwrap_or_default(),
        left: at.x,
        top: at.y,
        width: size.width,
        height: size.height,
        scale: monitor.scale_factor() as f32,
        is_main: main == Some(monitor),
    }
}

/// Whether the desktop has put a frame around the window, which some do only when they show it.
pub fn has_frame(window: &Window) -> bool {
    frame(window) != [0, 0]
}

/// What the frame adds to the inside, in physical pixels.
fn frame(window: &Window) -> [u32; 2] {
    let (inside, outside) = (window.inner_size(), window.outer_size());
    [outside.width.saturating_sub(inside.width), outside.height.saturating_sub(inside.height)]
}
