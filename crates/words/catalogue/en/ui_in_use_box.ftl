# src/ui/in_use_box.rs

ui_in_use_title = Open in another window
ui_in_use_text = { $name } has been open in another window of Touchline since { $since } (process { $process }). Opened as a copy, both stay. Opened all the same, nothing is lost: whoever saves second is asked.
ui_in_use_elsewhere = { $name } is open on another machine, { $machine }, or was when that one stopped without a word. Opened as a copy, both stay. Opened all the same, nothing is lost: whoever saves second is asked.
ui_in_use_other = { $name } is open in another window of Touchline, with other settings (process { $process }). Opened as a copy, both stay. Opened all the same, nothing is lost: whoever saves second is asked.
ui_in_use_open = Open all the same
