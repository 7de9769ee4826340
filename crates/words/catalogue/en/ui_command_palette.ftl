# src/ui/command_palette.rs

ui_command_hint = Type a command or setting, or a word of the map, a library, a template or a file
ui_command_field = Command, setting, or anything by name
ui_command_last_used = Last used
ui_command_commands = Commands
ui_command_go_to_prefix = Go to{" "}
ui_command_keys = ↑ ↓ choose   Enter use   Esc close
ui_command_segment_hint = Selects it, and shows it in the table of segments
ui_command_record_hint = Selects it, and brings it into view
