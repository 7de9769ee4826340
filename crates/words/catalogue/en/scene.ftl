# crates/core/src/scene/page.rs

scene_no_page = there is no page “{ $name }”; choose fit, a4, a3 or 16:9
