# crates/core/src/session/placing/named.rs

ui_block_awareness = Wahrnehmung
ui_block_consideration = Erwägung
ui_block_decision = Entscheidung
ui_block_onboarding = Einstieg
ui_block_retention = Bindung
ui_block_advocacy = Weiterempfehlung
ui_block_discovery = Entdeckung
ui_block_consumption = Nutzung
ui_block_post_consumption = Nach der Nutzung
ui_block_renewal = Verlängerung
ui_block_win_back = Rückgewinnung
ui_block_stages = Phasen
ui_block_touchpoints = Touchpoints
ui_block_annotations = Anmerkungen
ui_block_emotion = Emotion
ui_block_drop_off = Absprung
ui_block_emotion_also = gefühl gesicht stimmung kurve
ui_block_drop_off_also = abwanderung verlust trichter verlassen schätzung churn
ui_block_emotion_hint = Auf einen Touchpoint ziehen, um ihn auf die Kurve zu setzen
ui_block_drop_off_hint = Auf eine Phase ziehen, um zu schätzen, wer danach abspringt

# src/ui/board/invite.rs

ui_board_invite_title = Ziehen Sie eine Phase von links hierher
ui_board_invite_keys = oder fügen Sie mit { $keys } die erste hinzu
ui_board_invite_add = Phase hinzufügen

# src/ui/board/mod.rs

ui_board_laying = { $count } Einträge werden angeordnet …
ui_board_minimap = Das ganze Board, klein; ein Klick verschiebt die Ansicht
ui_board_name = Board
ui_board_name_titled = Board: { $title }

# src/ui/board/writing.rs

ui_board_stages_in_view = { $seen } von { $of } Phasen sichtbar
ui_board_title_field = Titel

# src/ui/paste_box.rs

ui_paste_title = Nicht alles hat einen Platz
ui_paste_text = { $records ->
    [one] Ein Eintrag findet seinen Platz
   *[other] { $records } Einträge finden ihren Platz
 } auf der Map. { $cells ->
    [one] Einer würde ausgelassen:
   *[other] { $cells } würden ausgelassen:
 }
ui_paste_cell = „{ $text }“ ({ $lane }, { $stage }): { $why }
ui_paste_nothing = Nennen Sie die Zeilen, wie die Bahnen der Map heißen, und kopieren Sie die Tabelle noch einmal.
ui_paste_no_stage = Geben Sie den Phasen dieser Map die Namen von dort, und fügen Sie noch einmal ein.
ui_paste_rest = { $records ->
    [one] Einen Eintrag einfügen
   *[other] { $records } Einträge einfügen
 }
ui_board_add_lane = Bahn hinzufügen
ui_board_add_lane_here = Hier eine Bahn hinzufügen
ui_board_hits_inside = { $count ->
        [one] { $count } Treffer darin
       *[other] { $count } Treffer darin
    }
ui_board_fold = { $lane } einklappen
ui_board_unfold = { $lane } ausklappen
# src/ui/board/selection_bar.rs

ui_bar = Auswahl
ui_bar_field = { $field } der Auswahl
ui_bar_command = { $command }, für die Auswahl
ui_bar_more = Mehr für die Auswahl
ui_bar_no_feeling = Keine Emotion
ui_bar_no_owner = Niemand
ui_bar_new_owner = Ein neuer Name wird im Inspektor eingetragen
ui_board_card_end = Über weitere Phasen ziehen
ui_board_port = Zu einer anderen Karte ziehen, um beide zu verbinden

# src/ui/board/hint.rs

ui_hint_stage = Ziehen Sie links eine Phase auf das Board, oder drücken Sie { $keys }
ui_hint_touchpoint = Ziehen Sie links einen Touchpoint auf die Phase, oder drücken Sie { $keys }
ui_hint_face = Touchpoint wählen und mit 1 bis 7 sagen, wie es den Leuten geht; dann das Gesicht nach oben oder unten ziehen
ui_hint_data = Legen Sie mit { $keys } eine CSV über die Map: wer jede Phase erreicht hat und wo sie gingen
ui_hint_away = Diesen Hinweis nicht mehr zeigen
