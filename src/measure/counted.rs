//! How a report was counted, in the map's terms and in words.

use crate::behaviour::plan::{Counting as Asked, Scope, StageOrder as AskedOrder, Ties, time_text, time_text_in};
use crate::behaviour::report::Report;
use crate::figures::definition::Definition;
use crate::model::{Counting, FunnelScope, RowsAre, StageOrder, TieOrder};

/// What the figures of a report mean.
pub fn definition(report: &Report) -> Definition {
    let is_parted = report.segments.iter().any(|figures| !figures.total);
    Definition {
        rows_are: RowsAre::Events,
        counting: counting(&report.counting),
        ties: ties(report.ties),
        still_open: 0,
        customers: report.total().map_or(0, |total| total.customers),
        of_several_segments: is_parted.then_some(report.multi_segment_customers),
        source: report.source.file.clone(),
        first_time: report.source.first_time.clone(),
        last_time: report.source.last_time.clone(),
        rows_read: report.rows.read,
        rows_used: report.rows.used,
        rejected: report.rows.reasons.iter().map(|reason| (reason.reason.clone(), reason.count)).collect(),
    }
}

pub fn ties(ties: Ties) -> TieOrder {
    match ties {
        Ties::File => TieOrder::File,
        Ties::Name => TieOrder::Name,
    }
}

pub fn counting(asked: &Asked) -> Counting {
    Counting {
        order: match asked.order {
            AskedOrder::Ordered => StageOrder::Ordered,
            AskedOrder::Any => StageOrder::Any,
        },
        scope: match asked.scope {
            Scope::Closed => FunnelScope::Closed,
            Scope::Open => FunnelScope::Open,
        },
        window_secs: asked.window,
        as_of: asked.as_of.map(|as_of| asked.zone.map_or_else(|| time_text(as_of), |zone| time_text_in(zone, as_of))),
        zone: asked.zone.map(|zone| zone.name().to_owned()),
    }
}
