# src/ui/widgets/fold.rs

ui_fold = { $name } einklappen
ui_unfold = { $name } ausklappen

# src/ui/widgets/boxed.rs

ui_close_this_box = Dieses Fenster schließen

# src/ui/widgets/verdict.rs

ui_no_value_yet = noch kein Wert
