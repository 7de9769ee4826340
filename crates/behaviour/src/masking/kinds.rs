//! What a name can hold that is not shown: one kind each, which a person may have shown all the same.

use touchline_words::say;

/// What is not shown of names, each by its own switch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Names of persons.
    Name,
    /// Mail addresses.
    Mail,
    /// Telephone numbers.
    Phone,
    /// Streets with a number.
    Address,
    /// Network addresses.
    Ip,
    /// Numbers of customers, orders and the like.
    Id,
    /// Keys without order.
    Token,
    /// What stands behind the question mark of a path.
    Query,
    /// Any text of which there is one for nearly each row.
    Text,
}

impl Kind {
    pub const ALL: [Kind; 9] =
        [Kind::Name, Kind::Mail, Kind::Phone, Kind::Address, Kind::Ip, Kind::Id, Kind::Token, Kind::Query, Kind::Text];

    /// The word of the command line and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Name => "name",
            Kind::Mail => "mail",
            Kind::Phone => "phone",
            Kind::Address => "address",
            Kind::Ip => "ip",
            Kind::Id => "id",
            Kind::Token => "token",
            Kind::Query => "query",
            Kind::Text => "text",
        }
    }

    /// The kind that is called so on the command line.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word.trim())
    }

    /// In a sentence, of several: `mail addresses`.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Name => say!(log_holds_name),
            Kind::Mail => say!(log_holds_mail),
            Kind::Phone => say!(log_holds_phone),
            Kind::Address => say!(log_holds_address),
            Kind::Ip => say!(log_holds_ip),
            Kind::Id => say!(log_holds_id),
            Kind::Token => say!(log_holds_token),
            Kind::Query => say!(log_holds_query),
            Kind::Text => say!(log_holds_text),
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The kinds that are shown as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kept(u16);

impl Kept {
    /// Nothing that looks personal is shown.
    pub const NONE: Kept = Kept(0);
    /// Every name is shown as it is.
    pub const ALL: Kept = Kept((1 << Kind::ALL.len()) - 1);

    pub fn has(self, kind: Kind) -> bool {
        self.0 & kind.bit() != 0
    }

    pub fn is_all(self) -> bool {
        self == Kept::ALL
    }

    pub fn is_none(self) -> bool {
        self == Kept::NONE
    }

    /// The same with a kind shown or not.
    #[must_use]
    pub fn with(self, kind: Kind, shown: bool) -> Kept {
        Kept(if shown { self.0 | kind.bit() } else { self.0 & !kind.bit() })
    }
}

impl FromIterator<Kind> for Kept {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Kept {
        kinds.into_iter().fold(Kept::NONE, |kept, kind| kept.with(kind, true))
    }
}
