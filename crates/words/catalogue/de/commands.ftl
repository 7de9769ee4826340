# crates/core/src/session/commands.rs

menu_file = Datei
menu_edit = Bearbeiten
menu_insert = Einfügen
menu_data = Daten
menu_view = Ansicht
menu_help = Hilfe
menu_board = Auf dem Board
context_map = Zuerst eine Map öffnen
context_selection = Zuerst etwas auswählen
context_cards = Zuerst eine Karte auswählen
context_can_undo = Nichts rückgängig zu machen
context_can_redo = Nichts zu wiederholen
context_former = Zuerst einen zweiten Zeitraum messen
key_ctrl = Strg+
key_alt = Alt+
key_shift = Umschalt+
key_escape = Esc

cmd_language_system = Sprache des Systems
cmd_language_system_hint = Deutsch oder Englisch, wie das System eingestellt ist; bei anderen Sprachen Englisch
cmd_language_english = English
cmd_language_english_hint = Fenster und Exporte auf Englisch
cmd_language_german = Deutsch
cmd_language_german_hint = Fenster und Exporte auf Deutsch
cmd_fold_lane = Bahn einklappen
cmd_unfold_lane = Bahn ausklappen
cmd_fold_lane_hint = Ein Streifen von einer Zeile mit einem Wert je Phase, und wieder auf
cmd_hide_lane = Bahn ausblenden
cmd_hide_lane_hint = Nicht gezeichnet; was sie enthält, bleibt in der Map
cmd_fit_lane = Höhe der Bahn anpassen
cmd_fit_lane_hint = So hoch wie das, was sie enthält
context_lane = Erst eine Bahn auswählen: auf ihren Namen klicken
