# src/ui/views/, crates/core/src/session/views/

view_board = Board
view_outline = Gliederung
ui_views_switch = Ansicht der Map
ui_outline_name = Gliederung
ui_outline_name_titled = Gliederung von { $title }
ui_outline_empty = Hier steht noch nichts. Strg+↓ beginnt mit einer Phase.
ui_outline_add = Neue Zeile
ui_outline_keys = Enter schreibt · ← → falten · Alt+↑ ↓ verschieben · Tab ordnet einer Karte zu · Tippen sucht
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
