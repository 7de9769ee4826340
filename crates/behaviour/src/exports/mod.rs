//! Exports of products that are known by the names in their headers, each with what it cannot tell.
//!
//! The table is data ([`table`]); how names are found in a header is said here: by letters and digits alone, whatever their
//! case, in any place, also in the rows of a header that takes several. Where two columns have a name that must be there once, it is
//! said and nothing is recognised, since nobody can tell which of them is meant.

mod table;

use std::collections::HashMap;

use touchline_words::{Said, say};

use super::names::one_name;
use super::roles::Role;
use table::{BY_FILE, EXPORTS};

/// An export of a product.
#[derive(Debug)]
pub struct Export {
    /// The word of the JSON.
    pub word: &'static str,
    name: Said,
    /// What must be in the header, as [`Needed`] says it.
    needs: &'static [&'static str],
    /// What columns are for, by their names.
    roles: &'static [(&'static str, Role)],
    cannot: Said,
}

impl Export {
    /// With its product: `HubSpot deals`.
    pub fn name(&self) -> &'static str {
        self.name.text()
    }

    /// What it cannot tell, as the end of a sentence.
    pub fn cannot(&self) -> &'static str {
        self.cannot.text()
    }

    /// The column of each role that the export's own names tell, by its place.
    pub fn roles_in(&self, names: &[String]) -> Vec<(Role, usize)> {
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let at = |wanted: &str| keys.iter().position(|name| name == wanted);
        self.roles.iter().filter_map(|(name, role)| Some((*role, at(name)?))).collect()
    }
}

/// All that are known.
pub fn all() -> impl Iterator<Item = &'static Export> {
    EXPORTS.iter().chain(BY_FILE.iter().map(|(_, export)| export))
}

/// Which export a header is of.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    Export(&'static Export),
    /// It would be this one, but several columns have a name that must be there once.
    Doubled(&'static Export, &'static str),
}

impl Found {
    /// What a person has to know before any figure.
    pub fn words(&self) -> String {
        match self {
            Found::Export(export) => say!(export_told, name = export.name(), cannot = export.cannot()),
            Found::Doubled(export, column) => say!(export_doubled, name = export.name(), column),
        }
    }

    pub fn export(&self) -> Option<&'static Export> {
        match self {
            Found::Export(export) => Some(export),
            Found::Doubled(..) => None,
        }
    }
}

/// The export that a header is of: of several the one that asks for most. A header may take several rows, which may repeat a
/// name below itself.
pub fn find(rows: &[Vec<String>], file: &str) -> Option<Found> {
    by_header(rows).or_else(|| by_file(rows, file))
}

/// One with few columns, by all of them and the name of its file.
fn by_file(rows: &[Vec<String>], file: &str) -> Option<Found> {
    let [header] = rows else { return None };
    let keys: Vec<String> = header.iter().map(|name| key(name)).collect();
    let is_it = |(word, export): &&(&str, Export)| key(file).contains(word) && export.needs == keys;
    BY_FILE.iter().find(is_it).map(|(_, export)| Found::Export(export))
}

fn by_header(rows: &[Vec<String>]) -> Option<Found> {
    let mut names: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let mut here: HashMap<String, usize> = HashMap::new();
        for name in row {
            *here.entry(key(name)).or_default() += 1;
        }
        for (name, count) in here {
            let most = names.entry(name).or_default();
            *most = count.max(*most);
        }
    }
    let fitting =
        EXPORTS.iter().filter(|export| export.needs.iter().all(|needed| Needed::of(needed).count(&names) > 0));
    // Of equal ones the last would be taken.
    let export = fitting.rev().max_by_key(|export| export.needs.len())?;
    let doubled = export.needs.iter().find(|needed| {
        let needed = Needed::of(needed);
        matches!(needed, Needed::Name(_)) && needed.count(&names) > 1
    });
    Some(doubled.map_or(Found::Export(export), |column| Found::Doubled(export, column)))
}

/// A name that must be in a header.
#[derive(Clone, Copy)]
enum Needed<'n> {
    /// Once, by one of the names that are parted by `|`, as in other languages or versions of the product.
    Name(&'n str),
    /// One of these beginnings, of one name or several, written with a `*` behind.
    Beginning(&'n str),
}

impl<'n> Needed<'n> {
    fn of(written: &'n str) -> Needed<'n> {
        written.strip_suffix('*').map_or(Needed::Name(written), Needed::Beginning)
    }

    /// How many columns have it.
    fn count(self, names: &HashMap<String, usize>) -> usize {
        match self {
            Needed::Name(either) => either.split('|').map(|name| names.get(name).copied().unwrap_or(0)).sum(),
            Needed::Beginning(either) => {
                let begins = |name: &String| either.split('|').any(|start| name.starts_with(start));
                names.iter().filter(|(name, _)| begins(name)).map(|(_, count)| count).sum()
            }
        }
    }
}

/// Letters and digits in small letters: `Date entered "New (Sales)"` and `date_entered_new_sales` begin alike.
fn key(name: &str) -> String {
    one_name(name).chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(header: &str) -> Option<Found> {
        find(&[header.split(',').map(str::to_owned).collect()], "export.csv")
    }

    #[test]
    fn names_are_found_in_any_order_and_writing_and_the_one_that_asks_for_most_is_taken() {
        for (header, word) in [
            (
                "Deal Stage,RECORD ID,deal name,pipeline,Date entered \"New (Sales)\",Date entered \"Won (Sales)\"",
                "hubspot-deals",
            ),
            ("record_id,deal_name,pipeline,deal_stage,hs_v2_date_entered_123", "hubspot-deals"),
            ("Event Name,Time,Distinct ID,UTM Source", "mixpanel-events"),
            ("event,distinct_id,time,$insert_id,city", "mixpanel-events-raw"),
            (
                "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,Durée de visionnage (heures),Impressions",
                "youtube-videos",
            ),
            ("interval_start_timestamp,visitors,pct_communicated", "discord-communicators"),
        ] {
            assert_eq!(
                found(header).and_then(|found| found.export()).map(|export| export.word),
                Some(word),
                "{header}"
            );
        }
        for header in ["user,event,time", "Record ID,Deal Name,Pipeline,Deal Stage", "Title,Date", ""] {
            assert!(found(header).is_none(), "{header}");
        }
    }

    #[test]
    fn few_columns_are_known_by_the_name_of_their_file_too() {
        let found = |names: &[&str], file: &str| find(&[names.iter().map(|name| (*name).to_owned()).collect()], file);
        assert!(found(&["Title", "Date"], "NetflixViewingHistory.csv").is_some());
        for (names, file) in [
            (&["Title", "Date"][..], "releases.csv"),
            (&["Title", "Date", "Place"], "netflix.csv"),
            (&["Date", "Title"], "netflix.csv"),
        ] {
            assert!(found(names, file).is_none(), "{file} {names:?}");
        }
    }

    #[test]
    fn a_name_that_is_there_twice_is_refused_with_its_reason() {
        let twice = found("Record ID,Deal Name,Pipeline,Deal Stage,deal_stage,Date entered \"New\"").unwrap();
        assert!(twice.export().is_none());
        assert!(twice.words().contains("two columns"), "{}", twice.words());
    }

    #[test]
    fn each_export_has_a_word_of_its_own_and_names_as_they_are_compared() {
        let mut words: Vec<&str> = all().map(|export| export.word).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all().count());
        for export in all() {
            let needs = export.needs.iter().flat_map(|needed| needed.trim_end_matches('*').split('|'));
            for name in needs.chain(export.roles.iter().map(|(name, _)| *name)) {
                assert_eq!(key(name), name, "{}", export.word);
            }
        }
    }
}
