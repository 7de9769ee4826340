# src/ui/kept_versions_box.rs

ui_kept_title = Versionen dieser Map
ui_kept_name = Ein Name für diesen Stand
ui_kept_keep = Behalten
ui_kept_none = Noch keine Version. Jedes Speichern bewahrt eine auf, und jeder Stand, der einen Namen bekommt.
ui_kept_go_back = Zu dieser Version zurück
ui_kept_open_copy = Als Kopie öffnen
ui_kept_picture = Das Board in der Version { $version }
ui_kept_same = Die Map ist noch, wie sie in dieser Version war.
ui_kept_added = Seither hinzugekommen: { $what }
ui_kept_gone = Seither weggefallen: { $what }
ui_kept_changed = Seither geändert: { $what }
ui_kept_room = { $count ->
    [one] 1 Version
   *[other] { $count } Versionen
  } · { $used } von höchstens { $most } MB
