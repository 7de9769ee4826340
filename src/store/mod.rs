//! The map on disk: reading, writing safely, drafts and recent files.
