# crates/core/src/scene/page.rs

scene_no_page = die Seite „{ $name }“ gibt es nicht; es gibt fit, a5 bis a0, letter, tabloid, 16:9, 4:3, oder Seiten von { $least } bis { $most } mm wie 420x297mm
