# src/ui/views/, crates/core/src/session/views/

view_board = Board
view_outline = Outline
ui_views_switch = View of the map
ui_views_switch_now = View of the map: { $view }
ui_views_switch_how = { $keys }, beside the first view { $beside } or Shift and click
ui_second_handle = Width of the two views
ui_second_narrow = The window is too narrow for two views: { $view } comes back once there is room.
ui_outline_name = Outline
ui_outline_name_titled = Outline of { $title }
ui_outline_empty = Nothing stands here yet. Ctrl+↓ begins with a stage.
ui_outline_add = New row
ui_outline_sought = Looked for “{ $letters }”
ui_outline_not_found = No row says “{ $letters }”. To write it into a new row: { $keys }
ui_view_key = { $keys }: { $name }
ui_view_key_write = Write
ui_view_key_walk = Walk the rows
ui_view_key_walk_cells = Walk the cells
ui_view_key_walk_cards = Walk the cards
ui_view_key_ends_of_row = First and last column
ui_view_key_fold = Fold, unfold
ui_view_key_move = Move the row
ui_view_key_tie = Tie to a card
ui_view_key_untie = Tie to the stage
ui_view_key_reach = Select several
ui_view_key_check = Check the row
ui_view_key_put_off = Sooner, later
ui_view_letters_find = Letters find a row
ui_view_letters_write = Letters write a cell anew
ui_view_clipboard = Copy rows, paste cells
ui_outline_field = Text of the row
ui_outline_editor_keys = Enter · Esc
ui_outline_reached = reached
ui_outline_untitled = without words
ui_outline_holds = { $n ->
        [one] 1 part
       *[other] { $n } parts
    }
ui_outline_said = { $kind }: { $text }
ui_outline_said_more = { $said }, { $more }
ui_outline_fold = Fold { $text }
ui_outline_unfold = Unfold { $text }

view_table = Table
view_roadmap = Roadmap
ui_table_kind = What the table shows
ui_table_name = Table: { $kind }
ui_table_match = { $seen } of { $all } match
ui_table_empty = Nothing fits here.
ui_table_any = any
ui_table_any_range = any, ≥ ≤ …
ui_table_ticks = Values to show of: { $name }
ui_table_clear = Clear filters
ui_table_words = Words to find in: { $name }
ui_table_sort_how = Click sorts, Shift+click adds a key
ui_table_nothing = nothing
ui_table_cell = { $column }: { $text }
ui_table_checked = { $n } selected
ui_table_mixed = mixed
ui_table_of_all = { $name } of all selected
ui_table_esc = Esc clears
table_pasted = { $n ->
        [one] 1 cell pasted
       *[other] { $n } cells pasted
    }
table_refused = Row { $row }, { $column }: { $why }
table_no_rows = { $n ->
        [one] 1 row more than the table has from here on was left out.
       *[other] { $n } rows more than the table has from here on were left out.
    }
ui_roadmap_name = Roadmap: { $counts }
ui_roadmap_said = { $title }, { $plan }, { $effect }
ui_roadmap_no_owner = needs an owner
ui_roadmap_not_estimated = effect not estimated
ui_roadmap_pain_at = pain point at { $place }
ui_roadmap_needs_action = needs an action
