# crates/core/src/measure/replaced.rs

measure_replaces = ersetzt die Zahlen von { $source }
measure_stay_former = , die als früherer Zeitraum bleiben
measure_former_go = ; die von { $source } davor gehen

# crates/core/src/measure/fill.rs

measure_whole_file = die ganze Datei
measure_no_date = ohne Datum
measure_one_period = 1 Zeitraum, { $label }
measure_periods = { $count } Zeiträume, { $first } bis { $last }
measure_no_period = kein Zeitraum

# crates/core/src/measure/refresh.rs

measure_different_rules = die beiden Zeiträume wurden nach verschiedenen Regeln gezählt ({ $rules }), daher wird von keiner Rate gesagt, sie habe sich geändert; messen Sie beide nach denselben
measure_not_told = , was vom Zufall nicht zu unterscheiden ist
measure_too_few = , zu wenige, um es zu sagen
measure_other_rules = , nach anderen Regeln gezählt
measure_changed = { $stage }, { $audience }: die Map sagt { $then }, die Daten jetzt { $now } ({ $interval }){ $end }
measure_estimate_wrong = { $stage }: geschätzt waren { $estimate }, die Daten sagen { $now } ({ $interval })

# crates/core/src/measure/lay_shape.rs

measure_of_scale = {" "}von { $scale }
measure_mean = Mittel { $mean }{ $scale }, {""}
measure_answers = { $mean }{ $n } Antworten
measure_finished = { $rate } von { $n }, die begannen, sahen zu Ende
measure_tickets = { $n } Tickets: { $most }

measure_no_stages = keine Phase der Map hat ein Ereignis dieses Protokolls; binden Sie erst eins
measure_other_stages = die Phasen der Map haben sich geändert, seit das Protokoll gemessen wurde; messen Sie es noch einmal
measure_segment_twice = zwei Segmente des Protokolls, „{ $first }“ und „{ $second }“, sind ein Segment der Map; ordnen Sie eines davon einem anderen zu
measure_nothing_matches = nichts in dieser Datei heißt wie etwas auf der Map; sie hat: { $names }
measure_scales_open = nichts aus dieser Befragung lässt sich auflegen, bis gesagt ist, auf welcher Skala die Antworten liegen: { $names } (--scale, oder die Wahl im Fenster)
measure_stage_twice = „{ $first }“ und „{ $second }“ der Datei sind beide die Phase „{ $stage }“ der Map; benennen Sie eine um oder nehmen Sie sie aus der Datei
measure_people_join = bei „{ $next }“ sind mehr Menschen ({ $more }) als bei „{ $stage }“ davor ({ $fewer }), sodass niemand sagen kann, wie viele absprangen; die Map zeigt Phasen, die der Reihe nach durchlaufen werden
measure_several_titles = der Kalender hat mehrere Titel, keiner davon heißt wie die Map; eine Map plant einen
