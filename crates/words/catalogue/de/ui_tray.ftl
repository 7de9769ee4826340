# src/ui/tray.rs

ui_tray_add = { $command }, auf den Parkplatz
ui_tray_color = { $color }: { $count }
ui_tray_empty = Was noch keinen Platz hat, wird hier geparkt: Fragen, Ideen, Dinge für einen anderen Tag.
ui_tray_next = Nächste Notiz
ui_tray_color_keys = Alt+1–4
ui_tray_vote = { $each ->
        [one] Abstimmen: je { $each } Punkt
       *[other] Abstimmen: je { $each } Punkte
    }
ui_tray_vote_in = Nur in { $place } abstimmen
ui_tray_voted_on = Abgestimmt wird über: { $place }
ui_tray_tied = { $count ->
    [one] 1 gebundene Notiz
   *[other] { $count } gebundene Notizen
 }
ui_tray_show_tied = Auswählen
ui_tray_more_dots = Ein Punkt mehr für alle
ui_tray_fewer_dots = Ein Punkt weniger für alle
ui_tray_clear = Alle Stimmen löschen
ui_tray_left = { $left } von { $each } Punkten übrig
ui_tray_left_label = Punkte übrig
ui_tray_next_person = Nächste Person
ui_tray_reveal = Aufdecken
ui_tray_hidden = Stimmen sind erst zu sehen, wenn sie aufgedeckt werden.
ui_tray_drop = Zum Parken hierher ziehen
