# crates/core/src/figures/rejections.rs

reason_no_customer = kein Kunde
reason_no_event = kein Ereignis
reason_time_empty = die Zeit ist leer
reason_time_unreadable = die Zeit ist nicht lesbar
reason_time_year_1 = die Zeit ist ein Platzhalter (0001-01-01)
reason_time_excel_zero = die Zeit ist ein Platzhalter (1899-12-30)
reason_time_unix_zero = die Zeit ist ein Platzhalter (1970-01-01 00:00:00)
reason_time_end_of_time = die Zeit ist ein Platzhalter (9999-12-31)
reason_time_after_file = die Zeit liegt mehr als zwei Tage nach dem Schreiben der Datei
reason_time_ahead = die Zeit liegt mehr als zwei Tage in der Zukunft
reason_column_time_empty = „{ $about }“: die Zeit ist leer
reason_column_time_unreadable = „{ $about }“: die Zeit ist nicht lesbar
reason_column_time_year_1 = „{ $about }“: die Zeit ist ein Platzhalter (0001-01-01)
reason_column_time_excel_zero = „{ $about }“: die Zeit ist ein Platzhalter (1899-12-30)
reason_column_time_unix_zero = „{ $about }“: die Zeit ist ein Platzhalter (1970-01-01 00:00:00)
reason_column_time_end_of_time = „{ $about }“: die Zeit ist ein Platzhalter (9999-12-31)
reason_column_time_ahead = „{ $about }“: die Zeit liegt mehr als zwei Tage in der Zukunft
reason_column_time_after_file = „{ $about }“: die Zeit liegt mehr als zwei Tage nach dem Schreiben der Datei
reason_after_as_of = nach dem Stichtag
reason_too_few_fields = zu wenige Felder
reason_unclosed_quote = ein Anführungszeichen wird nie geschlossen
reason_over_long_line = die Zeile ist länger als 32 MB
reason_invalid_bytes = Bytes, die in dieser Kodierung kein Text sind
reason_header_again = die Kopfzeile noch einmal
reason_over_long_field = ein Feld mit mehr als einer Million Bytes
reason_several_writings = ein Name, der in anderer Schreibweise gleich aussieht
reason_other_step = das andere Ende einer Aktivität, die einmal gezählt wird
reason_totals = eine Summenzeile
reason_other = andere Gründe
reason_no_stage = keine Phase
reason_no_record = kein Datensatz
reason_left_before_entered = verlassen, bevor er eintrat
reason_never_entered = nie in eine Phase eingetreten
reason_closed_before_begun = geschlossen, bevor er begann
reason_total_of_people = eine Summe, die Menschen doppelt zählen würde
reason_other_table = gehört zu einer anderen Tabelle weiter unten in der Datei
reason_more_completed = mehr haben abgeschlossen als eingetreten sind
reason_more_dropped = mehr sind abgesprungen als da waren
reason_more_finished = mehr haben beendet als begonnen
reason_stage_again = die Phase kommt ein zweites Mal, und keine Spalte nennt Zeitraum oder Segment
reason_many_segments = mehr als { $about } Segmente
reason_many_stages = mehr als { $about } Phasen
reason_many_different_stages = mehr als { $about } verschiedene Phasen
reason_many_stages_or_segments = mehr als { $about } verschiedene Phasen oder Segmente
reason_number_empty = „{ $about }“ ist leer
reason_number_none = „{ $about }“ ist keine Zahl
reason_number_percentage = „{ $about }“ ist ein Prozentsatz, wo eine Anzahl gebraucht wird
reason_number_negative = „{ $about }“ ist negativ
reason_number_too_large = „{ $about }“ ist zu groß
reason_number_broken = „{ $about }“ ist keine ganze Zahl
reason_answers_empty = die Zahl der Antworten ist leer
reason_answers_none = die Zahl der Antworten ist keine Zahl
reason_answers_percentage = die Zahl der Antworten ist ein Prozentsatz, wo eine Anzahl gebraucht wird
reason_answers_negative = die Zahl der Antworten ist negativ
reason_answers_too_large = die Zahl der Antworten ist zu groß
reason_answers_broken = die Zahl der Antworten ist keine ganze Zahl
reason_count_empty = die Anzahl ist leer
reason_count_none = die Anzahl ist keine Zahl
reason_count_percentage = die Anzahl ist ein Prozentsatz, wo eine Anzahl gebraucht wird
reason_count_negative = die Anzahl ist negativ
reason_count_too_large = die Anzahl ist zu groß
reason_count_broken = die Anzahl ist keine ganze Zahl
reason_no_touchpoint = kein Touchpoint
reason_no_answer = keine Frage ist beantwortet
reason_preview = eine Vorschau oder Spam
reason_many_touchpoints = mehr als { $about } Touchpoints
reason_no_score = kein Wert
reason_score_none = der Wert ist keine Zahl
reason_score_outside = der Wert liegt außerhalb seiner Skala
reason_score_too_large = der Wert ist zu groß
reason_many_scores = mehr als { $about } verschiedene Werte
reason_no_title = kein Titel
reason_many_titles = mehr als { $about } Titel
reason_no_title_or_milestone = kein Titel oder kein Meilenstein
reason_no_date = kein Datum
reason_many_milestones = mehr als { $about } Meilensteine
reason_no_theme = kein Thema
reason_total_of_tickets = eine Summe, die Tickets doppelt zählen würde
reason_many_themes = mehr als { $about } Themen

# crates/core/src/figures/differences.rs

figures_points_between = { $sign }{ $size } Punkte, { $low } bis { $high }
figures_too_few_to_compare = zu wenige für einen Vergleich
figures_told_in_part = an { $tested } von { $all } Phasen nicht zu unterscheiden, an den anderen zu wenige
figures_alike = nicht zu unterscheiden: zusammenlegen?
figures_differ_at = unterscheiden sich bei { $stage }, { $points }
figures_one_more = ; auch an 1 weiteren Phase
figures_more = ; auch an { $more } weiteren Phasen

# crates/core/src/figures/scorecard.rs

figures_no_value = noch kein Wert
figures_low_to_high = { $low } bis { $high }
figures_hours_each = je { $each } Std.
figures_for_against = { $count } dafür, { $also } dagegen, von { $of }
figures_less = { $count } weniger { $also } von { $of }
figures_hours_by = { $count } Std. von { $of }
figures_count_of = { $count } von { $of }
figures_aim_below = unter { $level } im Monat
figures_aim_above = über { $level }
figures_aim_grow = soll wachsen
figures_points = Punkte
figures_trend = { $slope } { $unit } je Zeitraum ({ $low } bis { $high })

# crates/core/src/figures/leaks.rs

figures_all_audiences = Alle Zielgruppen

# crates/core/src/figures/definition.rs

figures_def_counts = wie die Datei sie zählt
figures_def_records_came = Datensätze, die in die Phase kamen; die Rate gilt für die, die weitergingen oder verloren gingen, nicht für die noch offenen
figures_def_records_entered = Datensätze, die in die Phase oder eine spätere kamen
figures_def_ordered_closed = Kunden der Reihe nach, erstes Ereignis bei oder nach dem der Phase davor
figures_def_ordered_open = Kunden der Reihe nach, Einstieg in jeder Phase, erstes Ereignis bei oder nach dem der letzten erreichten
figures_def_any_closed = Kunden mit Ereignissen aller Phasen bis dahin, in beliebiger Reihenfolge
figures_def_any_open = Kunden mit einem Ereignis der Phase, in beliebiger Reihenfolge
figures_def_within = , innerhalb von { $time }
figures_def_as_of = , Stand { $day }
figures_def_title = Absprung: { $counted }; 95-%-Wilson-Intervall
figures_def_people = Personen, wie die Datei sie zählt
figures_def_people_counted = wie die Datei sie zählt; wo sie nicht sagt, wer absprang, sind es die, die in der nächsten Phase fehlen
figures_def_records = Datensätze
figures_def_records_known = erreicht: kam in die Phase; abgesprungen: kam hinein und kommt bekanntlich nicht in die nächste
figures_def_records_later = erreicht: kam in die Phase oder eine spätere; abgesprungen: davon nicht in die nächste, verloren oder noch nicht weiter
figures_def_n_records = { $n } Datensätze
figures_def_rate_gone = jede Rate gilt für die, die von ihrer Phase weitergingen oder verloren gingen
figures_def_formula_open = abgesprungen ÷ (erreicht − noch offen)
figures_def_rate_reached = jede Rate gilt für die, die ihre Phase erreichten
figures_def_formula = abgesprungen ÷ erreicht
figures_point_unit = Einheit
figures_point_counted = Gezählt
figures_point_rate = Rate
figures_def_with_interval = { $rate }, mit 95-%-Wilson-Intervall
figures_point_source = Quelle
figures_def_source_rows = { $source }, { $rows } Zeilen
figures_point_left_out = Ausgelassen
figures_def_dates_file = { $first } bis { $last }, nach der Uhr der Datei
figures_point_dates = Daten
figures_def_open = { $open } Datensätze stehen in einer Phase und sind dort weder weiter noch verloren
figures_point_open = Noch offen
figures_def_customers = Kunden; Zeilen mit derselben Kennung sind ein Kunde
figures_def_n = { $n } Kunden; jede Rate gilt für die, die ihre Phase erreichten
figures_point_order = Reihenfolge
figures_point_funnel = Trichter
figures_point_window = Zeitfenster
figures_point_dropped = Abgesprungen
figures_def_dropped = erreichte die Phase und nicht die nächste; Rate = abgesprungen ÷ erreicht, mit 95-%-Wilson-Intervall
figures_point_times = Zeiten
figures_def_times = von Phase zu Phase, über die, die beide erreichten; Median und 90. Perzentil durch lineare Interpolation (R-7)
figures_point_ties = Gleichstand
figures_point_segment = Segment
figures_def_order_ordered = der Reihe nach: eine Phase ist mit ihrem frühesten Ereignis erreicht, das nicht vor dem Erreichen der letzten Phase liegt
figures_def_order_any = in beliebiger Reihenfolge: eine Phase ist mit ihrem frühesten Ereignis erreicht oder mit der letzten Phase, je nachdem, was später ist
figures_def_scope_closed = geschlossen: nur wer eine Phase erreichte, kann die nächste erreichen, von der ersten an
figures_def_scope_open = offen: ein Kunde kann in jeder Phase einsteigen; eine nicht erreichte wird übergangen
figures_def_no_window = keines
figures_def_window = { $time } ab der ersten erreichten Phase des Kunden, beide Enden eingeschlossen
figures_def_ties_file = Ereignisse eines Kunden zur selben Zeit: Reihenfolge der Datei; für Phasen gelten sie als der Reihe nach
figures_def_ties_name = Ereignisse eines Kunden zur selben Zeit: nach dem Namen des Ereignisses; für Phasen gelten sie als der Reihe nach
figures_def_no_segment = keines; alle Kunden zusammen
figures_def_segment_none = das des ersten verwendeten Ereignisses des Kunden; kein Kunde hat mehrere
figures_def_segment_one = das des ersten verwendeten Ereignisses des Kunden; ein Kunde hat mehrere
figures_def_segment_several = das des ersten verwendeten Ereignisses des Kunden; { $n } Kunden haben mehrere
figures_def_as_of_last = Stand des letzten Ereignisses
figures_def_as_of_day = Stand { $as_of }: spätere Zeilen bleiben außen vor
figures_def_utc = Zeiten ohne Zone wurden als UTC gelesen; {""}
figures_def_zone = Zeiten ohne Zone wurden in { $zone } gelesen; {""}
figures_def_events = Ereignisse { $first } bis { $last }, UTC; { $zone }{ $until }
figures_def_no_row = keine Zeile
figures_def_rows = { $left_out } von { $read } Zeilen
figures_def_differs = { $about }: { $was }, jetzt { $is }
figures_unit_events = Kunden mit Ereignissen
figures_unit_records = Datensätze eines CRM
figures_differs_unit = Einheit
figures_in_order = der Reihe nach
figures_in_any_order = in beliebiger Reihenfolge
figures_differs_order = Reihenfolge
figures_closed = geschlossen
figures_open = offen
figures_differs_funnel = Trichter
figures_differs_window = Zeitfenster
figures_ties_file = Reihenfolge der Datei
figures_ties_name = nach dem Namen des Ereignisses
figures_differs_ties = Gleichstand
figures_differs_zone = Zone der Zeiten ohne Zone
figures_last_event = letztes Ereignis
figures_differs_as_of = Stand
figures_read_on = gelesen am { $day }

# crates/core/src/figures/drop_off.rs

figures_customers = Kunden
figures_open_or_lost = { $missing } noch offen oder verloren
figures_customers_n = { $n } Kunden
figures_few_to_show = { $few } Kunden zum Zeigen
figures_number_left_out = Zahl der Kunden ausgelassen
figures_why_few = { $few }: Damit niemand zu erkennen ist, wird von weniger als { $least } Kunden nichts gesagt, auch nicht von { $cell }, die absprangen oder blieben
figures_why_few_customers = { $few }: Damit niemand zu erkennen ist, wird von weniger als { $least } Kunden nichts gesagt
figures_why_left_out = { $left_out }: Durch Abziehen ließe sich daraus eine solche Zahl errechnen
figures_fewer_left = weniger als { $cell } abgesprungen
figures_fewer_stayed = weniger als { $cell } geblieben
figures_fewer = weniger als { $customers } { $counted }
figures_fewer_known = von weniger als { $customers } ist das Ende bekannt
figures_still_open = { $open } noch offen
figures_fewer_than = weniger als { $least }

figures_too_few = zu wenige
figures_differences_definition = Je zwei Segmente, an jeder Phase: die Absprungrate des ersten weniger die des zweiten, in Punkten, mit Newcombes 95-%-Intervall. Zwei-Anteile-z-Test (Fishers exakter Test, wo in einer Zelle weniger als 5 zu erwarten sind), nach Holm über alle Tests korrigiert; sie unterscheiden sich, wo das korrigierte p unter 0,05 liegt.
figures_leak_definition = Verloren: Kunden, die die Phase und nicht die nächste erreichten, mit den Enden des 95-%-Wilson-Intervalls der Rate. Auf dem Spiel: jedes Ende der Verlorenen mal dasselbe Ende des Werts je Kunde. Rückgewonnen: was bliebe, wenn die Rate auf die des Segments mit der niedrigsten fiele; von den nächsten Enden beider Intervalle bis zu den fernsten, mindestens 0. Gereiht nach dem unteren Ende; Gruppen unter 30 Kunden oder mit weniger als 5, die absprangen oder blieben, werden nicht gereiht.
figures_too_few_to_show = zu wenige zum Zeigen
figures_left_out = ausgelassen

# crates/core/src/figures/named.rs

figures_no_group = (ohne)

# crates/core/src/figures/headline.rs

figures_headline_loss = { $audience }: größter Absprung nach { $stage }, { $rate } ({ $interval })
figures_headline_lowest = { $audience }: am schlechtesten bei „{ $card }“, { $score }

# crates/core/src/figures/findings.rs

figures_contrast = { $audience }: { $rate } gehen bei { $stage }, { $points }
figures_contrast_less = { $audience }: nur { $rate } gehen bei { $stage }, { $points }
figures_insight_counts = { $interval }, { $dropped } von { $reached }
figures_insight_contrast = { $audience } gehen hier; von allen anderen nur { $others }.
figures_insight_loss = Bei { $stage } gehen mehr, als die Map erklärt.
figures_insight_estimated = geschätzt, nicht gemessen
figures_insight_felt = von −3 bis +3, bei { $card }
figures_insight_low = Nirgends in dieser Phase fühlen sich die Leute schlechter als bei { $card }.
