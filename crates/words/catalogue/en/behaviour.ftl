# crates/behaviour/src/personal.rs

log_personal_email = e-mail addresses
log_personal_phone = telephone numbers
log_personal_ip = IP addresses
log_personal_names = names of people

# crates/behaviour/src/spool.rs

log_more_than_256_gb = more than 256 GB
log_pipe_without_end = it brought { $limit } GB and went on; write it into a file and name that
log_pipe_fills_disk = it would leave less than { $kept } GB free in { $folder }; write it into a file on a larger disk and name that, or let TMPDIR name a folder with more room

# crates/behaviour/src/shapes/themes.rs

shape_needs_themes = a column of themes, and one of touchpoints or of counts

# crates/behaviour/src/shapes/survey.rs

shape_needs_survey = a column of scores, a question with numbers below it, or promoters and detractors

# crates/behaviour/src/shapes/calendar.rs

shape_needs_calendar = columns of titles, milestones and dates

# crates/behaviour/src/shapes/header.rs

shape_names_and_last = { $names } and { $last }
log_quoted = “{ $name }”

# crates/behaviour/src/shapes/pipeline.rs

shape_step_won = Won
shape_step_closed = Closed
shape_needs_pipeline = a column of stages and two of dates, of beginning and of closing

# crates/behaviour/src/shapes/completion.rs

shape_needs_completion = columns of titles, of those who started and who finished

# crates/behaviour/src/shapes/scale.rs

shape_scale = { $low } to { $high }

# crates/behaviour/src/shapes/guess.rs

shape_the_column = the column
shape_the_columns = the columns
shape_says_log = say who did what, and when
shape_says_wide = count people at stages, a row for each day or part
shape_told_wide = the columns { $stages } are read as stages in their order, and { $rows } rows are added up
shape_told_wide_left = the columns { $stages } are read as stages in their order, and { $rows } rows are added up; no stages are { $left }
shape_told_days = whoever came on several days is counted on each: the counts of days are added up
shape_told_running = no count is ever smaller than in the row before: they may be running totals, and then the last row alone is to be read
shape_told_arms = the files are read as segments, by the part in which their names differ: { $names }
shape_told_arms_column = the files differ by { $names } in their names, and each value of { $column } stands in one file alone: the segments are those values
shape_told_arms_both = the segments are the files, by the part in which their names differ ({ $names }), and in each of them the values of { $column }
shape_told_periods = the files are read as periods and added up, by the part in which their names differ: { $names }
shape_says_stage_counts = count people at stages
shape_says_ga4 = are those of a GA4 funnel exploration
shape_says_posthog = are those of a PostHog funnel
shape_says_mixpanel = are those of a Mixpanel funnel
shape_says_amplitude = are those of an Amplitude funnel
shape_says_history = say when a record entered a stage
shape_says_dates = says when a stage was entered, one of { $count } such columns
shape_as_hubspot = { $what }, as HubSpot calls them
shape_says_pipeline = say where a record is now, and when it began and closed
shape_says_promoters = count answers to “would you recommend us?”
shape_says_scores = holds scores
shape_says_questions = asks for a score, one of { $count } such questions
shape_says_completion = say how many finished what they started
shape_says_churn = show who may leave
shape_says_themes = count what people wrote about
shape_says_calendar = say what is planned when

# crates/behaviour/src/shapes/stage_counts.rs

shape_needs_stage_counts = a column of stages and a column of people who reached them

# crates/behaviour/src/shapes/mod.rs

shape_advice_measure = measure it with funnel or measure
shape_advice_at_risk = ask at-risk
shape_definition_funnel = Reached: as the file counts it. Dropped: as the file says, or reached less who reached the next stage. Rate: dropped of reached, with its 95 % Wilson interval.
shape_definition_history_known = Reached: entered this stage or a later one, or was won. Still open: got no further than this stage and is not closed, by what the file says; it counts at the stages before. Dropped: reached this stage, did not come to the next, and is closed. Rate: dropped of reached, with its 95 % Wilson interval. Times run from the first entry.
shape_definition_history = Reached: entered this stage or a later one. Dropped: reached this stage and not the next. The file does not say which records are still open; they count as dropped, since they have not yet moved on. Rate: dropped of reached, with its 95 % Wilson interval. Times run from the first entry.
shape_definition_pipeline = Reached: is past this stage now, or closed; a closed record reached every open stage. Still open: stands at this stage now, and is neither gone on nor lost; it counts at the stages before. Dropped: reached this stage and is known not to come to the next. Rate: dropped of reached. Win rate: won of closed. Both with their 95 % Wilson interval.
shape_definition_survey = NPS: promoters (9, 10) less detractors (0 to 6) of all answers, times 100, with the 95 % interval of a mean. Satisfied: the two upper scores. Emotion: the scale stretched to −3 … +3.
shape_definition_completion = Completion: finished of started, with its 95 % Wilson interval.
shape_definition_themes = Tickets: the counts of the file, or one for each row.
shape_definition_calendar = First and last day of a milestone over all territories.

# crates/behaviour/src/shapes/shape.rs

shape_event_log = a log of events
shape_stage_counts = a table of stage counts
shape_ga4 = a GA4 funnel export
shape_mixpanel = a Mixpanel funnel export
shape_amplitude = an Amplitude funnel export
shape_posthog = a PostHog funnel export
shape_history = a CRM stage history
shape_hubspot = an export of HubSpot deals
shape_dates = a CRM export with a date for each stage
shape_capsule = an export of Capsule opportunities
shape_pipeline = a CRM pipeline as it stands
shape_survey = a survey
shape_completion = completion per title
shape_churn = churn signals
shape_themes = support themes
shape_calendar = a release calendar

# crates/behaviour/src/shapes/crm.rs

shape_needs_history = columns of records, stages and the times of entering
shape_needs_dates = at least two columns that say when a stage was entered

# crates/behaviour/src/scorecard.rs

shape_verdict_not_met = not met
shape_verdict_cannot_tell = cannot tell
shape_verdict_needs_trend = needs a trend
shape_verdict_met = met

# crates/behaviour/src/numbers.rs

log_decimal_point = a decimal point
log_decimal_comma = a decimal comma
log_number_only = “{ $value }” can only have { $mark }
log_number_none = no value has a decimal mark
log_number_as_others = “{ $value }” is read with { $mark }, as other columns are
log_number_open = nothing settles “{ $value }”; { $mark } is assumed
log_number_missing = the number is missing
log_number_unreadable = the number cannot be read
log_number_other_mark = the number is written with another decimal mark than its column

# crates/behaviour/src/source.rs

log_advice_device = give a CSV file, or - to read what a pipe brings
log_a_device = a device

# crates/behaviour/src/engine/figures.rs

log_reason_in_file = { $reason } in “{ $file }”

# crates/behaviour/src/scores/log.rs

shape_score_community = customers with an event of taking part ({ $names }), of customers with any event, by the month
shape_score_discovery = customers who engaged with a recommendation, of those who were shown one in the same month, by the names of the events

# crates/behaviour/src/scores/score.rs

shape_score_months_in = ; months begin and end in { $zone }, where times without a zone were read

# crates/behaviour/src/scores/shaped.rs

shape_score_third = ; “{ $name }” beside it
shape_score_funnel = “{ $count_name }” of “{ $of_name }”{ $third }, as the file counts them
shape_score_nps = promoters (9 and 10) less detractors (0 to 6), of all answers on a scale from 0 to 10
shape_score_satisfied = answers of the two best grades of a scale of five or seven, of all answers
shape_score_completed = finished, of those who started, as the file counts them

# crates/behaviour/src/times/mod.rs

log_time_epoch_s = seconds since 1970
log_time_epoch_ms = milliseconds since 1970
log_time_epoch_us = microseconds since 1970
log_time_epoch_ns = nanoseconds since 1970
log_time_excel = Excel day number
log_time_count = plain numbers, read as seconds

# crates/behaviour/src/files/workbook.rs

log_workbook_contradicts = its parts contradict each other
log_workbook_sheet = { $name }, sheet “{ $chosen }”
log_workbook_misplaced = cells of the sheet “{ $sheet }” are out of order or outside any sheet
log_workbook_too_long = the sheet “{ $sheet }” holds more than { $limit } MB of text
log_workbook_password = it has a password

# crates/behaviour/src/files/joined.rs

log_file_without_row = “{ $name }” has no row and is left out
log_the_files = the files
log_names_and_more = { $names } and { $more } more
log_lacks_and_besides = it lacks { $lacks } and has { $besides } besides
log_lacks = it lacks { $lacks }
log_besides = it has { $besides } besides

# crates/behaviour/src/files/mod.rs

log_standard_input = standard input
log_files_more = { $first } and { $more } more

# crates/behaviour/src/files/zip_guard.rs

log_zip_parts = it has { $parts } parts
log_zip_too_large = { $part } would be larger than { $limit } MB unpacked
log_zip_announces = { $part } announces more texts than it can hold
log_zip_too_tight = { $part } would be { $size } MB unpacked, { $times } times what it is packed, which no table is; save the sheet as CSV and open that
log_zip_long_text = there is a text in { $part } that is longer than a cell can be; save the sheet as CSV and open that

# crates/behaviour/src/churn/signals.rs

churn_day_of_cancellation = day of cancellation
churn_needs_signal = last login, the days since it, or completion before and now

# crates/behaviour/src/churn/columns.rs

churn_role_last_login = last login
churn_role_days_since = days since last login
churn_role_before = completion before
churn_role_now = completion now
churn_role_cancelled = cancelled on
churn_role_start = first seen
churn_role_tenure = time as a customer
churn_role_user = customer
churn_role_consent = consent
churn_role_segment = segment

# crates/behaviour/src/report.rs

log_times_skipped = { $rows } that the clocks of { $name } skipped when they were put forward; read by the offset before
log_times_twice = { $rows } that the clocks of { $name } showed twice when they were put back; read as the earlier one
log_time_of_1_row = 1 row has a time
log_times_of_rows = { $count } rows have a time
log_repeated_1_row = 1 row has the customer, event, time and segment of another; both are counted
log_repeated_rows = { $count } rows have the customer, event, time and segment of another; all are counted
log_stage_not_measured = the stage { $names } is not measured: the log has none of its events
log_stages_not_measured = the stages { $names } are not measured: the log has none of their events
shape_stage_not_measured = the stage { $names } has no count: it is not measured, and what the stage before it lost is not known
shape_stages_not_measured = the stages { $names } have no count: they are not measured, and what the stages before them lost is not known
log_holds_name = names of persons
log_holds_mail = mail addresses
log_holds_phone = telephone numbers
log_holds_address = streets with a number
log_holds_ip = network addresses
log_holds_id = numbers of customers and orders
log_holds_token = keys
log_holds_query = what stands behind the question mark of a page
log_holds_text = texts that are there once or twice
log_grouped_1_event = 1 event looks personal; it is called by its kind, and the name itself goes nowhere: { $kinds }
log_grouped_events = { $count } different events look personal, or there is one for nearly each row; they are called by their kind, and the names themselves go nowhere: { $kinds }
log_grouped_1_segment = 1 segment looks personal; it is called by its kind, and the name itself goes nowhere: { $kinds }
log_grouped_segments = { $count } different segments look personal, or there is one for nearly each customer; they are called by their kind, and the names themselves go nowhere: { $kinds }
log_many_events = the log has { $different } different events: { $told } of them are told apart, those bound to a stage or a card and the most frequent; the other { $rows } rows are counted together as “{ $name }”
log_other_events = (other events)

# crates/behaviour/src/clickhouse/sql/times.rs

database_times_in_text = a database reads times in text only where the year comes first, such as 2026-11-03 14:05:22; make a view with a column of the type DateTime
database_times_fraction = numbers with a fraction are no exact times; take a column of whole numbers or of the type DateTime
database_no_times = a column of the type { $type_name } holds no times; take another

# crates/behaviour/src/clickhouse/sql/rows.rs

database_be_customer = the customer
database_be_event = the event
database_be_segment = the segment
database_column_number = column { $number }
database_few_columns = the table has { $columns } columns, so this one cannot be the { $role }
database_cannot_be = a column of the type { $type_name } cannot be { $role }; take another, or make a view
database_role_customer = customer
database_role_event = event
database_role_segment = segment
database_role_time = time

# crates/behaviour/src/clickhouse/column.rs

database_no_column_and_type = no column and type
database_no_column = no column

# crates/behaviour/src/clickhouse/address.rs

database_address_begin = it does not begin with clickhouses:// or clickhouse://
database_address_no_path = there is no database and table in it
database_address_host = the host or its port cannot be read
database_address_no_table = there is no table in it
database_address_more = something follows the table
database_address_user = the user cannot be read
database_address_database = the database cannot be read
database_address_table = the table cannot be read

# crates/behaviour/src/clickhouse/source.rs

database_no_number = no number
database_several_writings_row = { $name }: { $rows ->
    [one] 1 row has a name
   *[other] { $rows } rows have names
} with accents apart from their letters, with marks that show nothing, or with other blanks. A server takes them for other names than those that look the same, and would count otherwise than a file: make a view with normalizeUTF8NFC(…) over the customers, events and segments, without marks of no width
database_role_step = step of an activity
database_be_step = the step of an activity
database_several_writings = “{ $column }” has names with accents written apart from their letters, or with marks that show nothing: a server takes them for other names than those that look the same, a file would not; so the table is not counted before they are in one writing, by a view with normalizeUTF8NFC

# crates/behaviour/src/clickhouse/figures.rs

database_line_again = line { $at } says again what another says
database_line_not_asked = line { $at } names “{ $a }”, which was not asked for
database_too_many_rows = more rows than can be counted
database_segments_not_asked = it has segments, which were not asked for
database_event_nameless = an event has no name
database_span = the first and the last time are missing or out of order
database_several = more customers have several segments than there are customers
database_repeated = more rows come again than there are rows
database_stage_reached = more customers reached stage { $stage }, or came back, than could
database_stage_sum = those who went on from stage { $stage } and those who did not are not all
database_stage_times = the times from stage { $stage } to the next are out of order
database_group = a group has more customers than there are
database_touches = there are not as many first and last events as customers
database_too_many = more than can be counted

# crates/behaviour/src/clickhouse/answer.rs

database_no_text = bytes that are no text
database_after_end = something follows the end
database_second_head = a second head
database_line_count = it has { $lines } lines and says that it has another number
database_first_line = the first line is not that of an answer
database_other_version = it is of another version of Touchline; print the question again
database_few_fields = fewer than nine fields
database_not_nine_fields = not nine fields
database_line_kind = a kind of line that is not known
database_name_unreadable = a name that cannot be read
database_value_broken = a value that is no whole number
database_count_broken = a count that is no whole number

# crates/behaviour/src/clickhouse/http.rs

database_request_ended = the request ended by itself
database_status = status { $status }
database_not_resolved = its name cannot be resolved
database_no_connection_within = no connection within { $seconds } seconds
database_no_host = there is no such host
database_no_connection = no connection
database_letters = the user or the password has letters that cannot be sent
database_keyring_missing = there is no keyring here that programs can ask (the Secret Service of a desktop)
database_keyring_locked = the keyring is locked, and asks for its password in a window of its own; unlock it, and try again
database_keyring_said = the keyring says: { $said }
database_password_not_kept = The password was not kept in the keyring: { $reason }
database_open = what is sent to { $server } can be read on the way, the password too; write clickhouses:// if the server speaks TLS, or use a tunnel
database_certificate_name = its certificate is made out to another name; write the name that it is made out to
database_certificate_expired = its certificate has expired; whoever runs the server has to renew it
database_certificate_early = its certificate is not valid yet; check the date of this machine
database_certificate_unknown = its certificate is signed by nobody whom this machine trusts; if it is a server of your own, add its authority to the system’s, or name the file with it in SSL_CERT_FILE
database_certificate_revoked = its certificate was revoked; ask whoever runs the server
database_certificate_none = it shows no certificate
database_certificate_no_store = this machine has no list of trusted authorities; install the package ca-certificates, or name a file with them in SSL_CERT_FILE
database_certificate_other = { $said }

# crates/behaviour/src/oddities.rs

log_fewer_fields = fewer fields than the table has
log_more_fields = something in more fields than the table has

# crates/behaviour/src/recognise/survey.rs

log_nul_byte = a NUL byte in the text
log_damaged_id = the id is damaged
log_damaged_id_merged = { $damaged }: a spreadsheet has shortened it, and people may be merged; take the file from before it was opened there
log_ragged = { $count ->
        [one] { $count } field where the table has { $expected }
       *[other] { $count } fields where the table has { $expected }
    }

# crates/behaviour/src/recognise/reasons.rs

log_why_sheet = of { $count } sheets it looks most like a table of events
log_why_mark = the file begins with its mark
log_why_utf16 = every second byte of its plain letters is zero
log_why_ascii = the rows looked at have plain letters alone, which are the same in most encodings
log_why_utf8 = its letters with accents are written as UTF-8 has them
log_why_encoding = it is no UTF-8, and its letters make sense in { $encoding } and in no other that says something else: likely
log_why_encoding_other = it is no UTF-8, and its letters make sense in { $encoding } as they do in { $other }: not sure
log_why_encoding_senseless = it is no UTF-8, and its letters make no sense in any encoding that was tried, { $encoding } among them: not sure
log_why_preamble_none = the first line is as wide as the table
log_why_preamble_1 = the first line is no row of the table
log_why_preamble = the first { $lines } lines are no rows of the table
log_why_no_header = its first line has the same kinds of values as the lines below
log_why_header_names = its first line has names where the lines below have values
log_why_header_known = { $names } are what columns are called
log_why_times = { $readable } of { $filled } values looked at read so
log_why_times_other = { $read }, and as many as { $other }
log_why_chosen = you chose it
log_why_delimiter = { $count ->
        [one] { $count } field in { $fitting } of { $rows } rows looked at
       *[other] { $count } fields in { $fitting } of { $rows } rows looked at
    }

# crates/behaviour/src/roles.rs

role_by_name = its name says so
role_by_ids = its values look like ids and come again
role_by_values = it has a few values that come again and again, { $count } of them
role_by_times = it is the first column of times
role_time_of_event = it is of the same file as the event
role_case = case
role_event = event
role_time = time
role_segment = segment

# crates/behaviour/src/scores/churn.rs

churn_definition_dated = cancelled in the month, of subscriptions begun before the month and not cancelled before it; came back: cancelled in it and on another row begun within it
churn_definition_all = cancelled in the month, of all customers of the file, as if there from the first month on, less those who cancelled before it; came back: cancelled in it and on another row begun within it

# crates/behaviour/src/times/zone.rs

log_no_zone = there is no time zone “{ $name }”; zones are named as in Europe/Berlin
log_no_zone_near = there is no time zone “{ $name }”; near it are { $near }
log_no_zones = this machine has no database of time zones; install the package tzdata, or say UTC

# crates/behaviour/src/churn/retention.rs

churn_days = days

# crates/behaviour/src/records.rs

log_stray_quote = a quote stands unescaped inside a field

# crates/behaviour/src/error.rs

log_not_found = { $path }: no such file; check the path
log_directory = { $path }: this is a folder without a log in it; give a folder of CSV files or workbooks, or one file
log_unreadable = { $name }: cannot be read ({ $reason }); check that you may open it and that the disk is there
log_cut_off = { $name }: { $what } that ends before it is whole, as after a download or a copy that broke off; get the file anew
log_damaged = { $name }: { $what } that is damaged and cannot be unpacked; get the file anew
log_too_tight = { $name }: { $what } that became { $size } MB without coming to its end, far more than it is packed, which no table does; unpack it yourself and look at it
log_zip_cut_off = its end is missing, as after a download or a copy that broke off
log_empty = { $name }: the file is empty; export the log again
log_header_only = { $name }: there is a header on line { $line } and no row below it; export the log again with its rows
log_wrong_kind = { $name }: this is { $found }, not a table of text; { $advice }
log_workbook = { $name }: this is an Excel workbook that cannot be read ({ $reason }); open it in Excel or LibreOffice and save it again, or as CSV
log_unknown_sheet = { $name }: there is no sheet or table “{ $sheet }”; it has: { $sheets }
log_no_workbook = { $name }: this holds one table alone, so there is no sheet or table “{ $sheet }” to choose
log_too_many_files = { $name }: { $files } files, more than the { $limit } that are read as one log; give fewer
log_other_columns = “{ $other }” has other columns than “{ $first }”, so they are no one log: { $difference }
log_too_many_names = { $name }: the { $column } column has more than { $limit } different values; it is hardly the right column
log_too_many_columns = { $name }: { $columns } columns, more than the { $limit } that can be read; is the delimiter right?
log_changed = { $name }: changed while it was being read (it was { $before } bytes, now { $now }); try again when it is complete
log_no_usable_row = { $name }: none of { $read } rows could be used; most often: { $reason } (first on line { $line })
log_unknown_column = there is no column “{ $column }”; the header has: { $header }
log_role_not_found = no column was recognised as the { $role }; name it; the header has: { $header }
log_shape_not_found = this is not { $shape }, which needs { $needed }; the header has: { $header }
log_unknown_shape = “{ $word }” is no shape of file that is known; these are: { $known }
log_shape_elsewhere = { $name }: this is { $shape }, which is read in another way; { $advice }
log_no_shape = { $name }: no shape of file was recognised by its columns; name one with --shape; the header has: { $header }
log_no_score = { $name }: this is { $shape }, and nothing in it fills a metric; a scorecard is filled by surveys (0 to 10, or five or seven grades), completion, files of customers with the day on which each cancelled, and logs or counts whose names tell of taking part or of recommendations
log_unknown_encoding = “{ $label }” is no encoding that is known; examples: UTF-8, windows-1252, UTF-16LE
log_bad_stage = “{ $text }” is no stage: write 'NAME=event a|event b'
log_event_in_two_stages = the event “{ $event }” is in two stages, “{ $first }” and “{ $second }”; an event belongs to one
log_stage_twice = two stages are called “{ $name }”; give each its own name
log_no_stage = no stage was given; name at least one as 'NAME=event a|event b'
log_no_room = the temporary file for events cannot be used in { $folder } ({ $reason }); free some space there, name another folder in TMPDIR, or allow more memory with --memory-limit
log_cancelled = stopped before the end; nothing was changed
log_column_event = event
log_column_segment = segment
log_column_group = group

# crates/behaviour/src/clickhouse/error.rs

database_address = this is no address of a table: { $problem }; write clickhouses://user@host:8443/database/table, or clickhouse:// where there is no TLS
database_password_in_address = the address holds a password, which would be seen by others; leave it out and set { $variable } instead
database_column = { $column }: { $problem }
database_file_ties = a table has no order of rows, so events at the same time cannot follow the order of the file; let their names decide (--ties name)
database_too_many_stages = { $stages } stages are more than a database is asked at once; { $limit } are possible
database_down = { $server }: no server answers there ({ $reason }); check the address, and that the server runs and lets you in
database_broken = { $server }: the connection broke before the answer was whole ({ $reason }); nothing was changed, try again
database_slow = { $server }: no answer within { $seconds } seconds; nothing was changed. Try again when the server is less busy
database_refused = { $server }: the server does not let this user in ({ $said }); check the user in the address and the password
database_said = { $server }: the server says: { $said }
database_keyring = no password from the keyring: { $reason }
database_unproven = { $server }: it is not sure that this is the server that was named: { $problem }. Nothing was sent there, and no password
database_not_encrypted = { $server }: what answers there does not speak TLS; is the port that of HTTPS, mostly 8443? Nothing was sent there, and no password
database_stranger = { $server }: what answers there is no ClickHouse ({ $said }); is the port that of the HTTP interface, 8123?
database_too_long = { $name }: the answer is longer than { $limit } MB; is the event column the right one?
database_truncated = { $name }: the answer ends before its end; get it again, whole
database_foreign = { $name }: this is no answer to a question of Touchline (line { $line }: { $problem })
database_other_question = { $name }: this is the answer to another question; ask with the same columns, stages and groups as --print-sql
database_lies = { $name }: the answer does not add up ({ $problem }); nothing was changed
database_not_stopped = stopped; nothing was changed. The server may be working on the question still, since it could not be stopped: { $reason }
database_no_row = { $name }: the table has no row
database_no_usable_row = { $name }: none of { $read } rows could be used; most often: { $reason }
database_said_nothing = nothing

# crates/behaviour/src/wrong_kind.rs

log_kind_advice_own_program = open it in its own program and save it as CSV
log_kind_advice_unpack = unpack it first and give the CSV inside
log_kind_advice_log_in = the download gave a page, most often to log in; log in and download the log again
log_kind_advice_log = give the log: a CSV file with one row an event
log_kind_advice_export_log = export the log as CSV, with one row an event
log_kind_advice_no_table = give the log as CSV: text, one row an event
log_kind_advice_ebcdic = have it sent as text in UTF-8, or convert it first: iconv -f IBM1047 -t UTF-8
log_kind_parquet = a Parquet file
log_kind_advice_parquet = export it as CSV, for example with DuckDB: COPY 'file.parquet' TO 'log.csv'
log_kind_pdf = a PDF
log_kind_gzip = a gzip archive
log_kind_advice_gunzip = unpack it first with gunzip
log_kind_bzip2 = a bzip2 archive
log_kind_xz = an xz archive
log_kind_zstd = a zstd archive
log_kind_seven_zip = a 7-Zip archive
log_kind_rar = a RAR archive
log_kind_png = a PNG picture
log_kind_jpeg = a JPEG picture
log_kind_gif = a GIF picture
log_kind_sqlite = an SQLite database
log_kind_advice_events_table = export the table of events as CSV
log_kind_orc = an ORC file
log_kind_advice_export = export it as CSV
log_kind_avro = an Avro file
log_kind_program = a program
log_kind_rtf = a rich text document
log_kind_xlsx = an Excel workbook (.xlsx)
log_kind_opendocument = an OpenDocument file
log_kind_zip = a ZIP archive
log_kind_advice_password = open it in Excel, take the password off (File, Info, Protect Workbook) and save it
log_kind_xlsx_password = an Excel workbook with a password
log_kind_advice_old_workbook = open it in Excel or LibreOffice and save it as .xlsx or CSV
log_kind_xls = an old Excel workbook (.xls)
log_kind_old_office = an old Excel or Office file
log_kind_binary = no text but binary
log_kind_ebcdic = text in EBCDIC, as mainframes write it
log_kind_html = a web page (HTML)
log_kind_xml = XML
log_kind_map = a Touchline map
log_kind_json = JSON

log_column_text = text
log_column_integer = integer
log_column_decimal = decimal
log_column_time = time
log_column_empty = empty

log_told_index = the rows have one field more than the header: the first is taken for row numbers and called “{ $name }”
log_told_decimals = the rows have one field more than the header: “{ $name }” holds numbers with a comma that is not quoted, and is read as two columns
log_told_comma_in_text = the rows have one field more than the header: “{ $name }” holds texts with a comma that is not quoted, and is read as two columns
log_told_wider = the rows have { $width } fields and the header has { $header }: which of them the names belong to is not known
log_told_twice = two columns are called “{ $name }”: the later one is read as “{ $called }”
log_told_hidden_column = the column { $names } is hidden in the sheet and read like all others
log_told_hidden_columns = the columns { $names } are hidden in the sheet and read like all others
log_told_whole_lines = every line is in quotes as a whole: the quotes are taken off before it is cut
log_told_typographic = typographic quotes are read as plain ones
log_told_doubled = the fields are parted by “{ $sign }”, which is read as one sign
log_told_by_letters = the letters beyond ASCII make sense in { $encoding } and not in the encoding of Windows, and are read so; --encoding, or the choice in the import, names another
log_told_two_encodings = the letters beyond ASCII make sense in { $encoding } and say something else in { $other }, where they make as much; they are read as { $encoding }; --encoding, or the choice in the import, names the other
log_told_senseless = some letters beyond ASCII stand where no word has them, in every encoding that was tried; they are read as { $encoding }, and names may be wrong; --encoding, or the choice in the import, names the right one
log_told_twice_utf8 = its letters were UTF-8 that a program took for windows-1252 when it wrote the file (Ã¼ for ü): names are shown as they stand there; only a new export mends them
log_told_lost_letters = letters were lost before the file was written, and � stands for them: names that differ in such letters alone are one; only a new export mends them
log_told_number = “{ $text }” as { $value }
log_told_numbers_in_words = “{ $column }”: numbers with a word are read as what it makes of them, { $numbers }; whoever wrote them has rounded them
log_told_weeks = “{ $column }”: a week is read as its Monday, “{ $text }” as { $date }
log_told_era = “{ $column }”: the letter before the year is read as that of an era of Japan, “{ $text }” as { $date }
log_control_character = the control character { $code }
log_told_escaped = a backslash before the delimiter makes it a part of the field
log_told_cut_off = the last row has { $fields } of { $width } fields and no end of its line: the file may be cut off there, as after a download that broke off
log_time_unread = { $reason }, such as “{ $value }”: not as a date with the year first, the day first or the month first, with the month by its name, as a count of seconds to nanoseconds since 1970, nor as a day number of Excel
log_told_apart = “{ $date }” has the dates and “{ $clock }” the times of day: they are read together as one time
shape_told_no_answer = “{ $name }”: { $answers } count as no answer
shape_told_reversed = “{ $name }”: by its words the low end of the scale is the good one
shape_word_is = “{ $word }” is { $place }
shape_words_are = read on a scale from 1 to { $steps }: { $list }
shape_told_words = { $names }: answers in words are { $words }
shape_told_words_fit_none = “{ $name }”: the words of its answers fit no usual scale, so that they are left out; write numbers in their place
shape_told_no_scale = “{ $name }”: nothing says which scale its answers are on, so that they become no emotion; write it into the header, such as (0-5)
shape_told_scale_open = “{ $name }”: { $answers } answers from { $low } to { $high } fit several scales ({ $readings }, the likeliest first), and nothing says which, so that they become no emotion until you say it (--scale, or the choice in the window)
shape_told_no_nps = no net promoter score is told of { $names }, answered from 0 to 10: the words do not say that one is asked whether one would recommend; say so where it is (--nps QUESTION, or the tick in the window)
log_told_shared_id = “{ $column }”: { $rows } of the first { $all } rows have the id “{ $id }”; they are counted as one customer
log_told_heavy_id = “{ $column }”: { $rows } of the first { $all } rows have one and the same id, of the shape “{ $id }”; they are counted as one customer, who may be many
log_told_alike_ids = “{ $column }”: ids that differ only in capitals or leading zeros, such as those of the shapes “{ $one }” and “{ $other }”, count as different customers ({ $count } such of the first rows)
log_told_alike_names = “{ $column }”: “{ $one }” and “{ $other }” differ only in capitals and count as two ({ $count } such of the first rows)
log_told_old_dates = “{ $column }” holds dates of no year later than { $year }, which are read as they stand; dates of another calendar, such as the Iranian one, are not turned into the common one
log_told_plain_times = “{ $column }” holds plain numbers, which are read as seconds and are no dates; if they are dates, write them as 2026-03-01
log_told_time_near = the event “{ $event }” and the time “{ $time }” are of the same file, so that this time is taken (likely); “{ $other }” is of the other file, and is counted where it is named as the time (--time, or the list in the window)
log_told_time_open = the event “{ $event }” and “{ $time }” are of the same file, “{ $other }” is of the other: which of them is the event’s time is unsure; name it (--time, or the choice in the window)
log_told_time_apart = the event “{ $event }” is of one file and the only time, “{ $time }”, of the other (unsure whether it is the event’s)
log_told_number_ids = “{ $column }”: ids such as 1234.0 and 1234 are one
log_activities_too_many = how long activities take is not worked out: the log has more than 8 million starts and completions, or more than 65,535 activities
log_activities_not_on_server = how long activities take is not worked out for a table on a server; an export of its rows as a file tells it
log_told_doubled_complete = “{ $column }” tells starts and completions of one activity apart ({ $starts } and { $completes } rows of the first): the completions are counted, the starts are not; --lifecycle, or the choice in the import, counts otherwise
log_told_doubled_start = “{ $column }” tells starts and completions of one activity apart ({ $starts } and { $completes } rows of the first): the starts are counted, the completions are not; --lifecycle, or the choice in the import, counts otherwise
log_told_doubled_all = “{ $column }” tells starts and completions of one activity apart ({ $starts } and { $completes } rows of the first): both are counted
log_told_header_rows = the header takes several rows: the questions are the names of the columns
log_folder_others = not read as logs: { $names }
log_folder_more_others = not read as logs: { $names } and { $more } more
log_note_of_file = { $name }: { $note }
log_join_told = { $file } is joined by “{ $column }”: rows without a partner there: { $alone } of { $all }; its ids without a row here: { $left } of { $others }; its further rows of an id, which are left out: { $again }
log_join_not = the second file is not joined: { $reason }
log_join_no_column = no column of { $file } is called like one of this file
log_join_too_long = with the columns of the other file it has more than { $limit } MB of text
log_hidden_rows = { $count } rows of the sheet are hidden, as by a filter; they are read like all others
log_days_swapped = column { $column }: none of its { $dates } dates is past the 12th of a month, and all past it stand there as text: a spreadsheet has taken days for months; --swap-days, a box in the import, swaps them back
log_days_swapped_back = column { $column }: days and months of { $dates } dates are swapped back
log_tables = the file holds { $count } tables: “{ $chosen }” is read; the others are { $others }
log_tables_as_one = the archive holds { $count } tables; { $read } of them have the same columns and are read as one, one behind the other: { $names }{ $others }
log_tables_not_read = ; not read: { $names }
log_all_tables = all { $count } with the same columns
log_workbook_too_large = it is larger than { $limit } MB
log_workbook_repeats = a sheet would have more than { $limit } cells
log_merged_cells = { $count } merged cells have the value of the one above with which they are merged
export_told = recognised as { $name }: { $cannot }
export_doubled = looks like { $name }, but two columns are called like “{ $column }”: which of them is meant cannot be told, so it is read as any table
export_ga4_funnel = a GA4 funnel exploration
export_ga4_funnel_cannot = it counts users at each step: times between steps, repeats and single customers are invisible here
export_posthog_funnel = a PostHog funnel
export_posthog_funnel_cannot = it counts people at each step: what those who dropped did next and who came back is invisible here
export_mixpanel = an export of Mixpanel events
export_mixpanel_cannot = its times name no zone: say which one the project has
export_hubspot = an export of HubSpot deals
export_hubspot_cannot = HubSpot keeps only the last entry into a stage: loops are invisible here
export_capsule_contacts = an export of Capsule contacts
export_capsule_contacts_cannot = contacts go through no stages: export the opportunities for that
export_capsule_opportunities = an export of Capsule opportunities
export_capsule_opportunities_cannot = Capsule writes no day on which a milestone was entered: how long one takes shows only in two exports of different days
export_qualtrics = answers from Qualtrics
export_qualtrics_cannot = who was asked and did not answer is not in it
export_surveymonkey = answers from SurveyMonkey
export_surveymonkey_cannot = who was asked and did not answer is not in it
export_typeform = answers from Typeform
export_typeform_cannot = who saw the form and did not begin is not in it
export_youtube_videos = a table of videos from YouTube Studio
export_youtube_videos_cannot = it counts views and not people: nobody can be followed from one video to the next
export_youtube_retention = the audience retention of a YouTube video
export_youtube_retention_cannot = it tells shares of views at each place, over 100 % where a place is seen again: nobody who dropped can be counted
export_netflix = the viewing activity of a Netflix account
export_netflix_cannot = a profile may be several people, and trailers and hooks are rows too, which the column Supplemental Video Type tells
export_discord = server insights from Discord
export_discord_cannot = it counts by day and goes back about 120 days: nobody can be followed from one day to the next
export_zendesk = an export of Zendesk tickets
export_zendesk_cannot = a ticket shows its last state: those that it went through before are invisible here
export_mailchimp = a list of Mailchimp campaigns
export_mailchimp_cannot = it counts by campaign: nobody can be followed from one to the next, and an open may be a mail program’s own
export_mailchimp_report = the report of a Mailchimp campaign
export_mailchimp_report_cannot = it counts people by stage and variant, and an open may be a mail program’s own; bounces, unsubscribes and clicks by address are not read
export_tiktok = a list of TikTok videos
export_tiktok_cannot = it counts by video: nobody can be followed from one to the next, and views are no people
export_netflix_history_cannot = it tells titles and days of one profile, without who watched, how long and when on a day
export_youtube_moments_cannot = it counts how often each place was begun, left and seen: one person may be several of them, so that nobody who dropped can be counted
export_klaviyo = a list of Klaviyo campaigns
export_klaviyo_cannot = it counts by campaign: nobody can be followed from one to the next, and an open may be a mail program’s own
export_substack_subscribers = the subscribers of a Substack
export_substack_subscribers_cannot = it shows who is on the list today: who left and came back is invisible here
export_substack_posts = the posts of a Substack
export_substack_posts_cannot = it lists what was sent: who read it is not in it
export_eventbrite = attendees from Eventbrite
export_eventbrite_cannot = who looked at the event and did not order is not in it, and only Checked In says who came
