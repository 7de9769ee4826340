//! Where the window stands on the desktop: as it was left, and never off the screen.
//!
//! A screen is known by its name, and the place by the distance from that screen's corner, so that the window comes back to
//! its screen wherever the desktop has put that since. Where the screen is gone, the window comes to the main one.

use crate::store::{Settings, WindowPlace};

/// Smallest inside of the window in logical pixels, where the screen has room for it.
pub const LEAST: [f32; 2] = [1024.0, 640.0];

/// A screen of the desktop, in physical pixels of the desktop.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    pub name: String,
    pub left: i32,
    pub top: i32,
    pub width: u32,
    pub height: u32,
    /// Physical pixels a logical one.
    pub scale: f32,
    /// The one that new windows come to.
    pub is_main: bool,
}

/// How the window is to stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stand {
    /// The upper left corner of its frame, in physical pixels of the desktop.
    pub left: i32,
    pub top: i32,
    /// Its inside, in logical pixels.
    pub size: [f32; 2],
    /// How small its inside may be made, in logical pixels.
    pub least: [f32; 2],
}

/// How the window stands as it was left, moved and made smaller as far as it has to be to lie on one screen whole. `frame`
/// is what the window's frame adds to its inside, in physical pixels. `None` where there is no screen to stand on.
pub fn stand(settings: &Settings, screens: &[Screen], frame: [u32; 2]) -> Option<Stand> {
    let place = settings.window_place.as_ref();
    let known = place.and_then(|place| Some((place, screens.iter().find(|screen| screen.name == place.screen)?)));
    let main = screens.iter().find(|screen| screen.is_main).or(screens.first());
    let screen = known.map(|(_, screen)| screen).or(main)?;
    let scale = f64::from(if screen.scale.is_finite() && screen.scale > 0.0 { screen.scale } else { 1.0 });
    let outside = [screen.width, screen.height];
    // Whole physical pixels, so that rounding never pushes an edge over the screen's.
    let room = [0, 1].map(|axis| outside[axis].saturating_sub(frame[axis]).max(1));
    let wanted = [settings.window_width, settings.window_height];
    let inside = [0, 1].map(|axis| {
        let wanted = f64::from(wanted[axis].max(LEAST[axis])) * scale;
        // Not a pixel more for what the numbers lose on their way through the settings.
        ((wanted - 0.01).ceil() as u32).clamp(1, room[axis])
    });
    let logical = |pixels: u32| (f64::from(pixels) / scale) as f32;
    let size = inside.map(logical);
    let least = [0, 1].map(|axis| LEAST[axis].min(logical(room[axis])));
    // How far the frame's corner may be from the screen's.
    let slack = [0, 1].map(|axis| outside[axis].saturating_sub(inside[axis].saturating_add(frame[axis])));
    let from_corner = match known {
        Some((place, _)) => {
            [0, 1].map(|axis| u32::try_from([place.left, place.top][axis]).unwrap_or(0).min(slack[axis]))
        }
        None => slack.map(|slack| slack / 2),
    };
    let [left, top] = from_corner.map(|pixels| i32::try_from(pixels).unwrap_or(i32::MAX));
    Some(Stand { left: screen.left.saturating_add(left), top: screen.top.saturating_add(top), size, least })
}

/// The place of a window whose frame's corner is at a point of the desktop, on this screen.
pub fn place_on(screen: &Screen, left: i32, top: i32) -> WindowPlace {
    WindowPlace {
        screen: screen.name.clone(),
        left: left.saturating_sub(screen.left),
        top: top.saturating_sub(screen.top),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn screen(name: &str, width: u32, height: u32, scale: f32) -> Screen {
        Screen { name: name.to_owned(), left: 0, top: 0, width, height, scale, is_main: true }
    }

    fn any_screen() -> impl Strategy<Value = Screen> {
        let scales = prop::sample::select(vec![0.5_f32, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 3.0]);
        let place = (-8000_i32..8000, -8000_i32..8000);
        (0_u8..4, place, 200_u32..8000, 200_u32..8000, scales, any::<bool>()).prop_map(
            |(name, (left, top), width, height, scale, is_main)| Screen {
                name: format!("screen {name}"),
                left,
                top,
                width,
                height,
                scale,
                is_main,
            },
        )
    }

    fn any_settings() -> impl Strategy<Value = Settings> {
        let place = (0_u8..5, any::<i32>(), any::<i32>());
        let place = prop::option::of(prop_oneof![place, (0_u8..5, -500_i32..4000, -500_i32..4000)]);
        (320.0_f32..16_384.0, 320.0_f32..16_384.0, place).prop_map(|(window_width, window_height, place)| Settings {
            window_width,
            window_height,
            window_place: place.map(|(name, left, top)| WindowPlace { screen: format!("screen {name}"), left, top }),
            ..Settings::default()
        })
    }

    /// The screens on which a window lies whole: several where they overlap.
    fn homes<'a>(stand: &Stand, screens: &'a [Screen], frame: [u32; 2]) -> Vec<&'a Screen> {
        let is_home = |screen: &&Screen| {
            let [width, height] =
                [0, 1].map(|axis| i64::from(frame[axis]) + (stand.size[axis] * screen.scale).round() as i64);
            let (left, top) = (i64::from(stand.left), i64::from(stand.top));
            let (right, bottom) =
                (i64::from(screen.left) + i64::from(screen.width), i64::from(screen.top) + i64::from(screen.height));
            left >= i64::from(screen.left)
                && top >= i64::from(screen.top)
                && left + width <= right
                && top + height <= bottom
        };
        screens.iter().filter(is_home).collect()
    }

    proptest! {
        #[test]
        fn the_window_is_never_off_the_screen(
            settings in any_settings(),
            screens in prop::collection::vec(any_screen(), 1..4),
            frame in [0_u32..40, 0_u32..90],
        ) {
            let stand = stand(&settings, &screens, frame).unwrap();
            prop_assert!(!homes(&stand, &screens, frame).is_empty(), "{stand:?}");
            for ((least, size), most) in stand.least.iter().zip(stand.size).zip(LEAST) {
                prop_assert!(*least <= most && *least <= size + 0.05);
            }
        }

        #[test]
        fn a_window_that_is_left_as_it_stands_comes_back_to_the_same_place(
            settings in any_settings(),
            screens in prop::collection::vec(any_screen(), 1..4),
            frame in [0_u32..40, 0_u32..90],
        ) {
            let first = stand(&settings, &screens, frame).unwrap();
            let homes = homes(&first, &screens, frame);
            prop_assume!(homes.len() == 1);
            let on = homes[0];
            prop_assume!(screens.iter().filter(|screen| screen.name == on.name).count() == 1);
            let left = Settings {
                window_width: first.size[0],
                window_height: first.size[1],
                window_place: Some(place_on(on, first.left, first.top)),
                ..settings
            };
            let again = stand(&left, &screens, frame).unwrap();
            // Where the screen is too small for the least size, the window is as large as there is room.
            prop_assert_eq!((again.left, again.top), (first.left, first.top));
            for (again_px, first_px) in again.size.iter().zip(first.size) {
                prop_assert!((again_px - first_px).abs() < 0.01, "{:?} {:?}", again, first);
            }
        }
    }

    #[test]
    fn a_window_goes_onto_the_screens_that_people_have() {
        let frame = [0, 46];
        for (width, height, scale, size) in [
            (1366, 768, 1.25, [1092.8, 577.6]),
            (1600, 1000, 2.0, [800.0, 477.0]),
            (1920, 1080, 1.0, [1440.0, 900.0]),
            (3840, 2160, 2.0, [1440.0, 900.0]),
        ] {
            let stand = stand(&Settings::default(), &[screen("main", width, height, scale)], frame).unwrap();
            for (stands, expected) in stand.size.iter().zip(size) {
                assert!((stands - expected).abs() < 0.01, "{width}×{height} at {scale}: {stand:?}");
            }
        }
    }

    #[test]
    fn a_window_comes_back_to_its_screen_wherever_that_is_now_and_to_the_main_one_when_it_is_gone() {
        let place = WindowPlace { screen: "right".to_owned(), left: 100, top: 50 };
        let settings = Settings { window_place: Some(place), ..Settings::default() };
        let main = screen("main", 1920, 1080, 1.0);
        let right = Screen { left: -2560, is_main: false, ..screen("right", 2560, 1440, 1.0) };
        let both = stand(&settings, &[main.clone(), right], [0, 0]).unwrap();
        assert_eq!((both.left, both.top), (-2460, 50));
        let alone = stand(&settings, &[main], [0, 0]).unwrap();
        assert_eq!((alone.left, alone.top), (240, 90), "in the middle");
        assert_eq!(stand(&settings, &[], [0, 0]), None);
    }
}
