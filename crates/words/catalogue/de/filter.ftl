# Was von einer Map angeschaut wird, und gespeicherte Ansichten

filter_segment = Zielgruppe
filter_owner = Zuständig
filter_status = Hinweis
filter_horizon = Horizont
filter_regime = Regel
filter_ground = Beruht auf
filter_channel = Kanal
filter_text = Wörter
filter_no_owner = niemand
filter_or = { ", " }
filter_chip = { $name }: { $values }
filter_page_dimmed = Gefiltert: { $filter }, Übrige blass
filter_page_hidden = Gefiltert: { $filter }, Übrige verborgen
filter_view_new = Ansicht { $nth }
