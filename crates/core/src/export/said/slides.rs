//! The texts of a package of slides: each part whole, so that names and alternative texts are read, and the words of each paragraph,
//! which may stand in several pieces.

use super::{in_png, unescaped};
use crate::export::said::PNG_HEAD;

pub fn said(package: &[u8]) -> Vec<String> {
    let Ok(parts) = crate::slides::parts(package) else {
        return vec![String::from_utf8_lossy(package).into_owned()];
    };
    let of_part = |(name, bytes): (String, Vec<u8>)| {
        let mut said = vec![name.clone()];
        if let Some(chunks) = bytes.strip_prefix(PNG_HEAD) {
            said.extend(in_png(chunks));
        } else if name.ends_with(".xml") || name.ends_with(".rels") {
            let text = String::from_utf8_lossy(&bytes);
            said.extend(text.split("</a:p>").map(|paragraph| unescaped(&without_tags(paragraph))));
            said.push(unescaped(&text));
        }
        said
    };
    parts.into_iter().flat_map(of_part).collect()
}

fn without_tags(xml: &str) -> String {
    let mut kept = String::new();
    let mut is_tag = false;
    for letter in xml.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => kept.push(letter),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pptx;
    use crate::scene::{Deck, Page, Scene};

    #[test]
    fn words_of_slides_are_read_wherever_they_stand() {
        let scene = Scene { title: "R&D of Anna Schmidt".to_owned(), language: "en".to_owned(), ..Scene::default() };
        let page = Page { scene, notes: "Told by <Lumen>".to_owned(), ..Page::default() };
        let said = said(&pptx(&Deck { pages: vec![page], ..Deck::default() }, None).unwrap());
        for words in ["R&D of Anna Schmidt", "Told by <Lumen>"] {
            assert!(said.iter().any(|text| text.contains(words)), "{words}");
        }
        assert_eq!(super::said(b"PK\x03\x04Anna"), ["PK\u{3}\u{4}Anna"], "what is broken is read as it is");
        let split = without_tags("<a:r><a:t>An</a:t></a:r><a:r><a:t>na</a:t></a:r>");
        assert_eq!(split, "Anna");
    }
}
