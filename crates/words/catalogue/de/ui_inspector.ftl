# src/ui/inspector/several.rs

ui_inspector_selection = Auswahl
ui_inspector_owner_hint = wer dafür zuständig ist
ui_inspector_notes = Notizen
ui_inspector_delete_selected = Alles Ausgewählte löschen
ui_inspector_channel = Kanal
ui_inspector_ownership = Eigentum

# src/ui/inspector/worth.rs

ui_inspector_value = Wert je Kunde{ $money }
ui_inspector_value_low = niedrig
ui_inspector_value_likely = üblich
ui_inspector_value_high = hoch
ui_inspector_value_of = Wert je Kunde, { $hint }
ui_inspector_value_empty = Leer: Es gilt der Wert der Map.

# src/ui/inspector/segment.rs

ui_inspector_segment_name = Name des Segments
ui_inspector_size = Größe, Kunden
ui_inspector_customers_in_log = { $n } Kunden im gemessenen Protokoll
ui_inspector_children = Enthält Kinder unter 13
ui_inspector_regions_hint = etwa US, DE
ui_inspector_values = Namen in Protokollen, einer je Zeile
ui_inspector_values_hint = neben dem eigenen Namen

# src/ui/inspector/audience.rs

ui_inspector_for_everyone = Für alle. Segmente entstehen in der Schublade, unter „Segmente“
ui_inspector_cards_differ = Die ausgewählten Karten unterscheiden sich
ui_inspector_none_chosen = Keine gewählt: für alle

# src/ui/inspector/typed.rs

ui_inspector_several = mehrere

# src/ui/inspector/touchpoint.rs

ui_inspector_touchpoint_title = Titel des Touchpoints
ui_inspector_detail = Detail
ui_inspector_detail_hint = zweite Zeile der Karte
ui_inspector_doing = Handlung
ui_inspector_doing_hint = was der Kunde tut
ui_inspector_drop_off_after = Absprung nach dieser Phase
ui_inspector_events = Zugeordnete Ereignisse, eines je Zeile
ui_inspector_events_hint = Ereignisnamen des Protokolls

# src/ui/inspector/stage.rs

ui_inspector_stage_name = Name der Phase
ui_inspector_goal = Ziel des Kunden
ui_inspector_goal_hint = was er hier will
ui_inspector_planned_from = Geplant von
ui_inspector_planned_to = Geplant bis
ui_inspector_width = Breite auf dem Board
ui_inspector_width_hint = passt sich an
ui_inspector_colour = Farbe
ui_inspector_colour_nth = Farbe { $nth }
ui_inspector_by_place = Nach Stelle
ui_inspector_by_place_hint = Die Farbe ihrer Stelle in der Journey

# src/ui/inspector/measurement.rs

ui_inspector_laid = Über die Map gelegt
ui_inspector_first_event = Erstes Ereignis
ui_inspector_last_event = Letztes Ereignis
ui_inspector_dates = Daten in der Datei
ui_inspector_records = Datensätze
ui_inspector_customers = Kunden
ui_inspector_in_several = In mehreren Segmenten
ui_inspector_rows_read = Gelesene Zeilen
ui_inspector_rows_used = Verwendete Zeilen
ui_inspector_rows_unused = Zeilen, die nicht verwendet werden konnten
ui_inspector_how_counted = Wie gezählt wird
ui_inspector_activities = Wie lange Aktivitäten dauern
ui_inspector_activity = Median { $median }, neun von zehn binnen { $within }, { $pairs } Paare

# src/ui/inspector/emotion.rs

ui_inspector_emotion = Emotion
ui_inspector_emotion_of = Emotion von { $name }
ui_inspector_feels_otherwise = + Eine Zielgruppe fühlt anders
ui_inspector_own_emotion = Eigene Emotion für { $name }
ui_inspector_in_a_word = In einem Wort
ui_inspector_in_a_word_hint = frustriert
ui_inspector_because = Weil
ui_inspector_because_hint = warum man so fühlt
ui_inspector_emotion_of_prefix = Emotion von{" "}
ui_inspector_not_set = nicht gesetzt
ui_inspector_clear_emotion = Emotion löschen
ui_inspector_clear_emotion_of = Emotion von { $name } löschen

# src/ui/inspector/metric.rs

ui_inspector_metric_kind = Art
ui_inspector_target_grow = Ziel: von Zeitraum zu Zeitraum wachsen, über mindestens drei.
ui_inspector_points = Punkte
ui_inspector_below = unter
ui_inspector_above = über
ui_inspector_target = Ziel, { $side }, { $unit }
ui_inspector_benchmark = Quelle und Stand des Ziels
ui_inspector_definition = Definition
ui_inspector_threshold_hint = etwa 90 % davon gesehen
ui_inspector_source = Quelle der Zahlen
ui_inspector_source_hint = etwa Export der Abrechnung
ui_inspector_interval = 95-%-Intervall { $interval } ·{" "}
ui_inspector_too_few_people = Zu wenige Personen für eine verlässliche Zahl: Exporte lassen sie weg.
ui_inspector_trend = Trend { $trend }
ui_inspector_hours_grow = Die Stunden wachsen mit dem Publikum, nicht je Zuschauer.
ui_inspector_days = Tage des Zeitraums
ui_inspector_a_month = ein Monat
ui_inspector_period = Zeitraum
ui_inspector_period_hint = Aug. 2026
ui_inspector_as_of = Stand
ui_inspector_next_period = + Nächsten Zeitraum beginnen
ui_inspector_earlier_lines = Frühere Zeiträume, älteste zuerst, einer je Zeile
ui_inspector_earlier = Frühere Zeiträume

# src/ui/inspector/whole.rs

ui_inspector_map = Map
ui_inspector_map_title = Titel der Map
ui_inspector_finding = Ergebnis
ui_inspector_finding_hint = was die Map ergab, als Schlagzeile
ui_inspector_client = Auftraggeber
ui_inspector_client_hint = für wen sie gemacht wird
ui_inspector_shows = Zeigt
ui_inspector_date = Datum
ui_inspector_language = Sprache
ui_inspector_currency = Währung
ui_inspector_currency_hint = etwa EUR
ui_inspector_lanes = Bahnen
ui_inspector_show_lane = Bahn { $title } zeigen
ui_inspector_lane_up = Bahn { $title } nach oben
ui_inspector_lane_down = Bahn { $title } nach unten
ui_inspector_lane_name = Name der Bahn { $kind }
ui_inspector_measurements = Messungen

# src/ui/inspector/measured.rs

ui_inspector_source_rows = { $source } · { $rows } Zeilen · { $period }
ui_inspector_outdated = Die Phasen haben sich seit der Messung geändert: Protokoll neu importieren
ui_inspector_reached_by = Erreicht von { $reach } von { $all } Kunden · { $audience }

# src/ui/inspector/flags.rs

ui_inspector_compliance = Compliance
ui_inspector_add_flag = + Hinweis
ui_inspector_add_flag_of = Hinweis { $code } hinzufügen
ui_inspector_flag_facts = Hinweis { $code }, { $status }{ $colon }{ $facts }
ui_inspector_show_flag = Diesen Hinweis zeigen

# src/ui/inspector/notes.rs

ui_inspector_text = Text
ui_inspector_text_hint = Notiz schreiben

# src/ui/inspector/evidence.rs

ui_inspector_assumption = Eine Annahme: Noch steht nichts dahinter
ui_inspector_add_evidence = + Beleg hinzufügen
ui_inspector_mark_assumption = Als Annahme kennzeichnen
ui_inspector_remove_evidence = Beleg { $nth } entfernen
ui_inspector_evidence_source = Quelle von Beleg { $nth }
ui_inspector_evidence_which = welche
ui_inspector_evidence_amount = Umfang von Beleg { $nth }
ui_inspector_evidence_much = wie viel
ui_inspector_evidence_kind = Art von Beleg { $nth }

# src/ui/inspector/flag.rs

ui_inspector_rule_name = Name der Regel
ui_inspector_rule_name_hint = etwa Markensicherheit
ui_inspector_who_clears = wer es klärt
ui_inspector_flag_evidence_hint = was zeigt, dass sie erfüllt ist
ui_inspector_flag_note_hint = was die Regel hier verlangt
ui_inspector_flag_on = Bei { $kind } „{ $title }“

# src/ui/inspector/panel.rs

ui_inspector_untitled = Ohne Titel
ui_inspector_delete = { $kind } löschen

# src/ui/inspector/drop_off.rs

ui_inspector_last_stage = Die letzte Phase: Danach wird niemand erwartet
ui_inspector_no_figure = Keine Zahl: { $few }
ui_inspector_no_figure_of = Keine Zahl zu { $audience }: { $few }
ui_inspector_nine_in_ten = , neun von zehn binnen { $time }
ui_inspector_median_to = Mittlere Zeit (Median) bis { $next }: { $time }{ $p90 }
ui_inspector_no_later_stage = { $reached } haben sie erreicht; das Protokoll misst keine spätere Phase, daher ist kein Absprung zu sehen
ui_inspector_nobody_reached = Niemand aus dieser Zielgruppe hat die Phase im Protokoll erreicht
ui_inspector_not_in_measurement = Nicht in der Messung: Ereignisse zuordnen und Protokoll neu importieren
ui_inspector_estimated = Geschätzt { $estimate }, nicht gemessen
ui_inspector_not_measured = Nicht gemessen. Importieren Sie ein Protokoll mit „Daten importieren…“ oder schätzen Sie an der Phase
ui_inspector_still_open = Noch offen: { $count } { $counted }, weder weitergegangen noch verloren
ui_inspector_again = Mindestens zwei Ereignisse der Phase: { $repeated } · aus späterer Phase zurück: { $returned }
ui_inspector_then_nothing = nichts
ui_inspector_then_other = andere Ereignisse
ui_inspector_then = Die Abgesprungenen danach: { $shares }
ui_inspector_estimate_it = + Absprung schätzen
ui_inspector_estimate = Schätzung, %
ui_inspector_estimate_hint = 0 bis 100
ui_inspector_cause = Verursacht durch
ui_inspector_reason = Grund
ui_inspector_reason_hint = warum man das meint
ui_inspector_remove_estimate = Schätzung entfernen
ui_inspector_no_card = keine Karte
ui_inspector_dropped_measured = { $rate } abgesprungen, { $interval } gemessen, { $n }
ui_inspector_interval_measured = { $interval } gemessen
ui_inspector_tick = {" "}Der Strich ist die Schätzung, { $estimate }.
ui_inspector_pending = Nicht entschieden oder noch nicht da
ui_inspector_tied = An { $place } gebunden
ui_inspector_parked = Auf dem Parkplatz, nicht auf dem Board
ui_inspector_connector = { $from } → { $to }
ui_inspector_connector_label = Beschriftung
ui_inspector_connector_hint = 9 % überspringen die Kasse
ui_inspector_loop_share = Von { $of }, die { $from } erreichten, sind { $customers } danach wieder in { $to } zu sehen: { $share } ({ $interval } bei 95 % Sicherheit).
ui_inspector_loop_few = Zu wenige kamen aus { $from } zurück nach { $to }, um davon zu berichten.
ui_inspector_loop_hint = Gutschein
ui_inspector_loop_no_share = Keine Aufzeichnung sagt, wie viele zurückkommen: eine über die Map legen.
ui_inspector_step_name = Name des Schritts
ui_inspector_steps = Schritte
ui_inspector_until = Reicht bis
ui_inspector_here_alone = Nur diese Phase
ui_inspector_no_step = Kein Schritt
ui_inspector_step_remark = Schritte gliedern eine Phase. Ziehen Sie einen Touchpoint unter einen Schritt, oder wählen Sie den Schritt in der Ansicht des Touchpoints.
ui_inspector_view_name = Name der Ansicht
ui_inspector_view_lens = Gesehen von: { $lens }
ui_inspector_view_kind = Gezeigt als: { $view }
ui_inspector_view_use = Diese Ansicht
ui_inspector_view_show = Die Map so zeigen
ui_inspector_view_remark = Um zu ändern, was sie zeigt: wählen, Zielgruppe, Filter und Ansicht setzen und unter ihrem Namen wieder speichern.
ui_inspector_decides_hint = Welches Angebot an welchem Schritt, und wer zustimmen muss
ui_inspector_map_owner_hint = Marketing
ui_inspector_review_due = Gilt bis { $day }
ui_inspector_review_over = Prüfung überfällig seit { $day }
ui_inspector_needs_hint = Worauf sie nicht verzichten können
ui_inspector_jobs_hint = Wenn …, will ich …, damit …
ui_inspector_quote_hint = In ihren Worten
ui_inspector_treatment_hint = Was sie bekommen und andere nicht
ui_inspector_agenda = Agenda
ui_inspector_agenda_all = zusammen { $minutes } Minuten
ui_inspector_agenda_block = { $minutes } min  { $title }
ui_inspector_block_name = Name des Blocks
ui_inspector_minutes = Minuten
ui_inspector_shown_stage = Zeigt die Phase
ui_inspector_any_stage = wie sie ist
ui_inspector_shown_lane = Zeigt die Bahn
ui_inspector_cards_lane = Karten
ui_inspector_vote = Abstimmung über
ui_inspector_vote_hint = Was davon schmerzt am meisten?
ui_inspector_block_remark = Beim Präsentieren beginnt N den nächsten Block: Seine Zeit läuft, seine Phase und Bahn werden gezeigt, V zeigt die Frage.
ui_inspector_choose_picture = Bild wählen …
ui_inspector_replace_picture = Ersetzen …
ui_inspector_remove_picture = Entfernen
ui_inspector_drop_picture = Aus einer Datei. Ein Bild lässt sich auch auf das Board ziehen oder einfügen
ui_inspector_alt_hint = was das Bild zeigt
ui_inspector_portrait = Porträt
