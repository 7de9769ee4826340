//! How far a guess about a file can be relied upon.

/// How far the name of an encoding can be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// A mark, the pattern of the bytes, or a person says so; or every encoding in question reads the same.
    Certain,
    /// Its letters make sense in it, and in no other that says something else.
    Likely,
    /// They do in another as well, in none, or are damaged.
    Unsure,
}

impl Sure {
    /// For programs, in any language.
    pub fn word(self) -> &'static str {
        match self {
            Sure::Certain => "certain",
            Sure::Likely => "likely",
            Sure::Unsure => "unsure",
        }
    }
}
