# crates/core/src/figures/rejections.rs

reason_no_customer = no customer
reason_no_event = no event
reason_time_empty = the time is empty
reason_time_unreadable = the time cannot be read
reason_time_year_1 = the time is a placeholder (0001-01-01)
reason_time_excel_zero = the time is a placeholder (1899-12-30)
reason_time_unix_zero = the time is a placeholder (1970-01-01 00:00:00)
reason_time_end_of_time = the time is a placeholder (9999-12-31)
reason_time_after_file = the time is more than two days after the file was written
reason_time_ahead = the time is more than two days ahead
reason_column_time_empty = “{ $about }”: the time is empty
reason_column_time_unreadable = “{ $about }”: the time cannot be read
reason_column_time_year_1 = “{ $about }”: the time is a placeholder (0001-01-01)
reason_column_time_excel_zero = “{ $about }”: the time is a placeholder (1899-12-30)
reason_column_time_unix_zero = “{ $about }”: the time is a placeholder (1970-01-01 00:00:00)
reason_column_time_end_of_time = “{ $about }”: the time is a placeholder (9999-12-31)
reason_column_time_ahead = “{ $about }”: the time is more than two days ahead
reason_column_time_after_file = “{ $about }”: the time is more than two days after the file was written
reason_after_as_of = after the as-of date
reason_too_few_fields = too few fields
reason_unclosed_quote = a quote is never closed
reason_over_long_line = the line is longer than 32 MB
reason_invalid_bytes = bytes that are no text in this encoding
reason_header_again = the header again
reason_over_long_field = a field of more than a million bytes
reason_several_writings = a name that has another writing which looks the same
reason_other_step = the other end of an activity that is counted once
reason_totals = a row of totals
reason_other = other reasons
reason_no_stage = no stage
reason_no_record = no record
reason_left_before_entered = it was left before it was entered
reason_never_entered = it never entered a stage
reason_closed_before_begun = it was closed before it began
reason_total_of_people = a total, which would count people twice
reason_other_table = it belongs to another table further down in the file
reason_more_completed = more people completed it than entered
reason_more_dropped = more people dropped than were there
reason_more_finished = more people finished it than started
reason_stage_again = the stage comes a second time, and no column says of which period or segment
reason_many_segments = more than { $about } segments
reason_many_stages = more than { $about } stages
reason_many_different_stages = more than { $about } different stages
reason_many_stages_or_segments = more than { $about } different stages or segments
reason_number_empty = “{ $about }” is empty
reason_number_none = “{ $about }” is no number
reason_number_percentage = “{ $about }” is a percentage where a count is needed
reason_number_negative = “{ $about }” is negative
reason_number_too_large = “{ $about }” is too large
reason_number_broken = “{ $about }” is no whole number
reason_answers_empty = the number of answers is empty
reason_answers_none = the number of answers is no number
reason_answers_percentage = the number of answers is a percentage where a count is needed
reason_answers_negative = the number of answers is negative
reason_answers_too_large = the number of answers is too large
reason_answers_broken = the number of answers is no whole number
reason_count_empty = the count is empty
reason_count_none = the count is no number
reason_count_percentage = the count is a percentage where a count is needed
reason_count_negative = the count is negative
reason_count_too_large = the count is too large
reason_count_broken = the count is no whole number
reason_no_touchpoint = no touchpoint
reason_no_answer = no question is answered
reason_preview = a preview or spam
reason_many_touchpoints = more than { $about } touchpoints
reason_no_score = no score
reason_score_none = the score is no number
reason_score_outside = the score lies outside its scale
reason_score_too_large = the score is too large
reason_many_scores = more than { $about } different scores
reason_no_title = no title
reason_many_titles = more than { $about } titles
reason_no_title_or_milestone = no title or no milestone
reason_no_date = no date
reason_many_milestones = more than { $about } milestones
reason_no_theme = no theme
reason_total_of_tickets = a total, which would count tickets twice
reason_many_themes = more than { $about } themes

# crates/core/src/figures/differences.rs

figures_points_between = { $sign }{ $size } points, { $low } to { $high }
figures_too_few_to_compare = too few to compare
figures_told_in_part = cannot be told apart at { $tested } of { $all } stages, too few at the others
figures_alike = cannot be told apart: merge?
figures_differ_at = differ at { $stage }, { $points }
figures_one_more = ; also at 1 more stage
figures_more = ; also at { $more } more stages

# crates/core/src/figures/scorecard.rs

figures_no_value = no value yet
figures_low_to_high = { $low } to { $high }
figures_hours_each = { $each } h each
figures_for_against = { $count } for, { $also } against, of { $of }
figures_less = { $count } less { $also } of { $of }
figures_hours_by = { $count } h by { $of }
figures_count_of = { $count } of { $of }
figures_aim_below = below { $level } a month
figures_aim_above = above { $level }
figures_aim_grow = to grow
figures_points = points
figures_trend = { $slope } { $unit } a period ({ $low } to { $high })

# crates/core/src/figures/leaks.rs

figures_all_audiences = All audiences

# crates/core/src/figures/definition.rs

figures_def_counts = as the file counts them
figures_def_records_came = records that came to the stage; the rate is of those that went on or were lost, not of those still open
figures_def_records_entered = records that entered the stage or a later one
figures_def_ordered_closed = customers in order, first event at or after the stage before
figures_def_ordered_open = customers in order, entering at any stage, first event at or after the last stage reached
figures_def_any_closed = customers with events of all stages so far, in any order
figures_def_any_open = customers with an event of the stage, in any order
figures_def_within = , within { $time }
figures_def_as_of = , as of { $day }
figures_def_title = Drop-off: { $counted }; 95 % Wilson interval
figures_def_people = people, as the file counts them
figures_def_people_counted = as the file counts them; where it does not say who dropped, those who are missing at the next stage
figures_def_records = records
figures_def_records_known = reached: came to the stage; dropped: came to it, and known not to come to the next
figures_def_records_later = reached: entered the stage or a later one; dropped: of those, not the next stage, lost or not yet moved on
figures_def_n_records = { $n } records
figures_def_rate_gone = each rate is of those that went on from its stage or were lost
figures_def_formula_open = dropped ÷ (reached − still open)
figures_def_rate_reached = each rate is of those who reached its stage
figures_def_formula = dropped ÷ reached
figures_point_unit = Unit
figures_point_counted = Counted
figures_point_rate = Rate
figures_def_with_interval = { $rate }, with its 95 % Wilson interval
figures_point_source = Source
figures_def_source_rows = { $source }, { $rows } rows
figures_point_left_out = Left out
figures_def_dates_file = { $first } to { $last }, by the file's clock
figures_point_dates = Dates
figures_def_open = { $open } records stand at a stage and are neither gone on nor lost there
figures_point_open = Still open
figures_def_customers = customers; rows with the same id are one customer
figures_def_n = { $n } customers; each rate is of those who reached its stage
figures_point_order = Order
figures_point_funnel = Funnel
figures_point_window = Window
figures_point_dropped = Dropped
figures_def_dropped = reached the stage and not the next one; rate = dropped ÷ reached, with its 95 % Wilson interval
figures_point_times = Times
figures_def_times = from stage to stage, over those who reached both; median and 90th percentile by linear interpolation (R-7)
figures_point_ties = Ties
figures_point_segment = Segment
figures_def_order_ordered = in order: a stage is reached at its earliest event that is not before the last stage was reached
figures_def_order_any = in any order: a stage is reached at its earliest event, or when the last stage was, whichever is later
figures_def_scope_closed = closed: only who reached a stage can reach the next, from the first on
figures_def_scope_open = open: a customer may enter at any stage; one that is not reached is passed over
figures_def_no_window = none
figures_def_window = { $time } from the customer's first stage reached, both ends included
figures_def_ties_file = events of a customer at the same time: the order in the file; for stages they count as in order
figures_def_ties_name = events of a customer at the same time: by the event's name; for stages they count as in order
figures_def_no_segment = none; all customers together
figures_def_segment_none = that of the customer's first used event; no customer has several
figures_def_segment_one = that of the customer's first used event; one customer has several
figures_def_segment_several = that of the customer's first used event; { $n } customers have several
figures_def_as_of_last = as of the last event
figures_def_as_of_day = as of { $as_of }: later rows are left out
figures_def_utc = times without a zone were read as UTC;{" "}
figures_def_zone = times without a zone were read in { $zone };{" "}
figures_def_events = events { $first } to { $last }, UTC; { $zone }{ $until }
figures_def_no_row = no row
figures_def_rows = { $left_out } of { $read } rows
figures_def_differs = { $about }: { $was }, now { $is }
figures_unit_events = customers with events
figures_unit_records = records of a CRM
figures_differs_unit = unit
figures_in_order = in order
figures_in_any_order = in any order
figures_differs_order = order
figures_closed = closed
figures_open = open
figures_differs_funnel = funnel
figures_differs_window = window
figures_ties_file = the order in the file
figures_ties_name = by the event's name
figures_differs_ties = ties
figures_differs_zone = zone of times without one
figures_last_event = the last event
figures_differs_as_of = as of
figures_read_on = read { $day }

# crates/core/src/figures/drop_off.rs

figures_customers = customers
figures_open_or_lost = { $missing } still open or lost
figures_customers_n = { $n } customers
figures_few_to_show = { $few } customers to show
figures_number_left_out = number of customers left out
figures_why_few = { $few }: so that nobody is recognised, nothing is told of fewer than { $least } customers, nor of { $cell } who left or who stayed
figures_why_few_customers = { $few }: so that nobody is recognised, nothing is told of fewer than { $least } customers
figures_why_left_out = { $left_out }: such a figure could be worked out from it by subtraction
figures_fewer_left = fewer than { $cell } left
figures_fewer_stayed = fewer than { $cell } stayed
figures_fewer = fewer than { $customers } { $counted }
figures_fewer_known = of fewer than { $customers } the end is known
figures_still_open = { $open } still open
figures_fewer_than = fewer than { $least }

figures_too_few = too few
figures_differences_definition = Every two segments, at every stage: the first one’s drop-off rate less the second’s, in points, with Newcombe’s 95 % interval. Two-proportion z test (Fisher’s exact test where fewer than 5 are expected in a cell), corrected by Holm over all tests made; they differ where the corrected p is under 0.05.
figures_leak_definition = Lost: customers who reached the stage and not the next, with the ends of the 95 % Wilson interval of the rate. At stake: each end of lost times the same end of the value per customer. Recovered: what would stay if the rate fell to that of the segment with the lowest one; from the nearest ends of both intervals to the farthest, 0 at least. Ranked by the lower end; groups under 30 customers, or with fewer than 5 who dropped or who stayed, are not ranked.
figures_too_few_to_show = too few to show
figures_left_out = left out

# crates/core/src/figures/named.rs

figures_no_group = (none)

# crates/core/src/figures/headline.rs

figures_headline_loss = { $audience }: largest drop-off after { $stage }, { $rate } ({ $interval })
figures_headline_lowest = { $audience }: lowest at “{ $card }”, { $score }

# crates/core/src/figures/findings.rs

figures_contrast = { $audience } lose { $rate } at { $stage }, { $points }
figures_contrast_less = { $audience } lose only { $rate } at { $stage }, { $points }
figures_insight_counts = { $interval }, { $dropped } of { $reached }
figures_insight_contrast = { $audience } leave here; of everyone else only { $others } do.
figures_insight_loss = More leave at { $stage } than the map explains.
figures_insight_estimated = estimated, not measured
figures_insight_felt = of −3 to +3, at { $card }
figures_insight_low = People feel worse at { $card } than anywhere else in this stage.
