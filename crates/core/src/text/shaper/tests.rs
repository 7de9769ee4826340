//! Lines and paragraphs as they are shaped with the bundled faces.

use super::*;
use crate::scene::{Color, FaceStyle};
use crate::text::{ASCENT, DESCENT, in_language};
use proptest::prelude::*;

const STYLE: TextStyle = TextStyle::new(12.0, FaceStyle::Regular, Color::hex(0x1B2430));

fn words(paragraph: &Paragraph) -> Vec<&str> {
    paragraph.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_line_has_a_glyph_for_each_letter_and_sums_up() {
    let item = Shaper::bundled().line("Trial checkout", STYLE);
    let [run] = &*item.runs else { panic!("{item:?}") };
    assert_eq!(run.face.name, "Inter-Regular");
    assert_eq!((run.glyphs.len(), run.range.clone()), (14, 0..14));
    let sum: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    assert!((sum - item.width).abs() < 0.01 && item.width > 70.0 && item.width < 90.0, "{}", item.width);
    assert!((item.ascent - ASCENT * 12.0).abs() < 1e-4);
}

#[test]
fn the_constants_of_height_are_those_of_the_font() {
    let shaper = Shaper::bundled();
    let style = TextStyle { size: 1000.0, ..STYLE };
    let mut layout = shaper.engines.lend(|engine| engine.shape(&Marked::new("x", false), &style));
    layout.break_all_lines(None);
    let metrics = *layout.lines().next().unwrap().runs().next().unwrap().font_metrics();
    assert!((metrics.ascent - ASCENT * 1000.0).abs() < 1.0, "{metrics:?}");
    assert!((metrics.descent - DESCENT * 1000.0).abs() < 1.0, "{metrics:?}");
}

#[test]
fn each_style_takes_its_own_file_and_tabular_figures_are_alike() {
    let shaper = Shaper::bundled();
    for (face, name) in [
        (FaceStyle::Medium, "Inter-Medium"),
        (FaceStyle::SemiBold, "Inter-SemiBold"),
        (FaceStyle::Bold, "Inter-Bold"),
        (FaceStyle::Italic, "Inter-Italic"),
    ] {
        assert_eq!(shaper.line("a", TextStyle { face, ..STYLE }).runs[0].face.name, name);
    }
    let width = |text| shaper.width(text, STYLE.tabular());
    assert_eq!(width("1111"), width("8888"));
    assert_ne!(shaper.width("1111", STYLE), shaper.width("8888", STYLE));
}

#[test]
fn a_line_that_does_not_fit_ends_in_an_ellipsis() {
    let shaper = Shaper::bundled();
    let cut = shaper.line_within("Season finale watch party", STYLE, 60.0);
    assert!(cut.width <= 60.0 + TOLERANCE && cut.text.ends_with('…') && cut.text.starts_with("Season"), "{cut:?}");
    assert_eq!(shaper.line_within("Season", STYLE, 60.0).text, "Season");
    assert_eq!(shaper.line_within("Season", STYLE, 3.0).text, "");
}

#[test]
fn a_paragraph_breaks_at_spaces_and_inside_a_word_only_when_it_must() {
    let shaper = Shaper::bundled();
    let quote = shaper.paragraph("“Is this okay for a six-year-old?”", STYLE, 110.0, None);
    assert_eq!(words(&quote), ["“Is this okay for a", "six-year-old?”"]);
    assert_eq!(quote.size.height, 2.0 * 12.0 * 1.35);
    assert!(quote.lines[1].pos.y > quote.lines[0].pos.y);
    let long = shaper.paragraph("Donaudampfschifffahrt", STYLE, 50.0, None);
    assert!(long.lines.len() > 1);
    assert_eq!(words(&long).concat(), "Donaudampfschifffahrt");
}

#[test]
fn a_number_stands_on_one_line_with_its_sign_or_unit() {
    let shaper = Shaper::bundled();
    for text in ["with its 95 % Wilson interval", "the smallest text is 6.5 pt here", "אחרי 40 % מהם, 9.99 € בחודש"]
    {
        for width in 60..200 {
            let set = shaper.paragraph(text, STYLE, width as f32, None);
            let lines = words(&set);
            let parted = |unit: &str| lines.iter().any(|line| line.starts_with(unit));
            assert!(!parted("%") && !parted("pt") && !parted("€"), "{width}: {lines:?}");
        }
        let line = shaper.line(text, STYLE);
        assert_eq!(&*line.text, text);
    }
    let width = |text| shaper.width(text, STYLE);
    assert!((width("95 % of") - width("95\u{a0}% of")).abs() < 0.5);
    assert!(!shaper.take_missing().contains(&'\u{2060}'));
    let written = shaper.written("from 95 % on", STYLE, Some(40.0));
    assert_eq!(written.lines.iter().map(|line| line.len()).sum::<usize>(), "from 95 % on".len());
}

#[test]
fn a_date_and_a_range_of_dates_are_never_broken_where_a_line_has_room_for_them() {
    let shaper = Shaper::bundled();
    for (text, dates, range) in [
        ("viewing events, 3 Aug – 1 Nov 2026 by all", ["3 Aug", "1 Nov 2026"], "3 Aug – 1 Nov 2026"),
        ("Ereignisse vom 3. Aug. – 1. Nov. 2026 bis heute", ["3. Aug.", "1. Nov. 2026"], "3. Aug. – 1. Nov. 2026"),
        ("צפיות, 3 Aug – 1 Nov 2026 לקוחות", ["3 Aug", "1 Nov 2026"], "3 Aug – 1 Nov 2026"),
    ] {
        for width in 30..260 {
            let width = width as f32;
            let set = shaper.paragraph(text, STYLE, width, None);
            let lines = words(&set);
            let is_whole = |piece: &str| lines.iter().any(|line| line.contains(piece));
            for piece in dates.into_iter().chain([range]) {
                assert!(shaper.width(piece, STYLE) > width || is_whole(piece), "{width}: {piece} in {lines:?}");
            }
        }
    }
}

#[test]
fn a_paragraph_of_one_line_is_as_if_it_were_broken() {
    let shaper = Shaper::bundled();
    for text in ["Sees the trailer 104", "AVATAR, Type To. (fi) ffl", "a  b", "x"] {
        for (style, width) in [(STYLE, 400.0), (STYLE.tabular(), 250.0), (STYLE.with_line_height(1.4), f32::MAX)] {
            let set = shaper.paragraph(text, style, width, Some(12));
            let broken = shaper.setting(text, |setting| setting.break_lines(text, None, style, width, Some(12)));
            assert_eq!(set, broken, "{text} in {width}");
        }
    }
}

#[test]
fn what_was_shaped_as_one_line_breaks_as_if_it_were_shaped_anew() {
    for text in
        ["Asks two friends what they watch", "AVATAR, Type To. (fi) ffl", "a  b c", "Unverständlichkeit in a row"]
    {
        for width in [20.0, 47.5, 80.0, 120.0] {
            let set = Shaper::bundled().paragraph(text, STYLE, width, Some(3));
            let shaper = Shaper::bundled();
            let anew = shaper.setting(text, |setting| setting.break_lines(text, None, STYLE, width, Some(3)));
            assert_eq!(set, anew, "{text} in {width}");
        }
    }
}

#[test]
fn several_threads_set_what_one_does() {
    let (shaper, alone) = (Shaper::bundled(), Shaper::bundled());
    let texts: Vec<String> = (0..200).map(|nth| format!("Asks {nth} friends, 日 and waits")).collect();
    let set = |shaper: &Shaper| texts.iter().map(|text| shaper.paragraph(text, STYLE, 70.0, None)).collect::<Vec<_>>();
    let expected = set(&alone);
    let work = || set(&shaper);
    #[expect(clippy::disallowed_methods, reason = "threads are what is tested")]
    let both = std::thread::scope(|scope| [scope.spawn(work), scope.spawn(work)].map(|done| done.join().unwrap()));
    assert!(both.iter().all(|set| *set == expected));
    assert_eq!((shaper.lacking(), shaper.take_missing()), (400, vec!['日']));
}

#[test]
fn a_paragraph_past_its_lines_ends_in_an_ellipsis() {
    let shaper = Shaper::bundled();
    let cut = shaper.paragraph("one two three four five six", STYLE, 60.0, Some(2));
    assert_eq!(cut.lines.len(), 2);
    assert!(cut.lines[1].text.ends_with('…'), "{cut:?}");
    assert_eq!(words(&shaper.paragraph("a\nb\nc", STYLE, 60.0, Some(2))), ["a", "b…"]);
    let whole = "Age rating is hard to find";
    for width in [80.0, 100.0, 120.0, 135.0] {
        let line = shaper.line_within(whole, STYLE, width);
        let kept = line.text.strip_suffix('…').unwrap();
        assert!(whole.starts_with(&format!("{kept} ")) && line.width <= width + 0.5, "{width}: {}", line.text);
    }
    assert!(shaper.paragraph(" \n ", STYLE, 60.0, None).lines.is_empty());
}

#[test]
fn hebrew_runs_from_right_to_left_and_stands_at_the_right() {
    let shaper = Shaper::bundled();
    let item = shaper.line("abc שלום def", STYLE);
    assert!(item.runs.iter().any(|run| run.right_to_left));
    assert!(item.runs.windows(2).all(|pair| pair[0].x <= pair[1].x), "{item:?}");
    let hebrew = item.runs.iter().find(|run| run.right_to_left).unwrap();
    assert!(hebrew.glyphs.windows(2).all(|pair| pair[0].range.start >= pair[1].range.start), "{hebrew:?}");
    let paragraph = shaper.paragraph("שלום", STYLE, 200.0, None);
    assert!((paragraph.lines[0].pos.x + paragraph.lines[0].width - 200.0).abs() < 0.01);
}

#[test]
fn the_same_string_in_another_colour_shares_its_glyphs() {
    let shaper = Shaper::bundled();
    let (one, other) = (shaper.line("Email", STYLE), shaper.line("Email", STYLE.with_color(Color::hex(0xC83A3A))));
    assert!(Arc::ptr_eq(&one.runs, &other.runs));
    assert_eq!(other.color, Color::hex(0xC83A3A));
}

proptest! {
    #[test]
    fn s3_no_line_is_wider_than_asked_for(text in "\\PC{0,60}", width in 0.0f32..300.0, lines in 1usize..4) {
        let shaper = Shaper::bundled();
        prop_assert!(shaper.line_within(&text, STYLE, width).width <= width + 2.0 * TOLERANCE);
        let paragraph = shaper.paragraph(&text, STYLE, width, Some(lines));
        prop_assert!(paragraph.lines.len() <= lines);
        for line in &paragraph.lines {
            prop_assert!(line.width <= width + 2.0 * TOLERANCE, "{} in {width}", line.width);
            prop_assert!(line.pos.x >= -0.1);
            for run in line.runs.iter() {
                for glyph in &run.glyphs {
                    prop_assert!(line.text.get(glyph.range.clone()).is_some(), "{glyph:?} in {:?}", line.text);
                }
            }
        }
    }
}

#[test]
fn what_a_mixed_line_isolates_stands_where_it_was_written() {
    let shaper = Shaper::bundled();
    // From left to right as seen.
    let seen = |text: &str| -> String {
        let item = shaper.line(text, STYLE);
        let glyphs = item.runs.iter().flat_map(|run| &run.glyphs);
        assert_eq!(item.text, text);
        glyphs.filter_map(|glyph| text.get(glyph.range.clone())).collect()
    };
    assert_eq!(seen("Sees שלום 12:30"), "Sees םולש 12:30");
    assert_eq!(seen("ירד −2.4 %"), "% −2.4 דרי");
    assert_eq!(seen("ב Kids+ 12:30 – 14:00!"), "!Kids+ 12:30 – 14:00 ב");
    in_language("he", || assert_eq!(seen("Kids+ שלום"), "םולש Kids+"));
    let width = |text| shaper.line(text, STYLE).width;
    let apart = width("Sees") + width("שלום") + width("12:30") + 2.0 * (width("a a") - width("aa"));
    assert!((width("Sees שלום 12:30") - apart).abs() < 0.5, "a mark of isolation takes no room");
}

#[test]
fn letters_that_are_drawn_as_boxes_are_told_once() {
    let shaper = Shaper::bundled();
    shaper.line("Trailer – größer", STYLE);
    assert!(shaper.take_missing().is_empty());
    shaper.paragraph("Sees שלום", STYLE, 40.0, None);
    assert_eq!(shaper.take_missing(), ['ו', 'ל', 'ם', 'ש']);
    assert!(shaper.take_missing().is_empty());
}

#[test]
fn a_line_of_both_directions_is_broken_without_a_gap_in_its_midst() {
    let shaper = Shaper::bundled();
    for (text, width) in
        [("ראה Lumen Kids", 70.0), ("ראה, 12:30 – 14:00", 70.0), ("הורים עוזבים Lumen Kids+ כאן", 60.0)]
    {
        for language in ["he", "en"] {
            let paragraph = in_language(language, || shaper.paragraph(text, STYLE, width, None));
            assert!(paragraph.lines.len() > 1 && paragraph.lines.iter().all(|line| line.width > 0.0), "{paragraph:?}");
            let whole: f32 = paragraph.lines.iter().map(|line| line.width).sum();
            let blanks = 0.3 * STYLE.size * (paragraph.lines.len() - 1) as f32;
            assert!(
                (in_language(language, || shaper.width(text, STYLE)) - whole - blanks).abs() < 3.0,
                "{paragraph:?}"
            );
        }
    }
}

/// A text set from its words, beside the same shaped whole.
fn both_ways(text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Option<(Paragraph, Paragraph)> {
    let shaper = Shaper::bundled();
    shaper.setting(text, |setting| {
        let by_word = setting.plain_lines(text, style, max_width, max_lines)?;
        Some((place(text, by_word, style, None), setting.break_lines(text, None, style, max_width, max_lines)))
    })
}

#[test]
fn no_letter_looks_another_way_behind_a_blank() {
    let is_set_by_word = |text: &str| both_ways(text, STYLE, f32::MAX, None).is_some();
    let all = ('!'..='\u{17f}').filter(|c| !matches!(c, 'x' | 'X'));
    let last = all.clone().map(|c| format!("n{c}")).filter(|word| is_set_by_word(word));
    let first = all.map(|c| format!("{c}n")).filter(|word| is_set_by_word(&format!("n {word}")));
    // None stands nearer to a letter behind the blank than to the blank.
    let words: Vec<String> = last.chain(first).flat_map(|word| [word, "n".into(), "Tn.".into(), "V".into()]).collect();
    assert!(words.len() > 4 * 350, "{words:?}");
    for face in [FaceStyle::Regular, FaceStyle::Medium, FaceStyle::SemiBold, FaceStyle::Bold, FaceStyle::Italic] {
        for style in [TextStyle { face, ..STYLE }, TextStyle { face, ..STYLE }.tabular()] {
            let text = format!("n {}", words.join(" "));
            let (by_word, whole) = both_ways(&text, style, f32::MAX, None).expect("set by its words");
            assert_eq!(by_word, whole);
        }
    }
}

#[test]
fn what_has_another_sign_or_stands_together_is_shaped_whole() {
    for text in
        ["12 of them", "a - b", "a  b", "a ", " a", "a\nb", "(a)", "a!b", "予告編", "שלום", "a 95 %", "e\u{301}"]
    {
        assert_eq!(both_ways(text, STYLE, 100.0, None), None, "{text}");
    }
    assert!(both_ways("Sees it, once… don’t they? 12 E-Mail-Öffnungen!", STYLE, 200.0, None).is_some());
    // A word that is wider than its column is taken apart.
    assert_eq!(both_ways("Sees transsubstantiation", STYLE, 60.0, None), None);
}

proptest! {
    #[test]
    fn a_plain_text_set_from_its_words_is_the_same_as_shaped_whole(
        text in "[A-Za-z]([a-zäöüßéšA-Z0-9',.]{0,7}[a-zT.,!?…V][ -]|[0-9]{1,6} ){0,9}[A-Za-zÀ-ſ0-9]{1,9}",
        width in 20.0f32..400.0,
        max_lines in proptest::option::of(0usize..4),
        bold: bool,
        tag in proptest::sample::select(vec!["en", "de", "tr", "ja", ""]),
    ) {
        let style = TextStyle { face: if bold { FaceStyle::SemiBold } else { FaceStyle::Regular }, size: 13.3, ..STYLE };
        in_language(tag, || {
            if let Some((by_word, whole)) = both_ways(&text, style, width, max_lines) {
                prop_assert_eq!(by_word, whole);
            }
            Ok(())
        })?;
    }
}
