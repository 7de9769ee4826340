# crates/core/src/fields/worth.rs

fields_worth_order = Niedrig, wahrscheinlich und hoch stehen in dieser Reihenfolge; es sind { $low }, { $likely } und { $high }
fields_amount = Erwartet wird ein Betrag wie 35 oder 1.204,50, ohne die Währung
fields_currency = Schreiben Sie die Währung als Code oder Zeichen, wie EUR oder $

# crates/core/src/fields/metric.rs

fields_it_cannot_be = Die Angabe { $why }, was nicht sein kann
fields_no_level = Was wachsen soll, hat keinen Zielwert
fields_target_range = Möglich ist ein Ziel von { $least } bis { $most }; leer gilt das übliche
fields_days_range = Möglich sind 1 bis { $most } Tage; leer gilt ein Monat
fields_hint_days = ; Tage
fields_hint_period = Zeitraum; { $count }; { $of }{ $also }{ $days }
fields_most_periods = Eine Kennzahl hat höchstens { $most } Zeiträume
fields_line = Zeile { $line }: { $why }
fields_no_whole_number = „{ $text }“ ist keine ganze Zahl
fields_expected = Erwartet wird „{ $hint }“
fields_line_cannot_be = die Angabe { $why }, was nicht sein kann

# crates/core/src/fields/parse.rs

fields_too_long = Es sind { $letters } Zeichen; { $most } passen hinein
fields_name_needed = Ein Name fehlt: { $kind } ist nur daran zu erkennen
fields_no_day = „{ $shown }“ ist kein Tag. Schreiben Sie ihn als 2026-11-03
fields_either_day = „{ $shown }“ kann der { $one } oder der { $other } sein; schreiben Sie es als { $write } oder mit dem Namen des Monats
fields_language_tag = Schreiben Sie die Sprache als Kürzel wie en, de oder pt-BR
fields_width_range = Möglich ist eine Breite von { $least } bis { $most }; leer passt sie sich dem Board an
fields_percentage = Erwartet wird ein Prozentsatz von 0 bis 100, wie 25
fields_size = Erwartet wird eine ganze Zahl von Kunden, wie 21.904
fields_feeling_number = eine Zahl von −3.0 bis 3.0
fields_event_of_stage = „{ $event }“ zählt für die Phase „{ $name }“; ein Ereignis gehört zu einer Phase
fields_period_order = Der Zeitraum würde am { $to } enden, bevor er am { $from } beginnt
fields_one_of = eines von { $names }

# crates/core/src/fields/rows.rs

fields_estimate_first = Eine Schätzung braucht zuerst ihren Prozentsatz
fields_feeling_first = ein Gefühl braucht zuerst seine Zahl
fields_view_taken = Eine andere gespeicherte Ansicht heißt „{ $name }“
fields_segment_taken = Ein anderes Segment heißt „{ $name }“

# crates/core/src/fields/named.rs

fields_no_audience = „{ $line }“ ist keine Zielgruppe der Map; ihre Zielgruppen sind { $names }
fields_no_audiences = Die Map hat keine Zielgruppen
fields_no_card = „{ $text }“ ist keine Karte der Phase

# crates/core/src/fields/parse.rs, choices

fields_color_range = Möglich ist eine Farbe von 1 bis { $most }; leer nimmt die ihres Platzes
fields_yes = ja
fields_no = nein

# crates/core/src/fields/label.rs

field_least_group = Kleinste Gruppe
field_events = Zugeordnete Ereignisse
field_estimate = Schätzung
field_estimate_reason = Grund der Schätzung
field_estimate_cause = Ursache der Schätzung
field_emotion_word = Emotion in einem Wort
field_emotion_reason = Grund der Emotion
field_evidence_name = Quelle des Belegs
field_evidence_amount = Umfang des Belegs
field_values = Namen in Protokollen
field_value = Wert je Kunde
field_value_low = Wert je Kunde, niedrig
field_value_high = Wert je Kunde, hoch
field_threshold = Was zählt
field_folded = Eingeklappt
field_height = Höhe auf dem Board
fields_side_range = Eine ganze Zahl von Einheiten der Map von { $least } bis { $most }
fields_height_range = Möglich ist eine Höhe von { $least } bis { $most }; leer passt sie sich dem Inhalt an
field_zone = Betreuung
field_pending = Offen
field_note_color = Farbe
field_parked = Geparkt
field_votes = Stimmen
fields_votes = Eine ganze Zahl von Punkten wird erwartet, bis { $most }
field_belongs = Steht im
field_to_be = Emotion, wie sie werden soll
fields_no_stage = „{ $text }“ ist keine Phase dieser Map
fields_no_step = Die Phase hat keinen Schritt „{ $text }“
fields_no_lane = „{ $text }“ ist keine Bahn dieser Map
fields_minutes_range = Möglich sind { $least } bis { $most } Minuten
fields_no_tint = „{ $text }“ ist keine Farbe; schreiben Sie sie als #1F6FEB
fields_tints_most = Höchstens { $most } Farben; die übrigen folgen von selbst
