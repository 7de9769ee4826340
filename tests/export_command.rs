//! `touchline export` as a script meets it: files, exit codes and messages.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use touchline_words::{Language, in_language, say};

const MAP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron");

fn export(map: &str, output: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.env("LC_ALL", "C");
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().for_each(|name| _ = command.env_remove(name));
    command.args(["export", map, "-o"]).arg(output).args(more).stdin(Stdio::null()).output().unwrap()
}

/// The bytes that were written, with nothing said but how small the text is and what is not on the page.
fn check_written(name: &str, more: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, "an older export").unwrap();
    let output = export(MAP, &file, more);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{said}");
    let mut lines = said.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with("touchline: smallest text ")), "{said}");
    let is_usual = |line: &str| {
        line.starts_with("touchline: left out for size: ") || line.starts_with("touchline: a PDF with --pages auto ")
    };
    assert!(lines.all(is_usual), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the file");
    std::fs::read(&file).unwrap()
}

fn check_refused(output: &Output, code: i32, part: &str) {
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(message.starts_with("touchline: ") && message.contains(part), "“{part}” is not in: {message}");
    assert!(output.stdout.is_empty());
}

fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn each_ending_is_its_format() {
    assert!(check_written("board.pdf", &["--page", "a3"]).starts_with(b"%PDF-"));
    assert!(String::from_utf8_lossy(&check_written("board.SVG", &[])).contains("<svg"));
    let (width, height) = png_size(&check_written("board.png", &["--scale", "0.25"]));
    assert!(width > 100 && height > 100, "{width} × {height}");
}

#[test]
fn several_audiences_have_pages_of_their_own_in_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("each.pdf");
    let pages = |lens: &str| {
        let output = export(MAP, &pdf, &["--page", "a4", "--lens", lens]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        said.lines().find_map(|line| line.strip_prefix("touchline: on ")).unwrap_or_default().to_owned()
    };
    assert_eq!([pages("each"), pages("Lapsed, Superfans"), pages("Lapsed")], ["5 pages", "2 pages", ""]);
    check_refused(&export(MAP, &pdf, &["--lens", "Lapsed,Nobody"]), 2, "Nobody");
    check_refused(&export(MAP, &folder.path().join("each.png"), &["--lens", "each"]), 2, "PDF or PowerPoint");
}

#[test]
fn a_slide_and_a_sheet_have_their_pixels() {
    assert_eq!(png_size(&check_written("slide.png", &["--page", "16:9"])), (3840, 2160));
    assert_eq!(png_size(&check_written("sheet.png", &["--page", "a4"])), (3508, 2480));
}

#[test]
fn an_export_says_how_small_its_text_is_and_refuses_what_is_smaller_than_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("board.pdf");
    let whole = export(MAP, &pdf, &[]);
    let said = String::from_utf8_lossy(&whole.stderr).into_owned();
    assert_eq!(said, "touchline: smallest text 7.8 pt; no text is under 6.5 pt\n");
    std::fs::remove_file(&pdf).unwrap();
    let small = export(MAP, &pdf, &["--page", "a4", "--min-pt", "9"]);
    check_refused(&small, 6, "of the text is under 9 pt");
    assert!(!pdf.exists());
    check_written("enough.pdf", &["--min-pt", "7.5"]);
    for wrong in ["0", "-1", "nan", "big"] {
        check_refused(&export(MAP, &pdf, &[&format!("--min-pt={wrong}")]), 2, "min-pt");
    }
}

#[test]
fn the_sample_can_be_read_on_paper_and_on_a_slide_by_every_audience_and_what_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("page.pdf");
    let lenses = [None, Some("Families under 12"), Some("Superfans"), Some("Lapsed"), Some("Casual viewers")];
    for (page, least) in [("a4", "6.5"), ("a3", "6.5"), ("16:9", "9")] {
        for lens in lenses {
            let mut args = vec!["--page", page, "--min-pt", least];
            args.extend(lens.iter().flat_map(|lens| ["--lens", lens]));
            let output = export(MAP, &pdf, &args);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(0), "{page} {lens:?}: {said}");
            let left_out = said.lines().find(|line| line.starts_with("touchline: left out for size: "));
            assert_eq!(left_out.is_some_and(|line| line.contains("Metrics")), page == "16:9", "{said}");
        }
    }
}

#[test]
fn a_document_has_as_many_pages_as_it_takes_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("pages.pdf");
    let said = |more: &[&str]| {
        let output = export(MAP, &pdf, more);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let one = said(&["--page", "16:9"]);
    assert!(one.contains("--pages auto has it on several pages, and no text on them under 10 pt"), "{one}");
    let several = said(&["--page", "16:9", "--pages", "auto", "--min-pt", "10"]);
    assert!(several.contains(" pages\n") && !several.contains("--pages auto"), "{several}");
    let first = std::fs::read(&pdf).unwrap();
    said(&["--page", "16:9", "--pages", "auto"]);
    assert!(std::fs::read(&pdf).unwrap() == first, "two exports are the same bytes");
    for (name, more) in [("a.png", ["--page", "a4"]), ("a.svg", ["--page", "fit"]), ("a.pdf", ["--page", "fit"])] {
        let refused = export(MAP, &folder.path().join(name), &[&more[..], &["--pages", "auto"]].concat());
        check_refused(&refused, 2, "-o OUT.pdf --page a4");
    }
    check_refused(&export(MAP, &pdf, &["--page", "a4", "--pages", "7"]), 2, "it is 1 or auto");
}

#[test]
fn a_deck_says_a_claim_on_each_slide_in_the_language_of_its_map() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("deck.pdf");
    let said = |map: &str| {
        let output = export(map, &pdf, &["--deck", "--min-pt", "11"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("no text is under 11 pt") && said.contains(" pages\n"), "{said}");
        std::fs::read(&pdf).unwrap()
    };
    let (first, german) = (said(MAP), said("examples/lumen-kids.de.ron"));
    assert!(said(MAP) == first, "two exports are the same bytes");
    assert!(first != german && first.starts_with(b"%PDF-"));
    for (name, more) in [("a.png", &[][..]), ("a.svg", &[]), ("a.pdf", &["--page", "a4"])] {
        let refused = export(MAP, &folder.path().join(name), &[&["--deck"], more].concat());
        check_refused(&refused, 2, "-o OUT.pdf --deck");
    }
    check_refused(&export(MAP, &pdf, &["--deck", "--pages", "auto"]), 2, "--pages");
}

#[test]
fn a_deck_has_the_pages_and_words_that_a_person_keeps_and_notes_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let kept = r#"  deck_pages: {
    "000000000002A": (rank: "b", of: Cover, headline: "Ask for the birth date later", notes: "Pause here."),
    "000000000002B": (rank: "d", of: Register, left_out: true),
  },
)
"#;
    let sample = std::fs::read_to_string(MAP).unwrap();
    let (before, _) = sample.rsplit_once(')').unwrap();
    std::fs::write(file("map.ron"), format!("{before}{kept}")).unwrap();
    let map = file("map.ron");
    let words = |name: &str, more: &[&str]| {
        let output = export(map.to_str().unwrap(), &file(name), &[&["--deck"], more].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        said
    };
    let usual = export(MAP, &file("usual.pdf"), &["--deck"]);
    let count =
        |said: &str| said.split_once(" pages").and_then(|(before, _)| before.rsplit(' ').next()?.trim().parse().ok());
    let usual: usize = count(&String::from_utf8_lossy(&usual.stderr)).unwrap();
    assert_eq!(count(&words("kept.pdf", &[])), Some(usual - 1), "the register is left out");
    assert_eq!(count(&words("spoken.pdf", &["--speaker-notes"])), Some(usual), "and what is said comes behind");
    check_refused(&export(MAP, &file("a.pdf"), &["--speaker-notes"]), 2, "--deck");
}

#[test]
fn a_map_is_drawn_in_the_look_of_a_brand_kit_and_what_is_no_kit_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let text = |name: &str| std::fs::read_to_string(file(name)).unwrap();
    let kit = file("kit.ron");
    std::fs::write(&kit, "(accent: \"#0B6E75\", stages: [\"#7A1FA2\"], footer: \"Lumen · confidential\")").unwrap();
    let brand = ["--brand", kit.to_str().unwrap(), "--text", "live"];
    assert_eq!(export(MAP, &file("kit.svg"), &brand).status.code(), Some(0));
    assert_eq!(export(MAP, &file("own.svg"), &brand[2..]).status.code(), Some(0));
    let (own, worn) = (text("own.svg"), text("kit.svg"));
    assert!(worn.contains("#7a1fa2") && !own.contains("#7a1fa2"));
    std::fs::write(&kit, "(accent: \"teal\")").unwrap();
    check_refused(&export(MAP, &file("a.svg"), &brand), 3, "teal");
    std::fs::write(&kit, "(logo: \"none.svg\")").unwrap();
    check_refused(&export(MAP, &file("a.svg"), &brand), 3, "none.svg");
    check_refused(&export(MAP, &kit, &["--brand", kit.to_str().unwrap(), "--format", "svg"]), 2, "");
}

#[test]
fn a_page_for_a_browser_holds_every_audience_and_asks_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let page = |name: &str, map: &str, more: &[&str]| {
        let path = folder.path().join(name);
        assert_eq!(export(map, &path, more).status.code(), Some(0));
        std::fs::read_to_string(path).unwrap()
    };
    let all = page("a.html", MAP, &[]);
    assert!(all.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"));
    assert_eq!(all, page("b.html", MAP, &[]), "two exports are the same bytes");
    for name in ["All audiences", "Families under 12", "Superfans", "Lapsed", "Casual viewers"] {
        assert!(all.contains(&format!(">{name}</option>")), "{name}");
    }
    assert!(all.contains("<strong>Trial checkout</strong>") && all.contains("<h3>1. Awareness</h3>"));
    let addresses = all.match_indices("http").filter(|(at, _)| !all[*at..].starts_with("http-equiv"));
    assert!(addresses.into_iter().all(|(at, _)| all[at..].starts_with("http://www.w3.org/2000/svg")));
    assert!(!all.contains("viewing-events.csv"), "a file's name is for those who ask for it");
    assert!(page("c.html", MAP, &["--lens", "Superfans"]).matches("<option").count() == 0);
    let german = page("d.html", "examples/lumen-kids.de.ron", &[]);
    assert!(german.contains("lang=\"de\"") && german.contains("Die Map in Worten"));
    let ids = all.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut seen = std::collections::HashSet::new();
    assert!(ids.into_iter().all(|id| seen.insert(id)), "each id stands once");
}

#[test]
fn each_way_to_fail_has_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let pdf = file("board.pdf");
    check_refused(&export(MAP, &file("board.jpg"), &[]), 2, ".pdf, .pptx, .png, .webp, .svg, .html, .xlsx");
    check_refused(&export(MAP, &pdf, &["--page", "a6"]), 2, "a6");
    check_refused(&export(MAP, &pdf, &["--page", "50x300mm"]), 2, "100 to 5000 mm");
    check_refused(&export(MAP, &pdf, &["--page", "16:9", "--portrait"]), 2, "--page a4 --portrait");
    check_refused(&export(MAP, &pdf, &["--scale", "2"]), 2, "--scale");
    check_refused(&export(MAP, &file("board.png"), &["--scale", "9"]), 2, "0.25 to 8");
    check_refused(&export(MAP, &file("board.png"), &["--page", "a4", "--scale", "2"]), 2, "--scale");
    check_refused(&export(MAP, &pdf, &["--lens", "Nobody"]), 2, "Superfans");
    check_refused(&export("none.ron", &pdf, &[]), 3, "none.ron");
    let newer = write(&file("newer.ron"), "(format: 4000)");
    check_refused(&export(newer.to_str().unwrap(), &pdf, &[]), 4, "newer Touchline");
    let broken = write(&file("broken.ron"), "(format: 1, meta:");
    check_refused(&export(broken.to_str().unwrap(), &pdf, &[]), 3, "broken.ron, line 1");
    check_refused(&export(MAP, &file("no/such/folder/board.pdf"), &[]), 1, "board.pdf");
    assert!(!pdf.exists());
}

fn write(path: &Path, text: &str) -> PathBuf {
    std::fs::write(path, text).unwrap();
    path.to_owned()
}

/// What is for those who make the map leaves the program only when it is asked for.
#[test]
fn sticky_notes_and_file_names_stay_here_unless_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(MAP).unwrap();
    let noted = text.replacen(
        "  measurements: {",
        "  stickies: {\n    \"29GKQ24BEB2ZZ\": (x: 300.0, y: 200.0, text: \"Call Ines\"),\n  },\n  measurements: {",
        1,
    );
    assert_ne!(noted, text);
    let map = write(&folder.path().join("noted.ron"), &noted);
    let svg = |more: &[&str]| {
        let file = folder.path().join("board.svg");
        let output = export(map.to_str().unwrap(), &file, more);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read_to_string(file).unwrap()
    };
    let (plain, with_notes) = (svg(&[]), svg(&["--notes"]));
    assert!(plain.contains("viewing events, 3 Aug – 1 Nov 2026"));
    for part in ["Call Ines", "viewing-events.csv"] {
        assert!(!plain.contains(part) && with_notes.contains(part), "{part}");
    }
}

/// The same map gives the same bytes, whenever it is exported; whoever wants another date in it says so.
#[test]
fn two_exports_of_a_map_are_the_same_bytes() {
    for name in ["a.pdf", "a.svg"] {
        assert_eq!(check_written(name, &[]), check_written(name, &[]), "{name}");
    }
    let pdf = String::from_utf8_lossy(&check_written("a.pdf", &[])).into_owned();
    assert!(pdf.contains("2026-11-03T00:00:00"), "the map’s day");
    let folder = tempfile::tempdir().unwrap();
    let dated = |secs: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        let file = folder.path().join("dated.pdf");
        let output = command.env("LC_ALL", "C").env("SOURCE_DATE_EPOCH", secs).args(["export", MAP, "-o"]).arg(&file);
        (output.output().unwrap(), std::fs::read(&file).unwrap_or_default())
    };
    check_refused(&dated("soon").0, 2, "SOURCE_DATE_EPOCH");
    assert!(String::from_utf8_lossy(&dated("1000000000").1).contains("2001-09-09T01:46:40"));
}

/// Letters are outlines, or text with its font named.
#[test]
fn the_letters_of_a_drawing_are_outlines_or_text() {
    let text = |more: &[&str]| String::from_utf8(check_written("board.svg", more)).unwrap();
    let (outline, live) = (text(&[]), text(&["--text", "live"]));
    assert!(!outline.contains("<text") && outline.contains("xlink:href=\"#g0\""));
    assert!(!outline.contains(" href="), "Inkscape does not follow it");
    let line = live.lines().find(|line| line.ends_with(">Trial checkout</text>")).unwrap();
    assert!(
        line.contains("font-family=\"Inter, Arial, Liberation Sans, Helvetica, sans-serif\" font-weight=\"600\""),
        "{line}"
    );
    let folder = tempfile::tempdir().unwrap();
    check_refused(&export(MAP, &folder.path().join("a.pdf"), &["--text", "live"]), 2, "--text");
    check_refused(&export(MAP, &folder.path().join("a.svg"), &["--text", "curly"]), 2, "curly");
}

/// The words of the program follow the map, whoever exports it; where there is no catalogue for its language, they are English
/// and marked as such.
#[test]
fn a_map_is_exported_in_its_own_language() {
    let folder = tempfile::tempdir().unwrap();
    let svg = |language: &str| {
        let text = std::fs::read_to_string(MAP).unwrap();
        let text = text.replacen("    title: ", &format!("    language: \"{language}\",\n    title: "), 1);
        let map = write(&folder.path().join("map.ron"), &text);
        let file = folder.path().join("board.svg");
        let output = export(map.to_str().unwrap(), &file, &["--text", "live"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read_to_string(file).unwrap()
    };
    let about = |language| in_language(language, || format!(">{}</text>", say!(lane_touchpoints_about)));
    let (german, french) = (svg("de"), svg("fr"));
    assert!(german.contains(&about(Language::German)) && !german.contains(&about(Language::English)));
    assert!(german.contains("4.400") && !german.contains("xml:lang=\"en\""));
    assert!(french.contains(&about(Language::English)) && french.contains("<g xml:lang=\"en\">"));
}

/// A PDF says which rules it keeps, and its structure is the table that the board is.
#[test]
fn a_pdf_is_a_table_of_lanes_and_stages_that_is_archived_and_accessible() {
    let pdf = check_written("board.pdf", &["--page", "a4"]);
    let readable = String::from_utf8_lossy(&pdf);
    for part in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"] {
        assert!(readable.contains(part), "{part}");
    }
    assert!(!readable.contains("/Suspects"), "poppler takes it for a fault");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("board.pdf");
    std::fs::write(&file, &pdf).unwrap();
    // Where the machine has it.
    let Ok(told) = Command::new("pdfinfo").arg("-struct-text").arg(&file).output() else { return };
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let count = |part: &str| told.lines().filter(|line| line.trim_start().starts_with(part)).count();
    assert_eq!((count("Table"), count("H1")), (1, 1), "{told}");
    // A row for the stages, and one for each lane; each as long as the first.
    let rows = count("TR");
    assert_eq!(count("TH") + count("TD") - count("THead"), rows * 6, "{told}");
    assert!(count("H2") == 5 + rows - 1 && count("H3") >= 12, "{told}");
}

#[test]
fn a_saved_view_is_named_and_one_that_the_map_lacks_lists_those_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let map = folder.path().join("map.ron");
    let views = "  views: {\n    \"0000000000007\": (\n      rank: \"n\",\n      name: \"Open flags\",\n      filter: (\n        \
                 statuses: [Open],\n      ),\n      others: Hidden,\n    ),\n    \
                 \"0000000000008\": (\n      rank: \"p\",\n      name: \"Two curves\",\n      compared: [\"80HE66PJCE97P\", \
                 \"500WZWWPXYEG2\"],\n    ),\n  },\n)\n";
    let sample = std::fs::read_to_string(MAP).unwrap();
    std::fs::write(&map, format!("{}\n{views}", sample.trim_end().strip_suffix(')').unwrap().trim_end())).unwrap();
    let file = folder.path().join("board.svg");
    let by = |view: &str| export(map.to_str().unwrap(), &file, &["--view", view, "--text", "live"]);
    check_refused(&by("Closed flags"), 2, "Open flags");
    assert!(!file.exists());
    assert_eq!(by("Open flags").status.code(), Some(0));
    let svg = std::fs::read_to_string(&file).unwrap();
    assert!(svg.contains("Talent post") && !svg.contains("Season finale") && svg.contains("others hidden"));
    check_refused(&export(MAP, &file, &["--view", "Open flags"]), 2, say!(cli_map_has_none));
    // The curves that lay side by side when it was saved.
    assert_eq!(by("Two curves").status.code(), Some(0));
    let by_view = std::fs::read_to_string(&file).unwrap();
    let curves = ["--compare", "Families under 12", "--compare", "Superfans", "--text", "live"];
    assert_eq!(export(map.to_str().unwrap(), &file, &curves).status.code(), Some(0));
    assert_eq!(by_view, std::fs::read_to_string(&file).unwrap());
}
