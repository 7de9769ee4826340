# src/ui/at_risk/curve.rs

ui_at_risk_how_long = Wie lange Kunden bleiben
ui_at_risk_no_times = Die Datei sagt nicht, wie lange: Nötig ist der Tag, an dem ein Kunde kam, oder die Zeit, die er schon Kunde ist.
ui_at_risk_curve_definition = Kaplan–Meier: der Anteil, der nach jeder Zeit noch da ist. Band: 95 %, Greenwoods Varianz auf der log(−log)-Skala. Wer noch Kunde ist, zählt bis zum letzten Tag der Datei. Zu kleine Gruppen sind weggelassen.
ui_at_risk_not_yet = noch nicht
ui_at_risk_after = nach { $time }
ui_at_risk_all_customers = Alle Kunden
ui_at_risk_half_left = Die Hälfte ist nach { $time } gegangen.
ui_at_risk_fewer_than_half = Von allen geht weniger als die Hälfte, solange sie zu sehen sind.
ui_at_risk_half_groups = Zur Hälfte gegangen: { $groups }.
ui_at_risk_differ = Die Gruppen unterscheiden sich
ui_at_risk_alike = Die Gruppen lassen sich nicht unterscheiden
ui_at_risk_log_rank = { $differ } (Logrank-p { $p }).
ui_at_risk_left_out = { $left_out } zu kleine weggelassen.

# src/ui/at_risk/figures.rs

ui_at_risk_definition = Gefährdet: mindestens so viele ganze Tage seit der letzten Anmeldung, und der Abschluss fiel um mindestens so viele Punkte; bei 0 wird nicht gefragt. Die Stille zählt bis zur Kündigung.{"\u000A"}Genauigkeit: wer von den Gefährdeten gekündigt hat. Trefferquote: wer von denen, die gekündigt haben, gefährdet war. Beide mit ihrem 95-%-Wilson-Intervall; wer bis zum letzten Tag nicht gekündigt hat, zählt als geblieben.{"\u000A"}Vorlauf: Median der Tage von dem Tag, an dem die Stille die Grenze erreichte, bis zur Kündigung.{"\u000A"}Kohorte: gefährdet, noch da, mit Einwilligung.
ui_at_risk_who = Wer abwanderungsgefährdet ist
ui_at_risk_no_login = Keine Anmeldung seit, Tage
ui_at_risk_fell_by = Abschluss fiel um, Punkte
ui_at_risk_days = { $days } Tage
ui_at_risk_before_cancelling = vor der Kündigung
ui_at_risk_after_login = nach der letzten Anmeldung
ui_at_risk_of_still_there = von { $count }, die noch da sind
ui_at_risk_no_consent = keine Spalte für Einwilligung
ui_at_risk_of_customers = von { $count } Kunden
ui_at_risk_at_risk = Gefährdet
ui_at_risk_precision = Genauigkeit
ui_at_risk_recall = Trefferquote
ui_at_risk_lead_time = Vorlauf
ui_at_risk_cohort = Kohorte
ui_at_risk_of = { $count } von { $all }

# src/ui/at_risk/mod.rs

ui_at_risk_lacks = Um zu sehen, wer gefährdet ist, geben Sie die Spalte der letzten Anmeldung oder des Abschlusses zuvor und jetzt an. Die Bindung unten braucht keine davon.
ui_at_risk_customer = Kunde
ui_at_risk_customers = Kunden
ui_at_risk_written = { $count } { $word } in { $path } geschrieben
ui_at_risk_title = Abwanderungsgefährdete
ui_at_risk_customers_used = { $count } Kunden
ui_at_risk_as_of = Stand { $day }
ui_at_risk_rows_not_used = { $count } Zeilen nicht verwendet
ui_at_risk_looking = Datei wird angesehen…
ui_at_risk_save_cohort = Kohorte speichern…
ui_at_risk_save_hint = Schreibt die Kennungen der Gefährdeten, die noch da sind und eingewilligt haben
ui_at_risk_intervene = Hier eingreifen
ui_at_risk_intervene_hint = Fügt dort eine Maßnahme hinzu, mit der Regel und ihren Zahlen
ui_at_risk_no_stage = keine Phase
ui_at_risk_where = Wo eingreifen
ui_at_risk_name_columns = Um eine Kohorte zu speichern, geben Sie die Spalten der letzten Anmeldung und der Einwilligung an.
ui_at_risk_only_counts = Nur Zahlen verlassen dieses Fenster, außer der Kohorte, die Sie speichern.
ui_at_risk_shown = Was gezeigt wird, steht nur in diesem Fenster und wird nicht behalten.

# src/ui/at_risk/columns.rs

ui_at_risk_not_in_file = nicht in der Datei
ui_at_risk_what_columns_say = Was jede Spalte sagt
ui_at_risk_column_of = Spalte: { $role }
