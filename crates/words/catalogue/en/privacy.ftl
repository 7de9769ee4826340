# crates/core/src/session/privacy/scrub.rs

privacy_part_notes = notes
privacy_part_owners = owners’ names
privacy_part_cells = figures of too few
privacy_part_sources = sources’ names
privacy_part_history = history
privacy_part_portraits = pictures of personas
privacy_part_addresses = addresses and telephone numbers
privacy_part_titles = titles with a code name
privacy_part_metadata = what pictures say beside what they show
privacy_metadata_place = the place where it was taken
privacy_owner_numbered = Team { $number }
privacy_source_numbered = Source { $number }
privacy_mail = [e-mail]
privacy_phone = [phone]
privacy_ip = [address]
privacy_name = [name]

# crates/core/src/session/privacy/hand_over.rs

privacy_name_tells = { $path }: the name of the file tells “{ $word }”, which has a code name; nothing was written: choose another name
