# src/ui/recovered.rs

ui_untitled_map = Map ohne Titel
ui_recovered_undo = Verwerfen rückgängig
ui_recovered_go_on = Fortsetzen
ui_recovered_goes = verworfen · weg, sobald Touchline geschlossen wird
ui_recovered_unsaved = ungespeicherte Änderungen an { $name } · { $written }
ui_recovered_never_saved = nie gespeichert · { $written }
