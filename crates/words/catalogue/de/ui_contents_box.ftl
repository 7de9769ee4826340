# src/ui/contents_box.rs

ui_contents_title = Was in dieser Map steht
ui_contents_text = Das bekommt, wer die Datei erhält. Ein Klick führt zur Stelle.
ui_contents_texts = Texte nach ihrer Art
ui_contents_none = Es steht kein Text darin.
ui_contents_go = Zu dieser Stelle
