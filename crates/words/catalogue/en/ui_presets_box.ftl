# src/ui/presets_box.rs

ui_presets_title = Import presets
ui_presets_text = What you correct in an import is kept for the next file with the same header: encoding, delimiter, places of columns and formats. No name of a column and no row is in it.
ui_presets_none = None is kept yet. Correct something in an import and lay the figures over the map.
ui_presets_deleted = “{ $name }” is deleted.
ui_presets_take_back = Take { $name } back
ui_presets_delete = Delete { $name }
ui_presets_tabs = tabs between columns
ui_presets_blanks = blanks between columns
ui_presets_between = “{ $other }” between columns
ui_presets_customer = customer
ui_presets_role_in = { $role } in column { $column }
ui_presets_kept = kept { $day }
ui_presets_lines_above = { $lines } lines above the table
ui_presets_no_header = no header
ui_presets_dates = dates as chosen
ui_presets_zone = times in { $zone }
ui_presets_sheet = sheet “{ $sheet }”
ui_presets_duplicates = duplicates left out
ui_presets_event = event
ui_presets_time = time
ui_presets_segment = segment
