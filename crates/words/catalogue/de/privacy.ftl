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
