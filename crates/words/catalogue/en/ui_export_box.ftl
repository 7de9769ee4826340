# src/ui/export_box/mod.rs

ui_export_title = Export
ui_export_format = Format
ui_export_page = Page
ui_export_slide = 16:9 slide
ui_export_whole = Whole board
ui_export_scale = Scale
ui_export_former_hint = Beside each measured rate the one of the period before, with its source
ui_export_former_disabled = The map was measured once; a second import keeps the period before
ui_export_painting = Painting… { $percent } %
ui_export_writing = Writing…
ui_export_go = Export…
ui_export_the_page = The page, { $said }
ui_export_points = { $width } × { $height } pt
ui_export_pixels = { $width } × { $height } pixels
