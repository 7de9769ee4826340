# crates/core/src/layout/river.rs

layout_river_few_of = Too few customers of { $segment } for figures of their own{ $why }
layout_river_subtraction = a figure of too few could be worked out from them by subtraction
layout_river_left_out = The figures of { $segment } are left out: { $why }.
layout_river_none_for = The data has no figures for { $segment }.
layout_river_few_least = Too few customers for figures: no stage was reached by { $least } or more.
layout_river_few = Too few customers for figures{ $why }
layout_river_import = Import data to see where customers leave, or estimate a stage’s drop-off.
layout_letters_more = { $count } more
layout_estimated = estimated
layout_river_stages_changed = Measured before the stages were changed. Import again.
layout_river_other_rules = The former period was counted by other rules.
layout_river_measured = measured{"\u000A"}{ $days }
layout_river_read = read{"\u000A"}{ $day }
layout_river_reached = reached
layout_river_not_measured = not measured
layout_river_only_estimates = River of estimated drop-off; nothing is measured
layout_river_label = River of customers who reached each stage: { $stages }
layout_river_est = est. { $percent }
layout_river_estimated_all = estimated, all audiences
layout_river_est_all = est. { $percent }, all audiences
layout_river_was = was { $rate }
layout_river_former = , in the former period { $rate }

# crates/core/src/layout/legend.rs

layout_legend = Legend: { $entries }
layout_legend_evidence = evidence
layout_legend_assumption = assumption
layout_legend_measured = measured loss
layout_legend_estimated = estimated loss
layout_legend_estimate = as people estimated
layout_legend_former = former period
layout_legend_all = all audiences
layout_legend_others = other segments
layout_legend_faded = met by other audiences
layout_legend_withheld = not shown: too few people

# crates/core/src/layout/page.rs

layout_page_wilson = 95 % Wilson interval; { $source }
layout_page_all = all audiences
layout_page_customers = { $n } customers
layout_page_note = { $short }; n above each stage: customers who reached it; { $source }
layout_page_estimated = Estimated
layout_page_and_estimated = ; estimated
layout_page_by_people = {" "}drop-off: by the people who made the map
layout_page_for_all = {", "}for all audiences
layout_page_of_all = { $rows } of all audiences
layout_page_borrowed = faces: those of all audiences where this one’s own feeling is not known
layout_page_decides = This map decides: { $question }
layout_page_owner = Owner: { $owner }
layout_page_reviewed = reviewed { $day }
layout_page_prepared = Prepared for { $client }  ·  { $page }
layout_page_other_rules = , counted by different rules and not to be compared ({ $rules })
layout_page_was = “was” and dots: the rate of the former period, { $source }{ $rules }

# crates/core/src/layout/header.rs

layout_stage_edge = Right edge of stage { $stage }
layout_audience = Audience
layout_band = Stages { $first }–{ $last }{"\u000A"}of { $of }
layout_loop_share = { $share } come back
layout_ways_out = { $count ->
        [one] { $count } connector leads out of sight
       *[other] { $count } connectors lead out of sight
    }
layout_ways_apart = { $count ->
        [one] { $count } connector leads to another row
       *[other] { $count } connectors lead to other rows
    }
layout_goes_on = goes on from the page before

# crates/core/src/layout/feeling.rs

layout_curve = Curve of feelings: { $spots }

# crates/core/src/layout/words.rs

layout_say_place = { $place } of { $count }
layout_say_in_stage = stage { $stage }
layout_say_flags = flags { $flags }
layout_say_not_met = not met by this audience
layout_say_emotion = emotion { $score }{ $word }
layout_say_drop_off = Drop-off after { $stage }
layout_say_measured = measured { $rate }
layout_say_interval_between = 95 % interval { $low } to { $high }
layout_say_of = { $dropped } of { $reached } { $counted }
layout_say_no_figure = no figure: { $few }
layout_say_too_few = too few customers for a figure
layout_say_left_out = figure left out, since one of too few could be worked out from it
layout_say_median = median time to the next stage { $median }
layout_say_estimated = estimated { $estimate }
layout_say_estimated_all = estimated { $estimate } for all audiences
layout_say_caused = caused by { $card }

# crates/core/src/layout/metrics.rs

layout_metric_target = target { $target } · { $benchmark }

# crates/core/src/layout/notes.rs

layout_quoted = “{ $text }”
layout_folded_open = { $count } open
layout_folded_in_review = { $count } in review
layout_folded_cleared = { $count } cleared
layout_folded_not_applicable = { $count } not applicable
layout_lane_edge = Lower edge of the lane { $lane }
layout_say_channel = Channel { $channel } in stage { $stage }, { $count ->
    [one] { $count } touchpoint
   *[other] { $count } touchpoints
}
layout_folded_channels = { $count ->
    [one] { $count } channel
   *[other] { $count } channels
}
layout_line_of_visibility = line of visibility
layout_pending = pending
layout_tied = tied to { $place }
layout_cluster = Cluster { $name }, { $count ->
    [one] 1 note
   *[other] { $count } notes
 }
layout_votes = { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
layout_to_be_said = { $card }, to be { $score }
layout_legend_compared = an audience, with its name at the end
layout_curve_of = Feeling of { $segment }
layout_legend_to_be = to be
