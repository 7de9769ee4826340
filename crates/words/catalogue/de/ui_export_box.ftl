# src/ui/export_box/mod.rs

ui_export_title = Exportieren
ui_export_format = Format
ui_export_page = Seite
ui_export_slide = Folie 16:9
ui_export_whole = Ganzes Board
ui_export_pages = Seiten
ui_export_one_page = Alles auf einer
ui_export_enough_pages = So viele wie nötig
ui_export_enough_hint = Die Phasen gehen auf weiteren Seiten weiter, wo der Text auf einer unter { $limit } pt wäre
ui_export_previous = Seite davor
ui_export_next = Nächste Seite
ui_export_nth = Seite { $nth } von { $of }
ui_export_scale = Maßstab
ui_export_former_hint = Neben jeder gemessenen Rate die des Zeitraums davor, mit Quelle
ui_export_former_disabled = Die Map wurde einmal gemessen; ein zweiter Import behält den Zeitraum davor
ui_export_notes = Haftnotizen und Dateinamen
ui_export_notes_hint = Die Notizen für die, die an der Karte arbeiten, und aus welchen Dateien die Zahlen stammen. Sonst bleiben sie der Datei fern
ui_export_live = Buchstaben als Text
ui_export_live_hint = Zum Weiterschreiben in einem Zeichenprogramm; sichtbar nur, wo die Schriften installiert sind
ui_export_laying = Seiten werden angeordnet…
ui_export_painting = Wird gezeichnet… { $percent } %
ui_export_writing = Wird geschrieben…
ui_export_go = Exportieren…
ui_export_the_page = Die Seite, { $said }
ui_export_points = { $width } × { $height } pt
ui_export_pixels = { $width } × { $height } Pixel
