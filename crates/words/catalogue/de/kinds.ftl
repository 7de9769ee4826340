# What each kind of record, and each kind of lane, says of itself: wherever it is said.

# Stages

kind_stage = Phase
kind_stage_counted = { $count ->
        [one] { $count } Phase
       *[other] { $count } Phasen
    }
kind_stage_title = Phase
kind_stage_add = Phase hinzufügen
kind_stage_add_hint = Fügt hinter der ausgewählten eine Phase hinzu
kind_stage_new = Neue Phase
kind_stage_also = phase spalte abschnitt stage
kind_stage_hint = Zwischen zwei Phasen ziehen oder mit der Eingabetaste am Ende anfügen
layout_say_folded = eingeklappt
kind_stage_said = Phase { $stage }

# Lanes

kind_lane = Bahn
kind_lane_counted = { $count ->
        [one] { $count } Bahn
       *[other] { $count } Bahnen
    }
kind_lane_title = Bahn

# Segments

kind_segment = Segment
kind_segment_counted = { $count ->
        [one] { $count } Segment
       *[other] { $count } Segmente
    }
kind_segment_title = Segment
kind_segment_add = Segment hinzufügen
kind_segment_add_hint = Fügt eine Zielgruppe hinzu
kind_segment_new = Neues Segment
kind_segment_new_nth = Neues Segment { $nth }

# Touchpoints

kind_touchpoint = Touchpoint
kind_touchpoint_counted = { $count ->
        [one] { $count } Touchpoint
       *[other] { $count } Touchpoints
    }
kind_touchpoint_title = Touchpoint
kind_touchpoint_add = Touchpoint hinzufügen
kind_touchpoint_add_hint = Fügt hinter der ausgewählten eine Karte hinzu
kind_touchpoint_new = Neuer Touchpoint
kind_touchpoint_hint = In eine Phase ziehen oder mit der Eingabetaste bei der Auswahl einsetzen
kind_touchpoint_said = Touchpoint { $title }

# Questions

kind_question = Frage
kind_question_counted = { $count ->
        [one] { $count } Frage
       *[other] { $count } Fragen
    }
kind_question_title = Frage
kind_question_add = Frage hinzufügen
kind_question_add_hint = Fügt hinzu, was Kunden in der Phase fragen
kind_question_new = Neue Frage
kind_question_also = zitat gedanke fragen
kind_question_hint = In eine Phase ziehen
kind_question_said = Frage { $text }

# Pain points

kind_pain_point = Schmerzpunkt
kind_pain_point_counted = { $count ->
        [one] { $count } Schmerzpunkt
       *[other] { $count } Schmerzpunkte
    }
kind_pain_point_title = Schmerzpunkt
kind_pain_point_add = Schmerzpunkt hinzufügen
kind_pain_point_add_hint = Fügt hinzu, was in der Phase oder an der Karte schmerzt
kind_pain_point_new = Neuer Schmerzpunkt
kind_pain_point_also = reibung problem ärger
kind_pain_point_hint = In eine Phase ziehen oder auf den Touchpoint, der schmerzt
kind_pain_point_said = Schmerzpunkt, { $severity }, { $text }
kind_pain_point_card = Karte, die schmerzt
field_severity = Schwere
field_severity_set = Schwere festlegen: { $about }
field_severity_row = Schwere
field_codes = Reibungscodes
field_codes_set = Codes festlegen: { $about }
field_codes_row = Codes
field_codes_hint = etwa DT01, MD08
severity_low = gering
severity_medium = mittel
severity_high = hoch

# Actions

kind_action = Maßnahme
kind_action_counted = { $count ->
        [one] { $count } Maßnahme
       *[other] { $count } Maßnahmen
    }
kind_action_title = Maßnahme
kind_action_add = Maßnahme hinzufügen
kind_action_add_hint = Fügt hinzu, was für die Phase oder die Karte getan wird
kind_action_new = Neue Maßnahme
kind_action_also = aufgabe todo empfehlung nächster schritt
kind_action_hint = In eine Phase ziehen oder auf den Touchpoint, dem sie gilt
kind_action_said = Maßnahme { $title }
kind_action_said_owner = verantwortlich { $owner }
kind_action_said_due = fällig { $day }
kind_action_said_card = für { $card }
kind_action_card = Für Karte
kind_action_text = Titel der Maßnahme
kind_action_owner_hint = wer sie ausführt
kind_action_effort_hint = etwa 2 Wochen
kind_action_effect_hint = was sie ändern wird
field_effect = Erwartete Wirkung
field_effect_row = Wirkung
field_effort_row = Aufwand
field_action_status_row = Stand
action_status_planned = geplant
action_status_under_way = in Arbeit
action_status_done = erledigt
action_status_dropped = verworfen
field_horizon_set = Zeithorizont festlegen: { $about }
field_horizon_row = Zeithorizont
horizon_quick_win = schnell umsetzbar
horizon_medium = mittelfristig
horizon_long_term = langfristig

# Flags

kind_flag = Compliance-Hinweis
kind_flag_counted = { $count ->
        [one] { $count } Compliance-Hinweis
       *[other] { $count } Compliance-Hinweise
    }
kind_flag_title = Compliance-Hinweis
kind_flag_add = Compliance-Hinweis hinzufügen
kind_flag_add_hint = Fügt eine Regel hinzu, die Karte oder Phase einhalten muss
kind_flag_also = coppa ftc dsgvo gdpr eprivacy wcag sag-aftra sync regel recht
kind_flag_hint = Auf einen Touchpoint oder eine Phase ziehen

# Sticky notes

kind_sticky = Haftnotiz
kind_sticky_counted = { $count ->
        [one] { $count } Haftnotiz
       *[other] { $count } Haftnotizen
    }
kind_sticky_title = Haftnotiz
kind_sticky_add = Haftnotiz hinzufügen
kind_sticky_add_hint = Fügt eine Notiz hinzu, die frei auf dem Board liegt
kind_sticky_cluster_new = Gruppe
kind_sticky_new = Neue Notiz
kind_sticky_also = notiz kommentar post-it
kind_sticky_hint = An eine beliebige Stelle des Boards ziehen
kind_sticky_said = Haftnotiz { $text }

# Measurements

kind_measurement = Messung
kind_measurement_counted = { $count ->
        [one] { $count } Messung
       *[other] { $count } Messungen
    }
kind_measurement_title = Messung

# Metrics

kind_metric = Kennzahl
kind_metric_counted = { $count ->
        [one] { $count } Kennzahl
       *[other] { $count } Kennzahlen
    }
kind_metric_title = Kennzahl
kind_metric_add = Kennzahl hinzufügen
kind_metric_add_hint = Fügt eine Zahl hinzu, die an einem Ziel gemessen wird
kind_metric_also = kpi scorecard ziel vergleichswert nps csat abwanderung churn abschluss zahl
kind_metric_hint = In eine Phase ziehen, um eine Zahl an ihrem Ziel zu messen
kind_metric_said = Kennzahl { $title }
kind_metric_said_trend = Trend { $trend }
kind_metric_said_target = Ziel { $target }
kind_metric_said_interval = 95-%-Intervall { $interval }
kind_metric_text = Name der Kennzahl

# The kinds of lanes

lane_touchpoints = Touchpoints
lane_touchpoints_about = was sie tun
lane_nth = { $kind } { $nth }
lane_thinking = Gedanken
lane_thinking_about = ihre Fragen
lane_feeling = Gefühle
lane_pain_points = Probleme
lane_pain_points_about = was wehtut
lane_drop_off = Absprung
lane_drop_off_about = wer abspringt
lane_compliance = Compliance
lane_compliance_about = Regeln, die gelten
lane_actions = Maßnahmen
lane_actions_about = wer · bis wann
lane_metrics = Kennzahlen
lane_metrics_about = gegen Ziele
kind_lane_add = Bahn hinzufügen
kind_lane_add_hint = Fügt eine Bahn unter der ausgewählten hinzu, sonst ganz unten
lane_channels = Kanäle
lane_channels_about = auf welchem Weg
kind_remark = Text
kind_remark_counted = { $count ->
        [one] { $count } Text
       *[other] { $count } Texte
    }
kind_remark_title = Freitext
kind_remark_add = Freitext hinzufügen
kind_remark_add_hint = Fügt eigene Worte zur Phase hinzu
kind_remark_new = Neuer Text
kind_remark_also = notiz anmerkung kommentar absatz
kind_remark_hint = In eine Phase ziehen
kind_remark_said = Text { $text }
kind_backstage = Schritt hinter der Bühne
kind_backstage_counted = { $count ->
        [one] { $count } Schritt hinter der Bühne
       *[other] { $count } Schritte hinter der Bühne
    }
kind_backstage_title = Schritt hinter der Bühne
kind_backstage_add = Schritt hinter der Bühne hinzufügen
kind_backstage_add_hint = Fügt hinzu, was hinter der Phase oder der Karte geschieht
kind_backstage_new = Neuer Schritt hinter der Bühne
kind_backstage_also = blueprint prozess system intern dahinter
kind_backstage_hint = In eine Phase ziehen oder auf den Touchpoint, der darauf beruht
kind_backstage_said = Schritt hinter der Bühne { $title }
kind_backstage_said_card = hinter { $card }
kind_backstage_card = Hinter Karte
kind_backstage_system_hint = das Programm oder der Dienstleister
lane_backstage = Hinter der Bühne
lane_backstage_about = wer es tut
lane_free_text = Freitext
lane_free_text_about = in eigenen Worten
field_system = System
field_system_set = System festlegen: { $about }
field_system_row = System
# Pictures

kind_picture = Bild
kind_picture_counted = { $count ->
        [one] { $count } Bild
       *[other] { $count } Bilder
    }
kind_picture_title = Bild
kind_picture_add = Bildrahmen hinzufügen
kind_picture_add_hint = Fügt der Phase einen Rahmen im Storyboard hinzu
kind_picture_also = foto bildschirmfoto screenshot storyboard skizze illustration grafik
kind_picture_hint = In eine Phase ziehen: ein Rahmen für ein Bild
kind_picture_said = Bild { $title }
kind_picture_caption = Bildunterschrift
kind_picture_nothing_said = Bild ohne Beschreibung
kind_picture_empty = Noch kein Bild
kind_picture_logo_said = Logo von { $client }
kind_picture_logo = Logo
lane_storyboard = Storyboard
lane_storyboard_about = wie es aussieht
field_alt = Beschreibung
field_alt_set = Bild von { $about } beschreiben
field_image = Bild
field_image_set = Bild von { $about } ändern

# Connectors

kind_drawing = Zeichnung
kind_drawing_counted = { $count ->
        [one] { $count } Zeichnung
       *[other] { $count } Zeichnungen
    }
shape_frame = Rahmen
shape_arrow = Pfeil
shape_text = Text
kind_drawing_said = { $shape }: { $text }
kind_drawing_nothing = Board
kind_arrow_said = Pfeil von { $from } zu { $to } { $text }
kind_frame_add = Rahmen hinzufügen
kind_frame_add_hint = Um die ausgewählten Notizen oder hinter das, was hinein soll
kind_arrow_add = Pfeil hinzufügen
kind_arrow_add_hint = Von einer von zwei ausgewählten Notizen, Karten oder Zeichnungen zur anderen
kind_text_add = Freien Text hinzufügen
kind_text_add_hint = Worte über dem Board, ohne Papier
kind_frame_new = Rahmen
kind_text_new = Text
kind_connector = Verbindung
kind_connector_counted = { $count ->
        [one] { $count } Verbindung
       *[other] { $count } Verbindungen
    }
kind_connector_title = Verbindung
connector_next = weiter
connector_alternative = anderer Weg
connector_loop_back = zurück
connector_device_hop = anderes Gerät
field_connector_kind = Weg
kind_connector_said = Verbindung von { $from } zu { $to }, { $kind }
kind_connector_said_label = Verbindung von { $from } zu { $to }, { $kind }, { $label }

kind_loop = Schleife
kind_loop_counted = { $count ->
        [one] { $count } Schleife
       *[other] { $count } Schleifen
    }
kind_loop_title = Schleife
kind_loop_said = Schleife von { $from } zurück zu { $to }
kind_loop_said_label = Schleife von { $from } zurück zu { $to }, { $label }

# Schritte

kind_step = Schritt
kind_step_counted = { $count ->
        [one] { $count } Schritt
       *[other] { $count } Schritte
    }
kind_step_title = Schritt
kind_step_add = Schritt hinzufügen
kind_step_add_hint = Fügt der Phase einen Schritt hinzu, über den Touchpoints, die zu ihm gehören
kind_step_new = Neuer Schritt
kind_step_said = Schritt { $step }
field_until = reicht bis
layout_say_until = reicht bis { $stage }
field_step = Schritt
layout_say_in_step = im Schritt { $step }

# Gespeicherte Ansichten und Filter

kind_saved_view = gespeicherte Ansicht
kind_saved_view_counted = { $count ->
        [one] { $count } gespeicherte Ansicht
       *[other] { $count } gespeicherte Ansichten
    }
kind_saved_view_title = Gespeicherte Ansicht
field_others = Übrige
ground_assumption = Annahme
ground_evidence = Belege
others_dimmed = blass
others_hidden = verborgen

# Menschen

field_decides = Was die Map entscheidet
field_reviewed = Zuletzt geprüft
field_needs = Bedürfnisse
field_jobs = Aufgaben, die sie erledigen wollen
field_quote = Zitat
field_lifecycle = Kundenphase
field_treatment = Wie wir sie behandeln
lifecycle_unsaid = nicht gesagt
lifecycle_prospect = noch kein Kunde
lifecycle_occasional = gelegentlich
lifecycle_regular = regelmäßig
lifecycle_advocate = Fürsprecher
lifecycle_lapsed = abgewandert

# Die Agenda

kind_agenda_block = Agendablock
kind_agenda_block_counted = { $count ->
        [one] { $count } Agendablock
       *[other] { $count } Agendablöcke
    }
kind_agenda_block_title = Agendablock
kind_agenda_block_add = Agendablock hinzufügen
kind_agenda_block_add_hint = Ein Abschnitt des Workshops mit seinen Minuten, für die Uhr beim Präsentieren
kind_agenda_block_new = Neuer Block
field_minutes = Minuten
field_shown_stage = gezeigte Phase
field_shown_lane = gezeigte Bahn
field_lane = Bahn, wo es mehrere gibt
field_vote = worüber abgestimmt wird

# Seiten des Foliensatzes

kind_deck_page = Folie
kind_deck_page_counted = { $count ->
        [one] { $count } Folie
       *[other] { $count } Folien
    }
kind_deck_page_title = Folie
field_page_name = über der Überschrift
field_headline = Überschrift
field_speaker_notes = Sprechernotizen
field_left_out = nicht im Foliensatz

# Das Aussehen eines Kunden

field_brand_accent = Akzentfarbe
field_brand_stages = Farben der Phasen
field_brand_cover = Farbe des Titels
field_brand_footer = Fußzeile
