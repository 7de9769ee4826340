cli_language_unknown = „{ $code }“ ist keine Sprache von Touchline; schreiben Sie en oder de

# src/cli/changes.rs

cli_measure_first = messen Sie zuerst eine: touchline measure MAP LOG.csv -o NEU.ron
cli_no_figures = { $name }: die Map hat keine Zahlen; { $advice }
cli_changes_once = die Map wurde einmal gemessen; eine zweite Datei darüber wird gegen die erste gehalten
cli_changes_overlap = Warnung: die beiden Dateien erzählen zum Teil von denselben Tagen; ein Kunde in beiden macht den Test zu sicher
cli_warning = Warnung: { $rules }
cli_changes_against = { $now } gegen { $then }:
cli_changes_same = {"  "}{ $same } Raten sind vom Zufall nicht zu unterscheiden, { $few } haben zu wenige Kunden
cli_changes_rules = {"  "}nach anderen Regeln gezählt: { $rules }
cli_changes_not_held = {"  "}{ $both } Raten werden nicht gegeneinander gehalten, { $few } haben zu wenige Kunden
cli_changes_estimates = Schätzungen, denen die Daten widersprechen: { $wrong } von { $all }

# src/cli/zone_flag.rs

cli_zone_days = Tage beginnen und enden in { $zone }, wo Zeiten ohne Zone gelesen wurden.

# src/cli/log_arg.rs

cli_log_is_sheet = { $name }: das ist eine Map als Tabelle und keine Daten; `touchline sheet MAP { $name } -o NEU.ron` nimmt sie in ihre Map zurück
cli_log_sheet_taken = das Tabellenblatt „{ $sheet }“ wurde genommen; die Arbeitsmappe hat: { $names }
cli_log_zone_for_events = --zone { $name } gilt für Zeiten von Ereignissen; die Daten dieser Datei werden gelesen, wie sie dastehen
cli_log_no_preset = es gibt keine Voreinstellung „{ $name }“; noch ist keine gespeichert: das Fenster behält, was dort berichtigt wird
cli_log_presets = es gibt keine Voreinstellung „{ $name }“; gespeichert sind: { $names }
cli_log_one_duplicate = 1 Zeile war das genaue Abbild einer anderen und wird ausgelassen
cli_log_duplicates = { $count } Zeilen waren genaue Abbilder anderer und werden ausgelassen

# src/cli/scorecard.rs

cli_scorecard_none = die Map hat keine Kennzahl; ziehen Sie eine aus der Palette auf eine Phase
cli_head_metric = Kennzahl
cli_head_stage = Phase
cli_head_value = Wert
cli_head_interval = 95-%-Intervall
cli_head_counted = Gezählt
cli_head_target = Ziel
cli_head_verdict = Urteil
cli_scorecard_line = { $title }: { $definition }. Ziel: { $target }{ $trend }
cli_scorecard_fills_none = die Map hat keine Kennzahl, die diese Datei füllt; fügen Sie eine im Fenster oder in der Datei hinzu
cli_scorecard_nothing = nichts wurde gefüllt; sagen Sie mit --score, welcher Wert gemeint ist
cli_scorecard_not_laid = die Zahlen lassen sich nicht in die Map legen: { $error }
cli_scorecard_filled = { $title }: { $periods }, aus { $of }; der neueste: { $newest } ({ $definition })
cli_scorecard_no_score = { $title }: die Datei hat keinen Wert namens „{ $wanted }“; sie hat { $names }
cli_scorecard_several = { $title } blieb, wie es ist: mehrere Werte könnten es füllen; nennen Sie einen mit --score: { $names }

# src/cli/leaks.rs

cli_leaks_changed = Warnung: die Phasen haben sich geändert, seit die Map gemessen wurde; messen Sie sie noch einmal
cli_leaks_no_worth = die Map sagt nirgends, was ein Kunde wert ist; gereiht werden die verlorenen Kunden
cli_head_audience = Zielgruppe
cli_head_lost = Verloren
cli_head_rate = Rate
cli_head_at_stake = Auf dem Spiel
cli_head_recovered = Rückgewonnen
cli_head_at_rate_of = bei der Rate von
cli_too_few = zu wenige
cli_leaks_customers = { $customers } Kunden

# src/cli/read.rs

cli_read_other = ; es könnte { $name } sein (--shape { $word })
cli_read_is = das ist { $shape }: { $reason }{ $other }

# src/cli/figures.rs

cli_waiting = warte, { $secs } s
cli_read_of = , { $read } von { $total } gelesen
cli_time_left = , noch { $time }
cli_event_never = das Ereignis „{ $event }“ kommt im Protokoll nicht vor
cli_rows_rejected = { $rejected } von { $read } Zeilen konnten nicht verwendet werden:
cli_rows_odd = diese Zeilen zählen mit, obwohl etwas an ihnen auffällt:
cli_rows_warning = {"\u000A"}Warnung: das sind { $share } der Zeilen; sehen Sie sie an, bevor Sie den Zahlen trauen
cli_file_line = { $file }, Zeile { $line }
cli_line = Zeile
cli_lines = Zeilen
cli_rows_used = { $file }: { $used } von { $read } Zeilen verwendet, { $first } bis { $last }{"\u000A"}
cli_transitions = {"\u000A"}Häufigste Übergänge, von { $all } verschiedenen{"\u000A"}
cli_how_counted = {"\u000A"}Wie gezählt wird{"\u000A"}
cli_head_dropped_at = Abgesprungen bei
cli_head_did_next = Tat danach
cli_head_customers = Kunden
cli_nothing = (nichts)
cli_another_event = (ein anderes Ereignis)
cli_did_next = {"\u000A"}Was Abgesprungene danach taten{"\u000A"}{ $table }
cli_head_event = Ereignis
cli_head_first = Erstes
cli_head_last = Letztes
cli_head_first_converted = Erstes der Konvertierten
cli_head_last_converted = Letztes der Konvertierten
cli_head_pairs = Paare
cli_head_median = Median
cli_head_only_started = Ohne Ende
cli_head_only_completed = Ohne Anfang
cli_activities = {"\u000A"}Wie lange Aktivitäten dauern, vom Anfang bis zum Ende ({ $count }){"\u000A"}{ $table }
cli_activities_by_segment = {"\u000A"}Wie lange Aktivitäten dauern, nach Segment{"\u000A"}{ $table }
cli_touches = {"\u000A"}Erster und letzter Kontakt (konvertiert: erreichte die letzte Phase){"\u000A"}{ $table }
cli_customer = Kunde
cli_customers = Kunden
cli_all = Alle
cli_head_reached = Erreicht
cli_head_dropped = Abgesprungen
cli_head_median_to_next = Median bis zur nächsten
cli_head_within = 90 % in
cli_head_again = Nochmals
cli_head_back = Zurück

# src/cli/exit.rs

cli_not_written = das Ergebnis lässt sich nicht schreiben: { $error }

# src/cli/shape_text.rs

cli_shape_rows = { $file }: { $shape }{"\u000A"}  { $read } Zeilen gelesen, { $used } verwendet{"\u000A"}
cli_head_still_open = Noch offen
cli_head_to_next = Bis zur nächsten
cli_median = Median { $time }
cli_mean = Mittel { $time }
cli_pipeline = {"  "}{ $records } Datensätze: { $won } gewonnen, { $lost } verloren, { $open } offen; { $back } gingen in eine frühere Phase zurück{"\u000A"}{ $rest }
cli_open_by = Noch offen oder abgeschlossen: wie { $by } es sagt.{"\u000A"}
cli_head_entered = Hineingekommen
cli_head_still_there = Noch da
cli_head_timed = Mit Zeit
cli_head_median_stay = Median Verweildauer
cli_time_in_stages = {"\u000A"}Zeit in jeder Phase{"\u000A"}{ $table }
cli_head_now = Jetzt
cli_head_records = Datensätze
cli_head_win_rate = Gewinnrate
cli_head_won = Gewonnen
cli_head_closed = Abgeschlossen
cli_head_time_to_close = Zeit bis zum Abschluss
cli_head_about = Worüber
cli_head_answers = Antworten
cli_head_mean = Mittel
cli_head_scale = Skala
cli_head_nps = NPS
cli_head_satisfied = Zufrieden
cli_head_emotion = Emotion
cli_answered_in_words = {"  "}{ $count } antworteten in Worten: { $question }{"\u000A"}
cli_comments = {"  "}{ $count } Kommentare, gezählt und nicht behalten{"\u000A"}
cli_to = { $low } bis { $high }
cli_head_title = Titel
cli_head_finished = Zu Ende
cli_head_started = Begonnen
cli_head_completion = Abschlussrate
cli_head_theme = Thema
cli_head_touchpoint = Touchpoint
cli_head_tickets = Tickets
cli_span = , { $first } bis { $last }
cli_tickets = {"  "}{ $count } Tickets{ $span }{"\u000A\u000A"}{ $table }
cli_head_first_day = Erster Tag
cli_head_last_day = Letzter Tag
cli_head_milestone = Meilenstein
cli_head_territories = Gebiete
cli_calendar = {"  "}{ $titles } Titel, { $territories } Gebiete{"\u000A"}

# src/cli/counting_flags.rs

cli_no_time = „{ $text }“ ist keine Zeit; schreiben Sie eine Zahl und ihre Einheit, etwa 90m, 24h, 30d oder 2w
cli_no_date = „{ $text }“ ist kein Datum; schreiben Sie es als 2026-11-03 oder 2026-11-03T14:00:00Z

# src/cli/inspect_table.rs

cli_table_as_one = eine Tabelle auf einem Server wird als eines gelesen
cli_row = Zeile
cli_rows = Zeilen
cli_table_rows = { $table }{"\u000A"}  { $rows } { $row_word } auf { $server }; die Spalten sind nach den ersten { $seen } bestimmt{"\u000A\u000A"}
cli_head_column = Spalte
cli_head_type = Typ
cli_head_role = Rolle
cli_head_blank = Leer
cli_head_different = Verschiedene
cli_head_format = Format oder die ersten Werte
cli_personal_line = {"\u000A"}  „{ $column }“ enthält anscheinend { $what }.{"\u000A"}

# src/cli/sheet.rs

cli_sheet_unknown = { $path }, Zeile { $line }: { $field } kennt diese Version nicht, und beim Schreiben der Map ginge es verloren; aktualisieren Sie Touchline
cli_sheet_needs_map = aus einer bearbeiteten Tabelle wird eine Map: geben Sie -o NEU.ron an
cli_sheet_one = 1 Datensatz der Map wurde geändert
cli_sheet_changed = { $count } Datensätze der Map wurden geändert
cli_sheet_nothing = die Tabelle ändert nichts
cli_sheet_new = neu: { $record }
cli_sheet_new_in = neu: { $record }, in { $stage }
cli_sheet_gone = entfernt: { $record }
cli_sheet_empty = nichts

# src/cli/map_file.rs

cli_standard_input = Standardeingabe

# src/cli/inspect.rs

cli_preset_reads = {"\u000A"}  Das Fenster liest sie als „{ $preset }“; --preset tut es hier.
cli_rows_n = { $rows } Zeilen
cli_dates_in_doubt = die Daten von „{ $column }“ lassen sich als { $taken } oder als { $other } lesen (3. November 2026); genommen wurde { $taken }; --dates { $order } nimmt das andere{ $values }
cli_dates_open = nichts wird geschrieben: die Daten von „{ $column }“ lassen sich als { $taken } oder als { $other } lesen (3. November 2026); sagen Sie mit --dates { $taken_order } oder --dates { $other_order }, was gilt{ $values }
cli_dates_example = {"\u000A"}  { $value }: { $one } oder { $two }
cli_keep_names = { $told } (--keep-names={ $kinds } zeigt sie, wie sie sind)
cli_no_kind = „{ $text }“ kann kein Name enthalten: all oder einige von { $kinds }, mit Kommas dazwischen
cli_no_scale = „{ $text }“ ist keine Skala: schreiben Sie ihre Enden, etwa 1-5 oder 0-10
cli_ragged = Warnung: { $ragged } der ersten { $seen } Zeilen haben mehr oder weniger Felder als die Tabelle; ist sie am richtigen Trennzeichen geteilt?
cli_could_be = ; es könnte { $name } sein
cli_personal = {"\u000A"}  „{ $column }“ enthält anscheinend { $what }.
cli_no_problems = {"\u000A"}  Keine Auffälligkeiten.{"\u000A"}
cli_one_problem = {"\u000A"}  1 Auffälligkeit:{"\u000A"}
cli_problems = {"\u000A"}  { $count } Auffälligkeiten{ $first }:{"\u000A"}
cli_the_first = , die ersten
cli_problem_line = {"  "}{ $file }Zeile { $line }{ $column }: { $reason }{"\u000A"}
cli_about_encoding = Kodierung
cli_about_delimiter = Trennzeichen
cli_about_first_line = erste Zeile
cli_about_header = Kopfzeile
cli_about_sheet = Tabellenblatt
cli_about_times = Zeiten
cli_zone_in = {"  "}Zone: die Zeiten von { $names } haben keine und werden in { $zone } gelesen{"\u000A"}
cli_zone_utc = {"  "}Zone: die Zeiten von { $names } haben keine und werden als UTC gelesen; --zone Europe/Berlin nennt eine andere{"\u000A"}
cli_why = {"\u000A"}  Warum sie so gelesen wird{"\u000A"}{ $reasons }{ $zone }
cli_tabs = Tabulatoren
cli_blanks = Leerzeichen
cli_no_header = keine Kopfzeile
cli_header_on = Kopfzeile in Zeile { $line }
cli_one_above = , 1 Zeile über der Tabelle ausgelassen
cli_above = , { $lines } Zeilen über der Tabelle ausgelassen
cli_one_blank = , 1 leere Zeile
cli_blank_lines = , { $lines } leere Zeilen
cli_sheet_named = Tabellenblatt „{ $sheet }“
cli_parted_by = { $encoding }, Spalten getrennt durch { $delimiter }
cli_files = { $count } Dateien ({ $files })

# src/cli/measure_shape.rs

cli_nearest = ; am nächsten kommt „{ $nearest }“
cli_not_on_map = nichts auf der Map heißt „{ $name }“{ $nearest }
cli_no_stages_measured = diese Datei misst keine Phasen; es gibt nichts, was gegen die Zahlen der Map zu halten wäre

# src/cli/measure.rs

cli_nearest_name = ; am nächsten kommt „{ $name }“
cli_no_segment = die Map hat kein Segment „{ $segment }“; dessen Zahlen stehen nur in der Summe{ $nearest }
cli_no_figures_yet = die Map hat noch keine Zahlen; außer ihren Schätzungen gibt es nichts, wogegen diese zu halten wären
cli_one_stdin = nur eins von Map und Protokoll kann aus der Standardeingabe kommen
cli_needs_file = -o braucht eine Datei; die Standardausgabe ist für die Zahlen da
cli_measure_unknown = { $path }, Zeile { $line }: { $field } kennt diese Version nicht, und beim Schreiben der Map ginge es verloren; löschen Sie das Feld oder aktualisieren Sie Touchline
cli_event_bound = das Ereignis „{ $event }“ ist an die Phasen { $stages } gebunden; es zählt für „{ $first }“
cli_name_columns = kein Server wird gefragt, was die Spalten sind: nennen Sie sie mit --case, --event und --time
cli_bind_one = binden Sie eines mit --stage 'NAME=Ereignis a|Ereignis b' oder im Fenster
cli_no_event_bound = { $map }: keine Phase der Map hat ein Ereignis; { $advice }
cli_columns_taken = genommene Spalten: { $columns }
cli_time_open = die Zeit kann „{ $time }“ oder „{ $other }“ sein, und die Dateien sagen nicht, welche; nennen Sie sie mit --time
cli_misspelt_line = {"  "}„{ $name }“, am nächsten kommt auf der Map „{ $nearest }“{"\u000A"}
cli_misspelt = {"\u000A"}Vielleicht verschrieben:{"\u000A"}{ $lines }
cli_unbound = {"\u000A"}Ereignisse, an die nichts auf der Map gebunden ist: { $count }{"\u000A"}{ $table }

# src/cli/export.rs

cli_always_fit = ein { $format } hat immer die Seite fit; lassen Sie --page weg
cli_keeps_period = eine noch einmal gemessene Map behält den früheren Zeitraum: touchline measure MAP LOG.csv -o NEU.ron
cli_no_former = --former: die Map hat keinen früheren Zeitraum; { $advice }
cli_scale_png = --scale gilt nur für .png oder .webp mit der Seite fit
cli_scale_range = --scale { $scale }: möglich ist { $least } bis { $most }
cli_too_small = nicht geschrieben: { $said }; wählen Sie eine größere Seite, zeigen Sie weniger, oder erlauben Sie kleinere Schrift
cli_min_pt_range = --min-pt nimmt eine Größe in Punkt über 0, etwa 6.5
cli_export_unknown = Warnung: { $path }, Zeile { $line }: { $field } kennt diese Version nicht und exportiert es nicht
cli_text_svg = --text gilt für SVG
cli_pages_pdf = --pages auto gibt es für ein PDF auf Papier oder einer Folie: -o DATEI.pdf --page a4
cli_deck_pdf = --deck gibt es für ein PDF aus Folien in 16:9: -o DATEI.pdf --deck
cli_lens_several = Mehrere Zielgruppen füllen mehrere Seiten: PDF oder PowerPoint; eine Seite für den Browser hat sie alle
cli_spoken_deck = Nur ein Foliensatz hat Sprechernotizen: --deck
cli_portrait_paper = --portrait gibt es für Papier: --page a4 --portrait
cli_no_pages = --pages „{ $name }“ gibt es nicht; möglich sind 1 und auto
cli_more_pages = ein PDF mit --pages auto hat es auf mehreren Seiten, ohne Text unter { $limit } pt
cli_on_pages = { $count ->
    [one] auf einer Seite
   *[other] auf { $count } Seiten
}
cli_no_format = es gibt kein Format „{ $name }“; es gibt { $known }
cli_format_needed = die Standardausgabe hat keine Endung: nennen Sie das Format mit --format ({ $known })
cli_format_goes_with = --format gilt für die Standardausgabe (-o -); bei einer Datei sagt die Endung das Format
cli_no_table = es gibt keine Tabelle „{ $name }“; es gibt { $known }
cli_table_needed = eine CSV enthält eine Tabelle: nennen Sie sie mit --table ({ $known })
cli_table_csv = --table gilt für CSV; eine Arbeitsmappe (.xlsx) enthält alle Tabellen
cli_flag_of_pictures = { $flag } gilt für Bilder des Boards, und { $format } ist keines
cli_no_letters = es gibt keinen Text „{ $name }“; es gibt outline und live
cli_source_date = SOURCE_DATE_EPOCH ist „{ $given }“ und keine Zahl von Sekunden seit 1970
cli_export_missing = Warnung: { $words }
cli_map_has_none = die Map hat keine
cli_known_are = bekannt sind: { $names }
cli_no_such_view = --view { $name }: keine solche gespeicherte Ansicht; { $list }
cli_states = as-is, to-be oder both
cli_compare_most = --compare: bis zu { $most } Kurven sind zu unterscheiden
cli_no_such_segment = --lens { $name }: kein solches Segment; { $list }

# src/cli/retention.rs

cli_no_day = --as-of { $text }: ist kein Tag; schreiben Sie ihn als 2026-06-30
cli_retention_columns = keine Spalten wurden erkannt, die sagen, wie lange Kunden blieben; nennen Sie sie mit --duration und --event, mit --start und --end oder mit --case und --time
cli_as_of = , Stand { $day }
cli_retention_rows = { $file }: { $used } von { $read } Zeilen verwendet{ $as_of }{"\u000A"}
cli_comma_too_few = , zu wenige{"\u000A"}
cli_not_reached = nicht erreicht
cli_left_median = , { $left } gegangen; Median { $median } ({ $unit }){"\u000A"}
cli_head_after = Nach
cli_head_still_seen = Noch gesehen
cli_head_stay = Bleiben
cli_log_rank = {"\u000A"}Log-Rank-Test über die Gruppen: Chi-Quadrat { $statistic } mit { $degrees } Freiheitsgraden, p { $p }{"\u000A"}
cli_stay_measured = Zeit und Weggang sind, wie die beiden Spalten es sagen.
cli_stay_dated = Zeit: ganze Tage vom Kommen bis zum Gehen oder bis zum Stichtag.
cli_stay_seen = Zeit: ganze Tage vom ersten bis zum letzten Ereignis. Gegangen: kein Ereignis in den { $gone_after } Tagen vor dem Stichtag.
cli_stay_definition = {"\u000A"}{ $what }{"\u000A"}Bleiben: der Anteil, der nach einer Zeit noch da ist (Kaplan–Meier), mit seinem 95-%-Band (Greenwood, log-log).{"\u000A"}Zu wenige: weniger als { $customers } Kunden in einer Gruppe oder einige, aber weniger als { $left }, die gingen.{"\u000A"}

# src/cli/mod.rs

cli_no_such_file = { $file }: keine solche Datei und kein Befehl; siehe touchline --help

# src/cli/at_risk.rs

cli_no_consent = keine Spalte sagt, wer eingewilligt hat, also kann niemand in eine Kohorte; nennen Sie sie mit --consent
cli_cohort_or_json = --cohort - schreibt die Kohorte auf die Standardausgabe, auf die --json die Zahlen schreibt; für die Kohorte eine Datei nennen
cli_cohort = { $cohort } Kunden in der Kohorte; { $without } Gefährdete ohne Einwilligung sind nicht darin
cli_at_risk_rows = { $file }: { $used } von { $read } Zeilen verwendet{ $as_of }{"\u000A"}Spalten: {""}
cli_at_risk_rule = {"\u000A\u000A"}Gefährdet: { $rule }{"\u000A"}
cli_head_segment = Segment
cli_head_cancelled = Gekündigt
cli_head_at_risk = Gefährdet
cli_head_precision = Genauigkeit
cli_head_recall = Trefferquote
cli_head_lead_time = Vorlauf
cli_head_cohort = Kohorte
cli_at_risk_definition = {"\u000A"}Genauigkeit: wer von den Gefährdeten kündigte; Trefferquote: wer von den Kündigenden gefährdet war; beide mit dem 95-%-{"\u000A"}Wilson-Intervall. Wer bis zum Stichtag nicht gekündigt hat, gilt als bleibend. Stille zählt bis zur Kündigung.{"\u000A"}Vorlauf: Median der Tage vom Tag, an dem die Stille die Grenze erreichte, bis zur Kündigung.{"\u000A"}Kohorte: gefährdet, nicht gekündigt, mit Einwilligung. Zu wenige: weniger als { $customers } Gefährdete in einem Segment oder einige davon, aber weniger als { $cell },{"\u000A"}die kündigten oder nicht.{"\u000A"}
cli_no_last_login = die Datei sagt nichts über die letzte Anmeldung; setzen Sie --days 0 oder nennen Sie ihre Spalte mit --last-login
cli_no_completion = die Datei sagt nichts über das Zuendesehen vorher und jetzt; setzen Sie --fall 0 oder nennen Sie --before und --now
cli_rule_everybody = alle
cli_rule_days = keine Anmeldung seit { $days } Tagen oder mehr
cli_rule_fall = Zuendesehen um { $fall } Punkte oder mehr gefallen
cli_rule_both = keine Anmeldung seit { $days } Tagen oder mehr und Zuendesehen um { $fall } Punkte oder mehr gefallen
cli_days = { $days } Tage

# src/cli/compare.rs

cli_nothing_to_compare = nichts zu vergleichen: nennen Sie die Spalte der Segmente mit --segment
cli_columns_needed = nennen Sie die Spalten des Protokolls mit --case, --event und --time und seine Phasen mit --stage
cli_nothing_counted = die Datei zählt niemanden in Phasen; für ein Protokoll von Ereignissen sind --case, --event, --time, --segment und jede --stage zu nennen
cli_largest_compared = nur die größten Segmente werden verglichen; { $left_out } kleinere sind ausgelassen
cli_no_two = {"\u000A"}Es gibt keine zwei Segmente und keine zwei Phasen zum Vergleichen.{"\u000A"}
cli_pair = { $first } und { $second }
cli_head_segments = Segmente
cli_head_difference = Unterschied
cli_head_h = Cohens h
cli_head_p_holm = p nach Holm
cli_compare_definition = {"\u000A"}{ $definition }{"\u000A"}Gemachte Tests: { $tests }. Zu wenige: weniger als { $customers } Kunden in einer Phase oder einige, aber weniger als { $cell }, die dort absprangen oder weitergingen.{"\u000A"}

# src/cli/memory_flag.rs

cli_memory_spills = etwa { $events } Ereignisse brauchen { $need } Speicher, mehr als die Grenze von { $limit }; die anderen warten in einer temporären Datei in { $folder }, die keinen Namen hat und keine Kennung enthält
cli_bytes = { $bytes } Bytes
cli_no_size = „{ $text }“ ist keine Größe; schreiben Sie eine Zahl von Bytes oder eine mit k, M oder G, etwa 500M

# src/cli/table.rs

cli_zone_of_file = --zone gilt für die Zeiten einer Datei; die Spalten einer Tabelle auf einem Server haben ihre Zone dort, und Text ohne Zone ist UTC
cli_file_flags = { $flags } gehört zu einer Datei: Eine Tabelle auf einem Server wird gezählt, wie sie ist. Lassen Sie es weg, oder machen Sie die Tabelle so
cli_lifecycle_offline = --lifecycle geht mit --print-sql und --from-result nur als „all“: Kein Server sagt, welche Spalte Anfang und Abschluss unterscheidet
cli_no_table_here = eine Tabelle auf einem Server fragen nur funnel, measure, compare und inspect; lassen Sie die Tabelle in eine Datei schreiben, und nennen Sie diese
cli_table_flags = --print-sql, --from-result, --time-as und --wait gehören zu einer Tabelle, wie in clickhouses://user@host:8443/database/table

# src/cli/check.rs

cli_check_unknown = Warnung: Zeile { $line }: { $field } kennt diese Version nicht; beim Speichern der Map ginge es verloren
cli_one_rule = 1 Regel ist
cli_rules = { $count } Regeln sind
cli_correct_it = berichtigen Sie sie in einem Texteditor oder öffnen Sie eine ältere Kopie
cli_broken = { $name }: { $rules } verletzt; { $advice }
cli_recover_changed = { $file } (seither geändert)
cli_recover_no_file = keine Datei
cli_recover_no_home = Es gibt keinen eigenen Ordner, in dem nicht gespeicherte Arbeit aufbewahrt wird. Setzen Sie TOUCHLINE_STATE auf den Ordner, in dem sie liegt.
cli_recover_exists = { $path } gibt es schon: es wird nichts geschrieben; einen anderen Namen angeben
cli_recover_written = { $counts } wurden in { $path } geschrieben. Die nicht gespeicherte Arbeit bleibt, bis sie im Fenster gespeichert oder verworfen wird.
cli_recover_none = Es gibt keine nicht gespeicherte Arbeit.
cli_recover_which = Es gibt mehr als eine nicht gespeicherte Arbeit: { $names }. Nennen Sie eine; touchline recover --list sagt, was jede ist.
cli_recover_no_such = Es gibt keine nicht gespeicherte Arbeit { $id }. Es gibt { $names }.

# touchline merge und touchline diff

cli_merge_one_input = nur eine von BASE, OURS und THEIRS kann von der Standardeingabe kommen
cli_merge_strangers = diese waren nie eine Map: ihre Nummern sind verschieden, und was gleich aussieht, ist zweimal da
cli_merge_cannot = die beiden lassen sich nicht zusammenführen: { $why }
cli_merge_unknown = { $file }, Zeile { $line }: diese Version kennt „{ $field }“ nicht und würde es fallen lassen; nehmen Sie ein neueres Touchline
cli_merge_taken = übernommen aus { $theirs }: { $added } neu, { $removed } entfernt, { $changed } geändert
cli_merge_conflicts =
    { $count ->
        [one] an 1 Stelle taten beide Seiten Verschiedenes; beides ist da
       *[other] an { $count } Stellen taten beide Seiten Verschiedenes; beides ist da
    }
cli_diff_other_field = Zahlen
cli_diff_moved = { $about }: von { $from } nach { $to }
cli_diff_field = { $about }: { $field } von { $old } zu { $new }
cli_diff_changed = { $about }: geändert
cli_diff_loss = { $stage }, { $segment }: verloren { $old }, jetzt { $new } ({ $points })
cli_diff_same = Beides ist dieselbe Map.
cli_recover_nothing_kept = Es ist nichts aufbewahrt.
cli_recover_deleted = gelöscht: { $words }
cli_recover_would_delete = würde mit --yes gelöscht: { $words }
cli_recover_open = { $count ->
    [one] Eine nicht gespeicherte Arbeit ist in einem Fenster offen und bleibt.
   *[other] { $count } nicht gespeicherte Arbeiten sind in Fenstern offen und bleiben.
  }

# src/cli/scrub.rs

cli_scrub_needs_file = scrub liest zurück, was es geschrieben hat: Geben Sie eine Datei an, nicht -
cli_scrub_needs_map = scrub schreibt die Kopie als Map: Lassen Sie den Namen auf .ron enden
cli_scrub_unknown = { $path }, Zeile { $line }: { $field } kennt diese Version nicht; die Kopie entsteht ohne das
cli_scrub_written = geschrieben: { $files }
cli_scrub_left_out = weggelassen: { $what }
cli_scrub_in_file = „{ $word }“ steht in { $file }
cli_scrub_in_place = „{ $word }“: { $kind } „{ $title }“, { $field }
cli_scrub_found = { $found ->
    [one] Ein Wort, das wegbleiben sollte, wurde gefunden
   *[other] { $found } Wörter, die wegbleiben sollten, wurden gefunden
  }: Geben Sie ihm mit --alias einen Decknamen, oder nehmen Sie es aus der Map
cli_scrub_no_format = „{ $name }“ ist kein Format; es gibt { $known }
cli_scrub_no_part = „{ $name }“ ist keines von { $known }

# src/cli/contents.rs

cli_contents_kind = { $what }: { $count }
cli_contents_texts = Texte
cli_diff_one_input = nur eine von OLD und NEW kann von der Standardeingabe kommen
