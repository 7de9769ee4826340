# crates/core/src/session/disk.rs

session_file_exists = { $path }: eine solche Datei gibt es schon; wählen Sie einen anderen Namen
session_sample_name = die Beispiel-Map
session_read_back_advice = die Arbeit ist hier noch offen; speichern Sie sie unter einem anderen Namen oder auf einem anderen Datenträger
session_read_back_other = { $path }: geschrieben, aber beim Zurücklesen ist es eine andere Map; { $advice }
session_read_back_failed = { $path }: geschrieben, aber nicht zurückzulesen ({ $error }); { $advice }

# crates/core/src/session/told.rs

session_told_no_shape = { $name } ist von keiner Art, die an ihren Spalten zu erkennen ist ({ $header }). Eine Scorecard wird gefüllt aus Umfragen (0 bis 10, oder fünf oder sieben Noten), Nutzung bis zum Ende, Kundendateien mit dem Tag der Kündigung und Protokollen oder Zählungen, deren Namen von Beteiligung oder Empfehlungen zeugen. Wählen Sie eine andere Datei.
session_told_no_room = Die temporäre Datei für Ereignisse kann in { $folder } nicht angelegt werden ({ $reason }). Schaffen Sie dort Platz und versuchen Sie es erneut.

# crates/core/src/session/fill.rs

session_reading_stopped = Das Lesen wurde unerwartet beendet; die Map ist unverändert. Versuchen Sie es erneut.
session_fill_no_counts = { $file } ist { $shape } und hat keine Zahlen für „{ $metric }“. Wählen Sie eine andere Datei.
session_fill_no_metric = { $file } ist { $shape }; die Map hat keine Kennzahl, die damit gefüllt wird. Wählen Sie eine andere Datei.

# crates/core/src/session/document/open.rs

session_letters_missing = Keine Schrift hier hat die Buchstaben { $letters } ({ $script }): Sie erscheinen als Kästchen. Installiere das Paket { $package } oder eine andere Schrift dafür
session_open_before_import = Zuerst eine Map öffnen oder anlegen, dann das Protokoll in sie importieren
session_sample_opened = Das Beispiel ist als unbenannte Kopie geöffnet; alle Namen darin sind erfunden
session_draft_copy = Der Entwurf ist als Kopie geöffnet; speichern Sie ihn unter einem eigenen Namen
session_draft_again = Der Entwurf ist wieder geöffnet; speichern Sie ihn, um ihn zu behalten
session_discarded = „{ $title }“ wurde verworfen; bis Touchline geschlossen wird, lässt sich die Map zurückholen

# crates/core/src/session/document/draft.rs

session_draft_failed = Die ungespeicherte Arbeit konnte nicht als Entwurf gesichert werden: { $message }

# crates/core/src/session/document/mod.rs

session_untitled = Unbenannt

# crates/core/src/session/document/save.rs

session_recovered = { $stem } (wiederhergestellt)
session_changed_outside = { $path }: nicht geschrieben, da ein anderes Programm die Datei geändert hat

# crates/core/src/session/running.rs

session_undo_named = Rückgängig: { $label }
session_redo_named = Wiederholen: { $label }

# crates/core/src/session/sheet.rs

session_sheet_of = { $file }, Tabellenblatt „{ $sheet }“
session_sheet_no_text = es ist kein Text; schreiben Sie eine Tabelle aus der Map und bearbeiten Sie diese
session_sheet_too_long = länger als jede Tabelle einer Map
session_sheet_cut = die letzte Zeile ist abgeschnitten; nehmen Sie die Tabelle von dort, wo sie ganz ist
session_sheet_ending = { $path }: eine Tabelle wird als .xlsx oder .csv geschrieben

# crates/core/src/session/finder.rs

finder_said = { $field }: { $text }
finder_stage = Phase
finder_segment = Segment
finder_touchpoint = Touchpoint · { $stage }
finder_settings = Einstellungen
finder_map = Auf der Map
finder_looks = Blickwinkel
finder_files = Dateien
finder_lens = Als Zielgruppe
finder_lens_hint = Zeigt die Map, wie diese Zielgruppe sie erlebt
finder_view = Gespeicherte Ansicht
finder_view_hint = Zeigt die Map, wie sie zum Ansehen gespeichert wurde
finder_template = Vorlage
finder_recent = Zuletzt geöffnet
finder_lens_prefix = Ansehen als{" "}
finder_view_prefix = Ansicht zeigen:{" "}
finder_item_prefix = Hinzufügen:{" "}
finder_template_prefix = Neue Map aus:{" "}
finder_recent_prefix = Öffnen:{" "}
finder_export_prefix = Exportieren als{" "}
finder_go_to = gehe zu { $place }

# crates/core/src/session/editing.rs

session_second_same = { $view } ist schon zu sehen. Wähle eine andere Ansicht, die daneben steht.
session_compared_most = { $most } Kurven liegen nebeneinander: mehr sind nicht zu unterscheiden. Nimm zuerst eine weg.
session_undid = Rückgängig gemacht
session_did_again = Wiederholt
session_deleted = Gelöscht: { $what }
session_not_copied = Zahlen und Bahnen, die zeigen, was andere halten, können nicht kopiert werden
session_rows_left_out = { $count } Zeilen waren zu viele und wurden nicht eingefügt
session_stage_before_picture = Ein Bild braucht eine Phase, in der es steht: Füge zuerst eine hinzu
session_map_before_picture = Öffne zuerst eine Map und zieh das Bild dann darauf
session_reading_picture = Bild wird gelesen …
session_picture_lost = Das Bild ließ sich nicht lesen: Der Rechner hatte keinen Thread frei. Versuch es noch einmal
session_picture_not_read = { $name }: { $error }
session_cells_cut = { $count ->
    [one] 1 Zelle war länger als { $most } Zeichen und wurde gekürzt: Zeile { $row }, Spalte { $column } ({ $letters })
   *[other] { $count } Zellen waren länger als { $most } Zeichen und wurden gekürzt: zuerst Zeile { $row }, Spalte { $column } ({ $letters })
}
session_stage_before_paste = Zuerst eine Phase hinzufügen, dann in sie einfügen
session_nothing_to_paste = Nichts einzufügen
session_refused = „{ $label }“: { $reason }
session_clipboard_unreadable = Der Teil einer Map in der Zwischenablage ist nicht lesbar: { $error }

# crates/core/src/session/export.rs

session_map_file_name = map
session_export_rows = { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
session_export_legible = kleinste Schrift { $smallest } pt; kein Text unter { $limit } pt
session_export_hardly_small = kleinste Schrift { $smallest } pt; weniger als { $share } des Textes unter { $limit } pt
session_export_small = kleinste Schrift { $smallest } pt; { $share } des Textes unter { $limit } pt
session_export_left_out = der Größe wegen weggelassen: { $what }
session_export_empty_lanes = { $count ->
    [one] die leere Bahn { $names }
   *[other] die leeren Bahnen { $names }
}
session_export_lanes = { $count ->
    [one] die Bahn { $names }
   *[other] die Bahnen { $names }
}
session_export_goals = die Ziele der Phasen
session_export_flags_on_cards = die Hinweise auf den Karten (ihre Bahn zeigt sie)
session_export_details = die zweiten Zeilen der Karten
session_export_pictures = die Bilder der Karten
session_export_words = { $count ->
    [one] kein Platz auf der Linie für die Worte einer Verbindung oder Schleife: { $names }
   *[other] kein Platz auf den Linien für die Worte von { $count } Verbindungen und Schleifen: { $names }
}
session_export_apart = { $count ->
    [one] eine Verbindung oder Schleife ist nicht gezeichnet, weil ihre Enden in zwei Reihen von Phasen oder auf zwei Seiten stehen
   *[other] { $count } Verbindungen und Schleifen sind nicht gezeichnet, weil ihre Enden in zwei Reihen von Phasen oder auf zwei Seiten stehen
}
session_export_apart_named = { $count ->
    [one] eine Verbindung oder Schleife ist nicht gezeichnet, weil ihre Enden in zwei Reihen von Phasen oder auf zwei Seiten stehen: { $names }
   *[other] { $count } Verbindungen und Schleifen sind nicht gezeichnet, weil ihre Enden in zwei Reihen von Phasen oder auf zwei Seiten stehen: { $names }
}
session_export_exists = { $path } gibt es schon; die Datei wurde nicht geändert. Wählen Sie einen anderen Namen, oder den ganzen Namen, um sie zu ersetzen.
session_export_stopped = Der Export wurde unerwartet beendet; es wurde keine Datei geschrieben. Versuchen Sie es erneut.

# crates/core/src/session/at_risk.rs

session_looking_at_file = Die Datei wird angesehen
session_counting_customers = Kunden werden gezählt
session_writing_cohort = Die Kunden werden geschrieben
at_risk_intervene = Eingreifen: { $rule }
at_risk_lead = ; { $days } Tage vor der Kündigung
at_risk_note_small = Abwanderungsgefährdet: { $rule }. Zu wenige Kunden in { $file } für Zahlen.
at_risk_note = Abwanderungsgefährdet: { $rule }. { $at_risk } von { $customers } Kunden; von den gefährdeten haben { $precision } gekündigt, von denen, die gekündigt haben, waren { $recall } gefährdet{ $lead }. Quelle: { $file }.
at_risk_file_name = { $stem } abwanderungsgefährdet.csv
at_risk_customers = Kunden
at_risk_no_login = keine Anmeldung seit { $days } Tagen
at_risk_fall = Nutzung um { $points } Punkte gefallen
at_risk_every_customer = alle Kunden

# crates/core/src/session/import/preset.rs

import_preset_export = Export

# crates/core/src/session/import/origin.rs

session_files_and_more = { $name } und { $more } weitere

# crates/core/src/session/import/mod.rs

session_asking_server = Der Server wird gefragt
session_reading_file = Die Datei wird gelesen
session_counting_events = Ereignisse werden gezählt
session_measuring = Absprung wird gemessen
session_import_stopped = Das Lesen wurde unerwartet beendet; die Map ist unverändert. Versuchen Sie den Import erneut.

# crates/core/src/session/import/lay.rs

session_figures_not_ready = Die Zahlen sind noch nicht fertig.
session_nothing_laid = Über die Map wurde nichts gelegt: { $error }.

# crates/core/src/session/import/shape.rs

session_no_stages_made_has = Keine Phasen angelegt: Die Map hat einige davon.
session_no_stages_made = Keine Phasen angelegt: { $error }.

# crates/core/src/session/writing.rs

session_preset_named = Voreinstellung „{ $name }“
session_text_cut = { $count ->
    [one] 1 Zeichen
   *[other] { $letters } Zeichen
} weggelassen bei { $about }: „{ $field }“ fasst höchstens { $most }
session_lines_cut = { $count ->
    [one] Eine Zeile war länger, als ein Titel fasst, und wurde nach { $most } Zeichen abgeschnitten
   *[other] { $count } Zeilen waren länger, als ein Titel fasst, und wurden nach { $most } Zeichen abgeschnitten
}
session_not_taken = Nicht übernommen in { $of }: { $problem }
session_not_written = „{ $letters }“ wurde nicht geschrieben: Die Map hat keine Bahn dafür. Füge zuerst eine hinzu, dann: { $adds }

# crates/core/src/session/sheet_import.rs

session_sheet_stopped = Das Lesen wurde unerwartet beendet; die Map ist unverändert. Versuchen Sie es noch einmal.

# crates/core/src/session/placing/fresh.rs

session_emotion_needs_card = Zuerst einen Touchpoint auswählen; die Emotion wird auf ihn gelegt.
session_estimate_needs_stage = Zuerst eine Phase auswählen; der Absprung wird für sie geschätzt.

# crates/core/src/session/placing/mod.rs

session_flag_needs_stage = Zuerst eine Phase hinzufügen; ein Hinweis hängt an einer Phase oder einem Touchpoint

# crates/core/src/session/document/version.rs

session_stages_counted = { $count ->
        [one] { $count } Phase
       *[other] { $count } Phasen
    }
session_annotations_counted = { $count ->
        [one] { $count } Notiz oder Hinweis
       *[other] { $count } Notizen und Hinweise
    }

# crates/core/src/session/measuring.rs

session_map_cannot_take = die Map kann das nicht aufnehmen: { $reason }
session_no_clock = die Uhr dieses Rechners zeigt keinen Tag; stellen Sie sie und versuchen Sie es erneut
session_not_replaced = { $count ->
    [one] { $count } Feld blieb, wie es ist
   *[other] { $count } Felder blieben, wie sie sind
}: { $why }
session_no_stage_after = Nach dieser Phase kommt keine. Zum Zusammenlegen mehrere Phasen auswählen.
session_splits_nothing = Das ist die erste Karte der Phase. Die Karte auswählen, mit der die neue Phase beginnt.
session_sort_needs_stage = Notizen werden in Phasen eingeordnet: erst eine Phase hinzufügen.
session_no_cluster = Erst eine Gruppe von Notizen auswählen
session_tie_needs_one = Notizen und eine Karte oder Phase auswählen, an die sie gebunden werden
session_vote_is_elsewhere = Abgestimmt wird über andere Notizen
session_format_copied = Format kopiert von { $what }
session_no_format = Erst ein Format kopieren
session_no_votes_left = Keine Punkte mehr: die nächste Person ist dran.
session_connect_two = Zwei oder mehr Karten auswählen, oder zwei Phasen: Umschalt halten und die zweite anklicken.
session_scale = Schriftgröße { $percent } %
session_nothing_to_replay = Nichts abzuspielen: Seit diese Map geöffnet wurde, ist kein Schritt geschehen

# crates/core/src/session/library.rs

session_library_folder = Ihre eigenen Bibliotheken liegen in { $folder }, mit einem Beispiel. Der Pfad ist in der Zwischenablage.

# crates/core/src/session/tour.rs

tour_map = Übungs-Map
tour_stage = Eine Phase hinzufügen
tour_stage_how = Drücken Sie { $keys }, oder ziehen Sie links eine Phase auf das Board. Diese Map ist zum Üben: Ihre Arbeit bleibt, wie sie ist.
tour_touchpoint = Einen Touchpoint hineinziehen
tour_touchpoint_how = Nehmen Sie links einen und lassen Sie ihn auf einer Phase los; die anderen machen Platz. Auch { $keys } fügt einen hinzu.
tour_face = Ein Gesicht ziehen
tour_face_how = Ziehen Sie ein Gesicht nach oben oder unten: So geht es den Leuten dort. Bei gewählter Karte tun es auch 1 bis 7.
tour_audience = Mit den Augen einer Zielgruppe
tour_audience_how = Wählen Sie eine Zielgruppe über dem Board, oder drücken Sie { $keys }: Die Map zeigt, was sie antrifft und wie es ihr geht.
tour_undo = Zurücknehmen
tour_undo_how = { $keys } nimmt den letzten Schritt zurück, und jeden davor. Hier kann nichts schiefgehen.
tour_find = Alles finden
tour_find_how = { $keys } findet jeden Befehl, jede Phase, Karte und Einstellung an wenigen Buchstaben. Esc schließt.
tour_data = Ihre Daten darüberlegen
tour_data_how = Daten importieren… zeigt, wer jede Phase erreicht hat und wo sie gingen. Dieser Rundgang steht im Menü Hilfe, und { $keys } zeigt alle Tasten.
session_readers_not_kept = { $path }: gespeichert, aber die Festplatte ließ nicht zu, dass alle sie lesen, die es vorher konnten; wer sie sonst braucht, muss wieder Zugang bekommen
session_paste_too_long = Die Zwischenablage enthält { $megabytes } MB Text, und höchstens { $limit } MB lassen sich einfügen. Es wurde nichts eingefügt.
session_version_not_kept = Gespeichert, aber nicht als Version aufbewahrt: { $error }
session_version_opened = Als Map ohne Datei geöffnet. Speichern Sie sie unter eigenem Namen.
session_gone_back = Die Map ist wieder, wie sie in dieser Version war. Die Datei ändert sich erst beim Speichern.
session_also_open_elsewhere = { $name } ist auch auf einem anderen Rechner offen, { $machine }, oder war es, als der ausging. Nichts geht verloren: Wer als Zweiter speichert, wird gefragt.
session_diagnostics_copied = Kopiert für alle, die helfen: Version, System und was zuletzt getan wurde. Kein Wort einer Map und kein Dateiname steht darin.
session_for_client = { $stem } (Kundenfassung)
session_for_client_alone = Kundenfassung
session_no_code_name = Zeile { $line }: Hinter einem Decknamen steht sein Titel, etwa „Eule = Lumen Kids+“
session_forgotten = Gelöscht: { $what }
session_wished_for = { $name } sollte noch einmal geöffnet werden: Die Map ist hier schon offen
session_also_open = { $name } ist auch in einem anderen Fenster offen (Prozess { $process }). Nichts geht verloren: Wer als Zweiter speichert, wird gefragt.
session_journey_opened = Die Journey ist jetzt eine neue Map: speichern Sie sie, um sie zu behalten
session_opened_copy = Als Kopie ohne Datei geöffnet. Speichern Sie sie unter eigenem Namen.
session_failed_before = Touchline ist bei einem früheren Lauf abgestürzt. Nicht gespeicherte Arbeit steht auf dem Startbildschirm. Wo der Fehler auftrat, steht in { $path }, ohne ein Wort aus Ihren Maps.
session_together = Mit der Datei zusammengeführt: { $taken }. Ansehen, dann{"\u00A0"}speichern.
session_together_added = { $count } neu
session_together_removed = { $count } entfernt
session_together_changed = { $count } geändert
session_together_nothing = nichts darin war neu
session_together_without_base = Woraus beide entstanden sind, weiß niemand mehr: was gelöscht war, kann wieder da sein.
session_together_more = und { $more } weitere: die Notizen sagen, was in der anderen Version steht
session_together_gone = { $path } lässt sich nicht mehr lesen: nichts wurde zusammengeführt
session_together_unknown = Die Datei hat „{ $field }“ in Zeile { $line }, was diese Version nicht kennt: nichts wurde zusammengeführt
session_together_another = Die Datei enthält inzwischen eine andere Map: nichts wurde zusammengeführt
session_together_cannot = Die beiden lassen sich nicht zusammenführen: { $why }
session_together_nearest = Verglichen mit der aufgehobenen Version, der es am nächsten ist, vom { $day }.
session_picture_copied = Als Bild mit { $width } × { $height } Pixeln kopiert
session_brand_lost = Die Marke ließ sich nicht lesen
session_brand_worn = Die Map hat die Farben und die Fußzeile der Marke
session_brand_same = Die Map sieht schon so aus
