//! The window's parts.
