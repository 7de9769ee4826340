//! Names of columns whose header takes several rows.

use crate::dialect::cells_of;
use crate::records::Record;

/// Words below a question that say no more than that the answer stands there.
const RESPONSE: [&str; 3] = ["Response", "Open-Ended Response", "Antwort"];

/// The names: the questions that Qualtrics writes below its own names, each choice behind its question with SurveyMonkey.
pub(super) fn names(header: &Record, below: &[Record]) -> Vec<String> {
    let first = cells_of(header);
    let Some(second) = below.first().map(cells_of) else { return first };
    let is_import = |cells: &[String]| cells.iter().any(|cell| cell.starts_with("{\"ImportId\""));
    if is_import(&second) {
        return first;
    }
    let cell = |cells: &[String], at: usize| cells.get(at).cloned().unwrap_or_default();
    let width = first.len().max(second.len());
    if below.len() > 1 {
        let text = |at| Some(cell(&second, at)).filter(|text| !text.is_empty()).unwrap_or_else(|| cell(&first, at));
        return (0..width).map(text).collect();
    }
    // A question stands once above all of its choices.
    let mut question = String::new();
    let named = |at| {
        let (own, choice) = (cell(&first, at), cell(&second, at));
        if !own.is_empty() {
            question = own;
        }
        match choice.as_str() {
            "" => question.clone(),
            choice if RESPONSE.contains(&choice) => question.clone(),
            choice => format!("{question}: {choice}"),
        }
    };
    (0..width).map(named).collect()
}
