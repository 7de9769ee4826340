# crates/core/src/charts/dropoff.rs

charts_no_figure = { $stage } no figure
charts_label = Drop-off rate by stage. { $series }.

# crates/core/src/charts/measured.rs

charts_no_point = ; no point: { $why }
charts_title = Drop-off by stage
charts_title_of = Drop-off by stage · { $title }

# crates/core/src/charts/survival.rs

charts_survival_after = { $name }: { $share } still there after { $time } { $unit }
charts_survival = Share of customers still there over time. { $series }.
