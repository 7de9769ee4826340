ui_search_hint = Find words
ui_search_field = Words to find
ui_search_close = Close the search
ui_search_replace = Replace
ui_search_replace_all = All
ui_search_instead = Replace with
ui_search_in_field = { $field }:
ui_search_nth = { $nth } of { $of }
ui_search_found = { $count ->
    [0] none
    [one] { $of } hit
   *[other] { $of } hits
}
