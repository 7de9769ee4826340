//! What in a name points to a person or to one thing alone, each replaced by a mark: `:mail`, `:phone`, `:ip`, `:id`, `:token`.
//!
//! Judges one name by itself. What may as well be a step (`/season/2`, `episode 12`, a year, a date) is left alone here; whether it
//! is one of many is for [`super::Grouping`] to say.
//!
//! # Limits
//! A token of letters alone, and one of fewer than eight characters, is not known; names of persons are for [`super::persons`].

use std::borrow::Cow;
use std::collections::VecDeque;

use super::kinds::{Kept, Kind};
use crate::personal::{is_email, is_ip};

/// Segments of a path behind which a number is somebody's or something's, however short.
const OWNERS: [&str; 36] = [
    "user",
    "users",
    "u",
    "customer",
    "customers",
    "client",
    "clients",
    "account",
    "accounts",
    "member",
    "members",
    "profile",
    "profiles",
    "person",
    "persons",
    "people",
    "patient",
    "patients",
    "contact",
    "contacts",
    "subscriber",
    "subscribers",
    "order",
    "orders",
    "invoice",
    "invoices",
    "ticket",
    "tickets",
    "lead",
    "leads",
    "deal",
    "deals",
    "kunde",
    "kunden",
    "bestellung",
    "rechnung",
];

/// Whether somebody's or something's name stands behind this segment of a path.
pub fn is_owner(segment: &str) -> bool {
    OWNERS.iter().any(|owner| segment.eq_ignore_ascii_case(owner))
}

/// What parts the pieces of a name that is no path.
const PARTS: [char; 19] =
    [' ', '\t', ',', ';', '=', '&', ':', '|', '"', '\'', '(', ')', '<', '>', '[', ']', '{', '}', '#'];

/// A number of so many digits or more is no step.
const LONG_NUMBER: usize = 7;
/// The same between the slashes of a path.
const LONG_IN_PATH: usize = 3;

/// The name with a mark in the place of each personal thing; the name itself where there is none. A path that has one behind its
/// question mark ends before that.
pub fn masked(name: &str) -> Cow<'_, str> {
    masked_but(name, Kept::NONE)
}

/// The same where some kinds stay as they are.
pub fn masked_but(name: &str, kept: Kept) -> Cow<'_, str> {
    // Every mark needs one of these, and most names have none.
    if kept.is_all() || !name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@') {
        return Cow::Borrowed(name);
    }
    let decoded = if name.contains("%40") { Cow::Owned(name.replace("%40", "@")) } else { Cow::Borrowed(name) };
    let (spaced, mut held) = without_spaced_numbers(&decoded, kept);
    let mut words = String::with_capacity(spaced.len());
    for word in spaced.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        words.push_str(&if is_path(bare) { path_masked(bare, kept) } else { pieces_masked(bare, kept) });
        words.push_str(word.get(bare.len()..).unwrap_or_default());
    }
    while let Some(number) = held.pop_front() {
        words = words.replacen(HELD, number, 1);
    }
    // What was only written in another way says nothing of anybody.
    if words == *decoded { Cow::Borrowed(name) } else { Cow::Owned(words) }
}

/// Whether a word is an address of a page: with a slash at its start, or behind a colon, or with two.
pub fn is_path(word: &str) -> bool {
    word.starts_with('/') || word.contains("://") || word.matches('/').count() > 1
}

/// A path as far as its question mark or number sign.
pub fn without_query(path: &str) -> &str {
    path.split(['?', '#']).next().unwrap_or(path)
}

fn path_masked(path: &str, kept: Kept) -> String {
    let bare = without_query(path);
    let query = path.get(bare.len()..).unwrap_or_default();
    let is_clean = query.split('?').all(|part| pieces_masked(part, kept) == part);
    let mut before = "";
    let mut masked: Vec<String> = Vec::new();
    for segment in bare.split('/') {
        masked.push(segment_masked(segment, before, kept));
        before = segment;
    }
    masked.join("/") + if is_clean { query } else { "" }
}

fn segment_masked(segment: &str, before: &str, kept: Kept) -> String {
    // `/@annas` is somebody's page.
    if segment.len() > 2 && segment.starts_with('@') && !kept.has(Kind::Name) {
        return ":name".to_owned();
    }
    if segment.is_empty() || !segment.bytes().all(|byte| byte.is_ascii_digit()) {
        return pieces_masked(segment, kept);
    }
    let is_owned = is_owner(before);
    let is_year = segment.len() == 4 && (segment.starts_with("19") || segment.starts_with("20"));
    // `/404` and `/error/500` are pages.
    let tells_error = before.is_empty() || ["error", "errors", "status"].contains(&before);
    let is_status = segment.len() == 3 && tells_error && (segment.starts_with('4') || segment.starts_with('5'));
    let is_long = segment.len() >= LONG_IN_PATH && !is_year && !is_status && !is_date(segment);
    if (is_owned || is_long) && !kept.has(Kind::Id) { ":id".to_owned() } else { segment.to_owned() }
}

fn pieces_masked(text: &str, kept: Kept) -> String {
    if is_ip(text) {
        return if kept.has(Kind::Ip) { text } else { ":ip" }.to_owned();
    }
    let mut masked = String::with_capacity(text.len());
    for piece in text.split_inclusive(PARTS) {
        let bare = piece.trim_end_matches(PARTS);
        // A sentence may end behind it.
        let core = bare.trim_end_matches(['.', '!', '?']);
        masked.push_str(&piece_masked(core, kept));
        masked.push_str(piece.get(core.len()..).unwrap_or_default());
    }
    masked
}

fn piece_masked(piece: &str, kept: Kept) -> Cow<'_, str> {
    let mark = |kind: Kind, mark: &'static str| Cow::Borrowed(if kept.has(kind) { piece } else { mark });
    if is_email(piece) {
        return mark(Kind::Mail, ":mail");
    }
    if !piece.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(piece);
    }
    if is_ip(piece) {
        return mark(Kind::Ip, ":ip");
    }
    if is_uuid(piece) {
        return mark(Kind::Id, ":id");
    }
    // A signed token says by its start what it is.
    if (piece.starts_with("eyJ") && piece.len() > 20) || is_mixed_token(piece) {
        return mark(Kind::Token, ":token");
    }
    let mut masked = String::with_capacity(piece.len());
    let mut rest = piece;
    while !rest.is_empty() {
        let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        masked.push_str(&run_masked(rest.get(..run).unwrap_or_default(), kept));
        let after = rest.get(run..).unwrap_or_default();
        let gap = after.find(char::is_alphanumeric).unwrap_or(after.len());
        masked.push_str(after.get(..gap).unwrap_or_default());
        rest = after.get(gap..).unwrap_or_default();
    }
    if masked == piece { Cow::Borrowed(piece) } else { Cow::Owned(masked) }
}

/// A run of letters and digits.
fn run_masked(run: &str, kept: Kept) -> Cow<'_, str> {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        return Cow::Borrowed(run);
    }
    let is_hex = run.bytes().all(|byte| byte.is_ascii_hexdigit()) && run.len() >= 16 && digits < run.len();
    let turns = turns(run);
    if is_hex || (run.len() >= 12 && turns >= 4) || (run.len() >= 8 && turns >= 5) {
        return Cow::Borrowed(if kept.has(Kind::Token) { run } else { ":token" });
    }
    let mut masked = String::with_capacity(run.len());
    let mut rest = run;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = rest.get(start..).unwrap_or_default();
        let len = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let number = number.get(..len).unwrap_or_default();
        masked.push_str(rest.get(..start).unwrap_or_default());
        let is_long = len >= LONG_NUMBER && !is_date(number) && !kept.has(Kind::Id);
        masked.push_str(if is_long { ":id" } else { number });
        rest = rest.get(start + len..).unwrap_or_default();
    }
    masked.push_str(rest);
    Cow::Owned(masked)
}

/// How often a letter stands beside a digit.
fn turns(text: &str) -> usize {
    let kind = |byte: u8| (byte.is_ascii_digit(), byte.is_ascii_alphabetic());
    text.as_bytes()
        .windows(2)
        .filter(|pair| {
            matches!(pair, [a, b] if {
                let (a, b) = (kind(*a), kind(*b));
                (a.0 && b.1) || (a.1 && b.0)
            })
        })
        .count()
}

/// Large and small letters and digits without order, as in a key.
fn is_mixed_token(piece: &str) -> bool {
    let has = |is: fn(&u8) -> bool| piece.bytes().any(|byte| is(&byte));
    piece.len() >= 16 && turns(piece) >= 4 && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase)
}

fn is_uuid(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// `20260301`, also with a time of day behind it.
fn is_date(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    matches!(digits.len(), 8 | 12 | 14)
        && (1900..=2100).contains(&part(0..4))
        && (1..=12).contains(&part(4..6))
        && (1..=31).contains(&part(6..8))
}

/// Stands for a number that is shown, so that no part of it is taken for another.
const HELD: char = '\u{F8FF}';

/// Telephone numbers, and numbers of cards and accounts in groups, in the place of which stands a mark; those that are shown are
/// held apart.
fn without_spaced_numbers(text: &str, kept: Kept) -> (Cow<'_, str>, VecDeque<&str>) {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.');
    let (mut masked, mut held) = (String::new(), VecDeque::new());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(') {
        let before = rest.get(..start).unwrap_or_default();
        let after_word = before.ends_with(|c: char| c.is_alphanumeric());
        let number = rest.get(start..).unwrap_or_default();
        let len = number.find(|c: char| !is_part(c)).unwrap_or(number.len());
        let number = number.get(..len).unwrap_or_default().trim_end_matches([' ', '-', '(', '+', '.']);
        let goes_on =
            rest.get(start + number.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
        masked.push_str(before);
        let kind = match (after_word, goes_on) {
            (true, false) => is_account(before, number).then_some(Kind::Id),
            (false, false) => number_kind(number),
            _ => None,
        };
        match kind {
            Some(kind) if kept.has(kind) && !text.contains(HELD) => {
                masked.push(HELD);
                held.push_back(number);
            }
            Some(Kind::Phone) => masked.push_str(":phone"),
            Some(_) => masked.push_str(":id"),
            None => masked.push_str(number),
        }
        // A lone sign is passed over too.
        let end = start + number.len().max(1);
        if number.is_empty() {
            masked.push_str(rest.get(start..end).unwrap_or_default());
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    masked.push_str(rest);
    if masked == text { (Cow::Borrowed(text), held) } else { (Cow::Owned(masked), held) }
}

/// The digits of an IBAN behind its country: `DE89 3704 0044 0532 0130 00`.
fn is_account(before: &str, number: &str) -> bool {
    let mut letters = before.chars().rev();
    let country = letters.by_ref().take(2).filter(char::is_ascii_uppercase).count() == 2;
    let stands_alone = letters.next().is_none_or(|c| !c.is_alphanumeric());
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    country && stands_alone && digits >= 12 && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
}

fn number_kind(number: &str) -> Option<Kind> {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let groups = || number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
    let is_written_phone = number.starts_with(['+', '(']) && (8..=15).contains(&digits) && groups().count() < 8;
    if is_written_phone {
        return Some(Kind::Phone);
    }
    // Versions and addresses of networks have points, and numbers of thousands.
    let sizes: Vec<usize> = groups().map(str::len).collect();
    let is_pointed = number.contains('.');
    let is_thousands = sizes.iter().skip(1).all(|size| *size == 3);
    if is_pointed && (is_ip(number) || is_thousands || number.contains([' ', '-'])) {
        return None;
    }
    // `555-0199`, `06 12 34 56 78`.
    let in_pairs = number.starts_with('0') && sizes.len() == 5 && sizes.iter().all(|size| *size == 2);
    if in_pairs || (sizes == [3, 4] && number.contains('-')) {
        return Some(Kind::Phone);
    }
    let mut sizes = groups().map(str::len);
    let begins_with_date = matches!(
        (sizes.next(), sizes.next(), sizes.next()),
        (Some(4), Some(1 | 2), Some(1 | 2)) | (Some(1 | 2), Some(1 | 2), Some(4))
    );
    // Steps that are counted up are short.
    let is_grouped =
        groups().count() > 1 && groups().all(|group| group.len() > 1) && groups().any(|group| group.len() > 2);
    match digits >= 9 && is_grouped && !begins_with_date {
        true if number.starts_with('0') || digits < 12 => Some(Kind::Phone),
        true => Some(Kind::Id),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_to_one_person_or_thing_becomes_a_mark() {
        for (name, expected) in [
            ("/reset?mail=ann@example.org", "/reset"),
            ("/reset?mail=ann%40example.org&x=1", "/reset"),
            ("GET /user/123/edit", "GET /user/:id/edit"),
            ("/user/7/edit", "/user/:id/edit"),
            ("https://shop.example/orders/88123#top", "https://shop.example/orders/:id#top"),
            ("/s/9f8a7d6c5b4e/open", "/s/:token/open"),
            ("/verify?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x", "/verify"),
            ("/u/0b7c6d1e-2f3a-4b5c-8d9e-0f1a2b3c4d5e", "/u/:id"),
            ("mail sent to Ann <ann@example.org>.", "mail sent to Ann <:mail>."),
            ("login:bo.li+x@example.co.uk", "login::mail"),
            ("call +49 170 1234567 ended", "call :phone ended"),
            ("called (555) 010-0199", "called :phone"),
            ("sms 0170 123 45 67", "sms :phone"),
            ("card 4111 1111 1111 1111", "card :id"),
            ("paid DE89 3704 0044 0532 0130 00", "paid DE:id"),
            ("rang 555-0199", "rang :phone"),
            ("0170.123.45.67", ":phone"),
            ("06 12 34 56 78", ":phone"),
            ("/@somebody/likes", "/:name/likes"),
            ("user_48213377 came", "user_:id came"),
            ("order #100234567", "order #:id"),
            ("from 192.0.2.17", "from :ip"),
            ("2001:db8::1", ":ip"),
            ("key AKi8sT3xQ9ZpL0vB2", "key :token"),
            ("d41d8cd98f00b204e9800998ecf8427e", ":token"),
        ] {
            assert_eq!(masked(name), expected, "{name}");
        }
    }

    #[test]
    fn what_may_be_a_step_is_left_alone() {
        for name in [
            "view",
            "sign up",
            "/pricing?plan=pro",
            "/season/2/episode/12",
            "/blog/2026/03/hello",
            "/404",
            "/error/500",
            "episode 101",
            "S01E03",
            "2026-03-01 14:05:22",
            "2026-03-01",
            "20260301",
            "01.03.2026",
            "ios 17.4.1",
            "level_12",
            "1080p60fps",
            "24/7 support",
            "3 of 10 seen",
            "mp3 played",
            "step 1 2 3",
            "é2 ü",
            "price 1,299.00",
            "@home",
            "Q3 2026 (60+)",
            "price 1.299.000",
            "v17.4.1",
            "season 2025-2026",
            "+1",
            "(2)",
            "+",
            "utm=spring2026",
            "trailer_30s_v2",
        ] {
            assert_eq!(masked(name), name);
            assert!(matches!(masked(name), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn a_mark_is_a_name_that_stays() {
        for name in ["/user/:id/edit", ":mail", "call :phone ended", "user_:id", ":token"] {
            assert_eq!(masked(name), name);
        }
    }
}
