# src/ui/audience_bar.rs

ui_audience_laid_on = Über die Map gelegt am { $day }
ui_audience_out_of_date = {" "}· veraltet
ui_audience_data = Daten: { $source } · { $rows } Zeilen · { $day }{ $stale }
ui_audience_rows = { $rows } Zeilen · { $day }{ $stale }
