# src/ui/start.rs

ui_start_new = New empty map
ui_start_open = Open…
ui_start_from = Start from
ui_start_drop = Drop a map or data (.ron, .csv, .xlsx) anywhere on this window
ui_keyboard_shortcuts = Keyboard shortcuts
ui_start_drafts = Drafts
ui_start_recent = Recent
ui_start_back = Back to the map
ui_start_back_to = Back to “{ $short }”
ui_start_back_to_cut = Back to “{ $short }…”
ui_start_claim = Map what your audience lives through, and where it leaves.
ui_start_pin = Keep { $title } at the top
ui_start_unpin = Let { $title } go down again
ui_start_recent_hint = { $path }{"\u000A"}Click to take it off the list
ui_start_sample = See a finished map
ui_start_sample_text = A family streaming service with three months of measured behaviour. Nothing to set up.
ui_start_open_sample = Open the sample
