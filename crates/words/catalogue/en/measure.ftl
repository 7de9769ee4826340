# crates/core/src/measure/replaced.rs

measure_replaces = replaces the figures of { $source }
measure_stay_former = , which stay as the former period
measure_former_go = ; those of { $source } before them go

# crates/core/src/measure/fill.rs

measure_whole_file = the whole file
measure_no_date = without a date
measure_one_period = 1 period, { $label }
measure_periods = { $count } periods, { $first } to { $last }
measure_no_period = no period

# crates/core/src/measure/refresh.rs

measure_different_rules = the two periods were counted by different rules ({ $rules }), so no rate is said to have changed; measure both by the same
measure_not_told = , which is not told from chance
measure_too_few = , too few to tell
measure_other_rules = , counted by different rules
measure_changed = { $stage }, { $audience }: the map says { $then }, the data now { $now } ({ $interval }){ $end }
measure_estimate_wrong = { $stage }: people estimated { $estimate }, the data says { $now } ({ $interval })

# crates/core/src/measure/lay_shape.rs

measure_of_scale = {" "}of { $scale }
measure_mean = mean { $mean }{ $scale },{" "}
measure_answers = { $mean }{ $n } answers
measure_finished = { $rate } of { $n } who started finished
measure_tickets = { $n } tickets: { $most }

measure_no_stages = no stage of the map has an event of this log; bind one first
measure_other_stages = the map’s stages changed since the log was measured; measure it again
measure_segment_twice = two segments of the log, “{ $first }” and “{ $second }”, are one segment of the map; match one of them to another
measure_nothing_matches = nothing in this file is called like anything on the map; it has: { $names }
measure_scales_open = nothing of this survey can be laid until it is said on which scale the answers lie: { $names } (--scale, or the choice in the window)
measure_stage_twice = “{ $first }” and “{ $second }” of the file are both the stage “{ $stage }” of the map; rename one, or take it out of the file
measure_people_join = more people are at “{ $next }” ({ $more }) than at “{ $stage }” ({ $fewer }) before it, so that nobody can say how many dropped; the map shows stages that people pass in order
measure_several_titles = the calendar has several titles, none of them called like the map; a map is planned for one
