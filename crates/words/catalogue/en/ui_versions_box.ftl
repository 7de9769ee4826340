# src/ui/versions_box.rs

ui_versions_file = The file { $name }
ui_versions_changed = The file has changed
ui_versions_unsaved = There is unsaved work on this map
ui_versions_saving = { $name } was written elsewhere since it was opened here. Nothing is saved yet. Saved as a copy, both stay; where the file is replaced, what stands in it now can be had back under “Versions…”.
ui_versions_draft = { $name } was written after the work in this draft began. Opened as a copy, both stay. Gone on with, saving the draft replaces what stands in the file now.
ui_versions_file_newer = A draft keeps work on { $name } that was not saved, and the file was written after that work began. Opened as a copy, both stay. Gone on with, saving the draft replaces what stands in the file now.
ui_versions_file_older = A draft keeps work on { $name } that was not saved. Opening the file leaves the draft where it is, under Templates and drafts.
ui_versions_save_copy = Save as a copy…
ui_versions_replace = Replace the file
ui_versions_open_copy = Open the draft as a copy
ui_versions_go_on = Go on with the draft
ui_versions_open_file = Open the file
ui_versions_this_map = The map in this window
ui_versions_the_draft = The draft
ui_versions_no_map = no map that can be read
ui_versions_not_saved = not saved: { $counts }
ui_versions_together = Bring both together
ui_versions_added = There was added: { $what }
ui_versions_gone = There is gone: { $what }
ui_versions_has_changed = There has changed: { $what }
