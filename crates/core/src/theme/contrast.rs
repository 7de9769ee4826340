//! How well two colours stand apart.

use crate::scene::Color;

/// The contrast ratio of two opaque colours, 1 … 21.
/// <https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio>
pub fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// <https://www.w3.org/TR/WCAG21/#dfn-relative-luminance>
fn luminance(color: Color) -> f32 {
    let linear = |value: u8| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_21_to_1() {
        let (black, white) = (Color::hex(0x000000), Color::hex(0xFFFFFF));
        assert!((contrast(black, white) - 21.0).abs() < 0.01);
        assert!((contrast(white, white) - 1.0).abs() < 0.001);
        assert!((contrast(Color::hex(0x777777), white) - 4.48).abs() < 0.01);
    }
}
