//! Whether a column seems to hold personal particulars, so that the importer can say so before anything is kept.
//!
//! A hint by the look of a sample's values and the column's name, never a proof that a column is free of them.

use touchline_words::say;

use super::alike::normalised;

/// What personal thing a column seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Personal {
    Email,
    Phone,
    IpAddress,
    Name,
}

impl Personal {
    /// In words: `e-mail addresses`.
    pub fn words(self) -> &'static str {
        match self {
            Personal::Email => say!(log_personal_email),
            Personal::Phone => say!(log_personal_phone),
            Personal::IpAddress => say!(log_personal_ip),
            Personal::Name => say!(log_personal_names),
        }
    }
}

const NAMES: &[&str] = &[
    "first name",
    "last name",
    "full name",
    "surname",
    "given name",
    "family name",
    "customer name",
    "user name",
    "vorname",
    "nachname",
    "prénom",
    "prenom",
    "nombre",
    "apellido",
    "cognome",
    "firstname",
    "lastname",
    "fullname",
];

/// Looks at a column's name and some of its filled values; most of them must look alike.
pub fn recognise(name: &str, values: &[&str]) -> Option<Personal> {
    let most = |looks: fn(&str) -> bool| {
        let count = values.iter().filter(|value| looks(value.trim())).count();
        count > 0 && count * 10 >= values.len() * 6
    };
    let name = normalised(&name.replace(['_', '-', '.'], " "));
    if most(is_email) {
        return Some(Personal::Email);
    }
    if most(is_ip) {
        return Some(Personal::IpAddress);
    }
    let says_phone =
        ["phone", "mobile", "telefon", "téléphone", "telefono", "tel"].iter().any(|word| name.contains(word));
    if most(is_written_phone) || (says_phone && most(is_phone)) {
        return Some(Personal::Phone);
    }
    let has_letters = |value: &str| value.chars().any(char::is_alphabetic);
    (NAMES.contains(&name.as_str()) && most(has_letters)).then_some(Personal::Name)
}

pub fn is_email(value: &str) -> bool {
    let Some((user, host)) = value.split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', '/']);
    plain(user) && plain(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

pub fn is_ip(value: &str) -> bool {
    value.contains(['.', ':']) && value.parse::<std::net::IpAddr>().is_ok()
}

fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    (7..=15).contains(&digits) && value.chars().all(|c| c.is_ascii_digit() || " +-()/.".contains(c))
}

/// A number written as only telephone numbers are: with a leading plus or an area in brackets.
fn is_written_phone(value: &str) -> bool {
    is_phone(value) && (value.starts_with('+') || value.starts_with('(')) && !value.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_identifies_a_person_is_named() {
        for (name, values, expected) in [
            ("contact", &["ann@example.org", "bo@example.com", ""][..], Some(Personal::Email)),
            ("x", &["+44 20 7946 0018", "(555) 010-0199"], Some(Personal::Phone)),
            ("Phone", &["5550100199"], Some(Personal::Phone)),
            ("address", &["192.0.2.17", "2001:db8::1"], Some(Personal::IpAddress)),
            ("first_name", &["Ann", "Bo"], Some(Personal::Name)),
            ("user_id", &["5550100199", "5550100198"], None),
            ("event", &["home", "sign-up"], None),
            ("version", &["1.2.3"], None),
            ("date", &["2026-11-03"], None),
            ("first_name", &[], None),
        ] {
            assert_eq!(recognise(name, values), expected, "{name} {values:?}");
        }
    }
}
