# src/ui/export_box/mod.rs

ui_export_title = Exportieren
ui_export_format = Format
ui_export_page = Seite
ui_export_slide = Folie 16:9
ui_export_whole = Ganzes Board
ui_export_screen = Folie 4:3
ui_export_own = Eigene Größe
ui_export_width = Breite
ui_export_height = Höhe
ui_export_upright = Hochkant
ui_export_pages = Seiten
ui_export_one_page = Alles auf einer
ui_export_enough_pages = So viele wie nötig
ui_export_enough_hint = Die Phasen gehen auf weiteren Seiten weiter, wo der Text auf einer unter { $limit } pt wäre
ui_export_deck = Foliensatz
ui_export_deck_hint = Titel, Antwort, die ganze Map, eine Folie je Phase, Zielgruppen, Geld, Freigaben, Maßnahmen, und wie gezählt wurde
ui_export_previous = Seite davor
ui_export_next = Nächste Seite
ui_export_nth = Seite { $nth } von { $of }
ui_export_scale = Maßstab
ui_export_former_hint = Neben jeder gemessenen Rate die des Zeitraums davor, mit Quelle
ui_export_former_disabled = Die Map wurde einmal gemessen; ein zweiter Import behält den Zeitraum davor
ui_export_notes = Haftnotizen und Dateinamen
ui_export_notes_hint = Die Notizen für die, die an der Karte arbeiten, und aus welchen Dateien die Zahlen stammen. Sonst bleiben sie der Datei fern
ui_export_table = Tabelle
ui_export_contents = Was in der Datei steht
ui_export_live = Buchstaben als Text
ui_export_live_hint = Zum Weiterschreiben in einem Zeichenprogramm; sichtbar nur, wo die Schriften installiert sind
ui_export_laying = Seiten werden angeordnet… { $percent } %
ui_export_stop = Anhalten
ui_export_stopped = Die Seiten wurden nicht angeordnet
ui_export_lay_out = Jetzt anordnen
ui_export_painting = Wird gezeichnet… { $percent } %
ui_export_writing = Wird geschrieben…
ui_export_go = Exportieren…
ui_export_the_page = Die Seite, { $said }
ui_export_points = { $width } × { $height } pt
ui_export_pixels = { $width } × { $height } Pixel

# src/ui/export_box/slides.rs

ui_slides = Folien
ui_slide_shown = Die Folie { $name } zeigen
ui_slides_forget = Wie die Map sie von selbst hat
ui_slide_write = Eigene Worte für diese Folie…
ui_slide_write_hint = Von da an bleibt der Foliensatz in dieser Ordnung, was auch dazukommt
ui_slide_headline = Überschrift
ui_slide_headline_hint = Was die Zahlen sagen
ui_slide_name = Über der Überschrift
ui_slide_notes = Sprechernotizen
ui_slide_notes_hint = Was Sie sagen, während sie gezeigt wird
ui_slide_left_out = Nicht im Foliensatz
ui_slide_remark = Die Reihenfolge der Folien wird unter Export → Foliensatz gewählt.
ui_export_spoken = Mit Sprechernotizen
ui_export_spoken_hint = Was zu jeder Folie gesagt wird: hinter den Folien, in PowerPoint als deren Notizen
ui_export_each = Seiten für alle und für jede

# src/ui/inspector/brand.rs

ui_brand = Marke
ui_brand_accent = Akzent
ui_brand_cover = Titel der Folien
ui_brand_stages = Farben der ersten Phasen
ui_brand_footer = Fußzeile der Seiten
ui_brand_footer_hint = Erstellt für den Kunden
ui_brand_take = Aus einer Marke übernehmen…
ui_brand_faint = Schrift in dieser Farbe hat auf Weiß { $ratio } zu 1; nötig sind 4,5. Schrift steht in { $next }.
ui_brand_take_next = { $next } nehmen
