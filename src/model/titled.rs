//! What a record goes by: the text that a person wrote, or what is shown where nobody wrote one.

use super::*;

/// A kind's title.
pub trait Titled {
    /// Whether a person writes the text of [`Record::text`]; the source of a measurement is a fact.
    const IS_WRITTEN: bool = true;

    /// What the record is called, on the board and in words.
    fn title(&self) -> &str;

    /// What it is called while nobody wrote a name; writing that, or nothing, gives it back.
    fn usual_title(&self) -> Option<&'static str> {
        None
    }
}

/// Kinds that are called by their text and nothing else.
macro_rules! called_by {
    ($($kind:ident: $text:ident),*) => {
        $(impl Titled for $kind {
            fn title(&self) -> &str {
                &self.$text
            }
        })*
    };
}

called_by!(Stage: name, Segment: name, Touchpoint: title, Question: text, PainPoint: text, Action: title, Sticky: text);

impl Titled for Lane {
    fn title(&self) -> &str {
        Lane::title(self)
    }

    fn usual_title(&self) -> Option<&'static str> {
        Some(self.kind.name())
    }
}

impl Titled for Metric {
    fn title(&self) -> &str {
        Metric::title(self)
    }

    fn usual_title(&self) -> Option<&'static str> {
        Some(self.kind.name())
    }
}

impl Titled for Flag {
    fn title(&self) -> &str {
        self.code()
    }
}

impl Titled for Measurement {
    const IS_WRITTEN: bool = false;

    fn title(&self) -> &str {
        &self.source
    }
}
