# src/ui/drawer/parts.rs

ui_drawer_sort_by = Nach { $name } sortieren

# src/ui/drawer/differ.rs

ui_drawer_show_segments = Segmente zeigen
ui_drawer_which_differ = Welche Segmente unterscheiden sich?
ui_drawer_pairs_differ = { $differing } von { $all } Segmentpaaren unterscheiden sich
ui_drawer_tests = { $tests } Tests. { $definition }
ui_how_counted = Wie gezählt wird
ui_drawer_not_compared = { $n } kleinere Segmente werden nicht verglichen
ui_drawer_pair = { $first } und { $second }
ui_drawer_by_holm = { $stage }: { $points }; p { $p } nach Holm
ui_drawer_too_few = Zu wenige…
ui_drawer_too_few_rule = Die Zahl eines Segments ist hier grau und fehlt auf dem Board und in Exporten, wenn sie beruht auf
ui_drawer_fewer_customers = weniger Kunden in der Phase als
ui_drawer_fewer_in_a_cell = oder einigen Abgesprungenen oder Weitergegangenen, aber weniger als
ui_drawer_as_it_was = Wie zuvor: 30 und 5

# src/ui/drawer/scorecard.rs

ui_col_metric = Kennzahl
ui_col_value = Wert
ui_col_verdict = Urteil
ui_col_interval = 95-%-Intervall
ui_col_counted = Gezählt
ui_col_target = Ziel
ui_col_target_source = Quelle des Ziels
ui_col_stage = Phase
ui_col_trend = Trend
ui_drawer_scorecard_definition = „Erreicht“ und „nicht erreicht“ steht nur da, wo das ganze 95-%-Intervall auf einer Seite des Ziels liegt; sonst lässt es sich aus den Zahlen nicht sagen. Anteile haben Wilson-Intervalle, der Net Promoter Score ein angepasstes Wald-Intervall (Rocks 2016). Was wachsen soll, wird an der Steigung einer Geraden durch mindestens drei Zeiträume gemessen, mit Students t. Die Abwanderung wird je Monat angegeben, wie lang der Zeitraum auch ist. Die Ziele sind Faustregeln, die Sie ändern können.
ui_drawer_scorecard_empty = Noch keine Kennzahlen. Ziehen Sie eine aus der Palette auf eine Phase oder beginnen Sie mit den sieben einer Scorecard.
ui_drawer_add_scorecard = Scorecard hinzufügen
ui_drawer_how_judged = Wie geurteilt wird
ui_copy_as_table = Als Tabelle kopieren
ui_drawer_fill_hint = Fügt die Zahlen einer Umfrage, von Abschlüssen, Kündigungen oder eines Protokolls hinzu, Zeitraum für Zeitraum
ui_fill_from_file = Aus Datei füllen…
ui_drawer_add_others_hint = Die Kennzahlen der Scorecard, die der Map fehlen
ui_drawer_add_others = Übrige hinzufügen
ui_drawer_metric_one = 1 Kennzahl
ui_drawer_metrics = { $n } Kennzahlen
ui_drawer_without_value = ohne Wert
ui_drawer_show = { $title } zeigen

# src/ui/drawer/leaks.rs

ui_col_audience = Zielgruppe
ui_col_lost_customers = Verlorene Kunden
ui_col_rate = Rate
ui_col_value_each = Wert je Kunde
ui_col_at_stake = Auf dem Spiel
ui_col_recovered = Mit bester Rate gewonnen
ui_col_lost = Verloren
ui_col_at_best_rate = Mit bester Rate
ui_drawer_leaks_empty = Verluststellen werden aus gemessenem Verhalten gezählt. Legen Sie zuerst ein Protokoll über die Map.
ui_import_data = Daten importieren…
ui_all_audiences = Alle Zielgruppen
ui_drawer_by_segment = Nach Segment
ui_drawer_say_value = Kundenwert angeben, um Geldbeträge zu sehen
ui_drawer_no_segment_measured = Kein Segment der Map ist gemessen.
ui_drawer_one_stage_measured = Keine Phase kann verlassen werden: Nur eine ist gemessen.
ui_drawer_show_stage = Phase { $stage } zeigen
ui_drawer_the_best_rate = die beste Rate
ui_drawer_customers = { $range } Kunden
ui_drawer_left_of = { $dropped } von { $reached } abgesprungen
ui_drawer_counted_customers = Kunden
ui_drawer_too_few_n = zu wenige (n = { $reached })
ui_drawer_likely = wahrscheinlich { $money }

# src/ui/drawer/actions.rs

ui_col_action = Maßnahme
ui_col_for = Für
ui_col_owner = Zuständig
ui_col_horizon = Horizont
ui_col_due = Fällig
ui_col_effort = Aufwand
ui_drawer_actions_empty = Noch keine Maßnahmen. Ziehen Sie eine aus der Palette auf eine Karte oder beginnen Sie hier.
ui_drawer_add_action = Maßnahme hinzufügen
ui_drawer_title_of = Titel von { $title }
ui_drawer_title_hint = Titel
ui_drawer_owner_of = Zuständig für { $title }
ui_drawer_action_status = Status: { $title }
ui_drawer_horizon_of = Horizont von { $title }
ui_drawer_due_of = Fälligkeit von { $title }
ui_drawer_effort_of = Aufwand von { $title }

# src/ui/drawer/register.rs

ui_col_rule = Regel
ui_col_where = Wo
ui_col_status = Status
ui_col_evidence = Beleg
ui_col_note = Notiz
ui_drawer_register_empty = Noch keine Regel ist vermerkt. Wählen Sie einen Touchpoint oder eine Phase und fügen Sie unter „Compliance“ einen Hinweis hinzu.
ui_drawer_flags_counted = { $flags ->
        [one] { $flags } Hinweis
       *[other] { $flags } Hinweise
    } · { $open } offen · { $late } überfällig
ui_drawer_show_flag = Hinweis { $code } bei { $place } zeigen
ui_drawer_flag_owner = Zuständig für { $code } bei { $place }
ui_drawer_overdue = überfällig
ui_drawer_flag_due = Fälligkeit von { $code } bei { $place }
ui_drawer_flag_evidence = Beleg zu { $code } bei { $place }
ui_drawer_flag_note = Notiz zu { $code } bei { $place }
ui_drawer_flag_status = Status von { $code } bei { $place }
ui_drawer_overdue_brackets = {" "}(überfällig)

# src/ui/drawer/segments.rs

ui_col_name = Name
ui_col_basis = Grundlage
ui_col_size = Größe
ui_col_children = Kinder
ui_col_regions = Regionen
ui_col_measured = Gemessen
ui_drawer_segments_empty = Noch keine Segmente. Ein Segment ist eine Zielgruppe, die die Map unterscheidet, etwa Familien.
ui_drawer_add_segment = + Segment hinzufügen
ui_name_of = Name von { $name }
ui_drawer_name_hint = Name
ui_drawer_size_of = Größe von { $name }
ui_drawer_under_13 = unter 13
ui_drawer_holds_children = { $name } enthält Kinder unter 13
ui_drawer_lifecycle_of = Kundenphase von { $name }
ui_drawer_treatment_of = Wie wir { $name } behandeln
ui_drawer_regions_of = Regionen von { $name }
ui_drawer_basis_of = Grundlage von { $name }
ui_drawer_everything_about = Alles über { $name }
ui_drawer_move_up = { $name } nach oben
ui_drawer_move_down = { $name } nach unten
ui_drawer_delete = { $name } löschen

# src/ui/drawer/mod.rs

ui_drawer_tables = Tabellen

# src/ui/drawer/touches.rs

ui_col_event = Ereignis
ui_col_first = Erstes
ui_col_last = Letztes
ui_col_first_converted = Erstes der Konvertierten
ui_col_last_converted = Letztes vor Konversion
ui_drawer_first_hint = Kunden, deren erstes Ereignis es ist
ui_drawer_last_hint = Kunden, deren letztes Ereignis es ist
ui_drawer_first_converted_hint = Von denen, die die letzte Phase erreichten: deren erstes Ereignis es ist
ui_drawer_last_converted_hint = Von denen, die die letzte Phase erreichten: bei denen es direkt vor dem Ereignis kam, mit dem sie sie erreichten
ui_drawer_touches_too_few = Zu wenige Kunden, um zu sagen, welche Ereignisse die ersten und letzten waren
ui_drawer_touches = Erster und letzter Kontakt
ui_drawer_converted = { $audience }; konvertiert: hat die letzte Phase erreicht

# src/ui/drawer/chart.rs

ui_drawer_save_chart = Diagramm speichern unter…
ui_drawer_show_table = Tabelle zeigen
ui_drawer_show_chart = Diagramm zeigen

# src/ui/drawer/drop_off.rs

ui_col_reached = Erreicht
ui_col_dropped = Abgesprungen
ui_col_median_to_next = Median bis weiter
ui_col_within = 90 % binnen
ui_drawer_still_open_hint = Stehen jetzt in der Phase: haben sie erreicht und sind weder weitergegangen noch verloren. Die Rate gilt den anderen
ui_drawer_drop_off_empty = Noch ist nichts gemessen. Legen Sie ein Verhaltensprotokoll über die Map: eine CSV mit Kunde, Ereignis und Zeit in jeder Zeile.
ui_col_former = Zuvor
ui_col_change = Änderung
ui_col_still_open = Noch offen
ui_drawer_change_note = { $words }. Hinweis: { $rules }.
ui_drawer_points = { $points } Punkte
ui_drawer_not_told = nicht belegbar
ui_drawer_too_few_change = zu wenige
ui_drawer_other_rules = andere Regeln
ui_drawer_too_few_hint = Zu wenige Kunden, um etwas abzulesen: weniger als { $customers } oder weniger als { $cell }, die absprangen oder blieben. Die Zahl fehlt auf dem Board und in Exporten.
ui_drawer_rows_not_used = {" "}· { $rows } Zeilen nicht verwendet
ui_former_on_river = Früherer Zeitraum am Fluss
ui_drawer_laid_on = { $text }{"\u000A"}Über die Map gelegt am { $day }
