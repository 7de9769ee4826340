# src/ui/client_copy_box.rs

ui_copy_title = Kopie für Kunden
ui_copy_text = Die Map, wie sie jetzt ist, ohne alles Interne, als eigene Datei. Was geschrieben wurde, wird zurückgelesen und nach jedem weggelassenen Wort durchsucht.
ui_copy_leave_out = Weglassen
ui_copy_teams = Zuständige als „Team 1“, „Team 2“
ui_copy_numbered = Quellen als „Quelle 1“
ui_copy_names = Decknamen, je Zeile einer: Eule = Lumen Kids+
ui_copy_names_file = Aus einer Datei …
ui_copy_names_count = { $count ->
    [one] 1 Titel heißt überall wie sein Deckname
   *[other] { $count } Titel heißen überall wie ihre Decknamen
  }; behalten werden sie, bis eine andere Map geöffnet wird, und nie auf der Platte
ui_copy_also = Auch exportieren
ui_copy_page = Daneben eine Seite, die sagt, was den Raum verließ
ui_copy_page_hint = Welche Dateien, was weggelassen wurde, was noch darin steht, und der Nachweis. Für Sie, nicht für den Kunden.
ui_copy_go = Kopie schreiben …
ui_copy_copying = Die Kopie entsteht
ui_copy_drawing = Gezeichnet: { $percent } %
ui_copy_writing = Wird geschrieben
ui_copy_reading = Das Geschriebene wird zurückgelesen
ui_copy_there = Schon vorhanden: { $files }. Sie würden ersetzt.
ui_copy_replace = Ersetzen
ui_copy_files = Geschrieben
ui_copy_left_out = Weggelassen
ui_copy_found = „{ $word }“ steht in { $files }
ui_copy_found_text = Geben Sie diesen Wörtern Decknamen, oder nehmen Sie sie aus der Map, und schreiben Sie die Kopie noch einmal.
ui_copy_not_for_client = { $file } ist für Sie, nicht für den Kunden
ui_copy_again = Zurück zur Auswahl
