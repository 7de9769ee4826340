# crates/core/src/session/privacy/scrub.rs

privacy_part_notes = Notizen
privacy_part_owners = Namen von Zuständigen
privacy_part_cells = Zahlen von zu wenigen
privacy_part_sources = Namen von Quellen
privacy_part_history = Vorgeschichte
privacy_part_portraits = Bilder von Personas
privacy_part_addresses = Adressen und Telefonnummern
privacy_part_titles = Titel mit Decknamen
privacy_part_metadata = was Bilder außer dem sagen, was sie zeigen
privacy_metadata_place = der Ort der Aufnahme
privacy_owner_numbered = Team { $number }
privacy_source_numbered = Quelle { $number }
privacy_mail = [E-Mail]
privacy_phone = [Telefon]
privacy_ip = [Adresse]
privacy_name = [Name]

# crates/core/src/session/privacy/hand_over.rs

privacy_name_tells = { $path }: Der Name der Datei verrät „{ $word }“, was einen Decknamen hat; nichts wurde geschrieben: Wählen Sie einen anderen Namen
privacy_there = { $files }: schon vorhanden, und nichts wurde geschrieben
privacy_stopped = angehalten, bevor etwas geschrieben wurde

# crates/core/src/session/privacy/contents.rs

privacy_what_names = Wörter, die wie der Name einer Person aussehen
privacy_what_pictures = Bilder
privacy_what_days = Tage
privacy_kilobytes = { $kilobytes } KB

# crates/core/src/session/privacy/kept.rs

privacy_kept = { $parts }; { $kilobytes } KB
privacy_kept_drafts = { $count ->
    [one] 1 nicht gespeicherte Arbeit
   *[other] { $count } nicht gespeicherte Arbeiten
  }
privacy_kept_versions = { $count ->
    [one] 1 Version
   *[other] { $count } Versionen
  } von { $maps ->
    [one] 1 Map
   *[other] { $maps } Maps
  }
privacy_kept_recents = { $count ->
    [one] 1 zuletzt benutzte Datei
   *[other] { $count } zuletzt benutzte Dateien
  }
privacy_kept_others = { $count ->
    [one] 1 Bericht oder kopierter Teil
   *[other] { $count } Berichte und kopierte Teile
  }
privacy_out_of_reach = Nicht erreichbar sind Kopien anderswo, was ein synchronisierter Ordner oder eine Sicherung behalten hat, und alte Blöcke der Platte.

# crates/core/src/session/privacy/page.rs

privacy_counted = { $count } × { $what }
privacy_proof = { $found } von { $words } Wörtern in { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
  } gefunden
privacy_page_name = { $stem } - was den Raum verließ.txt
privacy_page_title = Was den Raum verließ
privacy_page_file = { $name }, { $kilobytes } KB
privacy_page_left_out = Weggelassen
privacy_page_numbered = Durch Nummern ersetzt
privacy_page_kept = Auf Wunsch behalten
privacy_page_proof = Nachweis
privacy_page_still = Noch darin
privacy_page_read = Lesbare Texte
privacy_page_texts = { $kind }, { $field }: { $count }
