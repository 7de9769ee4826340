//! `cargo fuzz run journal -- -timeout=1 -rss_limit_mb=512`: the promises are those of `examples/fuzz`.
#![no_main]
#![allow(dead_code, reason = "what makes inputs by their number is not needed here")]

#[path = "../../examples/fuzz/maps.rs"]
mod maps;
#[path = "../../examples/fuzz/random.rs"]
mod random;
#[path = "../../examples/fuzz/reading.rs"]
mod reading;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // Told or read: a promise that does not hold is a panic.
    drop(maps::read_journal(vec![bytes.to_vec()], 0));
});
