# crates/core/src/session/disk.rs

session_file_exists = { $path }: there is such a file already; choose another name
session_sample_name = the sample map
session_read_back_advice = the work is still open here; save it under another name or on another disk
session_read_back_other = { $path }: written, but it reads back as another map; { $advice }
session_read_back_failed = { $path }: written, but it cannot be read back ({ $error }); { $advice }

# crates/core/src/session/told.rs

session_told_no_shape = { $name } is of no kind that is known by its columns ({ $header }). A scorecard is filled by surveys (0 to 10, or five or seven grades), completion, files of customers with the day on which each cancelled, and logs or counts whose names tell of taking part or of recommendations. Choose another file.
session_told_no_room = The temporary file for events cannot be used in { $folder } ({ $reason }). Free some space there and try again.

# crates/core/src/session/fill.rs

session_reading_stopped = The reading stopped unexpectedly; the map is unchanged. Try again.
session_fill_no_counts = { $file } is { $shape }; it has no counts for “{ $metric }”. Choose another file.
session_fill_no_metric = { $file } is { $shape }; the map has no metric that it fills. Choose another file.

# crates/core/src/session/document/open.rs

session_letters_missing = No font here has the letters { $letters } ({ $script }): they show as boxes. Install the package { $package }, or any font with this script
session_open_before_import = Open or make a map first, then import the log into it
session_sample_opened = The sample opened as an untitled copy; all its names are fictional
session_draft_copy = The draft is open as a copy; save it under a name of its own
session_draft_again = The draft is open again; save it to keep it
session_discarded = “{ $title }” was discarded; until Touchline is closed it can be brought back

# crates/core/src/session/document/draft.rs

session_draft_failed = The unsaved work could not be kept as a draft: { $message }

# crates/core/src/session/document/mod.rs

session_untitled = Untitled

# crates/core/src/session/document/save.rs

session_recovered = { $stem } (recovered)
session_changed_outside = { $path }: not written, since another program has changed it

# crates/core/src/session/running.rs

session_undo_named = Undo: { $label }
session_redo_named = Redo: { $label }

# crates/core/src/session/sheet.rs

session_sheet_of = { $file }, sheet “{ $sheet }”
session_sheet_no_text = it is no text; write a sheet from the map, and edit that
session_sheet_too_long = it is longer than any sheet of a map
session_sheet_cut = its last row is cut off; take the sheet from where it is whole
session_sheet_ending = { $path }: a sheet is written as .xlsx or .csv

# crates/core/src/session/finder.rs

finder_said = { $field }: { $text }
finder_stage = Stage
finder_segment = Segment
finder_touchpoint = Touchpoint · { $stage }
finder_settings = Settings
finder_map = On the map
finder_looks = Ways to look
finder_files = Files
finder_lens = As an audience
finder_lens_hint = Shows the map as this audience lives it
finder_view = Saved view
finder_view_hint = Shows the map as it was saved to be looked at
finder_template = Template
finder_recent = Recent file
finder_lens_prefix = See it as{" "}
finder_view_prefix = Show the view{" "}
finder_item_prefix = Add{" "}
finder_template_prefix = New map from{" "}
finder_recent_prefix = Open{" "}
finder_export_prefix = Export as{" "}
finder_go_to = go to { $place }

# crates/core/src/session/editing.rs

session_second_same = { $view } is shown already. Choose another view to stand beside it.
session_compared_most = { $most } curves lie side by side: more cannot be told apart. Take one off first.
session_undid = Undid
session_did_again = Did again
session_deleted = Deleted { $what }
session_not_copied = Figures, and lanes that show what others hold, cannot be copied
session_rows_left_out = { $count } rows were too many and were not pasted
session_stage_before_picture = A picture needs a stage to stand in: add one first
session_map_before_picture = Open a map first, then drop the picture on it
session_reading_picture = Reading the picture …
session_picture_lost = The picture could not be read: the computer had no thread to spare. Try again
session_picture_not_read = { $name }: { $error }
session_cells_cut = { $count ->
    [one] 1 cell was longer than { $most } letters and was cut: row { $row }, column { $column } ({ $letters })
   *[other] { $count } cells were longer than { $most } letters and were cut: the first in row { $row }, column { $column } ({ $letters })
}
session_stage_before_paste = Add a stage first, then paste into it
session_nothing_to_paste = Nothing to paste
session_refused = “{ $label }”: { $reason }
session_clipboard_unreadable = The clipboard’s part of a map cannot be read: { $error }

# crates/core/src/session/export.rs

session_map_file_name = map
session_export_rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
session_export_legible = smallest text { $smallest } pt; no text is under { $limit } pt
session_export_hardly_small = smallest text { $smallest } pt; less than { $share } of the text is under { $limit } pt
session_export_small = smallest text { $smallest } pt; { $share } of the text is under { $limit } pt
session_export_left_out = left out for size: { $what }
session_export_empty_lanes = { $count ->
    [one] the empty lane { $names }
   *[other] the empty lanes { $names }
}
session_export_lanes = { $count ->
    [one] the lane { $names }
   *[other] the lanes { $names }
}
session_export_goals = the stages’ goals
session_export_flags_on_cards = the flags on cards (their lane shows them)
session_export_details = the second lines of cards
session_export_pictures = the pictures of cards
session_export_words = { $count ->
    [one] no room on its line for the words of a connector or loop: { $names }
   *[other] no room on their lines for the words of { $count } connectors and loops: { $names }
}
session_export_apart = { $count ->
    [one] a connector or loop is not drawn, since its ends stand in two rows of stages or on two pages
   *[other] { $count } connectors and loops are not drawn, since their ends stand in two rows of stages or on two pages
}
session_export_apart_named = { $count ->
    [one] a connector or loop is not drawn, since its ends stand in two rows of stages or on two pages: { $names }
   *[other] { $count } connectors and loops are not drawn, since their ends stand in two rows of stages or on two pages: { $names }
}
session_export_exists = { $path } is there already and was left as it is. Choose another name, or its whole name to replace it.
session_export_stopped = The export stopped unexpectedly; no file was written. Try it again.

# crates/core/src/session/at_risk.rs

session_looking_at_file = Looking at the file
session_counting_customers = Counting customers
session_writing_cohort = Writing the cohort
at_risk_intervene = Intervene: { $rule }
at_risk_lead = ; { $days } days before the cancellation
at_risk_note_small = At risk: { $rule }. Too few customers in { $file } for figures.
at_risk_note = At risk: { $rule }. { $at_risk } of { $customers } customers; of those at risk { $precision } cancelled, of those who cancelled { $recall } were at risk{ $lead }. Source: { $file }.
at_risk_file_name = { $stem } at risk.csv
at_risk_customers = customers
at_risk_no_login = no login for { $days } days
at_risk_fall = completion fell by { $points } points
at_risk_every_customer = every customer

# crates/core/src/session/import/preset.rs

import_preset_export = export

# crates/core/src/session/import/origin.rs

session_files_and_more = { $name } and { $more } more

# crates/core/src/session/import/mod.rs

session_asking_server = Asking the server
session_reading_file = Reading the file
session_counting_events = Counting events
session_measuring = Measuring drop-off
session_import_stopped = The reading stopped unexpectedly; the map is unchanged. Try the import again.

# crates/core/src/session/import/lay.rs

session_figures_not_ready = The figures are not ready yet.
session_nothing_laid = Nothing was laid over the map: { $error }.

# crates/core/src/session/import/shape.rs

session_no_stages_made_has = No stages were made: the map has some of them.
session_no_stages_made = No stages were made: { $error }.

# crates/core/src/session/writing.rs

session_preset_named = preset “{ $name }”
session_text_cut = { $count ->
    [one] 1 letter
   *[other] { $letters } letters
} left out of { $about }: “{ $field }” holds { $most } at most
session_lines_cut = { $count ->
    [one] One line was longer than a title holds and was cut at { $most } letters
   *[other] { $count } lines were longer than a title holds and were cut at { $most } letters
}
session_not_taken = Not taken into { $of }: { $problem }
session_not_written = “{ $letters }” was not written: the map has no lane for it. Add one first, then: { $adds }

# crates/core/src/session/sheet_import.rs

session_sheet_stopped = The reading stopped unexpectedly; the map is unchanged. Try it again.

# crates/core/src/session/placing/fresh.rs

session_emotion_needs_card = Select a touchpoint first; the emotion is put on it.
session_estimate_needs_stage = Select a stage first; the drop-off is estimated for it.

# crates/core/src/session/placing/mod.rs

session_flag_needs_stage = Add a stage first; a flag hangs on a stage or a touchpoint

# crates/core/src/session/document/version.rs

session_stages_counted = { $count ->
        [one] { $count } stage
       *[other] { $count } stages
    }
session_annotations_counted = { $count ->
        [one] { $count } note or flag
       *[other] { $count } notes and flags
    }

# crates/core/src/session/measuring.rs

session_map_cannot_take = the map cannot take that: { $reason }
session_no_clock = the clock of this machine shows no day; set it, and try again
session_not_replaced = { $count ->
    [one] { $count } field was left as it is
   *[other] { $count } fields were left as they are
}: { $why }
session_no_stage_after = There is no stage after this one. Select several stages to merge them.
session_splits_nothing = This is the stage’s first card. Select the card that the new stage begins with.
session_sort_needs_stage = Notes are sorted into stages: add a stage first.
session_no_cluster = Select a cluster of notes first
session_tie_needs_one = Select notes and one card or stage to tie them to
session_vote_is_elsewhere = The vote is on other notes
session_format_copied = Format copied from { $what }
session_no_format = Copy a format first
session_no_votes_left = No dots left: it is the next person’s turn.
session_connect_two = Select two cards or more, or two stages: hold Shift and click the second.
session_scale = Text size { $percent } %
session_nothing_to_replay = Nothing to replay: no step was made since this map was opened

# crates/core/src/session/library.rs

session_library_folder = Your own libraries lie in { $folder }, with an example. The path is on the clipboard.

# crates/core/src/session/tour.rs

tour_map = Practice map
tour_stage = Add a stage
tour_stage_how = Press { $keys }, or drag a stage from the left onto the board. This map is for practice: your own work stays as it is.
tour_touchpoint = Drag a touchpoint onto it
tour_touchpoint_how = Take one from the left and let it go on a stage; the others make room. { $keys } adds one too.
tour_face = Pull a face
tour_face_how = Drag a face up or down to say how people feel there. With a card selected, 1 to 7 do the same.
tour_audience = See it as one audience
tour_audience_how = Choose an audience above the board, or press { $keys }: the map shows what it meets, and how it feels.
tour_undo = Take it back
tour_undo_how = { $keys } undoes the last step, and every step before it. Nothing here can go wrong.
tour_find = Find anything
tour_find_how = { $keys } finds every command, stage, card and setting by a few letters. Esc closes it.
tour_data = Lay your data over it
tour_data_how = Import data… shows who reached each stage and where they left. This tour stands in the Help menu, and { $keys } lists every key.
session_readers_not_kept = { $path }: saved, but the disk did not let it be read by those who could read it before; whoever else needs it has to be let in again
session_paste_too_long = The clipboard holds { $megabytes } MB of text, and at most { $limit } MB can be pasted. Nothing was pasted.
session_version_not_kept = Saved, but not kept as a version: { $error }
session_version_opened = Opened as a map without a file. Save it under a name of its own.
session_gone_back = The map is what it was in that version. The file changes when you save.
session_also_open_elsewhere = { $name } is open on another machine too, { $machine }, or was when that one stopped. Nothing is lost: whoever saves second is asked.
session_diagnostics_copied = Copied for whoever helps: version, system and what was done last. No word of a map and no name of a file is in it.
session_for_client = { $stem } (client)
session_for_client_alone = client copy
session_no_code_name = Line { $line }: a code name has its title behind it, as in “Owl = Lumen Kids+”
session_forgotten = Deleted: { $what }
session_wished_for = { $name } was opened again: it is open here already
session_also_open = { $name } is open in another window too (process { $process }). Nothing is lost: whoever saves second is asked.
session_journey_opened = The journey is a new map now: save it to keep it
session_opened_copy = Opened as a copy without a file. Save it under a name of its own.
session_failed_before = Touchline failed in an earlier run. Work that was not saved stands on the start screen. Where it failed stands in { $path }, without a word of your maps.
session_together = Brought together with the file: { $taken }. Look at it, then{"\u00A0"}save.
session_together_added = { $count } added
session_together_removed = { $count } removed
session_together_changed = { $count } changed
session_together_nothing = nothing in it was new
session_together_without_base = What both grew from is not known any more: what either deleted may be back.
session_together_more = and { $more } more: the notes say what the other version has
session_together_gone = { $path } cannot be read any more: nothing was brought together
session_together_unknown = The file has “{ $field }” in line { $line }, which this version does not know: nothing was brought together
session_together_another = The file holds another map by now: nothing was brought together
session_together_cannot = The two cannot be brought together: { $why }
session_together_nearest = Compared with the kept version that it is nearest to, of { $day }.
session_picture_copied = Copied as a picture of { $width } × { $height } pixels
session_brand_lost = The brand kit could not be read
session_brand_worn = The map has the colours and the footer of the kit
session_brand_same = The map has that look already
