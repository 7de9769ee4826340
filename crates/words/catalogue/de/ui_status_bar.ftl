# src/ui/status_bar.rs

ui_status_fit = Einpassen
ui_status_fit_map = Map einpassen
ui_status_zoom_in = Vergrößern
ui_status_zoom_out = Verkleinern
ui_status_zoom_full = Zoom auf 100 %
ui_status_stage = Phase
ui_status_stages = Phasen
ui_status_touchpoint = Touchpoint
ui_status_touchpoints = Touchpoints
ui_status_open_flag = offener Hinweis
ui_status_open_flags = offene Hinweise
