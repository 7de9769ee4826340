ui_search_hint = Wörter suchen
ui_search_field = Gesuchte Wörter
ui_search_close = Suche schließen
ui_search_replace = Ersetzen
ui_search_replace_all = Alle
ui_search_instead = Ersetzen durch
ui_search_in_field = { $field }:
ui_search_nth = { $nth } von { $of }
ui_search_found = { $count ->
    [0] nichts
    [one] { $of } Treffer
   *[other] { $of } Treffer
}
