//! Which versions of a map stay, as those that are older grow many: the last ten, then one an hour for a day, one a day for thirty
//! days, and whatever a person named. Of an hour and a day the newest stays, so that thinning again and again keeps what thinning
//! once at the end would.

use std::collections::BTreeSet;

/// So many of the newest stay, however close they follow each other.
const NEWEST: usize = 10;
const HOURS: u64 = 24;
const DAYS: u64 = 30;
const HOUR_SECS: u64 = 60 * 60;
const DAY_SECS: u64 = 24 * HOUR_SECS;

/// A version, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When it was kept, in seconds since 1970.
    pub unix_secs: u64,
    pub bytes: u64,
    /// A person named it.
    pub is_named: bool,
    /// It is the newest of its map.
    pub is_newest: bool,
}

/// Which of the versions of one map stay for their age; `kept` begins with the newest.
pub fn staying(kept: &[Standing], now_unix_secs: u64) -> Vec<bool> {
    let (mut hours, mut days) = (BTreeSet::new(), BTreeSet::new());
    let ago = |secs: u64, unit: u64| (now_unix_secs / unit).saturating_sub(secs / unit);
    let stays = |(nth, version): (usize, &Standing)| {
        let secs = version.unix_secs;
        let is_of_hour = ago(secs, HOUR_SECS) < HOURS && hours.insert(secs / HOUR_SECS);
        let is_of_day = ago(secs, DAY_SECS) < DAYS && days.insert(secs / DAY_SECS);
        nth < NEWEST || is_of_hour || is_of_day || version.is_named || version.is_newest
    };
    kept.iter().enumerate().map(stays).collect()
}

/// Which versions have room in so many bytes; `kept` begins with the newest. The newest of each map always stays; then come those
/// that are named, then the others, and of both the older ones go first.
pub fn fitting(kept: &[Standing], bytes_max: u64) -> Vec<bool> {
    let mut stays: Vec<bool> = kept.iter().map(|version| version.is_newest).collect();
    let mut bytes: u64 = kept.iter().filter(|version| version.is_newest).map(|version| version.bytes).sum();
    for is_named in [true, false] {
        for (stays, version) in
            stays.iter_mut().zip(kept).filter(|(stays, version)| !**stays && version.is_named == is_named)
        {
            bytes = bytes.saturating_add(version.bytes);
            *stays = bytes <= bytes_max;
        }
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Versions of one map, the newest first, and a moment after all of them.
    fn kept() -> impl Strategy<Value = (Vec<Standing>, u64)> {
        let gap = prop_oneof![1_u64..120, 300_u64..9_000, 20_000_u64..200_000];
        let version = (gap, 1_u64..5_000, proptest::bool::weighted(0.05));
        (proptest::collection::vec(version, 1..160), 0_u64..100_000).prop_map(|(versions, since)| {
            let mut now = 1_700_000_000;
            let mut kept: Vec<Standing> = Vec::new();
            for (gap, bytes, is_named) in versions {
                now += gap;
                kept.push(Standing { unix_secs: now, bytes, is_named, is_newest: false });
            }
            kept.reverse();
            kept[0].is_newest = true;
            (kept, now + since)
        })
    }

    fn left(kept: &[Standing], stays: &[bool]) -> Vec<Standing> {
        kept.iter().zip(stays).filter(|(_, stays)| **stays).map(|(version, _)| *version).collect()
    }

    proptest! {
        #[test]
        fn g1_the_newest_the_last_ten_one_an_hour_one_a_day_and_what_is_named_stay((kept, now) in kept()) {
            let stays = staying(&kept, now);
            let left = left(&kept, &stays);
            prop_assert!(stays.iter().take(NEWEST).all(|stays| *stays));
            prop_assert!(kept.iter().filter(|version| version.is_named).all(|version| left.contains(version)));
            for version in &kept {
                let in_one = |unit: u64| left.iter().any(|other| other.unix_secs / unit == version.unix_secs / unit);
                prop_assert!(now - version.unix_secs >= 23 * HOUR_SECS || in_one(HOUR_SECS));
                prop_assert!(now - version.unix_secs >= 29 * DAY_SECS || in_one(DAY_SECS));
            }
            let named = kept.iter().filter(|version| version.is_named).count();
            prop_assert!(left.len() <= NEWEST + HOURS as usize + DAYS as usize + named);
            prop_assert!(staying(&left, now).iter().all(|stays| *stays), "what stays, stays");
        }

        #[test]
        fn g1_thinning_after_each_version_keeps_what_thinning_at_the_end_would((kept, now) in kept()) {
            let mut thinned: Vec<Standing> = Vec::new();
            for version in kept.iter().rev() {
                thinned.iter_mut().for_each(|version| version.is_newest = false);
                thinned.insert(0, Standing { is_newest: true, ..*version });
                let stays = staying(&thinned, version.unix_secs);
                thinned = left(&thinned, &stays);
            }
            let (once, again) = (staying(&kept, now), staying(&thinned, now));
            prop_assert_eq!(left(&thinned, &again), left(&kept, &once));
        }

        #[test]
        fn g1_the_newest_stays_however_little_room_there_is_and_the_others_never_take_more((kept, _) in kept(), room in 0_u64..200_000) {
            let stays = fitting(&kept, room);
            let left = left(&kept, &stays);
            prop_assert!(stays[0]);
            let bytes: u64 = left.iter().map(|version| version.bytes).sum();
            prop_assert!(bytes <= room.max(kept[0].bytes));
            let goes = |is_named: bool| kept.iter().zip(&stays).find(|(version, stays)| !**stays && version.is_named == is_named);
            // Nothing without a name stays while something with one goes.
            prop_assert!(goes(true).is_none() || left.iter().all(|version| version.is_named || version.is_newest));
            // What is older than what goes, goes.
            if let Some((gone, _)) = goes(false) {
                let is_older = |version: &&Standing| !version.is_named && version.unix_secs < gone.unix_secs;
                prop_assert!(!left.iter().any(|version| is_older(&version)));
            }
        }
    }
}
