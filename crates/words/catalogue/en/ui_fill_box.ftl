# src/ui/fill_box.rs

ui_fill_title = Fill the scorecard
ui_fill_reading = Reading the file{ $left }
ui_fill_other_file = Another file…
ui_fill_add_metric = Add a metric above first.
ui_fill_nothing = Nothing to add: choose a score above, or they are in the map already.
ui_fill_add_counts = Add the counts
ui_fill_add_kind = Add “{ $kind }”
ui_fill_rows = { $rows } rows
ui_fill_not_used = { $rows } not used
ui_fill_has_counts = The file has counts for a metric that the map does not have yet.
ui_fill_has_more_counts = The file has counts for what the map has no metric of yet:
ui_fill_leave = leave it as it is
ui_fill_what_fills = What fills { $metric }
ui_fill_found = { $periods }; the newest: { $newest }
ui_fill_counted = Counted: { $definition }
ui_fill_one_score = 1 score
ui_fill_scores = { $scores } scores
ui_fill_say_which = The file has { $words } for it: say which is meant.
