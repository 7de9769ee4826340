//! Law O1 by construction: a rate is spelled in `crates/core/src/figures` and nowhere else, so that two places cannot spell it two ways.

use std::fs;
use std::path::{Path, PathBuf};

/// Formats that end in a per cent sign after a decimal: `{:.1} %`, `{share:.1}%`.
fn rates_in(line: &str) -> bool {
    let decimals = |at: usize| {
        let rest = &line[at + 2..];
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.len() < rest.len() && !rest.starts_with('0') && digits.strip_prefix('}').is_some_and(percent_follows)
    };
    line.match_indices(":.").any(|(at, _)| decimals(at))
}

fn percent_follows(rest: &str) -> bool {
    rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).starts_with('%')
}

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn o1_no_rate_is_spelled_outside_the_figures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src"), &mut paths);
    sources(&root.join("crates"), &mut paths);
    let mut wrong = Vec::new();
    for path in paths.iter().filter(|path| !path.starts_with(root.join("crates/core/src/figures"))) {
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().enumerate().filter(|(_, line)| rates_in(line));
        wrong.extend(lines.map(|(nth, line)| format!("{}:{}: {}", path.display(), nth + 1, line.trim())));
    }
    assert!(wrong.is_empty(), "written by hand, not by `figures::numbers`:\n{}", wrong.join("\n"));
}

#[test]
fn what_counts_as_a_rate_is_told_from_what_does_not() {
    for rate in ["{:.1} %", "{share:.2} % of", "{:.1}\u{202f}%", "{:.1}%"] {
        assert!(rates_in(rate), "{rate}");
    }
    for other in ["{:.0} % done", "{mean:.1}{scale}", "{:.1} GB", "95 %"] {
        assert!(!rates_in(other), "{other}");
    }
}
