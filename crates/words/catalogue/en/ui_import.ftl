# src/ui/import/bindings.rs

ui_import_counting_events = Counting the log’s events…
ui_import_bound = { $bound } of { $all } bound
ui_import_bound_near = , { $near } of them by the nearest name
ui_import_events_to_stages = Events to stages
ui_import_what_is = What { $event } is on the map
ui_import_nearest = nearest: { $name }
ui_import_take = Take { $name }
ui_import_not_used = not used
ui_import_plus_new_stage = + new stage “{ $event }”
ui_import_touchpoints_of = Touchpoints of { $stage }
ui_import_plus_new_touchpoint = {"    "}+ new touchpoint “{ $event }”
ui_import_new_stage = new stage “{ $event }”
ui_import_new_at = { $stage } · new “{ $event }”
ui_import_no_stages = The map has no stages yet: have them made of the events, or choose what each event is.
ui_import_none_called = No event is called like a stage or a card of the map.
ui_import_rest_too = The rest too?
ui_import_which_order = { $which }, in the order in which customers go through them. Check it: the figures rest on it.
ui_import_make_all = Make a stage of every event
ui_import_make_all_but = Make stages of { $made } events, without { $count } that are too rare
ui_import_one_offs = { $count } of the log’s events happened to fewer than 30 customers and are no stages, as those would show no figure: { $names }{ $dots }
ui_import_make_one_offs = Make stages of them too
ui_import_make_most_and = Make stages of the { $n } most frequent and { $goal }
ui_import_make_most = Make stages of the { $most } most frequent
ui_import_all_events = All { $all } events
ui_import_most_of = The { $count } most frequent of { $all } events
ui_import_most_of_and = The { $count } most frequent of { $all } events, and { $goal }
ui_import_some_of = { $count } of { $all } events
ui_import_rarer = { $n } rarer events are not listed and not used
ui_import_not_in_log = Bound on the map, but not in this log: { $names }{ $dots }
ui_import_silent = No event of this log reaches: { $names }. The river passes over it.
ui_import_segments = Segments of the log
ui_import_no_segment = no segment named; counted in All
ui_import_what_segment_is = What segment { $segment } is on the map
ui_import_plus_new_segment = + new segment “{ $segment }”
ui_import_new_segment = new segment “{ $value }”

# src/ui/import/reading.rs

ui_import_comma = comma
ui_import_semicolon = semicolon
ui_import_tab = tab
ui_import_pipe = pipe
ui_import_space = space
ui_import_table_on = {" "}· a table on { $server }
ui_import_read_as_preset = {" "}· read as “{ $preset }”{ $day }
ui_import_sheet_name = {" "}· sheet “{ $sheet }”
ui_import_web_page = {" "}· read as a table of a web page
ui_import_files_as_one = {" "}· { $files } files as one log
ui_import_read_as = {" "}· read as { $encoding }, { $delimiter }
ui_import_no_header = , no header
ui_import_header_in = , header in line { $nth }
ui_import_dates_asked = , dates asked about below
ui_import_in_first_rows = {" "}in the first rows
ui_import_in_zone = {" "}in { $zone }
ui_import_dates = , dates { $format }{ $zone }{ $days }
ui_import_bytes = { $bytes } bytes
ui_import_recognise = recognise
ui_import_unreadable = Nothing could be read as it is. If you know how the file was written, say so here.
ui_import_known_preset = Read as “{ $name }”, known by its header. What you change is kept under that name.
ui_import_forget = Forget it
ui_import_sheet = Sheet
ui_import_same_rows_read = Rows that are the same in every field are read once
ui_import_table = Table
ui_import_swap_days = Swap days and months back where a spreadsheet has swapped them
ui_import_count_completions = Count completions
ui_import_count_starts = Count starts
ui_import_count_both = Count both
ui_import_show_kind = Show { $what } as they are
ui_import_show_counted = Show { $what } as they are: { $count } different names
ui_import_shown = What is shown stands on the map, in its drafts and in what is exported.
ui_import_same_rows = Read rows that are the same in every field once
ui_import_same_rows_count = Read rows that are the same in every field once ({ $count } of the first { $rows } rows come again)
ui_import_duplicates_out = { $count } rows are left out as duplicates
ui_import_encoding = Encoding
ui_import_delimiter = Delimiter
ui_import_lines_before = Lines before the table
ui_import_names_columns = names the columns
ui_import_is_data = is data
ui_import_first_line = First line of the table
ui_import_times = Times

# src/ui/import/foot.rs

ui_import_lay = Lay over the map
ui_import_scorecard = Put it into the scorecard…
ui_import_no_stage_yet = No event is a stage yet. Choose above what the events are.
ui_import_open_at_risk = Open the at-risk cohort…
ui_import_say_dates = Say above how the dates are read.
ui_import_say_time = Say above which time is the event’s.
ui_import_make_stage = Make this stage
ui_import_make_stages = Make these { $count } stages
ui_import_join_file = Join a second file by an id…
ui_import_join_title = Join a second file
ui_import_joined = Joined with { $file }
ui_import_join_column = Column that both have
ui_import_join_not = Do not join
ui_import_why_above = Why it cannot be laid stands above.
ui_import_say_delimiter = Say above whether the delimiter is right.
ui_import_say_columns = Say in the list which column is which.
ui_import_server_asked = The server is only asked. Its first rows are shown and forgotten; nothing is written there.
ui_import_file_read = The file is only read. It is not copied or changed.
ui_import_only_figures = Only these figures are kept in the map. No row and no customer id is stored anywhere.
ui_import_leave_out = Leave out
ui_import_left_out = The audiences of the file are left out.
ui_import_let_join = Let them join
ui_import_joins = { $one } joins the map as a new audience.
ui_import_join = { $names } and { $last } join the map as new audiences.
ui_import_join_more = { $names } and { $more } more join the map as new audiences.

# src/ui/import/database.rs

ui_database_title = Import from a database
ui_database_text = A table of events on a ClickHouse server is measured where it lies. Only counts, names of events and times leave the server, and its first rows, which are shown and forgotten.
ui_database_address = Address of the table
ui_database_written_as = Written as { $format }
ui_database_password_field = Password
ui_database_keep = Keep the password in the system’s keyring
ui_database_forget = Forget the kept password
ui_database_forgotten = The password for { $login } is no longer in the keyring.
ui_database_none_kept = No password for { $login } is in the keyring.
ui_database_not_kept = The password cannot be kept: { $reason }.
ui_database_may_stay = It may still be there: { $reason }.
ui_database_open = What is sent to { $server } can be read on the way, the password too. Write clickhouses:// if the server speaks TLS, or use a tunnel.
ui_database_password = If the field is empty, the environment variable { $variable } is taken, or else the keyring, as on the command line. Touchline itself never writes the password anywhere. The map keeps the names of database and table, not the user or the server.
ui_database_connect = Connect

# src/ui/import/zone.rs

ui_import_zone = Times without a zone are in
ui_import_zone_asked = Times without a zone are in:
ui_import_names_no_zone = The column “{ $column }” names none.
ui_import_zone_short = Times are in:
ui_import_find_zone = Find a zone
ui_import_find_city = Find a city…
ui_import_this_machine = { $name }, this machine’s
ui_import_no_such_zone = No zone by that name. Zones are called by a large city in them, as in Europe/Berlin.

# src/ui/import/preview.rs

ui_import_first_rows = The first rows
ui_import_more_columns = and { $n } more columns
ui_import_line = line
ui_import_odd = Odd in these rows
ui_import_odd_line = { $file }line { $line }{ $column }: { $reason }

# src/ui/import/mod.rs

ui_import_title = Import data
ui_import_change = Change…
ui_import_another_address = Another address…
ui_import_database_instead = A database instead…
ui_import_looking = Looking at the file
ui_import_try_again = Try again

# src/ui/import/doubt.rs

ui_import_two_ways = The dates in “{ $column }” can be read in two ways. Which one is right?
ui_import_two_times = When did “{ $event }” happen: at “{ $time }”, which is of its own file, or at “{ $other }”, which is of the other?
ui_import_ragged = { $count } of { $rows } rows have more or fewer fields than the table. Is the delimiter right?
ui_import_ragged_advice = Rows that lack the customer, the event or the time are left out and counted with their lines.
ui_import_ragged_right = It is right, go on
ui_import_sample_is = { $sample } is { $day }
ui_import_compact = yearmonthday
ui_import_day_first = day first
ui_import_year_first = short year first
ui_import_month_first = month first
ui_import_month_by_name = month by name
ui_import_epoch_seconds = seconds since 1970
ui_import_epoch_millis = milliseconds since 1970
ui_import_epoch_micros = microseconds since 1970
ui_import_epoch_nanos = nanoseconds since 1970
ui_import_excel_day = Excel day number
ui_import_whole_numbers = whole numbers
ui_import_iso = year-month-day

# src/ui/import/steps.rs

ui_import_step_columns = 1 Columns
ui_import_step_bindings = 2 Steps to stages
ui_import_step_result = 3 Result

# src/ui/import/columns.rs

ui_import_durations = These are durations with an end flag: the at-risk cohort shows how long customers stay.
ui_import_say_which_column = Say which column is the { $names }.
ui_import_and_which = {" "}and which is the{" "}
ui_import_something_else = If it is something else, say what it is.
ui_import_what_columns_mean = What each column means
ui_import_looks_personal = looks personal: { $kinds }
ui_import_meaning_of = Meaning of { $column }
ui_import_role_customer = Customer
ui_import_role_event = Event
ui_import_role_time = Time
ui_import_role_segment = Segment
ui_import_role_none = Left out
ui_import_comma_in_first_rows = , in the first rows
ui_import_at_least = at least{" "}
ui_import_distinct = { $at_least }{ $count } distinct
ui_import_under_empty = under 1 % empty
ui_import_over_empty = over 99 % empty
ui_import_share_empty = { $share } % empty
ui_import_the_customer = customer
ui_import_the_event = event
ui_import_the_time = time
ui_import_the_segment = segment

# src/ui/import/counting.rs

ui_import_how_counted = How stages are counted
ui_import_in_order = in order
ui_import_in_order_hint = Each stage at its earliest event that is not before the last stage reached
ui_import_any_order = in any order
ui_import_any_order_hint = Each stage once it and the stages before it have an event, whichever came first
ui_import_stages_reached = Stages are reached
ui_import_from_first = from the first on
ui_import_from_first_hint = Closed funnel: only who reached a stage can reach the next
ui_import_from_any = from any stage on
ui_import_from_any_hint = Open funnel: customers may enter at any stage; one not reached is passed over
ui_import_customers_count = Customers count
ui_import_at_any_time = at any time
ui_import_window_hint = Counted from the customer’s first stage reached, both ends included
ui_import_within = Within
ui_import_file_order = in the file’s order
ui_import_file_order_hint = Events of one customer at the same time come in the order of their rows
ui_import_by_name = by name
ui_import_by_name_hint = Events of one customer at the same time come by name, however the rows are ordered
ui_import_same_time = At the same time
ui_import_as_of = As of, like 2026-11-03
ui_import_write_day = Write it as 2026-11-03

# src/ui/import/shape.rs

ui_import_nps = Asks whether one would recommend (net promoter score)
ui_import_nps_hint = Answered from 0 to 10. Its words do not say that it asks whether one would recommend, so that no net promoter score is told of it until you say so
ui_import_scale_open = “{ $name }”: answers from { $low } to { $high } fit several scales. On which were they given?
ui_import_scale_likely = { $scale } (likeliest)
ui_col_moved_on = Moved on
ui_import_stages_of = Stages of
ui_all = All
ui_import_read_file_as = Read the file as
ui_import_could_be = {" "}It could be { $other }.
ui_import_this_is = This is { $shape }
ui_import_because = It is taken for that because { $reason }.{ $other }
ui_import_shape_read_as = Read as { $shape }
ui_import_you_chose = You chose so.
ui_import_at_risk_reads = At-risk cohort…, in the Data menu, reads it.
ui_import_what_it_says = What it says
ui_import_rows_used_of = { $used } of { $read } rows used
ui_import_adds_up = { $most } records. Reached: came to the stage = moved on + lost there + still open at it. Drop-off rates on the map are lost ÷ (moved on + lost), with their 95 % Wilson interval: of a record that is still open nobody knows yet.
ui_col_about = About
ui_col_answers = Answers
ui_col_mean = Mean
ui_col_nps = NPS
ui_col_emotion = Emotion
ui_col_title = Title
ui_col_started = Started
ui_col_finished = Finished
ui_col_completion = Completion
ui_col_theme = Theme
ui_col_tickets = Tickets
ui_col_touchpoint = Touchpoint
ui_col_milestone = Milestone
ui_col_first_day = First day
ui_col_last_day = Last day
ui_import_on_the_map = On the map
ui_import_same_names = The stages of the same names get these figures, in place of any that they have.
ui_import_one_changes = One record of the map changes.
ui_import_some_change = { $count } records of the map change.
ui_import_lies_nowhere = Nothing on the map is called like what it is about, so it lies over no stage. Its figures belong into the scorecard.
ui_import_cannot_lay = It cannot be laid over this map: { $problem }.
ui_import_nearest_is = ; the nearest is “{ $nearest }”
ui_import_none_called_near = Nothing on the map is called “{ $name }”{ $nearest }
ui_import_segments_made = With them the segments of the file become audiences: { $names }.
ui_import_can_be_made = No stage of the map is called like those of the file. They can be made at its end, in the file’s order: { $names }. Check it: the figures rest on it.
ui_import_cannot_be_made = No stage of the map is called like those of the file, and they cannot be made: { $problem }.
ui_import_nothing_called = Nothing on the map is called “{ $name }”

# src/ui/import/result.rs

ui_import_against = Against the map as it is
ui_import_not_told = { $rest } rates are not told from what they were.
ui_import_disagrees = The data disagrees. { $words }
ui_import_same_days = Both files tell of the same days in part; a customer in both makes this too sure.
ui_import_will_say = What the map will say
ui_import_wilson = { $counted } · 95 % Wilson interval
ui_import_count_otherwise = Count otherwise…
ui_import_measuring = Measuring…
ui_import_no_figures = No figures yet.
ui_import_none_bound = No event is bound to a stage yet. Choose what the events are, and the drop-off shows here.
ui_import_rows_read = { $rows } rows read
ui_import_used = { $rows } used
ui_import_in_line = {" "}(line { $lines }{ $dots })
ui_import_in_lines = {" "}(lines { $lines }{ $dots })
ui_import_many_unused = More than 5 % of the rows could not be used. Look at how the file is read before you rely on these figures.
ui_import_in_several = { $customers } customers have rows in several segments; each counts in the one of the first event.
ui_col_segment = Segment
ui_import_figures = Figures

# src/ui/import/activities.rs

ui_import_activities = How long activities take
ui_import_activities_by_segment = By segment
ui_col_activity = Activity
ui_col_pairs = Pairs
ui_col_median = Median
ui_col_only_started = Not completed
ui_col_only_completed = Without a start
ui_import_more_activities = … and { $more } more activities with fewer pairs
ui_import_value_not_used = { $value } (not used)
