# crates/core/src/layout/present/

present_more = { $count } more
present_more_steps = { $count ->
    [one] 1 more step
   *[other] { $count } more steps
}
present_place = { $place } of { $count }
present_comes_from = comes from { $stage }
present_back_to = back to { $stage }
present_back_from = back here from { $stage }
present_interval = { $interval }, { $dropped } of { $reached }
present_reached = { $count } reached { $stage }
present_go_on = { $count } go on
present_leave = { $audience } leave at { $rate }
present_leave_short = { $audience }: { $rate }, { $interval }
present_vote = Vote: { $question }
present_time_left = { $time } left
present_time_over = { $time } over the time
present_paused = paused

# crates/core/src/session/flows/present/

present_key_next = Next stage
present_key_back = Stage before
present_key_first = First stage
present_key_last = Last stage
present_key_go = To the stage whose number was typed
present_key_light = Next card in the spotlight
present_key_light_back = Card before in the spotlight
present_key_point = Pointer as a light
present_key_blank = Dark screen
present_key_timer = Timer: start, hold, go on
present_key_timer_away = Put the timer away
present_key_longer = A minute more
present_key_shorter = A minute less
present_key_notes = Presenter’s window
present_key_end = End
present_typed = Stage { $number }: Enter
present_stage_note = Note

# src/ui/present/

present_hint = ← →  stages   ·   Space  card   ·   B  dark   ·   T  timer   ·   Esc  end
present_no_stages = This map has no stages yet
present_dark = Dark screen
present_of = Presenting { $title }
present_notes_title = Touchline: for the presenter
present_now = Now
present_next = Next
present_last = This is the last stage
present_notes = Notes
present_no_notes = Nothing was noted at this stage
present_since = since the beginning
present_clock = Clock
present_then = Then
present_then_block = { $title }, { $minutes } min
present_times = { $played } of { $takes }
present_timer = Timer
present_hint_agenda = ← →  stages   ·   Space  card   ·   N  next block   ·   B  dark   ·   Esc  end
present_hint_vote = ← →  stages   ·   V  vote   ·   N  next block   ·   B  dark   ·   Esc  end
present_key_block = Next block
present_key_go_on = Blocks follow by themselves, or wait
present_key_vote = What is voted on
present_rewinding = Going back to the beginning …
present_step_none = 0 of { $steps }  ·  { $pace }
present_pace_calm = { $secs } seconds a step
present_pace_minute = all in { $secs } seconds
present_step = { $at } of { $steps }  ·  { $label }
present_replay_hint = Space  hold   ·   ← →  steps   ·   Esc  end
