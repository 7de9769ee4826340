# crates/core/src/layout/river.rs

layout_river_few_of = Zu wenige Kunden von { $segment } für eigene Zahlen{ $why }
layout_river_subtraction = durch Abziehen ließe sich daraus eine Zahl von zu wenigen errechnen
layout_river_left_out = Die Zahlen von { $segment } sind ausgelassen: { $why }.
layout_river_none_for = Die Daten haben keine Zahlen für { $segment }.
layout_river_few_least = Zu wenige Kunden für Zahlen: keine Phase erreichten { $least } oder mehr.
layout_river_few = Zu wenige Kunden für Zahlen{ $why }
layout_river_import = Importieren Sie Daten, um zu sehen, wo Kunden abspringen, oder schätzen Sie es je Phase.
layout_letters_more = { $count } weitere
layout_estimated = geschätzt
layout_river_stages_changed = Gemessen, bevor die Phasen geändert wurden. Importieren Sie noch einmal.
layout_river_other_rules = Der frühere Zeitraum wurde nach anderen Regeln gezählt.
layout_river_measured = gemessen{"\u000A"}{ $days }
layout_river_read = gelesen{"\u000A"}{ $day }
layout_river_reached = erreicht
layout_river_not_measured = nicht gemessen
layout_river_only_estimates = Fluss geschätzter Absprünge; gemessen ist nichts
layout_river_label = Fluss der Kunden, die jede Phase erreichten: { $stages }
layout_river_est = gesch. { $percent }
layout_river_estimated_all = geschätzt, alle Zielgruppen
layout_river_est_all = gesch. { $percent }, alle Zielgruppen
layout_river_was = vorher { $rate }
layout_river_former = , im früheren Zeitraum { $rate }

# crates/core/src/layout/legend.rs

layout_legend = Legende: { $entries }
layout_legend_evidence = Beleg
layout_legend_assumption = Annahme
layout_legend_measured = gemessener Verlust
layout_legend_estimated = geschätzter Verlust
layout_legend_estimate = wie geschätzt
layout_legend_former = früherer Zeitraum
layout_legend_all = alle Zielgruppen
layout_legend_others = andere Segmente
layout_legend_faded = von anderen Zielgruppen genutzt
layout_legend_withheld = nicht gezeigt: zu wenige Personen

# crates/core/src/layout/page.rs

layout_page_wilson = 95-%-Wilson-Intervall; { $source }
layout_page_all = alle Zielgruppen
layout_page_customers = { $n } Kunden
layout_page_note = { $short }; n über jeder Phase: Kunden, die sie erreichten; { $source }
layout_page_estimated = Geschätzter
layout_page_and_estimated = ; geschätzter
layout_page_by_people = {" "}Absprung: von den Menschen, die die Map gemacht haben
layout_page_for_all = {", "}für alle Zielgruppen
layout_page_of_all = { $rows } aller Zielgruppen
layout_page_borrowed = Gesichter: die aller Zielgruppen, wo das eigene Gefühl nicht bekannt ist
layout_page_decides = Diese Map entscheidet: { $question }
layout_page_owner = Zuständig: { $owner }
layout_page_reviewed = geprüft am { $day }
layout_page_prepared = Erstellt für { $client }  ·  { $page }
layout_page_other_rules = , nach anderen Regeln gezählt und nicht zu vergleichen ({ $rules })
layout_page_was = „vorher“ und Punkte: die Rate des früheren Zeitraums, { $source }{ $rules }

# crates/core/src/layout/header.rs

layout_stage_edge = Rechter Rand der Phase { $stage }
layout_band = Phasen { $first }–{ $last }{"\u000A"}von { $of }
layout_loop_share = { $share } kommen zurück
layout_ways_out = { $count ->
        [one] { $count } Verbindung führt dorthin, wo nichts zu sehen ist
       *[other] { $count } Verbindungen führen dorthin, wo nichts zu sehen ist
    }
layout_ways_apart = { $count ->
        [one] { $count } Verbindung führt in eine andere Reihe
       *[other] { $count } Verbindungen führen in andere Reihen
    }
layout_goes_on = geht von der Seite davor weiter
layout_audience = Zielgruppe

# crates/core/src/layout/feeling.rs

layout_curve = Gefühlskurve: { $spots }

# crates/core/src/layout/words.rs

layout_say_place = { $place } von { $count }
layout_say_in_stage = Phase { $stage }
layout_say_flags = Hinweise { $flags }
layout_say_not_met = von dieser Zielgruppe nicht genutzt
layout_say_emotion = Emotion { $score }{ $word }
layout_say_drop_off = Absprung nach { $stage }
layout_say_measured = gemessen { $rate }
layout_say_interval_between = 95-%-Intervall { $low } bis { $high }
layout_say_of = { $dropped } von { $reached } { $counted }
layout_say_no_figure = keine Zahl: { $few }
layout_say_too_few = zu wenige Kunden für eine Zahl
layout_say_left_out = Zahl ausgelassen, weil sich daraus eine von zu wenigen errechnen ließe
layout_say_median = mittlere Zeit bis zur nächsten Phase { $median }
layout_say_estimated = geschätzt { $estimate }
layout_say_estimated_all = geschätzt { $estimate } für alle Zielgruppen
layout_say_caused = verursacht von { $card }

# crates/core/src/layout/metrics.rs

layout_metric_target = Ziel { $target } · { $benchmark }

# crates/core/src/layout/notes.rs

layout_quoted = „{ $text }“
layout_folded_open = { $count } offen
layout_folded_in_review = { $count } in Prüfung
layout_folded_cleared = { $count } geklärt
layout_folded_not_applicable = { $count } nicht zutreffend
layout_lane_edge = Unterer Rand der Bahn { $lane }
layout_say_channel = Kanal { $channel } in der Phase { $stage }, { $count ->
    [one] { $count } Touchpoint
   *[other] { $count } Touchpoints
}
layout_folded_channels = { $count ->
    [one] { $count } Kanal
   *[other] { $count } Kanäle
}
layout_line_of_visibility = Sichtbarkeitslinie
layout_pending = noch offen
layout_tied = an { $place } gebunden
layout_cluster = Gruppe { $name }, { $count ->
    [one] 1 Notiz
   *[other] { $count } Notizen
 }
layout_votes = { $count ->
        [one] { $count } Stimme
       *[other] { $count } Stimmen
    }
layout_to_be_said = { $card }, soll { $score } werden
layout_legend_compared = eine Zielgruppe, mit ihrem Namen am Ende
layout_curve_of = Gefühl von { $segment }
layout_legend_to_be = wie es werden soll
