//! Where a table stands: `clickhouses://user@host:8443/database/table`, and nothing secret in it.
//!
//! An address is shown in messages and told to colleagues, so a password inside one is refused, not kept. It also says whether
//! what is sent there is enciphered: by `clickhouses` and `https` it is, by `clickhouse` and `http` it is not. Names with
//! unusual letters are percent-encoded, as in any address.

use std::fmt;

use touchline_words::say;

use super::error::ClusterError;

/// How an address is written, by whether what is sent is enciphered.
const ENCRYPTED: &str = "clickhouses://";
const OPEN: &str = "clickhouse://";

/// How an address begins, whether what is sent there is enciphered, and the port where none is named: ClickHouse's own for its
/// HTTP interface, and the web's.
const SCHEMES: [(&str, bool, u16); 4] =
    [(OPEN, false, 8123), (ENCRYPTED, true, 8443), ("http://", false, 80), ("https://", true, 443)];

/// A table on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What is sent there travels through TLS.
    pub encrypted: bool,
    /// The user's name; `default` on the server where there is none.
    pub user: Option<String>,
    /// A name or an IP address, that of version 6 in brackets.
    pub host: String,
    pub port: u16,
    pub database: String,
    pub table: String,
}

/// Whether a text is meant to be an address and not a file. Capitals do not matter.
pub fn is_address(text: &str) -> bool {
    after_scheme(text).is_some()
}

/// What follows the beginning of an address, whether that asks for TLS, and its port.
fn after_scheme(text: &str) -> Option<(&str, bool, u16)> {
    let text = text.trim();
    SCHEMES.iter().find_map(|(scheme, encrypted, port)| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some((rest, *encrypted, *port))
    })
}

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// [`ClusterError::Address`] with what is wrong, [`ClusterError::PasswordInAddress`]; neither repeats the text.
    pub fn parse(text: &str) -> Result<Address, ClusterError> {
        let wrong = |problem: &'static str| ClusterError::Address { problem };
        let (rest, encrypted, port) = after_scheme(text).ok_or(wrong(say!(database_address_begin)))?;
        let (place, path) = rest.split_once('/').ok_or(wrong(say!(database_address_no_path)))?;
        let (user, server) = match place.rsplit_once('@') {
            Some((user, server)) => (Some(user), server),
            None => (None, place),
        };
        if user.is_some_and(|user| user.contains(':')) {
            return Err(ClusterError::PasswordInAddress);
        }
        let (host, port) = host_and_port(server, port).ok_or(wrong(say!(database_address_host)))?;
        let (database, table) =
            path.trim_end_matches('/').split_once('/').ok_or(wrong(say!(database_address_no_table)))?;
        if table.contains(['/', '?', '#']) || database.contains(['?', '#']) {
            return Err(wrong(say!(database_address_more)));
        }
        let name = |text: &str| percent_decoded(text).filter(|name| !name.is_empty() && !name.contains('\0'));
        Ok(Address {
            encrypted,
            user: user.map(|user| name(user).ok_or(wrong(say!(database_address_user)))).transpose()?,
            host: host.to_owned(),
            port,
            database: name(database).ok_or(wrong(say!(database_address_database)))?,
            table: name(table).ok_or(wrong(say!(database_address_table)))?,
        })
    }

    /// What may be kept with the figures: the table, not who asked which server.
    pub fn table_name(&self) -> String {
        format!("{}.{}", self.database, self.table)
    }

    /// Host and port, for messages.
    pub fn server(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Who goes in where, and by which line: what a password belongs to.
    pub fn login(&self) -> String {
        let scheme = if self.encrypted { ENCRYPTED } else { OPEN };
        let user = self.user.as_deref().map(|user| format!("{}@", percent_encoded(user))).unwrap_or_default();
        format!("{scheme}{user}{}", self.server())
    }

    /// Who listens on the way reads what is sent: it is not enciphered, and leaves this machine.
    pub fn is_open_to_others(&self) -> bool {
        let host = self.host.to_ascii_lowercase();
        let is_loopback =
            |host: &str| host.starts_with("127.") && host.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit());
        let is_here = host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || is_loopback(&host);
        !self.encrypted && !is_here
    }
}

impl fmt::Display for Address {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{}/{}/{}", self.login(), percent_encoded(&self.database), percent_encoded(&self.table))
    }
}

fn host_and_port(server: &str, usual: u16) -> Option<(&str, u16)> {
    let (host, port) = match server.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(']')? + 2;
            server.split_at_checked(end)?
        }
        None => server.split_at_checked(server.find(':').unwrap_or(server.len()))?,
    };
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "-._[]:".contains(letter);
    if host.is_empty() || host == "[]" || !host.chars().all(is_letter) {
        return None;
    }
    match port.strip_prefix(':') {
        Some(port) => Some((host, port.parse().ok().filter(|port| *port > 0)?)),
        None => port.is_empty().then_some((host, usual)),
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'%' {
            bytes.push(*byte);
            continue;
        }
        let (hex, after) = rest.split_first_chunk::<2>()?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

fn percent_encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Option<String>, String, u16, String, String) {
        let Address { user, host, port, database, table, .. } = Address::parse(text).unwrap();
        (user, host, port, database, table)
    }

    #[test]
    fn an_address_names_user_server_database_and_table() {
        let owned = |text: &str| text.to_owned();
        assert_eq!(
            parts("clickhouse://ana@db.example.org:9123/shop/events"),
            (Some(owned("ana")), owned("db.example.org"), 9123, owned("shop"), owned("events"))
        );
        assert_eq!(
            parts(" ClickHouse://[::1]/my%20db/a%2Fb/ "),
            (None, owned("[::1]"), 8123, owned("my db"), owned("a/b"))
        );
    }

    #[test]
    fn it_is_written_as_it_is_read() {
        for text in [
            "clickhouse://ana@h:1/d/t",
            "clickhouse://h:8123/my%20db/a%2Fb%60",
            "clickhouse://[::1]:8123/d/t",
            "clickhouses://ana@h:8443/d/t",
        ] {
            assert_eq!(Address::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Address::parse("clickhouse://u@h/d/t").unwrap().table_name(), "d.t");
    }

    #[test]
    fn an_address_says_whether_what_is_sent_can_be_read_on_the_way() {
        for (text, encrypted, open, port) in [
            ("clickhouse://db.example.org/d/t", false, true, 8123),
            ("http://db.example.org/d/t", false, true, 80),
            ("clickhouse://127.example.org/d/t", false, true, 8123),
            ("clickhouses://db.example.org/d/t", true, false, 8443),
            ("HTTPS://db.example.org/d/t", true, false, 443),
            ("https://db.example.org:8443/d/t", true, false, 8443),
            ("clickhouse://localhost/d/t", false, false, 8123),
            ("clickhouse://127.0.0.1/d/t", false, false, 8123),
            ("http://[::1]:8123/d/t", false, false, 8123),
        ] {
            let address = Address::parse(text).unwrap();
            assert_eq!(
                (address.encrypted, address.is_open_to_others(), address.port),
                (encrypted, open, port),
                "{text}"
            );
            assert_eq!(Address::parse(&address.to_string()).unwrap(), address, "{text}");
        }
    }

    #[test]
    fn what_is_no_address_says_what_is_wrong() {
        for (text, says) in [
            ("log.csv", "begin"),
            ("clickhouse://", "database and table"),
            ("clickhouse://host", "database and table"),
            ("clickhouse://host/db", "no table"),
            ("clickhouse://host/db/", "no table"),
            ("clickhouse:///db/t", "host"),
            ("clickhouse://h:x/db/t", "host"),
            ("clickhouse://h:0/db/t", "host"),
            ("clickhouse://h:1:2/db/t", "host"),
            ("clickhouse://h h/db/t", "host"),
            ("clickhouse://[::1/db/t", "host"),
            ("clickhouse://h/db/t?x=1", "follows"),
            ("clickhouse://h/db/t/u", "follows"),
            ("clickhouse://h/%zz/t", "database"),
            ("clickhouse://h/d/%00", "table"),
            ("clickhouse://@h/d/t", "user"),
        ] {
            let said = Address::parse(text).unwrap_err().to_string();
            assert!(said.contains(says), "{text}: {said}");
        }
    }

    #[test]
    fn a_password_in_an_address_is_refused_and_not_repeated() {
        let error = Address::parse("clickhouse://ana:hunter2@host/db/t").unwrap_err();
        assert!(matches!(error, ClusterError::PasswordInAddress));
        assert!(!format!("{error} {error:?}").contains("hunter2"));
        assert!(!format!("{:?}", Address::parse("clickhouse://ana:hunter2@host").unwrap_err()).contains("hunter2"));
    }
}
