# crates/core/src/store/presets.rs

store_preset_name = A preset needs a name of a line.
store_preset_long = The name of a preset is at most { $most } letters long.
store_preset_exists = There is a preset “{ $to }” already. Choose another name, or delete that one first.
store_preset_gone = There is no preset “{ $from }” any more.

# crates/core/src/store/libraries.rs

store_library_items = { $name }: with its items there would be more than { $limit } of your own; take out what nobody uses
store_library_files = { $name } holds more than { $limit } files; the rest is not read: put several libraries into one file
store_library_empty = { $name } is empty; write a library into it, or take it out of the folder
store_library_not_text = { $name } is no text in UTF-8; save it anew as UTF-8
store_library_no_file = { $name } is no file; take it out of the folder
store_library_ends = the file ends in the middle of the library
store_library_advice = correct it in a text editor, and open the library again
store_library_large = { $name } is larger than { $limit } KB, which no library needs; is this one?

# crates/core/src/store/disk.rs

store_links_circle = its links lead in a circle
store_read_only = the file is read-only
store_read_only_advice = save under another name, or let the file be written
store_is_folder = this is a folder
store_is_folder_advice = give a file name inside it
store_is_pipe = this is a pipe or a device, not a file
store_is_pipe_advice = save under another name
store_no_folder = its folder is not there
store_no_folder_advice = make the folder, or save somewhere else
store_not_allowed = you may not write there
store_elsewhere_advice = save somewhere else
store_disk_full = the disk is full
store_disk_full_advice = make room, or save on another disk; the file on the disk is unchanged
store_unchanged_advice = save somewhere else; the file on the disk is unchanged
store_permission_denied = permission denied

# crates/core/src/store/state.rs

store_state_advice = name another folder in TOUCHLINE_STATE

# crates/core/src/store/reads.rs

store_standard_input = standard input

# crates/core/src/store/text.rs

store_clipboard = the clipboard
store_records = records
store_values = values
store_text_bytes = bytes in one text
store_image_bytes = bytes in a picture
store_no_format = there is no map format { $format }
store_correct_advice = correct the line in a text editor, or open an older copy
store_ends_early = the file ends in the middle of the map
store_behind_end = something stands behind the end of the map
store_cut_off_advice = it was cut off: open an older copy or a draft
store_table_expected = a table of records by id, such as {"{"} "…": (…), … {"}"}
kind_map = map
store_id_twice = the id { $id } comes twice

# crates/core/src/store/sheet.rs

store_sheet_name = Journey map
store_workbook_limit = a workbook cannot hold the map ({ $error }); write it as .csv, which has no such limit

# crates/core/src/store/misread.rs

store_misread_sign = “{ $sign }” should stand here
store_misread_value = { $what } should stand here
store_misread_switch = true or false
store_misread_letter = a single character between apostrophes
store_misread_number = a number
store_misread_whole = a whole number
store_misread_option = None, or Some and a value in brackets
store_misread_text = a text in quotes
store_misread_name = a name
store_misread_backslash = a backslash stands before something that it cannot stand before; a backslash in a text is written twice
store_misread_bounds = the number is less or more than its field takes
store_misread_digits = a number is not written as numbers are
store_misread_character = “{ $found }” has no place here
store_misread_word = “{ $found }” is no word that may stand here; these may: { $known }
store_misread_field = there is no field “{ $found }”; the fields are: { $known }
store_misread_missing = the field “{ $field }” is missing
store_misread_twice = the field “{ $field }” stands twice
store_misread_struct = “{ $expected }” should stand where “{ $found }” does
store_misread_deep = brackets stand in brackets deeper than any file needs
store_misread_kind = the value is of another kind than its field; the parser says: “{ $words }”
store_misread_says = it cannot be read on from here; the parser says: “{ $words }”

# crates/core/src/store/error.rs

store_problem_line = line { $line }: { $problem }
store_breaks_rule = the map breaks a rule
store_broken_advice = ; correct it in a text editor, or open an older copy
store_error_not_found = { $name }: no such file; check the path
store_error_directory = { $name }: this is a folder; give one map file inside it
store_error_not_a_file = { $name }: this is a pipe or a device, not a file; give a map file
store_error_unreadable = { $name }: cannot be read ({ $reason }); check that you may open it and that the disk is there
store_error_empty = { $name }: the file is empty; open an older copy or a draft
store_error_too_large = { $name }: { $megabytes } MB, more than the { $limit } MB that such a file may have; is this the right one?
store_error_too_many = { $name }: more than { $limit } { $what }, which no map needs; is this a map?
store_error_not_text = { $name }: not a text in UTF-8 (byte { $offset }); this is no map, or the disk damaged it: open an older copy
store_error_syntax = { $name }, line { $line }, column { $column }: { $what }; { $advice }
store_error_newer = { $name }: made by a newer Touchline (file format { $found }, this one reads up to { $known }); update Touchline to open it
store_error_not_written = { $name }: not written ({ $reason }); { $advice }
store_error_perhaps_not_kept = { $name }: written, and the file holds it; but the folder could not be told to keep it ({ $reason }): after a power cut the old one may be back. Save it in another place, too
store_error_is_read = { $name }: nothing is written, since { $read } is that very file and is read; give the new file another name
store_error_in_use = { $name }: this draft is open in another window; close it there first
store_error_not_the_same = { $name }: not written, since reading it back would not give the same map; export it and report this
store_problems_more = { $first } (and { $more } more; touchline check lists them)

# crates/core/src/store/settings.rs

drawer_drop_off = Drop-off table
drawer_segments = Segments
drawer_compliance = Compliance register
drawer_actions = Actions
drawer_leaks = Leaks
drawer_scorecard = Scorecard

# crates/core/src/store/drafts.rs

store_draft_advice = save the map to a file of its own
store_draft_in_use = another window writes this draft
store_draft_remains = the draft will be offered again; remove the file by hand

# crates/core/src/store/code_names.rs

store_code_names = code names
store_code_name_alone = a line needs a code name and the title that it stands for
store_code_names_advice = write a line for each, such as: Owl,Lumen Kids+

# crates/core/src/store/forget.rs

store_not_deleted = it cannot be deleted

# crates/core/src/store/brand_kit.rs

store_brand_kit_advice = a kit is written such as: (accent: "#0B6E75", footer: "Lumen", logo: "lumen.svg")
store_brand_kit_stages = colours of stages
