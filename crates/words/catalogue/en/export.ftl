# crates/core/src/export/format.rs

export_noun_page = page
export_pdf_words = Vector, with text that can be selected and searched, and tags for screen readers.
export_noun_slides = slides
export_pptx_words = Slides to go on editing: cards, stages and words as shapes of their own, in the colours of the map.
export_noun_picture = picture
export_png_words = Sharp pixels for a deck or a chat.
export_noun_drawing = drawing
export_svg_words = The whole board for a drawing program.
export_noun_workbook = workbook
export_xlsx_words = All tables of the map in one workbook, a sheet each.
export_noun_table = table
export_csv_words = One table of the map, for whatever reads tables.
export_noun_data = file
export_json_words = The whole map for other programs, notes and all counts too, by a published schema.
export_noun_summary = summary
export_markdown_words = What the map found, stage by stage, for a wiki, a ticket or a mail.
export_noun_journey = journey
export_mermaid_words = Stages, cards, feelings in five steps and audiences, for documents that draw Mermaid.
export_noun_canvas = canvas
export_canvas_words = Stages, cards and the ways between them, for whiteboards such as Obsidian’s.
export_list_and = { $first } and { $last }

# crates/core/src/export/mod.rs

export_unknown_fault = unknown fault

# crates/core/src/export/pdf/painter.rs

export_part_of_map = Part of the map

# crates/core/src/export/pdf/mod.rs

export_untitled = Customer journey map

export_too_large = the picture would be { $width } × { $height } pixels, more than { $most } in all; choose a smaller scale
export_empty = the map is empty: there is nothing to export
export_not_drawn = the picture could not be drawn ({ $reason }); the map is unharmed, try another format
export_not_written = the picture could not be written: { $error }
export_no_pdf = the PDF could not be made ({ $reason }); the map is unharmed, try PNG or SVG
export_many_pages = a { $format } holds one page and not { $pages }; choose PDF
export_no_picture = { $format } is no picture of the board
export_no_workbook = the workbook could not be made ({ $reason }); the map is unharmed, try CSV
export_webp_words = The pixels of a PNG in fewer bytes, for pages and chats.
export_webp_side = a WebP has at most { $most } pixels a side, and this would have { $width } × { $height }; choose fewer pixels, or PNG
export_no_slides = the slides could not be made ({ $reason }); the map is unharmed, try PDF
export_cancelled = cancelled
export_unknown_format = { $path }: only { $known } can be written

# crates/core/src/export/missing.rs

export_missing = no font here has the letters { $letters } ({ $script }), which show as boxes; the package { $package }, or any font with this script, brings them
script_greek = Greek
script_cyrillic = Cyrillic
script_armenian = Armenian
script_hebrew = Hebrew
script_arabic = Arabic
script_devanagari = Devanagari
script_bengali = Bengali
script_tamil = Tamil
script_thai = Thai
script_lao = Lao
script_georgian = Georgian
script_ethiopic = Ethiopic
script_khmer = Khmer
script_kana = Japanese kana
script_hangul = Korean hangul
script_han = Han
script_emoji = emoji
script_other = other scripts

# crates/core/src/data/tables/mod.rs

data_touchpoints = Touchpoints
data_drop_off = Drop-off
data_segments = Segments
data_register = Compliance register
data_actions = Actions
data_scorecard = Scorecard
data_evidence = Evidence
data_notes = Sticky notes
data_detail = Second line
data_doing = What the customer does
data_channel = Channel
data_ownership = Ownership
data_audiences = Audiences
data_amount = Amount
data_all_stages = All stages
data_on_the_board = On the board
data_low = 95 % from
data_high = 95 % to
data_children = Children under 13
data_as_of = As of

# crates/core/src/data/summary.rs

data_untitled = Customer journey map
data_review_due = Next review
data_goal = Goal
data_loss = { $rate } ({ $interval }) of { $reached } { $counted }
data_median = half of those who went on did so within { $median }
data_estimated = estimated { $estimate }, not measured
data_source = Source: { $source }

# crates/core/src/export/html.rs

export_noun_web_page = page
export_html_words = One page for a browser, without a network: to zoom, search and print, with all it says as a list.
html_picture_of = Picture of the map: { $name }
html_find = Find
html_none = nothing
html_in_list = in the list
html_previous = Previous hit
html_next = Next hit
html_zoom_in = Zoom in
html_zoom_out = Zoom out
html_fit = Fit
html_dark = Dark
html_view = The map, to be moved with the arrow keys and zoomed with plus and minus
html_hint = Drag to move; + and − or Ctrl and the wheel zoom, 0 shows all, / finds. The list below says the same in words.
html_skip = Skip to the list
html_list = The map in words
html_all = All audiences
