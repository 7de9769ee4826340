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
privacy_there = { $files }: there already, and nothing was written
privacy_stopped = stopped before anything was written

# crates/core/src/session/privacy/contents.rs

privacy_what_names = words that look like a person’s name
privacy_what_pictures = pictures
privacy_what_days = days
privacy_kilobytes = { $kilobytes } KB

# crates/core/src/session/privacy/kept.rs

privacy_kept = { $parts }; { $kilobytes } KB
privacy_kept_drafts = { $count ->
    [one] 1 piece of unsaved work
   *[other] { $count } pieces of unsaved work
  }
privacy_kept_versions = { $count ->
    [one] 1 version
   *[other] { $count } versions
  } of { $maps ->
    [one] 1 map
   *[other] { $maps } maps
  }
privacy_kept_recents = { $count ->
    [one] 1 recent file
   *[other] { $count } recent files
  }
privacy_kept_others = { $count ->
    [one] 1 report or copied part
   *[other] { $count } reports and copied parts
  }
privacy_out_of_reach = What cannot be reached: copies elsewhere, versions that a synchronised folder or a backup has kept, and old blocks of the disk.

# crates/core/src/session/privacy/page.rs

privacy_counted = { $count } × { $what }
privacy_proof = { $found } of { $words } words found in { $files ->
    [one] 1 file
   *[other] { $files } files
  }
privacy_page_name = { $stem } - what left the room.txt
privacy_page_title = What left the room
privacy_page_file = { $name }, { $kilobytes } KB
privacy_page_left_out = Left out
privacy_page_numbered = Goes by numbers
privacy_page_kept = Kept by choice
privacy_page_proof = Proof
privacy_page_still = Still in it
privacy_page_read = Texts that can be read
privacy_page_texts = { $kind }, { $field }: { $count }
