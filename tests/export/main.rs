//! The three painters on one scene with everything in it: they agree, and other tools can read what they write.

mod any_scene;
mod sample;

use resvg::{tiny_skia, usvg};
use std::io::Cursor;
use std::process::Command;
use std::sync::Arc;
use touchline::export::{self, Moment, Raster};
use touchline::images::{Image, Pixels, taken_pixels};
use touchline::scene::{
    Color, Deck, Group, ImageItem, Item, Kind, PageSize, Rect, Role, Scene, Size, Tag, Tagged, Transform,
};
use touchline::text::Shaper;
use touchline::theme::Theme;

const MADE: Moment = Moment { year: 2026, month: 11, day: 3, hour: 9, minute: 30, second: 0 };

fn sample_scene() -> Scene {
    sample::scene(&Shaper::bundled(), &Theme::light())
}

struct Decoded {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
    per_metre: u32,
}

fn decode(bytes: &[u8]) -> Decoded {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut rgb).unwrap();
    let info = reader.info();
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    Decoded { width: info.width, height: info.height, rgb, per_metre: info.pixel_dims.unwrap().xppu }
}

#[test]
fn the_png_has_the_pages_pixels_and_says_its_resolution() {
    let mut scene = sample_scene();
    let fit = decode(&export::png(&scene, Raster::for_page(PageSize::Fit, scene.size, 2.0)).unwrap());
    assert_eq!((fit.width, fit.height, fit.per_metre), (1280, 800, 7559)); // 192 dpi
    scene.size = PageSize::A4.size().unwrap();
    let a4 = decode(&export::png(&scene, Raster::for_page(PageSize::A4, scene.size, 9.0)).unwrap());
    assert_eq!((a4.width, a4.height), (3508, 2480));
    assert!(a4.per_metre.abs_diff(11811) <= 2, "{} pixels a metre are not 300 dpi", a4.per_metre);
}

#[test]
fn the_png_shows_the_colours_where_they_belong() {
    let theme = Theme::light();
    let png = decode(&export::png(&sample_scene(), Raster::scaled(Size::new(640.0, 400.0), 1.0)).unwrap());
    let at = |x: u32, y: u32| {
        let start = ((y * png.width + x) * 3) as usize;
        Color { r: png.rgb[start], g: png.rgb[start + 1], b: png.rgb[start + 2], a: 255 }
    };
    assert_eq!(at(5, 5), theme.ground);
    assert_eq!(at(100, 215), theme.river);
    assert_eq!(at(26, 150), theme.stage(0));
    assert_eq!(at(630, 395), theme.ground);
    // The group: 35 % of the accent over the ground, cut off at its clip's right edge (20 + 1.5 × 110).
    let faded = theme.accent.over(theme.ground, 0.35);
    let found = at(180, 335);
    assert!(found.r.abs_diff(faded.r) <= 1 && found.b.abs_diff(faded.b) <= 1, "{found:?} is not {faded:?}");
    assert_eq!(at(190, 340), theme.ground);
}

#[test]
fn strips_join_without_a_seam() {
    let mut scene = sample_scene();
    // So wide that it takes several strips and more than one tile.
    let item = Item::Group(Group::placed(Transform::translate(9_000.0, 30.0), None, scene.items.clone().into()));
    scene.items.push(item);
    scene.size = Size::new(17_000.0, 500.0);
    let wide = decode(&export::png(&scene, Raster::scaled(scene.size, 1.0)).unwrap());
    let small = decode(&export::png(&sample_scene(), Raster::scaled(Size::new(640.0, 400.0), 1.0)).unwrap());
    for y in 0..400 {
        let row = &small.rgb[(y * 640 * 3) as usize..][..640 * 3];
        let start = ((y + 30) * 17_000 + 9_000) as usize * 3;
        let found = &wide.rgb[start..][..640 * 3];
        // The place in the tile may round an edge by a shade.
        assert!(row.iter().zip(found).all(|(a, b)| a.abs_diff(*b) <= 3), "row {y} differs");
    }
}

#[test]
fn the_svg_looks_like_the_png_to_another_renderer() {
    let scene = sample_scene();
    let ours = decode(&export::png(&scene, Raster::scaled(scene.size, 2.0)).unwrap());
    let tree = usvg::Tree::from_str(&export::svg(&scene, export::Letters::Outline), &usvg::Options::default()).unwrap();
    let mut pixels = tiny_skia::Pixmap::new(ours.width, ours.height).unwrap();
    pixels.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::from_scale(2.0, 2.0), &mut pixels.as_mut());
    let differ = |(ours, theirs): (&[u8], &tiny_skia::PremultipliedColorU8)| {
        let theirs = [theirs.red(), theirs.green(), theirs.blue()];
        ours.iter().zip(theirs).any(|(a, b)| a.abs_diff(b) > 48)
    };
    // The picture in the corner is left out: this renderer is built without images.
    let pixel = ours.rgb.chunks_exact(3).zip(pixels.pixels()).enumerate();
    let outside = pixel.filter(|(nth, _)| (nth % 1280) < 1150);
    let count = outside.filter(|(_, pair)| differ(*pair)).count();
    assert!(count < 600, "{count} of a million pixels differ");
}

#[test]
fn the_svg_carries_title_language_and_words() {
    let mut scene = sample_scene();
    scene.title = "A & B <c>".to_owned();
    let svg = export::svg(&scene, export::Letters::Outline);
    for part in
        ["<title>A &amp; B &lt;c&gt;</title>", "lang=\"en\"", "aria-label=\"child profile + e-mail\"", "54.0 % leave"]
    {
        assert!(svg.contains(part), "{part} is missing");
    }
}

#[test]
fn the_pdf_is_tagged_titled_and_has_its_fonts_inside() {
    let pdf = export::pdf(&sample_scene().into(), MADE).unwrap();
    let readable = String::from_utf8_lossy(&pdf);
    for part in ["/Lang", "/MarkInfo", "/StructTreeRoot", "/Outlines", "+Inter-SemiBold", "/ToUnicode", "pdfuaid:part"]
    {
        assert!(readable.contains(part), "{part} is missing");
    }
    assert!(readable.contains("2026-11-03T09:30:00"), "the date is missing");
    assert_eq!(pdf, export::pdf(&sample_scene().into(), MADE).unwrap(), "the same map gives the same file");
}

/// Runs a tool on a PDF where the machine has it.
fn read_pdf_with(tool: &str, args: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.pdf");
    std::fs::write(&path, pdf).unwrap();
    let path = path.to_str().unwrap();
    let args: Vec<&str> = args.iter().map(|arg| if *arg == "FILE" { path } else { arg }).collect();
    let output = Command::new(tool).args(args).output().ok()?;
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn other_tools_find_the_words_and_no_fault_in_the_pdf() {
    let pdf = export::pdf(&Deck { pages: vec![sample_scene().into(), sample_scene().into()], ..Deck::default() }, MADE)
        .unwrap();
    if let Some(found) = read_pdf_with("qpdf", &["--check", "FILE"], &pdf) {
        assert!(found.contains("No syntax or stream encoding errors"), "{found}");
    }
    if let Some(found) = read_pdf_with("pdftotext", &["FILE", "-"], &pdf) {
        for words in ["Families leave where we ask", "Größe, café, Łódź, Ωμέγα,", "another audience"] {
            assert_eq!(found.matches(words).count(), 2, "{words} in {found}");
        }
    }
    if let Some(found) = read_pdf_with("pdfinfo", &["FILE"], &pdf) {
        for part in ["Lumen Kids+ — family", "480 x 300 pts", "Tagged:          yes", "Pages:           2"] {
            assert!(found.contains(part), "{part} is missing in {found}");
        }
    }
}

#[test]
fn an_export_can_be_cancelled_and_a_giant_one_is_refused() {
    let scene = sample_scene();
    let raster = Raster::scaled(scene.size, 4.0);
    let mut heard = 0;
    let cancelled = export::write_png(&scene, raster, &mut Vec::new(), &mut |_| {
        heard += 1;
        std::ops::ControlFlow::Break(())
    });
    assert!(matches!(cancelled, Err(export::ExportError::Cancelled)));
    assert_eq!(heard, 1);
    let giant = export::png(&scene, Raster::scaled(scene.size, 200.0)).unwrap_err();
    assert!(giant.to_string().contains("smaller scale"), "{giant}");
}

/// A photo, as wide as high, that is red at the left and blue at the right.
fn photo() -> Image {
    let mut rgba = Vec::new();
    for (y, x) in (0..200u32).flat_map(|y| (0..200u32).map(move |x| (y, x))) {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 9 & 7;
        let noise = u8::try_from(noise).unwrap();
        rgba.extend(if x < 100 { [200 + noise, 20, 20, 255] } else { [20, 20, 200 + noise, 255] });
    }
    taken_pixels(Pixels::new(200, 200, rgba).unwrap()).unwrap().image
}

#[test]
fn a_photo_covers_its_place_with_round_corners_and_each_file_holds_it_once() {
    let image = photo();
    assert!(image.is_jpeg());
    // Twice as wide as high: a quarter of the picture is cut off above, and one below.
    let shown = |x: f32| {
        let rect = Rect::new(x, 10.0, 80.0, 40.0);
        let items = Arc::from([Item::Image(ImageItem { rect, radius: 12.0, image: image.clone() })]);
        let tag = Tag::new(Kind::Figure, 0);
        Item::Tagged(Tagged { tag, role: Role::Figure, label: "A family on a sofa".into(), bounds: rect, items })
    };
    let scene = Scene { size: Size::new(200.0, 60.0), items: vec![shown(10.0), shown(110.0)], ..Scene::default() };
    let png = decode(&export::png(&scene, Raster::scaled(scene.size, 1.0)).unwrap());
    let at = |x: usize, y: usize| &png.rgb[(y * 200 + x) * 3..][..3];
    assert!(at(30, 30)[0] > 190 && at(30, 30)[2] < 60 && at(70, 30)[2] > 190, "{:?} {:?}", at(30, 30), at(70, 30));
    assert_eq!([at(10, 10), at(89, 49), at(5, 30)], [[255; 3]; 3], "nothing outside of the round corners");
    let svg = export::svg(&scene, export::Letters::Outline);
    assert_eq!(svg.matches("data:image/jpeg;base64,").count(), 1);
    assert_eq!(svg.matches("<title>A family on a sofa</title>").count(), 2);
    assert!(usvg::Tree::from_str(&svg, &usvg::Options::default()).is_ok());
    let pdf = export::pdf(&scene.into(), MADE).unwrap();
    let readable = String::from_utf8_lossy(&pdf);
    assert_eq!(readable.matches("/DCTDecode").count(), 1, "the photo as it was written, once");
    assert_eq!(readable.matches("/Alt").count(), 2, "each is told where it is shown");
    if let Some(found) = read_pdf_with("pdfimages", &["-list", "FILE"], &pdf) {
        assert!(found.contains("jpeg") && found.contains("200   200"), "{found}");
    }
}
