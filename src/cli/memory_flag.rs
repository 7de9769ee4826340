//! The flag that says how much memory the events of a log may take.

use clap::Args;
use touchline_words::say;

use super::exit::{Failure, tell};
use super::words::grouped;
use crate::behaviour::engine::{Forecast, forecast};
use crate::behaviour::memory::half_of_machine;
use crate::behaviour::source::Source;
use crate::figures::numbers;

/// The limit on memory.
#[derive(Args)]
pub struct MemoryFlag {
    /// Memory for the log's events alone, not for customers and names, such as 500M or 4G; what is over it waits in a temporary file without a name and
    /// without ids [default: half of the machine's memory]
    #[arg(long, value_name = "SIZE", value_parser = bytes)]
    memory_limit: Option<u64>,
}

impl MemoryFlag {
    /// Bytes.
    pub fn limit(&self) -> u64 {
        self.memory_limit.unwrap_or_else(half_of_machine)
    }

    /// Says before a run begins that not all of its events will stay in memory.
    pub fn warn(&self, source: &Source) -> Result<(), Failure> {
        if let Some(Forecast { events, bytes, folder }) = forecast(source, self.limit())? {
            tell(&say!(
                cli_memory_spills,
                events = grouped(events),
                need = size(bytes),
                limit = size(self.limit()),
                folder = folder.display()
            ));
        }
        Ok(())
    }
}

/// `1.6 GB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => say!(cli_bytes, bytes),
        1_000..1_000_000 => format!("{:.0} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.0} MB", bytes as f64 / 1e6),
        _ => format!("{} GB", numbers::fixed(bytes as f64 / 1e9, 1)),
    }
}

/// `500M` as bytes; the letters stand for thousands, not for powers of two.
fn bytes(text: &str) -> Result<u64, String> {
    let how = || say!(cli_no_size, text);
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let unit = match text.get(digits.len()..).map(str::to_ascii_lowercase).as_deref() {
        Some("" | "b") => 1,
        Some("k" | "kb") => 1_000,
        Some("m" | "mb") => 1_000_000,
        Some("g" | "gb") => 1_000_000_000,
        _ => return Err(how()),
    };
    let number: u64 = digits.parse().map_err(|_| how())?;
    number.checked_mul(unit).ok_or_else(how)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_and_its_letter() {
        let read: Vec<u64> = ["0", "123", "5k", "500M", "2G", "2gb", "7B"].map(bytes).into_iter().flatten().collect();
        assert_eq!(read, [0, 123, 5_000, 500_000_000, 2_000_000_000, 2_000_000_000, 7]);
        for text in ["", "M", "1.5G", "-1", "1T", "99999999999999999999", "99999999999999G"] {
            assert!(bytes(text).is_err(), "{text}");
        }
    }

    #[test]
    fn sizes_are_told_in_the_unit_that_reads_best() {
        let told = [12, 5_400, 208_000_000, 1_600_000_000].map(size);
        assert_eq!(told, ["12 bytes", "5 kB", "208 MB", "1.6 GB"]);
    }
}
