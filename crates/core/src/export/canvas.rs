//! Boxes and the ways between them as JSON Canvas 1.0, which whiteboards such as Obsidian's open.
//! <https://jsoncanvas.org/spec/1.0/>

use serde::Serialize;

/// A canvas: what lies behind comes first.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Canvas {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// A box at a place, in pixels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    pub id: String,
    #[serde(flatten)]
    pub holds: Holds,
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
    /// One of the canvas's own colours, `1` to `6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<&'static str>,
}

/// What a box is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Holds {
    /// A frame around others.
    Group { label: String },
    /// Markdown.
    Text { text: String },
}

/// A way from a box to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Edge {
    pub id: String,
    pub from_node: String,
    pub to_node: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
}

impl Canvas {
    /// The text of the file.
    ///
    /// # Errors
    /// None: it is plain data.
    pub fn to_text(&self) -> std::io::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}
