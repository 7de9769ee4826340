# crates/core/src/charts/dropoff.rs

charts_no_figure = { $stage } keine Zahl
charts_label = Absprungrate je Phase. { $series }.

# crates/core/src/charts/measured.rs

charts_no_point = ; kein Punkt: { $why }
charts_title = Absprung je Phase
charts_title_of = Absprung je Phase · { $title }

# crates/core/src/charts/survival.rs

charts_survival_after = { $name }: { $share } noch da nach { $time } { $unit }
charts_survival = Anteil der Kunden, die noch da sind, über die Zeit. { $series }.
