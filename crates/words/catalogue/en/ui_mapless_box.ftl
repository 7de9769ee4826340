# src/ui/mapless_box.rs

ui_mapless_open = Open its map…
ui_mapless_stages_more = {" "}with the stages { $names } and more
ui_mapless_stages = {" "}with the stages { $names }
ui_mapless_text = { $file } is the sheet of a map{ $of_stages }. Open that map, and what the sheet changes in it is shown at once.
