# crates/core/src/session/commands.rs

menu_file = File
menu_edit = Edit
menu_insert = Insert
menu_data = Data
menu_view = View
menu_help = Help
menu_board = On the board
context_map = Open a map first
context_selection = Select something first
context_cards = Select a card first
context_can_undo = Nothing to undo
context_can_redo = Nothing to redo
context_former = Measure a second period first
key_ctrl = Ctrl+
key_alt = Alt+
key_shift = Shift+
key_escape = Esc

cmd_language_system = Language of the system
cmd_language_system_hint = English or German as the system has it; English where it has another
cmd_language_english = English
cmd_language_english_hint = The window and what it exports in English
cmd_language_german = Deutsch
cmd_language_german_hint = The window and what it exports in German
cmd_fold_lane = Fold the lane
cmd_unfold_lane = Unfold the lane
cmd_fold_lane_hint = A strip of one line with one value a stage, and open again
cmd_hide_lane = Hide the lane
cmd_hide_lane_hint = Not drawn; what it holds stays in the map
cmd_fit_lane = Fit the lane’s height
cmd_fit_lane_hint = As high as what it holds
context_lane = Select a lane first: click its name
