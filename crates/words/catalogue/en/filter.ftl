# What of a map is looked at, and the views that were saved

filter_segment = Audience
filter_owner = Owner
filter_status = Flag
filter_horizon = Horizon
filter_regime = Rule
filter_ground = Rests on
filter_channel = Channel
filter_text = Words
filter_no_owner = nobody
filter_or = { ", " }
filter_chip = { $name }: { $values }
filter_page_dimmed = Filtered: { $filter }, others dimmed
filter_page_hidden = Filtered: { $filter }, others hidden
filter_view_new = View { $nth }
