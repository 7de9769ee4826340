//! The colour next to another that is seen well enough on its grounds.

use super::contrast;
use crate::scene::Color;

/// Steps of lightness that are tried towards black and towards white.
const STEPS: u16 = 250;

/// The colour itself where it stands apart from each ground by `least` to 1; else the one of its hue that does and is the fewest
/// steps of lightness away, in OKLab (Ottosson 2020, <https://bottosson.github.io/posts/oklab/>). Black or white where
/// no lightness of it does.
pub fn nearest(color: Color, grounds: &[Color], least: f32) -> Color {
    let passes = |color: Color| grounds.iter().all(|ground| contrast(color, *ground) >= least);
    if passes(color) {
        return color;
    }
    let [lightness, a, b] = oklab(color);
    for step in 1..=STEPS {
        let far = f32::from(step) / f32::from(STEPS);
        for lightness in [lightness - far, lightness + far] {
            if !(0.0..=1.0).contains(&lightness) {
                continue;
            }
            let tried = shown(lightness, a, b);
            if passes(tried) {
                return tried;
            }
        }
    }
    let (black, white) = (Color::hex(0x000000), Color::hex(0xFFFFFF));
    let apart = |color: Color| grounds.iter().map(|ground| contrast(color, *ground)).fold(f32::INFINITY, f32::min);
    if apart(black) >= apart(white) { black } else { white }
}

fn oklab(color: Color) -> [f32; 3] {
    let linear = |value: u8| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let (r, g, b) = (linear(color.r), linear(color.g), linear(color.b));
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// A colour of OKLab with as much of its hue's strength as a screen shows at this lightness.
fn shown(lightness: f32, a: f32, b: f32) -> Color {
    let mut strength = 1.0;
    loop {
        let [r, g, blue] = linear_rgb(lightness, a * strength, b * strength);
        let inside = [r, g, blue].iter().all(|part| (-0.000_1..=1.000_1).contains(part));
        if inside || strength < 0.01 {
            let byte = |part: f32| {
                let part = part.clamp(0.0, 1.0);
                let shown = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
                (shown * 255.0).round() as u8
            };
            return Color { r: byte(r), g: byte(g), b: byte(blue), a: 255 };
        }
        strength *= 0.96;
    }
}

fn linear_rgb(lightness: f32, a: f32, b: f32) -> [f32; 3] {
    let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    [
        4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
        -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
        -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_seen_well_stays_and_yellow_on_white_becomes_a_darker_yellow() {
        let white = [Color::hex(0xFFFFFF)];
        assert_eq!(nearest(Color::hex(0x4453D6), &white, 4.5), Color::hex(0x4453D6));
        let yellow = nearest(Color::hex(0xF7C600), &white, 4.5);
        assert!((4.5..4.8).contains(&contrast(yellow, white[0])), "no darker than it has to be: {yellow:?}");
        assert!(yellow.r > yellow.g && yellow.g > yellow.b, "still a yellow: {yellow:?}");
        let there_and_back = |rgb: u32| {
            let [lightness, a, b] = oklab(Color::hex(rgb));
            shown(lightness, a, b)
        };
        for rgb in [0x000000, 0xFFFFFF, 0x4453D6, 0xF7C600, 0x128A6B, 0xFF0000] {
            let (found, real) = (there_and_back(rgb), Color::hex(rgb));
            let far = [(found.r, real.r), (found.g, real.g), (found.b, real.b)].map(|(one, other)| one.abs_diff(other));
            assert!(far.iter().all(|far| *far <= 1), "{found:?} {real:?}");
        }
    }

    proptest! {
        #[test]
        fn it_passes_wherever_any_colour_does(r: u8, g: u8, b: u8, ground in 0u32..0x100_0000) {
            let ground = [Color::hex(ground)];
            let found = nearest(Color { r, g, b, a: 255 }, &ground, 4.5);
            prop_assert!(contrast(found, ground[0]) >= 4.5, "{found:?} on {ground:?}");
        }
    }
}
