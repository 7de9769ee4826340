# Was von einer Map angeschaut wird, und gespeicherte Ansichten

filter_segment = Zielgruppe
filter_owner = Zuständig
filter_status = Hinweis
filter_progress = Maßnahme
filter_horizon = Horizont
filter_regime = Regel
filter_ground = Beruht auf
filter_channel = Kanal
filter_text = Wörter
filter_no_owner = niemand
filter_or = { ", " }
filter_column = { $kind }, { $column }
filter_no_figures = Keine Zahlen: Schreib ≥ 3, ≤ 5, 3 … 5 oder 3.
filter_no_days = Keine Tage: Schreib ≥ 2026-11-03, ≤ 2026-12-01 oder einen … den anderen.
filter_let_go = { $n ->
        [one] 1 Eintrag, den der Filter verbirgt, ist nicht mehr ausgewählt.
       *[other] { $n } Einträge, die der Filter verbirgt, sind nicht mehr ausgewählt.
    }
filter_chip = { $name }: { $values }
filter_page_dimmed = Gefiltert: { $filter }, Übrige blass
filter_page_hidden = Gefiltert: { $filter }, Übrige verborgen
filter_view_new = Ansicht { $nth }
filter_matches = { $cards } von { $of_cards } Touchpoints passen
filter_unmet = passt nicht zum Filter

ui_filter_add = Filter
ui_filter_seek = Zielgruppe, Team, Hinweis, Wörter …
ui_filter_take_off = Wegnehmen: { $name }
ui_filter_clear = Alle Filter wegnehmen
ui_filter_close = Filterleiste schließen
ui_filter_others = Übrige: { $others }
ui_filter_others_turn = Klick: Übrige { $others }
ui_views = Ansichten
ui_views_label = Gespeicherte Ansicht: { $name }
ui_views_label_changed = Gespeicherte Ansicht: { $name }, geändert
ui_views_none = Noch keine Ansicht gespeichert
ui_views_whole = Die ganze Map
ui_views_save = Als neue Ansicht speichern
ui_views_update = „{ $name }“ neu speichern
ui_views_edit = Umbenennen oder löschen…
