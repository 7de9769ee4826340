# src/ui/sheet_box.rs

ui_sheet_title = Import a sheet
ui_sheet_reading = Reading the sheet…
ui_sheet_same = The sheet says the same as the map. There is nothing to take over.
ui_sheet_take_over = Take over
ui_sheet_refused = The map is unchanged. Correct the cell in the spreadsheet, save it, and read it again.
ui_choose_another_file = Choose another file…
ui_sheet_one_changes = One record of the map changes. What the sheet does not show stays as it is.
ui_sheet_some_change = { $count } records of the map change. What the sheet does not show stays as it is.
ui_and_more = and { $n } more
ui_sheet_new = New { $record }
ui_sheet_new_in = New { $record }, in { $stage }
ui_sheet_gone = Taken away: { $record }
ui_sheet_nothing = nothing
