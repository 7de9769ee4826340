//! Charts drawn by plotters into a scene.
