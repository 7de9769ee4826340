# What each kind of record, and each kind of lane, says of itself: wherever it is said.

# Stages

kind_stage = stage
kind_stage_counted = { $count ->
        [one] { $count } stage
       *[other] { $count } stages
    }
kind_stage_title = Stage
kind_stage_add = Add stage
kind_stage_add_hint = Adds a stage behind the selected one
kind_stage_new = New stage
kind_stage_also = stage column phase
kind_stage_hint = Drag between two stages, or press Enter to add it at the end
layout_say_folded = folded
kind_stage_said = Stage { $stage }

# Lanes

kind_lane = lane
kind_lane_counted = { $count ->
        [one] { $count } lane
       *[other] { $count } lanes
    }
kind_lane_title = Lane

# Segments

kind_segment = segment
kind_segment_counted = { $count ->
        [one] { $count } segment
       *[other] { $count } segments
    }
kind_segment_title = Segment
kind_segment_add = Add segment
kind_segment_add_hint = Adds an audience
kind_segment_new = New segment
kind_segment_new_nth = New segment { $nth }

# Touchpoints

kind_touchpoint = touchpoint
kind_touchpoint_counted = { $count ->
        [one] { $count } touchpoint
       *[other] { $count } touchpoints
    }
kind_touchpoint_title = Touchpoint
kind_touchpoint_add = Add touchpoint
kind_touchpoint_add_hint = Adds a card behind the selected one
kind_touchpoint_new = New touchpoint
kind_touchpoint_hint = Drag into a stage, or press Enter to place it at the selection
kind_touchpoint_said = Touchpoint { $title }

# Questions

kind_question = question
kind_question_counted = { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
kind_question_title = Question
kind_question_add = Add question
kind_question_add_hint = Adds what the customer asks in the stage
kind_question_new = New question
kind_question_also = quote thinking ask
kind_question_hint = Drag into a stage
kind_question_said = Question { $text }

# Pain points

kind_pain_point = pain point
kind_pain_point_counted = { $count ->
        [one] { $count } pain point
       *[other] { $count } pain points
    }
kind_pain_point_title = Pain point
kind_pain_point_add = Add pain point
kind_pain_point_add_hint = Adds what hurts in the stage or at the card
kind_pain_point_new = New pain point
kind_pain_point_also = friction problem hurt
kind_pain_point_hint = Drag into a stage, or onto the touchpoint that hurts
kind_pain_point_said = Pain point, { $severity }, { $text }
kind_pain_point_card = Card that hurts
field_severity = Severity
field_severity_set = Set the severity of { $about }
field_severity_row = severity
field_codes = Friction codes
field_codes_set = Set the codes of { $about }
field_codes_row = codes
field_codes_hint = such as DT01, MD08
severity_low = low
severity_medium = medium
severity_high = high

# Actions

kind_action = action
kind_action_counted = { $count ->
        [one] { $count } action
       *[other] { $count } actions
    }
kind_action_title = Action
kind_action_add = Add action
kind_action_add_hint = Adds what will be done for the stage or the card
kind_action_new = New action
kind_action_also = task todo recommendation next step
kind_action_hint = Drag into a stage, or onto the touchpoint it is for
kind_action_said = Action { $title }
kind_action_said_owner = owner { $owner }
kind_action_said_due = due { $day }
kind_action_said_card = for { $card }
kind_action_card = For card
kind_action_text = Action title
kind_action_owner_hint = who does it
kind_action_effort_hint = such as 2 weeks
kind_action_effect_hint = what it will change
field_effect = Expected effect
field_effect_row = effect
field_effort_row = effort
field_action_status_row = status
action_status_planned = planned
action_status_under_way = under way
action_status_done = done
action_status_dropped = dropped
field_horizon_set = Set the horizon of { $about }
field_horizon_row = horizon
horizon_quick_win = quick win
horizon_medium = medium
horizon_long_term = long-term

# Flags

kind_flag = compliance flag
kind_flag_counted = { $count ->
        [one] { $count } compliance flag
       *[other] { $count } compliance flags
    }
kind_flag_title = Compliance flag
kind_flag_add = Add compliance flag
kind_flag_add_hint = Adds a rule that the card or stage has to meet
kind_flag_also = coppa ftc gdpr eprivacy wcag sag-aftra sync rule legal
kind_flag_hint = Drag onto a touchpoint or a stage

# Sticky notes

kind_sticky = sticky note
kind_sticky_counted = { $count ->
        [one] { $count } sticky note
       *[other] { $count } sticky notes
    }
kind_sticky_title = Sticky note
kind_sticky_add = Add sticky note
kind_sticky_add_hint = Adds a note that lies free over the board
kind_sticky_cluster_new = Cluster
kind_sticky_new = New note
kind_sticky_also = note comment post-it
kind_sticky_hint = Drag anywhere on the board
kind_sticky_said = Sticky note { $text }

# Measurements

kind_measurement = measurement
kind_measurement_counted = { $count ->
        [one] { $count } measurement
       *[other] { $count } measurements
    }
kind_measurement_title = Measurement

# Metrics

kind_metric = metric
kind_metric_counted = { $count ->
        [one] { $count } metric
       *[other] { $count } metrics
    }
kind_metric_title = Metric
kind_metric_add = Add metric
kind_metric_add_hint = Adds a figure that is held against a target
kind_metric_also = kpi scorecard target benchmark nps csat churn completion figure
kind_metric_hint = Drag into a stage to hold a figure against its target
kind_metric_said = Metric { $title }
kind_metric_said_trend = trend { $trend }
kind_metric_said_target = target { $target }
kind_metric_said_interval = 95 % interval { $interval }
kind_metric_text = Metric name

# The kinds of lanes

lane_touchpoints = Touchpoints
lane_touchpoints_about = what they do
lane_nth = { $kind } { $nth }
lane_thinking = Thinking
lane_thinking_about = their questions
lane_feeling = Feeling
lane_pain_points = Pain points
lane_pain_points_about = what hurts
lane_drop_off = Drop-off
lane_drop_off_about = who leaves
lane_compliance = Compliance
lane_compliance_about = rules to meet
lane_actions = Actions
lane_actions_about = owner · horizon
lane_metrics = Metrics
lane_metrics_about = against targets
kind_lane_add = Add lane
kind_lane_add_hint = Adds a lane below the selected one, at the bottom when none is
lane_channels = Channels
lane_channels_about = where we meet
kind_remark = text
kind_remark_counted = { $count ->
        [one] { $count } text
       *[other] { $count } texts
    }
kind_remark_title = Free text
kind_remark_add = Add free text
kind_remark_add_hint = Adds words of your own about the stage
kind_remark_new = New text
kind_remark_also = note remark comment paragraph
kind_remark_hint = Drag into a stage
kind_remark_said = Text { $text }
kind_backstage = backstage step
kind_backstage_counted = { $count ->
        [one] { $count } backstage step
       *[other] { $count } backstage steps
    }
kind_backstage_title = Backstage step
kind_backstage_add = Add backstage step
kind_backstage_add_hint = Adds what goes on behind the stage or the card
kind_backstage_new = New backstage step
kind_backstage_also = blueprint process system internal behind
kind_backstage_hint = Drag into a stage, or onto the touchpoint that rests on it
kind_backstage_said = Backstage step { $title }
kind_backstage_said_card = behind { $card }
kind_backstage_card = Behind card
kind_backstage_system_hint = the program or supplier
lane_backstage = Backstage
lane_backstage_about = who does it
lane_free_text = Free text
lane_free_text_about = in your words
field_system = System
field_system_set = Set the system of { $about }
field_system_row = system
# Pictures

kind_picture = picture
kind_picture_counted = { $count ->
        [one] { $count } picture
       *[other] { $count } pictures
    }
kind_picture_title = Picture
kind_picture_add = Add picture frame
kind_picture_add_hint = Adds a frame of the storyboard to the stage
kind_picture_also = image photo screenshot screen storyboard sketch illustration
kind_picture_hint = Drag into a stage: a frame for a picture
kind_picture_said = Picture { $title }
kind_picture_caption = Caption
kind_picture_nothing_said = Picture without a description
kind_picture_empty = No picture yet
kind_picture_logo_said = Logo of { $client }
kind_picture_logo = Logo
lane_storyboard = Storyboard
lane_storyboard_about = what it looks like
field_alt = Description
field_alt_set = Describe the picture of { $about }
field_image = Picture
field_image_set = Change the picture of { $about }

# Connectors

kind_drawing = drawing
kind_drawing_counted = { $count ->
        [one] { $count } drawing
       *[other] { $count } drawings
    }
shape_frame = Frame
shape_arrow = Arrow
shape_text = Text
kind_drawing_said = { $shape }: { $text }
kind_drawing_nothing = the board
kind_arrow_said = Arrow from { $from } to { $to } { $text }
kind_frame_add = Add a frame
kind_frame_add_hint = Around the selected notes, or behind what is to be put in it
kind_arrow_add = Add an arrow
kind_arrow_add_hint = From one of two selected notes, cards or drawings to the other
kind_text_add = Add free text
kind_text_add_hint = Words over the board, without paper
kind_frame_new = Frame
kind_text_new = Text
kind_connector = connector
kind_connector_counted = { $count ->
        [one] { $count } connector
       *[other] { $count } connectors
    }
kind_connector_title = Connector
connector_next = next
connector_alternative = alternative
connector_loop_back = loop back
connector_device_hop = device hop
field_connector_kind = Way
kind_connector_said = Connector from { $from } to { $to }, { $kind }
kind_connector_said_label = Connector from { $from } to { $to }, { $kind }, { $label }

kind_loop = loop
kind_loop_counted = { $count ->
        [one] { $count } loop
       *[other] { $count } loops
    }
kind_loop_title = Loop
kind_loop_said = Loop from { $from } back to { $to }
kind_loop_said_label = Loop from { $from } back to { $to }, { $label }

# Steps

kind_step = step
kind_step_counted = { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
kind_step_title = Step
kind_step_add = Add step
kind_step_add_hint = Adds a step to the stage, over the touchpoints that belong to it
kind_step_new = New step
kind_step_said = Step { $step }
field_until = goes on until
layout_say_until = goes on until { $stage }
field_step = step
layout_say_in_step = in step { $step }

# Saved views and filters

kind_saved_view = saved view
kind_saved_view_counted = { $count ->
        [one] { $count } saved view
       *[other] { $count } saved views
    }
kind_saved_view_title = Saved view
field_others = Others
ground_assumption = assumption
ground_evidence = evidence
others_dimmed = dimmed
others_hidden = hidden

# People

field_decides = What the map decides
field_reviewed = Last reviewed
field_needs = Needs
field_jobs = Jobs to be done
field_quote = Quote
field_lifecycle = Lifecycle
field_treatment = How we treat them
lifecycle_unsaid = not said
lifecycle_prospect = not yet a customer
lifecycle_occasional = occasional
lifecycle_regular = regular
lifecycle_advocate = brand advocate
lifecycle_lapsed = lapsed

# The agenda

kind_agenda_block = agenda block
kind_agenda_block_counted = { $count ->
        [one] { $count } agenda block
       *[other] { $count } agenda blocks
    }
kind_agenda_block_title = Agenda block
kind_agenda_block_add = Add agenda block
kind_agenda_block_add_hint = A stretch of the workshop with its minutes, for the timer of Present
kind_agenda_block_new = New block
field_minutes = minutes
field_shown_stage = stage that is shown
field_shown_lane = lane that is shown
field_lane = lane, where there are several
field_vote = what is voted on

# Pages of the deck

kind_deck_page = slide
kind_deck_page_counted = { $count ->
        [one] { $count } slide
       *[other] { $count } slides
    }
kind_deck_page_title = Slide
field_page_name = above the headline
field_headline = headline
field_speaker_notes = speaker notes
field_left_out = left out of the deck

# A client’s look

field_brand_accent = accent colour
field_brand_stages = colours of stages
field_brand_cover = colour of the cover
field_brand_footer = footer
