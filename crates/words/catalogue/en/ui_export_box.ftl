# src/ui/export_box/mod.rs

ui_export_title = Export
ui_export_format = Format
ui_export_page = Page
ui_export_slide = 16:9 slide
ui_export_whole = Whole board
ui_export_screen = 4:3 slide
ui_export_own = Own size
ui_export_width = Width
ui_export_height = Height
ui_export_upright = Upright
ui_export_pages = Pages
ui_export_one_page = All on one
ui_export_enough_pages = As many as it takes
ui_export_enough_hint = The stages go on over further pages where text on one would be under { $limit } pt
ui_export_deck = Deck of slides
ui_export_deck_hint = Cover, answer, the whole map, a slide for each stage, audiences, money, sign-offs, actions, and how it was counted
ui_export_previous = Page before
ui_export_next = Next page
ui_export_nth = Page { $nth } of { $of }
ui_export_scale = Scale
ui_export_former_hint = Beside each measured rate the one of the period before, with its source
ui_export_former_disabled = The map was measured once; a second import keeps the period before
ui_export_notes = Sticky notes and file names
ui_export_notes_hint = The notes for those who make the map, and which files the figures came from. They stay out of the file otherwise
ui_export_table = Table
ui_export_contents = What is in the file
ui_export_live = Letters as text
ui_export_live_hint = For going on writing in a drawing program; it shows them only where the fonts are installed
ui_export_laying = Laying out the pages… { $percent } %
ui_export_stop = Stop
ui_export_stopped = The pages were not laid out
ui_export_lay_out = Lay them out
ui_export_painting = Painting… { $percent } %
ui_export_writing = Writing…
ui_export_go = Export…
ui_export_the_page = The page, { $said }
ui_export_points = { $width } × { $height } pt
ui_export_pixels = { $width } × { $height } pixels

# src/ui/export_box/slides.rs

ui_slides = Slides
ui_slide_shown = Show the slide { $name }
ui_slides_forget = As the map has it by itself
ui_slide_write = Own words for this slide…
ui_slide_write_hint = From then on the deck stays in this order, whatever comes later
ui_slide_headline = Headline
ui_slide_headline_hint = What the figures say
ui_slide_name = Above the headline
ui_slide_notes = Speaker notes
ui_slide_notes_hint = What you say while it is shown
ui_slide_left_out = Left out of the deck
ui_slide_remark = The order of slides is chosen under Export → Deck of slides.
ui_export_spoken = With speaker notes
ui_export_spoken_hint = What is said to each slide: behind the slides, in PowerPoint as its notes
ui_export_each = Pages for all and for each

# src/ui/inspector/brand.rs

ui_brand = Brand
ui_brand_accent = Accent
ui_brand_cover = Cover of the deck
ui_brand_stages = Colours of the first stages
ui_brand_footer = Footer of pages
ui_brand_footer_hint = Prepared for the client
ui_brand_take = Take from a brand kit…
ui_brand_faint = Text in this colour has { $ratio } to 1 on white; 4.5 are needed. Text is drawn in { $next }.
ui_brand_take_next = Take { $next }
