//! What a message is told: a text, or a number that may choose a plural form.

use std::borrow::Cow;
use std::path;

use fluent_bundle::FluentValue;

use crate::direction::isolated;

/// A text or a number within a message.
#[derive(Clone, Debug)]
pub struct Value<'a>(pub(crate) FluentValue<'a>);

impl Value<'_> {
    /// The same as it stands in a sentence: a text that is read from the right turns nothing around it.
    pub(crate) fn isolated(self) -> Self {
        match self.0 {
            FluentValue::String(text) => match isolated(&text) {
                Cow::Borrowed(_) => Self(FluentValue::String(text)),
                Cow::Owned(marked) => Self(FluentValue::String(Cow::Owned(marked))),
            },
            other => Self(other),
        }
    }
}

/// What can be told to a message. A number is written in its plain digits; whatever has a form of its own (rates, money,
/// dates) is told as the text that it was written as.
pub trait Told {
    fn value(&self) -> Value<'_>;
}

impl<T: Told + ?Sized> Told for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl Told for str {
    fn value(&self) -> Value<'_> {
        Value(FluentValue::String(Cow::Borrowed(self)))
    }
}

impl Told for String {
    fn value(&self) -> Value<'_> {
        self.as_str().value()
    }
}

impl Told for Cow<'_, str> {
    fn value(&self) -> Value<'_> {
        self.as_ref().value()
    }
}

impl Told for char {
    fn value(&self) -> Value<'_> {
        Value(FluentValue::String(Cow::Owned(self.to_string())))
    }
}

impl Told for path::Display<'_> {
    fn value(&self) -> Value<'_> {
        Value(FluentValue::String(Cow::Owned(self.to_string())))
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl Told for $number {
            fn value(&self) -> Value<'_> {
                Value(FluentValue::from(*self))
            }
        })*
    };
}

numbers! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 }
