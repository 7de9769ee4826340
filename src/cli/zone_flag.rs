//! `--zone`: in which zone times are that carry none.

use clap::Args;
use touchline_words::say;

use crate::behaviour::recognise::{ColumnKind, Recognition};
use crate::behaviour::times::zone::Zone;

/// The zone of times that carry none.
#[derive(Args)]
pub struct ZoneFlag {
    /// The zone of times that carry none, such as Europe/Berlin, and of the days that are counted; without, both are UTC's
    #[arg(long, value_name = "NAME", value_parser = Zone::named)]
    pub zone: Option<Zone>,
}

/// What days mean in figures by the day, where a zone was named and the file has times: a sentence of the definition.
pub fn days_are_of(found: &Recognition) -> Option<String> {
    let has_times = found.columns.iter().any(|column| column.kind == ColumnKind::Time);
    let zone = found.zone.filter(|_| has_times)?.name();
    Some(say!(cli_zone_days, zone))
}
