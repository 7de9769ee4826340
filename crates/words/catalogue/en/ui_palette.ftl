# src/ui/palette.rs

ui_nothing_by_name = Nothing by that name.
ui_palette_find = Find a block
ui_palette_find_hint = {"      "}Find a block…
ui_palette_more_stages = { $more } more stages
