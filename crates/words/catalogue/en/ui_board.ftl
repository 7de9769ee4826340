# src/ui/board/block.rs

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
ui_block_flag = Compliance flag
ui_block_question = Question
ui_block_pain_point = Pain point
ui_block_action = Action
ui_block_sticky = Sticky note
ui_block_metric = Metric
ui_block_stage_also = stage column phase
ui_block_emotion_also = feeling face mood curve
ui_block_drop_off_also = churn loss funnel leave estimate
ui_block_flag_also = coppa ftc gdpr eprivacy wcag sag-aftra sync rule legal
ui_block_question_also = quote thinking ask
ui_block_pain_point_also = friction problem hurt
ui_block_action_also = task todo recommendation next step
ui_block_sticky_also = note comment post-it
ui_block_metric_also = kpi scorecard target benchmark nps csat churn completion figure
ui_block_stage_hint = Drag between two stages, or press Enter to add it at the end
ui_block_touchpoint_hint = Drag into a stage, or press Enter to place it at the selection
ui_block_emotion_hint = Drag onto a touchpoint to put it on the curve
ui_block_drop_off_hint = Drag onto a stage to estimate who leaves after it
ui_block_flag_hint = Drag onto a touchpoint or a stage
ui_block_question_hint = Drag into a stage
ui_block_pain_point_hint = Drag into a stage, or onto the touchpoint that hurts
ui_block_action_hint = Drag into a stage, or onto the touchpoint it is for
ui_block_sticky_hint = Drag anywhere on the board
ui_block_metric_hint = Drag into a stage to hold a figure against its target

# src/ui/board/invite.rs

ui_board_invite_title = Drag a stage from the left
ui_board_invite_keys = or press { $keys } to add the first one
ui_board_invite_add = Add a stage

# src/ui/board/mod.rs

ui_board_laying = Laying out { $count } records …
ui_board_name = Board
ui_board_name_titled = Board: { $title }

# src/ui/board/writing.rs

ui_board_title_field = Title
