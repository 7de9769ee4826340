# src/ui/client_copy_box.rs

ui_copy_title = Client-safe copy
ui_copy_text = The map as it is now, without what is internal, as a file of its own. What was written is read back and looked through for every word that was left out.
ui_copy_leave_out = Leave out
ui_copy_teams = Owners as “Team 1”, “Team 2”
ui_copy_numbered = Sources as “Source 1”
ui_copy_names = Code names, a line each: Owl = Lumen Kids+
ui_copy_names_file = From a file…
ui_copy_names_count = { $count ->
    [one] 1 title goes by its code name wherever it stands
   *[other] { $count } titles go by their code names wherever they stand
  }; they are kept until another map is opened, and never on the disk
ui_copy_also = Export it too
ui_copy_page = A page beside it that tells what left the room
ui_copy_page_hint = Which files, what was left out, what they still say, and the proof. For you, not for the client.
ui_copy_go = Write the copy…
ui_copy_copying = making the copy
ui_copy_drawing = drawing, { $percent } %
ui_copy_writing = writing
ui_copy_reading = reading back what was written
ui_copy_there = There already: { $files }. They would be replaced.
ui_copy_replace = Replace
ui_copy_files = Written
ui_copy_left_out = Left out of it
ui_copy_found = “{ $word }” stands in { $files }
ui_copy_found_text = Give these words a code name, or take them out of the map, and write the copy again.
ui_copy_not_for_client = { $file } is for you, not for the client
ui_copy_again = Back to the choices
