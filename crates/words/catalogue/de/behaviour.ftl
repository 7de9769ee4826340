# crates/behaviour/src/personal.rs

log_personal_email = E-Mail-Adressen
log_personal_phone = Telefonnummern
log_personal_ip = IP-Adressen
log_personal_names = Namen von Personen

# crates/behaviour/src/spool.rs

log_more_than_256_gb = mehr als 256 GB
log_pipe_without_end = es kamen { $limit } GB und noch mehr; in eine Datei schreiben und diese nennen
log_pipe_fills_disk = in { $folder } blieben weniger als { $kept } GB frei; in eine Datei auf einem größeren Datenträger schreiben und diese nennen, oder mit TMPDIR einen Ordner mit mehr Platz nennen

# crates/behaviour/src/shapes/themes.rs

shape_needs_themes = eine Spalte mit Themen und eine mit Touchpoints oder Anzahlen

# crates/behaviour/src/shapes/survey.rs

shape_needs_survey = eine Spalte mit Bewertungen, eine Frage mit Zahlen darunter oder Promotoren und Detraktoren

# crates/behaviour/src/shapes/calendar.rs

shape_needs_calendar = Spalten mit Titeln, Meilensteinen und Daten

# crates/behaviour/src/shapes/header.rs

shape_names_and_last = { $names } und { $last }
log_quoted = „{ $name }“

# crates/behaviour/src/shapes/pipeline.rs

shape_step_won = Gewonnen
shape_step_closed = Abgeschlossen
shape_needs_pipeline = eine Spalte mit Phasen und zwei mit Daten, Beginn und Abschluss

# crates/behaviour/src/shapes/completion.rs

shape_needs_completion = Spalten mit Titeln, mit denen, die angefangen haben, und mit denen, die fertig wurden

# crates/behaviour/src/shapes/scale.rs

shape_scale = { $low } bis { $high }

# crates/behaviour/src/shapes/guess.rs

shape_the_column = die Spalte
shape_the_columns = die Spalten
shape_says_log = sagen, wer was wann getan hat
shape_says_wide = zählen Personen je Phase, eine Zeile je Tag oder Teil
shape_told_wide = die Spalten { $stages } werden in ihrer Reihenfolge als Phasen gelesen und { $rows } Zeilen zusammengezählt
shape_told_wide_left = die Spalten { $stages } werden in ihrer Reihenfolge als Phasen gelesen und { $rows } Zeilen zusammengezählt; keine Phasen sind { $left }
shape_told_days = wer an mehreren Tagen kam, zählt an jedem: Die Zahlen der Tage werden zusammengezählt
shape_told_running = keine Zahl ist je kleiner als in der Zeile davor: Es können laufende Summen sein, dann ist nur die letzte Zeile zu lesen
shape_told_arms = die Dateien werden als Segmente gelesen, nach dem Teil, in dem sich ihre Namen unterscheiden: { $names }
shape_told_arms_column = die Dateien unterscheiden sich in ihren Namen durch { $names }, und jeder Wert von { $column } steht nur in einer Datei: die Segmente sind diese Werte
shape_told_arms_both = die Segmente sind die Dateien, nach dem Teil, in dem sich ihre Namen unterscheiden ({ $names }), und in jeder die Werte von { $column }
shape_told_periods = die Dateien werden als Zeiträume gelesen und zusammengezählt, nach dem Teil, in dem sich ihre Namen unterscheiden: { $names }
shape_says_stage_counts = zählen Personen je Phase
shape_says_ga4 = sind die einer Trichteranalyse aus GA4
shape_says_posthog = sind die eines Trichters aus PostHog
shape_says_mixpanel = sind die eines Trichters aus Mixpanel
shape_says_amplitude = sind die eines Trichters aus Amplitude
shape_says_history = sagen, wann ein Datensatz in eine Phase kam
shape_says_dates = sagt, wann eine Phase erreicht wurde, eine von { $count } solchen Spalten
shape_as_hubspot = { $what }, benannt wie bei HubSpot
shape_says_pipeline = sagen, wo ein Datensatz jetzt steht und wann er begann und abgeschlossen wurde
shape_says_promoters = zählen Antworten auf „Würden Sie uns weiterempfehlen?“
shape_says_scores = enthält Bewertungen
shape_says_questions = fragt nach einer Bewertung, eine von { $count } solchen Fragen
shape_says_completion = sagen, wie viele beendet haben, was sie begonnen haben
shape_says_churn = zeigen, wer abwandern könnte
shape_says_themes = zählen, worüber geschrieben wurde
shape_says_calendar = sagen, was wann geplant ist

# crates/behaviour/src/shapes/stage_counts.rs

shape_needs_stage_counts = eine Spalte mit Phasen und eine mit Personen, die sie erreicht haben

# crates/behaviour/src/shapes/mod.rs

shape_advice_measure = mit „funnel“ oder „measure“ messen
shape_advice_at_risk = „at-risk“ fragen
shape_definition_funnel = Erreicht: wie die Datei zählt. Abgesprungen: wie die Datei sagt, oder erreicht abzüglich derer, die die nächste Phase erreicht haben. Rate: abgesprungen von erreicht, mit Wilson-Konfidenzintervall zu 95 %.
shape_definition_history_known = Erreicht: kam in diese oder eine spätere Phase oder wurde gewonnen. Noch offen: kam nicht weiter als bis zu dieser Phase und ist nach dem, was die Datei sagt, nicht abgeschlossen; zählt bei den Phasen davor. Abgesprungen: hat diese Phase erreicht, kam nicht in die nächste und ist abgeschlossen. Rate: abgesprungen von erreicht, mit Wilson-Konfidenzintervall zu 95 %. Zeiten laufen vom ersten Eintritt an.
shape_definition_history = Erreicht: kam in diese oder eine spätere Phase. Abgesprungen: hat diese Phase erreicht und die nächste nicht. Die Datei sagt nicht, welche Datensätze noch offen sind; sie zählen als abgesprungen, da sie noch nicht weitergekommen sind. Rate: abgesprungen von erreicht, mit Wilson-Konfidenzintervall zu 95 %. Zeiten laufen vom ersten Eintritt an.
shape_definition_pipeline = Erreicht: ist jetzt über diese Phase hinaus oder abgeschlossen; ein abgeschlossener Datensatz hat jede offene Phase erreicht. Noch offen: steht jetzt in dieser Phase und ist weder weitergekommen noch verloren; zählt bei den Phasen davor. Abgesprungen: hat diese Phase erreicht und kommt bekanntlich nicht in die nächste. Rate: abgesprungen von erreicht. Gewinnrate: gewonnen von abgeschlossen. Beide mit Wilson-Konfidenzintervall zu 95 %.
shape_definition_survey = NPS: Promotoren (9, 10) abzüglich Detraktoren (0 bis 6), von allen Antworten, mal 100, mit dem 95-%-Konfidenzintervall eines Mittelwerts. Zufrieden: die zwei besten Bewertungen. Emotion: die Skala gestreckt auf −3 … +3.
shape_definition_completion = Abschluss: beendet von begonnen, mit Wilson-Konfidenzintervall zu 95 %.
shape_definition_themes = Tickets: die Anzahlen der Datei, oder eines je Zeile.
shape_definition_calendar = Erster und letzter Tag eines Meilensteins über alle Gebiete.

# crates/behaviour/src/shapes/shape.rs

shape_event_log = ein Ereignisprotokoll
shape_stage_counts = eine Tabelle mit Anzahlen je Phase
shape_ga4 = ein Trichter-Export aus GA4
shape_mixpanel = ein Trichter-Export aus Mixpanel
shape_amplitude = ein Trichter-Export aus Amplitude
shape_posthog = ein Trichter-Export aus PostHog
shape_history = ein CRM-Verlauf durch die Phasen
shape_hubspot = ein Export von HubSpot-Deals
shape_dates = ein CRM-Export mit einem Datum je Phase
shape_capsule = ein Export von Capsule-Opportunities
shape_pipeline = eine CRM-Pipeline mit ihrem jetzigen Stand
shape_survey = eine Umfrage
shape_completion = Abschluss je Titel
shape_churn = Zeichen der Abwanderung
shape_themes = Themen des Supports
shape_calendar = ein Veröffentlichungskalender

# crates/behaviour/src/shapes/crm.rs

shape_needs_history = Spalten mit Datensätzen, Phasen und den Zeiten des Eintritts
shape_needs_dates = mindestens zwei Spalten, die sagen, wann eine Phase erreicht wurde

# crates/behaviour/src/scorecard.rs

shape_verdict_not_met = nicht erreicht
shape_verdict_cannot_tell = unklar
shape_verdict_needs_trend = braucht einen Trend
shape_verdict_met = erreicht

# crates/behaviour/src/numbers.rs

log_decimal_point = einem Dezimalpunkt
log_decimal_comma = einem Dezimalkomma
log_number_only = „{ $value }“ geht nur mit { $mark }
log_number_none = kein Wert hat ein Dezimalzeichen
log_number_as_others = „{ $value }“ wird mit { $mark } gelesen, wie andere Spalten auch
log_number_open = nichts entscheidet über „{ $value }“; gelesen mit { $mark }
log_number_missing = die Zahl fehlt
log_number_unreadable = die Zahl ist nicht lesbar
log_number_other_mark = die Zahl hat ein anderes Dezimalzeichen als ihre Spalte

# crates/behaviour/src/source.rs

log_advice_device = eine CSV-Datei angeben, oder - für das, was über eine Pipe kommt
log_a_device = ein Gerät

# crates/behaviour/src/engine/figures.rs

log_reason_in_file = { $reason } in „{ $file }“

# crates/behaviour/src/scores/log.rs

shape_score_community = Kunden mit einem Ereignis der Beteiligung ({ $names }), von Kunden mit irgendeinem Ereignis, je Monat
shape_score_discovery = Kunden, die einer Empfehlung gefolgt sind, von denen, die im selben Monat eine gesehen haben, nach den Namen der Ereignisse

# crates/behaviour/src/scores/score.rs

shape_score_months_in = ; Monate beginnen und enden in { $zone }, wo auch Zeiten ohne Zeitzone gelesen wurden

# crates/behaviour/src/scores/shaped.rs

shape_score_third = ; „{ $name }“ daneben
shape_score_funnel = „{ $count_name }“ von „{ $of_name }“{ $third }, wie die Datei zählt
shape_score_nps = Promotoren (9 und 10) abzüglich Detraktoren (0 bis 6), von allen Antworten auf einer Skala von 0 bis 10
shape_score_satisfied = Antworten der zwei besten Stufen einer Skala mit fünf oder sieben Stufen, von allen Antworten
shape_score_completed = beendet, von denen, die angefangen haben, wie die Datei zählt

# crates/behaviour/src/times/mod.rs

log_time_epoch_s = Sekunden seit 1970
log_time_epoch_ms = Millisekunden seit 1970
log_time_epoch_us = Mikrosekunden seit 1970
log_time_epoch_ns = Nanosekunden seit 1970
log_time_excel = Tagesnummer von Excel
log_time_count = einfache Zahlen, als Sekunden gelesen

# crates/behaviour/src/files/workbook.rs

log_workbook_contradicts = ihre Teile widersprechen sich
log_workbook_sheet = { $name }, Tabellenblatt „{ $chosen }“
log_workbook_misplaced = Zellen des Tabellenblatts „{ $sheet }“ sind in falscher Reihenfolge oder außerhalb jedes Blatts
log_workbook_too_long = das Tabellenblatt „{ $sheet }“ enthält mehr als { $limit } MB Text
log_workbook_password = sie hat ein Kennwort

# crates/behaviour/src/files/joined.rs

log_file_without_row = „{ $name }“ hat keine Zeile und wird ausgelassen
log_the_files = die Dateien
log_names_and_more = { $names } und { $more } weitere
log_lacks_and_besides = es fehlt { $lacks }, zusätzlich gibt es { $besides }
log_lacks = es fehlt { $lacks }
log_besides = zusätzlich gibt es { $besides }

# crates/behaviour/src/files/mod.rs

log_standard_input = Standardeingabe
log_files_more = { $first } und { $more } weitere

# crates/behaviour/src/files/zip_guard.rs

log_zip_parts = sie hat { $parts } Teile
log_zip_too_large = { $part } wäre entpackt größer als { $limit } MB
log_zip_announces = { $part } kündigt mehr Texte an, als es enthalten kann
log_zip_too_tight = { $part } wäre entpackt { $size } MB groß, das { $times }-Fache des Gepackten, wie es keine Tabelle ist; das Blatt als CSV speichern und diese Datei öffnen
log_zip_long_text = in { $part } steht ein Text, der länger ist, als eine Zelle sein kann; das Blatt als CSV speichern und diese Datei öffnen

# crates/behaviour/src/churn/signals.rs

churn_day_of_cancellation = Tag der Kündigung
churn_needs_signal = letzte Anmeldung, Tage seit ihr oder Abschluss vorher und jetzt

# crates/behaviour/src/churn/columns.rs

churn_role_last_login = letzte Anmeldung
churn_role_days_since = Tage seit der letzten Anmeldung
churn_role_before = Abschluss vorher
churn_role_now = Abschluss jetzt
churn_role_cancelled = gekündigt am
churn_role_start = zuerst gesehen
churn_role_tenure = Zeit als Kunde
churn_role_user = Kunde
churn_role_consent = Einwilligung
churn_role_segment = Segment

# crates/behaviour/src/report.rs

log_times_skipped = { $rows }, die es auf den Uhren von { $name } nicht gab, als sie vorgestellt wurden; gelesen mit dem Versatz davor
log_times_twice = { $rows }, die die Uhren von { $name } zweimal zeigten, als sie zurückgestellt wurden; gelesen als die frühere
log_time_of_1_row = 1 Zeile hat eine Zeit
log_times_of_rows = { $count } Zeilen haben eine Zeit
log_repeated_1_row = 1 Zeile hat Kunde, Ereignis, Zeit und Segment einer anderen; beide werden gezählt
log_repeated_rows = { $count } Zeilen haben Kunde, Ereignis, Zeit und Segment einer anderen; alle werden gezählt
log_stage_not_measured = die Phase { $names } ist nicht gemessen: Das Protokoll hat keines ihrer Ereignisse
log_stages_not_measured = die Phasen { $names } sind nicht gemessen: Das Protokoll hat keines ihrer Ereignisse
shape_stage_not_measured = die Phase { $names } hat keine Anzahl: Sie ist nicht gemessen, und was die Phase davor verlor, ist nicht bekannt
shape_stages_not_measured = die Phasen { $names } haben keine Anzahl: Sie sind nicht gemessen, und was die Phasen davor verloren, ist nicht bekannt
log_holds_name = Namen von Personen
log_holds_mail = E-Mail-Adressen
log_holds_phone = Telefonnummern
log_holds_address = Straßen mit Hausnummer
log_holds_ip = Netzadressen
log_holds_id = Nummern von Kunden und Bestellungen
log_holds_token = Schlüssel
log_holds_query = was hinter dem Fragezeichen einer Seite steht
log_holds_text = Texte, die es nur ein- oder zweimal gibt
log_grouped_1_event = 1 Ereignis sieht persönlich aus; es heißt nach seiner Art, und der Name selbst geht nirgends hin: { $kinds }
log_grouped_events = { $count } verschiedene Ereignisse sehen persönlich aus, oder es gibt fast für jede Zeile eines; sie heißen nach ihrer Art, und die Namen selbst gehen nirgends hin: { $kinds }
log_grouped_1_segment = 1 Segment sieht persönlich aus; es heißt nach seiner Art, und der Name selbst geht nirgends hin: { $kinds }
log_grouped_segments = { $count } verschiedene Segmente sehen persönlich aus, oder es gibt fast für jeden Kunden eines; sie heißen nach ihrer Art, und die Namen selbst gehen nirgends hin: { $kinds }
log_many_events = das Protokoll hat { $different } verschiedene Ereignisse: { $told } davon werden unterschieden, die an eine Phase oder Karte gebundenen und die häufigsten; die übrigen { $rows } Zeilen werden zusammen als „{ $name }“ gezählt
log_other_events = (andere Ereignisse)

# crates/behaviour/src/clickhouse/sql/times.rs

database_times_in_text = eine Datenbank liest Zeiten in Text nur, wo das Jahr zuerst steht, wie 2026-11-03 14:05:22; eine View mit einer Spalte vom Typ DateTime anlegen
database_times_fraction = Zahlen mit Nachkommastellen sind keine genauen Zeiten; eine Spalte mit ganzen Zahlen oder vom Typ DateTime nehmen
database_no_times = eine Spalte vom Typ { $type_name } enthält keine Zeiten; eine andere nehmen

# crates/behaviour/src/clickhouse/sql/rows.rs

database_be_customer = der Kunde
database_be_event = das Ereignis
database_be_segment = das Segment
database_column_number = Spalte { $number }
database_few_columns = die Tabelle hat { $columns } Spalten, daher kann diese nicht die Spalte für { $role } sein
database_cannot_be = eine Spalte vom Typ { $type_name } kann nicht { $role } sein; eine andere nehmen oder eine View anlegen
database_role_customer = den Kunden
database_role_event = das Ereignis
database_role_segment = das Segment
database_role_time = die Zeit

# crates/behaviour/src/clickhouse/column.rs

database_no_column_and_type = keine Spalte mit Typ
database_no_column = keine Spalte

# crates/behaviour/src/clickhouse/address.rs

database_address_begin = sie beginnt nicht mit clickhouses:// oder clickhouse://
database_address_no_path = Datenbank und Tabelle fehlen darin
database_address_host = Host oder Port sind nicht lesbar
database_address_no_table = die Tabelle fehlt darin
database_address_more = hinter der Tabelle steht noch etwas
database_address_user = der Benutzer ist nicht lesbar
database_address_database = die Datenbank ist nicht lesbar
database_address_table = die Tabelle ist nicht lesbar

# crates/behaviour/src/clickhouse/source.rs

database_no_number = keine Zahl
database_several_writings_row = { $name }: { $rows ->
    [one] 1 Zeile hat einen Namen
   *[other] { $rows } Zeilen haben Namen
} mit Akzenten, die getrennt von ihren Buchstaben stehen, mit unsichtbaren Zeichen oder mit anderen Leerzeichen. Ein Server hält sie für andere als die, die gleich aussehen, und zählte anders als bei einer Datei: Legen Sie eine View mit normalizeUTF8NFC(…) über Kunden, Ereignisse und Segmente an, ohne unsichtbare Zeichen
database_role_step = den Schritt einer Aktivität
database_be_step = der Schritt einer Aktivität
database_several_writings = „{ $column }“ hat Namen mit Akzenten, die getrennt von ihren Buchstaben geschrieben sind, oder mit unsichtbaren Zeichen: Ein Server hält sie für andere als die, die gleich aussehen, eine Datei täte das nicht; darum wird die Tabelle erst gezählt, wenn sie in einer Schreibweise stehen, durch eine View mit normalizeUTF8NFC

# crates/behaviour/src/clickhouse/figures.rs

database_line_again = Zeile { $at } sagt noch einmal, was eine andere sagt
database_line_not_asked = Zeile { $at } nennt „{ $a }“, wonach nicht gefragt wurde
database_too_many_rows = mehr Zeilen, als gezählt werden können
database_segments_not_asked = es gibt Segmente, nach denen nicht gefragt wurde
database_event_nameless = ein Ereignis hat keinen Namen
database_span = die erste und die letzte Zeit fehlen oder sind vertauscht
database_several = mehr Kunden haben mehrere Segmente, als es Kunden gibt
database_repeated = es wiederholen sich mehr Zeilen, als es gibt
database_stage_reached = mehr Kunden haben Phase { $stage } erreicht oder kamen in sie zurück, als möglich ist
database_stage_sum = die von Phase { $stage } weitergingen und die es nicht taten, sind nicht alle
database_stage_times = die Zeiten von Phase { $stage } zur nächsten sind nicht geordnet
database_group = eine Gruppe hat mehr Kunden, als es gibt
database_touches = es gibt nicht so viele erste und letzte Ereignisse wie Kunden
database_too_many = mehr, als gezählt werden kann

# crates/behaviour/src/clickhouse/answer.rs

database_no_text = Bytes, die kein Text sind
database_after_end = hinter dem Ende folgt noch etwas
database_second_head = ein zweiter Kopf
database_line_count = sie hat { $lines } Zeilen und nennt eine andere Zahl
database_first_line = die erste Zeile ist nicht die einer Antwort
database_other_version = sie gehört zu einer anderen Version von Touchline; die Abfrage neu ausgeben lassen
database_few_fields = weniger als neun Felder
database_not_nine_fields = nicht neun Felder
database_line_kind = eine unbekannte Art von Zeile
database_name_unreadable = ein Name, der nicht lesbar ist
database_value_broken = ein Wert, der keine ganze Zahl ist
database_count_broken = eine Anzahl, die keine ganze Zahl ist

# crates/behaviour/src/clickhouse/http.rs

database_request_ended = die Anfrage endete von selbst
database_status = Status { $status }
database_not_resolved = sein Name lässt sich nicht auflösen
database_no_connection_within = keine Verbindung innerhalb von { $seconds } Sekunden
database_no_host = diesen Host gibt es nicht
database_no_connection = keine Verbindung
database_letters = Benutzer oder Kennwort enthalten Zeichen, die nicht gesendet werden können
database_keyring_missing = hier gibt es keinen Schlüsselbund, den Programme fragen können (den Secret Service eines Desktops)
database_keyring_locked = der Schlüsselbund ist verschlossen und fragt in einem eigenen Fenster nach seinem Kennwort; entsperren und noch einmal versuchen
database_keyring_said = der Schlüsselbund meldet: { $said }
database_password_not_kept = Das Kennwort steht nicht im Schlüsselbund: { $reason }
database_open = was an { $server } gesendet wird, kann unterwegs mitgelesen werden, auch das Kennwort; spricht der Server TLS, clickhouses:// schreiben, sonst einen Tunnel benutzen
database_certificate_name = sein Zertifikat lautet auf einen anderen Namen; den Namen schreiben, auf den es lautet
database_certificate_expired = sein Zertifikat ist abgelaufen; wer den Server betreibt, muss es erneuern
database_certificate_early = sein Zertifikat gilt noch nicht; das Datum dieses Rechners prüfen
database_certificate_unknown = sein Zertifikat hat niemand unterschrieben, dem dieser Rechner vertraut; ist es ein eigener Server, dessen Zertifizierungsstelle in die des Systems aufnehmen oder die Datei mit ihr in SSL_CERT_FILE nennen
database_certificate_revoked = sein Zertifikat wurde zurückgezogen; den Betreiber des Servers fragen
database_certificate_none = er zeigt kein Zertifikat
database_certificate_no_store = dieser Rechner hat keine Liste vertrauter Zertifizierungsstellen; das Paket ca-certificates installieren oder eine Datei mit ihnen in SSL_CERT_FILE nennen
database_certificate_other = { $said }

# crates/behaviour/src/oddities.rs

log_fewer_fields = weniger Felder, als die Tabelle hat
log_more_fields = etwas in mehr Feldern, als die Tabelle hat

# crates/behaviour/src/recognise/survey.rs

log_nul_byte = ein NUL-Byte im Text
log_damaged_id = die Kennung ist beschädigt
log_damaged_id_merged = { $damaged }: ein Tabellenprogramm hat sie gekürzt, und Personen könnten zusammenfallen; besser ist die Datei, wie sie vorher war
log_ragged = { $count ->
        [one] { $count } Feld, wo die Tabelle { $expected } hat
       *[other] { $count } Felder, wo die Tabelle { $expected } hat
    }

# crates/behaviour/src/recognise/reasons.rs

log_why_sheet = von { $count } Tabellenblättern sieht es einer Tabelle von Ereignissen am ähnlichsten
log_why_mark = die Datei beginnt mit ihrem Kennzeichen
log_why_utf16 = jedes zweite Byte ihrer einfachen Buchstaben ist null
log_why_ascii = die angesehenen Zeilen haben nur einfache Buchstaben, die in den meisten Kodierungen gleich sind
log_why_utf8 = ihre Buchstaben mit Akzenten sind geschrieben wie in UTF-8
log_why_encoding = es ist kein UTF-8, und die Buchstaben ergeben in { $encoding } einen Sinn und in keiner anderen einen anderen: wahrscheinlich
log_why_encoding_other = es ist kein UTF-8, und die Buchstaben ergeben in { $encoding } ebenso einen Sinn wie in { $other }: nicht sicher
log_why_encoding_senseless = es ist kein UTF-8, und die Buchstaben ergeben in keiner der versuchten Kodierungen einen Sinn, auch nicht in { $encoding }: nicht sicher
log_why_preamble_none = die erste Zeile ist so breit wie die Tabelle
log_why_preamble_1 = die erste Zeile gehört nicht zur Tabelle
log_why_preamble = die ersten { $lines } Zeilen gehören nicht zur Tabelle
log_why_no_header = die erste Zeile hat dieselben Arten von Werten wie die Zeilen darunter
log_why_header_names = die erste Zeile hat Namen, wo die Zeilen darunter Werte haben
log_why_header_known = { $names } sind übliche Namen von Spalten
log_why_times = { $readable } von { $filled } angesehenen Werten lassen sich so lesen
log_why_times_other = { $read }, und ebenso viele als { $other }
log_why_chosen = selbst gewählt
log_why_delimiter = { $count ->
        [one] { $count } Feld in { $fitting } von { $rows } angesehenen Zeilen
       *[other] { $count } Felder in { $fitting } von { $rows } angesehenen Zeilen
    }

# crates/behaviour/src/roles.rs

role_by_name = der Name sagt es
role_by_ids = die Werte sehen wie Kennungen aus und kommen wieder vor
role_by_values = hat wenige Werte, die immer wieder vorkommen, { $count } verschiedene
role_by_times = ist die erste Spalte mit Zeiten
role_time_of_event = sie steht in derselben Datei wie das Ereignis
role_case = Kunde (case)
role_event = Ereignis (event)
role_time = Zeit (time)
role_segment = Segment (segment)

# crates/behaviour/src/scores/churn.rs

churn_definition_dated = im Monat gekündigt, von Abonnements, die vor dem Monat begonnen haben und nicht schon vorher gekündigt wurden; zurückgekommen: in ihm gekündigt und in einer weiteren Zeile in ihm neu begonnen
churn_definition_all = im Monat gekündigt, von allen Kunden der Datei, als wären sie vom ersten Monat an da, abzüglich derer, die vorher gekündigt haben; zurückgekommen: in ihm gekündigt und in einer weiteren Zeile in ihm neu begonnen

# crates/behaviour/src/times/zone.rs

log_no_zone = es gibt keine Zeitzone „{ $name }“; Zeitzonen heißen wie Europe/Berlin
log_no_zone_near = es gibt keine Zeitzone „{ $name }“; ähnlich sind { $near }
log_no_zones = dieser Rechner hat keine Datenbank der Zeitzonen; das Paket tzdata installieren oder UTC angeben

# crates/behaviour/src/churn/retention.rs

churn_days = Tage

# crates/behaviour/src/records.rs

log_stray_quote = ein Anführungszeichen steht unmaskiert in einem Feld

# crates/behaviour/src/error.rs

log_not_found = { $path }: diese Datei gibt es nicht; den Pfad prüfen
log_directory = { $path }: das ist ein Ordner ohne Protokoll; einen Ordner mit CSV-Dateien oder Arbeitsmappen oder eine einzelne Datei angeben
log_unreadable = { $name }: nicht lesbar ({ $reason }); prüfen, ob die Datei geöffnet werden darf und der Datenträger da ist
log_cut_off = { $name }: { $what }, das endet, ehe es ganz ist, wie nach einem abgebrochenen Herunterladen oder Kopieren; die Datei noch einmal holen
log_damaged = { $name }: { $what }, das beschädigt ist und sich nicht entpacken lässt; die Datei noch einmal holen
log_too_tight = { $name }: { $what }, aus dem { $size } MB wurden, ohne dass ein Ende kam, weit mehr als das Gepackte und als bei einer Tabelle; es selbst entpacken und ansehen
log_zip_cut_off = ihr Ende fehlt, wie nach einem abgebrochenen Herunterladen oder Kopieren
log_empty = { $name }: die Datei ist leer; das Protokoll noch einmal exportieren
log_header_only = { $name }: in Zeile { $line } steht eine Kopfzeile und darunter keine Zeile; das Protokoll noch einmal mit seinen Zeilen exportieren
log_wrong_kind = { $name }: das ist { $found } und keine Tabelle aus Text; { $advice }
log_workbook = { $name }: diese Excel-Arbeitsmappe ist nicht lesbar ({ $reason }); in Excel oder LibreOffice öffnen und noch einmal speichern, auch als CSV
log_unknown_sheet = { $name }: es gibt kein Tabellenblatt und keine Tabelle „{ $sheet }“; es gibt: { $sheets }
log_no_workbook = { $name }: das enthält nur eine Tabelle, „{ $sheet }“ lässt sich daher nicht wählen
log_too_many_files = { $name }: { $files } Dateien, mehr als die { $limit }, die als ein Protokoll gelesen werden; weniger angeben
log_other_columns = „{ $other }“ hat andere Spalten als „{ $first }“, sie sind also nicht ein Protokoll: { $difference }
log_too_many_names = { $name }: die Spalte für { $column } hat mehr als { $limit } verschiedene Werte; sie ist kaum die richtige
log_too_many_columns = { $name }: { $columns } Spalten, mehr als die { $limit }, die gelesen werden können; stimmt das Trennzeichen?
log_changed = { $name }: wurde während des Lesens verändert (vorher { $before } Bytes, jetzt { $now }); noch einmal versuchen, wenn die Datei vollständig ist
log_no_usable_row = { $name }: keine von { $read } Zeilen war brauchbar; am häufigsten: { $reason } (zuerst in Zeile { $line })
log_unknown_column = es gibt keine Spalte „{ $column }“; die Kopfzeile hat: { $header }
log_role_not_found = keine Spalte wurde als { $role } erkannt; sie muss genannt werden; die Kopfzeile hat: { $header }
log_shape_not_found = die Datei passt nicht zu: { $shape }; gebraucht wird { $needed }; die Kopfzeile hat: { $header }
log_unknown_shape = „{ $word }“ ist keine bekannte Art von Datei; bekannt sind: { $known }
log_shape_elsewhere = { $name }: das wird auf andere Weise gelesen ({ $shape }); { $advice }
log_no_shape = { $name }: an den Spalten ist keine Art von Datei zu erkennen; eine mit --shape nennen; die Kopfzeile hat: { $header }
log_no_score = { $name }: nichts in dieser Datei füllt eine Kennzahl ({ $shape }); eine Scorecard wird gefüllt aus Umfragen (0 bis 10, oder fünf oder sieben Stufen), Abschlüssen, Kundendateien mit dem Tag der Kündigung und Protokollen oder Anzahlen, deren Namen von Beteiligung oder Empfehlungen sprechen
log_unknown_encoding = „{ $label }“ ist keine bekannte Kodierung; Beispiele: UTF-8, windows-1252, UTF-16LE
log_bad_stage = „{ $text }“ ist keine Phase: 'NAME=Ereignis a|Ereignis b' schreiben
log_event_in_two_stages = das Ereignis „{ $event }“ steht in zwei Phasen, „{ $first }“ und „{ $second }“; ein Ereignis gehört zu einer
log_stage_twice = zwei Phasen heißen „{ $name }“; jede braucht einen eigenen Namen
log_no_stage = keine Phase wurde angegeben; mindestens eine nennen: 'NAME=Ereignis a|Ereignis b'
log_no_room = die temporäre Datei für Ereignisse ist in { $folder } nicht möglich ({ $reason }); dort Platz schaffen, in TMPDIR einen anderen Ordner nennen oder mit --memory-limit mehr Speicher erlauben
log_cancelled = vor dem Ende abgebrochen; nichts wurde geändert
log_column_event = Ereignisse
log_column_segment = Segmente
log_column_group = Gruppen

# crates/behaviour/src/clickhouse/error.rs

database_address = das ist keine Adresse einer Tabelle: { $problem }; schreiben: clickhouses://benutzer@host:8443/datenbank/tabelle, oder clickhouse://, wo es kein TLS gibt
database_password_in_address = die Adresse enthält ein Kennwort, das andere sehen könnten; dort weglassen und in { $variable } setzen
database_column = { $column }: { $problem }
database_file_ties = eine Tabelle hat keine Reihenfolge der Zeilen, gleichzeitige Ereignisse können also nicht der Reihenfolge der Datei folgen; die Namen entscheiden lassen (--ties name)
database_too_many_stages = { $stages } Phasen sind mehr, als eine Datenbank auf einmal gefragt wird; { $limit } sind möglich
database_down = { $server }: dort antwortet kein Server ({ $reason }); prüfen, ob die Adresse stimmt, der Server läuft und den Zugang erlaubt
database_broken = { $server }: die Verbindung brach ab, bevor die Antwort vollständig war ({ $reason }); nichts wurde geändert, noch einmal versuchen
database_slow = { $server }: keine Antwort innerhalb von { $seconds } Sekunden; nichts wurde geändert. Noch einmal versuchen, wenn der Server weniger zu tun hat
database_refused = { $server }: der Server lässt diesen Benutzer nicht zu ({ $said }); den Benutzer in der Adresse und das Kennwort prüfen
database_said = { $server }: der Server sagt: { $said }
database_keyring = kein Kennwort aus dem Schlüsselbund: { $reason }
database_unproven = { $server }: es ist nicht sicher, dass das der genannte Server ist: { $problem }. Es wurde nichts dorthin gesendet, auch kein Kennwort
database_not_encrypted = { $server }: was dort antwortet, spricht kein TLS; ist der Port der für HTTPS, meist 8443? Es wurde nichts dorthin gesendet, auch kein Kennwort
database_stranger = { $server }: was dort antwortet, ist kein ClickHouse ({ $said }); ist der Port der der HTTP-Schnittstelle, 8123?
database_too_long = { $name }: die Antwort ist länger als { $limit } MB; ist die Spalte der Ereignisse die richtige?
database_truncated = { $name }: die Antwort hört vor ihrem Ende auf; noch einmal vollständig holen
database_foreign = { $name }: das ist keine Antwort auf eine Frage von Touchline (Zeile { $line }: { $problem })
database_other_question = { $name }: das ist die Antwort auf eine andere Frage; mit denselben Spalten, Phasen und Gruppen fragen wie bei --print-sql
database_lies = { $name }: die Antwort ist in sich nicht stimmig ({ $problem }); nichts wurde geändert
database_not_stopped = abgebrochen; nichts wurde geändert. Der Server arbeitet vielleicht noch an der Frage, denn er war nicht anzuhalten: { $reason }
database_no_row = { $name }: die Tabelle hat keine Zeile
database_no_usable_row = { $name }: keine von { $read } Zeilen war brauchbar; am häufigsten: { $reason }
database_said_nothing = nichts

# crates/behaviour/src/wrong_kind.rs

log_kind_advice_own_program = im eigenen Programm öffnen und als CSV speichern
log_kind_advice_unpack = zuerst entpacken und die CSV-Datei darin angeben
log_kind_advice_log_in = der Download ergab eine Seite, meist die zum Anmelden; anmelden und das Protokoll noch einmal herunterladen
log_kind_advice_log = das Protokoll angeben: eine CSV-Datei mit einer Zeile je Ereignis
log_kind_advice_export_log = das Protokoll als CSV exportieren, mit einer Zeile je Ereignis
log_kind_advice_no_table = das Protokoll als CSV angeben: Text, eine Zeile je Ereignis
log_kind_advice_ebcdic = ihn als Text in UTF-8 schicken lassen oder zuerst umwandeln: iconv -f IBM1047 -t UTF-8
log_kind_parquet = eine Parquet-Datei
log_kind_advice_parquet = als CSV exportieren, zum Beispiel mit DuckDB: COPY 'file.parquet' TO 'log.csv'
log_kind_pdf = ein PDF
log_kind_gzip = ein gzip-Archiv
log_kind_advice_gunzip = zuerst mit gunzip entpacken
log_kind_bzip2 = ein bzip2-Archiv
log_kind_xz = ein xz-Archiv
log_kind_zstd = ein zstd-Archiv
log_kind_seven_zip = ein 7-Zip-Archiv
log_kind_rar = ein RAR-Archiv
log_kind_png = ein PNG-Bild
log_kind_jpeg = ein JPEG-Bild
log_kind_gif = ein GIF-Bild
log_kind_sqlite = eine SQLite-Datenbank
log_kind_advice_events_table = die Tabelle der Ereignisse als CSV exportieren
log_kind_orc = eine ORC-Datei
log_kind_advice_export = als CSV exportieren
log_kind_avro = eine Avro-Datei
log_kind_program = ein Programm
log_kind_rtf = ein RTF-Dokument
log_kind_xlsx = eine Excel-Arbeitsmappe (.xlsx)
log_kind_opendocument = eine OpenDocument-Datei
log_kind_zip = ein ZIP-Archiv
log_kind_advice_password = in Excel öffnen, das Kennwort entfernen (Datei, Informationen, Arbeitsmappe schützen) und speichern
log_kind_xlsx_password = eine Excel-Arbeitsmappe mit Kennwort
log_kind_advice_old_workbook = in Excel oder LibreOffice öffnen und als .xlsx oder CSV speichern
log_kind_xls = eine alte Excel-Arbeitsmappe (.xls)
log_kind_old_office = eine alte Excel- oder Office-Datei
log_kind_binary = kein Text, sondern binär
log_kind_ebcdic = Text in EBCDIC, wie ihn Großrechner schreiben
log_kind_html = eine Webseite (HTML)
log_kind_xml = XML
log_kind_map = eine Map von Touchline
log_kind_json = JSON

log_column_text = Text
log_column_integer = ganze Zahl
log_column_decimal = Dezimalzahl
log_column_time = Zeit
log_column_empty = leer

log_told_index = die Zeilen haben ein Feld mehr als die Kopfzeile: das erste gilt als Zeilennummer und heißt „{ $name }“
log_told_decimals = die Zeilen haben ein Feld mehr als die Kopfzeile: „{ $name }“ enthält Zahlen mit einem Komma ohne Anführungszeichen und wird als zwei Spalten gelesen
log_told_comma_in_text = die Zeilen haben ein Feld mehr als die Kopfzeile: „{ $name }“ enthält Texte mit einem Komma ohne Anführungszeichen und wird als zwei Spalten gelesen
log_told_wider = die Zeilen haben { $width } Felder und die Kopfzeile { $header }: zu welchen die Namen gehören, ist nicht bekannt
log_told_twice = zwei Spalten heißen „{ $name }“: die spätere wird als „{ $called }“ gelesen
log_told_hidden_column = die Spalte { $names } ist im Blatt ausgeblendet und wird wie alle anderen gelesen
log_told_hidden_columns = die Spalten { $names } sind im Blatt ausgeblendet und werden wie alle anderen gelesen
log_told_whole_lines = jede Zeile steht als Ganzes in Anführungszeichen: sie werden vor dem Zerlegen entfernt
log_told_typographic = typografische Anführungszeichen werden wie gerade gelesen
log_told_doubled = die Felder sind durch „{ $sign }“ getrennt, was als ein Zeichen gelesen wird
log_told_by_letters = die Buchstaben außerhalb von ASCII ergeben in { $encoding } einen Sinn und in der Kodierung von Windows nicht, und werden so gelesen; --encoding oder die Wahl im Import nennt eine andere
log_told_two_encodings = die Buchstaben außerhalb von ASCII ergeben in { $encoding } einen Sinn und in { $other } ebenso einen, aber einen anderen; sie werden als { $encoding } gelesen; --encoding oder die Wahl im Import nennt die andere
log_told_senseless = manche Buchstaben außerhalb von ASCII stehen in jeder Kodierung, die versucht wurde, wo kein Wort sie hat; sie werden als { $encoding } gelesen, und Namen können falsch sein; --encoding oder die Wahl im Import nennt die richtige
log_told_twice_utf8 = ihre Buchstaben waren UTF-8, das ein Programm beim Schreiben der Datei für windows-1252 hielt (Ã¼ statt ü): Namen werden gezeigt, wie sie dort stehen; nur ein neuer Export heilt sie
log_told_lost_letters = Buchstaben gingen verloren, bevor die Datei geschrieben wurde, und � steht für sie: Namen, die sich nur in solchen unterscheiden, sind einer; nur ein neuer Export heilt sie
log_told_number = „{ $text }“ als { $value }
log_told_numbers_in_words = „{ $column }“: Zahlen mit einem Wort werden als das gelesen, was es aus ihnen macht, { $numbers }; wer sie schrieb, hat sie gerundet
log_told_weeks = „{ $column }“: eine Woche wird als ihr Montag gelesen, „{ $text }“ als { $date }
log_told_era = „{ $column }“: der Buchstabe vor dem Jahr wird als der einer japanischen Ära gelesen, „{ $text }“ als { $date }
log_control_character = Steuerzeichen { $code }
log_told_escaped = ein Backslash vor dem Trennzeichen macht es zu einem Teil des Feldes
log_told_cut_off = die letzte Zeile hat { $fields } von { $width } Feldern und kein Zeilenende: Die Datei ist dort vielleicht abgeschnitten, wie nach einem abgebrochenen Herunterladen
log_time_unread = { $reason }, etwa „{ $value }“: weder als Datum mit dem Jahr, dem Tag oder dem Monat zuerst noch mit Monatsnamen, als Zahl der Sekunden bis Nanosekunden seit 1970 oder als Tageszahl von Excel
log_told_apart = „{ $date }“ enthält die Tage und „{ $clock }“ die Uhrzeiten: sie werden zusammen als eine Zeit gelesen
shape_told_no_answer = „{ $name }“: { $answers } zählen als keine Antwort
shape_told_reversed = „{ $name }“: nach den Worten der Frage ist das untere Ende der Skala das gute
shape_word_is = „{ $word }“ ist { $place }
shape_words_are = auf einer Skala von 1 bis { $steps } gelesen: { $list }
shape_told_words = { $names }: Antworten in Worten werden { $words }
shape_told_words_fit_none = „{ $name }“: die Worte der Antworten passen auf keine übliche Skala und bleiben deshalb außen vor; Zahlen an ihrer Stelle helfen
shape_told_no_scale = „{ $name }“: nichts sagt, auf welcher Skala die Antworten liegen, daher werden sie zu keinem Gefühl; die Skala lässt sich in die Kopfzeile schreiben, etwa (0-5)
shape_told_scale_open = „{ $name }“: { $answers } Antworten von { $low } bis { $high } passen auf mehrere Skalen ({ $readings }, die wahrscheinlichste zuerst), und nichts sagt, auf welche, daher werden sie zu keinem Gefühl, bis Sie es sagen (--scale, oder die Wahl im Fenster)
shape_told_no_nps = kein Net Promoter Score wird genannt für { $names }, von 0 bis 10 beantwortet: die Worte sagen nicht, dass gefragt wird, ob man weiterempfehlen würde; wo es so ist, lässt es sich sagen (--nps FRAGE, oder das Häkchen im Fenster)
log_told_shared_id = „{ $column }“: { $rows } der ersten { $all } Zeilen haben die Kennung „{ $id }“; sie werden als ein Kunde gezählt
log_told_heavy_id = „{ $column }“: { $rows } der ersten { $all } Zeilen haben ein und dieselbe Kennung, der Form „{ $id }“; sie werden als ein Kunde gezählt, der viele sein kann
log_told_alike_ids = „{ $column }“: Kennungen, die sich nur in Großschreibung oder führenden Nullen unterscheiden, etwa solche der Formen „{ $one }“ und „{ $other }“, zählen als verschiedene Kunden ({ $count } solche der ersten Zeilen)
log_told_alike_names = „{ $column }“: „{ $one }“ und „{ $other }“ unterscheiden sich nur in der Großschreibung und zählen als zwei ({ $count } solche der ersten Zeilen)
log_told_old_dates = „{ $column }“ enthält keine Daten nach dem Jahr { $year }; sie werden gelesen, wie sie dastehen, und Daten eines anderen Kalenders, etwa des iranischen, nicht umgerechnet
log_told_plain_times = „{ $column }“ enthält bloße Zahlen, die als Sekunden gelesen werden und keine Daten sind; sind es Daten, so sind sie als 2026-03-01 zu schreiben
log_told_time_near = das Ereignis „{ $event }“ und die Zeit „{ $time }“ stehen in derselben Datei, daher wird diese Zeit genommen (wahrscheinlich); „{ $other }“ steht in der anderen und zählt, wenn sie als Zeit genannt wird (--time, oder die Liste im Fenster)
log_told_time_open = das Ereignis „{ $event }“ und „{ $time }“ stehen in derselben Datei, „{ $other }“ in der anderen: welche davon die Zeit des Ereignisses ist, ist unsicher; nennen Sie sie (--time, oder die Wahl im Fenster)
log_told_time_apart = das Ereignis „{ $event }“ steht in der einen Datei und die einzige Zeit, „{ $time }“, in der anderen (unsicher, ob es die des Ereignisses ist)
log_told_number_ids = „{ $column }“: Kennungen wie 1234.0 und 1234 sind eine
log_activities_too_many = wie lange Aktivitäten dauern, wird nicht ermittelt: das Protokoll hat mehr als 8 Millionen Anfänge und Enden oder mehr als 65.535 Aktivitäten
log_activities_not_on_server = wie lange Aktivitäten dauern, wird für eine Tabelle auf einem Server nicht ermittelt; ein Export ihrer Zeilen als Datei sagt es
log_told_doubled_complete = „{ $column }“ unterscheidet Anfang und Ende einer Aktivität ({ $starts } und { $completes } der ersten Zeilen): die Enden werden gezählt, die Anfänge nicht; --lifecycle oder die Wahl im Import zählt anders
log_told_doubled_start = „{ $column }“ unterscheidet Anfang und Ende einer Aktivität ({ $starts } und { $completes } der ersten Zeilen): die Anfänge werden gezählt, die Enden nicht; --lifecycle oder die Wahl im Import zählt anders
log_told_doubled_all = „{ $column }“ unterscheidet Anfang und Ende einer Aktivität ({ $starts } und { $completes } der ersten Zeilen): beide werden gezählt
log_told_header_rows = die Kopfzeile hat mehrere Zeilen: die Fragen sind die Namen der Spalten
log_folder_others = nicht als Protokolle gelesen: { $names }
log_folder_more_others = nicht als Protokolle gelesen: { $names } und { $more } weitere
log_note_of_file = { $name }: { $note }
log_join_told = { $file } ist über „{ $column }“ verbunden: Zeilen ohne Gegenstück dort: { $alone } von { $all }; seine Kennungen ohne Zeile hier: { $left } von { $others }; seine weiteren Zeilen einer Kennung, die wegbleiben: { $again }
log_join_not = die zweite Datei ist nicht verbunden: { $reason }
log_join_no_column = keine Spalte von { $file } heißt wie eine dieser Datei
log_join_too_long = mit den Spalten der anderen Datei hat es mehr als { $limit } MB Text
log_hidden_rows = { $count } Zeilen des Tabellenblatts sind verborgen, etwa durch einen Filter; sie werden wie alle anderen gelesen
log_days_swapped = Spalte { $column }: keines der { $dates } Daten darin liegt nach dem 12. eines Monats, und alle danach stehen als Text da: ein Tabellenprogramm hat Tage für Monate gehalten; --swap-days, ein Kästchen im Import, tauscht sie zurück
log_days_swapped_back = Spalte { $column }: Tage und Monate von { $dates } Daten sind zurückgetauscht
log_tables = die Datei enthält { $count } Tabellen: „{ $chosen }“ wird gelesen; die anderen sind { $others }
log_tables_as_one = das Archiv enthält { $count } Tabellen; { $read } davon haben dieselben Spalten und werden hintereinander als eine gelesen: { $names }{ $others }
log_tables_not_read = ; nicht gelesen: { $names }
log_all_tables = alle { $count } mit denselben Spalten
log_workbook_too_large = sie ist größer als { $limit } MB
log_workbook_repeats = ein Tabellenblatt hätte mehr als { $limit } Zellen
log_merged_cells = { $count } verbundene Zellen haben den Wert der Zelle darüber, mit der sie verbunden sind
export_told = erkannt als { $name }. { $cannot }
export_doubled = sieht aus wie { $name }, aber zwei Spalten heißen wie „{ $column }“: Welche davon gemeint ist, lässt sich nicht sagen, daher wird es wie jede Tabelle gelesen
export_ga4_funnel = eine GA4-Trichteranalyse
export_ga4_funnel_cannot = Er zählt Nutzer in jedem Schritt: Zeiten zwischen Schritten, Wiederholungen und einzelne Kunden sind hier unsichtbar
export_posthog_funnel = ein PostHog-Trichter
export_posthog_funnel_cannot = Er zählt Personen in jedem Schritt: Was Abgesprungene danach taten und wer zurückkam, ist hier unsichtbar
export_mixpanel = ein Export von Mixpanel-Ereignissen
export_mixpanel_cannot = Seine Zeiten nennen keine Zeitzone: die des Projekts angeben
export_hubspot = ein Export von HubSpot-Deals
export_hubspot_cannot = HubSpot behält nur den letzten Eintritt in eine Phase: Schleifen sind hier unsichtbar
export_capsule_contacts = ein Export von Capsule-Kontakten
export_capsule_contacts_cannot = Kontakte durchlaufen keine Phasen: dafür die Chancen exportieren
export_capsule_opportunities = ein Export von Capsule-Chancen
export_capsule_opportunities_cannot = Capsule schreibt nicht, an welchem Tag ein Meilenstein betreten wurde: Wie lange einer dauert, zeigen erst zwei Exporte verschiedener Tage
export_qualtrics = Antworten aus Qualtrics
export_qualtrics_cannot = Wer gefragt wurde und nicht antwortete, steht nicht darin
export_surveymonkey = Antworten aus SurveyMonkey
export_surveymonkey_cannot = Wer gefragt wurde und nicht antwortete, steht nicht darin
export_typeform = Antworten aus Typeform
export_typeform_cannot = Wer das Formular sah und nicht begann, steht nicht darin
export_youtube_videos = eine Tabelle der Videos aus YouTube Studio
export_youtube_videos_cannot = Sie zählt Aufrufe und keine Personen: Niemand lässt sich von einem Video zum nächsten verfolgen
export_youtube_retention = die Zuschauerbindung eines YouTube-Videos
export_youtube_retention_cannot = Sie nennt Anteile der Aufrufe an jeder Stelle, über 100 %, wo eine Stelle mehrmals gesehen wird: Abgesprungene lassen sich nicht zählen
export_netflix = die Titelverläufe eines Netflix-Kontos
export_netflix_cannot = Ein Profil können mehrere Personen sein, und auch Trailer und Anreißer sind Zeilen, was die Spalte Supplemental Video Type sagt
export_discord = Servereinblicke aus Discord
export_discord_cannot = Sie zählen tageweise und reichen etwa 120 Tage zurück: Niemand lässt sich von einem Tag zum nächsten verfolgen
export_zendesk = ein Export von Zendesk-Tickets
export_zendesk_cannot = Ein Ticket zeigt seinen letzten Stand: Die früheren sind hier unsichtbar
export_mailchimp = eine Liste von Mailchimp-Kampagnen
export_mailchimp_cannot = Sie zählt je Kampagne: Niemand lässt sich von einer zur nächsten verfolgen, und eine Öffnung kann vom Mailprogramm selbst sein
export_mailchimp_report = der Bericht einer Mailchimp-Kampagne
export_mailchimp_report_cannot = Er zählt Personen nach Phase und Variante, und eine Öffnung kann vom Mailprogramm selbst sein; Rückläufer, Abmeldungen und Klicks je Adresse werden nicht gelesen
export_tiktok = eine Liste von TikTok-Videos
export_tiktok_cannot = Sie zählt je Video: Niemand lässt sich von einem zum nächsten verfolgen, und Aufrufe sind keine Personen
export_netflix_history_cannot = Sie nennt Titel und Tage eines Profils, ohne zu sagen, wer wie lange und wann am Tag sah
export_youtube_moments_cannot = Sie zählt, wie oft jede Stelle begonnen, verlassen und gesehen wurde: Eine Person kann mehrere davon sein, Abgesprungene lassen sich nicht zählen
export_klaviyo = eine Liste von Klaviyo-Kampagnen
export_klaviyo_cannot = Sie zählt je Kampagne: Niemand lässt sich von einer zur nächsten verfolgen, und eine Öffnung kann vom Mailprogramm selbst sein
export_substack_subscribers = die Abonnenten eines Substacks
export_substack_subscribers_cannot = Sie zeigen, wer heute auf der Liste steht: Wer ging und wiederkam, ist hier unsichtbar
export_substack_posts = die Beiträge eines Substacks
export_substack_posts_cannot = Sie nennen, was verschickt wurde: Wer es las, steht nicht darin
export_eventbrite = Teilnehmende aus Eventbrite
export_eventbrite_cannot = Wer die Veranstaltung ansah und nicht bestellte, steht nicht darin, und nur Checked In sagt, wer kam
