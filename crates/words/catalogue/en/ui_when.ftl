# src/ui/when.rs

ui_when_minutes = { $minutes } min
ui_when_left = about { $text } left
ui_when_yesterday = yesterday
ui_when_today = today { $time }
ui_when_day_at = { $day }, { $time }
