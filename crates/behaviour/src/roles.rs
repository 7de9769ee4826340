//! Which column is the customer, the event, the time and the segment: by the header's words, then by what is in it.

use touchline_words::say;

use super::alike::normalised;
use super::damaged::is_damaged_id;
use super::numbers::has_word;
use super::recognise::{Column, ColumnKind};

/// What a column is for. Each role is held by one column at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Whose event it is.
    Case,
    Event,
    Time,
    Segment,
}

impl Role {
    pub const ALL: [Role; 4] = [Role::Case, Role::Event, Role::Time, Role::Segment];

    /// The word of the command line and its JSON.
    pub fn word(self) -> &'static str {
        match self {
            Role::Case => "case",
            Role::Event => "event",
            Role::Time => "time",
            Role::Segment => "segment",
        }
    }

    /// The same for a person to read.
    pub fn name(self) -> &'static str {
        match self {
            Role::Case => say!(role_case),
            Role::Event => say!(role_event),
            Role::Time => say!(role_time),
            Role::Segment => say!(role_segment),
        }
    }
}

/// The columns that hold the roles, by their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    pub case: Option<usize>,
    pub event: Option<usize>,
    pub time: Option<usize>,
    pub segment: Option<usize>,
}

impl Roles {
    /// The column that holds a role.
    pub fn column(&self, role: Role) -> Option<usize> {
        match role {
            Role::Case => self.case,
            Role::Event => self.event,
            Role::Time => self.time,
            Role::Segment => self.segment,
        }
    }

    /// Gives a role to a column, or to none; another role that the column held falls vacant.
    pub fn give(&mut self, role: Role, column: Option<usize>) {
        for other in Role::ALL {
            if column.is_some() && self.column(other) == column {
                *self.slot(other) = None;
            }
        }
        *self.slot(role) = column;
    }

    /// The role of a column.
    pub fn of_column(&self, column: usize) -> Option<Role> {
        Role::ALL.into_iter().find(|role| self.column(*role) == Some(column))
    }

    fn slot(&mut self, role: Role) -> &mut Option<usize> {
        match role {
            Role::Case => &mut self.case,
            Role::Event => &mut self.event,
            Role::Time => &mut self.time,
            Role::Segment => &mut self.segment,
        }
    }
}

/// Names in the order in which they are trusted, as whole names or as words inside one: English, then what German,
/// French, Spanish, Italian, Portuguese and Dutch exports write.
pub(super) const CASE: &[&str] = &[
    "customer id",
    "case id",
    "user id",
    "client id",
    "person id",
    "member id",
    "subscriber id",
    "account id",
    "visitor id",
    "contact id",
    "profile id",
    "household id",
    "user pseudo id",
    "distinct id",
    "anonymous id",
    "device id",
    "case concept name",
    "customer",
    "case",
    "user",
    "client",
    "subscriber",
    "member",
    "visitor",
    "account",
    "contact",
    "person",
    "uid",
    "kundennummer",
    "kunden id",
    "kunde",
    "nutzer",
    "benutzer",
    "utilisateur",
    "cliente",
    "usuario",
    "utente",
    "klant",
    "email",
    "session id",
    "session",
    "id",
];
const EVENT: &[&str] = &[
    "event name",
    "event type",
    "event",
    "step",
    "action",
    "activity",
    "concept name",
    "touchpoint",
    "interaction",
    "page",
    "screen",
    "milestone",
    "stage",
    "status",
    "ereignis",
    "schritt",
    "aktion",
    "aktivität",
    "aktivitat",
    "événement",
    "evenement",
    "étape",
    "etape",
    "evento",
    "paso",
    "acción",
    "accion",
    "passo",
    "azione",
    "acao",
    "ação",
    "gebeurtenis",
    "stap",
];
const TIME: &[&str] = &[
    "timestamp",
    "event time",
    "event timestamp",
    "event date",
    "occurred at",
    "created at",
    "time timestamp",
    "date time",
    "datetime",
    "ts",
    "time",
    "date",
    "when",
    "at",
    "zeitstempel",
    "zeitpunkt",
    "zeit",
    "datum",
    "uhrzeit",
    "horodatage",
    "heure",
    "fecha",
    "hora",
    "data",
    "ora",
    "tijd",
    "tijdstip",
];
pub(super) const SEGMENT: &[&str] = &[
    "segment",
    "customer segment",
    "seg",
    "cohort",
    "audience",
    "persona",
    "group",
    "tier",
    "plan",
    "customer type",
    "user type",
    "platform",
    "channel",
    "acquisition channel",
    "country",
    "region",
    "market",
    "device",
    "variant",
    "source",
    "gruppe",
    "zielgruppe",
    "kohorte",
    "groupe",
    "cohorte",
    "segmento",
    "grupo",
    "segmento cliente",
    "gruppo",
    "groep",
    "doelgroep",
];

/// A name as words: `customer_id`, `CustomerID` and `customer-id` are all `customer id`.
pub(super) fn words(name: &str) -> String {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphanumeric() { c } else { ' ' });
        before = c;
    }
    normalised(&spaced)
}

/// How well a name fits a list: the list's first as a whole name is best, any at the end of a longer name is least.
pub(super) fn name_score(name: &str, list: &[&str]) -> usize {
    let words = words(name);
    let whole = list.iter().position(|known| *known == words).map(|at| 1000 - at);
    let at_end = || {
        // "id", "at" and the like end too many names, and a long name is a sentence.
        let ends = |known: &&str| known.len() > 2 && words.ends_with(&format!(" {known}"));
        let short = words.split(' ').count() <= 4;
        list.iter().position(ends).filter(|_| short).map(|at| 400 - at)
    };
    whole.or_else(at_end).unwrap_or(0)
}

/// Whether a cell is a word by which logs call a column.
pub fn is_column_word(cell: &str) -> bool {
    [CASE, EVENT, TIME, SEGMENT].iter().any(|list| list.contains(&words(cell).as_str()))
}

/// Whether a name speaks of whose a row is, or of the number of something.
pub fn is_called_case(name: &str) -> bool {
    name_score(name, CASE) > 0 || words(name).split(' ').any(|word| matches!(word, "id" | "uuid" | "email"))
}

/// How well a name fits those by which logs call their times; 0 where it does not.
pub(super) fn time_name_score(name: &str) -> usize {
    name_score(name, TIME)
}

/// Whether a name speaks of a time: `signup_date`, `ts`, `Zeitpunkt`.
pub fn names_time(name: &str) -> bool {
    let begins = words(name).split_once(' ').is_some_and(|(first, _)| matches!(first, "date" | "datum" | "fecha"));
    begins || name_score(name, TIME) > 0
}

/// Whether a name speaks of something that happens at one moment, though not of time: `cancelled_on`, `last_login`.
pub fn names_moment(name: &str) -> bool {
    let words = words(name);
    let ends = [" at", " on", " am"].iter().any(|end| words.ends_with(end));
    let last = ["last ", "first ", "letzte", "erste", "dernière ", "último ", "ultimo "];
    let happens =
        ["cancel", "churn", "signup", "sign up", "signed up", "joined", "registered", "gekündigt", "kündigung"];
    ends || last.iter().any(|word| words.starts_with(word)) || happens.iter().any(|word| words.starts_with(word))
}

/// Whether a name speaks of an event.
pub fn names_event(name: &str) -> bool {
    name_score(name, EVENT) > 0
}

/// Guesses who holds which role. What comes again is held against the rows that are filled: a blank says nothing twice.
pub fn guess(columns: &[Column]) -> Roles {
    let mut roles = Roles::default();
    // Without a time it is no log: then only names count.
    let is_log = columns.iter().any(|column| column.kind == ColumnKind::Time);
    for (role, score) in [
        (Role::Time, time_score as fn(&Column, bool) -> usize),
        (Role::Case, case_score),
        (Role::Event, event_score),
        (Role::Segment, segment_score),
    ] {
        let free = columns.iter().enumerate().filter(|(at, _)| roles.of_column(*at).is_none());
        let scored = free.map(|(at, column)| (score(column, is_log), std::cmp::Reverse(at)));
        let best = scored.filter(|(score, _)| *score > 0).max();
        roles.give(role, best.map(|(_, at)| at.0));
    }
    roles
}

/// Why a column was given a role by itself.
pub fn because(role: Role, column: &Column) -> String {
    let list = match role {
        Role::Case => CASE,
        Role::Event => EVENT,
        Role::Time => TIME,
        Role::Segment => SEGMENT,
    };
    if name_score(&column.name, list) > 0 {
        return say!(role_by_name).to_owned();
    }
    match role {
        Role::Case => say!(role_by_ids).to_owned(),
        Role::Event | Role::Segment => {
            say!(role_by_values, count = column.distinct.count)
        }
        Role::Time => say!(role_by_times).to_owned(),
    }
}

fn time_score(column: &Column, _is_log: bool) -> usize {
    let named = name_score(&column.name, TIME);
    match column.kind {
        ColumnKind::Time => 2000 + named,
        // A count of steps or days can order events, but only a name makes it a time.
        ColumnKind::Integer if named > 900 => named,
        _ => 0,
    }
}

fn case_score(column: &Column, is_log: bool) -> usize {
    let named = name_score(&column.name, CASE);
    // Ids that a spreadsheet has rounded look like decimals, and so do whole ones of a column that had gaps in pandas (`1001.0`).
    let is_whole = |id: &String| id.strip_suffix(".0").unwrap_or(id).bytes().all(|byte| byte.is_ascii_digit());
    let are_ids = column.samples.iter().any(|id| is_damaged_id(id.as_bytes()))
        || (named > 0 && column.samples.iter().all(is_whole));
    let is_decimal = column.kind == ColumnKind::Decimal && !are_ids;
    if is_decimal || matches!(column.kind, ColumnKind::Time | ColumnKind::Empty) {
        return 0;
    }
    // By content: something that comes again, but has many values.
    let distinct = column.distinct.count as u64;
    let repeats = distinct < column.filled && distinct * 3 > column.filled.isqrt() && distinct > 1;
    named + if repeats && (named > 0 || (is_log && looks_like_ids(column))) { 100 } else { 0 }
}

fn looks_like_ids(column: &Column) -> bool {
    let is_id = |value: &String| value.chars().any(|c| c.is_ascii_digit()) && !value.contains(' ') && value.len() >= 3;
    column.samples.iter().all(is_id)
}

fn event_score(column: &Column, is_log: bool) -> usize {
    let distinct = column.distinct.count;
    let comes_again = distinct > 1 && distinct <= 200 && (distinct as u64) * 2 <= column.filled;
    let is_short = column.samples.iter().all(|value| value.chars().count() <= 40);
    let by_content = comes_again && is_short && is_log && column.kind == ColumnKind::Text;
    match column.kind {
        ColumnKind::Text | ColumnKind::Integer => {
            name_score(&column.name, EVENT) + if by_content { 50 + distinct.min(40) } else { 0 }
        }
        ColumnKind::Decimal if are_in_words(column) => name_score(&column.name, EVENT),
        _ => 0,
    }
}

/// Whether the values are numbers with a word, as names may be.
fn are_in_words(column: &Column) -> bool {
    column.samples.iter().all(|value| has_word(value.as_bytes()))
}

/// Only a name makes a segment: any column with few values could be one.
fn segment_score(column: &Column, _is_log: bool) -> usize {
    let few = column.distinct.count <= 60;
    match column.kind {
        ColumnKind::Text | ColumnKind::Integer if few => name_score(&column.name, SEGMENT),
        // `10k` and `50k` may be the names of plans.
        ColumnKind::Decimal if few && are_in_words(column) => name_score(&column.name, SEGMENT),
        _ => 0,
    }
}
