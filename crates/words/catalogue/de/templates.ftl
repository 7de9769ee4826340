# crates/core/src/edit/templates/mod.rs

template_streaming = Streaming-Abonnent
template_live = Live-Event
template_content = Reise durch einen Inhalt
template_publisher = Vom Newsletter zum Abo
template_children = Kinderplattform
template_game = Spiele-Community
template_theatrical = Kinostart
template_podcast = Podcast-Start
template_workshop = Workshop, zwei Stunden
template_streaming_line = Aufmerksamkeit → Bindung, Abwanderung
template_live_line = Ankündigung → Rückblick → nächstes Mal
template_content_line = Entdeckung → über den Abspann hinaus
template_publisher_line = Anmeldung → Bezahlschranke, Sponsoren
template_children_line = Einwilligung → Alltag, COPPA
template_game_line = Wunschliste → Beta → Betrieb → Rückkehr
template_theatrical_line = Ankündigung → Kino → spätere Fenster
template_podcast_line = Trailer → Gewohnheit, Werbung vom Host
template_workshop_line = Fünf Phasen, Agenda, vier Notizfarben
