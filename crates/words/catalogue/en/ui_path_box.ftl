# src/ui/path_box.rs

ui_path_no_dialog = This desktop offers no file dialog. Type or paste the path; Tab completes it.
ui_path_path = Path
ui_path_replace = Replace
ui_path_type_first = Type or paste a path first.
ui_path_choose_in_folder = This is a folder: choose a file in it.
ui_path_no_file = There is no file of that name. Check the spelling.
ui_path_add_name = This is a folder: add a name for the file.
ui_path_no_folder = There is no folder { $folder }. Choose one that exists.
