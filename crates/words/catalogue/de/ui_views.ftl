# src/ui/views/, crates/core/src/session/views/

view_board = Board
view_outline = Gliederung
ui_views_switch = Ansicht der Map
ui_views_switch_now = Ansicht der Map: { $view }
ui_views_switch_how = { $keys }, neben der ersten Ansicht { $beside } oder Umschalt und Klick
ui_second_handle = Breite der zwei Ansichten
ui_second_narrow = Für zwei Ansichten ist das Fenster zu schmal: { $view } kommt wieder, sobald Platz ist.
ui_outline_name = Gliederung
ui_outline_name_titled = Gliederung von { $title }
ui_outline_empty = Hier steht noch nichts. Strg+↓ beginnt mit einer Phase.
ui_outline_add = Neue Zeile
ui_outline_sought = Gesucht: „{ $letters }“
ui_outline_not_found = Keine Zeile sagt „{ $letters }“. In eine neue Zeile schreiben: { $keys }
ui_view_key = { $keys }: { $name }
ui_view_key_write = Schreiben
ui_view_key_walk = Durch die Zeilen gehen
ui_view_key_walk_cells = Durch die Zellen gehen
ui_view_key_walk_cards = Durch die Karten gehen
ui_view_key_ends_of_row = Erste und letzte Spalte
ui_view_key_fold = Falten, entfalten
ui_view_key_move = Zeile verschieben
ui_view_key_tie = Einer Karte zuordnen
ui_view_key_untie = Der Phase zuordnen
ui_view_key_reach = Mehrere auswählen
ui_view_key_check = Zeile anhaken
ui_view_key_put_off = Früher, später
ui_view_letters_find = Buchstaben finden eine Zeile
ui_view_letters_write = Buchstaben schreiben eine Zelle neu
ui_view_clipboard = Zeilen kopieren, Zellen einfügen
ui_outline_field = Text der Zeile
ui_outline_editor_keys = Enter · Esc
ui_outline_reached = erreicht
ui_outline_untitled = ohne Worte
ui_outline_holds = { $n ->
        [one] 1 Teil
       *[other] { $n } Teile
    }
ui_outline_said = { $kind }: { $text }
ui_outline_said_more = { $said }, { $more }
ui_outline_fold = { $text } einklappen
ui_outline_unfold = { $text } ausklappen

view_table = Tabelle
view_roadmap = Roadmap
ui_table_kind = Was die Tabelle zeigt
ui_table_name = Tabelle: { $kind }
ui_table_match = { $seen } von { $all } passen
ui_table_empty = Hier passt nichts.
ui_table_any = alle
ui_table_any_range = alle, ≥ ≤ …
ui_table_ticks = Gezeigte Werte von: { $name }
ui_table_clear = Filter aufheben
ui_table_words = Worte, die zu finden sind in: { $name }
ui_table_sort_how = Klick sortiert, Umschalt+Klick sortiert weiter
ui_table_nothing = nichts
ui_table_cell = { $column }: { $text }
ui_table_checked = { $n } ausgewählt
ui_table_mixed = verschieden
ui_table_of_all = { $name } aller ausgewählten
ui_table_esc = Esc hebt auf
table_pasted = { $n ->
        [one] 1 Zelle eingefügt
       *[other] { $n } Zellen eingefügt
    }
table_refused = Zeile { $row }, { $column }: { $why }
table_no_rows = { $n ->
        [one] 1 Zeile mehr, als die Tabelle ab hier hat, blieb draußen.
       *[other] { $n } Zeilen mehr, als die Tabelle ab hier hat, blieben draußen.
    }
ui_roadmap_name = Roadmap: { $counts }
ui_roadmap_said = { $title }, { $plan }, { $effect }
ui_roadmap_no_owner = braucht jemanden, der es tut
ui_roadmap_not_estimated = Wirkung nicht geschätzt
ui_roadmap_pain_at = Schmerzpunkt bei { $place }
ui_roadmap_needs_action = braucht eine Maßnahme
