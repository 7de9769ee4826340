# src/export/format.rs

export_noun_page = Seite
export_pdf_words = Vektoren, mit Text, der sich markieren und durchsuchen lässt, und mit Tags für Screenreader.
export_noun_picture = Bild
export_png_words = Scharfe Pixel für eine Präsentation oder einen Chat.
export_noun_drawing = Zeichnung
export_svg_words = Das ganze Board für ein Zeichenprogramm.
export_list_and = { $first } und { $last }

# src/export/mod.rs

export_unknown_fault = unbekannter Fehler

# src/export/pdf/painter.rs

export_part_of_map = Teil der Map

# src/export/pdf/mod.rs

export_untitled = Customer-Journey-Map
