# src/ui/tray.rs

ui_tray_add = { $command }, to the parking lot
ui_tray_color = { $color }: { $count }
ui_tray_empty = What has no place yet is parked here: questions, ideas, things for another day.
ui_tray_next = Next note
ui_tray_color_keys = Alt+1–4
ui_tray_vote = { $each ->
        [one] Vote with { $each } dot each
       *[other] Vote with { $each } dots each
    }
ui_tray_vote_in = Vote in { $place } alone
ui_tray_voted_on = The vote is on: { $place }
ui_tray_tied = { $count ->
    [one] 1 tied note
   *[other] { $count } tied notes
 }
ui_tray_show_tied = Select them
ui_tray_more_dots = One dot more for each
ui_tray_fewer_dots = One dot less for each
ui_tray_clear = Clear all votes
ui_tray_left = { $left } of { $each } dots left
ui_tray_left_label = Dots left
ui_tray_next_person = Next person
ui_tray_reveal = Reveal
ui_tray_hidden = Votes are not seen until they are revealed.
ui_tray_drop = Drop here to park
