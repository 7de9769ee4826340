# src/ui/audience_bar.rs

ui_audience_laid_on = Laid over the map on { $day }
ui_audience_out_of_date = {" "}· out of date
ui_audience_data = Data: { $source } · { $rows } rows · { $day }{ $stale }
ui_audience_rows = { $rows } rows · { $day }{ $stale }
ui_audience_compare = Ctrl and a click lays its curve beside the others
ui_audience_compare_off = Ctrl and a click takes its curve off
