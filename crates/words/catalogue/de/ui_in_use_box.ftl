# src/ui/in_use_box.rs

ui_in_use_title = In einem anderen Fenster offen
ui_in_use_text = { $name } ist seit { $since } in einem anderen Fenster von Touchline offen (Prozess { $process }). Als Kopie geöffnet, bleiben beide. Trotzdem geöffnet, geht nichts verloren: Wer als Zweiter speichert, wird gefragt.
ui_in_use_elsewhere = { $name } ist auf einem anderen Rechner offen, { $machine }, oder war es, als der ohne ein Wort ausging. Als Kopie geöffnet, bleiben beide. Trotzdem geöffnet, geht nichts verloren: Wer als Zweiter speichert, wird gefragt.
ui_in_use_other = { $name } ist in einem anderen Fenster von Touchline offen, mit anderen Einstellungen (Prozess { $process }). Als Kopie geöffnet, bleiben beide. Trotzdem geöffnet, geht nichts verloren: Wer als Zweiter speichert, wird gefragt.
ui_in_use_open = Trotzdem öffnen
