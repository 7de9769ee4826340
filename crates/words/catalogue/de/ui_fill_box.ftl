# src/ui/fill_box.rs

ui_fill_title = Scorecard füllen
ui_fill_reading = Datei wird gelesen{ $left }
ui_fill_other_file = Andere Datei…
ui_fill_add_metric = Fügen Sie oben zuerst eine Kennzahl hinzu.
ui_fill_nothing = Nichts hinzuzufügen: Wählen Sie oben einen Wert, oder sie sind schon in der Map.
ui_fill_add_counts = Zahlen hinzufügen
ui_fill_add_kind = „{ $kind }“ hinzufügen
ui_fill_rows = { $rows } Zeilen
ui_fill_not_used = { $rows } nicht verwendet
ui_fill_has_counts = Die Datei hat Zahlen für eine Kennzahl, die die Map noch nicht hat.
ui_fill_has_more_counts = Die Datei hat Zahlen für Kennzahlen, die die Map noch nicht hat:
ui_fill_leave = so lassen
ui_fill_what_fills = Was { $metric } füllt
ui_fill_found = { $periods }; neuester: { $newest }
ui_fill_counted = Gezählt: { $definition }
ui_fill_one_score = 1 Wert
ui_fill_scores = { $scores } Werte
ui_fill_say_which = Die Datei hat { $words } dafür: Sagen Sie, was gemeint ist.
