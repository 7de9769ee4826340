# The program

help_touchline = Customer-Journey-Maps bearbeiten und Absprünge in Verhaltensprotokollen messen
help_touchline_after =
    Ohne Befehl öffnet sich das Fenster. Jeder Befehl erklärt sich selbst: touchline inspect --help

    Beispiel: touchline journey.ron viewing-events.csv

    Rückgabewerte: 0 erledigt, 1 nicht möglich, 2 falsche Befehlszeile, 3 ungültige Eingabe, 4 von einem neueren Touchline geschrieben.
help_any_language = Sprache der Antworten, en oder de; ohne Angabe die des Systems
help_touchline_map = Map, die im Fenster geöffnet wird
help_touchline_log = Ereignisprotokoll, das in sie importiert wird: eine CSV-Datei, eine Excel-Arbeitsmappe oder ein Ordner davon

# Arguments that several commands have

help_any_map = Datei der Map; - liest die Standardeingabe
help_any_json = Ein JSON-Objekt statt Text ausgeben
help_any_log = Protokoll: eine CSV-Datei, eine Excel-Arbeitsmappe oder ein Ordner davon, als eines gelesen; - liest die Standardeingabe; oder eine Tabelle, als clickhouses://user@host:8443/database/table
help_any_file = Die Datei: CSV, eine Excel-Arbeitsmappe oder ein Ordner davon, als eine gelesen; - liest die Standardeingabe
help_any_sheet = Tabellenblatt einer Arbeitsmappe, oder eine von mehreren Tabellen mit Namen oder Nummer; ohne Angabe das, was am meisten nach einem Protokoll aussieht
help_any_swap_days = In einer Arbeitsmappe, in der ein Tabellenprogramm Tage für Monate gehalten hat, beide zurücktauschen
help_any_dates = In welcher Reihenfolge Daten gelesen werden, die sich auf zwei Weisen lesen lassen, etwa 03/04/2026
help_any_keep_null_words = Wörter wie NULL, NaN, NA, None und (not set) sind Namen wie alle anderen: nur ein leeres Feld ist nichts
help_any_join = Eine zweite Datei, die über eine Kennung zum Protokoll gehört: ihre Spalten kommen zu jeder Zeile
help_any_on = Die Spalte mit dieser Kennung, in beiden Dateien; oder die des Logs und die jener Datei, als LINKS=RECHTS
help_any_encoding = Wie ihre Buchstaben geschrieben sind, wo sie falsch gelesen werden: UTF-8, windows-1252, macintosh, IBM850, …
help_any_nps = Eine Frage einer Umfrage, die danach fragt, ob man weiterempfehlen würde, wo ihre Worte es nicht sagen; mehrmals möglich
help_any_scale = Auf welcher Skala eine Frage einer Umfrage beantwortet wurde, wenn ihre Worte es nicht sagen, etwa 1-5; nur für eine Frage oder Spalte mit Werten als FRAGE=1-5; darf wiederholt werden
help_any_lifecycle = Welche Zeilen zählen, wo jede Aktivität eine für ihren Anfang und eine für ihr Ende hat
help_any_keep_names = Namen von Ereignissen und Segmenten bleiben, wie sie sind, auch wo sie von Personen sprechen; mit einigen von name, mail, phone, address, ip, id, token, query und text nur die mit diesen
help_any_drop_duplicates = Von Zeilen, die in jedem Feld gleich sind, nur die erste lesen
help_any_preset = So lesen, wie das Fenster einmal eine solche Datei las; Name der dort gespeicherten Voreinstellung
help_any_zone = Zone der Zeiten ohne Zone, etwa Europe/Berlin, und der Tage, die gezählt werden; ohne Angabe gilt für beide UTC
help_any_case = Spalte, die sagt, wessen Ereignis es ist
help_any_event = Spalte mit dem Namen des Ereignisses
help_any_time = Spalte mit der Zeit des Ereignisses; eine Zeit ohne Zone ist UTC, wenn --zone keine andere nennt
help_any_segment = Spalte mit dem Segment des Kunden
help_any_ties = Wonach Ereignisse eines Kunden zur selben Zeit geordnet werden
help_any_order = Ob ein Kunde die Phasen in ihrer Reihenfolge erreichen muss
help_any_scope = Ob ein Kunde die Phasen davor erreicht haben muss
help_any_window = Zeit ab der ersten erreichten Phase, in der eine Phase zählt, beide Enden eingeschlossen: eine Zahl und s, m, h, d oder w
help_any_as_of = Zeilen mit späterer Zeit auslassen, etwa 2026-11-03 (mit diesem Tag, in der Zone von --zone) oder 2026-11-03T14:00:00Z
help_any_memory_limit = Speicher allein für die Ereignisse des Protokolls, nicht für Kunden und Namen, etwa 500M oder 4G; was darüber liegt, wartet in einer temporären Datei ohne Namen und ohne Kennungen [Standard: die Hälfte des Arbeitsspeichers]
help_any_print_sql = Bei einer Tabelle: die Abfrage als SQL ausgeben, damit jemand anders sie stellt, und keinen Server fragen
help_any_from_result = Bei einer Tabelle: die Antwort auf diese Abfrage lesen, statt zu fragen; - liest die Standardeingabe
help_any_time_as = Mit --print-sql und --from-result: was die Zeitspalte ist [Standard: datetime]
help_any_wait = Bei einer Tabelle: wie lange eine Antwort dauern darf [Standard: 600]
help_any_least_customers = Eine Gruppe von weniger Kunden ist zu klein für eine Zahl
help_any_least_cell = Ebenso eine mit einigen, aber weniger als so vielen, die absprangen oder blieben
help_any_day = Tag, bis zu dem die Kunden betrachtet werden, mit allen seinen Stunden in der Zone von --zone; ohne Angabe der letzte in der Datei

# touchline export

help_export = Eine Map als PDF, PowerPoint, PNG oder SVG zeichnen oder, was sie sagt, als Tabellen, Text oder Daten schreiben
help_export_after =
    Beispiel: touchline export map.ron -o map.pdf --page 16:9 --lens "Families under 12"
              touchline export map.ron -o map.xlsx
              touchline export map.ron -o register.csv --table register
              touchline export map.ron -o summary.md

    Eine vorhandene Datei wird erst ersetzt, wenn die neue vollständig ist.
help_export_output = Datei, die geschrieben wird; ihre Endung bestimmt das Format; - schreibt auf die Standardausgabe, im Format von --format
help_export_format = Das Format, wo die Standardausgabe keine Endung hat
help_export_table = Die Tabelle, die eine CSV enthält
help_export_page = Seite: so groß wie das Board, Papier quer, eine Folie in 16:9 oder 4:3, oder eigene Seiten wie 420x297mm
help_export_portrait = Das Papier hochkant
help_export_pages = Wie viele Seiten ein PDF hat: alles auf einer, oder so viele, dass die Schrift groß genug ist [Standard: 1]
help_export_deck = Ein Foliensatz in 16:9: Titel, Antwort, die ganze Map, jede Phase, Zielgruppen, Geld, Freigaben, Maßnahmen, Methode
help_export_scale = Pixel je Einheit der Map, 0.25 bis 8, für ein PNG oder WebP mit der Seite fit [Standard: 2]
help_export_lens = Die Map zeigen, wie ein Segment sie erlebt, oder auf eigenen Seiten, wie mehrere es tun, oder für alle und dann für jedes
help_export_compare = Die Gefühlskurven von Segmenten nebeneinander legen, bis zu fünf; je Segment einmal
help_export_view = Nach einer gespeicherten Ansicht der Map: ihr Filter, was aus den Übrigen wird, ihr Segment und ihre Kurven, wenn --lens und --compare nichts anderes nennen
help_export_state = Der Zustand der Map: wie sie ist, wie sie sein soll oder beides [Vorgabe: beides oder der der Ansicht]
help_export_former = Die Raten des früheren Zeitraums neben denen des neuesten zeigen
help_export_notes = Mit den Haftnotizen und den Namen der Dateien, aus denen die Zahlen stammen
help_export_brand = Im Aussehen einer Marke, einer RON-Datei mit Farben, Fußzeile und Logo, statt in dem der Map
help_export_speaker_notes = Bei einem Foliensatz hinter den Folien, was zu jeder gesagt wird
help_export_text = Buchstaben einer SVG: Umrisse (outline), überall gleich, oder Text (live), der seine Schriften braucht [Standard: outline]
help_export_min_pt = Mit Exit-Code 6 ablehnen, wo Text kleiner als N Punkt würde

# touchline measure

help_measure = Die Phasen einer Map in einem Ereignisprotokoll messen und die Zahlen über die Map legen
help_measure_after =
    Beispiel: touchline measure map.ron viewing-events.csv
              touchline measure map.ron log.csv --stage 'Sign-up=account made' -o measured.ron

    Die Phasen und die an sie gebundenen Ereignisse sind die der Map; --stage fügt welche hinzu. Nicht genannte Spalten werden erkannt, und die Standardfehlerausgabe sagt, welche genommen wurden. Phasenzahlen, Trichterexporte, CRM-Phasen, Umfragen und die anderen Dateien, die `touchline read` kennt, werden nach den Namen darin über die Map gelegt.
help_measure_stages = Ereignisse, die zu einer Phase hinzukommen, oder eine Phase, die am Ende hinzukommt; \| und \= stehen für sich selbst
help_measure_shape = Was die Datei ist, wenn sie kein Ereignisprotokoll ist und ihre Spalten es nicht sagen: survey, stage-counts, …
help_measure_changes = Sagen, was sich gegenüber den Zahlen der Map mehr als zufällig geändert hat und welche Namen zu nichts passen
help_measure_output = Die Map mit den Zahlen darüber in diese Datei schreiben; eine vorhandene wird ersetzt

# touchline scorecard

help_scorecard = Die Kennzahlen einer Map gegen ihre Ziele halten und aus Dateien füllen: erreicht, nicht erreicht, nicht zu sagen, braucht einen Trend
help_scorecard_after =
    Beispiel: touchline scorecard journey.ron
              touchline scorecard journey.ron answers.csv completion.csv -o filled.ron

    Kennzahlen und ihre Zählungen stehen in der Map; Datendateien fügen ihnen Zeiträume hinzu. Ein Urteil gibt es, wenn das ganze 95-%-Intervall auf einer Seite des Ziels liegt; was wachsen soll, braucht drei Zeiträume oder mehr.
help_scorecard_files = Dateien, die Kennzahlen füllen: Umfragen, Zuendesehen, Kunden mit ihren Kündigungen, Protokolle, Phasenzahlen
help_scorecard_score = Von mehreren Werten in einer Datei der dieses Touchpoints, dieser Frage oder dieses Titels
help_scorecard_shape = Was die Dateien sind, wenn ihre Spalten es nicht sagen: survey, completion, churn-signals, …
help_scorecard_output = Die Map mit den Zählungen in diese Datei schreiben; eine vorhandene wird ersetzt

# touchline funnel

help_funnel = Den Absprung zwischen Phasen in einem Ereignisprotokoll messen
help_funnel_after =
    Beispiel: touchline funnel viewing-events.csv --case customer_id --event event --time time --stage 'Awareness=trailer_view|talent_post_view' --stage 'Trial=trial_start'

    Ein Kunde erreicht eine Phase mit ihrem frühesten Ereignis, das nicht vor dem Erreichen der Phase davor liegt. Zeilen, die nicht verwendet werden können, werden nach Grund in der Standardfehlerausgabe gezählt.
help_funnel_segment = Spalte mit dem Segment des Kunden; Zahlen gibt es dann für jedes
help_funnel_stages = Eine Phase und die Ereignisse, mit denen sie erreicht wird, in der Reihenfolge der Phasen; \| und \= stehen für sich selbst

# touchline compare

help_compare = Sagen, welche Segmente sich unterscheiden, in welcher Phase und um wie viel
help_compare_after =
    Beispiel: touchline compare viewing-events.csv --case customer_id --event event --time time --segment segment --stage 'Awareness=trailer_view' --stage 'Trial=trial_start'
              touchline compare arms/

    Je zwei Segmente werden in jeder Phase verglichen. Kleine Gruppen werden weder getestet noch gezeigt.
help_compare_segment = Spalte mit dem Segment des Kunden; Zahlen gibt es dann für jedes
help_compare_stages = Eine Phase und die Ereignisse, mit denen sie erreicht wird, in der Reihenfolge der Phasen; \| und \= stehen für sich selbst

# touchline retention

help_retention = Zeigen, wie lange Kunden bleiben: der Anteil, der nach jeder Zeit noch da ist, mit seinem Band
help_retention_after =
    Beispiel: touchline retention subscribers.csv --duration tenure --event churned --group plan

    Daten gehen auch: --start signup_date --end cancelled_on. Ebenso ein Protokoll: --case customer_id --time time.
    Ohne genannte Spalten werden die einer Kundendatei erkannt. Kleine Gruppen werden weder gezeigt noch getestet.
help_retention_duration = Spalte, die sagt, wie lange ein Kunde betrachtet wurde, eine Zahl
help_retention_event = Spalte, die sagt, ob der Kunde dann ging: ja oder nein, 1 oder 0
help_retention_start = Spalte mit dem Tag, an dem ein Kunde kam
help_retention_end = Spalte mit dem Tag, an dem er ging; leer, wenn er noch da ist
help_retention_case = In einem Ereignisprotokoll die Spalte, die sagt, wessen Ereignis es ist
help_retention_time = In einem Ereignisprotokoll die Spalte mit der Zeit des Ereignisses
help_retention_gone_after = In einem Ereignisprotokoll gilt als gegangen, wer in so vielen Tagen vor seinem Ende keines hatte
help_retention_group = Spalte, nach der Kunden in Gruppen geteilt werden

# touchline at-risk

help_at_risk = Eine Regel für Abwanderungsgefahr gegen echte Kündigungen halten: wie viele sie trifft, wie oft sie recht hat, wie früh
help_at_risk_after =
    Beispiel: touchline at-risk subscribers.csv --days 14 --fall 20 --cohort mailing.csv

    Ein Kunde je Zeile. Spalten werden an ihren Namen erkannt: letzte Anmeldung (oder die Tage seitdem), Zuendesehen vorher und jetzt, Tag der Kündigung, Einwilligung, Segment. In einer Kohorte sind nur Kunden mit Einwilligung, die nicht gekündigt haben.
help_at_risk_user = Spalte, die sagt, wer der Kunde ist
help_at_risk_last_login = Spalte mit der letzten Anmeldung
help_at_risk_days_since = Spalte mit den Tagen seit der letzten Anmeldung
help_at_risk_before = Spalte mit dem Zuendesehen vorher
help_at_risk_now = Spalte mit dem Zuendesehen jetzt
help_at_risk_cancelled = Spalte mit dem Tag der Kündigung oder einem Ja; leer, wenn der Kunde noch da ist
help_at_risk_consent = Spalte, die sagt, ob der Kunde angeschrieben werden darf
help_at_risk_days = Gefährdet ist, wer sich so viele Tage nicht angemeldet hat; 0 fragt nicht danach
help_at_risk_fall = und wessen Zuendesehen um so viele Punkte fiel; 0 fragt nicht danach
help_at_risk_cohort = Die Kennungen der Kohorte in eine CSV-Datei schreiben; - schreibt sie statt der Zahlen in die Standardausgabe

# touchline inspect

help_inspect = Zeigen, wie ein Protokoll gelesen würde: Kodierung, Spalten, Formate und die auffälligen Zeilen
help_inspect_after =
    Beispiel: touchline inspect viewing-events.csv

    Nichts wird geändert oder behalten. Auffälligkeiten werden mit ihrer Zeile aufgeführt; eine auffällige Zeile kann trotzdem brauchbar sein.

# touchline leaks

help_leaks = Sagen, was eine gemessene Map in jeder Phase verliert, an Kunden und an Geld, der größte sichere Verlust zuerst
help_leaks_after =
    Beispiel: touchline leaks measured.ron

    Die Map braucht Zahlen (touchline measure MAP LOG.csv -o NEU.ron). Was ein Kunde wert ist, steht in der Map oder in ihren Segmenten; sonst werden die verlorenen Kunden gereiht.

# touchline read

help_read = Ausgeben, was eine Datei sagt: Phasenzahlen, Trichterexporte, CRM-Phasen, Umfragen, Zuendesehen, Themen, Kalender
help_read_after =
    Beispiel: touchline read ga4-funnel.csv
              touchline read answers.csv --shape survey --json

    Die Art der Datei wird an ihren Spalten erkannt, und die Standardfehlerausgabe sagt, an welchen. Zeilen, die nicht verwendet werden können, werden nach Grund in der Standardfehlerausgabe gezählt.
help_read_shape = Was die Datei ist, wenn ihre Spalten es nicht sagen: survey, stage-counts, ga4-funnel, …

# touchline sheet

help_sheet = Eine Map als Tabelle aus Bahnen und Phasen schreiben oder eine bearbeitete Tabelle in sie zurücknehmen
help_sheet_after =
    Beispiel: touchline sheet map.ron -o map.xlsx
              touchline sheet map.ron map.xlsx --dry-run
              touchline sheet map.ron map.xlsx -o new.ron

    Die Zeilen mit den Nummern binden die Zellen an die Map: Lassen Sie sie stehen. Ein geleerter Titel entfernt das Element; „neu: Plakat“ legt eines an und in der ersten Zeile eine Phase. Was die Tabelle nicht zeigt, bleibt, wie es ist. Solange etwas Ausgefülltes nicht verstanden wird, wird nichts übernommen.
help_sheet_sheet = Bearbeitete Tabelle dieser Map; ohne sie wird eine geschrieben
help_sheet_output = Datei, die geschrieben wird: eine Tabelle oder die neue Map
help_sheet_dry_run = Jede Änderung nennen, die die Tabelle machen würde, und nichts schreiben

# touchline changes

help_changes = Sagen, was sich seit dem Zeitraum davor mehr als zufällig geändert hat und welchen Schätzungen die Daten widersprechen
help_changes_after =
    Beispiel: touchline measure map.ron this-month.csv -o newer.ron && touchline changes newer.ron

    Eine noch einmal gemessene Map behält die Zahlen des Zeitraums davor. Raten werden als zwei Anteile getestet, mit Holm-Korrektur über alle.

# touchline check

help_check = Sagen, ob eine Map-Datei heil ist: „ok“ oder jedes Problem mit seiner Zeile
help_check_after =
    Beispiel: touchline check journey.ron

    Nichts wird geändert. Was diese Version nicht kennt, wird in der Standardfehlerausgabe genannt.

# What stands beside the possible values of an argument

help_value_ties_file = Reihenfolge der Zeilen in der Datei; sie entscheidet, wenn nichts genannt ist
help_value_ties_name = Name des Ereignisses in der Reihenfolge der Bytes, von keiner Reihenfolge der Zeilen abhängig; das Einzige, was bei einer Tabelle geht
help_value_order_ordered = Jede Phase nicht vor der zuletzt erreichten
help_value_order_any = In beliebiger Reihenfolge: eine Phase ist erreicht, sobald sie und die davor ein Ereignis haben
help_value_scope_closed = Nur wer eine Phase erreichte, kann die nächste erreichen, von der ersten an
help_value_scope_open = Ein Kunde kann in jeder Phase einsteigen; eine nicht erreichte wird übergangen
help_value_time_as_text = String, das Jahr zuerst
help_value_time_as_seconds = Ganze Zahl von Sekunden seit 1970
help_value_time_as_millis = Von Millisekunden
help_value_time_as_micros = Von Mikrosekunden
help_value_time_as_nanos = Von Nanosekunden

# The words of the help itself

help_word_usage = Aufruf:
help_word_commands = Befehle
help_word_arguments = Argumente
help_word_options = Optionen
help_word_any_options = OPTIONEN
help_word_any_command = BEFEHL
help_word_help = Hilfe ausgeben
help_word_help_summary = Hilfe ausgeben (kürzer mit -h)
help_word_help_more = Hilfe ausgeben (mehr mit --help)
help_word_version = Version ausgeben
help_word_default = {"["}Standard: { $value }]
help_word_possible = Mögliche Werte:
help_word_possible_short = {"["}mögliche Werte: { $values }]

# What the parser has to say of a wrong command line

help_wrong_argument = unbekanntes Argument „{ $argument }“
help_wrong_command = unbekannter Befehl „{ $command }“
help_wrong_missing = diese erforderlichen Argumente fehlen:
help_wrong_value = ungültiger Wert „{ $value }“ für „{ $argument }“
help_wrong_value_why = ungültiger Wert „{ $value }“ für „{ $argument }“: { $reason }
help_wrong_no_value = „{ $argument }“ braucht einen Wert, und keiner ist angegeben
help_wrong_with = das Argument „{ $argument }“ geht nicht zusammen mit „{ $other }“
help_wrong_twice = das Argument „{ $argument }“ kann nur einmal angegeben werden
help_wrong_similar = Tipp: es gibt ein ähnliches Argument: „{ $argument }“
help_wrong_similar_command = Tipp: es gibt einen ähnlichen Befehl: „{ $command }“
help_wrong_more = Mehr dazu mit --help.
help_wrong_with_these = das Argument „{ $argument }“ geht nicht zusammen mit:
help_wrong_command_with = der Befehl „{ $command }“ geht nicht zusammen mit „{ $other }“
help_wrong_command_with_these = der Befehl „{ $command }“ geht nicht zusammen mit:
help_wrong_too_many = „{ $argument }“ nimmt den Wert „{ $value }“ nicht mehr auf
help_wrong_utf8 = mindestens ein Argument ist kein gültiges UTF-8
help_wrong_similar_commands = Tipp: es gibt ähnliche Befehle: { $commands }
help_wrong_similar_value = Tipp: es gibt einen ähnlichen Wert: „{ $value }“
help_wrong_as_value = Tipp: soll „{ $argument }“ ein Wert sein, dann „{ $how }“ schreiben
help_wrong_elsewhere = Tipp: es gibt „{ $argument }“
help_wrong_dashes = Tipp: es gibt den Befehl „{ $command }“; dafür das „--“ davor weglassen
help_wrong_quoted = „{ $text }“

# Why a value is none

help_reason_no_number = keine Zahl
help_reason_no_whole = keine ganze Zahl
help_reason_no_digits = leer statt einer ganzen Zahl
help_reason_nothing = leer statt einer Zahl
help_reason_too_large = die Zahl ist zu groß
help_reason_too_small = die Zahl ist zu klein
help_reason_range = { $value } liegt nicht in { $range }

# touchline recover

help_recover = Aufbewahrte, nicht gespeicherte Arbeit auflisten und in eine Datei schreiben
help_recover_after =
    Beispiel: touchline recover --list
              touchline recover 7ZQ4N0W1M2K3P -o gerettet.ron

    Jede Änderung und jedes Wort wurde aufbewahrt, als es entstand. Was hier geschrieben wird, bleibt bei der nicht gespeicherten Arbeit, bis es im Fenster geöffnet und dort gespeichert oder verworfen wird. Arbeit, die ein Fenster offen hat, wird nicht aufgelistet.
help_recover_id = Welche Arbeit, wie --list sie nennt; kann fehlen, wenn es nur eine gibt
help_recover_list = Auflisten, was es gibt
help_recover_output = Map-Datei, die geschrieben wird; eine vorhandene wird nicht überschrieben
help_recover_json = Die Liste als ein JSON-Objekt statt als Text schreiben

# touchline merge

help_merge = Zusammenführen, was zwei Leute an einer Map getan haben
help_merge_after =
    Beispiel: touchline merge gesendet.ron meine.ron kunde.ron -o beide.ron

    Was nur eine Seite geändert hat, kommt von ihr, Eintrag für Eintrag und Feld für Feld. Wo beide Verschiedenes geschrieben haben, bleibt OURS, und was THEIRS sagt, steht in einer Notiz am Eintrag; jede solche Stelle wird genannt, und der Exit-Code ist dann 7. Eine leere BASE ist ein Anfang, den niemand kennt.
help_merge_base = Die Map, von der beide ausgingen
help_merge_ours = Die Map, wie wir sie haben
help_merge_theirs = Die Map, wie die anderen sie haben
help_merge_output = Die Map-Datei, die geschrieben wird

# touchline diff

help_diff = Sagen, worin sich zwei Stände einer Map unterscheiden
help_diff_after =
    Beispiel: touchline diff gesendet.ron zurueck.ron

    Einträge sind dieselben durch ihre Nummern, wie immer sie heißen und wo immer sie stehen. Wo beide Maps gemessen sind, werden die Verluste von NEW an denen von OLD gemessen, mit dem, was über den Zufall hinausgeht (Holms Korrektur über alle).
help_diff_old = Die Map, wie sie war
help_diff_new = Die Map, wie sie ist
help_diff_json = Ein JSON-Objekt statt Text schreiben
help_recover_delete = Löschen, was neben Ihren Dateien aufbewahrt ist: nicht gespeicherte Arbeit, Versionen, zuletzt benutzte Dateien, Berichte; ohne --yes wird es nur gesagt
help_recover_of = Nur löschen, was von der Map in dieser Datei aufbewahrt ist
help_recover_yes = Wirklich löschen

# touchline scrub

help_scrub = Eine Kopie einer Map schreiben, die man einem Kunden geben kann
help_scrub_after =
    Beispiel: touchline scrub map.ron -o kunde.ron --also pdf,png --alias namen.csv

    Weggelassen werden Notizen, Namen von Zuständigen, Zahlen von zu wenigen, Namen von Quellen, die Vorgeschichte, Bilder von Personas, Adressen und Telefonnummern; --keep behält einiges. Was geschrieben wurde, wird zurückgelesen und nach jedem weggelassenen Wort durchsucht: Wird eines gefunden, wird seine Stelle genannt, und der Rückgabewert ist 5.
help_scrub_output = Map-Datei, die geschrieben wird
help_scrub_also = Was von der Kopie außerdem exportiert wird, neben ihr und unter ihrem Namen
help_scrub_page = Seite dessen, was exportiert wird: so groß wie das Board, A4 oder A3 quer, oder eine Folie in 16:9
help_scrub_alias = Wörterbuch von Decknamen, CSV oder RON: Jeder Titel geht überall, wo er steht, unter seinem Decknamen
help_scrub_keep = Was bleibt: notes, owners, cells, sources, history, portraits, addresses
help_scrub_number = Was statt wegzubleiben unter Nummern geht: owners, sources

# touchline contents

help_contents = Sagen, was in einer Map steht: Namen, Notizen, Tage, Quellen, Bilder, was persönlich aussieht
help_contents_after =
    Beispiel: touchline contents map.ron

    Das bekommt, wer die Datei erhält. touchline scrub schreibt eine Kopie ohne das Interne.
