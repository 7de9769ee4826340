# src/ui/top_bar.rs

ui_top_title = Titel der Map
ui_top_rename = Klicken, um die Map umzubenennen

# src/ui/tour.rs

ui_tour_count = Schritt { $nth } von { $of }
ui_tour_skip = Rundgang überspringen
ui_tour_next = Weiter
ui_tour_back = Zurück
ui_tour_done = Fertig
