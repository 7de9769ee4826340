# crates/core/src/layout/present/

present_more = { $count } more
present_interval = { $interval }, { $dropped } of { $reached }
present_reached = { $count } reached { $stage }
present_go_on = { $count } go on
present_leave = { $audience } leave at { $rate }
present_leave_short = { $audience }: { $rate }, { $interval }
present_vote = Vote: { $question }
present_time_left = { $time } left
present_time_over = { $time } over the time
present_paused = paused
