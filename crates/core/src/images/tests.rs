//! Pictures from outside, good and bad.

use super::*;
use image_files::codecs::jpeg::JpegEncoder;
use image_files::codecs::webp::WebPEncoder;
use image_files::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use proptest::prelude::*;

/// Red at the left, blue at the right, a little noise so that it does not pack to nothing.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 9 & 15;
        let noise = u8::try_from(noise).unwrap();
        if x < width / 2 { Rgb([220 + noise, 20, 20]) } else { Rgb([20, 20, 220 + noise]) }
    })
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn png(image: &RgbImage) -> Vec<u8> {
    let rgba = image.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2], 255]).collect();
    Pixels::new(image.width(), image.height(), rgba).unwrap().png().unwrap()
}

fn webp(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    encoder.write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// What a camera writes: held upright (6: to be turned to the right), and where it was.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(entry(0x0112, 3, 1, 6));
    exif.extend(entry(0x8825, 4, 1, 38));
    exif.extend([0; 4]);
    exif.extend(b"N 52.5200 E 13.4050 of home");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
}

/// <https://www.w3.org/TR/png-3/#D-CRCAppendix>
fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name, data].concat();
    let crc = !named.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ crc >> 1 } else { crc >> 1 })
    });
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], &named, &crc.to_be_bytes()].concat()
}

/// A PNG with another chunk behind its head.
fn with_chunk(png: &[u8], chunk: &[u8]) -> Vec<u8> {
    [&png[..33], chunk, &png[33..]].concat()
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

#[test]
fn png_jpeg_webp_and_svg_become_pictures_that_show_the_same() {
    let small = photo(40, 30);
    let svg = r##"<?xml version="1.0"?><!-- a flag --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
        <rect width="20" height="30" fill="#e61414"/><rect x="20" width="20" height="30" fill="#1414e6"/></svg>"##;
    for bytes in [png(&small), jpeg(&small), webp(&small), svg.as_bytes().to_vec()] {
        let Taken { image, told } = taken_in(&bytes, &NoFaces).unwrap();
        assert!(told.is_empty(), "{told:?}");
        let pixels = image.pixels().unwrap();
        assert_eq!((pixels.width_px, pixels.height_px), (image.width_px(), image.height_px()));
        assert_eq!(pixels.width_px * 3, pixels.height_px * 4);
        let row = (pixels.height_px / 2 * pixels.width_px * 4) as usize;
        let left = &pixels.rgba[row + 16..row + 20];
        let right = &pixels.rgba[row + pixels.width_px as usize * 4 - 20..][..4];
        assert!(left[0] > 200 && left[2] < 60 && right[0] < 60 && right[2] > 200, "{left:?} {right:?}");
        assert_eq!(Image::read(&image.text()), Some(image));
    }
}

#[test]
fn a_photo_is_turned_as_its_camera_says_and_tells_nothing_of_where_it_was_taken() {
    let taken = taken_in(&with_exif(&jpeg(&photo(64, 32))), &NoFaces).unwrap().image;
    assert_eq!((taken.width_px(), taken.height_px()), (32, 64));
    assert!(!contains(taken.bytes(), b"Exif") && !contains(taken.bytes(), b"home"));
    // What was at the left is at the top.
    let pixels = taken.pixels().unwrap();
    assert!(pixels.rgba[0] > 200 && pixels.rgba[pixels.rgba.len() - 2] > 200);

    let named = with_chunk(&png(&photo(8, 8)), &chunk(b"tEXt", b"Author\0Somebody"));
    let taken = taken_in(&named, &NoFaces).unwrap().image;
    assert!(contains(&named, b"Somebody") && !contains(taken.bytes(), b"Somebody"));
}

#[test]
fn a_large_photo_is_made_smaller_and_a_moving_picture_stands_still_and_both_is_told() {
    let taken = taken_in(&jpeg(&photo(2_400, 1_200)), &NoFaces).unwrap();
    assert_eq!(taken.told, [Told::Smaller { width: 1_600, height: 800 }]);
    assert!(taken.image.is_jpeg() && taken.image.bytes().len() <= IMAGE_BYTES_MAX);
    let moving = with_chunk(&png(&photo(8, 8)), &chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
    assert_eq!(taken_in(&moving, &NoFaces).unwrap().told, [Told::FirstOfMany]);
    let words = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8">Hello</text></svg>"#;
    assert_eq!(taken_in(words, &NoFaces).unwrap().told, [Told::LeftOut]);
    assert!(taken.told.iter().all(|told| !told.text().is_empty()));
}

#[test]
fn what_lets_the_ground_through_still_does_and_is_made_smaller_until_it_fits() {
    let mut rgba = Vec::new();
    for n in 0..900u32 * 900 {
        rgba.extend(n.wrapping_mul(2_654_435_761).to_be_bytes());
    }
    let noise = Pixels::new(900, 900, rgba).unwrap().png().unwrap();
    assert!(noise.len() > IMAGE_BYTES_MAX);
    let Taken { image, told } = taken_in(&noise, &NoFaces).unwrap();
    assert!(image.bytes().len() <= IMAGE_BYTES_MAX && !image.is_jpeg() && !image.is_opaque());
    assert_eq!(told, [Told::Smaller { width: image.width_px(), height: image.height_px() }]);
}

#[test]
fn what_is_no_picture_is_told_by_its_name() {
    for (bytes, expected) in [
        (&b""[..], PictureError::Empty),
        (b"GIF89a...", PictureError::Kind("GIF")),
        (b"%PDF-1.7", PictureError::Kind("PDF")),
        (b"\0\0\0\x18ftypheic", PictureError::Kind("HEIC")),
        (b"title,stage\n", PictureError::Kind("")),
        (b"\x89PNG\r\n\x1a\nand then nothing", PictureError::Broken("PNG")),
        (b"<svg", PictureError::Broken("SVG")),
    ] {
        assert_eq!(taken_in(bytes, &NoFaces), Err(expected));
    }
}

#[test]
fn a_bomb_is_refused_by_its_head_before_it_is_unpacked() {
    let mut head = b"\x89PNG\r\n\x1a\n".to_vec();
    let sides = [60_000u32.to_be_bytes(), 60_000u32.to_be_bytes()].concat();
    head.extend(chunk(b"IHDR", &[&sides[..], &[8, 6, 0, 0, 0]].concat()));
    head.extend(chunk(b"IDAT", &[0x78, 0x9c, 0x63, 0, 0]));
    let refused = taken_in(&head, &NoFaces).unwrap_err();
    assert_eq!(refused, PictureError::Pixels { width: 60_000, height: 60_000, most_millions: 64 });
    assert!(refused.to_string().contains("60"), "{refused}");
    let mut wide = jpeg(&photo(8, 8));
    let frame = wide.windows(2).position(|pair| pair == b"\xff\xc0").unwrap();
    wide[frame + 5..frame + 9].fill(0xff);
    assert!(matches!(taken_in(&wide, &NoFaces), Err(PictureError::Pixels { .. })), "{:?}", taken_in(&wide, &NoFaces));
    assert_eq!(Image::new(wide), None);
    assert_eq!(Image::new(head), None);
}

#[test]
fn a_drawing_reads_no_file_and_none_takes_minutes() {
    // A drawing of ours, which anybody could name.
    let secret = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/first_build/sample.svg");
    let named = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>\
         <image width='9' height='9' xlink:href='{secret}'/></svg>"
    );
    let taken = taken_in(named.as_bytes(), &NoFaces).unwrap();
    assert_eq!(taken.told, [Told::LeftOut]);
    assert!(taken.image.pixels().unwrap().rgba.iter().all(|byte| *byte == 0), "something was drawn");

    let mut laughs =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>\
        <g id='a0'><rect width='9' height='9'/></g>"
            .to_owned();
    for level in 1..12 {
        let uses = format!("<use xlink:href='#a{}'/>", level - 1).repeat(10);
        laughs += &format!("<g id='a{level}'>{uses}</g>");
    }
    laughs += "</svg>";
    let deep = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}", "<g>".repeat(90_000));
    let entities = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' id='&c;&c;'>";
    let noise = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><filter id='f'>\
        <feTurbulence baseFrequency='0.01' numOctaves='1000000000'/></filter><rect width='9' height='9' filter='url(#f)'/></svg>";
    for drawing in [laughs.as_str(), &deep, entities, noise] {
        let refused = taken_in(drawing.as_bytes(), &NoFaces).unwrap_err();
        assert!(matches!(refused, PictureError::Drawing | PictureError::Broken("SVG")), "{refused}");
    }
}

#[test]
fn a_picture_is_halved_to_the_mean_of_what_is_seen() {
    let pixels = Pixels::new(3, 2, [[200, 0, 0, 255], [0, 0, 0, 0], [9, 9, 9, 255]].concat().repeat(2)).unwrap();
    let half = pixels.halved();
    assert_eq!((half.width_px, half.height_px, half.rgba), (1, 1, vec![200, 0, 0, 128]));
    assert_eq!(Pixels::new(1, 1, vec![5, 6, 7, 255]).unwrap().halved().rgba, [5, 6, 7, 255]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever happens to a file on its way, it is a picture or a sentence.
    #[test]
    fn a_damaged_picture_never_panics(kind in 0usize..4, cut in 0.0f64..1.0, flips in prop::collection::vec((0.0f64..1.0, any::<u8>()), 0..6)) {
        let small = photo(24, 18);
        let mut bytes = match kind {
            0 => png(&small),
            1 => with_exif(&jpeg(&small)),
            2 => webp(&small),
            _ => b"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><path d='M0 0L9 9' stroke='red'/></svg>".to_vec(),
        };
        let at = |share: f64, bytes: &[u8]| (share * bytes.len() as f64) as usize;
        if cut > 0.5 {
            bytes.truncate(at(cut, &bytes));
        }
        for (place, with) in flips {
            let place = at(place, &bytes);
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= with;
            }
        }
        match taken_in(&bytes, &NoFaces) {
            Ok(taken) => prop_assert!(taken.image.width_px() <= SIDE_MAX_PX && taken.image.pixels().is_some()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
        // The same bytes in a map file, where nobody looked at them.
        if let Some(image) = Image::new(bytes) {
            let _ = image.pixels();
        }
    }
}
