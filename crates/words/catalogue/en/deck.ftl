# crates/core/src/layout/deck/slide.rs

deck_part_of = { $kicker } · { $nth } of { $of }
deck_prepared_for = Prepared for { $client }
deck_source = Source: { $source }; 95 % intervals

# crates/core/src/layout/deck/mod.rs

deck_cover = Cover
deck_answer = The answer
deck_whole = The whole map
deck_audiences = Audiences compared
deck_money = Where the money leaks
deck_register = Register for sign-off
deck_roadmap = What we do
deck_method = How we counted

# crates/core/src/layout/deck/cover.rs

deck_decides = This map decides
deck_about = Who it is about
deck_river = River of the customers who reach each stage

# crates/core/src/layout/deck/answer.rs

deck_answer_lede = { $count ->
    [one] What to change first. Rates are shares of those who reached the stage.
   *[other] { $count } things to change, the most telling first. Rates are shares of those who reached the stage.
}
deck_answer_most = { $share } of all who leave do so at { $stages }
deck_from = From
deck_to = To
deck_do = Do
deck_do_said = To do: { $title }

# crates/core/src/layout/deck/signs.rs

deck_due = due { $day }

# crates/core/src/layout/deck/whole.rs

deck_whole_stay = { $stay } of { $came } stay to the end
deck_whole_stay_felt = { $stay } of { $came } stay; people feel worst at { $card }
deck_whole_without = on the slides of the stages: { $lanes }

# crates/core/src/layout/deck/stage.rs

deck_stage_place = Stage { $nth } of { $of }
deck_stage_counts = { $came } { $counted } came this far, { $dropped } left
deck_stage_others = Of { $others_came } others { $others } leave
deck_stage_loss = { $rate } leave after { $stage } ({ $interval })
deck_strip = Stages: { $stages }
deck_touchpoints = Touchpoints
deck_assumed = assumed
deck_sources = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
deck_sign_offs = Sign-offs
deck_drop_off_after = Drop-off after this stage
deck_then = What those who left did next
deck_then_nothing = nothing more in the data
deck_of = { $dropped } of { $reached } { $counted }
deck_estimated = People had estimated { $percent }.
deck_last_stage = { $came } { $counted } came this far. No stage follows in which they could be missed.
deck_expected = Expected: { $effect }

# crates/core/src/layout/deck/mood.rs

deck_mood = Curve of feelings from −3 to +3: { $felt }
deck_felt = Feeling { $nth }: { $card }

# crates/core/src/layout/deck/audiences.rs

deck_audiences_alike = No audience can be told apart from all others
deck_audiences_lede = Above: the share still there at each stage. Below: the loss at each stage, each audience against all others.
deck_still_with_us = Still with us
deck_in_words = In words
deck_loss = Loss
deck_curve = { $audience }: who is still there at each stage
deck_curve_stay = { $audience }: who is still there at each stage, { $share } at the last
deck_loss_of = { $stage }: { $rate }, { $interval }
deck_not_apart = Cannot be told apart from all others at any stage.
deck_not_compared = Too few to be held against all others.
deck_more_than = more than all others
deck_less = less
deck_no_telling = cannot be told apart
deck_others_loss = loss of all others
deck_all_dashed = all audiences

# crates/core/src/layout/deck/money.rs

deck_money_most = { $share } of the money leaks at { $stage }: about { $money }
deck_money_lede = A customer is worth { $likely }, between { $range }.
deck_stage = Stage
deck_money_lost = Lost in the measured time, with its range
deck_money_why = Likely cause, and what we do
deck_money_left = { $count } left
deck_money_amount = { $likely }, between { $between }
deck_money_reach = within reach { $kept }, if all left as rarely as { $audience }
deck_money_said = { $stage }: { $likely } lost, between { $between }
deck_not_known = Not known yet
deck_no_action = no action yet

# crates/core/src/layout/deck/register.rs

deck_register_done = { $count ->
    [one] The one sign-off is given
   *[other] All { $count } sign-offs are given
}
deck_register_missing = { $missing ->
    [one] 1 of { $count } sign-offs is missing
   *[other] { $missing } of { $count } sign-offs are missing
}
deck_register_lede = { $open } open, { $review } in review, { $cleared } cleared. Sorted by state, then by due date.
deck_register_foot = A register for counsel; it is not legal advice
deck_state = State
deck_rule = Rule
deck_where = Where
deck_asks = What it asks
deck_owner = Owner
deck_due_name = Due
deck_evidence = Evidence
deck_none_yet = none yet

# crates/core/src/layout/deck/roadmap.rs

deck_roadmap_claim = { $count ->
    [0] No action is planned yet
    [one] { $owned ->
        [one] The one action has an owner and a date
       *[other] The one action lacks an owner or a date
    }
   *[other] { $owned } of { $count } actions have an owner and a date
}
deck_roadmap_lede = { $count ->
    [one] One pain point has no action yet.
   *[other] { $count } pain points have no action yet.
}
deck_roadmap_foot = Effort and effect as their owners gave them
deck_without_action = No action yet
deck_now = Now
deck_next = Next
deck_later = Later
deck_nothing_planned = Nothing planned.
deck_not_estimated = effect not estimated yet
deck_needs_owner = needs an owner

# crates/core/src/layout/deck/method.rs

deck_method_none = The map has no touchpoints yet
deck_method_claim = { $count ->
    [one] { $known ->
        [one] The one touchpoint rests on evidence
       *[other] The one touchpoint is an assumption
    }
   *[other] { $known } of { $count } touchpoints rest on evidence
}
deck_rows_all = { $read } rows read, all of them used.
deck_rows_left = { $read } rows read, { $used } used, { $left } left out.
deck_rows_why = { $read } rows read, { $used } used, { $left } left out: { $why }.
deck_definitions = Definitions
deck_rests_on = What touchpoints rest on
deck_unknown = What we do not know
deck_nothing_measured = Nothing is measured on this map.
deck_range = Range
deck_range_words = The 95 % interval of a share by Wilson, of a difference by Newcombe: 95 of 100 such counts hold the true value.
deck_worth = Worth
deck_measured = Measured
deck_measured_by = behavioural data, CRM durations
deck_observed = Observed
deck_observed_by = recordings, support themes
deck_told = Told
deck_told_by = surveys, interviews
deck_assumed_grade = Assumed
deck_assumed_by = no evidence yet
deck_grade = { $name }: { $count }
deck_assumed_are = Assumed: { $cards }.
deck_unknown_segments = How { $segments } behave: the data does not tell them apart.
deck_unknown_after = Who leaves after { $stage }: no stage follows, so no loss is measured there.
deck_unknown_why = Why { $rate } leave at { $stage }: the data shows where, not why.
deck_guessed = People had guessed { $guess } for { $stage }; the data says { $rate }.
deck_guess_only = How many leave at { $stage }: { $guess } is what people think.
deck_unknown_effects = { $count ->
    [one] Whether the action works: its effect is an expectation, not a test.
   *[other] Whether the actions work: { $count } effects are expectations, not tests.
}
deck_unknown_feelings = { $count ->
    [one] How people feel at one touchpoint: nobody has said.
   *[other] How people feel at { $count } touchpoints: nobody has said.
}
deck_unknown_nothing = Nothing that the map itself could tell.

# crates/core/src/layout/deck/spoken.rs

deck_spoken = Speaker notes
deck_spoken_headline = What is said to the slides
