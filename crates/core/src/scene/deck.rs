//! A document: finished pictures, one a page.

use super::{Color, Item, PageSize, Role, Scene};

/// A picture with the paper that it was laid out for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub size: PageSize,
    pub scene: Scene,
    /// What it is called among several, such as the audience whose picture it is.
    pub name: String,
    /// Of a deck of slides, to which of its pages it belongs, counted from 0.
    pub part: Option<usize>,
    /// What is said while it is shown.
    pub notes: String,
}

/// What a page of HTML says beside its pictures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// What the map found, as the page's heading.
    pub finding: String,
    /// What it is of, below it.
    pub about: String,
    /// All that the map says, as HTML.
    pub list: String,
    /// What stands at the page's end.
    pub imprint: String,
}

/// The colours that the others of a document are lighter and darker ones of, for a program in which the document is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    pub text: Color,
    pub ground: Color,
    pub text_two: Color,
    pub ground_two: Color,
    pub accents: [Color; 6],
}

impl Default for Scheme {
    /// Black on white.
    fn default() -> Self {
        let (black, white) = (Color::hex(0), Color::hex(0xFFFFFF));
        Self { text: black, ground: white, text_two: black, ground_two: white, accents: [black; 6] }
    }
}

/// Pages in their order. A document of one page is a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deck {
    pub pages: Vec<Page>,
    /// Where the document is one of HTML.
    pub edition: Edition,
    /// Where the document is edited on.
    pub scheme: Scheme,
}

impl Deck {
    /// What the document is called: the title of its first page; nothing where that has none.
    pub fn title(&self) -> Option<&str> {
        self.of_first(|page| &page.title)
    }

    /// BCP 47: the language of its first page, where that says one.
    pub fn language(&self) -> Option<&str> {
        self.of_first(|page| &page.language)
    }

    fn of_first(&self, part: fn(&Scene) -> &String) -> Option<&str> {
        self.pages.first().map(|page| part(&page.scene).trim()).filter(|found| !found.is_empty())
    }
}

impl Scene {
    /// What it says first: its first heading of the first level; nothing where it has none.
    pub fn first_heading(&self) -> String {
        fn of(items: &[Item]) -> Option<String> {
            items.iter().find_map(|item| match item {
                Item::Tagged(tagged) if tagged.role == Role::Heading(1) => Some(tagged.label.to_string()),
                Item::Tagged(tagged) => of(&tagged.items),
                Item::Group(group) => of(&group.items),
                Item::Paragraph(_) | Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => None,
            })
        }
        of(&self.items).unwrap_or_default()
    }
}

/// A picture alone is a page as large as itself.
impl From<Scene> for Page {
    fn from(scene: Scene) -> Page {
        Page { scene, ..Page::default() }
    }
}

impl From<Scene> for Deck {
    fn from(scene: Scene) -> Deck {
        Page::from(scene).into()
    }
}

impl From<Page> for Deck {
    fn from(page: Page) -> Deck {
        Deck { pages: vec![page], ..Deck::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_as_its_first_page() {
        let page = |title: &str| Page {
            scene: Scene { title: title.to_owned(), language: " de ".to_owned(), ..Scene::default() },
            ..Page::default()
        };
        let deck = Deck { pages: vec![page("Lumen"), page("Other")], ..Deck::default() };
        assert_eq!((deck.title(), deck.language()), (Some("Lumen"), Some("de")));
        assert_eq!((Deck::from(page("  ")).title(), Deck::default().language()), (None, None));
    }
}
