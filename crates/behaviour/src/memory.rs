//! How much memory this machine has, and how much of it a scan may take.

use std::fs;

/// Where no other limit can be found out: four gigabytes.
const UNKNOWN: u64 = 4_000_000_000;

/// Half of the machine's memory, or of what the system lets this program have, in bytes.
pub fn half_of_machine() -> u64 {
    let machine = fs::read_to_string("/proc/meminfo").ok().and_then(|text| total_of(&text));
    let allowed = fs::read_to_string("/sys/fs/cgroup/memory.max").ok().and_then(|text| text.trim().parse().ok());
    machine.into_iter().chain(allowed).min().map_or(UNKNOWN, |bytes| bytes / 2)
}

/// `MemTotal` in bytes.
fn total_of(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_read_from_the_systems_table() {
        assert_eq!(total_of("MemTotal:       16384 kB\nMemFree: 5 kB\n"), Some(16_777_216));
        assert_eq!(total_of("MemFree: 5 kB\n"), None);
        assert!(half_of_machine() > 1_000_000);
    }
}
