# The program

help_touchline = Edit customer journey maps and measure drop-off in behavioural logs
help_touchline_after =
    Without a command the window opens. Every command explains itself: touchline inspect --help

    Example: touchline journey.ron viewing-events.csv

    Exit codes: 0 done, 1 could not, 2 wrong command line, 3 bad input, 4 made by a newer Touchline.
help_any_language = The language of the answers, en or de; the system's by default
help_touchline_map = A map to open in the window
help_touchline_log = A log of events to import into it: a CSV file, an Excel workbook, or a folder of them

# Arguments that several commands have

help_any_map = The map file; - reads standard input
help_any_json = Write one JSON object instead of text
help_any_log = The log: a CSV file, an Excel workbook, or a folder of them read as one; - reads standard input; or a table, as clickhouses://user@host:8443/database/table
help_any_file = The file: CSV, an Excel workbook, or a folder of them read as one; - reads standard input
help_any_sheet = The sheet of a workbook, or one of several tables by its name or number; without, the one that looks most like a log
help_any_swap_days = Of a workbook in which a spreadsheet has taken days for months, swap them back
help_any_dates = In which order dates are read that could be read in two, such as 03/04/2026
help_any_keep_null_words = Words such as NULL, NaN, NA, None and (not set) are names as any other: only an empty cell is nothing
help_any_join = A second file that belongs to the log by an id: its columns are added to each row
help_any_on = The column with that id, in both files; or the log's and that file's own, as LEFT=RIGHT
help_any_encoding = How its letters are written, where they are read wrong: UTF-8, windows-1252, macintosh, IBM850, …
help_any_nps = A question of a survey that asks whether one would recommend, where its words do not say so; may be repeated
help_any_scale = On which scale a question of a survey was answered, where its words do not say so, as 1-5; of one question or column of scores alone as QUESTION=1-5; may be repeated
help_any_lifecycle = Which rows count where each activity has one for its start and one for its completion
help_any_keep_names = Names of events and segments stay as they are, also where they tell of persons; with some of name, mail, phone, address, ip, id, token, query and text, those with these alone
help_any_drop_duplicates = Of rows that are the same in every field, read the first alone
help_any_preset = Read it as the window once read a file like it; the name of what was kept there
help_any_zone = The zone of times that carry none, such as Europe/Berlin, and of the days that are counted; without, both are UTC's
help_any_case = The column that says whose event it is
help_any_event = The column with the event's name
help_any_time = The column with the event's time; a time without a zone is UTC unless --zone says another
help_any_segment = The column with the customer's segment
help_any_ties = What orders the events of a customer at the same time
help_any_order = Whether a customer has to come to the stages in their order
help_any_scope = Whether a customer has to have reached the stages before
help_any_window = Time from the first stage reached within which a stage counts, both ends included: a number and s, m, h, d or w
help_any_as_of = Leave out rows of a later time, such as 2026-11-03 (with that day, in the zone of --zone) or 2026-11-03T14:00:00Z
help_any_memory_limit = Memory for the log's events alone, not for customers and names, such as 500M or 4G; what is over it waits in a temporary file without a name and without ids [default: half of the machine's memory]
help_any_print_sql = With a table: write the question as SQL, for somebody else to ask, and ask no server
help_any_from_result = With a table: read the answer to that question instead of asking; - reads standard input
help_any_time_as = With --print-sql and --from-result: what the time column is [default: datetime]
help_any_wait = With a table: how long an answer may take [default: 600]
help_any_least_customers = A group of fewer customers is too small for a figure
help_any_least_cell = So is one with some who left, or who stayed, but fewer than this
help_any_day = The day up to which customers are seen, with all its hours in the zone of --zone; the latest in the file unless given

# touchline export

help_export = Draw a map as PDF, PowerPoint, PNG or SVG, or write what it says as tables, text or data
help_export_after =
    Example: touchline export map.ron -o map.pdf --page 16:9 --lens "Families under 12"
             touchline export map.ron -o map.xlsx
             touchline export map.ron -o register.csv --table register
             touchline export map.ron -o summary.md

    A file that exists is replaced only once the new one is complete.
help_export_output = The file to write; its ending chooses the format; - writes to standard output, in the format that --format names
help_export_format = The format, where standard output has no ending
help_export_table = The table that a CSV holds
help_export_page = The page: as large as the board, paper on its side, a 16:9 or 4:3 slide, or own sides such as 420x297mm
help_export_portrait = The paper upright
help_export_pages = How many pages of a PDF: all on one, or as many as it takes for text to be large enough [default: 1]
help_export_deck = A deck of 16:9 slides: cover, answer, the whole map, each stage, audiences, money, sign-offs, actions, method
help_export_scale = Pixels a map unit, 0.25 to 8, for a PNG or WebP of page fit [default: 2]
help_export_lens = Show the map as one segment lives it, or on pages of their own as several do, or for all and then for each
help_export_compare = Lay the feeling curves of segments side by side, up to five; once for each
help_export_view = By a saved view of the map: its filter, what becomes of the others, its segment and its curves unless --lens and --compare say others
help_export_state = The state of the map: as it is, as it shall be, or both [default: both, or that of the view]
help_export_former = Show the rates of the former period beside those of the newest
help_export_notes = With the sticky notes and the names of the files that figures came from
help_export_brand = In the look of a brand kit, a file of RON with colours, a footer and a logo, in the place of the map's own
help_export_speaker_notes = Of a deck, behind the slides, what is said to each
help_export_text = Letters of an SVG: outlines, alike everywhere, or live text, which needs its fonts [default: outline]
help_export_min_pt = Refuse, with exit code 6, where any text would be smaller than N points

# touchline measure

help_measure = Measure a map's stages in a log of events, and lay the figures over the map
help_measure_after =
    Example: touchline measure map.ron viewing-events.csv
             touchline measure map.ron log.csv --stage 'Sign-up=account made' -o measured.ron

    The stages and the events bound to them are those of the map; --stage adds to them. Columns that are not named are recognised, and standard error says which were taken. Stage counts, funnel exports, CRM stages, surveys and the other files that `touchline read` knows are laid over the map by the names in them.
help_measure_stages = Events to add to a stage, or a stage to add at the end; \| and \= stand for themselves
help_measure_shape = What the file is, where it is no log of events and its columns do not say it: survey, stage-counts, …
help_measure_changes = Say what changed beyond chance against the figures that the map has, and which names match nothing
help_measure_output = Write the map with the figures laid over it into this file; an existing one is replaced

# touchline scorecard

help_scorecard = Hold a map's metrics against their targets, and fill them from files: met, not met, cannot tell, needs a trend
help_scorecard_after =
    Example: touchline scorecard journey.ron
             touchline scorecard journey.ron answers.csv completion.csv -o filled.ron

    Metrics and their counts stand in the map; files of data add periods to them. A verdict is given where the whole 95 % interval lies on one side of the target; what has to grow needs three periods or more.
help_scorecard_files = Files that fill metrics: surveys, completion, customers with their cancellations, logs, stage counts
help_scorecard_score = Of several scores in a file, the one of this touchpoint, question or title
help_scorecard_shape = What the files are, where their columns do not say it: survey, completion, churn-signals, …
help_scorecard_output = Write the map with the counts into this file; an existing one is replaced

# touchline funnel

help_funnel = Measure drop-off between stages in a log of events
help_funnel_after =
    Example: touchline funnel viewing-events.csv --case customer_id --event event --time time --stage 'Awareness=trailer_view|talent_post_view' --stage 'Trial=trial_start'

    A customer reaches a stage at its earliest event that is not before the stage before was reached. Rows that cannot be used are counted by reason on standard error.
help_funnel_segment = The column with the customer's segment; figures are then given for each
help_funnel_stages = A stage and the events that reach it, in the order of the stages; \| and \= stand for themselves

# touchline compare

help_compare = Say which segments differ, at which stage, and by how much
help_compare_after =
    Example: touchline compare viewing-events.csv --case customer_id --event event --time time --segment segment --stage 'Awareness=trailer_view' --stage 'Trial=trial_start'
             touchline compare arms/

    Every two segments are compared at every stage. Small groups are neither tested nor shown.
help_compare_segment = The column with the customer's segment; figures are then given for each
help_compare_stages = A stage and the events that reach it, in the order of the stages; \| and \= stand for themselves

# touchline retention

help_retention = Show how long customers stay: the share still there after each time, with its band
help_retention_after =
    Example: touchline retention subscribers.csv --duration tenure --event churned --group plan

    Dates do as well: --start signup_date --end cancelled_on. So does a log: --case customer_id --time time.
    Without columns those of a file of customers are recognised. Small groups are neither shown nor tested.
help_retention_duration = The column that says how long a customer was seen, a number
help_retention_event = The column that says whether the customer left then: yes or no, 1 or 0
help_retention_start = The column with the day a customer came
help_retention_end = The column with the day it left; blank where it is still there
help_retention_case = In a log of events, the column that says whose event it is
help_retention_time = In a log of events, the column with the event's time
help_retention_gone_after = In a log of events, gone is who had none in so many days before its end
help_retention_group = The column by which customers are told apart in groups

# touchline at-risk

help_at_risk = Hold an at-risk rule against real cancellations: how many it marks, how often it is right, how early
help_at_risk_after =
    Example: touchline at-risk subscribers.csv --days 14 --fall 20 --cohort mailing.csv

    One customer a row. Columns are recognised by their names: last login (or the days since), completion before and now, day of cancellation, consent, segment. Only customers with consent who have not cancelled are in a cohort.
help_at_risk_user = The column that says who the customer is
help_at_risk_last_login = The column with the last login
help_at_risk_days_since = The column with the days since the last login
help_at_risk_before = The column with the completion before
help_at_risk_now = The column with the completion now
help_at_risk_cancelled = The column with the day of cancellation, or a yes; blank where the customer is still there
help_at_risk_consent = The column that says whether the customer may be written to
help_at_risk_days = At risk is who did not log in for so many days; 0 does not ask
help_at_risk_fall = and whose completion fell by so many points; 0 does not ask
help_at_risk_cohort = Write the ids of the cohort to a CSV file; - writes them to standard output in place of the figures

# touchline inspect

help_inspect = Show how a log would be read: encoding, columns, formats, and the rows that are odd
help_inspect_after =
    Example: touchline inspect viewing-events.csv

    Nothing is changed or kept. Problems are listed with their line; a row with a problem may still be of use.

# touchline leaks

help_leaks = Say what leaves a measured map at each stage, in customers and in money, the largest sure loss first
help_leaks_after =
    Example: touchline leaks measured.ron

    The map needs figures (touchline measure MAP LOG.csv -o NEW.ron). What a customer is worth stands in the map or in its segments; without it the customers lost are ranked.

# touchline read

help_read = Print what a file says: stage counts, funnel exports, CRM stages, surveys, completion, themes, calendars
help_read_after =
    Example: touchline read ga4-funnel.csv
             touchline read answers.csv --shape survey --json

    The shape of the file is recognised by its columns, and standard error says by which. Rows that cannot be used are counted by reason on standard error.
help_read_shape = What the file is, where its columns do not say it: survey, stage-counts, ga4-funnel, …

# touchline sheet

help_sheet = Write a map as a sheet of lanes and stages, or take an edited sheet back into it
help_sheet_after =
    Example: touchline sheet map.ron -o map.xlsx
             touchline sheet map.ron map.xlsx --dry-run
             touchline sheet map.ron map.xlsx -o new.ron

    The rows of numbers tie the cells to the map: leave them. Emptying a title takes the record away; "new: Billboard" makes one, and in the first row a stage. What the sheet does not show stays as it is. Nothing is taken while anything filled is not understood.
help_sheet_sheet = An edited sheet of this map; without it, one is written
help_sheet_output = The file to write: a sheet, or the new map
help_sheet_dry_run = Say each change that the sheet would make, and write nothing

# touchline changes

help_changes = Say what changed beyond chance since the period before, and which estimates disagree with the data
help_changes_after =
    Example: touchline measure map.ron this-month.csv -o newer.ron && touchline changes newer.ron

    A map that is measured again keeps the figures of the period before. Rates are tested as two shares, with Holm's correction over all of them.

# touchline check

help_check = Say whether a map file is whole: "ok", or every problem with its line
help_check_after =
    Example: touchline check journey.ron

    Nothing is changed. What this version does not know is named on standard error.

# What stands beside the possible values of an argument

help_value_ties_file = The order of the rows in the file, which decides if you name none
help_value_ties_name = The event's name in byte order, which depends on no order of rows; the only one that a table can have
help_value_order_ordered = Each stage not before the last one reached
help_value_order_any = In any order: a stage is reached once it and those before it have an event
help_value_scope_closed = Only who reached a stage can reach the next, from the first on
help_value_scope_open = A customer may enter at any stage; one that is not reached is passed over
help_value_time_as_text = String, the year first
help_value_time_as_seconds = A whole number of seconds since 1970
help_value_time_as_millis = Of milliseconds
help_value_time_as_micros = Of microseconds
help_value_time_as_nanos = Of nanoseconds

# The words of the help itself

help_word_usage = Usage:
help_word_commands = Commands
help_word_arguments = Arguments
help_word_options = Options
help_word_any_options = OPTIONS
help_word_any_command = COMMAND
help_word_help = Print help
help_word_help_summary = Print help (see a summary with '-h')
help_word_help_more = Print help (see more with '--help')
help_word_version = Print version
help_word_default = {"["}default: { $value }]
help_word_possible = Possible values:
help_word_possible_short = {"["}possible values: { $values }]

# What the parser has to say of a wrong command line

help_wrong_argument = unexpected argument '{ $argument }' found
help_wrong_command = unrecognized subcommand '{ $command }'
help_wrong_missing = the following required arguments were not provided:
help_wrong_value = invalid value '{ $value }' for '{ $argument }'
help_wrong_value_why = invalid value '{ $value }' for '{ $argument }': { $reason }
help_wrong_no_value = a value is required for '{ $argument }' but none was supplied
help_wrong_with = the argument '{ $argument }' cannot be used with '{ $other }'
help_wrong_twice = the argument '{ $argument }' cannot be used multiple times
help_wrong_similar = tip: a similar argument exists: '{ $argument }'
help_wrong_similar_command = tip: a similar subcommand exists: '{ $command }'
help_wrong_more = For more information, try '--help'.
help_wrong_with_these = the argument '{ $argument }' cannot be used with:
help_wrong_command_with = the subcommand '{ $command }' cannot be used with '{ $other }'
help_wrong_command_with_these = the subcommand '{ $command }' cannot be used with:
help_wrong_too_many = unexpected value '{ $value }' for '{ $argument }' found; no more were expected
help_wrong_utf8 = invalid UTF-8 was detected in one or more arguments
help_wrong_similar_commands = tip: some similar subcommands exist: { $commands }
help_wrong_similar_value = tip: a similar value exists: '{ $value }'
help_wrong_as_value = tip: to pass '{ $argument }' as a value, use '{ $how }'
help_wrong_elsewhere = tip: '{ $argument }' exists
help_wrong_dashes = tip: subcommand '{ $command }' exists; to use it, remove the '--' before it
help_wrong_quoted = '{ $text }'

# Why a value is none

help_reason_no_number = invalid float literal
help_reason_no_whole = invalid digit found in string
help_reason_no_digits = cannot parse integer from empty string
help_reason_nothing = cannot parse float from empty string
help_reason_too_large = number too large to fit in target type
help_reason_too_small = number too small to fit in target type
help_reason_range = { $value } is not in { $range }

# touchline recover

help_recover = List unsaved work that was kept, and write it to a file
help_recover_after =
    Example: touchline recover --list
             touchline recover 7ZQ4N0W1M2K3P -o recovered.ron

    Every edit and every word was kept as it was made. What is written here stays among the unsaved work until it is opened in the window and saved or discarded there. Work that a window has open is not listed.
help_recover_id = Which work, as --list names it; may be left out where there is only one
help_recover_list = List what there is
help_recover_output = The map file to write; one that is there is not written over
help_recover_json = Write the list as one JSON object instead of text

# touchline merge

help_merge = Bring together what two people did to one map
help_merge_after =
    Example: touchline merge sent.ron mine.ron client.ron -o both.ron

    What only one side changed is taken from it, record by record and field by field. Where both wrote something else, OURS stands and what THEIRS says is kept in a note at the record; each such place is told, and the exit code is then 7. An empty BASE is a beginning that nobody knows.
help_merge_base = The map from which both began
help_merge_ours = The map as we have it
help_merge_theirs = The map as the others have it
help_merge_output = The map file to write

# touchline diff

help_diff = Say what differs between two states of a map
help_diff_after =
    Example: touchline diff sent.ron back.ron

    Records are the same by their numbers, whatever they are called and wherever they stand. Where both maps are measured, the losses of NEW are held against those of OLD, with what lies beyond chance (Holm's correction over all of them).
help_diff_old = The map as it was
help_diff_new = The map as it is
help_diff_json = Write one JSON object instead of text
help_recover_delete = Delete what is kept beside your files: unsaved work, versions, recent files, reports; only told without --yes
help_recover_of = Delete only what is kept of the map in this file
help_recover_yes = Do delete it

# touchline scrub

help_scrub = Write a copy of a map that can be given to a client
help_scrub_after =
    Example: touchline scrub map.ron -o client.ron --also pdf,png --alias names.csv

    Left out are notes, owners' names, figures of too few, sources' names, history, pictures of personas, addresses and telephone numbers; --keep keeps some. What was written is read back and looked through for every word that was left out: where one is found, its place is told, and the exit code is 5.
help_scrub_output = The map file to write
help_scrub_also = What is exported of the copy too, beside it and under its name
help_scrub_page = The page of what is exported: as large as the board, A4 or A3 landscape, or a 16:9 slide
help_scrub_alias = A dictionary of code names, CSV or RON: each title goes by its code name wherever it stands
help_scrub_keep = What stays: notes, owners, cells, sources, history, portraits, addresses
help_scrub_number = What goes by numbers instead of being left out: owners, sources

# touchline contents

help_contents = Say what is in a map: names, notes, dates, sources, pictures, what looks personal
help_contents_after =
    Example: touchline contents map.ron

    It is what somebody gets who is given the file. touchline scrub writes a copy without what is internal.
