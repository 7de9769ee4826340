# src/ui/export_box/mod.rs

ui_export_title = Export
ui_export_format = Format
ui_export_page = Page
ui_export_slide = 16:9 slide
ui_export_whole = Whole board
ui_export_pages = Pages
ui_export_one_page = All on one
ui_export_enough_pages = As many as it takes
ui_export_enough_hint = The stages go on over further pages where text on one would be under { $limit } pt
ui_export_previous = Page before
ui_export_next = Next page
ui_export_nth = Page { $nth } of { $of }
ui_export_scale = Scale
ui_export_former_hint = Beside each measured rate the one of the period before, with its source
ui_export_former_disabled = The map was measured once; a second import keeps the period before
ui_export_notes = Sticky notes and file names
ui_export_notes_hint = The notes for those who make the map, and which files the figures came from. They stay out of the file otherwise
ui_export_live = Letters as text
ui_export_live_hint = For going on writing in a drawing program; it shows them only where the fonts are installed
ui_export_laying = Laying out the pages…
ui_export_painting = Painting… { $percent } %
ui_export_writing = Writing…
ui_export_go = Export…
ui_export_the_page = The page, { $said }
ui_export_points = { $width } × { $height } pt
ui_export_pixels = { $width } × { $height } pixels
