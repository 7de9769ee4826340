# src/ui/forget_box.rs

ui_forget_title = Delete recovery data
ui_forget_text = Beside your files is kept what brings lost work back: unsaved work, versions, the list of recent files and reports. Once it is deleted, none of it comes back. The files themselves stay.
ui_forget_this = Of this map
ui_forget_all = Of all maps
ui_forget_delete = Delete it
