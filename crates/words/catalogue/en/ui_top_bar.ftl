# src/ui/top_bar.rs

ui_top_title = Title of the map
ui_top_rename = Click to rename the map
