# src/ui/presets_box.rs

ui_presets_title = Import-Voreinstellungen
ui_presets_text = Was Sie in einem Import berichtigen, wird für die nächste Datei mit derselben Kopfzeile behalten: Kodierung, Trennzeichen, Plätze der Spalten und Formate. Kein Spaltenname und keine Zeile ist darin.
ui_presets_none = Noch ist keine behalten. Berichtigen Sie etwas in einem Import und legen Sie die Zahlen über die Map.
ui_presets_deleted = „{ $name }“ ist gelöscht.
ui_presets_take_back = { $name } zurückholen
ui_presets_delete = { $name } löschen
ui_presets_tabs = Tabs zwischen Spalten
ui_presets_blanks = Leerzeichen zwischen Spalten
ui_presets_between = „{ $other }“ zwischen Spalten
ui_presets_customer = Kunde
ui_presets_role_in = { $role } in Spalte { $column }
ui_presets_kept = behalten { $day }
ui_presets_lines_above = { $lines } Zeilen über der Tabelle
ui_presets_no_header = keine Kopfzeile
ui_presets_dates = Daten wie gewählt
ui_presets_zone = Zeiten in { $zone }
ui_presets_sheet = Tabellenblatt „{ $sheet }“
ui_presets_duplicates = ohne Duplikate
ui_presets_event = Ereignis
ui_presets_time = Zeit
ui_presets_segment = Segment
