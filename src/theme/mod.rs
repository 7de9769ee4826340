//! Colours, type and icons, light and dark.
