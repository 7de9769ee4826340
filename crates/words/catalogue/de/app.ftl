# src/app/boxes.rs

app_action_added = Eine Maßnahme mit der Regel und ihren Zahlen ist auf der Map
app_fills_scorecard = { $file } füllt die Scorecard
app_exported = { $path } exportiert
app_unknown_title = Von einer anderen Version
app_unknown_text = { $name } enthält, was diese Version von Touchline nicht kennt. Hier geöffnet und gespeichert, ginge verloren:
app_unknown_field = { $field } (Zeile { $line })
app_unknown_open = Trotzdem öffnen

# src/app/recents.rs

app_moved_or_deleted = verschoben oder gelöscht

# src/app/start.rs

app_unknown_cause = unbekannte Ursache
app_no_display = touchline: Das Fenster lässt sich nicht öffnen, weil es keine Anzeige gibt (DISPLAY und WAYLAND_DISPLAY sind leer); starten Sie es aus einer Desktop-Sitzung, in der { $packages } installiert sind; `touchline --help` zeigt, was ohne Fenster geht
app_no_window = touchline: Das Fenster lässt sich nicht öffnen ({ $cause }); installieren Sie unter Debian oder Ubuntu, was es braucht, mit `apt install { $packages }`; `touchline --help` zeigt, was ohne Fenster geht

# src/app/sheets.rs

app_sheet_exported = { $path } exportiert. Bearbeiten Sie die Tabelle und holen Sie sie mit „Tabelle importieren…“ im Menü „Datei“ zurück
app_sheet_not_written = Die Tabelle wurde nicht geschrieben: { $error }
app_sheet_try_again = Die Tabelle wurde nicht geschrieben. Versuchen Sie es noch einmal.
app_sheet_taken_over = { $file } ist übernommen

# src/app/importing.rs

app_and_words = {" "}und { $words }
app_lies_over = { $file } liegt über der Map{ $replaced }

# src/app/drops.rs

app_drop_map = Legen Sie eine Map (.ron) oder Daten (.csv, .xlsx) ab
app_drop_one = Legen Sie eine Map oder eine oder mehrere Datendateien ab
app_drop_to_open = Zum Öffnen ablegen

# src/app/dialogs.rs

app_open_map = Map öffnen
app_save_map = Map speichern
app_export_sheet = Map als Tabelle exportieren
app_import_sheet = Tabelle der Map importieren
app_open_customers = CSV mit Kunden öffnen
app_open_counts = Datei mit Zahlen öffnen
app_open_picture = Bild wählen
app_save_cohort = Kohorte speichern
app_export_map = Map exportieren
app_save_chart = Diagramm speichern
app_save_client_copy = Kopie für Kunden speichern
app_open_code_names = Wörterbuch mit Decknamen öffnen
app_handed_over = { $file } ist in einem anderen Fenster von Touchline offen, das nach vorn kommt

# src/app/frame.rs

app_panel_palette = Palette
app_panel_inspector = Inspektor
app_drawer_edge = Höhe der Tabellen
app_saved_chart = { $path } gespeichert: { $legible }
app_start_hint = Ziehen Sie einen Baustein auf die Map oder drücken Sie { $card } für einen Touchpoint · { $all } zeigt alle Tasten
app_saving = wird gespeichert… · { $name }
app_not_saved = nicht gespeichert · { $name }
app_saved = gespeichert · { $name }
app_edited = bearbeitet · { $name }
app_not_saved_yet = noch nicht gespeichert
app_edited_not_saved = bearbeitet · noch nicht gespeichert

# src/app/command_palette_stories.rs

cmd_new = Neue Map
cmd_new_hint = Beginnt eine leere Map
cmd_start_screen = Vorlagen und Entwürfe…
cmd_start_screen_hint = Zeigt den Startbildschirm mit Vorlagen, zuletzt verwendeten Dateien und Entwürfen
cmd_open = Öffnen…
cmd_open_hint = Öffnet eine Map aus einer Datei
cmd_open_sample = Beispiel-Map öffnen
cmd_open_sample_hint = Öffnet eine fertige Map mit gemessenem Absprung als unbenannte Kopie
cmd_save = Speichern
cmd_save_hint = Schreibt die Map in ihre Datei
cmd_save_as = Speichern unter…
cmd_save_as_hint = Schreibt die Map in eine andere Datei
cmd_export = Exportieren…
cmd_export_hint = Schreibt PDF, Folien, PNG oder SVG
cmd_export_sheet = Als Tabelle exportieren…
cmd_export_sheet_hint = Schreibt die Map als Arbeitsmappe, um sie als Tabelle zu bearbeiten
cmd_import_sheet = Tabelle importieren…
cmd_import_sheet_hint = Zeigt, was eine bearbeitete Tabelle dieser Map ändert, und übernimmt es
cmd_close_window = Schließen
cmd_close_window_hint = Schließt das Fenster; fragt nach, wenn etwas nicht gespeichert ist
cmd_undo = Rückgängig
cmd_undo_hint = Nimmt den letzten Schritt zurück
cmd_redo = Wiederholen
cmd_redo_hint = Führt den zuletzt zurückgenommenen Schritt wieder aus
cmd_cut = Ausschneiden
cmd_cut_hint = Kopiert die Auswahl und löscht sie
cmd_copy = Kopieren
cmd_copy_hint = Kopiert die Auswahl, auch für ein anderes Fenster
cmd_paste = Einfügen
cmd_paste_hint = Fügt Karten ein, oder Zeilen einer Tabelle als Touchpoints
cmd_duplicate = Duplizieren
cmd_duplicate_hint = Kopiert die Auswahl direkt hinter sich selbst
cmd_delete = Löschen
cmd_delete_hint = Löscht die Auswahl mit allem, was dazugehört
cmd_select_all = Alles auswählen
cmd_select_all_hint = Wählt alle Touchpoints, Anmerkungen und Notizen aus
cmd_deselect = Auswahl aufheben
cmd_deselect_hint = Wählt nichts aus
cmd_edit_title = Titel bearbeiten
cmd_edit_title_hint = Bearbeitet den Text der Auswahl an Ort und Stelle
cmd_move_left = In die vorige Phase verschieben
cmd_move_left_hint = Verschiebt Karten und Anmerkungen eine Phase nach links, eine Phase um einen Platz
cmd_move_right = In die nächste Phase verschieben
cmd_move_right_hint = Verschiebt Karten und Anmerkungen eine Phase nach rechts, eine Phase um einen Platz
cmd_move_up = Nach oben verschieben
cmd_move_up_hint = Verschiebt Karten in ihrer Zelle nach oben
cmd_move_down = Nach unten verschieben
cmd_move_down_hint = Verschiebt Karten in ihrer Zelle nach unten
cmd_import = Daten importieren…
cmd_import_hint = Legt ein Protokoll, eine Pipeline, eine Umfrage oder eine andere Tabelle über die Map
cmd_import_database = Aus einer Datenbank importieren…
cmd_import_database_hint = Misst eine Tabelle auf einem ClickHouse-Server und legt ihren Absprung über die Map
cmd_presets = Import-Voreinstellungen…
cmd_presets_hint = Zeigt, wie Exporte gelesen wurden, zum Umbenennen oder Löschen
cmd_at_risk = Abwanderungsgefährdete Kunden…
cmd_at_risk_hint = Prüft eine Abwanderungsregel an einer Kundendatei und speichert, wer anzuschreiben ist
cmd_picture = Bild aus Datei …
cmd_picture_full = Bild aus einer Datei hinzufügen …
cmd_picture_hint = Zeigt ein Bild auf der gewählten Karte, am Segment oder in der Phase
cmd_fill_scorecard = Scorecard füllen…
cmd_fill_scorecard_hint = Fügt den Kennzahlen die Zahlen einer Umfrage, der Nutzung oder der Kündigungen hinzu
cmd_emotion_up = Emotion anheben
cmd_emotion_up_hint = Hebt die Emotion um einen ganzen Schritt an, für die gezeigte Zielgruppe
cmd_emotion_down = Emotion senken
cmd_emotion_down_hint = Senkt die Emotion um einen ganzen Schritt, für die gezeigte Zielgruppe
cmd_emotion_tenth_up = Emotion um ein Zehntel anheben
cmd_emotion_tenth_up_hint = Hebt die Emotion um ein Zehntel an
cmd_emotion_tenth_down = Emotion um ein Zehntel senken
cmd_emotion_tenth_down_hint = Senkt die Emotion um ein Zehntel
cmd_toggle_evidence = Beleg oder Annahme
cmd_toggle_evidence_hint = Kennzeichnet die Karten als belegt oder als Annahmen
cmd_next_lens = Nächste Zielgruppe
cmd_next_lens_hint = Zeigt die Map, wie die nächste Zielgruppe sie erlebt
cmd_previous_lens = Vorige Zielgruppe
cmd_previous_lens_hint = Zeigt die Map, wie die vorige Zielgruppe sie erlebt
cmd_compare_lens = Kurve neben die anderen
cmd_compare_lens_hint = Die Gefühlskurve dieser Zielgruppe neben die anderer legen, bis zu fünf; Strg und ein Klick auf eine Zielgruppe auch
cmd_compare_none = Keine Kurven nebeneinander
cmd_compare_none_hint = Die Kurven von Zielgruppen wieder wegnehmen
cmd_toggle_former = Voriger Zeitraum
cmd_toggle_former_hint = Zeigt die Raten des vorigen Zeitraums neben denen des neuesten
cmd_zoom_in = Vergrößern
cmd_zoom_in_hint = Zeigt das Board größer
cmd_zoom_out = Verkleinern
cmd_zoom_out_hint = Zeigt das Board kleiner
cmd_zoom_actual = Zoom auf 100 %
cmd_zoom_actual_hint = Zeigt das Board in seiner eigenen Größe
cmd_fit = Map einpassen
cmd_fit_hint = Zeigt das ganze Board oder so viel davon, wie lesbar ist; noch einmal alles
cmd_fit_selection = Auswahl einpassen
cmd_fit_selection_hint = Zeigt die Auswahl so groß wie möglich
cmd_toggle_palette = Palette
cmd_toggle_palette_hint = Öffnet oder schließt die Palette links
cmd_toggle_palette_show = Palette einblenden
cmd_toggle_palette_hide = Palette ausblenden
cmd_toggle_inspector = Inspektor
cmd_toggle_inspector_hint = Öffnet oder schließt den Inspektor rechts
cmd_toggle_inspector_show = Inspektor einblenden
cmd_toggle_inspector_hide = Inspektor ausblenden
cmd_toggle_drawer = Tabellen
cmd_toggle_drawer_hint = Öffnet oder schließt die Tabellen unten
cmd_toggle_drawer_show = Tabellen einblenden
cmd_toggle_drawer_hide = Tabellen ausblenden
cmd_show_drop_off = Absprungtabelle
cmd_show_drop_off_hint = Zeigt Erreichte, Abgesprungene, Rate und Zeit für jede Zielgruppe und Phase
cmd_show_segments = Segmente
cmd_show_segments_hint = Zeigt die Tabelle der Zielgruppen
cmd_show_compliance = Compliance-Verzeichnis
cmd_show_compliance_hint = Zeigt jeden Hinweis mit Regel, Status, Zuständigen und Datum
cmd_show_actions = Maßnahmenliste
cmd_show_actions_hint = Zeigt, was getan wird, von wem und wann
cmd_show_leaks = Verluststellen in Geld
cmd_show_leaks_hint = Zeigt, was in jeder Phase an Geld verloren geht, das Größte zuerst
cmd_show_scorecard = Scorecard
cmd_show_scorecard_hint = Zeigt jede Kennzahl und ihr Ziel
cmd_theme_system = Design des Systems
cmd_theme_system_hint = Hell oder dunkel wie das System
cmd_theme_light = Helles Design
cmd_theme_light_hint = Hell, unabhängig vom System
cmd_theme_dark = Dunkles Design
cmd_theme_dark_hint = Dunkel, unabhängig vom System
cmd_find = Befehlspalette…
cmd_find_hint = Findet Befehle, Phasen, Karten und Segmente anhand weniger Buchstaben ihres Namens
cmd_shortcuts = Tastenkürzel
cmd_shortcuts_hint = Listet alle Tasten auf
cmd_tour = Rundgang in 60 Sekunden
cmd_tour_hint = Zeigt an einer Übungs-Map die sieben wichtigsten Handgriffe
cmd_diagnostics = Diagnose kopieren
cmd_diagnostics_hint = Version, System und was zuletzt getan wurde, für alle, die helfen; kein Wort einer Map
cmd_about = Über Touchline
cmd_about_hint = Version und Lizenzen
cmd_walk_left = Nach links gehen
cmd_walk_left_hint = Wählt den Nachbarn in der vorigen Phase aus
cmd_walk_right = Nach rechts gehen
cmd_walk_right_hint = Wählt den Nachbarn in der nächsten Phase aus
cmd_walk_up = Nach oben gehen
cmd_walk_up_hint = Wählt aus, was darüber steht
cmd_walk_down = Nach unten gehen
cmd_walk_down_hint = Wählt aus, was darunter steht
cmd_walk_next = Weiter
cmd_walk_next_hint = Wählt das nächste Element in Lesereihenfolge aus
cmd_walk_back = Zurück
cmd_walk_back_hint = Wählt das vorige Element in Lesereihenfolge aus
key_delete = Entf
key_backspace = Rücktaste
key_enter = Eingabe
key_tab = Tab
app_fault = Touchline ist abgestürzt. Ihre Arbeit ist aufbewahrt und wird beim nächsten Start angeboten. Wo der Fehler auftrat, steht in { $path }, ohne ein Wort aus Ihren Maps.
app_fault_without = Touchline ist abgestürzt. Ihre Arbeit ist aufbewahrt, soweit es ging.
app_take_over = Änderungen aus einer Kopie dieser Map übernehmen
app_open_brand = Eine Marke öffnen
