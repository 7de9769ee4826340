//! The window: wires the session to eframe.
