//! Where figures come from, for a reader who gets the page and not the files: `20,729 viewing events, 3 Aug – 1 Nov 2026`.
//!
//! A file's name belongs to whoever made the map: it may name a client, a person or a folder. Of it a page says only words
//! that are everybody's: what data is called. All else in the name stays where it is.

use touchline_words::direction::read_from_left;
use touchline_words::say;

use super::definition::period_or_reading;
use super::numbers;
use crate::model::Measurement;

/// What data is called in the names of files, in English and German, in small letters. No word here tells whose it is.
const PLAIN: &[&str] = &[
    "account",
    "accounts",
    "activities",
    "activity",
    "aktivitäten",
    "analytics",
    "anrufe",
    "antworten",
    "app",
    "audit",
    "bestellungen",
    "besuche",
    "bookings",
    "browser",
    "buchungen",
    "call",
    "calls",
    "cart",
    "case",
    "cases",
    "checkout",
    "churn",
    "click",
    "clicks",
    "clickstream",
    "contacts",
    "conversions",
    "crm",
    "customer",
    "customers",
    "data",
    "daten",
    "deals",
    "email",
    "emails",
    "ereignisse",
    "event",
    "events",
    "funnel",
    "interactions",
    "journey",
    "klicks",
    "kunden",
    "kündigungen",
    "lead",
    "leads",
    "log",
    "logs",
    "mobile",
    "nps",
    "onboarding",
    "opportunities",
    "order",
    "orders",
    "page",
    "pageviews",
    "payments",
    "pipeline",
    "purchase",
    "purchases",
    "responses",
    "sales",
    "seitenaufrufe",
    "session",
    "sessions",
    "signup",
    "signups",
    "sitzungen",
    "stage",
    "stages",
    "store",
    "streaming",
    "subscription",
    "subscriptions",
    "support",
    "survey",
    "surveys",
    "tickets",
    "transactions",
    "trial",
    "trials",
    "umfrage",
    "usage",
    "user",
    "users",
    "verkäufe",
    "view",
    "viewing",
    "views",
    "visits",
    "vorgänge",
    "web",
    "webshop",
    "website",
];

/// Whether a word of a file's name is a plain one.
fn is_plain(word: &str) -> bool {
    PLAIN.contains(&word.to_lowercase().as_str())
}

/// Rows, what they are, and their period: `20,729 viewing events, 3 Aug – 1 Nov 2026`.
pub fn source_told(measurement: &Measurement) -> String {
    told(measurement, |rows| rows)
}

/// The same where it stands beside figures of one audience: `20,729 viewing events of all audiences, 3 Aug – 1 Nov 2026`.
pub fn source_of_all(measurement: &Measurement) -> String {
    told(measurement, |rows| say!(layout_page_of_all, rows))
}

fn told(measurement: &Measurement, whose: impl Fn(String) -> String) -> String {
    let rows = numbers::count(measurement.rows_used);
    let are = measurement.rows_are.words();
    let period = period_or_reading(measurement);
    let name = words_of(&measurement.source);
    if name.is_empty() {
        return format!("{}, {period}", whose(format!("{rows} {are}")));
    }
    // `viewing events` says already what a row is.
    let says_rows = name.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(are));
    let rows = whose(if says_rows { format!("{rows} {name}") } else { format!("{rows} {are}") });
    read_from_left(if says_rows { format!("{rows}, {period}") } else { format!("{name}, {rows}, {period}") })
}

/// The plain words of a file's name, in their order, without the folder and the ending; none where fewer than two stand
/// there, since one alone, as in `events`, says no more than what a row is.
fn words_of(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let words = stem.split(|letter: char| !letter.is_alphabetic()).filter(|word| is_plain(word));
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    if words.len() < 2 { String::new() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn of_a_files_name_only_what_is_everybodys_is_told() {
        for (file, told) in [
            ("viewing-events.csv", "viewing events"),
            ("/home/ines/acme_viewing_events_2026-Q3_FINAL.csv.gz", "viewing events"),
            ("C:\\Kunden\\Meier AG\\web sessions.xlsx", "web sessions"),
            ("events.csv", ""),
            ("meier-ag-kündigungen.csv", ""),
            ("Secret project.csv", ""),
            ("", ""),
        ] {
            assert_eq!(words_of(file), told, "{file}");
        }
    }

    #[test]
    fn a_source_says_how_many_rows_of_what_and_when() {
        let map = sample::map();
        let (_, measurement) = map.measurement().unwrap();
        let named =
            |source: &str| source_told(&crate::model::Measurement { source: source.to_owned(), ..measurement.clone() });
        let (rows, period) = (numbers::count(measurement.rows_used), period_or_reading(measurement));
        assert_eq!(named("acme viewing-events.csv"), format!("{rows} viewing events, {period}"));
        assert_eq!(named("Acme web shop sessions.csv"), format!("web sessions, {rows} events, {period}"));
        assert_eq!(named("Acme.csv"), format!("{rows} events, {period}"));
    }
}
