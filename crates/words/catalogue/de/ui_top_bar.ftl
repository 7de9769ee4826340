# src/ui/top_bar.rs

ui_top_title = Titel der Map
ui_top_rename = Klicken, um die Map umzubenennen
