# src/ui/close_box.rs

ui_close_this_map = this map
ui_close_title = Close without saving?
ui_close_text = “{ $name }” has changes that are in no file yet. Kept as a draft, they stay on this computer and are offered at the next start; discarded, they are gone when Touchline is closed.
ui_close_keep = Keep as draft
