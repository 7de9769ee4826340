# src/ui/status_bar.rs

ui_status_fit = Fit
ui_status_fit_map = Fit the map
ui_status_zoom_in = Zoom in
ui_status_zoom_out = Zoom out
ui_status_zoom_full = Zoom to 100 %
ui_status_stage = stage
ui_status_stages = stages
ui_status_touchpoint = touchpoint
ui_status_touchpoints = touchpoints
ui_status_open_flag = open flag
ui_status_open_flags = open flags
