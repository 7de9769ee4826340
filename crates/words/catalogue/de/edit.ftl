# crates/core/src/edit/empty.rs

edit_untitled_map = Unbenannte Map

# crates/core/src/edit/sheet/lists.rs

sheet_no_audiences = die Map hat keine
sheet_audiences_expected = Zielgruppen dieser Map, getrennt durch Semikolons ({ $names }), oder nichts für alle
sheet_feelings_expected = ein Gefühl von −3.0 bis 3.0 für jede Zielgruppe, wie in „{ $name }: 1.5“
sheet_states_expected = ein Zustand hinter jedem Doppelpunkt, einer von { $known }
sheet_flags_expected = Hinweise mit ihrem Zustand, wie in „GDPR: open; FTC: cleared“: { $codes }, oder ein eigener, wie in „Custom Altersfreigabe: open“

# crates/core/src/edit/sheet/error.rs

sheet_no_sheet = das ist keine Tabelle einer Map: Die erste Zeile beginnt mit „{ $first }“, „Field“, „Key“; schreiben Sie zuerst eine aus der Map
sheet_other_map = diese Tabelle stammt aus einer anderen Map: Keine ihrer Phasen ist in dieser; öffnen Sie zuerst die Map, aus der sie stammt
sheet_wrong_cell = Zeile { $row }, Spalte { $column }: „{ $found }“ kann hier nicht stehen; erwartet wird { $expected }
sheet_row_twice = die Zeilen { $other } und { $row } sind dasselbe Feld desselben Blocks; leeren Sie in einem neuen Block die Zelle unter „Key“
sheet_record_twice = Zeile { $row }, Spalte { $column }: diese Nummer steht in zwei Zellen; leeren Sie eine davon, um ein neues Element anzulegen
sheet_transposed = diese Tabelle steht auf der Seite: ihre Zeilen sind Spalten; drehen Sie sie zurück (Inhalte einfügen ▸ Transponieren) und lesen Sie sie noch einmal
sheet_strange_row = Zeile { $row }: „{ $found }“ ist keine Zeile und kein Feld dieser Map; leeren Sie die Zeile oder benennen Sie sie wie die anderen
sheet_strange_row_near = Zeile { $row }: „{ $found }“ ist keine Zeile und kein Feld dieser Map; vielleicht „{ $nearest }“; leeren Sie die Zeile oder benennen Sie sie wie die anderen
sheet_strange_column = Spalte { $column }: „{ $found }“ ist keine Phase dieser Map; leeren Sie die Spalte oder schreiben Sie „neu: { $found }“, um sie als Phase anzulegen
sheet_no_name = Zeile { $row }, Spalte { $column }: über der Spalte steht keine Phase; leeren Sie sie oder geben Sie ihr den Namen einer Phase
sheet_numbers_gone = Zeile { $row }: die Zeile mit den Nummern des Blocks „{ $block }“ fehlt, an denen seine Zellen zu erkennen sind; holen Sie sie aus der Tabelle zurück, wie sie geschrieben wurde
sheet_no_number = Zeile { $row }, Spalte { $column }: „{ $found }“ hat keine Nummer und ist damit kein Eintrag dieser Map; setzen Sie die Nummer wieder ein oder schreiben Sie „neu: { $found }“, um ihn anzulegen

# crates/core/src/edit/sheet/read.rs

sheet_stage_number_expected = die Nummer einer Phase dieser Map, oder nichts
sheet_stage_name_expected = ein Name; eine Phase wird im Programm entfernt
sheet_record_number_expected = die Nummer eines Elements dieser Art, oder nichts
sheet_main_expected = „{ $main }“ im selben Block
sheet_stages = Phasen
sheet_new = neu

# crates/core/src/edit/sheet/nearest.rs

sheet_nearest = { $expected }; vielleicht „{ $nearest }“

# crates/core/src/edit/sheet/fields.rs

sheet_day_expected = einen Tag: { $why }
sheet_feeling_beside = eine Zahl daneben, in der Zeile „feeling“
sheet_feeling_above = eine Zahl darüber, in der Zeile „feeling“
sheet_evidence_expected = yes (die Karte ist belegt) oder no (sie ist eine Annahme)

# crates/core/src/edit/matrix.rs

edit_left_no_lane = diese Zeile ist keine Bahn
edit_left_no_stage = die Spalte hat keinen Namen
edit_left_no_such_stage = die Map hat keine Phase dieses Namens
edit_left_no_score = ein Gefühl ist eine Zahl von −3 bis 3, mit Worten dahinter
edit_left_no_card = kein Touchpoint der Phase ist ohne Gefühl
edit_left_no_share = Absprung ist ein Anteil wie 46 %
edit_left_estimate = die Phase hat schon eine Schätzung
edit_left_too_long = länger, als ein Text sein darf
edit_left_too_many = mehr, als auf einmal eingefügt werden kann

# crates/core/src/edit/paste.rs

edit_copy_of_segment = { $name } (Kopie)

# crates/core/src/edit/describe.rs

undo_add = { $about } hinzufügen
undo_move = { $about } verschieben
undo_duplicate = { $about } duplizieren
undo_paste = { $about } einfügen
undo_untie = { $about } lösen
undo_a_touchpoint = einem Touchpoint
undo_tie = { $about } mit { $card } verbinden
undo_mark_evidence = { $about } als belegt kennzeichnen
undo_mark_assumption = { $about } als Annahme kennzeichnen
undo_show = { $about } einblenden
undo_hide = { $about } ausblenden
undo_add_scorecard = Scorecard hinzufügen
undo_begin_period = Zeitraum beginnen: { $about }
undo_fill = Scorecard aus „{ $file }“ füllen
undo_lay = „{ $file }“ über die Map legen
undo_import = „{ $file }“ importieren
undo_make_stages = Phasen aus „{ $file }“ anlegen
undo_take_over = Bearbeitete Tabelle übernehmen
undo_intervene = Hier eingreifen
undo_begin = Map beginnen
edit_nothing = nichts
edit_joined = { $most } und { $last }
edit_quoted = „{ $text }“
edit_quoted_cut = „{ $text }…“
undo_delete = { $what } löschen
undo_set_title = { $about } umbenennen
undo_set_note = Notiz schreiben: { $about }
undo_set_events = Ereignisse zuordnen: { $about }
undo_set_values = Werte zuordnen: { $about }
undo_set_emotion = Emotion festlegen: { $about }
undo_set_feeling = Gefühl beschreiben: { $about }
undo_set_evidence = Belege ändern: { $about }
undo_set_estimate = Absprung schätzen: { $about }
undo_set_period = { $about } planen
undo_set_owner = Zuständigkeit festlegen: { $about }
undo_set_due = Termin festlegen: { $about }
undo_set_width = Breite ändern: { $about }
undo_set_audiences = Zielgruppe festlegen: { $about }
undo_set_channel = Kanal festlegen: { $about }
undo_set_ownership = Trägerschaft festlegen: { $about }
undo_set_regime = Regel festlegen: { $about }
undo_set_status = Status festlegen: { $about }
undo_set_decides = Sagen, was { $about } entscheidet
undo_set_reviewed = Prüfung festlegen: { $about }
undo_set_person = { $about } beschreiben
undo_set_basis = Grundlage festlegen: { $about }
undo_set_children = Angabe zu Kindern ändern: { $about }
undo_set_color = Farbe festlegen: { $about }
undo_set_state = Ist oder Soll festlegen: { $about }
undo_set_least_group = Kleinste Gruppe festlegen: { $about }
undo_set_metric_kind = Gezähltes festlegen: { $about }
undo_set_counts = Zahlen ändern: { $about }
undo_set_worth = Wert festlegen: { $about }
undo_set_other = { $about } ändern
kind_map_counted = { $count ->
        [one] { $count } Map
       *[other] { $count } Maps
    }

# crates/core/src/edit/metric.rs

edit_whole_journey = Ganze Journey

# crates/core/src/edit/sheet/changes.rs

sheet_field_name = Name
sheet_field_place = Platz
sheet_field_stage = Phase
sheet_field_lane = Bahn
sheet_field_goal = Ziel
sheet_field_note = Notiz
sheet_field_compliance = Compliance
sheet_field_title = Titel
sheet_field_detail = Detail
sheet_field_doing = Tätigkeit
sheet_field_channel = Kanal
sheet_field_ownership = Trägerschaft
sheet_field_feeling = Gefühl
sheet_field_feeling_in_a_word = Gefühl in einem Wort
sheet_field_feeling_because = Grund des Gefühls
sheet_field_feelings_of_audiences = Gefühle der Zielgruppen
sheet_field_audiences = Zielgruppen
sheet_field_evidence = Beleg
sheet_field_owner = Zuständig
sheet_field_text = Text
sheet_field_due = Termin
undo_set_folded = Einklappen: { $about }
undo_set_height = Höhe ändern: { $about }
undo_fold = { $about } einklappen
undo_unfold = { $about } ausklappen
edit_left_of_cards = die Bahn zeigt die Kanäle der Touchpoints: gib ihnen ihren
undo_replace = Wörter ersetzen: { $about }
undo_merge = { $about } zusammenlegen
undo_split = { $about } teilen
undo_save_view = { $about } speichern
undo_arrange_deck = Folien anordnen
undo_park = { $about } parken
undo_cluster = { $about } gruppieren
undo_format = { $about } ein anderes Format geben
undo_sort = { $about } einordnen
undo_set_votes = Über { $about } abstimmen
undo_connect = { $about } verbinden
undo_set_to_be = Soll-Emotion festlegen: { $about }

# crates/core/src/edit/library/read.rs

library_title = die Bibliothek braucht einen Titel von höchstens { $most } Buchstaben
library_many = sie enthält mehr als { $most } Bausteine; verteilen Sie sie auf mehrere Dateien
library_twice = zwei Bausteine haben die Kennung „{ $id }“; geben Sie einem eine andere
library_id = ein Baustein braucht eine Kennung von höchstens { $most } Buchstaben
library_item_title = „{ $id }“ braucht einen Titel von höchstens { $most } Buchstaben
library_long = ein Text von „{ $id }“ ist länger als { $most } Buchstaben, oder seine Codes länger als eine Zeile
library_tags = „{ $id }“ hat mehr als { $most } Stichwörter, oder eines ist leer oder zu lang
undo_go_back = Zu früherer Version zurückkehren

# Zwei Maps, die eine waren

undo_bring_together = Beide Versionen zusammenführen
merge_about = { $kind } „{ $title }“
merge_field = { $about }: { $field } ist { $ours }, und { $theirs } steht in einer Notiz
merge_place = { $about }: auf beiden Seiten verschoben; es steht, wo wir es hingestellt haben
merge_part = { $about }: auf beiden Seiten geändert ({ $name }); unseres bleibt
merge_deleted_by_us = { $about }: von uns gelöscht, von den anderen geändert oder gebraucht; es bleibt
merge_deleted_by_them = { $about }: von den anderen gelöscht, von uns geändert oder gebraucht; es bleibt
merge_rule = { $about }: { $rule }; unseres bleibt
merge_nothing = leer
merge_quoted = „{ $text }“
merge_cut = „{ $text }…“
merge_note = { $theirs } ({ $field } in der anderen Version)
merge_note_of = { $theirs } ({ $title }: { $field } in der anderen Version)

# crates/core/src/edit/journey

journey_unfelt = 3 steht auch, wo niemand gesagt hat, wie es sich anfühlt: dafür hat Mermaid keinen Platz
journey_problem = Zeile { $line }: { $what }
journey_too_long = der Text ist länger, als eine Journey sein kann (4 MB)
journey_no_head = das ist keine User Journey von Mermaid: sie beginnt nicht mit „journey“
journey_no_section = ein Abschnitt hat keinen Namen
journey_no_task = eine Aufgabe hat keinen Namen
journey_no_score = „{ $task }“ hat keine Note: eine Aufgabe ist „Name: 1 bis 5: wer“
journey_wrong_score = „{ $score }“ ist keine Note von 1 bis 5 für „{ $task }“; ein Doppelpunkt in einem Namen wird #58; geschrieben
journey_long_name = ein Name ist länger als 10.000 Byte
undo_set_brand = Marke von { $about } ändern
