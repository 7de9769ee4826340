# crates/core/src/session/placing/named.rs

ui_block_awareness = Awareness
ui_block_consideration = Consideration
ui_block_decision = Decision
ui_block_onboarding = Onboarding
ui_block_retention = Retention
ui_block_advocacy = Advocacy
ui_block_discovery = Discovery
ui_block_consumption = Consumption
ui_block_post_consumption = Post-consumption
ui_block_renewal = Renewal
ui_block_win_back = Win-back
ui_block_stages = Stages
ui_block_touchpoints = Touchpoints
ui_block_annotations = Annotations
ui_block_emotion = Emotion
ui_block_drop_off = Drop-off
ui_block_emotion_also = feeling face mood curve
ui_block_drop_off_also = churn loss funnel leave estimate
ui_block_emotion_hint = Drag onto a touchpoint to put it on the curve
ui_block_drop_off_hint = Drag onto a stage to estimate who leaves after it

# src/ui/board/invite.rs

ui_board_invite_title = Drag a stage from the left
ui_board_invite_keys = or press { $keys } to add the first one
ui_board_invite_add = Add a stage

# src/ui/board/mod.rs

ui_board_laying = Laying out { $count } records …
ui_board_minimap = The whole board, small; a click moves the view
ui_board_name = Board
ui_board_name_titled = Board: { $title }

# src/ui/board/writing.rs

ui_board_stages_in_view = { $seen } of { $of } stages in view
ui_board_title_field = Title

# src/ui/paste_box.rs

ui_paste_title = Not all of it has a place
ui_paste_text = { $records ->
    [one] One record finds its place
   *[other] { $records } records find their place
 } on the map. { $cells ->
    [one] One would be left out:
   *[other] { $cells } would be left out:
 }
ui_paste_cell = “{ $text }” ({ $lane }, { $stage }): { $why }
ui_paste_nothing = Name the rows as the lanes of the map are called, and copy the table again.
ui_paste_no_stage = Give the stages of this map the names of those, and paste again.
ui_paste_rest = { $records ->
    [one] Paste one record
   *[other] Paste { $records } records
 }
ui_board_add_lane = Add lane
ui_board_add_lane_here = Add a lane here
ui_board_hits_inside = { $count ->
        [one] { $count } hit inside
       *[other] { $count } hits inside
    }
ui_board_fold = Fold { $lane }
ui_board_unfold = Unfold { $lane }
# src/ui/board/selection_bar.rs

ui_bar = What is selected
ui_bar_field = { $field } of what is selected
ui_bar_command = { $command }, for what is selected
ui_bar_more = More for what is selected
ui_bar_no_feeling = No emotion
ui_bar_no_owner = Nobody
ui_bar_new_owner = A new name is written in the inspector
ui_board_card_end = Pull over further stages
ui_board_port = Pull to another card to connect the two

# src/ui/board/hint.rs

ui_hint_stage = Drag a stage from the left onto the board, or press { $keys }
ui_hint_touchpoint = Drag a touchpoint from the left onto the stage, or press { $keys }
ui_hint_face = Select the touchpoint and press 1 to 7 to say how people feel; then pull the face up or down
ui_hint_data = Lay a CSV over the map with { $keys }: who reached each stage, and where they left
ui_hint_away = Do not show this hint again
