# src/ui/sheet_box.rs

ui_sheet_title = Tabelle importieren
ui_sheet_reading = Tabelle wird gelesen…
ui_sheet_same = Die Tabelle sagt dasselbe wie die Map. Es gibt nichts zu übernehmen.
ui_sheet_take_over = Übernehmen
ui_sheet_refused = Die Map ist unverändert. Berichtigen Sie die Zelle in der Tabelle, speichern Sie sie und lesen Sie sie neu ein.
ui_choose_another_file = Andere Datei wählen…
ui_sheet_one_changes = Ein Eintrag der Map ändert sich. Was die Tabelle nicht zeigt, bleibt, wie es ist.
ui_sheet_some_change = { $count } Einträge der Map ändern sich. Was die Tabelle nicht zeigt, bleibt, wie es ist.
ui_and_more = und { $n } weitere
ui_sheet_new = Neu: { $record }
ui_sheet_new_in = Neu: { $record }, in { $stage }
ui_sheet_gone = Entfällt: { $record }
ui_sheet_nothing = nichts
