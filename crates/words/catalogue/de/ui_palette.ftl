# src/ui/palette/mod.rs

ui_nothing_by_name = Nichts mit diesem Namen.
ui_palette_find = Baustein suchen
ui_palette_find_hint = {"      "}Baustein suchen…
ui_palette_more_stages = { $more } weitere Phasen

# src/ui/palette/

ui_palette_blocks = Bausteine
ui_library_find = In der Bibliothek finden
ui_library_find_hint = {"      "}In der Bibliothek finden…
ui_library_there = { $count ->
    [one] Eines in der Bibliothek
   *[other] { $count } in der Bibliothek
}
ui_library_codes = { $about } ({ $codes })
ui_library_faults = { $count ->
    [one] Eine Bibliothek ließ sich nicht lesen
   *[other] { $count } Bibliotheken ließen sich nicht lesen
}
