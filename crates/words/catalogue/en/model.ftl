# crates/core/src/model/segment.rs

basis_demographic = demographic
basis_firmographic = firmographic
basis_behavioural = behavioural
basis_value = value
basis_needs_based = needs-based

# crates/core/src/model/valid.rs

valid_worth = has a value per customer that is no range of money, from low over likely to high
valid_stage_width = is { $width } wide; { $least } to { $most } is possible
valid_estimate = has an estimated drop-off of { $percent } %; 0 to 100 is possible
valid_card_lane = lies in lane “{ $lane }”, which holds no touchpoints
valid_drawing_size = is { $width } × { $height } map units large
valid_sticky_place = lies at { $x } · { $y }, off the board
valid_stage_twice = names a stage twice
valid_rows_used = used more rows than it read
valid_target = has a target of { $target }; { $least } to { $most } is possible
valid_periods = has { $count } periods; { $most } are possible
valid_period_days = has a period that is not 1 to { $most } days long
valid_figures = has { $count } figures for { $stages } stages
valid_reached = says that { $reached } of { $customers } customers reached a stage and { $dropped } of them dropped off
valid_time = has a time to the next stage that is negative or no number
valid_again = says that more than { $reached } customers came to a stage again
valid_seen_again = tells of customers who were seen again for other stages than those before, or of more than reached the stage
valid_then_stages = tells of { $told } stages what came next, not of { $stages }
valid_then_customers = tells of { $all } customers what they did after a stage where { $dropped } dropped off
valid_touch = says that “{ $event }” was the first or last event of { $most } of { $customers } customers
valid_names_missing = names { $named }, which the map lacks
valid_period_order = is planned from { $from } to the earlier { $to }

# crates/core/src/model/edit.rs

edit_not_done = it was not done, the map is unchanged:{" "}
edit_impossible = it would leave the map in an impossible state

# crates/core/src/model/touchpoint.rs

emotion_no_score = { $value } is no emotion: −3.0 to 3.0 in tenths is expected
evidence_behavioural_data = Behavioural data
evidence_session_recordings = Session recordings
evidence_crm_stage_durations = CRM stage durations
evidence_support_themes = Support themes
evidence_survey = Survey
evidence_interviews = Interviews
ownership_owned = owned
ownership_paid = paid
ownership_earned = earned
ownership_outside = outside our control
channel_paid_social = Paid social
channel_streaming_ad = CTV / streaming ad
channel_email = Email
channel_app_push = App push
channel_influencer = Influencer / talent
channel_podcast = Podcast / audio
channel_community = Community
channel_press = PR & press
channel_review_site = Review site
channel_in_app_message = In-app message
channel_checkout = Checkout
channel_trailer = Trailer
channel_website = Website
channel_search = Search
channel_app_screen = App or TV screen
channel_recommendation = Recommendation
channel_word_of_mouth = Word of mouth
channel_competitor_research = Competitor research
channel_sales_call = Sales call
channel_event = Venue / live event
channel_merchandise = Merchandise
channel_support = Support
channel_also_paid_social = meta tiktok youtube instagram ad
channel_also_streaming_ad = connected tv ott spot
channel_also_email = newsletter crm mail
channel_also_app_push = notification mobile
channel_also_influencer = creator partnership sponsored post
channel_also_podcast = radio music host read
channel_also_community = discord forum fans reddit
channel_also_press = publicity critics interview
channel_also_review_site = ratings critics stars
channel_also_in_app_message = banner tooltip onboarding
channel_also_checkout = payment trial ticket subscribe paywall
channel_also_trailer = teaser video clip
channel_also_website = landing page web
channel_also_search = seo google store
channel_also_app_screen = ui smart tv player profile
channel_also_recommendation = algorithm personalised row
channel_also_word_of_mouth = peer friends conversation
channel_also_competitor_research = compare alternatives
channel_also_sales_call = demo account b2b
channel_also_event = premiere concert match stadium gate festival
channel_also_merchandise = shop store gift
channel_also_support = help ticket chat faq

# crates/core/src/model/measurement.rs

counted_customers = customers
counted_records = records
rows_are_events = events
rows_are_counts = counts
rows_are_records = CRM rows

# crates/core/src/model/rank.rs

rank_wrong = “{ $rank }” is no rank: up to { $most } letters a–z, the last not a, are expected

# crates/core/src/model/date.rs

date_wrong = “{ $shown }” is no date: a day such as 2026-11-03 is expected
date_long = { $short } { $year }
date_short = { $day } { $month }
month_jan = Jan
month_feb = Feb
month_mar = Mar
month_apr = Apr
month_may = May
month_jun = Jun
month_jul = Jul
month_aug = Aug
month_sep = Sep
month_oct = Oct
month_nov = Nov
month_dec = Dec

# crates/core/src/model/metric.rs

metric_gross_churn = Subscription churn, gross
metric_net_churn = Subscription churn, net
metric_episodic_completion = Completion, episodic
metric_film_completion = Completion, film
metric_time_spent = Time spent viewing
metric_net_promoter = Net promoter score
metric_satisfaction = Customer satisfaction
metric_discovery = Discovery conversion
metric_community = Community engagement
metric_gross_churn_definition = Subscribers who cancelled in the period, of those at its start; told by the month
metric_net_churn_definition = Subscribers who cancelled in the period and did not come back within it, of those at its start; told by the month
metric_episodic_completion_definition = Episodes finished, of those started
metric_film_completion_definition = Films finished, of those started
metric_time_spent_definition = Hours that all viewers watched in the period; beside it, hours per active viewer
metric_net_promoter_definition = Per cent who answer 9 or 10 less per cent who answer 0 to 6, asked how likely they would recommend it
metric_satisfaction_definition = Answers of the two best grades, of all answers
metric_discovery_definition = Customers who clicked a recommendation and engaged with it, of those who were shown one
metric_community_definition = Active users who took part in forums, comments or social media, of all active users
metric_gross_churn_benchmark = rule of thumb; US average 5.2 % (Antenna, Aug 2024)
metric_net_churn_benchmark = rule of thumb; US average 3.5 % (Antenna, Aug 2024)
metric_count_cancelled = Cancelled
metric_count_at_start = Subscribers at start
metric_count_came_back = Came back
metric_count_finished = Finished
metric_count_started = Started
metric_count_hours = Hours watched
metric_count_viewers = Active viewers
metric_count_promoters = Promoters
metric_count_answers = Answers
metric_count_detractors = Detractors
metric_count_satisfied = Satisfied
metric_count_engaged = Engaged
metric_count_shown = Shown
metric_count_clicked = Clicked
metric_count_took_part = Took part
metric_count_active_users = Active users
metric_finished_means = Finished means
metric_engaged_means = Engaged means
metric_promoters_and_detractors = promoters and detractors
metric_set_here = set in this map
metric_practice = rule of thumb for film and series (ISIC 5911), undated
metric_contradiction = counts { $part } { $name } of { $whole } { $of }

# crates/core/src/model/map.rs

belongs_both = as is and to be
belongs_as_is = as is
belongs_to_be = to be
state_as_is = as is
state_to_be = to be

# crates/core/src/model/flag.rs

regime_code_coppa = COPPA
regime_code_ftc = FTC
regime_code_gdpr = GDPR
regime_code_eprivacy = ePrivacy
regime_code_wcag = WCAG
regime_code_sag_aftra = SAG-AFTRA
regime_code_music_sync = Sync
regime_code_custom = Custom
regime_coppa = COPPA (children under 13)
regime_ftc = FTC disclosure
regime_gdpr = GDPR
regime_eprivacy = ePrivacy
regime_wcag = WCAG 2.1 AA
regime_sag_aftra = SAG-AFTRA and guilds
regime_music_sync = Music sync licence
regime_custom = Custom
flag_status_open = open
flag_status_in_review = in review
flag_status_cleared = cleared
flag_status_not_applicable = not applicable

# crates/core/src/model/ids.rs

ids_wrong = “{ $id }” is no record id: 13 characters of 0–9 and A–Z without I, L, O, U are expected

# crates/core/src/model/rejection.rs

reason_no_time_of_entering = no time of entering
churn_reason_no_last_login = no last login
churn_reason_last_login = the last login cannot be read
churn_reason_days = the days since last login cannot be read
churn_reason_completion = the completion cannot be read
churn_reason_cancellation = the cancellation cannot be read
churn_reason_customer_again = the customer stood on a row before
churn_reason_too_many_customers = too many customers
churn_reason_too_many_groups = one group too many
churn_reason_no_duration = no duration
churn_reason_duration = the duration cannot be read
churn_reason_leaving_unsaid = not said whether the customer left
churn_reason_leaving_unclear = not clear whether the customer left
churn_reason_no_day_came = no day on which the customer came
churn_reason_came = the day the customer came cannot be read
churn_reason_last_day = the last day cannot be read
churn_reason_day = a day cannot be read
churn_reason_left_before_came = left before it came
valid_lane_height = is { $height } high; { $least } to { $most } is possible
zone_unsaid = not said
zone_self_service = self-service
zone_with_person = with a person
note_yellow = yellow, to do
note_blue = blue, a question
note_pink = pink, a pain
note_green = green, an idea
valid_connector = leads from a touchpoint to itself
valid_loop = leads from a stage to itself
valid_block_minutes = takes { $minutes } minutes; { $least } to { $most } are possible
valid_image = shows the picture { $image }, which is not among those of the file
valid_images = has pictures of { $megabytes } MB together; up to { $most } MB are possible: remove one, or take a smaller one
