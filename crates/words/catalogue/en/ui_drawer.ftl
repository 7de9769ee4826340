# src/ui/drawer/parts.rs

ui_drawer_sort_by = Sort by { $name }

# src/ui/drawer/differ.rs

ui_drawer_show_segments = Show the segments
ui_drawer_which_differ = Which segments differ?
ui_drawer_pairs_differ = { $differing } of { $all } pairs of segments differ
ui_drawer_tests = { $tests } tests. { $definition }
ui_how_counted = How this is counted
ui_drawer_not_compared = { $n } smaller segments are not compared
ui_drawer_pair = { $first } and { $second }
ui_drawer_by_holm = { $stage }: { $points }; p { $p } by Holm
ui_drawer_too_few = Too few…
ui_drawer_too_few_rule = A segment’s figure is greyed here and left out of the board and of exports where it rests on
ui_drawer_fewer_customers = fewer customers at the stage than
ui_drawer_fewer_in_a_cell = or some who left, or who went on, but fewer than
ui_drawer_as_it_was = As it was: 30 and 5

# src/ui/drawer/scorecard.rs

ui_col_metric = Metric
ui_col_value = Value
ui_col_verdict = Verdict
ui_col_interval = 95 % interval
ui_col_counted = Counted
ui_col_target = Target
ui_col_target_source = Source of the target
ui_col_stage = Stage
ui_col_trend = Trend
ui_drawer_scorecard_definition = Met and not met are said only where the whole 95 % interval lies on one side of the target; otherwise the counts cannot tell. Shares have Wilson intervals, the net promoter score an adjusted Wald interval (Rocks 2016). What has to grow is judged by the slope of a straight line through three periods or more, with Student’s t. Churn is told by the month whatever the period’s length. The targets are rules of thumb, and yours to change.
ui_drawer_scorecard_empty = No metrics yet. Drag one from the palette onto a stage, or begin with the seven of a scorecard.
ui_drawer_add_scorecard = Add the scorecard
ui_drawer_how_judged = How this is judged
ui_copy_as_table = Copy as table
ui_drawer_fill_hint = Adds the counts of a survey, of completion, of cancellations or of a log, period by period
ui_fill_from_file = Fill from a file…
ui_drawer_add_others_hint = The metrics of the scorecard that the map lacks
ui_drawer_add_others = Add the others
ui_drawer_metric_one = 1 metric
ui_drawer_metrics = { $n } metrics
ui_drawer_without_value = without a value
ui_drawer_show = Show { $title }

# src/ui/drawer/leaks.rs

ui_col_audience = Audience
ui_col_lost_customers = Lost customers
ui_col_rate = Rate
ui_col_value_each = Value each
ui_col_at_stake = At stake
ui_col_recovered = Recovered at the best rate
ui_col_lost = Lost
ui_col_at_best_rate = At the best rate
ui_drawer_leaks_empty = Leaks are counted from measured behaviour. Lay a log over the map first.
ui_import_data = Import data…
ui_all_audiences = All audiences
ui_drawer_by_segment = By segment
ui_drawer_say_value = Say what a customer is worth, to see money
ui_drawer_no_segment_measured = No segment of the map is measured.
ui_drawer_one_stage_measured = No stage can be left: only one is measured.
ui_drawer_show_stage = Show stage { $stage }
ui_drawer_the_best_rate = the best rate
ui_drawer_customers = { $range } customers
ui_drawer_left_of = { $dropped } of { $reached } left
ui_drawer_counted_customers = customers
ui_drawer_too_few_n = too few (n = { $reached })
ui_drawer_likely = likely { $money }

# src/ui/drawer/actions.rs

ui_col_action = Action
ui_col_for = For
ui_col_owner = Owner
ui_col_horizon = Horizon
ui_col_due = Due
ui_col_effort = Effort
ui_drawer_actions_empty = No actions yet. Drag one from the palette onto a card, or begin here.
ui_drawer_add_action = Add action
ui_drawer_title_of = Title of { $title }
ui_drawer_title_hint = title
ui_drawer_owner_of = Owner of { $title }
ui_drawer_action_status = Status of { $title }
ui_drawer_horizon_of = Horizon of { $title }
ui_drawer_due_of = Due date of { $title }
ui_drawer_effort_of = Effort of { $title }

# src/ui/drawer/register.rs

ui_col_rule = Rule
ui_col_where = Where
ui_col_status = Status
ui_col_evidence = Evidence
ui_col_note = Note
ui_drawer_register_empty = No rule is flagged yet. Select a touchpoint or a stage and add a flag under Compliance.
ui_drawer_flags_counted = { $flags } flags · { $open } open · { $late } overdue
ui_drawer_show_flag = Show { $code } flag at { $place }
ui_drawer_flag_owner = Owner of { $code } at { $place }
ui_drawer_overdue = overdue
ui_drawer_flag_due = Due date of { $code } at { $place }
ui_drawer_flag_evidence = Evidence of { $code } at { $place }
ui_drawer_flag_note = Note of { $code } at { $place }
ui_drawer_flag_status = Status of { $code } at { $place }
ui_drawer_overdue_brackets = {" "}(overdue)

# src/ui/drawer/segments.rs

ui_col_name = Name
ui_col_basis = Basis
ui_col_size = Size
ui_col_children = Children
ui_col_regions = Regions
ui_col_measured = Measured
ui_drawer_segments_empty = No segments yet. A segment is an audience that the map tells apart, such as families.
ui_drawer_add_segment = + Add segment
ui_name_of = Name of { $name }
ui_drawer_name_hint = name
ui_drawer_size_of = Size of { $name }
ui_drawer_under_13 = under 13
ui_drawer_holds_children = { $name } holds children under 13
ui_drawer_lifecycle_of = Lifecycle of { $name }
ui_drawer_treatment_of = How we treat { $name }
ui_drawer_regions_of = Regions of { $name }
ui_drawer_basis_of = Basis of { $name }
ui_drawer_everything_about = Everything about { $name }
ui_drawer_move_up = Move { $name } up
ui_drawer_move_down = Move { $name } down
ui_drawer_delete = Delete { $name }

# src/ui/drawer/mod.rs

ui_drawer_tables = tables

# src/ui/drawer/touches.rs

ui_col_event = Event
ui_col_first = First
ui_col_last = Last
ui_col_first_converted = First of converted
ui_col_last_converted = Last before converted
ui_drawer_first_hint = Customers whose first event it is
ui_drawer_last_hint = Customers whose last event it is
ui_drawer_first_converted_hint = Of those who reached the last stage, whose first event it is
ui_drawer_last_converted_hint = Of those who reached the last stage, for whom it came directly before the event at which they did
ui_drawer_touches_too_few = Too few customers to say which events were first and last
ui_drawer_touches = First and last touch
ui_drawer_converted = { $audience }; converted: reached the last stage

# src/ui/drawer/chart.rs

ui_drawer_save_chart = Save chart as…
ui_drawer_show_table = Show table
ui_drawer_show_chart = Show chart

# src/ui/drawer/drop_off.rs

ui_col_reached = Reached
ui_col_dropped = Dropped
ui_col_median_to_next = Median to next
ui_col_within = 90 % within
ui_drawer_still_open_hint = Stand at the stage now: reached it, and neither gone on nor lost. The rate is of the others
ui_drawer_drop_off_empty = Nothing is measured yet. Lay a behavioural log over the map: a CSV with a customer, an event and a time in each row.
ui_col_former = Former
ui_col_change = Change
ui_col_still_open = Still open
ui_drawer_change_note = { $words }. Note: { $rules }.
ui_drawer_points = { $points } points
ui_drawer_not_told = not told
ui_drawer_too_few_change = too few
ui_drawer_other_rules = other rules
ui_drawer_too_few_hint = Too few customers to read anything from: fewer than { $customers }, or than { $cell } who left or who stayed. The figure is left out of the board and of exports.
ui_drawer_rows_not_used = {" "}· { $rows } rows not used
ui_former_on_river = Former period on the river
ui_drawer_laid_on = { $text }{"\u000A"}Laid over the map on { $day }
