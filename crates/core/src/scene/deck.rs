//! A document: finished pictures, one a page.

use super::{PageSize, Scene};

/// A picture with the paper that it was laid out for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub size: PageSize,
    pub scene: Scene,
}

/// Pages in their order. A document of one page is a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deck {
    pub pages: Vec<Page>,
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

/// A picture alone is a page as large as itself.
impl From<Scene> for Page {
    fn from(scene: Scene) -> Page {
        Page { size: PageSize::Fit, scene }
    }
}

impl From<Scene> for Deck {
    fn from(scene: Scene) -> Deck {
        Page::from(scene).into()
    }
}

impl From<Page> for Deck {
    fn from(page: Page) -> Deck {
        Deck { pages: vec![page] }
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
        let deck = Deck { pages: vec![page("Lumen"), page("Other")] };
        assert_eq!((deck.title(), deck.language()), (Some("Lumen"), Some("de")));
        assert_eq!((Deck::from(page("  ")).title(), Deck::default().language()), (None, None));
    }
}
