# src/ui/notices.rs

ui_notices_dismiss = Dismiss
