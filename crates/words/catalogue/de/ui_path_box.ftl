# src/ui/path_box.rs

ui_path_no_dialog = Dieser Desktop bietet keinen Dateidialog. Pfad eingeben oder einfügen; Tab vervollständigt ihn.
ui_path_path = Pfad
ui_path_replace = Ersetzen
ui_path_type_first = Geben Sie zuerst einen Pfad ein.
ui_path_choose_in_folder = Das ist ein Ordner: Wählen Sie eine Datei darin.
ui_path_no_file = Eine Datei dieses Namens gibt es nicht. Prüfen Sie die Schreibweise.
ui_path_add_name = Das ist ein Ordner: Fügen Sie einen Dateinamen hinzu.
ui_path_no_folder = Den Ordner { $folder } gibt es nicht. Wählen Sie einen vorhandenen.
