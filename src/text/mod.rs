//! Text as glyphs: faces, shaping and line breaks, done once for screen and paper.
