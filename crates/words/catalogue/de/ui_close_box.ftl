# src/ui/close_box.rs

ui_close_this_map = diese Map
ui_close_title = Ohne Speichern schließen?
ui_close_text = „{ $name }“ hat Änderungen, die noch in keiner Datei stehen. Als Entwurf behalten, bleiben sie auf diesem Computer und werden beim nächsten Start angeboten; verworfen, sind sie weg, sobald Touchline geschlossen wird.
ui_close_keep = Als Entwurf behalten
