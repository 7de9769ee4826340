//! The logs in a folder, in the order in which a person numbers files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::error::BehaviourError;

/// How packed logs end, behind the ending of a log or alone.
const PACKED: [&str; 2] = ["gz", "zip"];

/// Endings of logs; texts only where there is nothing else, since a folder of exports often has a note beside them.
const LOGS: [&str; 6] = ["csv", "tsv", "xlsx", "xlsm", "xls", "ods"];
const TEXTS: [&str; 1] = ["txt"];

/// Whether a path is called like a log, or is a folder with one in it. Looks at the disk for a folder.
pub fn may_be_log(path: &Path) -> bool {
    is_called_like_table(path) || is_packed(path) || has_ending(path, &["log"]) || logs_in(path).is_ok()
}

/// Whether a path is called like a packed log.
pub fn is_packed(path: &Path) -> bool {
    has_ending(path, &PACKED)
}

/// Whether a path is called like a table, as text or in a workbook.
pub fn is_called_like_table(path: &Path) -> bool {
    has_ending(path, &LOGS) || has_ending(path, &TEXTS)
}

/// What systems and open workbooks leave beside files: no table of anybody's.
const TRACES: [&str; 2] = ["._", "~$"];

/// The logs that lie in the folder itself, but for hidden ones.
///
/// # Errors
/// The folder cannot be read, or there is no log in it.
pub fn logs_in(folder: &Path) -> Result<Vec<PathBuf>, BehaviourError> {
    logs_and_others(folder).map(|(logs, _)| logs)
}

/// The same, and the names of what else lies there and may be missed: other files, folders (with a `/`), links that lead nowhere, and
/// hidden files that are called like logs.
///
/// # Errors
/// Those of [`logs_in`]; what lies there may not be looked at.
pub fn logs_and_others(folder: &Path) -> Result<(Vec<PathBuf>, Vec<String>), BehaviourError> {
    let unreadable = |error: std::io::Error| BehaviourError::Unreadable {
        name: folder.display().to_string(),
        reason: error.to_string(),
    };
    let (mut files, mut beside) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_hidden = name.starts_with(['.', '~']);
        let is_like_log = is_called_like_table(&path) || is_packed(&path);
        match path.metadata() {
            Ok(found) if found.is_file() && !is_hidden => files.push((natural(&name), path)),
            Ok(found) if found.is_dir() && !is_hidden => beside.push((natural(&name), format!("{name}/"))),
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(unreadable(error)),
            Ok(_) | Err(_) if is_like_log && !TRACES.iter().any(|trace| name.starts_with(trace)) => {
                beside.push((natural(&name), name));
            }
            Ok(_) | Err(_) => {}
        }
    }
    files.sort();
    let with = |endings: &[&str]| -> Vec<PathBuf> {
        let is_log = |path: &Path| has_ending(path, endings) || (has_ending(path, &PACKED) && endings != TEXTS);
        files.iter().filter(|(_, path)| is_log(path)).map(|(_, path)| path.clone()).collect()
    };
    let logs = Some(with(&LOGS)).filter(|logs| !logs.is_empty()).unwrap_or_else(|| with(&TEXTS));
    if logs.is_empty() {
        return Err(BehaviourError::Directory { path: folder.to_owned() });
    }
    let is_log: HashSet<&PathBuf> = logs.iter().collect();
    let others = files.iter().filter(|(_, path)| !is_log.contains(path));
    let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    beside.extend(others.filter_map(|(key, path)| Some((key.clone(), name(path)?))));
    beside.sort();
    Ok((logs, beside.into_iter().map(|(_, name)| name).collect()))
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|found| endings.iter().any(|ending| found.eq_ignore_ascii_case(ending)))
}

/// A key that puts `week 9` before `week 10`: runs of digits by their length and then their digits.
pub(super) fn natural(name: &str) -> Vec<(usize, String)> {
    let mut key: Vec<(usize, String)> = Vec::new();
    let mut was_digit = false;
    for c in name.to_lowercase().chars() {
        let digit = c.is_ascii_digit();
        match key.last_mut().filter(|_| digit == was_digit) {
            Some((len, run)) => {
                *len += usize::from(digit);
                run.push(c);
            }
            None => key.push((usize::from(digit), c.to_string())),
        }
        was_digit = digit;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_logs(files: &[&str], expected: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        files.iter().for_each(|name| std::fs::write(folder.path().join(name), "a,b\n1,2\n").unwrap());
        std::fs::create_dir(folder.path().join("older.csv")).unwrap();
        let found = logs_in(folder.path()).unwrap_or_default();
        let names: Vec<_> = found.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn logs_come_in_the_order_of_their_numbers() {
        check_logs(&["week 10.csv", "week 9.CSV", "week 100.xlsx"], &["week 9.CSV", "week 10.csv", "week 100.xlsx"]);
        check_logs(&["b.csv", ".hidden.csv", "~$b.xlsx", "readme.txt", "photo.jpg"], &["b.csv"]);
        check_logs(&["b.txt", "a.txt", "x.pdf"], &["a.txt", "b.txt"]);
        check_logs(&["x.pdf"], &[]);
        check_logs(&["a.csv", "b.csv.gz", "c.zip", "d.txt"], &["a.csv", "b.csv.gz", "c.zip"]);
    }

    #[test]
    fn what_is_left_out_and_may_be_missed_is_named() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b 10.csv", "b 9.csv", ".kept.csv", "._b.csv", "~$b.xlsx", ".DS_Store", "readme.txt"] {
            std::fs::write(folder.path().join(name), "a,b\n1,2\n").unwrap();
        }
        std::fs::create_dir(folder.path().join("older")).unwrap();
        std::fs::create_dir(folder.path().join(".git")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path().join("gone"), folder.path().join("link.csv")).unwrap();
        let (logs, others) = logs_and_others(folder.path()).unwrap();
        assert_eq!(logs.len(), 2);
        let named: Vec<&str> = others.iter().map(String::as_str).filter(|name| *name != "link.csv").collect();
        assert_eq!(named, [".kept.csv", "older/", "readme.txt"]);
        assert_eq!(others.len(), if cfg!(unix) { 4 } else { 3 });
    }

    #[test]
    fn a_log_is_known_by_its_ending_and_a_folder_by_what_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!may_be_log(folder.path()));
        std::fs::write(folder.path().join("a.XLSX"), "").unwrap();
        assert!(
            may_be_log(folder.path()) && may_be_log(Path::new("/x/log.Tsv")) && !may_be_log(Path::new("/x/map.ron"))
        );
    }
}
