//! The criteria of a filter, each with the values that a map offers for it.

use crate::model::*;
use std::collections::BTreeSet;
use touchline_words::say;

/// By what a map is filtered, words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Criterion {
    Segment,
    Owner,
    Status,
    Horizon,
    Progress,
    Regime,
    Ground,
    Channel,
}

impl Criterion {
    pub const ALL: [Self; 8] = [
        Self::Segment,
        Self::Status,
        Self::Regime,
        Self::Owner,
        Self::Ground,
        Self::Channel,
        Self::Progress,
        Self::Horizon,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Segment => say!(filter_segment),
            Self::Owner => say!(filter_owner),
            Self::Status => say!(filter_status),
            Self::Horizon => say!(filter_horizon),
            Self::Progress => say!(filter_progress),
            Self::Regime => say!(filter_regime),
            Self::Ground => say!(filter_ground),
            Self::Channel => say!(filter_channel),
        }
    }
}

/// One value of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Segment(SegmentId),
    /// Empty for nobody.
    Owner(String),
    Status(FlagStatus),
    Horizon(Horizon),
    Progress(ActionStatus),
    Regime(Regime),
    Ground(Ground),
    Channel(Channel),
}

impl Value {
    pub fn criterion(&self) -> Criterion {
        match self {
            Self::Segment(_) => Criterion::Segment,
            Self::Owner(_) => Criterion::Owner,
            Self::Status(_) => Criterion::Status,
            Self::Horizon(_) => Criterion::Horizon,
            Self::Progress(_) => Criterion::Progress,
            Self::Regime(_) => Criterion::Regime,
            Self::Ground(_) => Criterion::Ground,
            Self::Channel(_) => Criterion::Channel,
        }
    }

    /// What it is called.
    pub fn name(&self, map: &Map) -> String {
        match self {
            Self::Segment(id) => map.segments.get(id).map(|segment| segment.name.clone()).unwrap_or_default(),
            Self::Owner(owner) if owner.is_empty() => say!(filter_no_owner).to_owned(),
            Self::Owner(owner) => owner.clone(),
            Self::Status(status) => status.name().to_owned(),
            Self::Horizon(horizon) => horizon.name().to_owned(),
            Self::Progress(status) => status.name().to_owned(),
            Self::Regime(regime) => regime.code().to_owned(),
            Self::Ground(ground) => ground.name().to_owned(),
            Self::Channel(channel) => channel.name().to_owned(),
        }
    }

    /// Whether a filter asks for it.
    pub fn is_in(&self, filter: &Filter) -> bool {
        match self {
            Self::Segment(id) => filter.segments.contains(id),
            Self::Owner(owner) => filter.owners.contains(owner),
            Self::Status(status) => filter.statuses.contains(status),
            Self::Horizon(horizon) => filter.horizons.contains(horizon),
            Self::Progress(status) => filter.actions.contains(status),
            Self::Regime(regime) => filter.regimes.contains(regime),
            Self::Ground(ground) => filter.grounds.contains(ground),
            Self::Channel(channel) => filter.channels.contains(channel),
        }
    }
}

/// The values of a criterion that are worth offering: those that something in the map has, and those that the filter asks for.
pub fn values(map: &Map, filter: &Filter, criterion: Criterion) -> Vec<Value> {
    let mut all: Vec<Value> = match criterion {
        Criterion::Segment => map.segments_in_order().into_iter().map(|(id, _)| Value::Segment(id)).collect(),
        Criterion::Owner => {
            let cards = map.touchpoints.values().map(|card| &card.owner);
            let flags = map.flags.values().map(|flag| &flag.owner);
            let actions = map.actions.values().map(|action| &action.owner);
            let behind = map.backstages.values().map(|behind| &behind.owner);
            let owners = cards.chain(flags).chain(actions).chain(behind).map(|owner| owner.trim());
            // Nobody comes last.
            let named: BTreeSet<&str> = owners.clone().filter(|owner| !owner.is_empty()).collect();
            let nobody = owners.clone().any(str::is_empty).then_some("");
            named.into_iter().chain(nobody).map(|owner| Value::Owner(owner.to_owned())).collect()
        }
        Criterion::Status => {
            let used = |status: &FlagStatus| map.flags.values().any(|flag| flag.status == *status);
            FlagStatus::ALL.into_iter().filter(used).map(Value::Status).collect()
        }
        Criterion::Progress => {
            let used = |status: &ActionStatus| map.actions.values().any(|action| action.status == *status);
            ActionStatus::ALL.into_iter().filter(used).map(Value::Progress).collect()
        }
        Criterion::Horizon => {
            let used = |horizon: &Horizon| map.actions.values().any(|action| action.horizon == *horizon);
            Horizon::ALL.into_iter().filter(used).map(Value::Horizon).collect()
        }
        Criterion::Regime => {
            let used = |regime: &Regime| map.flags.values().any(|flag| flag.regime == *regime);
            Regime::ALL.into_iter().filter(used).map(Value::Regime).collect()
        }
        Criterion::Ground => {
            let kinds: BTreeSet<EvidenceKind> =
                map.touchpoints.values().flat_map(|card| &card.evidence).map(|evidence| evidence.kind).collect();
            let used = |ground: &Ground| match ground {
                Ground::Assumption => map.touchpoints.values().any(|card| card.evidence.is_empty()),
                Ground::Evidence => !kinds.is_empty(),
                Ground::From(kind) => kinds.contains(kind),
            };
            Ground::ALL.into_iter().filter(used).map(Value::Ground).collect()
        }
        Criterion::Channel => {
            let channels: BTreeSet<Channel> = map.touchpoints.values().map(|card| card.channel).collect();
            Channel::ALL.into_iter().filter(|channel| channels.contains(channel)).map(Value::Channel).collect()
        }
    };
    let asked = asked(filter, criterion).into_iter().filter(|value| !all.contains(value)).collect::<Vec<_>>();
    all.extend(asked);
    all
}

/// The values of a criterion that a filter asks for.
pub(super) fn asked(filter: &Filter, criterion: Criterion) -> Vec<Value> {
    match criterion {
        Criterion::Segment => filter.segments.iter().map(|id| Value::Segment(*id)).collect(),
        Criterion::Owner => filter.owners.iter().cloned().map(Value::Owner).collect(),
        Criterion::Status => filter.statuses.iter().copied().map(Value::Status).collect(),
        Criterion::Progress => filter.actions.iter().copied().map(Value::Progress).collect(),
        Criterion::Horizon => filter.horizons.iter().copied().map(Value::Horizon).collect(),
        Criterion::Regime => filter.regimes.iter().copied().map(Value::Regime).collect(),
        Criterion::Ground => filter.grounds.iter().copied().map(Value::Ground).collect(),
        Criterion::Channel => filter.channels.iter().copied().map(Value::Channel).collect(),
    }
}

/// The filter with a value more, or without it where it has it.
pub fn toggled(filter: &Filter, value: &Value) -> Filter {
    fn turn<T: Clone + Ord>(list: &mut Vec<T>, value: &T) {
        match list.iter().position(|one| one == value) {
            Some(place) => _ = list.remove(place),
            None => {
                list.push(value.clone());
                list.sort();
            }
        }
    }
    let mut filter = filter.clone();
    match value {
        Value::Segment(id) => turn(&mut filter.segments, id),
        Value::Owner(owner) => turn(&mut filter.owners, owner),
        Value::Status(status) => turn(&mut filter.statuses, status),
        Value::Horizon(horizon) => turn(&mut filter.horizons, horizon),
        Value::Progress(status) => turn(&mut filter.actions, status),
        Value::Regime(regime) => turn(&mut filter.regimes, regime),
        Value::Ground(ground) => turn(&mut filter.grounds, ground),
        Value::Channel(channel) => turn(&mut filter.channels, channel),
    }
    filter
}

impl Criterion {
    /// The filter without any value of the criterion.
    pub fn cleared(self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::Segment => filter.segments.clear(),
            Self::Owner => filter.owners.clear(),
            Self::Status => filter.statuses.clear(),
            Self::Horizon => filter.horizons.clear(),
            Self::Progress => filter.actions.clear(),
            Self::Regime => filter.regimes.clear(),
            Self::Ground => filter.grounds.clear(),
            Self::Channel => filter.channels.clear(),
        }
        filter
    }
}
