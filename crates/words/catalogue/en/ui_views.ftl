# src/ui/views/, crates/core/src/session/views/

view_board = Board
view_outline = Outline
ui_views_switch = View of the map
ui_outline_name = Outline
ui_outline_name_titled = Outline of { $title }
ui_outline_empty = Nothing stands here yet. Ctrl+↓ begins with a stage.
ui_outline_add = New row
ui_outline_keys = Enter writes · ← → fold · Alt+↑ ↓ move · Tab ties to a card · type to find
ui_outline_field = Text of the row
ui_outline_editor_keys = Enter · Esc
ui_outline_reached = reached
ui_outline_untitled = without words
ui_outline_holds = { $n ->
        [one] 1 part
       *[other] { $n } parts
    }
ui_outline_said = { $kind }: { $text }
ui_outline_said_more = { $said }, { $more }
ui_outline_fold = Fold { $text }
ui_outline_unfold = Unfold { $text }
