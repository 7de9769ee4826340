//! All libraries beside each other, and finding in them.

use super::{Item, Library, Words};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Knows an item again after its library was read anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(u64);

/// Every library, the program's own first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    shelved: Vec<Shelved>,
    /// The titles of the libraries.
    titles: Vec<Words>,
    places: HashMap<ItemId, usize>,
}

/// An item with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    pub id: ItemId,
    pub item: Arc<Item>,
    /// The place of its library among the others.
    library: usize,
    /// All that it is found by, in small letters.
    small: String,
}

impl Shelf {
    /// Libraries with their names, which are no two the same, in the order in which they are shown.
    pub fn new(libraries: Vec<(String, Library)>) -> Self {
        let mut shelf = Self::default();
        for (nth, (name, Library { title, items })) in libraries.into_iter().enumerate() {
            for item in items {
                let mut hasher = DefaultHasher::new();
                (&name, &item.id).hash(&mut hasher);
                let id = ItemId(hasher.finish());
                shelf.places.insert(id, shelf.shelved.len());
                shelf.shelved.push(Shelved { id, library: nth, small: small(&item), item: Arc::new(item) });
            }
            shelf.titles.push(title);
        }
        shelf
    }

    /// Every item, library by library.
    pub fn items(&self) -> &[Shelved] {
        &self.shelved
    }

    pub fn item(&self, id: ItemId) -> Option<&Arc<Item>> {
        self.places.get(&id).and_then(|place| self.shelved.get(*place)).map(|shelved| &shelved.item)
    }

    /// What the library of an item is called.
    pub fn title_of(&self, shelved: &Shelved) -> Option<&Words> {
        self.titles.get(shelved.library)
    }

    /// The items in which every word of `search` begins a word: of title, sentence, tags or codes, in whatever language they
    /// are written in. All of them where nothing is looked for.
    pub fn find(&self, search: &str) -> Vec<&Shelved> {
        let search = search.to_lowercase();
        let wanted: Vec<&str> = search.split_whitespace().collect();
        let fits = |shelved: &&Shelved| {
            let begins = |word: &str| {
                shelved.small.split(|letter: char| !letter.is_alphanumeric()).any(|has| has.starts_with(word))
            };
            wanted.iter().all(|word| {
                begins(word) || shelved.small.contains(word) && word.contains(|letter: char| !letter.is_alphanumeric())
            })
        };
        self.shelved.iter().filter(fits).collect()
    }
}

impl Shelved {
    /// All that it is found by, in small letters.
    pub fn words(&self) -> &str {
        &self.small
    }
}

fn small(item: &Item) -> String {
    let words = [&item.title, &item.about].into_iter().chain(&item.tags).flat_map(Words::each);
    let all: Vec<&str> = words.chain([item.codes.as_str()]).collect();
    all.join(" ").to_lowercase()
}
