# src/ui/kept_versions_box.rs

ui_kept_title = Versions of this map
ui_kept_name = A name for this moment
ui_kept_keep = Keep
ui_kept_none = No version yet. Each save keeps one, and so does a moment that is given a name.
ui_kept_go_back = Go back to this version
ui_kept_open_copy = Open as a copy
ui_kept_picture = The board in the version { $version }
ui_kept_same = The map is what it was in this version.
ui_kept_added = Since then added: { $what }
ui_kept_gone = Since then gone: { $what }
ui_kept_changed = Since then changed: { $what }
ui_kept_room = { $count ->
    [one] 1 version
   *[other] { $count } versions
  } · { $used } of at most { $most } MB
