# src/ui/widgets/fold.rs

ui_fold = Fold { $name }
ui_unfold = Unfold { $name }

# src/ui/widgets/boxed.rs

ui_close_this_box = Close this box

# src/ui/widgets/verdict.rs

ui_no_value_yet = no value yet
