//! The picture: the only thing that is ever painted, on screen and on paper.
