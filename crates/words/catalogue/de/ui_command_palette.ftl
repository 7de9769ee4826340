# src/ui/command_palette.rs

ui_command_hint = Befehl oder Einstellung, oder ein Wort der Map, einer Bibliothek, Vorlage oder Datei
ui_command_field = Befehl, Einstellung oder alles beim Namen
ui_command_last_used = Zuletzt verwendet
ui_command_commands = Befehle
ui_command_go_to_prefix = Gehe zu{" "}
ui_command_keys = ↑ ↓ wählen   Eingabe ausführen   Esc schließen
ui_command_segment_hint = Wählt es aus und zeigt es in der Tabelle der Segmente
ui_command_record_hint = Wählt es aus und holt es ins Bild
