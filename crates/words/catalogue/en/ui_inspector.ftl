# src/ui/inspector/several.rs

ui_inspector_selection = Selection
ui_inspector_owner_hint = who answers for it
ui_inspector_notes = Notes
ui_inspector_delete_selected = Delete all selected
ui_inspector_channel = Channel
ui_inspector_ownership = Ownership

# src/ui/inspector/worth.rs

ui_inspector_value = Value per customer{ $money }
ui_inspector_value_low = low
ui_inspector_value_likely = likely
ui_inspector_value_high = high
ui_inspector_value_of = Value per customer, { $hint }
ui_inspector_value_empty = Empty: the map’s own value counts.

# src/ui/inspector/segment.rs

ui_inspector_segment_name = Segment name
ui_inspector_size = Size, customers
ui_inspector_customers_in_log = { $n } customers in the measured log
ui_inspector_children = Holds children under 13
ui_inspector_regions_hint = such as US, DE
ui_inspector_values = Names in logs, one a line
ui_inspector_values_hint = beside its own name

# src/ui/inspector/audience.rs

ui_inspector_for_everyone = For everyone. Segments are made in the drawer, under Segments
ui_inspector_cards_differ = The selected cards differ
ui_inspector_none_chosen = None chosen: for everyone

# src/ui/inspector/typed.rs

ui_inspector_several = several

# src/ui/inspector/touchpoint.rs

ui_inspector_touchpoint_title = Touchpoint title
ui_inspector_detail = Detail
ui_inspector_detail_hint = second line of the card
ui_inspector_doing = Doing
ui_inspector_doing_hint = what the customer does
ui_inspector_drop_off_after = Drop-off after this stage
ui_inspector_events = Bound events, one a line
ui_inspector_events_hint = event names of the log

# src/ui/inspector/stage.rs

ui_inspector_stage_name = Stage name
ui_inspector_goal = Goal of the customer
ui_inspector_goal_hint = what they want here
ui_inspector_planned_from = Planned from
ui_inspector_planned_to = Planned to
ui_inspector_width = Width on the board
ui_inspector_width_hint = fits by itself
ui_inspector_colour = Colour
ui_inspector_colour_nth = Colour { $nth }
ui_inspector_by_place = By place
ui_inspector_by_place_hint = The colour of its position in the journey

# src/ui/inspector/measurement.rs

ui_inspector_laid = Laid over the map
ui_inspector_first_event = First event
ui_inspector_last_event = Last event
ui_inspector_dates = Dates in the file
ui_inspector_records = Records
ui_inspector_customers = Customers
ui_inspector_in_several = In several segments
ui_inspector_rows_read = Rows read
ui_inspector_rows_used = Rows used
ui_inspector_rows_unused = Rows that could not be used
ui_inspector_how_counted = How it is counted
ui_inspector_activities = How long activities take
ui_inspector_activity = median { $median }, nine of ten within { $within }, { $pairs } pairs

# src/ui/inspector/emotion.rs

ui_inspector_emotion = Emotion
ui_inspector_emotion_of = Emotion of { $name }
ui_inspector_feels_otherwise = + An audience feels otherwise
ui_inspector_own_emotion = Own emotion for { $name }
ui_inspector_in_a_word = In a word
ui_inspector_in_a_word_hint = frustrated
ui_inspector_because = Because
ui_inspector_because_hint = why they feel so
ui_inspector_emotion_of_prefix = Emotion of{" "}
ui_inspector_not_set = not set
ui_inspector_clear_emotion = Clear emotion
ui_inspector_clear_emotion_of = Clear emotion of { $name }

# src/ui/inspector/metric.rs

ui_inspector_metric_kind = Kind
ui_inspector_target_grow = Target: to grow from period to period, over three or more.
ui_inspector_points = points
ui_inspector_below = below
ui_inspector_above = above
ui_inspector_target = Target, { $side }, { $unit }
ui_inspector_benchmark = Source and vintage of the target
ui_inspector_definition = Definition
ui_inspector_threshold_hint = such as 90 % of it watched
ui_inspector_source = Source of the counts
ui_inspector_source_hint = such as billing export
ui_inspector_interval = 95 % interval { $interval } ·{" "}
ui_inspector_too_few_people = Too few people for a figure to rely on: exports leave it out.
ui_inspector_trend = Trend { $trend }
ui_inspector_hours_grow = The hours grow with the audience, not per viewer.
ui_inspector_days = Days of the period
ui_inspector_a_month = a month
ui_inspector_period = Period
ui_inspector_period_hint = Aug 2026
ui_inspector_as_of = As of
ui_inspector_next_period = + Begin the next period
ui_inspector_earlier_lines = Earlier periods, oldest first, one a line
ui_inspector_earlier = Earlier periods

# src/ui/inspector/whole.rs

ui_inspector_map = Map
ui_inspector_map_title = Map title
ui_inspector_finding = Finding
ui_inspector_finding_hint = what the map found, as a headline
ui_inspector_client = Client
ui_inspector_client_hint = for whom it is made
ui_inspector_shows = Shows
ui_inspector_date = Date
ui_inspector_language = Language
ui_inspector_currency = Currency
ui_inspector_currency_hint = such as EUR
ui_inspector_lanes = Lanes
ui_inspector_show_lane = Show lane { $title }
ui_inspector_lane_up = Move lane { $title } up
ui_inspector_lane_down = Move lane { $title } down
ui_inspector_lane_name = Name of lane { $kind }
ui_inspector_measurements = Measurements

# src/ui/inspector/measured.rs

ui_inspector_source_rows = { $source } · { $rows } rows · { $period }
ui_inspector_outdated = The stages changed since this was measured: import the log again
ui_inspector_reached_by = Reached by { $reach } of { $all } customers · { $audience }

# src/ui/inspector/flags.rs

ui_inspector_compliance = Compliance
ui_inspector_add_flag = + Add flag
ui_inspector_add_flag_of = Add { $code } flag
ui_inspector_flag_facts = { $code } flag, { $status }{ $colon }{ $facts }
ui_inspector_show_flag = Show this flag

# src/ui/inspector/notes.rs

ui_inspector_text = Text
ui_inspector_text_hint = write a note

# src/ui/inspector/evidence.rs

ui_inspector_assumption = An assumption: nothing stands behind it yet
ui_inspector_add_evidence = + Add evidence
ui_inspector_mark_assumption = Mark as assumption
ui_inspector_remove_evidence = Remove evidence { $nth }
ui_inspector_evidence_source = Source of evidence { $nth }
ui_inspector_evidence_which = which one
ui_inspector_evidence_amount = Amount of evidence { $nth }
ui_inspector_evidence_much = how much
ui_inspector_evidence_kind = Kind of evidence { $nth }

# src/ui/inspector/flag.rs

ui_inspector_rule_name = Name of the rule
ui_inspector_rule_name_hint = such as brand safety
ui_inspector_who_clears = who clears it
ui_inspector_flag_evidence_hint = what shows that it is met
ui_inspector_flag_note_hint = what the rule asks for here
ui_inspector_flag_on = On { $kind } “{ $title }”

# src/ui/inspector/panel.rs

ui_inspector_untitled = Untitled
ui_inspector_delete = Delete { $kind }

# src/ui/inspector/drop_off.rs

ui_inspector_last_stage = The last stage: nobody is expected after it
ui_inspector_no_figure = No figure: { $few }
ui_inspector_no_figure_of = No figure of { $audience }: { $few }
ui_inspector_nine_in_ten = , nine in ten within { $time }
ui_inspector_median_to = Median time to { $next }: { $time }{ $p90 }
ui_inspector_no_later_stage = { $reached } reached it; the log measures no later stage, so none can be seen to leave
ui_inspector_nobody_reached = Nobody of this audience reached the stage in the log
ui_inspector_not_in_measurement = Not in the measurement: bind events and import the log again
ui_inspector_estimated = Estimated { $estimate }, not measured
ui_inspector_not_measured = Not measured. Import a log with Import data…, or estimate it at the stage
ui_inspector_still_open = Still open: { $count } { $counted }, neither gone on nor lost
ui_inspector_again = Two events of the stage or more: { $repeated } · back from a later stage: { $returned }
ui_inspector_then_nothing = nothing
ui_inspector_then_other = other events
ui_inspector_then = Those who dropped then: { $shares }
ui_inspector_estimate_it = + Estimate the drop-off
ui_inspector_estimate = Estimate, %
ui_inspector_estimate_hint = 0 to 100
ui_inspector_cause = Caused by
ui_inspector_reason = Reason
ui_inspector_reason_hint = why people think so
ui_inspector_remove_estimate = Remove the estimate
ui_inspector_no_card = no card
ui_inspector_dropped_measured = { $rate } dropped off, { $interval } measured, { $n }
ui_inspector_interval_measured = { $interval } measured
ui_inspector_tick = {" "}The tick is the estimate, { $estimate }.
ui_inspector_pending = Not decided, or not there yet
ui_inspector_tied = Tied to { $place }
ui_inspector_parked = In the parking lot, not on the board
ui_inspector_connector = { $from } → { $to }
ui_inspector_connector_label = Label
ui_inspector_connector_hint = 9 % skip the checkout
ui_inspector_loop_share = Of { $of } who reached { $from }, { $customers } are seen again in { $to } afterwards: { $share } ({ $interval } at 95 % confidence).
ui_inspector_loop_few = Too few came from { $from } back to { $to } to be told of.
ui_inspector_loop_hint = gift code
ui_inspector_loop_no_share = No log says how many come back: lay one over the map.
ui_inspector_step_name = Name of the step
ui_inspector_steps = Steps
ui_inspector_until = Goes on until
ui_inspector_here_alone = Its stage alone
ui_inspector_no_step = No step
ui_inspector_step_remark = Steps divide a stage. Drag a touchpoint below a step, or choose its step in the touchpoint’s own panel.
ui_inspector_view_name = Name of the view
ui_inspector_view_lens = Seen by: { $lens }
ui_inspector_view_kind = Shown as: { $view }
ui_inspector_view_use = This view
ui_inspector_view_show = Look at the map so
ui_inspector_view_remark = To change what it shows, choose it, set audience, filter and view, and save it again under its name.
ui_inspector_decides_hint = Which offer at which step, and who has to agree
ui_inspector_map_owner_hint = Marketing team
ui_inspector_review_due = Holds until { $day }
ui_inspector_review_over = Review overdue since { $day }
ui_inspector_needs_hint = What they cannot do without
ui_inspector_jobs_hint = When …, I want to …, so that …
ui_inspector_quote_hint = In their words
ui_inspector_treatment_hint = What they get that others do not
ui_inspector_agenda = Agenda
ui_inspector_agenda_all = { $minutes } minutes in all
ui_inspector_agenda_block = { $minutes } min  { $title }
ui_inspector_block_name = Name of the block
ui_inspector_minutes = Minutes
ui_inspector_shown_stage = Shows the stage
ui_inspector_any_stage = as it is
ui_inspector_shown_lane = Shows the lane
ui_inspector_cards_lane = cards
ui_inspector_vote = Vote on
ui_inspector_vote_hint = Which of these hurts most?
ui_inspector_block_remark = While presenting, N begins the next block: its time runs down, its stage and lane are shown, V shows the question.
ui_inspector_choose_picture = Choose a picture…
ui_inspector_replace_picture = Replace…
ui_inspector_remove_picture = Remove
ui_inspector_drop_picture = From a file. A picture can also be dropped on the board, or pasted
ui_inspector_alt_hint = what the picture shows
ui_inspector_portrait = Portrait
