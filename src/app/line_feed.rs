//! A key that the window's toolkit does not know: programs that type send a line feed where a person presses Enter.

use eframe::{EframeWinitApplication, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, KeyEvent, StartCause, WindowEvent};
use winit::event_loop::ActiveEventLoop;
use winit::keyboard::{Key, NamedKey};
use winit::window::WindowId;

/// The program's loop, in which a line feed is Enter.
pub struct WithLineFeed<'a>(pub EframeWinitApplication<'a>);

impl ApplicationHandler<UserEvent> for WithLineFeed<'_> {
    fn window_event(&mut self, event_loop: &ActiveEventLoop, window: WindowId, mut event: WindowEvent) {
        if let WindowEvent::KeyboardInput { event: KeyEvent { logical_key, .. }, .. } = &mut event {
            take_for_enter(logical_key);
        }
        self.0.window_event(event_loop, window, event);
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.0.resumed(event_loop);
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.0.new_events(event_loop, cause);
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.0.user_event(event_loop, event);
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.0.device_event(event_loop, device, event);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.0.about_to_wait(event_loop);
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.0.suspended(event_loop);
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.0.exiting(event_loop);
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.0.memory_warning(event_loop);
    }
}

fn take_for_enter(key: &mut Key) {
    if matches!(key, Key::Character(letters) if letters == "\n") {
        *key = Key::Named(NamedKey::Enter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_feed_is_enter_and_nothing_else_is() {
        let taken = |mut key: Key| {
            take_for_enter(&mut key);
            key
        };
        assert_eq!(taken(Key::Character("\n".into())), Key::Named(NamedKey::Enter));
        for key in [Key::Character("n".into()), Key::Character("\t".into()), Key::Named(NamedKey::Tab)] {
            assert_eq!(taken(key.clone()), key);
        }
    }
}
