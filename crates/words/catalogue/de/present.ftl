# crates/core/src/layout/present/

present_more = { $count } weitere
present_interval = { $interval }, { $dropped } von { $reached }
present_reached = { $count } erreichten { $stage }
present_go_on = { $count } gehen weiter
present_leave = { $audience }: { $rate } gehen
present_leave_short = { $audience }: { $rate }, { $interval }
present_vote = Abstimmung: { $question }
present_time_left = noch { $time }
present_time_over = { $time } über der Zeit
present_paused = angehalten
