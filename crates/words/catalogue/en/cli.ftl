cli_language_unknown = “{ $code }” is no language of Touchline; write en or de

# src/cli/changes.rs

cli_measure_first = measure one first: touchline measure MAP LOG.csv -o NEW.ron
cli_no_figures = { $name }: the map holds no figures; { $advice }
cli_changes_once = the map was measured once; a second file, laid over it, is held against the first
cli_changes_overlap = warning: the two files tell of the same days in part; a customer in both makes the test too sure
cli_warning = warning: { $rules }
cli_changes_against = { $now } against { $then }:
cli_changes_same = {"  "}{ $same } rates are not told from chance, { $few } have too few customers to tell
cli_changes_rules = {"  "}counted by different rules: { $rules }
cli_changes_not_held = {"  "}{ $both } rates are not held against each other, { $few } have too few customers to tell
cli_changes_estimates = Estimates that the data disagrees with: { $wrong } of { $all }

# src/cli/zone_flag.rs

cli_zone_days = Days begin and end in { $zone }, where times without a zone were read.

# src/cli/log_arg.rs

cli_log_is_sheet = { $name }: this is a map written as a sheet, and no data; `touchline sheet MAP { $name } -o NEW.ron` takes it back into its map
cli_log_sheet_taken = the sheet “{ $sheet }” was taken; the workbook has: { $names }
cli_log_zone_for_events = --zone { $name } is for the times of events; the dates of this file are read as they are written
cli_log_no_preset = there is no preset “{ $name }”; none is kept yet: the window keeps what is corrected there
cli_log_presets = there is no preset “{ $name }”; kept are: { $names }
cli_log_one_duplicate = 1 row was an exact duplicate of another and is left out
cli_log_duplicates = { $count } rows were exact duplicates of others and are left out

# src/cli/scorecard.rs

cli_scorecard_none = the map has no metric; drag one from the palette onto a stage
cli_head_metric = Metric
cli_head_stage = Stage
cli_head_value = Value
cli_head_interval = 95 % interval
cli_head_counted = Counted
cli_head_target = Target
cli_head_verdict = Verdict
cli_scorecard_line = { $title }: { $definition }. Target: { $target }{ $trend }
cli_scorecard_fills_none = the map has no metric that this file fills; add one in the window, or in the file
cli_scorecard_nothing = nothing was filled; say which score is meant with --score
cli_scorecard_not_laid = the counts cannot be laid into the map: { $error }
cli_scorecard_filled = { $title }: { $periods }, from { $of }; the newest: { $newest } ({ $definition })
cli_scorecard_no_score = { $title }: the file has no score called “{ $wanted }”; it has { $names }
cli_scorecard_several = { $title } was left as it is: several scores could fill it; name one with --score: { $names }

# src/cli/leaks.rs

cli_leaks_changed = warning: the stages changed since the map was measured; measure it again
cli_leaks_no_worth = the map says nowhere what a customer is worth; the customers lost are ranked
cli_head_audience = Audience
cli_head_lost = Lost
cli_head_rate = Rate
cli_head_at_stake = At stake
cli_head_recovered = Recovered
cli_head_at_rate_of = at the rate of
cli_too_few = too few
cli_leaks_customers = { $customers } customers

# src/cli/read.rs

cli_read_other = ; it could be { $name } (--shape { $word })
cli_read_is = this is { $shape }: { $reason }{ $other }

# src/cli/figures.rs

cli_waiting = waiting, { $secs } s
cli_read_of = , { $read } of { $total } read
cli_time_left = , { $time } left
cli_event_never = the event “{ $event }” never occurs in the log
cli_rows_rejected = { $rejected } of { $read } rows could not be used:
cli_rows_odd = these rows count, and something is odd in them:
cli_rows_warning = {"\u000A"}warning: that is { $share } of the rows; look at them before you trust the figures
cli_file_line = { $file }, line { $line }
cli_line = line
cli_lines = lines
cli_rows_used = { $file }: { $used } of { $read } rows used, { $first } to { $last }{"\u000A"}
cli_transitions = {"\u000A"}Most frequent transitions, of { $all } different ones{"\u000A"}
cli_how_counted = {"\u000A"}How this is counted{"\u000A"}
cli_head_dropped_at = Dropped at
cli_head_did_next = Did next
cli_head_customers = Customers
cli_nothing = (nothing)
cli_another_event = (another event)
cli_did_next = {"\u000A"}What those who dropped did next{"\u000A"}{ $table }
cli_head_event = Event
cli_head_first = First
cli_head_last = Last
cli_head_first_converted = First of converted
cli_head_last_converted = Last before converted
cli_head_pairs = Pairs
cli_head_median = Median
cli_head_only_started = Not completed
cli_head_only_completed = Without a start
cli_activities = {"\u000A"}How long activities take, from start to completion ({ $count }){"\u000A"}{ $table }
cli_activities_by_segment = {"\u000A"}How long activities take, by segment{"\u000A"}{ $table }
cli_touches = {"\u000A"}First and last touch (converted: reached the last stage){"\u000A"}{ $table }
cli_customer = customer
cli_customers = customers
cli_all = All
cli_head_reached = Reached
cli_head_dropped = Dropped
cli_head_median_to_next = Median to next
cli_head_within = 90 % within
cli_head_again = Again
cli_head_back = Back

# src/cli/exit.rs

cli_not_written = the result cannot be written: { $error }

# src/cli/shape_text.rs

cli_shape_rows = { $file }: { $shape }{"\u000A"}  { $read } rows read, { $used } used{"\u000A"}
cli_head_still_open = Still open
cli_head_to_next = To next
cli_median = median { $time }
cli_mean = mean { $time }
cli_pipeline = {"  "}{ $records } records: { $won } won, { $lost } lost, { $open } open; { $back } went back to an earlier stage{"\u000A"}{ $rest }
cli_open_by = Still open or closed: as { $by } says.{"\u000A"}
cli_head_entered = Entered
cli_head_still_there = Still there
cli_head_timed = Timed
cli_head_median_stay = Median stay
cli_time_in_stages = {"\u000A"}Time in each stage{"\u000A"}{ $table }
cli_head_now = Now
cli_head_records = Records
cli_head_win_rate = Win rate
cli_head_won = Won
cli_head_closed = Closed
cli_head_time_to_close = Time to close
cli_head_about = About
cli_head_answers = Answers
cli_head_mean = Mean
cli_head_scale = Scale
cli_head_nps = NPS
cli_head_satisfied = Satisfied
cli_head_emotion = Emotion
cli_answered_in_words = {"  "}{ $count } answered in words: { $question }{"\u000A"}
cli_comments = {"  "}{ $count } comments, counted and not kept{"\u000A"}
cli_to = { $low } to { $high }
cli_head_title = Title
cli_head_finished = Finished
cli_head_started = Started
cli_head_completion = Completion
cli_head_theme = Theme
cli_head_touchpoint = Touchpoint
cli_head_tickets = Tickets
cli_span = , { $first } to { $last }
cli_tickets = {"  "}{ $count } tickets{ $span }{"\u000A"}{"\u000A"}{ $table }
cli_head_first_day = First day
cli_head_last_day = Last day
cli_head_milestone = Milestone
cli_head_territories = Territories
cli_calendar = {"  "}{ $titles } titles, { $territories } territories{"\u000A"}

# src/cli/counting_flags.rs

cli_no_time = “{ $text }” is no time; write a number and its unit, such as 90m, 24h, 30d or 2w
cli_no_date = “{ $text }” is no date; write it as 2026-11-03 or 2026-11-03T14:00:00Z

# src/cli/inspect_table.rs

cli_table_as_one = a table on a server is read as one
cli_row = row
cli_rows = rows
cli_table_rows = { $table }{"\u000A"}  { $rows } { $row_word } on { $server }; the columns are told by the first { $seen }{"\u000A"}{"\u000A"}
cli_head_column = Column
cli_head_type = Type
cli_head_role = Role
cli_head_blank = Blank
cli_head_different = Different
cli_head_format = Format, or the first values
cli_personal_line = {"\u000A"}  “{ $column }” seems to hold { $what }.{"\u000A"}

# src/cli/sheet.rs

cli_sheet_unknown = { $path }, line { $line }: { $field } is not known to this version, and writing the map would drop it; update Touchline
cli_sheet_needs_map = an edited sheet becomes a map: give -o NEW.ron
cli_sheet_one = 1 record of the map was changed
cli_sheet_changed = { $count } records of the map were changed
cli_sheet_nothing = the sheet changes nothing
cli_sheet_new = new: { $record }
cli_sheet_new_in = new: { $record }, in { $stage }
cli_sheet_gone = taken away: { $record }
cli_sheet_empty = nothing

# src/cli/map_file.rs

cli_standard_input = standard input

# src/cli/inspect.rs

cli_preset_reads = {"\u000A"}  The window reads it as “{ $preset }”; --preset does so here.
cli_rows_n = { $rows } rows
cli_dates_in_doubt = the dates of “{ $column }” can be read as { $taken } or as { $other } (3 November 2026); { $taken } was taken; --dates { $order } takes the other{ $values }
cli_dates_open = nothing is written: the dates of “{ $column }” can be read as { $taken } or as { $other } (3 November 2026); say which with --dates { $taken_order } or --dates { $other_order }{ $values }
cli_dates_example = {"\u000A"}  { $value }: { $one }, or { $two }
cli_keep_names = { $told } (--keep-names={ $kinds } shows them as they are)
cli_no_kind = “{ $text }” is nothing that names can hold: all, or some of { $kinds }, with commas between
cli_no_scale = “{ $text }” is no scale: write its ends, as 1-5 or 0-10
cli_ragged = warning: { $ragged } of the first { $seen } rows have more or fewer fields than the table; is it cut at the right delimiter?
cli_could_be = ; it could be { $name }
cli_personal = {"\u000A"}  “{ $column }” seems to hold { $what }.
cli_no_problems = {"\u000A"}  No problems.{"\u000A"}
cli_one_problem = {"\u000A"}  1 problem:{"\u000A"}
cli_problems = {"\u000A"}  { $count } problems{ $first }:{"\u000A"}
cli_the_first = , the first
cli_problem_line = {"  "}{ $file }line { $line }{ $column }: { $reason }{"\u000A"}
cli_about_encoding = encoding
cli_about_delimiter = delimiter
cli_about_first_line = first line
cli_about_header = header
cli_about_sheet = sheet
cli_about_times = times
cli_zone_in = {"  "}zone: the times of { $names } have none, and are read in { $zone }{"\u000A"}
cli_zone_utc = {"  "}zone: the times of { $names } have none, and are read as UTC; --zone Europe/Berlin says another{"\u000A"}
cli_why = {"\u000A"}  Why it is read so{"\u000A"}{ $reasons }{ $zone }
cli_tabs = tabs
cli_blanks = blanks
cli_no_header = no header
cli_header_on = header on line { $line }
cli_one_above = , 1 line above the table left out
cli_above = , { $lines } lines above the table left out
cli_one_blank = , 1 blank line
cli_blank_lines = , { $lines } blank lines
cli_sheet_named = sheet “{ $sheet }”
cli_parted_by = { $encoding }, columns parted by { $delimiter }
cli_files = { $count } files ({ $files })

# src/cli/measure_shape.rs

cli_nearest = ; the nearest is “{ $nearest }”
cli_not_on_map = nothing on the map is called “{ $name }”{ $nearest }
cli_no_stages_measured = this file measures no stages; there is nothing to hold against the map's figures

# src/cli/measure.rs

cli_nearest_name = ; the nearest is “{ $name }”
cli_no_segment = the map has no segment “{ $segment }”; its figures are in the total alone{ $nearest }
cli_no_figures_yet = the map holds no figures yet; there is nothing to hold these against but its estimates
cli_one_stdin = only one of the map and the log can come from standard input
cli_needs_file = -o needs a file; the figures are what standard output is for
cli_measure_unknown = { $path }, line { $line }: { $field } is not known to this version, and writing the map would drop it; delete the field or update Touchline
cli_event_bound = the event “{ $event }” is bound to the stages { $stages }; it counts for “{ $first }”
cli_name_columns = no server is asked what the columns are: name them with --case, --event and --time
cli_bind_one = bind one with --stage 'NAME=event a|event b', or in the window
cli_no_event_bound = { $map }: no stage of the map has an event; { $advice }
cli_columns_taken = columns taken: { $columns }
cli_time_open = the time may be “{ $time }” or “{ $other }”, and the files do not say which; name it with --time
cli_misspelt_line = {"  "}“{ $name }”, the nearest of the map is “{ $nearest }”{"\u000A"}
cli_misspelt = {"\u000A"}Perhaps misspelt:{"\u000A"}{ $lines }
cli_unbound = {"\u000A"}Events that nothing on the map is bound to: { $count }{"\u000A"}{ $table }

# src/cli/export.rs

cli_always_fit = an { $format } is always of page fit; leave --page out
cli_keeps_period = a map that is measured again keeps the period before: touchline measure MAP LOG.csv -o NEW.ron
cli_no_former = --former: the map has no former period; { $advice }
cli_scale_png = --scale is for a .png or .webp of page fit alone
cli_scale_range = --scale { $scale }: { $least } to { $most } is possible
cli_too_small = not written: { $said }; choose a larger page, show less, or allow smaller text
cli_min_pt_range = --min-pt takes a size in points above 0, such as 6.5
cli_export_unknown = warning: { $path }, line { $line }: { $field } is not known to this version and is not exported
cli_text_svg = --text is for SVG
cli_pages_pdf = --pages auto is for a PDF on paper or a slide: -o OUT.pdf --page a4
cli_deck_pdf = --deck is for a PDF of 16:9 slides: -o OUT.pdf --deck
cli_lens_several = Several audiences fill several pages: PDF or PowerPoint; a page for a browser has them all
cli_spoken_deck = Only a deck has speaker notes: --deck
cli_portrait_paper = --portrait is for paper: --page a4 --portrait
cli_no_pages = there is no --pages “{ $name }”; it is 1 or auto
cli_more_pages = a PDF with --pages auto has it on several pages, and no text on them under { $limit } pt
cli_on_pages = { $count ->
    [one] on one page
   *[other] on { $count } pages
}
cli_no_format = there is no format “{ $name }”; there are { $known }
cli_format_needed = standard output has no ending: say the format with --format ({ $known })
cli_format_goes_with = --format is for standard output (-o -); the ending of a file says its format
cli_no_table = there is no table “{ $name }”; there are { $known }
cli_table_needed = a CSV holds one table: say which with --table ({ $known })
cli_table_csv = --table is for CSV; a workbook (.xlsx) holds all tables
cli_flag_of_pictures = { $flag } is for pictures of the board, and { $format } is none
cli_no_letters = there is no text “{ $name }”; it is outline or live
cli_source_date = SOURCE_DATE_EPOCH is “{ $given }”, and no number of seconds since 1970
cli_export_missing = warning: { $words }
cli_map_has_none = the map has none
cli_known_are = known are: { $names }
cli_no_such_view = --view { $name }: no such saved view; { $list }
cli_states = as-is, to-be or both
cli_compare_most = --compare: up to { $most } curves can be told apart
cli_no_such_segment = --lens { $name }: no such segment; { $list }

# src/cli/retention.rs

cli_no_day = --as-of { $text }: is no day; write it as 2026-06-30
cli_retention_columns = no columns were recognised that say how long customers stayed; name them with --duration and --event, with --start and --end, or with --case and --time
cli_as_of = , as of { $day }
cli_retention_rows = { $file }: { $used } of { $read } rows used{ $as_of }{"\u000A"}
cli_comma_too_few = , too few{"\u000A"}
cli_not_reached = not reached
cli_left_median = , { $left } left; median { $median } ({ $unit }){"\u000A"}
cli_head_after = After
cli_head_still_seen = Still seen
cli_head_stay = Stay
cli_log_rank = {"\u000A"}Log-rank test over the groups: chi-square { $statistic } with { $degrees } degrees, p { $p }{"\u000A"}
cli_stay_measured = Time and leaving are as the two columns say.
cli_stay_dated = Time: whole days from coming to leaving, or to the as-of day.
cli_stay_seen = Time: whole days from first to last event. Left: no event in the { $gone_after } days before the as-of day.
cli_stay_definition = {"\u000A"}{ $what }{"\u000A"}Stay: the share still there beyond a time (Kaplan–Meier), with its 95 % band (Greenwood, log-log).{"\u000A"}Too few: fewer than { $customers } customers in a group, or some who left but fewer than { $left }.{"\u000A"}

# src/cli/mod.rs

cli_no_such_file = { $file }: no such file, and no command; see touchline --help

# src/cli/at_risk.rs

cli_no_consent = no column says who gave consent, so nobody can be in a cohort; name it with --consent
cli_cohort_or_json = --cohort - writes the cohort to standard output, where --json writes the figures; name a file for the cohort
cli_cohort = { $cohort } customers in the cohort; { $without } at risk without consent are not in it
cli_at_risk_rows = { $file }: { $used } of { $read } rows used{ $as_of }{"\u000A"}Columns:{" "}
cli_at_risk_rule = {"\u000A"}{"\u000A"}At risk: { $rule }{"\u000A"}
cli_head_segment = Segment
cli_head_cancelled = Cancelled
cli_head_at_risk = At risk
cli_head_precision = Precision
cli_head_recall = Recall
cli_head_lead_time = Lead time
cli_head_cohort = Cohort
cli_at_risk_definition = {"\u000A"}Precision: of those at risk, who cancelled; recall: of those who cancelled, who were at risk; both with the 95 %{"\u000A"}Wilson interval. Who has not cancelled by the as-of day counts as staying. Silence counts up to the cancellation.{"\u000A"}Lead time: median days from the day on which the silence reached the limit to the cancellation.{"\u000A"}Cohort: at risk, not cancelled, with consent. Too few: fewer than { $customers } at risk in a segment, or some of them but fewer than { $cell }{"\u000A"}who cancelled or who did not.{"\u000A"}
cli_no_last_login = the file does not tell the last login; set --days 0, or name its column with --last-login
cli_no_completion = the file does not tell completion before and now; set --fall 0, or name --before and --now
cli_rule_everybody = everybody
cli_rule_days = no login for { $days } days or more
cli_rule_fall = completion fell by { $fall } points or more
cli_rule_both = no login for { $days } days or more, and completion fell by { $fall } points or more
cli_days = { $days } days

# src/cli/compare.rs

cli_nothing_to_compare = nothing to compare: name the column of segments with --segment
cli_columns_needed = name the columns of the log with --case, --event and --time, and its stages with --stage
cli_nothing_counted = the file counts nobody at stages; of a log of events, name --case, --event, --time, --segment and each --stage
cli_largest_compared = only the largest segments are compared; { $left_out } smaller ones are left out
cli_no_two = {"\u000A"}There are no two segments and no two stages to compare.{"\u000A"}
cli_pair = { $first } and { $second }
cli_head_segments = Segments
cli_head_difference = Difference
cli_head_h = Cohen's h
cli_head_p_holm = p by Holm
cli_compare_definition = {"\u000A"}{ $definition }{"\u000A"}Tests made: { $tests }. Too few: fewer than { $customers } customers at a stage, or some who left there or went on but fewer than { $cell }.{"\u000A"}

# src/cli/memory_flag.rs

cli_memory_spills = about { $events } events need { $need } of memory, more than the limit of { $limit }; the others wait in a temporary file in { $folder }, which has no name and holds no id
cli_bytes = { $bytes } bytes
cli_no_size = “{ $text }” is no size; write a number of bytes, or one with k, M or G, such as 500M

# src/cli/table.rs

cli_zone_of_file = --zone is for the times of a file; the columns of a table on a server have their zone there, and text without one is UTC
cli_file_flags = { $flags } goes with a file: a table on a server is counted as it stands. Leave it out, or make the table so
cli_lifecycle_offline = --lifecycle goes with --print-sql and --from-result only as “all”: no server says which column tells starts from completions
cli_no_table_here = only funnel, measure, compare and inspect ask a table on a server; let it write the table into a file, and name that
cli_table_flags = --print-sql, --from-result, --time-as and --wait go with a table, as in clickhouses://user@host:8443/database/table

# src/cli/check.rs

cli_check_unknown = warning: line { $line }: { $field } is not known to this version; saving the map would drop it
cli_one_rule = 1 rule is
cli_rules = { $count } rules are
cli_correct_it = correct it in a text editor, or open an older copy
cli_broken = { $name }: { $rules } broken; { $advice }
cli_recover_changed = { $file } (changed since)
cli_recover_no_file = no file
cli_recover_no_home = There is no home folder to keep unsaved work in. Set TOUCHLINE_STATE to the folder that it is in.
cli_recover_exists = { $path } is there already: nothing is written; give another name
cli_recover_written = { $counts } were written to { $path }. The unsaved work is kept until it is saved or discarded in the window.
cli_recover_none = There is no unsaved work.
cli_recover_which = There is more than one piece of unsaved work: { $names }. Name one; touchline recover --list tells what each is.
cli_recover_no_such = There is no unsaved work { $id }. There is { $names }.

# touchline merge and touchline diff

cli_merge_one_input = only one of BASE, OURS and THEIRS can come from standard input
cli_merge_strangers = these were never one map: their numbers differ, and what looks alike is there twice
cli_merge_cannot = the two cannot be brought together: { $why }
cli_merge_unknown = { $file }, line { $line }: this version does not know “{ $field }”, and would drop it; use a newer Touchline
cli_merge_taken = taken from { $theirs }: { $added } added, { $removed } removed, { $changed } changed
cli_merge_conflicts =
    { $count ->
        [one] both sides did something else in 1 place; both are kept
       *[other] both sides did something else in { $count } places; both are kept
    }
cli_diff_other_field = figures
cli_diff_moved = { $about }: from { $from } to { $to }
cli_diff_field = { $about }: { $field } from { $old } to { $new }
cli_diff_changed = { $about }: changed
cli_diff_loss = { $stage }, { $segment }: lost { $old }, now { $new } ({ $points })
cli_diff_same = The two are the same map.
cli_recover_nothing_kept = Nothing is kept.
cli_recover_deleted = deleted: { $words }
cli_recover_would_delete = would be deleted with --yes: { $words }
cli_recover_open = { $count ->
    [one] A piece of unsaved work is open in a window and stays.
   *[other] { $count } pieces of unsaved work are open in windows and stay.
  }

# src/cli/scrub.rs

cli_scrub_needs_file = scrub reads back what it wrote: give it a file to write, not -
cli_scrub_needs_map = scrub writes the copy as a map: let its name end in .ron
cli_scrub_unknown = { $path }, line { $line }: { $field } is not known to this version; the copy is made without it
cli_scrub_written = written: { $files }
cli_scrub_left_out = left out: { $what }
cli_scrub_in_file = “{ $word }” stands in { $file }
cli_scrub_in_place = “{ $word }”: { $kind } “{ $title }”, { $field }
cli_scrub_found = { $found ->
    [one] a word that was to be left out is found
   *[other] { $found } words that were to be left out are found
  }: give it a code name with --alias, or take it out of the map
cli_scrub_no_format = “{ $name }” is no format; there are { $known }
cli_scrub_no_part = “{ $name }” is none of { $known }

# src/cli/contents.rs

cli_contents_kind = { $what }: { $count }
cli_contents_texts = texts
cli_diff_one_input = only one of OLD and NEW can come from standard input
