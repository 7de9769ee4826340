# src/ui/at_risk/curve.rs

ui_at_risk_how_long = How long customers stay
ui_at_risk_no_times = The file does not say how long: it needs the day a customer came, or the time it has been one.
ui_at_risk_curve_definition = Kaplan–Meier: the share still there beyond each time. Band: 95 %, Greenwood’s variance on the log(−log) scale. Customers who are still there count up to the last day in the file. Groups of too few are left out.
ui_at_risk_not_yet = not yet
ui_at_risk_after = after { $time }
ui_at_risk_all_customers = All customers
ui_at_risk_half_left = Half have left after { $time }.
ui_at_risk_fewer_than_half = Of all, fewer than half leave while they are seen.
ui_at_risk_half_groups = Half have left: { $groups }.
ui_at_risk_differ = The groups differ
ui_at_risk_alike = The groups cannot be told apart
ui_at_risk_log_rank = { $differ } (log-rank p { $p }).
ui_at_risk_left_out = { $left_out } of too few left out.

# src/ui/at_risk/figures.rs

ui_at_risk_definition = At risk: at least so many whole days since the last login, and completion fell by at least so many points; 0 does not ask. Silence counts up to the cancellation.{"\u000A"}Precision: of those at risk, who cancelled. Recall: of those who cancelled, who were at risk. Both with their 95 % Wilson interval; who has not cancelled by the last day counts as staying.{"\u000A"}Lead time: median days from the day on which the silence reached the limit to the cancellation.{"\u000A"}Cohort: at risk, still there, with consent.
ui_at_risk_who = Who is at risk
ui_at_risk_no_login = No login for, days
ui_at_risk_fell_by = Completion fell by, points
ui_at_risk_days = { $days } days
ui_at_risk_before_cancelling = before cancelling
ui_at_risk_after_login = after the last login
ui_at_risk_of_still_there = of { $count } still there
ui_at_risk_no_consent = no consent column
ui_at_risk_of_customers = of { $count } customers
ui_at_risk_at_risk = At risk
ui_at_risk_precision = Precision
ui_at_risk_recall = Recall
ui_at_risk_lead_time = Lead time
ui_at_risk_cohort = Cohort
ui_at_risk_of = { $count } of { $all }

# src/ui/at_risk/mod.rs

ui_at_risk_lacks = For who is at risk, name the column of the last login or of completion before and now. The retention below needs neither.
ui_at_risk_customer = customer
ui_at_risk_customers = customers
ui_at_risk_written = { $count } { $word } written to { $path }
ui_at_risk_title = At-risk cohort
ui_at_risk_customers_used = { $count } customers
ui_at_risk_as_of = as of { $day }
ui_at_risk_rows_not_used = { $count } rows not used
ui_at_risk_looking = Looking at the file…
ui_at_risk_save_cohort = Save cohort…
ui_at_risk_save_hint = Writes the ids of those at risk who are still there and gave consent
ui_at_risk_intervene = Intervene here
ui_at_risk_intervene_hint = Adds an action there, with the rule and its counts
ui_at_risk_no_stage = no stage
ui_at_risk_where = Where to intervene
ui_at_risk_name_columns = To save a cohort, name the columns of the last login and of consent.
ui_at_risk_only_counts = Only counts leave this box, but for the cohort that you save.
ui_at_risk_shown = What is shown stands in this box alone; it is not kept.

# src/ui/at_risk/columns.rs

ui_at_risk_not_in_file = not in the file
ui_at_risk_what_columns_say = What each column says
ui_at_risk_column_of = Column of { $role }
