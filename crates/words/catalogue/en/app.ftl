# src/app/boxes.rs

app_action_added = An action with the rule and its counts is on the map
app_fills_scorecard = { $file } fills the scorecard
app_exported = Exported { $path }
app_unknown_title = Made by another version
app_unknown_text = { $name } holds what this version of Touchline does not know. Opened and saved here, it would lose:
app_unknown_field = { $field } (line { $line })
app_unknown_open = Open anyway

# src/app/recents.rs

app_moved_or_deleted = moved or deleted

# src/app/start.rs

app_unknown_cause = unknown cause
app_no_display = touchline: the window cannot be opened because there is no display (DISPLAY and WAYLAND_DISPLAY are empty); start it from a desktop session with { $packages } installed; `touchline --help` lists what works without a window
app_no_window = touchline: the window cannot be opened ({ $cause }); on Debian or Ubuntu install what it needs with `apt install { $packages }`; `touchline --help` lists what works without a window

# src/app/sheets.rs

app_sheet_exported = Exported { $path }. Edit it, and take it back with Import sheet… in the File menu
app_sheet_not_written = The sheet was not written: { $error }
app_sheet_try_again = The sheet was not written. Try it again.
app_sheet_taken_over = { $file } is taken over

# src/app/importing.rs

app_and_words = {" "}and { $words }
app_lies_over = { $file } lies over the map{ $replaced }

# src/app/drops.rs

app_drop_map = Drop a map (.ron) or data (.csv, .xlsx)
app_drop_one = Drop one map, or one or more files of data
app_drop_to_open = Drop to open

# src/app/dialogs.rs

app_open_map = Open a map
app_save_map = Save the map
app_export_sheet = Export the map as a sheet
app_import_sheet = Import a sheet of the map
app_open_customers = Open a CSV of customers
app_open_counts = Open a file of counts
app_open_picture = Choose a picture
app_save_cohort = Save the cohort
app_export_map = Export the map
app_save_chart = Save the chart
app_save_client_copy = Save the copy for a client
app_open_code_names = Open a dictionary of code names
app_handed_over = { $file } is open in another window of Touchline, which comes to the front

# src/app/frame.rs

app_panel_palette = palette
app_panel_inspector = inspector
app_drawer_edge = Height of the tables
app_saved_chart = Saved { $path }: { $legible }
app_start_hint = Drag a block onto the map, or press { $card } for a touchpoint · { $all } lists every key
app_saving = saving… · { $name }
app_not_saved = not saved · { $name }
app_saved = saved · { $name }
app_edited = edited · { $name }
app_not_saved_yet = not saved yet
app_edited_not_saved = edited · not saved yet

# src/app/command_palette_stories.rs

cmd_new = New map
cmd_new_hint = Starts an empty map
cmd_start_screen = Templates and drafts…
cmd_start_screen_hint = Shows the start screen with templates, recent files and drafts
cmd_open = Open…
cmd_open_hint = Opens a map from a file
cmd_open_sample = Open the sample map
cmd_open_sample_hint = Opens a finished map with measured drop-off as an untitled copy
cmd_save = Save
cmd_save_hint = Writes the map to its file
cmd_save_as = Save as…
cmd_save_as_hint = Writes the map to another file
cmd_export = Export…
cmd_export_hint = Writes a PDF, slides, PNG or SVG
cmd_export_sheet = Export as sheet…
cmd_export_sheet_hint = Writes the map as a workbook, to be edited in a spreadsheet
cmd_import_sheet = Import sheet…
cmd_import_sheet_hint = Shows what an edited sheet of this map changes, and takes it over
cmd_close_window = Close
cmd_close_window_hint = Closes the window; asks when something is unsaved
cmd_undo = Undo
cmd_undo_hint = Takes the last step back
cmd_redo = Redo
cmd_redo_hint = Makes the last undone step again
cmd_cut = Cut
cmd_cut_hint = Copies the selection and deletes it
cmd_copy = Copy
cmd_copy_hint = Copies the selection, also for another window
cmd_paste = Paste
cmd_paste_hint = Pastes cards, or rows of a spreadsheet as touchpoints
cmd_duplicate = Duplicate
cmd_duplicate_hint = Copies the selection right behind itself
cmd_delete = Delete
cmd_delete_hint = Deletes the selection with what belongs to it
cmd_select_all = Select all
cmd_select_all_hint = Selects every touchpoint, annotation and note
cmd_deselect = Deselect
cmd_deselect_hint = Selects nothing
cmd_edit_title = Edit title
cmd_edit_title_hint = Edits the text of the selected in place
cmd_move_left = Move to the stage before
cmd_move_left_hint = Moves cards and annotations a stage to the left, a stage one place
cmd_move_right = Move to the stage after
cmd_move_right_hint = Moves cards and annotations a stage to the right, a stage one place
cmd_move_up = Move up
cmd_move_up_hint = Moves cards up in their cell
cmd_move_down = Move down
cmd_move_down_hint = Moves cards down in their cell
cmd_import = Import data…
cmd_import_hint = Lays a log, a pipeline, a survey or another table over the map
cmd_import_database = Import from a database…
cmd_import_database_hint = Measures a table on a ClickHouse server and lays its drop-off over the map
cmd_presets = Import presets…
cmd_presets_hint = Lists how exports were read, to rename or delete it
cmd_at_risk = At-risk cohort…
cmd_at_risk_hint = Holds an at-risk rule against a file of customers, and saves those to write to
cmd_picture = Picture from file…
cmd_picture_full = Add a picture from a file…
cmd_picture_hint = Shows a picture on the selected card, segment or stage
cmd_fill_scorecard = Fill the scorecard…
cmd_fill_scorecard_hint = Adds the counts of a survey, of completion or of cancellations to the metrics
cmd_emotion_up = Emotion up
cmd_emotion_up_hint = Raises the emotion by a whole step, for the audience in view
cmd_emotion_down = Emotion down
cmd_emotion_down_hint = Lowers the emotion by a whole step, for the audience in view
cmd_emotion_tenth_up = Emotion up by a tenth
cmd_emotion_tenth_up_hint = Raises the emotion by a tenth
cmd_emotion_tenth_down = Emotion down by a tenth
cmd_emotion_tenth_down_hint = Lowers the emotion by a tenth
cmd_toggle_evidence = Evidence or assumption
cmd_toggle_evidence_hint = Marks the cards as resting on evidence, or as assumptions
cmd_next_lens = Next audience
cmd_next_lens_hint = Shows the map as the next audience lives it
cmd_previous_lens = Previous audience
cmd_previous_lens_hint = Shows the map as the audience before lives it
cmd_compare_lens = Curve beside the others
cmd_compare_lens_hint = Lay this audience’s feeling curve beside those of others, up to five; Ctrl and a click on an audience does so too
cmd_compare_none = No curves side by side
cmd_compare_none_hint = Take the curves of audiences off again
cmd_toggle_former = Former period
cmd_toggle_former_hint = Shows the rates of the period before beside those of the newest
cmd_zoom_in = Zoom in
cmd_zoom_in_hint = Makes the board larger
cmd_zoom_out = Zoom out
cmd_zoom_out_hint = Makes the board smaller
cmd_zoom_actual = Zoom to 100 %
cmd_zoom_actual_hint = Shows the board at its own size
cmd_fit = Fit the map
cmd_fit_hint = Shows the whole board, or as much of it as can be read; a second time all of it
cmd_fit_selection = Fit the selection
cmd_fit_selection_hint = Shows what is selected as large as possible
cmd_toggle_palette = Palette
cmd_toggle_palette_hint = Opens or folds the palette on the left
cmd_toggle_palette_show = Show palette
cmd_toggle_palette_hide = Hide palette
cmd_toggle_inspector = Inspector
cmd_toggle_inspector_hint = Opens or folds the inspector on the right
cmd_toggle_inspector_show = Show inspector
cmd_toggle_inspector_hide = Hide inspector
cmd_toggle_drawer = Tables
cmd_toggle_drawer_hint = Opens or folds the tables at the bottom
cmd_toggle_drawer_show = Show tables
cmd_toggle_drawer_hide = Hide tables
cmd_show_drop_off = Drop-off table
cmd_show_drop_off_hint = Shows reached, dropped, rate and time for each audience and stage
cmd_show_segments = Segments
cmd_show_segments_hint = Shows the table of audiences
cmd_show_compliance = Compliance register
cmd_show_compliance_hint = Shows every flag with rule, status, owner and date
cmd_show_actions = Action list
cmd_show_actions_hint = Shows what will be done, by whom, when
cmd_show_leaks = Leaks in money
cmd_show_leaks_hint = Shows what leaves at each stage in money, the largest first
cmd_show_scorecard = Scorecard
cmd_show_scorecard_hint = Shows every metric against its target
cmd_theme_system = Theme of the system
cmd_theme_system_hint = Light or dark as the system has it
cmd_theme_light = Light theme
cmd_theme_light_hint = Light, whatever the system has
cmd_theme_dark = Dark theme
cmd_theme_dark_hint = Dark, whatever the system has
cmd_find = Command palette…
cmd_find_hint = Finds any command, stage, card or segment by a few letters of its name
cmd_shortcuts = Keyboard shortcuts
cmd_shortcuts_hint = Lists every key
cmd_tour = Tour in 60 seconds
cmd_tour_hint = Shows the seven things that matter most, on a practice map
cmd_diagnostics = Copy diagnostics
cmd_diagnostics_hint = Version, system and what was done last, for whoever helps; no word of a map
cmd_about = About Touchline
cmd_about_hint = Version and licences
cmd_walk_left = Walk left
cmd_walk_left_hint = Selects the neighbour in the stage before
cmd_walk_right = Walk right
cmd_walk_right_hint = Selects the neighbour in the stage after
cmd_walk_up = Walk up
cmd_walk_up_hint = Selects what stands above
cmd_walk_down = Walk down
cmd_walk_down_hint = Selects what stands below
cmd_walk_next = Next
cmd_walk_next_hint = Selects the next record in reading order
cmd_walk_back = Back
cmd_walk_back_hint = Selects the record before in reading order
key_delete = Delete
key_backspace = Backspace
key_enter = Enter
key_tab = Tab
app_fault = Touchline has failed. Your work is kept and is offered at the next start. Where it failed stands in { $path }, without a word of your maps.
app_fault_without = Touchline has failed. Your work is kept as far as it could be.
app_take_over = Take over changes from a copy of this map
app_open_brand = Open a brand kit
