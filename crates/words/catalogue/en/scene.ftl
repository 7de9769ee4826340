# crates/core/src/scene/page.rs

scene_no_page = there is no page “{ $name }”; choose fit, a5 to a0, letter, tabloid, 16:9, 4:3, or sides of { $least } to { $most } mm such as 420x297mm
