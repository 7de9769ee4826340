//! Columns found by the words of the header, in the languages that exports are written in.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::number::Numbers;
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::roles::words;
use crate::times::TimeFormat;
use crate::times::pick::TimePick;
use crate::totals::is_total_word;

/// The header's names as plain words, with the columns that they stand over.
pub struct Header<'a> {
    names: Vec<String>,
    columns: &'a [Column],
}

impl<'a> Header<'a> {
    pub fn of(recognition: &'a Recognition) -> Header<'a> {
        let names = recognition.columns.iter().map(|column| words(&column.name)).collect();
        Header { names, columns: &recognition.columns }
    }

    /// The first column that is called like one of these; earlier words are preferred. A word that ends with `*` is the
    /// beginning of a name.
    pub fn find(&self, known: &[&str]) -> Option<usize> {
        known.iter().find_map(|word| self.names.iter().position(|name| fits(name, word)))
    }

    /// The same among the columns that `also` likes.
    pub fn find_where(&self, known: &[&str], also: impl Fn(&Column) -> bool) -> Option<usize> {
        let places = || self.names.iter().zip(self.columns).enumerate();
        known
            .iter()
            .find_map(|word| places().find(|(_, (name, column))| fits(name, word) && also(column)).map(|(at, _)| at))
    }

    /// A column of numbers of that name; some of its values may be none.
    pub fn number(&self, known: &[&str]) -> Option<usize> {
        self.find_where(known, |column| match column.kind {
            ColumnKind::Integer | ColumnKind::Decimal => true,
            ColumnKind::Text => {
                let is_number = |value: &&String| Numbers::default().number(value.as_bytes()).is_some();
                column.samples.iter().filter(is_number).count() * 2 >= column.samples.len().max(1)
            }
            ColumnKind::Time | ColumnKind::Empty => false,
        })
    }

    /// A column of calendar times of that name; some of its values may be none.
    pub fn time(&self, known: &[&str]) -> Option<usize> {
        self.find_where(known, is_time)
    }

    /// The name as the file has it.
    pub fn name(&self, at: usize) -> &'a str {
        self.columns.get(at).map_or("", |column| &column.name)
    }

    /// The name as plain words.
    pub fn words(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }

    /// The column itself.
    pub fn column(&self, at: usize) -> Option<&'a Column> {
        self.columns.get(at)
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The names of some columns for a sentence: `“step” and “users”`.
    pub fn quoted(&self, places: &[usize]) -> String {
        let names: Vec<String> = places.iter().map(|at| say!(log_quoted, name = short(self.name(*at)))).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => say!(shape_names_and_last, names = rest.listed(", "), last),
            None => String::new(),
        }
    }
}

/// Whether a column holds calendar times, by its looks or by half of its values.
pub fn is_time(column: &Column) -> bool {
    let calendar = |format| matches!(format, TimeFormat::Iso | TimeFormat::Numbers(_) | TimeFormat::MonthName);
    let half = |pick: TimePick| pick.readable * 2 >= pick.filled && calendar(pick.time.format());
    column.kind == ColumnKind::Time || (column.kind == ColumnKind::Text && column.time.is_some_and(half))
}

fn fits(name: &str, word: &str) -> bool {
    word.strip_suffix('*').map_or(name == word, |start| name.starts_with(start))
}

/// A name that fits into a sentence.
pub fn short(name: &str) -> String {
    const LONGEST: usize = 60;
    let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name,
    }
}

/// What exports call a stage.
pub const STAGE: &[&str] = &[
    "stage",
    "funnel stage",
    "stage name",
    "touchpoint",
    "step",
    "steps",
    "step name",
    "funnel step",
    "phase",
    "milestone",
    "event",
    "event name",
    "goal",
    "name",
    "schritt",
    "stufe",
    "étape",
    "etape",
    "paso",
    "etapa",
    "fase",
    "passo",
    "stap",
    "ステージ",
    "段階",
    "阶段",
    "단계",
];
/// What exports call the people that are counted at a stage.
pub const PEOPLE: &[&str] = &[
    "entered",
    "reached",
    "entries",
    "started",
    "active users*",
    "total users*",
    "users*",
    "unique users*",
    "user count",
    "customers",
    "people",
    "recipients",
    "visitors",
    "sessions",
    "leads",
    "count",
    "total",
    "n",
    "aktive nutzer*",
    "nutzer*",
    "utilisateurs actifs*",
    "utilisateurs*",
    "usuarios activos*",
    "usuarios*",
    "utenti attivi*",
    "utenti*",
    "besucher*",
    "kunden",
    "personen",
    "anzahl",
    "visiteurs*",
    "clients",
    "personnes",
    "visitantes*",
    "clientes",
    "visitatori*",
    "clienti",
    "persone",
    "bezoekers*",
    "gebruikers*",
    "klanten",
    "aantal",
    "人数",
    "ユーザー数",
    "用户数",
    "사용자 수",
];
/// What exports call those who went on.
pub const COMPLETED: &[&str] = &[
    "completed",
    "completions",
    "converted",
    "conversions",
    "continued",
    "next",
    "went on",
    "passed",
    "exited to next",
];
/// What exports call those who did not.
pub const DROPPED: &[&str] = &[
    "dropped",
    "dropped off",
    "drop off",
    "drop offs",
    "dropoff",
    "dropoffs",
    "left",
    "abandonments",
    "abandoned",
    "lost",
    "abbrüche",
    "abandons",
    "abandonos",
    "abbandoni",
];
/// What exports call an audience.
pub const SEGMENT: &[&str] = &[
    "segment",
    "audience",
    "cohort",
    "breakdown",
    "breakdown value",
    "group",
    "persona",
    "platform",
    "device category",
    "device",
    "channel",
    "country",
    "market",
    "region",
    "plan",
    "property",
    "segmento",
    "gruppe",
    "zielgruppe",
];
/// What tests call their arms.
pub const ARM: &[&str] = &[
    "arm",
    "mailchimp variant",
    "test arm",
    "variant",
    "variante",
    "experiment variant",
    "experiment group",
    "experiment",
    "test group",
    "ab group",
    "a b group",
    "treatment group",
    "treatment",
    "variation",
    "bucket",
    "testgruppe",
    "group",
    "gruppe",
    "campaign name",
    "campaign",
    "kampagne",
    "kampagnenname",
];
/// What exports call a span of time.
pub const PERIOD: &[&str] = &["period", "week", "month", "quarter", "date", "day", "woche", "monat", "mois", "mes"];

/// Whether a value stands for everybody, so that adding it to the others would count people twice.
pub fn is_total(value: &str) -> bool {
    const TOTALS: &[&str] = &[
        "all",
        "overall",
        "$overall",
        "all users",
        "alle",
        "average",
        "avg",
        "mean",
        "median",
        "durchschnitt",
        "mittelwert",
        "moyenne",
        "promedio",
        "tous",
        "todos",
    ];
    is_total_word(value.trim().as_bytes()) || TOTALS.contains(&value.trim().to_lowercase().as_str())
}
