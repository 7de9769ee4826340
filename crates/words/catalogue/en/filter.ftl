# What of a map is looked at, and the views that were saved

filter_segment = Audience
filter_owner = Owner
filter_status = Flag
filter_progress = Action
filter_horizon = Horizon
filter_regime = Rule
filter_ground = Rests on
filter_channel = Channel
filter_text = Words
filter_no_owner = nobody
filter_or = { ", " }
filter_column = { $kind }, { $column }
filter_no_figures = No figures: write ≥ 3, ≤ 5, 3 … 5 or 3.
filter_no_days = No days: write ≥ 2026-11-03, ≤ 2026-12-01, or one … the other.
filter_let_go = { $n ->
        [one] 1 record that the filter hides is selected no more.
       *[other] { $n } records that the filter hides are selected no more.
    }
filter_chip = { $name }: { $values }
filter_page_dimmed = Filtered: { $filter }, others dimmed
filter_page_hidden = Filtered: { $filter }, others hidden
filter_view_new = View { $nth }
filter_matches = { $cards } of { $of_cards } touchpoints match
filter_unmet = does not match the filter

ui_filter_add = Add filter
ui_filter_seek = Audience, owner, flag, words …
ui_filter_take_off = Take off: { $name }
ui_filter_clear = Clear all filters
ui_filter_close = Put the filter bar away
ui_filter_others = Others: { $others }
ui_filter_others_turn = Click: others { $others }
ui_views = Views
ui_views_label = Saved view: { $name }
ui_views_label_changed = Saved view: { $name }, changed
ui_views_none = No view saved yet
ui_views_whole = The whole map
ui_views_save = Save as new view
ui_views_update = Save “{ $name }” anew
ui_views_edit = Rename or delete…
