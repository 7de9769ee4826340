# src/ui/keys_page.rs

ui_keys_pan = Pan the board
ui_keys_pan_how = Space and drag, middle drag, wheel
ui_keys_zoom = Zoom about the pointer
ui_keys_zoom_how = Ctrl and wheel, pinch
ui_keys_copy = Copy while dragging
ui_keys_copy_how = Alt and drag
ui_keys_tenths = Emotion in tenths
ui_keys_tenths_how = Alt and drag a face
ui_keys_add = Add to the selection
ui_keys_add_how = Shift and click
ui_keys_leave = Leave a drag undone
ui_keys_leave_how = Esc
ui_keys_pointer = With the pointer
ui_about_title = About Touchline
ui_about_version = Version { $version }
ui_about_what = An editor for customer journey maps, with measured drop-off laid over the picture.
ui_about_no_cloud = No account, no cloud: your maps and your customers’ data stay on this computer.
ui_about_typeface = The typeface is Inter, by The Inter Project Authors, under the SIL Open Font License 1.1.
ui_keys_room = While presenting
ui_keys_view = In the view { $view }
