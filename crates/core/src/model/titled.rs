//! What a record goes by: the text that a person wrote, or what is shown where nobody wrote one.

use super::*;
use touchline_words::{Language, in_language};

/// A kind's title.
#[diagnostic::on_unimplemented(
    message = "nothing says what a `{Self}` is called",
    label = "has no `called_by!`",
    note = "`called_by!({Self}: …);` stands below the type, as for those in crates/core/src/model/annotation.rs"
)]
pub trait Titled {
    /// Whether a person writes the text of [`Record::text`]; the source of a measurement is a fact.
    const IS_WRITTEN: bool = true;

    /// Whether a person names a new one at once; the others go by their rule or kind.
    const IS_NAMED: bool = true;

    /// What the record is called, on the board and in words.
    fn title(&self) -> &str;

    /// What it is called while nobody wrote a name; writing that, or nothing, gives it back.
    fn usual_title(&self) -> Option<&'static str> {
        None
    }

    /// Whether a text is that, in any language: a map goes from hand to hand.
    fn is_usual_title(&self, text: &str) -> bool {
        Language::ALL.into_iter().any(|language| in_language(language, || self.usual_title() == Some(text)))
    }
}

/// Kinds that are called by their text and nothing else.
macro_rules! called_by {
    ($($kind:ident: $text:ident),*) => {
        $(impl $crate::model::Titled for $kind {
            fn title(&self) -> &str {
                &self.$text
            }
        })*
    };
}

pub(super) use called_by;

called_by!(Stage: name, Segment: name, Touchpoint: title, AgendaBlock: title, Step: name, Connector: label, Loop: label, SavedView: name);

impl Titled for Lane {
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        Lane::title(self)
    }

    fn usual_title(&self) -> Option<&'static str> {
        Some(self.kind.name())
    }
}

impl Titled for Metric {
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        Metric::title(self)
    }

    fn usual_title(&self) -> Option<&'static str> {
        Some(self.kind.name())
    }
}

impl Titled for Flag {
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        self.code()
    }
}

impl Titled for Measurement {
    const IS_WRITTEN: bool = false;
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        &self.source
    }
}

impl Titled for DeckPage {
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        let own = [&self.headline, &self.name].into_iter().find(|text| !text.trim().is_empty());
        own.map_or(self.of.name(), String::as_str)
    }
}

impl Titled for Drawing {
    const IS_NAMED: bool = false;

    fn title(&self) -> &str {
        if self.text.trim().is_empty() { self.shape.name() } else { &self.text }
    }
}
