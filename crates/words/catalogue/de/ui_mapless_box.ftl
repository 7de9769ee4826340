# src/ui/mapless_box.rs

ui_mapless_open = Ihre Map öffnen…
ui_mapless_stages_more = {" "}mit den Phasen { $names } und weiteren
ui_mapless_stages = {" "}mit den Phasen { $names }
ui_mapless_text = { $file } ist die Tabelle einer Map{ $of_stages }. Öffnen Sie diese Map, und was die Tabelle daran ändert, wird sofort gezeigt.
