# src/ui/top_bar.rs

ui_top_title = Title of the map
ui_top_rename = Click to rename the map

# src/ui/tour.rs

ui_tour_count = Step { $nth } of { $of }
ui_tour_skip = Skip the tour
ui_tour_next = Next
ui_tour_back = Back
ui_tour_done = Done
