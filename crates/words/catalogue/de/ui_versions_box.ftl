# src/ui/versions_box.rs

ui_versions_file = Die Datei { $name }
ui_versions_changed = Die Datei hat sich geändert
ui_versions_unsaved = Zu dieser Map gibt es ungespeicherte Arbeit
ui_versions_saving = { $name } wurde anderswo geschrieben, seit die Datei hier geöffnet wurde. Noch ist nichts gespeichert. Als Kopie gespeichert bleiben beide; wird die Datei ersetzt, ist unter „Versionen…“ zurückzuholen, was jetzt darin steht.
ui_versions_draft = { $name } wurde geschrieben, nachdem die Arbeit in diesem Entwurf begann. Als Kopie geöffnet bleiben beide. Wird der Entwurf fortgesetzt, ersetzt sein Speichern, was jetzt in der Datei steht.
ui_versions_file_newer = Ein Entwurf enthält Arbeit an { $name }, die nicht gespeichert wurde, und die Datei wurde nach dieser Arbeit geschrieben. Als Kopie geöffnet bleiben beide. Wird der Entwurf fortgesetzt, ersetzt sein Speichern, was jetzt in der Datei steht.
ui_versions_file_older = Ein Entwurf enthält Arbeit an { $name }, die nicht gespeichert wurde. Wird die Datei geöffnet, bleibt der Entwurf, wo er ist, unter „Vorlagen und Entwürfe“.
ui_versions_save_copy = Als Kopie speichern…
ui_versions_replace = Datei ersetzen
ui_versions_open_copy = Entwurf als Kopie öffnen
ui_versions_go_on = Entwurf fortsetzen
ui_versions_open_file = Datei öffnen
ui_versions_this_map = Die Map in diesem Fenster
ui_versions_the_draft = Der Entwurf
ui_versions_no_map = keine lesbare Map
ui_versions_not_saved = nicht gespeichert: { $counts }
ui_versions_together = Beide zusammenführen
ui_versions_added = Dort kam dazu: { $what }
ui_versions_gone = Dort fehlt: { $what }
ui_versions_has_changed = Dort ist anders: { $what }
