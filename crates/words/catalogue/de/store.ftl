# crates/core/src/store/presets.rs

store_preset_name = Eine Voreinstellung braucht einen Namen aus einer Zeile.
store_preset_long = Der Name einer Voreinstellung ist höchstens { $most } Zeichen lang.
store_preset_exists = Die Voreinstellung „{ $to }“ gibt es schon. Wählen Sie einen anderen Namen, oder löschen Sie zuerst jene.
store_preset_gone = Die Voreinstellung „{ $from }“ gibt es nicht mehr.

# crates/core/src/store/libraries.rs

store_library_items = { $name }: mit ihren Bausteinen wären es mehr als { $limit } eigene; nehmen Sie heraus, was niemand benutzt
store_library_files = { $name } enthält mehr als { $limit } Dateien; der Rest wird nicht gelesen: Fassen Sie mehrere Bibliotheken in einer Datei zusammen
store_library_empty = { $name } ist leer; schreiben Sie eine Bibliothek hinein, oder nehmen Sie sie aus dem Ordner
store_library_not_text = { $name } ist kein Text in UTF-8; speichern Sie die Datei neu als UTF-8
store_library_no_file = { $name } ist keine Datei; nehmen Sie es aus dem Ordner
store_library_ends = die Datei endet mitten in der Bibliothek
store_library_advice = berichtigen Sie es in einem Texteditor, und öffnen Sie die Bibliothek erneut
store_library_large = { $name } ist größer als { $limit } KB, was keine Bibliothek braucht; ist das eine?

# crates/core/src/store/disk.rs

store_links_circle = die Verknüpfungen führen im Kreis
store_read_only = die Datei ist schreibgeschützt
store_read_only_advice = speichern Sie unter einem anderen Namen, oder heben Sie den Schreibschutz auf
store_is_folder = das ist ein Ordner
store_is_folder_advice = geben Sie einen Dateinamen darin an
store_is_pipe = das ist eine Pipe oder ein Gerät, keine Datei
store_is_pipe_advice = speichern Sie unter einem anderen Namen
store_no_folder = der Ordner ist nicht da
store_no_folder_advice = legen Sie den Ordner an, oder speichern Sie woanders
store_not_allowed = dort darf nicht geschrieben werden
store_elsewhere_advice = speichern Sie woanders
store_disk_full = der Datenträger ist voll
store_disk_full_advice = schaffen Sie Platz, oder speichern Sie auf einem anderen Datenträger; die Datei auf dem Datenträger ist unverändert
store_unchanged_advice = speichern Sie woanders; die Datei auf dem Datenträger ist unverändert
store_permission_denied = keine Berechtigung

# crates/core/src/store/state.rs

store_state_advice = nennen Sie in TOUCHLINE_STATE einen anderen Ordner

# crates/core/src/store/reads.rs

store_standard_input = die Standardeingabe

# crates/core/src/store/text.rs

store_clipboard = die Zwischenablage
store_records = Elemente
store_values = Werte
store_text_bytes = Bytes in einem Text
store_image_bytes = Bytes in einem Bild
store_no_format = ein Map-Format { $format } gibt es nicht
store_correct_advice = berichtigen Sie die Zeile in einem Texteditor, oder öffnen Sie eine ältere Kopie
store_ends_early = die Datei endet mitten in der Map
store_behind_end = hinter dem Ende der Map steht noch etwas
store_cut_off_advice = sie wurde abgeschnitten: Öffnen Sie eine ältere Kopie oder einen Entwurf
store_table_expected = eine Tabelle von Elementen nach Kennung, wie {"{"} "…": (…), … {"}"}
kind_map = Map
store_id_twice = die Kennung { $id } kommt zweimal vor

# crates/core/src/store/sheet.rs

store_sheet_name = Journey-Map
store_workbook_limit = eine Arbeitsmappe kann die Map nicht aufnehmen ({ $error }); schreiben Sie sie als .csv, wofür diese Grenze nicht gilt

# crates/core/src/store/misread.rs

store_misread_sign = „{ $sign }“ sollte hier stehen
store_misread_value = { $what } sollte hier stehen
store_misread_switch = true oder false
store_misread_letter = ein einzelnes Zeichen zwischen Hochkommas
store_misread_number = eine Zahl
store_misread_whole = eine ganze Zahl
store_misread_option = None, oder Some und ein Wert in Klammern
store_misread_text = ein Text in Anführungszeichen
store_misread_name = ein Name
store_misread_backslash = ein Rückstrich steht vor etwas, vor dem er nicht stehen kann; ein Rückstrich in einem Text wird zweimal geschrieben
store_misread_bounds = die Zahl ist weniger oder mehr, als ihr Feld aufnimmt
store_misread_digits = eine Zahl ist nicht geschrieben, wie Zahlen geschrieben werden
store_misread_character = „{ $found }“ hat hier keinen Platz
store_misread_word = „{ $found }“ ist kein Wort, das hier stehen kann; diese können es: { $known }
store_misread_field = ein Feld „{ $found }“ gibt es nicht; die Felder sind: { $known }
store_misread_missing = das Feld „{ $field }“ fehlt
store_misread_twice = das Feld „{ $field }“ steht zweimal
store_misread_struct = „{ $expected }“ sollte stehen, wo „{ $found }“ steht
store_misread_deep = Klammern stehen in Klammern tiefer, als irgendeine Datei es braucht
store_misread_kind = der Wert ist von anderer Art als sein Feld; der Parser sagt: „{ $words }“
store_misread_says = von hier an ist nicht weiterzulesen; der Parser sagt: „{ $words }“

# crates/core/src/store/error.rs

store_problem_line = Zeile { $line }: { $problem }
store_breaks_rule = die Map verletzt eine Regel
store_broken_advice = ; berichtigen Sie es in einem Texteditor, oder öffnen Sie eine ältere Kopie
store_error_not_found = { $name }: diese Datei gibt es nicht; prüfen Sie den Pfad
store_error_directory = { $name }: das ist ein Ordner; geben Sie eine Map-Datei darin an
store_error_not_a_file = { $name }: das ist eine Pipe oder ein Gerät, keine Datei; geben Sie eine Map-Datei an
store_error_unreadable = { $name }: nicht lesbar ({ $reason }); prüfen Sie, ob Sie die Datei öffnen dürfen und ob der Datenträger da ist
store_error_empty = { $name }: die Datei ist leer; öffnen Sie eine ältere Kopie oder einen Entwurf
store_error_too_large = { $name }: { $megabytes } MB, mehr als die { $limit } MB, die eine solche Datei haben darf; ist das die richtige?
store_error_too_many = { $name }: mehr als { $limit } { $what }, die keine Map braucht; ist das eine Map?
store_error_not_text = { $name }: kein Text in UTF-8 (Byte { $offset }); das ist keine Map, oder der Datenträger hat sie beschädigt: Öffnen Sie eine ältere Kopie
store_error_syntax = { $name }, Zeile { $line }, Spalte { $column }: { $what }; { $advice }
store_error_newer = { $name }: mit einem neueren Touchline erstellt (Dateiformat { $found }, dieses liest bis { $known }); aktualisieren Sie Touchline, um die Datei zu öffnen
store_error_not_written = { $name }: nicht geschrieben ({ $reason }); { $advice }
store_error_perhaps_not_kept = { $name }: geschrieben, und die Datei enthält es; doch der Ordner ließ sich nicht sichern ({ $reason }): nach einem Stromausfall kann die alte wieder da sein. Speichern Sie auch an einem anderen Ort
store_error_is_read = { $name }: es wird nichts geschrieben, da { $read } eben diese Datei ist und gelesen wird; geben Sie der neuen Datei einen anderen Namen
store_error_in_use = { $name }: dieser Entwurf ist in einem anderen Fenster geöffnet; schließen Sie ihn zuerst dort
store_error_not_the_same = { $name }: nicht geschrieben, da das Zurücklesen nicht dieselbe Map ergäbe; exportieren Sie sie und melden Sie den Fehler
store_problems_more = { $first } (und { $more } weitere; touchline check führt sie auf)

# crates/core/src/store/settings.rs

drawer_drop_off = Absprungtabelle
drawer_segments = Segmente
drawer_compliance = Compliance-Verzeichnis
drawer_actions = Maßnahmen
drawer_leaks = Verluststellen
drawer_scorecard = Scorecard

# crates/core/src/store/drafts.rs

store_draft_advice = speichern Sie die Map in einer eigenen Datei
store_draft_in_use = ein anderes Fenster schreibt diesen Entwurf
store_draft_remains = der Entwurf wird wieder angeboten; löschen Sie die Datei von Hand

# crates/core/src/store/code_names.rs

store_code_names = Decknamen
store_code_name_alone = Eine Zeile braucht einen Decknamen und den Titel, für den er steht
store_code_names_advice = Schreiben Sie für jeden eine Zeile wie: Eule,Lumen Kids+

# crates/core/src/store/forget.rs

store_not_deleted = Es lässt sich nicht löschen

# crates/core/src/store/brand_kit.rs

store_brand_kit_advice = eine Marke steht etwa so da: (accent: "#0B6E75", footer: "Lumen", logo: "lumen.svg")
store_brand_kit_stages = Farben von Phasen
