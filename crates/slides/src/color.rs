//! Colours that follow the scheme of a presentation, so that a client who changes the scheme changes the slides.

/// Straight sRGB, opaque.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rgb {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

/// A colour at an opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    pub color: Rgb,
    /// 0 … 1.
    pub opacity: f32,
}

/// The twelve colours that all others are told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    pub text: Rgb,
    pub ground: Rgb,
    pub text_two: Rgb,
    pub ground_two: Rgb,
    pub accents: [Rgb; 6],
    pub link: Rgb,
    pub visited_link: Rgb,
}

/// A colour of the scheme, by its name in a shape (ISO/IEC 29500-1, 20.1.10.54).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot(pub &'static str);

/// A colour as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Told {
    /// Of a slot: the hue turned by degrees, saturation and lightness times a factor, then lightness more by a share.
    Slot {
        slot: Slot,
        turned: f32,
        saturation: f32,
        lightness: (f32, f32),
    },
    Own(Rgb),
}

/// A hue this far from a slot's, in degrees, is another colour.
const HUE_MOST: f32 = 6.0;
/// How far a colour that is told by a slot may be off, in each of red, green and blue.
const OFF_MOST: u8 = 1;

impl Default for Scheme {
    /// Black on white, with the accents of a plain presentation.
    fn default() -> Self {
        let rgb = Rgb::hex;
        Self {
            text: rgb(0x000000),
            ground: rgb(0xFFFFFF),
            text_two: rgb(0x44546A),
            ground_two: rgb(0xE7E6E6),
            accents: [rgb(0x4472C4), rgb(0xED7D31), rgb(0xA5A5A5), rgb(0xFFC000), rgb(0x5B9BD5), rgb(0x70AD47)],
            link: rgb(0x0563C1),
            visited_link: rgb(0x954F72),
        }
    }
}

impl Rgb {
    /// From `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8 }
    }

    /// `1B2430`.
    pub fn digits(self) -> String {
        format!("{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }

    /// Hue in degrees, saturation and lightness 0 … 1.
    fn hsl(self) -> [f32; 3] {
        let [r, g, b] = [self.r, self.g, self.b].map(|part| f32::from(part) / 255.0);
        let (most, least) = (r.max(g).max(b), r.min(g).min(b));
        let (lightness, range) = ((most + least) / 2.0, most - least);
        if range == 0.0 {
            return [0.0, 0.0, lightness];
        }
        let saturation = range / (1.0 - (2.0 * lightness - 1.0).abs());
        let sixth = if most == r {
            ((g - b) / range).rem_euclid(6.0)
        } else if most == g {
            (b - r) / range + 2.0
        } else {
            (r - g) / range + 4.0
        };
        [60.0 * sixth, saturation, lightness]
    }

    fn of_hsl([hue, saturation, lightness]: [f32; 3]) -> Self {
        let range = (1.0 - (2.0 * lightness - 1.0).abs()) * saturation;
        let part = |turn: f32| {
            let sixth = (hue / 60.0 + turn).rem_euclid(6.0);
            let share = ((sixth - 3.0).abs() - 1.0).clamp(0.0, 1.0);
            let value = lightness + range * (share - 0.5);
            (value.clamp(0.0, 1.0) * 255.0).round() as u8
        };
        // Red is at its most at 0°, green at 120°, blue at 240°.
        Self { r: part(0.0), g: part(-2.0), b: part(-4.0) }
    }

    fn is_near(self, other: Rgb) -> bool {
        let off = |a: u8, b: u8| a.abs_diff(b) <= OFF_MOST;
        off(self.r, other.r) && off(self.g, other.g) && off(self.b, other.b)
    }
}

impl Ink {
    pub const fn opaque(color: Rgb) -> Self {
        Self { color, opacity: 1.0 }
    }
}

impl Scheme {
    /// The slots by which shapes tell their colours, the first first.
    pub fn slots(&self) -> [(Slot, Rgb); 10] {
        let [one, two, three, four, five, six] = self.accents;
        [
            (Slot("tx1"), self.text),
            (Slot("bg1"), self.ground),
            (Slot("tx2"), self.text_two),
            (Slot("bg2"), self.ground_two),
            (Slot("accent1"), one),
            (Slot("accent2"), two),
            (Slot("accent3"), three),
            (Slot("accent4"), four),
            (Slot("accent5"), five),
            (Slot("accent6"), six),
        ]
    }

    /// The colour as one of the scheme, where it is one of the scheme's hues.
    pub(crate) fn told(&self, color: Rgb) -> Told {
        let slots = self.slots();
        let plain = |slot| Told::Slot { slot, turned: 0.0, saturation: 1.0, lightness: (1.0, 0.0) };
        if let Some((slot, _)) = slots.iter().find(|(_, own)| *own == color) {
            return plain(*slot);
        }
        let turned = |own: Rgb| {
            let ([own_hue, ..], [hue, saturation, _]) = (own.hsl(), color.hsl());
            // Grey has no hue.
            if saturation == 0.0 { 0.0 } else { (hue - own_hue + 180.0).rem_euclid(360.0) - 180.0 }
        };
        let mut near: Vec<(f32, Slot, Rgb)> = slots.iter().map(|(slot, own)| (turned(*own), *slot, *own)).collect();
        near.retain(|(turned, _, own)| turned.abs() <= HUE_MOST && own.hsl()[1] > 0.0);
        near.sort_by(|(a, ..), (b, ..)| a.abs().total_cmp(&b.abs()));
        near.into_iter().find_map(|(turned, slot, own)| varied(color, turned, slot, own)).unwrap_or(Told::Own(color))
    }
}

/// A colour told by a slot's, where what comes of that is the colour.
fn varied(color: Rgb, turned: f32, slot: Slot, own: Rgb) -> Option<Told> {
    let ([own_hue, own_saturation, own_lightness], [_, saturation, lightness]) = (own.hsl(), color.hsl());
    let factor = saturation / own_saturation;
    // Darker by a factor; lighter by a factor and what that lacks, as PowerPoint's own palette does.
    let lightness = if lightness <= own_lightness {
        (lightness / own_lightness, 0.0)
    } else {
        let factor = (1.0 - lightness) / (1.0 - own_lightness);
        (factor, 1.0 - factor)
    };
    // As it is read: in thousandths of a per cent, and sixty-thousandths of a degree.
    let kept = |share: f32| (share * 100_000.0).round() / 100_000.0;
    let (factor, lightness) = (kept(factor), (kept(lightness.0), kept(lightness.1)));
    let read = [own_hue + turned, (own_saturation * factor).min(1.0), own_lightness * lightness.0 + lightness.1];
    let told = Told::Slot { slot, turned, saturation: factor, lightness };
    Rgb::of_hsl(read).is_near(color).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_rgb() -> impl Strategy<Value = Rgb> {
        any::<[u8; 3]>().prop_map(|[r, g, b]| Rgb { r, g, b })
    }

    proptest! {
        #[test]
        fn a_colour_is_the_same_by_hue_saturation_and_lightness(color in any_rgb()) {
            prop_assert!(Rgb::of_hsl(color.hsl()).is_near(color), "{color:?} {:?}", Rgb::of_hsl(color.hsl()));
        }

        /// Lighter and darker ones of the scheme's colours follow the scheme, whatever it is.
        #[test]
        fn a_tint_of_a_slot_is_told_by_a_slot(color in any_rgb(), share in 0.05_f32..0.95) {
            let scheme = Scheme { accents: [color; 6], ..Scheme::default() };
            let [hue, saturation, lightness] = color.hsl();
            let tint = Rgb::of_hsl([hue, saturation, lightness + (1.0 - lightness) * share]);
            prop_assume!(saturation > 0.2 && (0.15..0.85).contains(&lightness) && tint.hsl()[2] < 0.97);
            let told = scheme.told(tint);
            prop_assert!(matches!(told, Told::Slot { .. }), "{color:?} {tint:?} {told:?}");
        }
    }

    #[test]
    fn a_colour_of_the_scheme_is_its_slot_and_one_of_no_hue_of_it_stays_as_it_is() {
        let scheme = Scheme::default();
        let Told::Slot { slot, lightness, .. } = scheme.told(Rgb::hex(0x4472C4)) else { panic!() };
        assert_eq!((slot, lightness), (Slot("accent1"), (1.0, 0.0)));
        assert_eq!(scheme.told(Rgb::hex(0xFF00FF)), Told::Own(Rgb::hex(0xFF00FF)));
    }
}
