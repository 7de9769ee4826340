# crates/core/src/layout/deck/slide.rs

deck_part_of = { $kicker } · { $nth } von { $of }
deck_prepared_for = Für { $client }
deck_source = Quelle: { $source }; 95-%-Intervalle

# crates/core/src/layout/deck/mod.rs

deck_cover = Titel
deck_answer = Die Antwort
deck_whole = Die ganze Map
deck_audiences = Zielgruppen im Vergleich
deck_money = Wo das Geld verloren geht
deck_register = Register zur Freigabe
deck_roadmap = Was wir tun
deck_method = Wie gezählt wurde

# crates/core/src/layout/deck/cover.rs

deck_decides = Diese Map entscheidet
deck_about = Um wen es geht
deck_river = Fluss der Kunden, die jede Phase erreichen

# crates/core/src/layout/deck/answer.rs

deck_answer_lede = { $count ->
    [one] Was zuerst zu ändern ist. Raten sind Anteile derer, die die Phase erreichten.
   *[other] { $count } Dinge, die zu ändern sind, das deutlichste zuerst. Raten sind Anteile derer, die die Phase erreichten.
}
deck_answer_most = { $share } aller, die gehen, gehen bei { $stages }
deck_from = Von
deck_to = Zu
deck_do = Tun
deck_do_said = Zu tun: { $title }

# crates/core/src/layout/deck/signs.rs

deck_due = bis { $day }

# crates/core/src/layout/deck/whole.rs

deck_whole_stay = { $stay } von { $came } bleiben bis zum Ende
deck_whole_stay_felt = { $stay } von { $came } bleiben; am schlechtesten fühlen sich die Leute bei { $card }
deck_whole_without = auf den Folien der Phasen: { $lanes }

# crates/core/src/layout/deck/stage.rs

deck_stage_place = Phase { $nth } von { $of }
deck_stage_counts = { $came } { $counted } kamen bis hier, { $dropped } gingen
deck_stage_others = Von { $others_came } anderen gehen { $others }
deck_stage_loss = { $rate } gehen nach { $stage } ({ $interval })
deck_strip = Phasen: { $stages }
deck_touchpoints = Touchpoints
deck_assumed = angenommen
deck_sources = { $count ->
    [one] 1 Quelle
   *[other] { $count } Quellen
}
deck_sign_offs = Freigaben
deck_drop_off_after = Absprung nach dieser Phase
deck_then = Was die taten, die gingen
deck_then_nothing = nichts mehr in den Daten
deck_of = { $dropped } von { $reached } { $counted }
deck_estimated = Geschätzt waren { $percent }.
deck_last_stage = { $came } { $counted } kamen bis hier. Es folgt keine Phase, in der sie fehlen könnten.
deck_expected = Erwartet: { $effect }

# crates/core/src/layout/deck/mood.rs

deck_mood = Gefühlskurve von −3 bis +3: { $felt }
deck_felt = Gefühl { $nth }: { $card }

# crates/core/src/layout/deck/audiences.rs

deck_audiences_alike = Keine Zielgruppe lässt sich von allen anderen unterscheiden
deck_audiences_lede = Oben: der Anteil, der in jeder Phase noch da ist. Unten: der Verlust in jeder Phase, jede Zielgruppe gegen alle anderen.
deck_still_with_us = Noch dabei
deck_in_words = In Worten
deck_loss = Verlust
deck_curve = { $audience }: wer in jeder Phase noch da ist
deck_curve_stay = { $audience }: wer in jeder Phase noch da ist, { $share } in der letzten
deck_loss_of = { $stage }: { $rate }, { $interval }
deck_not_apart = In keiner Phase von allen anderen zu unterscheiden.
deck_not_compared = Zu wenige, um sie gegen alle anderen zu halten.
deck_more_than = mehr als alle anderen
deck_less = weniger
deck_no_telling = nicht zu unterscheiden
deck_others_loss = Verlust aller anderen
deck_all_dashed = alle Zielgruppen

# crates/core/src/layout/deck/money.rs

deck_money_most = { $share } des Geldes gehen bei { $stage } verloren: etwa { $money }
deck_money_lede = Ein Kunde ist { $likely } wert, zwischen { $range }.
deck_stage = Phase
deck_money_lost = Verloren in der gemessenen Zeit, mit Spanne
deck_money_why = Wahrscheinlicher Grund, und was wir tun
deck_money_left = { $count } gingen
deck_money_amount = { $likely }, zwischen { $between }
deck_money_reach = erreichbar { $kept }: wenn alle so selten gehen wie { $audience }
deck_money_said = { $stage }: { $likely } verloren, zwischen { $between }
deck_not_known = Noch nicht bekannt
deck_no_action = noch keine Maßnahme

# crates/core/src/layout/deck/register.rs

deck_register_done = { $count ->
    [one] Die eine Freigabe ist erteilt
   *[other] Alle { $count } Freigaben sind erteilt
}
deck_register_missing = { $missing ->
    [one] 1 von { $count } Freigaben fehlt
   *[other] { $missing } von { $count } Freigaben fehlen
}
deck_register_lede = { $open } offen, { $review } in Prüfung, { $cleared } freigegeben. Nach Stand geordnet, dann nach Frist.
deck_register_foot = Ein Register für die Rechtsberatung; es ist selbst keine
deck_state = Stand
deck_rule = Regel
deck_where = Wo
deck_asks = Was sie verlangt
deck_owner = Wer
deck_due_name = Frist
deck_evidence = Nachweis
deck_none_yet = noch keiner

# crates/core/src/layout/deck/roadmap.rs

deck_roadmap_claim = { $count ->
    [0] Noch ist keine Maßnahme geplant
    [one] { $owned ->
        [one] Die eine Maßnahme hat jemanden und eine Frist
       *[other] Der einen Maßnahme fehlt jemand oder eine Frist
    }
   *[other] { $owned } von { $count } Maßnahmen haben jemanden und eine Frist
}
deck_roadmap_lede = { $count ->
    [one] Ein Schmerzpunkt hat noch keine Maßnahme.
   *[other] { $count } Schmerzpunkte haben noch keine Maßnahme.
}
deck_roadmap_foot = Aufwand und Wirkung, wie die Zuständigen sie nannten
deck_without_action = Noch ohne Maßnahme
deck_now = Jetzt
deck_next = Als Nächstes
deck_later = Später
deck_nothing_planned = Nichts geplant.
deck_not_estimated = Wirkung noch nicht geschätzt
deck_needs_owner = braucht jemanden

# crates/core/src/layout/deck/method.rs

deck_method_none = Die Map hat noch keine Touchpoints
deck_method_claim = { $count ->
    [one] { $known ->
        [one] Der eine Touchpoint ist belegt
       *[other] Der eine Touchpoint ist eine Annahme
    }
   *[other] { $known } von { $count } Touchpoints sind belegt
}
deck_rows_all = { $read } Zeilen gelesen, alle verwendet.
deck_rows_left = { $read } Zeilen gelesen, { $used } verwendet, { $left } ausgelassen.
deck_rows_why = { $read } Zeilen gelesen, { $used } verwendet, { $left } ausgelassen: { $why }.
deck_definitions = Definitionen
deck_rests_on = Worauf Touchpoints beruhen
deck_unknown = Was wir nicht wissen
deck_nothing_measured = Auf dieser Map ist nichts gemessen.
deck_range = Spanne
deck_range_words = Das 95-%-Intervall eines Anteils nach Wilson, eines Unterschieds nach Newcombe: 95 von 100 solcher Zählungen enthalten den wahren Wert.
deck_worth = Wert
deck_measured = Gemessen
deck_measured_by = Verhaltensdaten, CRM-Zeiten
deck_observed = Beobachtet
deck_observed_by = Aufzeichnungen, Supportthemen
deck_told = Erzählt
deck_told_by = Umfragen, Interviews
deck_assumed_grade = Angenommen
deck_assumed_by = noch kein Beleg
deck_grade = { $name }: { $count }
deck_assumed_are = Angenommen: { $cards }.
deck_unknown_segments = Wie sich { $segments } verhalten: die Daten unterscheiden sie nicht.
deck_unknown_after = Wer nach { $stage } geht: es folgt keine Phase, also wird dort kein Verlust gemessen.
deck_unknown_why = Warum { $rate } bei { $stage } gehen: die Daten zeigen wo, nicht warum.
deck_guessed = Für { $stage } waren { $guess } geschätzt; die Daten sagen { $rate }.
deck_guess_only = Wie viele bei { $stage } gehen: { $guess } ist, was Leute denken.
deck_unknown_effects = { $count ->
    [one] Ob die Maßnahme wirkt: ihre Wirkung ist eine Erwartung, kein Test.
   *[other] Ob die Maßnahmen wirken: { $count } Wirkungen sind Erwartungen, keine Tests.
}
deck_unknown_feelings = { $count ->
    [one] Wie sich Leute an einem Touchpoint fühlen: niemand hat es gesagt.
   *[other] Wie sich Leute an { $count } Touchpoints fühlen: niemand hat es gesagt.
}
deck_unknown_nothing = Nichts, was die Map selbst sagen könnte.

# crates/core/src/layout/deck/spoken.rs

deck_spoken = Sprechernotizen
deck_spoken_headline = Was zu den Folien gesagt wird
