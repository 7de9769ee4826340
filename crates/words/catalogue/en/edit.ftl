# crates/core/src/edit/empty.rs

edit_untitled_map = Untitled map

# crates/core/src/edit/sheet/lists.rs

sheet_no_audiences = the map has none
sheet_audiences_expected = audiences of this map parted by semicolons ({ $names }), or nothing for all
sheet_feelings_expected = a feeling from −3.0 to 3.0 for each audience, as in “{ $name }: 1.5”
sheet_states_expected = a state behind each colon, one of { $known }
sheet_flags_expected = flags with their states, as in “GDPR: open; FTC: cleared”: { $codes }, or one of your own, as in “Custom Age rating: open”

# crates/core/src/edit/sheet/error.rs

sheet_no_sheet = this is no sheet of a map: the first row begins with “{ $first }”, “Field”, “Key”; write one from the map first
sheet_other_map = this sheet was made of another map: none of its stages is in this one; open the map that it was made of first
sheet_wrong_cell = row { $row }, column { $column }: “{ $found }” cannot stand here; it takes { $expected }
sheet_row_twice = rows { $other } and { $row } are the same field of the same block; clear the cell under “Key” in a new block
sheet_record_twice = row { $row }, column { $column }: this number stands in two cells; clear one of them, and write “new:” before its title to make a new record
sheet_transposed = this sheet stands on its side: its rows are columns; turn it back (Paste special ▸ Transpose) and read it again
sheet_strange_row = row { $row }: “{ $found }” is no lane and field of this map; clear the row, or name it as the others are
sheet_strange_row_near = row { $row }: “{ $found }” is no lane and field of this map; perhaps “{ $nearest }”; clear the row, or name it as the others are
sheet_strange_column = column { $column }: “{ $found }” is no stage of this map; clear the column, or write “new: { $found }” to add it as a stage
sheet_no_name = row { $row }, column { $column }: the column has no stage above it; clear it, or give it the name of a stage
sheet_numbers_gone = row { $row }: the row of numbers of the block “{ $block }” is gone, by which its cells are known; put it back from the sheet as it was written
sheet_no_number = row { $row }, column { $column }: “{ $found }” has no number, so that it is no record of this map; put its number back, or write “new: { $found }” to add it

# crates/core/src/edit/sheet/read.rs

sheet_stage_number_expected = the number of a stage of this map, or nothing
sheet_stage_name_expected = a name; a stage is taken away in the program
sheet_record_number_expected = the number of a record of this kind, or nothing
sheet_main_expected = a { $main } in the same block
sheet_stages = Stages
sheet_new = new

# crates/core/src/edit/sheet/nearest.rs

sheet_nearest = { $expected }; perhaps “{ $nearest }”

# crates/core/src/edit/sheet/fields.rs

sheet_day_expected = a day: { $why }
sheet_feeling_beside = a number beside it, in the row “feeling”
sheet_feeling_above = a number above it, in the row “feeling”
sheet_evidence_expected = yes (the card rests on evidence) or no (it is an assumption)

# crates/core/src/edit/matrix.rs

edit_left_no_lane = this row is no lane of a map
edit_left_no_stage = the column has no name
edit_left_no_such_stage = the map has no stage of this name
edit_left_no_score = a feeling is a number from −3 to 3, with words behind it
edit_left_no_card = no card of the stage is without a feeling
edit_left_no_share = drop-off is a share such as 46 %
edit_left_estimate = the stage has an estimate already
edit_left_too_long = longer than a text may be
edit_left_too_many = more than can be pasted at once

# crates/core/src/edit/paste.rs

edit_copy_of_segment = { $name } copy

# crates/core/src/edit/describe.rs

undo_add = Add { $about }
undo_move = Move { $about }
undo_duplicate = Duplicate { $about }
undo_paste = Paste { $about }
undo_untie = Untie { $about }
undo_a_touchpoint = a touchpoint
undo_tie = Tie { $about } to { $card }
undo_mark_evidence = Mark { $about } as evidence
undo_mark_assumption = Mark { $about } as assumption
undo_show = Show { $about }
undo_hide = Hide { $about }
undo_add_scorecard = Add the scorecard
undo_begin_period = Begin a period of { $about }
undo_fill = Fill the scorecard from “{ $file }”
undo_lay = Lay “{ $file }” over the map
undo_import = Import “{ $file }”
undo_make_stages = Make stages of “{ $file }”
undo_take_over = Take over an edited sheet
undo_intervene = Intervene here
undo_begin = Begin the map
edit_nothing = nothing
edit_joined = { $most } and { $last }
edit_quoted = “{ $text }”
edit_quoted_cut = “{ $text }…”
undo_delete = Delete { $what }
undo_set_title = Rename { $about }
undo_set_note = Write the note of { $about }
undo_set_events = Bind events to { $about }
undo_set_values = Bind values to { $about }
undo_set_emotion = Set the emotion of { $about }
undo_set_feeling = Say how people feel at { $about }
undo_set_evidence = Change the evidence of { $about }
undo_set_estimate = Estimate the drop-off after { $about }
undo_set_period = Plan { $about }
undo_set_owner = Give an owner to { $about }
undo_set_due = Set the due date of { $about }
undo_set_width = Widen { $about }
undo_set_audiences = Set the audience of { $about }
undo_set_channel = Set the channel of { $about }
undo_set_ownership = Set the ownership of { $about }
undo_set_regime = Set the rule of { $about }
undo_set_status = Set the status of { $about }
undo_set_decides = Say what { $about } decides
undo_set_reviewed = Set the review of { $about }
undo_set_person = Describe { $about }
undo_set_basis = Set the basis of { $about }
undo_set_children = Say whether children are in { $about }
undo_set_color = Set the colour of { $about }
undo_set_state = Set as is or to be for { $about }
undo_set_least_group = Set what is too few for { $about }
undo_set_metric_kind = Set what is counted by { $about }
undo_set_counts = Count { $about }
undo_set_worth = Set the worth in { $about }
undo_set_other = Change { $about }
kind_map_counted = { $count ->
        [one] { $count } map
       *[other] { $count } maps
    }

# crates/core/src/edit/metric.rs

edit_whole_journey = Whole journey

# crates/core/src/edit/sheet/changes.rs

sheet_field_name = name
sheet_field_place = place
sheet_field_stage = stage
sheet_field_lane = lane
sheet_field_goal = goal
sheet_field_note = note
sheet_field_compliance = compliance
sheet_field_title = title
sheet_field_detail = detail
sheet_field_doing = doing
sheet_field_channel = channel
sheet_field_ownership = ownership
sheet_field_feeling = feeling
sheet_field_feeling_in_a_word = feeling in a word
sheet_field_feeling_because = feeling because
sheet_field_feelings_of_audiences = feelings of audiences
sheet_field_audiences = audiences
sheet_field_evidence = evidence
sheet_field_owner = owner
sheet_field_text = text
sheet_field_due = due
undo_set_folded = Fold { $about }
undo_set_height = Resize { $about }
undo_fold = Fold { $about }
undo_unfold = Unfold { $about }
edit_left_of_cards = the lane shows the channels of the touchpoints: give them theirs
undo_replace = Replace words in { $about }
undo_merge = Merge { $about }
undo_split = Split { $about }
undo_save_view = Save { $about }
undo_arrange_deck = Arrange slides
undo_park = Park { $about }
undo_cluster = Group { $about }
undo_format = Give { $about } another format
undo_sort = Sort in { $about }
undo_set_votes = Vote on { $about }
undo_connect = Connect { $about }
undo_set_to_be = Set the emotion to be of { $about }

# crates/core/src/edit/library/read.rs

library_title = the library needs a title of at most { $most } letters
library_many = it holds more than { $most } items; spread them over several files
library_twice = two items have the id “{ $id }”; give one of them another
library_id = an item needs an id of at most { $most } letters
library_item_title = “{ $id }” needs a title of at most { $most } letters
library_long = a text of “{ $id }” is longer than { $most } letters, or its codes are longer than a line
library_tags = “{ $id }” has more than { $most } tags, or one that is empty or too long
undo_go_back = Go back to an earlier version

# Two maps that were one

undo_bring_together = Bring both versions together
merge_about = { $kind } “{ $title }”
merge_field = { $about }: { $field } is { $ours }, and { $theirs } is kept in a note
merge_place = { $about }: moved on both sides; it is where we put it
merge_part = { $about }: changed on both sides ({ $name }); ours stands
merge_deleted_by_us = { $about }: we deleted it, and they changed or use it; it stays
merge_deleted_by_them = { $about }: they deleted it, and we changed or use it; it stays
merge_rule = { $about }: { $rule }; ours stands
merge_nothing = empty
merge_quoted = “{ $text }”
merge_cut = “{ $text }…”
merge_note = { $theirs } ({ $field } in the other version)
merge_note_of = { $theirs } ({ $title }: { $field } in the other version)

# crates/core/src/edit/journey

journey_unfelt = 3 also stands where nobody said how it feels: Mermaid has no place for that
journey_problem = line { $line }: { $what }
journey_too_long = the text is longer than a journey can be (4 MB)
journey_no_head = this is no user journey of Mermaid: it does not begin with “journey”
journey_no_section = a section has no name
journey_no_task = a task has no name
journey_no_score = “{ $task }” has no score: a task is “name: 1 to 5: who”
journey_wrong_score = “{ $score }” is no score from 1 to 5 for “{ $task }”; a colon within a name is written #58;
journey_long_name = a name is longer than 10,000 bytes
undo_set_brand = Change the brand of { $about }
