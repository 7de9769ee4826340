# src/ui/contents_box.rs

ui_contents_title = What is in this map
ui_contents_text = It is what somebody gets who is given the file. A click leads to the place.
ui_contents_texts = Texts, by what they are
ui_contents_none = There is no text in it.
ui_contents_go = Go to this place
