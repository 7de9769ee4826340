# src/ui/palette.rs

ui_nothing_by_name = Nichts mit diesem Namen.
ui_palette_find = Baustein suchen
ui_palette_find_hint = {"      "}Baustein suchen…
ui_palette_more_stages = { $more } weitere Phasen
