# src/ui/command_palette.rs

ui_command_hint = Befehl eingeben oder Namen einer Phase, Karte oder eines Segments
ui_command_field = Befehl, Phase, Karte oder Segment
ui_command_last_used = Zuletzt verwendet
ui_command_commands = Befehle
ui_command_go_to = Gehe zu { $name }
ui_command_go_to_prefix = Gehe zu{" "}
ui_command_keys = ↑ ↓ wählen   Eingabe ausführen   Esc schließen
ui_command_segment_hint = Wählt es aus und zeigt es in der Tabelle der Segmente
ui_command_record_hint = Wählt es aus und holt es ins Bild
