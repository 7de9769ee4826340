# src/ui/import/bindings.rs

ui_import_counting_events = Ereignisse des Protokolls werden gezählt…
ui_import_bound = { $bound } von { $all } zugeordnet
ui_import_bound_near = , davon { $near } nach dem ähnlichsten Namen
ui_import_events_to_stages = Ereignisse zu Phasen
ui_import_what_is = Was { $event } auf der Map ist
ui_import_nearest = am ähnlichsten: { $name }
ui_import_take = { $name } nehmen
ui_import_not_used = nicht verwendet
ui_import_plus_new_stage = + neue Phase „{ $event }“
ui_import_touchpoints_of = Touchpoints von { $stage }
ui_import_plus_new_touchpoint = {"    "}+ neuer Touchpoint „{ $event }“
ui_import_new_stage = neue Phase „{ $event }“
ui_import_new_at = { $stage } · neu „{ $event }“
ui_import_no_stages = Die Map hat noch keine Phasen: Lassen Sie sie aus den Ereignissen machen oder wählen Sie, was jedes Ereignis ist.
ui_import_none_called = Kein Ereignis heißt wie eine Phase oder Karte der Map.
ui_import_rest_too = Auch den Rest?
ui_import_which_order = { $which }, in der Reihenfolge, in der Kunden sie durchlaufen. Prüfen Sie sie: Die Zahlen beruhen darauf.
ui_import_make_all = Aus jedem Ereignis eine Phase machen
ui_import_make_all_but = Aus { $made } Ereignissen Phasen machen, ohne { $count } zu seltene
ui_import_one_offs = { $count } der Ereignisse haben weniger als 30 Kunden und sind keine Phasen, weil sie keine Zahl zeigen würden: { $names }{ $dots }
ui_import_make_one_offs = Auch aus ihnen Phasen machen
ui_import_make_most_and = Phasen aus den { $n } häufigsten und { $goal } machen
ui_import_make_most = Phasen aus den { $most } häufigsten machen
ui_import_all_events = Alle { $all } Ereignisse
ui_import_most_of = Die { $count } häufigsten von { $all } Ereignissen
ui_import_most_of_and = Die { $count } häufigsten von { $all } Ereignissen und { $goal }
ui_import_some_of = { $count } von { $all } Ereignissen
ui_import_rarer = { $n } seltenere Ereignisse sind nicht aufgeführt und nicht verwendet
ui_import_not_in_log = Auf der Map zugeordnet, aber nicht in diesem Protokoll: { $names }{ $dots }
ui_import_silent = Kein Ereignis dieses Protokolls erreicht: { $names }. Der Fluss geht daran vorbei.
ui_import_segments = Segmente des Protokolls
ui_import_no_segment = kein Segment genannt; unter „Alle“ gezählt
ui_import_what_segment_is = Was Segment { $segment } auf der Map ist
ui_import_plus_new_segment = + neues Segment „{ $segment }“
ui_import_new_segment = neues Segment „{ $value }“

# src/ui/import/reading.rs

ui_import_comma = Komma
ui_import_semicolon = Semikolon
ui_import_tab = Tab
ui_import_pipe = senkrechter Strich
ui_import_space = Leerzeichen
ui_import_table_on = {" "}· eine Tabelle auf { $server }
ui_import_read_as_preset = {" "}· gelesen als „{ $preset }“{ $day }
ui_import_sheet_name = {" "}· Tabellenblatt „{ $sheet }“
ui_import_web_page = {" "}· gelesen als Tabelle einer Webseite
ui_import_files_as_one = {" "}· { $files } Dateien als ein Protokoll
ui_import_read_as = {" "}· gelesen als { $encoding }, { $delimiter }
ui_import_no_header = , keine Kopfzeile
ui_import_header_in = , Kopfzeile in Zeile { $nth }
ui_import_dates_asked = , Daten unten erfragt
ui_import_in_first_rows = {" "}in den ersten Zeilen
ui_import_in_zone = {" "}in { $zone }
ui_import_dates = , Daten { $format }{ $zone }{ $days }
ui_import_bytes = { $bytes } Byte
ui_import_recognise = erkennen
ui_import_unreadable = So ließ sich nichts lesen. Wenn Sie wissen, wie die Datei geschrieben ist, geben Sie es hier an.
ui_import_known_preset = Gelesen als „{ $name }“, an der Kopfzeile erkannt. Was Sie ändern, wird unter diesem Namen behalten.
ui_import_forget = Vergessen
ui_import_sheet = Tabellenblatt
ui_import_same_rows_read = Zeilen, die in jedem Feld gleich sind, werden einmal gelesen
ui_import_table = Tabelle
ui_import_swap_days = Tage und Monate zurücktauschen, wo ein Tabellenprogramm sie vertauscht hat
ui_import_count_completions = Enden zählen
ui_import_count_starts = Anfänge zählen
ui_import_count_both = Beide zählen
ui_import_show_kind = Zeigen, wie sie sind: { $what }
ui_import_show_counted = Zeigen, wie sie sind: { $what } ({ $count } verschiedene Namen)
ui_import_shown = Was gezeigt wird, steht auf der Map, in ihren Entwürfen und in dem, was exportiert wird.
ui_import_same_rows = Zeilen, die in jedem Feld gleich sind, einmal lesen
ui_import_same_rows_count = Zeilen, die in jedem Feld gleich sind, einmal lesen ({ $count } der ersten { $rows } Zeilen kommen wieder)
ui_import_duplicates_out = { $count } Zeilen sind als Duplikate weggelassen
ui_import_encoding = Kodierung
ui_import_delimiter = Trennzeichen
ui_import_lines_before = Zeilen vor der Tabelle
ui_import_names_columns = nennt die Spalten
ui_import_is_data = sind Daten
ui_import_first_line = Erste Zeile der Tabelle
ui_import_times = Zeiten

# src/ui/import/foot.rs

ui_import_lay = Über die Map legen
ui_import_scorecard = In die Scorecard übernehmen…
ui_import_no_stage_yet = Noch ist kein Ereignis eine Phase. Wählen Sie oben, was die Ereignisse sind.
ui_import_open_at_risk = Abwanderungsgefährdete öffnen…
ui_import_say_dates = Geben Sie oben an, wie die Daten gelesen werden.
ui_import_say_time = Geben Sie oben an, welche Zeit die des Ereignisses ist.
ui_import_make_stage = Diese Phase machen
ui_import_make_stages = Diese { $count } Phasen machen
ui_import_join_file = Eine zweite Datei über eine Kennung verbinden…
ui_import_join_title = Eine zweite Datei verbinden
ui_import_joined = Verbunden mit { $file }
ui_import_join_column = Spalte, die beide haben
ui_import_join_not = Nicht verbinden
ui_import_why_above = Warum es sich nicht auflegen lässt, steht oben.
ui_import_say_delimiter = Geben Sie oben an, ob das Trennzeichen stimmt.
ui_import_say_columns = Geben Sie in der Liste an, welche Spalte welche ist.
ui_import_server_asked = Der Server wird nur gefragt. Seine ersten Zeilen werden gezeigt und vergessen; dort wird nichts geschrieben.
ui_import_file_read = Die Datei wird nur gelesen. Sie wird nicht kopiert oder geändert.
ui_import_only_figures = Nur diese Zahlen bleiben in der Map. Keine Zeile und keine Kundenkennung wird irgendwo gespeichert.
ui_import_leave_out = Weglassen
ui_import_left_out = Die Zielgruppen der Datei werden weggelassen.
ui_import_let_join = Aufnehmen
ui_import_joins = { $one } kommt als neue Zielgruppe in die Map.
ui_import_join = { $names } und { $last } kommen als neue Zielgruppen in die Map.
ui_import_join_more = { $names } und { $more } weitere kommen als neue Zielgruppen in die Map.

# src/ui/import/database.rs

ui_database_title = Aus einer Datenbank importieren
ui_database_text = Eine Tabelle mit Ereignissen auf einem ClickHouse-Server wird gemessen, wo sie liegt. Nur Zahlen, Namen von Ereignissen und Zeiten verlassen den Server, dazu seine ersten Zeilen, die gezeigt und vergessen werden.
ui_database_address = Adresse der Tabelle
ui_database_written_as = Geschrieben als { $format }
ui_database_password_field = Passwort
ui_database_keep = Das Passwort im Schlüsselbund des Systems behalten
ui_database_forget = Das behaltene Passwort vergessen
ui_database_forgotten = Das Passwort für { $login } steht nicht mehr im Schlüsselbund.
ui_database_none_kept = Für { $login } steht kein Passwort im Schlüsselbund.
ui_database_not_kept = Das Passwort kann nicht behalten werden: { $reason }.
ui_database_may_stay = Es kann noch dort stehen: { $reason }.
ui_database_open = Was an { $server } gesendet wird, kann unterwegs mitgelesen werden, auch das Passwort. Spricht der Server TLS, clickhouses:// schreiben, sonst einen Tunnel benutzen.
ui_database_password = Ist das Feld leer, gilt die Umgebungsvariable { $variable } und sonst der Schlüsselbund, wie auf der Befehlszeile. Touchline selbst schreibt das Passwort nirgends hin. Die Map behält die Namen von Datenbank und Tabelle, nicht den Benutzer oder den Server.
ui_database_connect = Verbinden

# src/ui/import/zone.rs

ui_import_zone = Zeiten ohne Zeitzone sind in
ui_import_zone_asked = Zeiten ohne Zeitzone sind in:
ui_import_names_no_zone = Die Spalte „{ $column }“ nennt keine.
ui_import_zone_short = Zeiten sind in:
ui_import_find_zone = Zeitzone suchen
ui_import_find_city = Stadt suchen…
ui_import_this_machine = { $name }, die dieses Computers
ui_import_no_such_zone = Keine Zeitzone dieses Namens. Zeitzonen heißen nach einer großen Stadt darin, wie Europe/Berlin.

# src/ui/import/preview.rs

ui_import_first_rows = Die ersten Zeilen
ui_import_more_columns = und { $n } weitere Spalten
ui_import_line = Zeile
ui_import_odd = Auffällig in diesen Zeilen
ui_import_odd_line = { $file }Zeile { $line }{ $column }: { $reason }

# src/ui/import/mod.rs

ui_import_title = Daten importieren
ui_import_change = Ändern…
ui_import_another_address = Andere Adresse…
ui_import_database_instead = Stattdessen eine Datenbank…
ui_import_looking = Datei wird angesehen
ui_import_try_again = Erneut versuchen

# src/ui/import/doubt.rs

ui_import_two_ways = Die Daten in „{ $column }“ lassen sich auf zwei Arten lesen. Welche stimmt?
ui_import_two_times = Wann ist „{ $event }“ geschehen: zur Zeit „{ $time }“ aus seiner eigenen Datei oder zur Zeit „{ $other }“ aus der anderen?
ui_import_ragged = { $count } von { $rows } Zeilen haben mehr oder weniger Felder als die Tabelle. Stimmt das Trennzeichen?
ui_import_ragged_advice = Zeilen, denen Kunde, Ereignis oder Zeit fehlt, werden weggelassen und mit ihren Zeilennummern gezählt.
ui_import_ragged_right = Es stimmt, weiter
ui_import_sample_is = { $sample } ist { $day }
ui_import_compact = JahrMonatTag
ui_import_day_first = Tag zuerst
ui_import_year_first = kurzes Jahr zuerst
ui_import_month_first = Monat zuerst
ui_import_month_by_name = Monat mit Namen
ui_import_epoch_seconds = Sekunden seit 1970
ui_import_epoch_millis = Millisekunden seit 1970
ui_import_epoch_micros = Mikrosekunden seit 1970
ui_import_epoch_nanos = Nanosekunden seit 1970
ui_import_excel_day = Excel-Tageszahl
ui_import_whole_numbers = ganze Zahlen
ui_import_iso = Jahr-Monat-Tag

# src/ui/import/steps.rs

ui_import_step_columns = 1 Spalten
ui_import_step_bindings = 2 Schritte zu Phasen
ui_import_step_result = 3 Ergebnis

# src/ui/import/columns.rs

ui_import_durations = Das sind Dauern mit einem Ende-Kennzeichen: „Abwanderungsgefährdete“ zeigt, wie lange Kunden bleiben.
ui_import_say_which_column = Geben Sie an, welche Spalte was enthält: { $names }.
ui_import_and_which = {" "}und{" "}
ui_import_something_else = Wenn es etwas anderes ist, geben Sie an, was.
ui_import_what_columns_mean = Was jede Spalte bedeutet
ui_import_looks_personal = wirkt persönlich: { $kinds }
ui_import_meaning_of = Bedeutung von { $column }
ui_import_role_customer = Kunde
ui_import_role_event = Ereignis
ui_import_role_time = Zeit
ui_import_role_segment = Segment
ui_import_role_none = Weggelassen
ui_import_comma_in_first_rows = , in den ersten Zeilen
ui_import_at_least = mindestens{" "}
ui_import_distinct = { $at_least }{ $count } verschiedene
ui_import_under_empty = unter 1 % leer
ui_import_over_empty = über 99 % leer
ui_import_share_empty = { $share } % leer
ui_import_the_customer = Kunde
ui_import_the_event = Ereignis
ui_import_the_time = Zeit
ui_import_the_segment = Segment

# src/ui/import/counting.rs

ui_import_how_counted = Wie Phasen gezählt werden
ui_import_in_order = der Reihe nach
ui_import_in_order_hint = Jede Phase bei ihrem frühesten Ereignis, das nicht vor der letzten erreichten Phase liegt
ui_import_any_order = in beliebiger Reihenfolge
ui_import_any_order_hint = Jede Phase, sobald sie und die Phasen davor ein Ereignis haben, gleich welches zuerst kam
ui_import_stages_reached = Phasen werden erreicht
ui_import_from_first = von der ersten an
ui_import_from_first_hint = Geschlossener Trichter: Nur wer eine Phase erreicht hat, kann die nächste erreichen
ui_import_from_any = von jeder Phase an
ui_import_from_any_hint = Offener Trichter: Kunden können in jeder Phase einsteigen; eine nicht erreichte wird übergangen
ui_import_customers_count = Kunden zählen
ui_import_at_any_time = jederzeit
ui_import_window_hint = Gezählt ab der ersten erreichten Phase des Kunden, beide Enden eingeschlossen
ui_import_within = Innerhalb
ui_import_file_order = in der Folge der Datei
ui_import_file_order_hint = Ereignisse eines Kunden zur selben Zeit kommen in der Folge ihrer Zeilen
ui_import_by_name = nach Namen
ui_import_by_name_hint = Ereignisse eines Kunden zur selben Zeit kommen nach Namen, wie die Zeilen auch geordnet sind
ui_import_same_time = Zur selben Zeit
ui_import_as_of = Stand, etwa 2026-11-03
ui_import_write_day = Schreiben Sie es wie 2026-11-03

# src/ui/import/shape.rs

ui_import_nps = Fragt, ob man weiterempfehlen würde (Net Promoter Score)
ui_import_nps_hint = Von 0 bis 10 beantwortet. Die Worte sagen nicht, dass gefragt wird, ob man weiterempfehlen würde; ein Net Promoter Score wird erst genannt, wenn Du es sagst
ui_import_scale_open = „{ $name }“: Antworten von { $low } bis { $high } passen auf mehrere Skalen. Auf welcher wurden sie gegeben?
ui_import_scale_likely = { $scale } (am wahrscheinlichsten)
ui_col_moved_on = Weitergegangen
ui_import_stages_of = Phasen von
ui_all = Alle
ui_import_read_file_as = Datei lesen als
ui_import_could_be = {" "}Es könnte auch { $other } sein.
ui_import_this_is = Das ist { $shape }
ui_import_because = Grund der Annahme: { $reason }.{ $other }
ui_import_shape_read_as = Gelesen als { $shape }
ui_import_you_chose = So von Ihnen gewählt.
ui_import_at_risk_reads = „Abwanderungsgefährdete…“ im Menü „Daten“ liest es.
ui_import_what_it_says = Was es sagt
ui_import_rows_used_of = { $used } von { $read } Zeilen verwendet
ui_import_adds_up = { $most } Datensätze. Erreicht: in die Phase gekommen = weitergegangen + dort verloren + dort noch offen. Absprungraten auf der Map sind verloren ÷ (weitergegangen + verloren), mit ihrem 95-%-Wilson-Intervall: Von einem noch offenen Datensatz weiß man es noch nicht.
ui_col_about = Worüber
ui_col_answers = Antworten
ui_col_mean = Mittel
ui_col_nps = NPS
ui_col_emotion = Emotion
ui_col_title = Titel
ui_col_started = Begonnen
ui_col_finished = Beendet
ui_col_completion = Abschluss
ui_col_theme = Thema
ui_col_tickets = Tickets
ui_col_touchpoint = Touchpoint
ui_col_milestone = Meilenstein
ui_col_first_day = Erster Tag
ui_col_last_day = Letzter Tag
ui_import_on_the_map = Auf der Map
ui_import_same_names = Die gleichnamigen Phasen bekommen diese Zahlen, anstelle derer, die sie haben.
ui_import_one_changes = Ein Eintrag der Map ändert sich.
ui_import_some_change = { $count } Einträge der Map ändern sich.
ui_import_lies_nowhere = Nichts auf der Map heißt wie das, worum es geht; es liegt über keiner Phase. Seine Zahlen gehören in die Scorecard.
ui_import_cannot_lay = Es lässt sich nicht über diese Map legen: { $problem }.
ui_import_nearest_is = ; am ähnlichsten ist „{ $nearest }“
ui_import_none_called_near = Nichts auf der Map heißt „{ $name }“{ $nearest }
ui_import_segments_made = Mit ihnen werden die Segmente der Datei zu Zielgruppen: { $names }.
ui_import_can_be_made = Keine Phase der Map heißt wie die der Datei. Sie können am Ende angefügt werden, in der Folge der Datei: { $names }. Prüfen Sie sie: Die Zahlen beruhen darauf.
ui_import_cannot_be_made = Keine Phase der Map heißt wie die der Datei, und sie lassen sich nicht anlegen: { $problem }.
ui_import_nothing_called = Nichts auf der Map heißt „{ $name }“

# src/ui/import/result.rs

ui_import_against = Gegenüber der Map, wie sie ist
ui_import_not_told = { $rest } Raten lassen sich von den früheren nicht unterscheiden.
ui_import_disagrees = Die Daten widersprechen. { $words }
ui_import_same_days = Beide Dateien berichten zum Teil von denselben Tagen; ein Kunde in beiden macht dies zu sicher.
ui_import_will_say = Was die Map sagen wird
ui_import_wilson = { $counted } · 95-%-Wilson-Intervall
ui_import_count_otherwise = Anders zählen…
ui_import_measuring = Wird gemessen…
ui_import_no_figures = Noch keine Zahlen.
ui_import_none_bound = Noch ist kein Ereignis einer Phase zugeordnet. Wählen Sie, was die Ereignisse sind, und der Absprung erscheint hier.
ui_import_rows_read = { $rows } Zeilen gelesen
ui_import_used = { $rows } verwendet
ui_import_in_line = {" "}(Zeile { $lines }{ $dots })
ui_import_in_lines = {" "}(Zeilen { $lines }{ $dots })
ui_import_many_unused = Mehr als 5 % der Zeilen konnten nicht verwendet werden. Sehen Sie nach, wie die Datei gelesen wird, bevor Sie sich auf diese Zahlen verlassen.
ui_import_in_several = { $customers } Kunden haben Zeilen in mehreren Segmenten; jeder zählt in dem seines ersten Ereignisses.
ui_col_segment = Segment
ui_import_figures = Zahlen

# src/ui/import/activities.rs

ui_import_activities = Wie lange Aktivitäten dauern
ui_import_activities_by_segment = Nach Segment
ui_col_activity = Aktivität
ui_col_pairs = Paare
ui_col_median = Median
ui_col_only_started = Ohne Ende
ui_col_only_completed = Ohne Anfang
ui_import_more_activities = … und { $more } weitere Aktivitäten mit weniger Paaren
ui_import_value_not_used = { $value } (nicht verwendet)
