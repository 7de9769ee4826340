# src/ui/recovered.rs

ui_untitled_map = Untitled map
ui_recovered_undo = Undo discard
ui_recovered_go_on = Go on
ui_recovered_goes = discarded · gone when Touchline is closed
ui_recovered_unsaved = unsaved changes to { $name } · { $written }
ui_recovered_never_saved = never saved · { $written }
