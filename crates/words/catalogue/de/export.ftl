# crates/core/src/export/format.rs

export_noun_page = Seite
export_pdf_words = Vektoren, mit Text, der sich markieren und durchsuchen lässt, und mit Tags für Screenreader.
export_noun_slides = Folien
export_pptx_words = Folien zum Weiterbearbeiten: Karten, Phasen und Worte als eigene Formen, in den Farben der Map.
export_noun_picture = Bild
export_png_words = Scharfe Pixel für eine Präsentation oder einen Chat.
export_noun_drawing = Zeichnung
export_svg_words = Das ganze Board für ein Zeichenprogramm.
export_noun_workbook = Arbeitsmappe
export_xlsx_words = Alle Tabellen der Map in einer Arbeitsmappe, je ein Blatt.
export_noun_table = Tabelle
export_csv_words = Eine Tabelle der Map, für alles, was Tabellen liest.
export_noun_data = Datei
export_json_words = Die ganze Map für andere Programme, auch Notizen und alle Zählungen, nach einem veröffentlichten Schema.
export_noun_summary = Zusammenfassung
export_markdown_words = Was die Map ergibt, Phase für Phase, für ein Wiki, ein Ticket oder eine Mail.
export_noun_journey = Journey
export_mermaid_words = Phasen, Karten, Gefühle in fünf Stufen und Zielgruppen, für Dokumente, die Mermaid zeichnen.
export_noun_canvas = Canvas
export_canvas_words = Phasen, Karten und die Wege dazwischen, für Whiteboards wie das von Obsidian.
export_list_and = { $first } und { $last }

# crates/core/src/export/mod.rs

export_unknown_fault = unbekannter Fehler

# crates/core/src/export/pdf/painter.rs

export_part_of_map = Teil der Map

# crates/core/src/export/pdf/mod.rs

export_untitled = Customer-Journey-Map

export_too_large = das Bild hätte { $width } × { $height } Pixel, mehr als { $most } insgesamt; wählen Sie einen kleineren Maßstab
export_empty = die Map ist leer: es gibt nichts zu exportieren
export_not_drawn = das Bild ließ sich nicht zeichnen ({ $reason }); die Map ist unversehrt, versuchen Sie ein anderes Format
export_not_written = das Bild ließ sich nicht schreiben: { $error }
export_no_pdf = das PDF ließ sich nicht erzeugen ({ $reason }); die Map ist unversehrt, versuchen Sie PNG oder SVG
export_many_pages = ein { $format } fasst eine Seite und nicht { $pages }; wählen Sie PDF
export_no_picture = { $format } ist kein Bild des Boards
export_no_workbook = die Arbeitsmappe ließ sich nicht erzeugen ({ $reason }); die Map ist unversehrt, versuchen Sie CSV
export_webp_words = Die Pixel eines PNG in weniger Bytes, für Seiten und Chats.
export_webp_side = ein WebP hat höchstens { $most } Pixel je Seite, dieses hätte { $width } × { $height }; wählen Sie weniger Pixel oder PNG
export_no_slides = die Folien ließen sich nicht erzeugen ({ $reason }); die Map ist unversehrt, versuchen Sie PDF
export_cancelled = abgebrochen
export_unknown_format = { $path }: nur { $known } lassen sich schreiben

# crates/core/src/export/missing.rs

export_missing = keine Schrift hier hat die Buchstaben { $letters } ({ $script }), die als Kästchen erscheinen; das Paket { $package } oder eine andere Schrift dafür bringt sie
script_greek = Griechisch
script_cyrillic = Kyrillisch
script_armenian = Armenisch
script_hebrew = Hebräisch
script_arabic = Arabisch
script_devanagari = Devanagari
script_bengali = Bengalisch
script_tamil = Tamilisch
script_thai = Thai
script_lao = Laotisch
script_georgian = Georgisch
script_ethiopic = Äthiopisch
script_khmer = Khmer
script_kana = japanische Kana
script_hangul = koreanisches Hangul
script_han = Han
script_emoji = Emoji
script_other = andere Schriften

# crates/core/src/data/tables/mod.rs

data_touchpoints = Touchpoints
data_drop_off = Absprung
data_segments = Segmente
data_register = Compliance-Register
data_actions = Maßnahmen
data_scorecard = Scorecard
data_evidence = Belege
data_notes = Haftnotizen
data_detail = Zweite Zeile
data_doing = Was der Kunde tut
data_channel = Kanal
data_ownership = Eigentum
data_audiences = Zielgruppen
data_amount = Umfang
data_all_stages = Alle Phasen
data_on_the_board = Auf dem Board
data_low = 95 % von
data_high = 95 % bis
data_children = Kinder unter 13
data_as_of = Stand

# crates/core/src/data/summary.rs

data_untitled = Customer Journey Map
data_review_due = Nächste Prüfung
data_goal = Ziel
data_loss = { $rate } ({ $interval }) von { $reached } { $counted }
data_median = wer weiterging, tat es zur Hälfte binnen { $median }
data_estimated = geschätzt { $estimate }, nicht gemessen
data_source = Quelle: { $source }

# crates/core/src/export/html.rs

export_noun_web_page = Seite
export_html_words = Eine Seite für den Browser, ohne Netz: zum Zoomen, Suchen und Drucken, mit allem, was sie sagt, als Liste.
html_picture_of = Bild der Map: { $name }
html_find = Suchen
html_none = nichts
html_in_list = in der Liste
html_previous = Voriger Treffer
html_next = Nächster Treffer
html_zoom_in = Größer
html_zoom_out = Kleiner
html_fit = Einpassen
html_dark = Dunkel
html_view = Die Map; die Pfeiltasten bewegen sie, Plus und Minus zoomen
html_hint = Ziehen bewegt; + und − oder Strg und das Rad zoomen, 0 zeigt alles, / sucht. Die Liste darunter sagt dasselbe in Worten.
html_skip = Zur Liste
html_list = Die Map in Worten
html_all = Alle Zielgruppen
