# crates/core/src/layout/present/

present_more = { $count } weitere
present_more_steps = { $count ->
    [one] 1 weiterer Schritt
   *[other] { $count } weitere Schritte
}
present_place = { $place } von { $count }
present_comes_from = kommt aus { $stage }
present_back_to = zurück zu { $stage }
present_back_from = zurück hierher aus { $stage }
present_interval = { $interval }, { $dropped } von { $reached }
present_reached = { $count } erreichten { $stage }
present_go_on = { $count } gehen weiter
present_leave = { $audience }: { $rate } gehen
present_leave_short = { $audience }: { $rate }, { $interval }
present_vote = Abstimmung: { $question }
present_time_left = noch { $time }
present_time_over = { $time } über der Zeit
present_paused = angehalten

# crates/core/src/session/flows/present/

present_key_next = Nächste Phase
present_key_back = Vorige Phase
present_key_first = Erste Phase
present_key_last = Letzte Phase
present_key_go = Zur Phase, deren Nummer getippt wurde
present_key_light = Nächste Karte im Licht
present_key_light_back = Vorige Karte im Licht
present_key_point = Zeiger als Licht
present_key_blank = Dunkler Bildschirm
present_key_timer = Uhr: starten, anhalten, weiter
present_key_timer_away = Uhr weglegen
present_key_longer = Eine Minute mehr
present_key_shorter = Eine Minute weniger
present_key_notes = Fenster für den Vortrag
present_key_end = Beenden
present_typed = Phase { $number }: Eingabetaste
present_stage_note = Notiz

# src/ui/present/

present_hint = ← →  Phasen   ·   Leertaste  Karte   ·   B  dunkel   ·   T  Uhr   ·   Esc  Ende
present_no_stages = Diese Map hat noch keine Phasen
present_dark = Dunkler Bildschirm
present_of = Präsentation: { $title }
present_notes_title = Touchline: für den Vortrag
present_now = Jetzt
present_next = Als Nächstes
present_last = Das ist die letzte Phase
present_notes = Notizen
present_no_notes = An dieser Phase ist nichts notiert
present_since = seit Beginn
present_clock = Uhrzeit
present_then = Danach
present_then_block = { $title }, { $minutes } Min.
present_times = { $played } von { $takes }
present_timer = Uhr
present_hint_agenda = ← →  Phasen   ·   Leertaste  Karte   ·   N  nächster Block   ·   B  dunkel   ·   Esc  Ende
present_hint_vote = ← →  Phasen   ·   V  Abstimmung   ·   N  nächster Block   ·   B  dunkel   ·   Esc  Ende
present_key_block = Nächster Block
present_key_go_on = Blöcke folgen von selbst, oder warten
present_key_vote = Worüber abgestimmt wird
present_rewinding = Zurück zum Anfang …
present_step_none = 0 von { $steps }  ·  { $pace }
present_pace_calm = { $secs } Sekunden je Schritt
present_pace_minute = alles in { $secs } Sekunden
present_step = { $at } von { $steps }  ·  { $label }
present_replay_hint = Leertaste  anhalten   ·   ← →  Schritte   ·   Esc  Ende
