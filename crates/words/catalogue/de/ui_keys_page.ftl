# src/ui/keys_page.rs

ui_keys_pan = Board verschieben
ui_keys_pan_how = Leertaste und ziehen, mittlere Maustaste, Mausrad
ui_keys_zoom = Um den Zeiger zoomen
ui_keys_zoom_how = Strg und Mausrad, zwei Finger
ui_keys_copy = Beim Ziehen kopieren
ui_keys_copy_how = Alt und ziehen
ui_keys_tenths = Emotion in Zehnteln
ui_keys_tenths_how = Alt und ein Gesicht ziehen
ui_keys_add = Zur Auswahl hinzufügen
ui_keys_add_how = Umschalt und klicken
ui_keys_leave = Ziehen abbrechen
ui_keys_leave_how = Esc
ui_keys_pointer = Mit dem Zeiger
ui_about_title = Über Touchline
ui_about_version = Version { $version }
ui_about_what = Ein Editor für Customer-Journey-Maps, mit gemessenem Absprung über dem Bild.
ui_about_no_cloud = Kein Konto, keine Cloud: Ihre Maps und die Daten Ihrer Kunden bleiben auf diesem Computer.
ui_about_typeface = Die Schrift ist Inter von The Inter Project Authors, unter der SIL Open Font License 1.1.
ui_keys_room = Beim Präsentieren
ui_keys_view = In der Ansicht { $view }
