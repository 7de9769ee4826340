# crates/core/src/scene/page.rs

scene_no_page = es gibt kein Seitenformat „{ $name }“; wählen Sie fit, a4, a3 oder 16:9
