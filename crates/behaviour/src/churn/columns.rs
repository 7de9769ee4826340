//! Which column of a file of customers says what: by the words of its header and what stands in it.

use touchline_words::say;

use crate::recognise::{Column, ColumnKind, Recognition};
use crate::roles::{CASE, SEGMENT, name_score};

/// What a column of a file of customers says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChurnRole {
    /// Who it is.
    User,
    /// When the customer was last seen.
    LastLogin,
    /// How many days ago that was, at the time of the export.
    DaysSince,
    /// The share of what was begun that was seen to its end, earlier and lately.
    Before,
    Now,
    /// When the customer cancelled, or whether; blank: still there.
    Cancelled,
    /// Whether the customer may be written to.
    Consent,
    Segment,
    /// When the customer came.
    Start,
    /// How long the customer has been one, as a number.
    Tenure,
}

impl ChurnRole {
    pub const ALL: [ChurnRole; 10] = [
        ChurnRole::User,
        ChurnRole::LastLogin,
        ChurnRole::DaysSince,
        ChurnRole::Before,
        ChurnRole::Now,
        ChurnRole::Cancelled,
        ChurnRole::Consent,
        ChurnRole::Segment,
        ChurnRole::Start,
        ChurnRole::Tenure,
    ];

    /// In a sentence: `the customer`, `completion before`.
    pub fn name(self) -> &'static str {
        match self {
            ChurnRole::User => say!(churn_role_user),
            ChurnRole::LastLogin => say!(churn_role_last_login),
            ChurnRole::DaysSince => say!(churn_role_days_since),
            ChurnRole::Before => say!(churn_role_before),
            ChurnRole::Now => say!(churn_role_now),
            ChurnRole::Cancelled => say!(churn_role_cancelled),
            ChurnRole::Consent => say!(churn_role_consent),
            ChurnRole::Segment => say!(churn_role_segment),
            ChurnRole::Start => say!(churn_role_start),
            ChurnRole::Tenure => say!(churn_role_tenure),
        }
    }

    /// Names in the order in which they are trusted: English, then what exports in other languages write.
    fn names(self) -> &'static [&'static str] {
        match self {
            ChurnRole::User => CASE,
            ChurnRole::Segment => SEGMENT,
            ChurnRole::LastLogin => &[
                "last login",
                "last login at",
                "last login on",
                "last login date",
                "last seen",
                "last seen at",
                "last active",
                "last active at",
                "last activity",
                "last activity date",
                "last visit",
                "last session",
                "last stream",
                "last watched",
                "last event",
                "letzter login",
                "letzte anmeldung",
                "dernière connexion",
                "derniere connexion",
                "último acceso",
                "ultimo acceso",
                "ultimo accesso",
                "laatste login",
            ],
            ChurnRole::DaysSince => &[
                "days since last login",
                "days since login",
                "days since last seen",
                "days since last activity",
                "days since last active",
                "days since last visit",
                "days inactive",
                "inactive days",
                "recency days",
                "recency",
                "tage seit letztem login",
            ],
            ChurnRole::Before => &[
                "completion prev",
                "completion previous",
                "completion before",
                "completion prior",
                "completion rate prev",
                "completion rate previous",
                "completion rate before",
                "prev completion",
                "previous completion",
                "completion last month",
            ],
            ChurnRole::Now => &[
                "completion now",
                "completion current",
                "completion rate now",
                "completion rate current",
                "current completion",
                "completion this month",
                "completion rate",
                "completion",
            ],
            ChurnRole::Cancelled => &[
                "cancelled on",
                "canceled on",
                "cancelled at",
                "canceled at",
                "cancelled",
                "canceled",
                "cancellation date",
                "cancel date",
                "churned on",
                "churned at",
                "churn date",
                "churned",
                "churn",
                "ended on",
                "end date",
                "gekündigt am",
                "kündigung",
                "résilié le",
                "resilie le",
                "cancelado el",
                "opgezegd op",
            ],
            ChurnRole::Consent => &[
                "consent",
                "marketing consent",
                "email consent",
                "e mail consent",
                "consent given",
                "has consent",
                "opt in",
                "opted in",
                "marketing opt in",
                "email opt in",
                "newsletter consent",
                "einwilligung",
                "consentement",
                "consentimiento",
                "consenso",
                "toestemming",
            ],
            ChurnRole::Start => &[
                "first seen",
                "first seen at",
                "signup date",
                "sign up date",
                "signed up",
                "signed up on",
                "signed up at",
                "registered on",
                "registered at",
                "registration date",
                "joined",
                "joined on",
                "subscribed on",
                "subscription start",
                "member since",
                "start date",
                "started on",
                "created at",
                "created on",
            ],
            ChurnRole::Tenure => &[
                "tenure",
                "tenure months",
                "tenure days",
                "months subscribed",
                "months as customer",
                "days as customer",
                "subscription length",
                "lifetime",
                "duration",
            ],
        }
    }

    /// Whether what stands in a column can be what the role asks for.
    fn fits(self, column: &Column) -> bool {
        let is_number = matches!(column.kind, ColumnKind::Integer | ColumnKind::Decimal);
        match self {
            ChurnRole::LastLogin | ChurnRole::Start => column.kind == ColumnKind::Time,
            ChurnRole::DaysSince | ChurnRole::Before | ChurnRole::Now | ChurnRole::Tenure => is_number,
            ChurnRole::User => !matches!(column.kind, ColumnKind::Time | ColumnKind::Empty),
            ChurnRole::Segment => column.kind == ColumnKind::Text || column.kind == ColumnKind::Integer,
            ChurnRole::Cancelled | ChurnRole::Consent => true,
        }
    }
}

/// What time and end are called in tables of survival analysis.
const SURVIVAL_TIMES: &[&str] = &[
    "t",
    "time",
    "times",
    "duration",
    "durations",
    "survival",
    "survival_time",
    "futime",
    "week",
    "weeks",
    "days",
    "months",
];
const SURVIVAL_ENDS: &[&str] = &[
    "e",
    "event",
    "events",
    "event_observed",
    "observed",
    "status",
    "fustat",
    "dead",
    "death",
    "died",
    "arrest",
    "cens",
];

fn is_zero_or_one(column: &Column) -> bool {
    let is_two = column.kind == ColumnKind::Integer && column.distinct.count == 2 && !column.distinct.capped;
    is_two && column.samples.iter().all(|value| ["0", "1"].contains(&value.as_str()))
}

fn is_duration(column: &Column) -> bool {
    let is_number = matches!(column.kind, ColumnKind::Integer | ColumnKind::Decimal);
    is_number && column.distinct.count > 2 && column.samples.iter().all(|value| !value.starts_with('-'))
}

/// The score of a name that is in a list as it stands.
const OUTRIGHT: usize = 900;

/// The columns of a file of customers, by their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChurnColumns([Option<usize>; ChurnRole::ALL.len()]);

impl ChurnColumns {
    /// Guesses who says what. A column has one role at most; the surest name chooses first.
    pub fn guess(found: &Recognition) -> ChurnColumns {
        let mut columns = ChurnColumns::default();
        let mut scored: Vec<(usize, ChurnRole, usize)> = Vec::new();
        for (at, column) in found.columns.iter().enumerate() {
            for role in ChurnRole::ALL {
                let score = name_score(&column.name, role.names());
                // A name that says it outright stands for itself, even where some of the values cannot be read.
                if score >= OUTRIGHT || role.fits(column) {
                    scored.push((score, role, at));
                }
            }
        }
        scored.retain(|(score, _, _)| *score > 0);
        // The best score first; among equals the earlier role and column.
        scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        for (_, role, at) in scored {
            if columns.column(role).is_none() && columns.role_of(at).is_none() {
                columns.give(role, Some(at));
            }
        }
        columns.guess_survival(found);
        columns
    }

    /// In the tables of survival analysis, time and end are called in a letter or a word that alone says nothing: a number
    /// called so beside a 0 or 1 called so is taken for them, where no column says it in plain words.
    fn guess_survival(&mut self, found: &Recognition) {
        let is_taken = |role| self.column(role).is_some();
        if is_taken(ChurnRole::Tenure) || is_taken(ChurnRole::Cancelled) || is_taken(ChurnRole::Start) {
            return;
        }
        let called = |names: &[&str], fits: fn(&Column) -> bool| {
            let columns = || found.columns.iter().enumerate().filter(|(_, column)| fits(column));
            names.iter().find_map(|name| columns().find(|(_, column)| column.name.trim().eq_ignore_ascii_case(name)))
        };
        let (time, end) = (called(SURVIVAL_TIMES, is_duration), called(SURVIVAL_ENDS, is_zero_or_one));
        if let (Some((time, _)), Some((end, _))) = (time, end) {
            self.give(ChurnRole::Tenure, Some(time));
            self.give(ChurnRole::Cancelled, Some(end));
        }
    }

    pub fn column(&self, role: ChurnRole) -> Option<usize> {
        self.0.get(role as usize).copied().flatten()
    }

    /// Gives a role to a column, or to none; another role that the column held falls vacant.
    pub fn give(&mut self, role: ChurnRole, column: Option<usize>) {
        if column.is_some() {
            self.0.iter_mut().filter(|held| **held == column).for_each(|held| *held = None);
        }
        if let Some(slot) = self.0.get_mut(role as usize) {
            *slot = column;
        }
    }

    pub fn role_of(&self, column: usize) -> Option<ChurnRole> {
        ChurnRole::ALL.into_iter().find(|role| self.column(*role) == Some(column))
    }

    /// Whether anything in it says who might be about to go.
    pub fn has_signal(&self) -> bool {
        let has = |role| self.column(role).is_some();
        has(ChurnRole::LastLogin) || has(ChurnRole::DaysSince) || (has(ChurnRole::Before) && has(ChurnRole::Now))
    }
}
