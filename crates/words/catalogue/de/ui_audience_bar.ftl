# src/ui/audience_bar.rs

ui_audience_laid_on = Über die Map gelegt am { $day }
ui_audience_out_of_date = {" "}· veraltet
ui_audience_data = Daten: { $source } · { $rows } Zeilen · { $day }{ $stale }
ui_audience_rows = { $rows } Zeilen · { $day }{ $stale }
ui_audience_compare = Strg und ein Klick legen ihre Kurve neben die anderen
ui_audience_compare_off = Strg und ein Klick nehmen ihre Kurve weg
