# src/ui/forget_box.rs

ui_forget_title = Wiederherstellungsdaten löschen
ui_forget_text = Neben Ihren Dateien wird aufbewahrt, was verlorene Arbeit zurückbringt: ungespeicherte Arbeit, Versionen, die Liste der letzten Dateien und Berichte. Einmal gelöscht, kommt nichts davon zurück. Die Dateien selbst bleiben.
ui_forget_this = Von dieser Map
ui_forget_all = Von allen Maps
ui_forget_delete = Löschen
