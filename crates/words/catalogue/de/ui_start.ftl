# src/ui/start.rs

ui_start_new = Neue leere Map
ui_start_open = Öffnen…
ui_start_from = Beginnen mit
ui_start_drop = Map oder Daten (.ron, .csv, .xlsx) irgendwo auf dieses Fenster ziehen
ui_keyboard_shortcuts = Tastenkürzel
ui_start_drafts = Entwürfe
ui_start_recent = Zuletzt geöffnet
ui_start_back = Zurück zur Map
ui_start_back_to = Zurück zu „{ $short }“
ui_start_back_to_cut = Zurück zu „{ $short }…“
ui_start_claim = Zeigen, was Ihr Publikum erlebt und wo es abspringt.
ui_start_pin = { $title } oben halten
ui_start_unpin = { $title } nicht mehr oben halten
ui_start_recent_hint = { $path }{"\u000A"}Klicken, um den Eintrag aus der Liste zu nehmen
ui_start_sample = Eine fertige Map ansehen
ui_start_sample_text = Ein Streamingdienst für Familien mit drei Monaten gemessenem Verhalten. Nichts einzurichten.
ui_start_open_sample = Beispiel öffnen
