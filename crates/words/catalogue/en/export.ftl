# src/export/format.rs

export_noun_page = page
export_pdf_words = Vector, with text that can be selected and searched, and tags for screen readers.
export_noun_picture = picture
export_png_words = Sharp pixels for a deck or a chat.
export_noun_drawing = drawing
export_svg_words = The whole board for a drawing program.
export_list_and = { $first } and { $last }

# src/export/mod.rs

export_unknown_fault = unknown fault

# src/export/pdf/painter.rs

export_part_of_map = Part of the map

# src/export/pdf/mod.rs

export_untitled = Customer journey map
