//! Every word that Touchline says to a person: a catalogue for each language, in Fluent's syntax, with plural forms.
//!
//! A message has an id, the same in every language. [`say!`] says it in the language of the moment; which messages there
//! are and what each is told is known to the compiler, since the build makes [`said`] from the catalogues and fails where
//! one language lacks what another has.
//!
//! Knows nothing of maps, windows or files. Machine output (JSON, exit codes) does not come here.

mod catalogue;
pub mod direction;
pub mod formula;
mod language;
mod quotes;
mod value;

pub use catalogue::{Said, spoken, told};
pub use language::{Language, as_here, in_language, language, speak};
pub use value::{Told, Value};

include!(concat!(env!("OUT_DIR"), "/said.rs"));

/// Says a message in the language of the moment: `say!(cancel)` is a `&'static str`, `say!(cards_left, count = 3)` a
/// `String`. What is told is a text or a number; `say!(opened, name)` is short for `name = name`.
#[macro_export]
macro_rules! say {
    ($id:ident) => {
        $crate::said::$id.text()
    };
    ($id:ident, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::said::$id { $($name: $crate::say!(@value $name $(= $value)?)),+ }.text()
    };
    (@value $name:ident = $value:expr) => {
        $crate::Told::value(&$value)
    };
    (@value $name:ident) => {
        $crate::Told::value(&$name)
    };
}
