# src/ui/when.rs

ui_when_minutes = { $minutes } min
ui_when_left = noch etwa { $text }
ui_when_yesterday = gestern
ui_when_today = heute { $time }
ui_when_day_at = { $day }, { $time }
