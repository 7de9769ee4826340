//! Whether a column of names is one of persons, of whom the lists know some or none.
//!
//! An audience may be called like a person (*Night Owls*), but it is more than one customer. So names that are written as those of
//! persons are persons' where the lists know half of them, and those of segments also where they have few customers each.
//!
//! # Limits
//! Names in the scripts of China, Japan and Korea are known by their length alone.

use super::PERSON;
use super::kinds::Kept;
use super::lists::{is_given, is_surname};
use super::persons::persons_masked;

/// Fewer persons among names make no column of persons.
const LEAST_PERSONS: usize = 3;
/// Of so many, each may have a few customers.
const MANY_PERSONS: usize = 8;
/// A few customers each are fewer than this, taken together.
const FEW_CUSTOMERS: u64 = 5;

/// Whether half of the names or more are those of persons, and nothing else. So many more were known before, and are called by
/// their kind.
pub fn are_persons(names: &[(&[u8], u64)], known_before: usize) -> bool {
    let known = |name: &&str| *name != PERSON && persons_masked(name, Kept::NONE) == PERSON;
    let others = || texts(names).map(|(name, _)| name).filter(|name| *name != PERSON);
    let persons = known_before + others().filter(known).count();
    persons >= LEAST_PERSONS && persons * 2 >= known_before + others().count()
}

/// Whether half of the names or more are written as those of persons, and have hardly two customers each, or a few where there
/// are many.
pub fn are_one_each(names: &[(&[u8], u64)]) -> bool {
    let (mut persons, mut customers) = (0, 0);
    for (_, of) in texts(names).filter(|(name, _)| is_written_as_person(name)) {
        (persons, customers) = (persons + 1, customers + of);
    }
    let most = |each: u64| customers < each * persons as u64;
    let are_few = (persons >= LEAST_PERSONS && most(2)) || (persons >= MANY_PERSONS && most(FEW_CUSTOMERS));
    are_few && persons * 2 >= texts(names).filter(|(name, _)| *name != PERSON).count()
}

fn texts<'a>(names: &'a [(&'a [u8], u64)]) -> impl Iterator<Item = (&'a str, u64)> {
    let text = |(name, of): &(&'a [u8], u64)| Some((std::str::from_utf8(name).ok()?, *of));
    names.iter().filter_map(text).filter(|(name, _)| !name.is_empty())
}

/// Whether a name is written as those of persons whom no list knows: two to four words of letters that each begin with a capital,
/// two to four signs of China, Japan or Korea, or a name alone that the lists know.
pub fn is_written_as_person(name: &str) -> bool {
    let is_word = |word: &str| {
        let bare = word.trim_end_matches(['.', ',']);
        let is_part = |letter: char| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’');
        bare.starts_with(char::is_uppercase) && bare.chars().all(is_part)
    };
    let small = name.to_lowercase();
    let is_alone = name.starts_with(char::is_uppercase) && (is_given(&small) || is_surname(&small));
    let are_words = (2..=4).contains(&name.split_whitespace().count()) && name.split_whitespace().all(is_word);
    let signs = name.chars().filter(|c| !c.is_whitespace() && *c != '・').count();
    let are_signs = (2..=6).contains(&signs) && name.chars().all(|c| is_sign(c) || c.is_whitespace() || c == '・');
    are_words || is_alone || are_signs
}

/// A sign of China, Japan or Korea.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::super::{Grouping, Kept, Kind};

    fn called(names: &[(&str, u64)], kept: Kept) -> Vec<String> {
        let all = names.iter().map(|(name, customers)| (name.as_bytes(), *customers));
        let of = Grouping::of_segments(all, kept, 0);
        names.iter().map(|(name, _)| String::from_utf8(of.name_of(name.as_bytes()).into_owned()).unwrap()).collect()
    }

    fn each<'n>(names: &[&'n str], customers: u64) -> Vec<(&'n str, u64)> {
        names.iter().map(|name| (*name, customers)).collect()
    }

    #[test]
    fn among_persons_one_whom_no_list_knows_is_a_person_too() {
        let names =
            ["Anna Schmidt", "Maria Lopez", "Peter Braun", "Lena Koch", "Ivo Maric", "Xo Qi", "lapsed", "Plan B 2"];
        let many = each(&names, 400);
        assert_eq!(called(&many, Kept::NONE)[4..], [":name", ":name", "lapsed", "Plan B 2"]);
        assert_eq!(called(&many, Kept::NONE.with(Kind::Name, true)), names);
        let few = each(&["Anna Schmidt", "Night Owls", "Family Plan", "Early Birds"], 400);
        assert_eq!(
            called(&few, Kept::NONE)[1..],
            ["Night Owls", "Family Plan", "Early Birds"],
            "one is no column of persons"
        );
        // Those that were known before are called by their kind, and count as many as they were.
        let rest: Vec<(&[u8], u64)> = vec![(b":name", 30), (b"Ivo Maric", 9), (b"Xo Qi", 9)];
        assert_eq!(&*Grouping::of_segments(rest.iter().copied(), Kept::NONE, 4).name_of(b"Ivo Maric"), b":name");
        assert_eq!(&*Grouping::of_segments(rest.iter().copied(), Kept::NONE, 0).name_of(b"Ivo Maric"), b"Ivo Maric");
    }

    #[test]
    fn segments_of_one_customer_each_that_are_written_as_persons_are_persons() {
        let twelve = [
            "Ivo Maric",
            "Xo Qi",
            "Olumide Adeyemi",
            "Siobhan Reilly",
            "Tuva Lindqvist",
            "Kaito Fujimori",
            "Ngozi Eze",
            "Wafa Haddad",
            "Aroha Ngata",
            "Petros Galanis",
            "Milos Jovic",
            "Ying Tao",
        ];
        assert_eq!(called(&each(&twelve, 1), Kept::NONE), [":name"; 12]);
        assert_eq!(called(&each(&twelve, 4), Kept::NONE), [":name"; 12], "a few customers each");
        assert_eq!(called(&each(&twelve[..3], 1), Kept::NONE), [":name"; 3]);
        assert_eq!(called(&each(&["王伟", "李娜", "张伟", "刘洋"], 1), Kept::NONE), [":name"; 4]);
        assert_eq!(called(&each(&["田中 太郎", "김민준", "鈴木一郎"], 1), Kept::NONE), [":name"; 3]);
        assert_eq!(called(&each(&["Анна", "Maria", "Peter"], 1), Kept::NONE), [":name"; 3]);
        let kept = called(&each(&twelve, 1), Kept::NONE.with(Kind::Name, true).with(Kind::Text, true));
        assert_eq!(kept, twelve);
    }

    #[test]
    fn audiences_keep_their_names() {
        let two_words = [
            "Night Owls",
            "Family Plan",
            "Early Birds",
            "Binge Watchers",
            "Lapsed Fans",
            "Free Trial",
            "Gift Cards",
            "New Users",
            "Power Users",
        ];
        assert_eq!(called(&each(&two_words, 40), Kept::NONE), two_words);
        assert_eq!(called(&each(&two_words[..4], 3), Kept::NONE), two_words[..4]);
        let small = ["trial", "pro", "family", "gift", "lapsed"];
        assert_eq!(called(&each(&small, 1), Kept::NONE), small);
        let signs = ["新用户", "老用户", "会员"];
        assert_eq!(called(&each(&signs, 9), Kept::NONE), signs);
        let codes = ["de", "at", "ch", "fr", "it", "nl", "be", "es"];
        assert_eq!(called(&each(&codes, 2), Kept::NONE), codes);
        assert_eq!(called(&each(&codes, 1), Kept::NONE), [":text"; 8], "one customer is no audience");
    }
}
