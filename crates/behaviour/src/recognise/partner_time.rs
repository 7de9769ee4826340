//! Of two files that were joined by an id, whose time is that of the event: the one of the file that the event comes from.
//!
//! Where that file's time has a name by which logs call theirs, or the very name that the other file's has, it is taken and told.
//! Where it may as well be something else (`closed`, `birthday`), both are told, and it is for a person to choose.

use std::cmp::Reverse;

use touchline_words::say;

use super::column::{Column, ColumnKind};
use super::overrides::Overrides;
use crate::names::one_name;
use crate::roles::{Role, Roles, time_name_score};
use crate::source::Partner;

/// Gives the time to the file that the event comes from. What is to be told, and both columns where a person has to choose, the one
/// that was taken first.
pub(super) fn settle(
    columns: &[Column],
    roles: &mut Roles,
    partner: Option<&Partner>,
    overrides: &Overrides,
) -> (Option<String>, Option<[usize; 2]>) {
    let (Some(partner), Some(event)) = (partner, roles.event) else { return (None, None) };
    if overrides.roles.contains_key(&Role::Time) {
        return (None, None);
    }
    let named = |at: usize| columns.get(at).map_or("", |column| column.name.as_str());
    let score = |at: usize| time_name_score(base(named(at)));
    let is_of_partner = |at: usize| at >= partner.own_columns;
    let best = |of_partner: bool| {
        let times = columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Time).map(|(at, _)| at);
        times.filter(|at| is_of_partner(*at) == of_partner).max_by_key(|at| (score(*at), Reverse(*at)))
    };
    let (near, far) = (best(is_of_partner(event)), best(!is_of_partner(event)));
    let event = named(event);
    match (near, far) {
        (_, None) => (None, None),
        (None, Some(far)) => (Some(say!(log_told_time_apart, event, time = named(far))), None),
        (Some(near), Some(far)) => {
            roles.give(Role::Time, Some(near));
            let (time, other) = (named(near), named(far));
            match score(near) > 0 || one_name(base(time)) == one_name(base(other)) {
                true => (Some(say!(log_told_time_near, event, time, other)), None),
                false => (Some(say!(log_told_time_open, event, time, other)), Some([near, far])),
            }
        }
    }
}

/// A name without the number by which a second column of it is told apart.
fn base(name: &str) -> &str {
    let numbered = |name: &str| {
        let (base, number) = name.strip_suffix(')')?.rsplit_once(" (")?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some(base.len())
    };
    numbered(name).and_then(|end| name.get(..end)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::reasons::About;
    use crate::recognise::{Recognition, recognise};
    use crate::source::Source;
    use std::time::{Duration, SystemTime};

    /// Two files as they are when they were joined: the first has the first three columns.
    fn joined(header: &str, overrides: &Overrides) -> Recognition {
        let rows: String = (1..=12)
            .map(|nth| {
                let event = if nth % 2 == 0 { "won" } else { "lost" };
                format!("lead{nth},fair,2026-03-{nth:02} 09:00,{event},2026-05-{nth:02} 10:00\n")
            })
            .collect();
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_796_083_200);
        let source = Source::from_bytes("leads.csv", format!("{header}\n{rows}").into_bytes(), now).unwrap();
        let partner = Partner { file: "deals.csv".into(), on: "lead id".into(), pairs: Vec::new(), own_columns: 3 };
        recognise(&source.with_partner(partner), overrides).unwrap()
    }

    fn check(header: &str, time: &str, open: Option<[usize; 2]>, told: &str) {
        let found = joined(header, &Overrides::default());
        assert_eq!(found.columns[found.roles.time.unwrap()].name, time, "{header}");
        assert_eq!(found.open_time, open, "{header}");
        let said = found.told.iter().any(|one| one.contains(told) && one.contains(&format!("“{time}”")));
        assert!(said, "{header}: {:?}", found.told);
        assert_eq!(found.because(About::Role(Role::Time)), Some(say!(role_time_of_event)), "{header}");
    }

    #[test]
    fn the_time_is_that_of_the_file_that_the_event_comes_from() {
        check("lead id,channel,time,event,time", "time (2)", None, "likely");
        check("lead id,channel,time,event,timestamp", "timestamp", None, "likely");
        check("lead id,channel,time,event,closed", "closed", Some([4, 2]), "unsure");
    }

    #[test]
    fn the_time_of_a_joined_file_is_what_a_person_says() {
        let header = "lead id,channel,time,event,closed";
        let said = Overrides { roles: [(Role::Time, Some(2))].into_iter().collect(), ..Overrides::default() };
        let found = joined(header, &said);
        assert_eq!((found.roles.time, found.open_time), (Some(2), None));
        // An event of the first file has the time of the first file.
        let event = Overrides { roles: [(Role::Event, Some(1))].into_iter().collect(), ..Overrides::default() };
        let found = joined(header, &event);
        assert_eq!((found.roles.time, found.open_time), (Some(2), None));
        assert!(found.told.iter().all(|told| !told.contains("unsure")), "{:?}", found.told);
    }
}
