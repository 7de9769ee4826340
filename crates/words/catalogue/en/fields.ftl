# crates/core/src/fields/worth.rs

fields_worth_order = Low, likely and high stand in this order; they are { $low }, { $likely } and { $high }
fields_amount = An amount such as 35 or 1,204.50 is expected, without the currency
fields_currency = Write the currency as a code or sign, such as EUR or $

# crates/core/src/fields/metric.rs

fields_it_cannot_be = It { $why }, which cannot be
fields_no_level = What has to grow has no level to reach
fields_target_range = A target from { $least } to { $most } is possible; empty is the usual one
fields_days_range = Days from 1 to { $most } are possible; empty is a month
fields_hint_days = ; days
fields_hint_period = Period; { $count }; { $of }{ $also }{ $days }
fields_most_periods = A metric holds { $most } periods at most
fields_line = Line { $line }: { $why }
fields_no_whole_number = “{ $text }” is no whole number
fields_expected = “{ $hint }” is expected
fields_line_cannot_be = it { $why }, which cannot be

# crates/core/src/fields/parse.rs

fields_too_long = It has { $letters } letters; { $most } fit
fields_name_needed = A name is needed: a { $kind } is known by it
fields_no_day = “{ $shown }” is no day. Write it as 2026-11-03
fields_either_day = “{ $shown }” may be { $one } or { $other }; write it as { $write } or with the month’s name
fields_language_tag = Write the language as a tag such as en, de or pt-BR
fields_width_range = A width from { $least } to { $most } is possible; empty fits the board
fields_percentage = A percentage from 0 to 100 is expected, such as 25
fields_size = A whole number of customers is expected, such as 21,904
fields_feeling_number = a number from −3.0 to 3.0
fields_event_of_stage = “{ $event }” counts for stage “{ $name }”; an event belongs to one stage
fields_period_order = The period would end on { $to } before it begins on { $from }
fields_one_of = one of { $names }

# crates/core/src/fields/rows.rs

fields_estimate_first = An estimate needs its percentage first
fields_feeling_first = a feeling needs its number first
fields_view_taken = Another saved view is called “{ $name }”
fields_segment_taken = Another segment is called “{ $name }”

# crates/core/src/fields/named.rs

fields_no_audience = “{ $line }” is no audience of the map; its audiences are { $names }
fields_no_audiences = The map has no audiences
fields_no_card = “{ $text }” is no card of the stage

# crates/core/src/fields/parse.rs, choices

fields_color_range = A colour from 1 to { $most } is possible; empty takes that of its place
fields_yes = yes
fields_no = no

# crates/core/src/fields/label.rs

field_least_group = Smallest group
field_events = Bound events
field_estimate = Estimate
field_estimate_reason = Reason of the estimate
field_estimate_cause = Cause of the estimate
field_emotion_word = Emotion in a word
field_emotion_reason = Reason of the emotion
field_evidence_name = Source of evidence
field_evidence_amount = Amount of evidence
field_values = Names in logs
field_value = Value per customer
field_value_low = Value per customer, low
field_value_high = Value per customer, high
field_threshold = What counts
field_folded = Folded
field_height = Height on the board
fields_side_range = A whole number of map units from { $least } to { $most }
fields_height_range = A height from { $least } to { $most } is possible; empty fits what the lane holds
field_zone = Served by
field_pending = Pending
field_note_color = Colour
field_parked = Parked
field_votes = Votes
fields_votes = A whole number of dots is expected, up to { $most }
field_belongs = Found in
field_to_be = Emotion to be
fields_no_stage = “{ $text }” is no stage of this map
fields_no_step = The stage has no step called “{ $text }”
fields_no_lane = “{ $text }” is no lane of this map
fields_minutes_range = { $least } to { $most } minutes are possible
fields_no_tint = “{ $text }” is no colour; write it as #1F6FEB
fields_tints_most = { $most } colours at most; the others follow by themselves
