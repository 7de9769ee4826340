# crates/core/src/edit/templates/mod.rs

template_streaming = Streaming subscriber
template_live = Live event
template_content = Content journey
template_publisher = Newsletter to subscription
template_children = Children’s platform
template_game = Game community
template_theatrical = Theatrical release
template_podcast = Podcast launch
template_workshop = Two-hour workshop
template_streaming_line = Awareness → Retention, churn signals
template_live_line = Announce → Ticket → Recap → Next
template_content_line = Discovery → beyond the final credits
template_publisher_line = Sign-up → paywall, sponsored slots
template_children_line = Parental consent → everyday, COPPA
template_game_line = Wishlist → Beta → live-ops → return
template_theatrical_line = Announce → cinema → later windows
template_podcast_line = Trailer → habit, host-read ads
template_workshop_line = Five stages, agenda, four note colours
