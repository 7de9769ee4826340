//! What a message is told: a text, or a number that may choose a plural form.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// A text or a number within a message.
#[derive(Clone, Debug)]
pub struct Value<'a>(pub(crate) FluentValue<'a>);

macro_rules! texts {
    ($($text:ty => $read:expr;)*) => {
        $(impl<'a> From<$text> for Value<'a> {
            fn from(text: $text) -> Self {
                let read: fn($text) -> Cow<'a, str> = $read;
                Self(FluentValue::String(read(text)))
            }
        })*
    };
}

texts! {
    &'a str => Cow::Borrowed;
    &'a &'a str => |text| Cow::Borrowed(*text);
    &'a String => |text| Cow::Borrowed(text.as_str());
    String => Cow::Owned;
    Cow<'a, str> => |text| text;
    &'a Cow<'a, str> => |text| Cow::Borrowed(text.as_ref());
    char => |letter| Cow::Owned(letter.to_string());
    std::path::Display<'a> => |path| Cow::Owned(path.to_string());
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self(FluentValue::from(number))
            }
        }
        impl From<&$number> for Value<'_> {
            fn from(number: &$number) -> Self {
                Self(FluentValue::from(*number))
            }
        })*
    };
}

numbers! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 }
