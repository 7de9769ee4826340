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
