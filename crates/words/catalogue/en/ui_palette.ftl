# src/ui/palette/mod.rs

ui_nothing_by_name = Nothing by that name.
ui_palette_find = Find a block
ui_palette_find_hint = {"      "}Find a block…
ui_palette_more_stages = { $more } more stages

# src/ui/palette/

ui_palette_blocks = Blocks
ui_library_find = Find in the library
ui_library_find_hint = {"      "}Find in the library…
ui_library_there = { $count ->
    [one] One in the library
   *[other] { $count } in the library
}
ui_library_codes = { $about } ({ $codes })
ui_library_faults = { $count ->
    [one] A library could not be read
   *[other] { $count } libraries could not be read
}
