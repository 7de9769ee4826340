# crates/core/src/model/segment.rs

basis_demographic = demografisch
basis_firmographic = firmografisch
basis_behavioural = verhaltensbasiert
basis_value = nach Wert
basis_needs_based = bedarfsbasiert

# crates/core/src/model/valid.rs

valid_worth = hat einen Wert je Kunde, der keine Geldspanne von niedrig über wahrscheinlich bis hoch ist
valid_stage_width = ist { $width } breit; möglich ist { $least } bis { $most }
valid_estimate = hat einen geschätzten Absprung von { $percent } %; möglich ist 0 bis 100
valid_card_lane = liegt in der Bahn „{ $lane }“, die keine Touchpoints aufnimmt
valid_drawing_size = ist { $width } × { $height } Einheiten der Map groß
valid_sticky_place = liegt bei { $x } · { $y }, außerhalb des Boards
valid_stage_twice = nennt eine Phase zweimal
valid_rows_used = hat mehr Zeilen verwendet als gelesen
valid_target = hat das Ziel { $target }; möglich ist { $least } bis { $most }
valid_periods = hat { $count } Zeiträume; möglich sind { $most }
valid_period_days = hat einen Zeitraum, der nicht 1 bis { $most } Tage lang ist
valid_figures = hat { $count } Zahlen für { $stages } Phasen
valid_reached = besagt, dass { $reached } von { $customers } Kunden eine Phase erreichten und { $dropped } davon absprangen
valid_time = hat eine Zeit bis zur nächsten Phase, die negativ oder keine Zahl ist
valid_again = besagt, dass mehr als { $reached } Kunden noch einmal in eine Phase kamen
valid_seen_again = berichtet für andere Phasen als die davor, wer dort wieder zu sehen war, oder von mehr Kunden, als die Phase erreichten
valid_then_stages = sagt für { $told } Phasen, was danach kam, nicht für { $stages }
valid_then_customers = sagt von { $all } Kunden, was sie nach einer Phase taten, in der { $dropped } absprangen
valid_touch = besagt, dass „{ $event }“ für { $most } von { $customers } Kunden das erste oder letzte Ereignis war
valid_names_missing = verweist auf { $named }, was in der Map fehlt
valid_period_order = ist vom { $from } bis zum früheren { $to } geplant

# crates/core/src/model/edit.rs

edit_not_done = nicht ausgeführt, die Map ist unverändert:{" "}
edit_impossible = die Map wäre danach in einem unmöglichen Zustand

# crates/core/src/model/touchpoint.rs

emotion_no_score = { $value } ist keine Emotion: erwartet wird −3.0 bis 3.0 in Zehnteln
evidence_behavioural_data = Verhaltensdaten
evidence_session_recordings = Sitzungsaufzeichnungen
evidence_crm_stage_durations = Verweildauern aus dem CRM
evidence_support_themes = Support-Themen
evidence_survey = Umfrage
evidence_interviews = Interviews
ownership_owned = eigen
ownership_paid = bezahlt
ownership_earned = verdient
ownership_outside = außerhalb unserer Kontrolle
channel_paid_social = Bezahlte Social-Werbung
channel_streaming_ad = CTV-/Streaming-Werbung
channel_email = E-Mail
channel_app_push = App-Push
channel_influencer = Influencer / Talente
channel_podcast = Podcast / Audio
channel_community = Community
channel_press = PR & Presse
channel_review_site = Bewertungsportal
channel_in_app_message = In-App-Nachricht
channel_checkout = Kasse
channel_trailer = Trailer
channel_website = Website
channel_search = Suche
channel_app_screen = App- oder TV-Ansicht
channel_recommendation = Empfehlung
channel_word_of_mouth = Mundpropaganda
channel_competitor_research = Anbietervergleich
channel_sales_call = Verkaufsgespräch
channel_event = Spielort / Live-Event
channel_merchandise = Merchandise
channel_support = Support
channel_also_paid_social = meta tiktok youtube instagram anzeige werbung ad
channel_also_streaming_ad = fernsehen connected tv ott spot
channel_also_email = newsletter crm mail
channel_also_app_push = benachrichtigung mobil notification
channel_also_influencer = creator partnerschaft gesponsert beitrag
channel_also_podcast = radio musik host read
channel_also_community = discord forum fans reddit
channel_also_press = öffentlichkeit kritik interview
channel_also_review_site = bewertungen kritiken sterne
channel_also_in_app_message = banner tooltip onboarding
channel_also_checkout = zahlung bezahlen probe ticket abonnieren paywall checkout
channel_also_trailer = teaser video clip
channel_also_website = landingpage seite web
channel_also_search = seo google store
channel_also_app_screen = oberfläche ui smart tv player profil
channel_also_recommendation = algorithmus personalisiert reihe
channel_also_word_of_mouth = freunde bekannte gespräch
channel_also_competitor_research = vergleich alternativen wettbewerb
channel_also_sales_call = demo konto b2b vertrieb
channel_also_event = premiere konzert spiel stadion einlass festival
channel_also_merchandise = shop laden geschenk
channel_also_support = hilfe ticket chat faq

# crates/core/src/model/measurement.rs

counted_customers = Kunden
counted_records = Datensätze
rows_are_events = Ereignisse
rows_are_counts = Zählungen
rows_are_records = CRM-Zeilen

# crates/core/src/model/rank.rs

rank_wrong = „{ $rank }“ ist kein Rang: erwartet werden bis zu { $most } Buchstaben a–z, der letzte nicht a

# crates/core/src/model/date.rs

date_wrong = „{ $shown }“ ist kein Datum: erwartet wird ein Tag wie 2026-11-03
date_long = { $short } { $year }
date_short = { $day }. { $month }
month_jan = Jan.
month_feb = Feb.
month_mar = März
month_apr = Apr.
month_may = Mai
month_jun = Juni
month_jul = Juli
month_aug = Aug.
month_sep = Sept.
month_oct = Okt.
month_nov = Nov.
month_dec = Dez.

# crates/core/src/model/metric.rs

metric_gross_churn = Abo-Abwanderung, brutto
metric_net_churn = Abo-Abwanderung, netto
metric_episodic_completion = Zu Ende gesehen, Serie
metric_film_completion = Zu Ende gesehen, Film
metric_time_spent = Sehdauer
metric_net_promoter = Net Promoter Score
metric_satisfaction = Kundenzufriedenheit
metric_discovery = Konversion aus Empfehlungen
metric_community = Beteiligung der Community
metric_gross_churn_definition = Abonnenten, die im Zeitraum gekündigt haben, von denen zu Beginn; auf den Monat bezogen
metric_net_churn_definition = Abonnenten, die im Zeitraum gekündigt haben und darin nicht zurückgekehrt sind, von denen zu Beginn; auf den Monat bezogen
metric_episodic_completion_definition = Zu Ende gesehene Folgen, von den begonnenen
metric_film_completion_definition = Zu Ende gesehene Filme, von den begonnenen
metric_time_spent_definition = Stunden, die alle Zuschauer im Zeitraum gesehen haben; daneben Stunden je aktivem Zuschauer
metric_net_promoter_definition = Prozent mit Antwort 9 oder 10 minus Prozent mit Antwort 0 bis 6 auf die Frage nach der Weiterempfehlung
metric_satisfaction_definition = Antworten mit den zwei besten Noten, von allen Antworten
metric_discovery_definition = Kunden, die auf eine Empfehlung geklickt und sie genutzt haben, von denen, die eine sahen
metric_community_definition = Aktive Nutzer, die sich in Foren, Kommentaren oder sozialen Medien beteiligt haben, von allen aktiven Nutzern
metric_gross_churn_benchmark = Faustregel; US-Durchschnitt 5,2 % (Antenna, Aug. 2024)
metric_net_churn_benchmark = Faustregel; US-Durchschnitt 3,5 % (Antenna, Aug. 2024)
metric_count_cancelled = Gekündigt
metric_count_at_start = Abonnenten zu Beginn
metric_count_came_back = Zurückgekehrt
metric_count_finished = Zu Ende gesehen
metric_count_started = Begonnen
metric_count_hours = Gesehene Stunden
metric_count_viewers = Aktive Zuschauer
metric_count_promoters = Promotoren
metric_count_answers = Antworten
metric_count_detractors = Detraktoren
metric_count_satisfied = Zufrieden
metric_count_engaged = Genutzt
metric_count_shown = Gezeigt
metric_count_clicked = Angeklickt
metric_count_took_part = Beteiligt
metric_count_active_users = Aktive Nutzer
metric_finished_means = Als zu Ende gesehen gilt
metric_engaged_means = Als genutzt gilt
metric_promoters_and_detractors = Promotoren und Detraktoren
metric_set_here = in dieser Map festgelegt
metric_practice = Faustregel für Film und Serie (ISIC 5911), undatiert
metric_contradiction = zählt { $part } „{ $name }“ von { $whole } „{ $of }“

# crates/core/src/model/map.rs

belongs_both = Ist und Soll
belongs_as_is = Ist
belongs_to_be = Soll
state_as_is = Ist
state_to_be = Soll

# crates/core/src/model/flag.rs

regime_code_coppa = COPPA
regime_code_ftc = FTC
regime_code_gdpr = DSGVO
regime_code_eprivacy = ePrivacy
regime_code_wcag = WCAG
regime_code_sag_aftra = SAG-AFTRA
regime_code_music_sync = Sync
regime_code_custom = Eigenes
regime_coppa = COPPA (Kinder unter 13)
regime_ftc = FTC-Kennzeichnung
regime_gdpr = DSGVO
regime_eprivacy = ePrivacy
regime_wcag = WCAG 2.1 AA
regime_sag_aftra = SAG-AFTRA und Gilden
regime_music_sync = Musik-Sync-Lizenz
regime_custom = Eigenes
flag_status_open = offen
flag_status_in_review = in Prüfung
flag_status_cleared = freigegeben
flag_status_not_applicable = nicht zutreffend

# crates/core/src/model/ids.rs

ids_wrong = „{ $id }“ ist keine Kennung: erwartet werden 13 Zeichen aus 0–9 und A–Z ohne I, L, O, U

# crates/core/src/model/rejection.rs

reason_no_time_of_entering = keine Zeit des Eintritts
churn_reason_no_last_login = keine letzte Anmeldung
churn_reason_last_login = die letzte Anmeldung ist nicht lesbar
churn_reason_days = die Tage seit der letzten Anmeldung sind nicht lesbar
churn_reason_completion = der Abschluss ist nicht lesbar
churn_reason_cancellation = die Kündigung ist nicht lesbar
churn_reason_customer_again = der Kunde stand schon in einer früheren Zeile
churn_reason_too_many_customers = zu viele Kunden
churn_reason_too_many_groups = eine Gruppe zu viel
churn_reason_no_duration = keine Dauer
churn_reason_duration = die Dauer ist nicht lesbar
churn_reason_leaving_unsaid = nicht gesagt, ob der Kunde gegangen ist
churn_reason_leaving_unclear = nicht klar, ob der Kunde gegangen ist
churn_reason_no_day_came = kein Tag, an dem der Kunde kam
churn_reason_came = der Tag, an dem der Kunde kam, ist nicht lesbar
churn_reason_last_day = der letzte Tag ist nicht lesbar
churn_reason_day = ein Tag ist nicht lesbar
churn_reason_left_before_came = gegangen, bevor er kam
valid_lane_height = ist { $height } hoch; möglich ist { $least } bis { $most }
zone_unsaid = nicht angegeben
zone_self_service = Selbstbedienung
zone_with_person = mit einer Person
note_yellow = gelb, zu tun
note_blue = blau, eine Frage
note_pink = rosa, ein Schmerz
note_green = grün, eine Idee
valid_connector = führt von einem Touchpoint zu sich selbst
valid_loop = führt von einer Phase zu ihr selbst
valid_block_minutes = dauert { $minutes } Minuten; möglich sind { $least } bis { $most }
valid_image = zeigt das Bild { $image }, das nicht unter denen der Datei ist
valid_images = hat Bilder von zusammen { $megabytes } MB; bis zu { $most } MB sind möglich: Entferne eines oder nimm ein kleineres
