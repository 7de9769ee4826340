//! A metric's fields as texts, and back.

use touchline_words::say;

use super::day::day;
use super::parse::{date_text, size};
use crate::figures::numbers;
use crate::model::{Aim, Field, Metric, MetricKind, PERIOD_DAYS_MAX, READINGS_MAX, Reading};

pub(super) fn read_metric(metric: &Metric, field: Field) -> Option<String> {
    let present = metric.present().cloned().unwrap_or_default();
    let count = |number: u64| if number == 0 { String::new() } else { numbers::count(number) };
    Some(match field {
        Field::Definition => metric.definition.clone(),
        Field::Target => metric.target.map(|target| target.to_string()).unwrap_or_default(),
        Field::Benchmark => metric.benchmark.clone(),
        Field::Threshold => metric.threshold.clone(),
        Field::ReadingPeriod => present.period,
        Field::ReadingDays => present.days.map(|days| days.to_string()).unwrap_or_default(),
        Field::ReadingCount if present.count == 0 && present.of > 0 => "0".to_owned(),
        Field::ReadingCount => count(present.count),
        Field::ReadingOf => count(present.of),
        Field::ReadingAlso => count(present.also),
        Field::EarlierPeriods => earlier_text(metric),
        Field::Source => metric.source.clone(),
        Field::Date => date_text(metric.as_of),
        Field::Note => metric.note.clone(),
        _ => return None,
    })
}

pub(super) fn write_metric(metric: &mut Metric, field: Field, text: String) -> Result<(), String> {
    match field {
        Field::Definition => metric.definition = text,
        Field::Target => metric.target = target(&text, metric)?,
        Field::Benchmark => metric.benchmark = text,
        Field::Threshold => metric.threshold = text,
        Field::ReadingPeriod => present(metric).period = text,
        Field::ReadingDays => present(metric).days = days(&text)?,
        Field::ReadingCount => present(metric).count = size(&text)?.unwrap_or(0),
        Field::ReadingOf => present(metric).of = size(&text)?.unwrap_or(0),
        Field::ReadingAlso => present(metric).also = size(&text)?.unwrap_or(0),
        Field::EarlierPeriods => earlier(metric, &text)?,
        Field::Source => metric.source = text,
        Field::Date => metric.as_of = day(&text)?,
        Field::Note => metric.note = text,
        _ => {}
    }
    Ok(())
}

/// Gives a metric another kind; target and counts stay as far as the kind can have them.
pub(super) fn set_kind(metric: &mut Metric, kind: MetricKind) {
    metric.kind = kind;
    metric.target = metric.target.filter(|_| kind.usual_aim() != Aim::Grow);
    if metric.readings.iter().any(|reading| kind.contradiction(reading).is_some()) {
        metric.readings.clear();
    }
}

/// A metric as it may stand: without an empty first period, and with counts that fit together.
pub(super) fn settled_metric(mut metric: Metric) -> Result<Metric, String> {
    if metric.readings.last() == Some(&Reading::default()) && metric.readings.len() == 1 {
        metric.readings.clear();
    }
    match metric.readings.iter().find_map(|reading| metric.kind.contradiction(reading)) {
        Some(why) => Err(say!(fields_it_cannot_be, why)),
        None => Ok(metric),
    }
}

/// The present period's counts, begun when there are none.
fn present(metric: &mut Metric) -> &mut Reading {
    if metric.readings.is_empty() {
        metric.readings.push(Reading::default());
    }
    // There is one at least.
    let last = metric.readings.len() - 1;
    &mut metric.readings[last]
}

fn target(text: &str, metric: &Metric) -> Result<Option<f64>, String> {
    if metric.kind.usual_aim() == Aim::Grow {
        return if text.is_empty() { Ok(None) } else { Err(say!(fields_no_level).to_owned()) };
    }
    let bare = text.trim_end_matches('%').trim_end().replace(',', ".").replace('−', "-");
    if bare.is_empty() {
        return Ok(None);
    }
    let range = metric.kind.target_range();
    let number = bare.parse::<f64>().ok().filter(|number| range.contains(number));
    number.map(Some).ok_or_else(|| say!(fields_target_range, least = range.start(), most = range.end()))
}

fn days(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let days = text.parse::<u16>().ok().filter(|days| (1..=PERIOD_DAYS_MAX).contains(days));
    days.map(Some).ok_or_else(|| say!(fields_days_range, most = PERIOD_DAYS_MAX))
}

/// What a line of earlier periods holds, such as `Period; Cancelled; Subscribers at start`.
pub fn earlier_hint(kind: MetricKind) -> String {
    let names = kind.counts();
    let also = names.also.map(|also| format!("; {also}")).unwrap_or_default();
    let days = if kind.has_length() { say!(fields_hint_days) } else { "" };
    say!(fields_hint_period, count = names.count, of = names.of, also, days)
}

fn earlier_text(metric: &Metric) -> String {
    let before = metric.readings.len().saturating_sub(1);
    let line = |reading: &Reading| {
        let mut parts = vec![reading.period.clone(), numbers::count(reading.count), numbers::count(reading.of)];
        if metric.kind.counts().also.is_some() {
            parts.push(numbers::count(reading.also));
        }
        parts.extend(reading.days.map(|days| days.to_string()));
        parts.join("; ")
    };
    metric.readings.iter().take(before).map(line).collect::<Vec<_>>().join("\n")
}

/// Lines of periods, oldest first, as they are typed or pasted from a spreadsheet.
fn earlier(metric: &mut Metric, text: &str) -> Result<(), String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() >= READINGS_MAX {
        return Err(say!(fields_most_periods, most = READINGS_MAX));
    }
    let kind = metric.kind;
    let read = |(nth, line): (usize, &&str)| reading(kind, line).map_err(|why| say!(fields_line, line = nth + 1, why));
    let mut readings: Vec<Reading> = lines.iter().enumerate().map(read).collect::<Result<_, _>>()?;
    if !readings.is_empty() || metric.readings.len() > 1 {
        readings.push(metric.present().cloned().unwrap_or_default());
        metric.readings = readings;
    }
    Ok(())
}

fn reading(kind: MetricKind, line: &str) -> Result<Reading, String> {
    let parts: Vec<&str> = line.split(['\t', ';']).map(str::trim).collect();
    let count = |place: usize| {
        let text = parts.get(place).copied().unwrap_or_default();
        size(text).map(|number| number.unwrap_or(0)).map_err(|_| say!(fields_no_whole_number, text))
    };
    let (counts, most) = (if kind.counts().also.is_some() { 4 } else { 3 }, usize::from(kind.has_length()));
    if !(3..=counts + most).contains(&parts.len()) {
        return Err(say!(fields_expected, hint = earlier_hint(kind)));
    }
    let reading = Reading {
        period: parts.first().copied().unwrap_or_default().to_owned(),
        count: count(1)?,
        of: count(2)?,
        also: if counts == 4 { count(3)? } else { 0 },
        days: days(parts.get(counts).copied().unwrap_or_default())?,
    };
    match kind.contradiction(&reading) {
        Some(why) => Err(say!(fields_line_cannot_be, why)),
        None => Ok(reading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Rank, StageId};

    /// The metric with a field written.
    fn write_metric(metric: &Metric, field: Field, text: String) -> Result<Metric, String> {
        let mut metric = metric.clone();
        super::write_metric(&mut metric, field, text)?;
        settled_metric(metric)
    }

    fn metric(kind: MetricKind) -> Metric {
        Metric::new(StageId(1), Rank::middle(), kind)
    }

    #[test]
    fn counts_are_written_one_by_one_in_any_order() {
        let churn = metric(MetricKind::NetChurn);
        let churn = write_metric(&churn, Field::ReadingCount, "4,812".to_owned()).unwrap();
        let churn = write_metric(&churn, Field::ReadingOf, "96 300".to_owned()).unwrap();
        let churn = write_metric(&churn, Field::ReadingAlso, "310".to_owned()).unwrap();
        let present = churn.present().unwrap();
        assert_eq!((present.count, present.of, present.also), (4_812, 96_300, 310));
        assert_eq!(read_metric(&churn, Field::ReadingOf).as_deref(), Some("96,300"));
        let refused = write_metric(&churn, Field::ReadingOf, "4,000".to_owned()).unwrap_err();
        assert!(refused.contains("4812 cancelled of 4000 subscribers"), "{refused}");
        let cleared = [Field::ReadingAlso, Field::ReadingCount, Field::ReadingOf];
        let empty =
            cleared.into_iter().fold(churn, |metric, field| write_metric(&metric, field, String::new()).unwrap());
        assert_eq!(empty.readings, []);
    }

    #[test]
    fn periods_are_pasted_from_a_spreadsheet_and_read_back_the_same() {
        let churn = write_metric(&metric(MetricKind::GrossChurn), Field::ReadingOf, "99".to_owned()).unwrap();
        let pasted = "Jul 2026\t5,000\t100,000\nAug 2026; 4812; 96300; 31\n";
        let churn = write_metric(&churn, Field::EarlierPeriods, pasted.to_owned()).unwrap();
        let counts: Vec<_> = churn.readings.iter().map(|reading| (reading.count, reading.of, reading.days)).collect();
        assert_eq!(counts, [(5_000, 100_000, None), (4_812, 96_300, Some(31)), (0, 99, None)]);
        let text = read_metric(&churn, Field::EarlierPeriods).unwrap();
        assert_eq!(text, "Jul 2026; 5,000; 100,000\nAug 2026; 4,812; 96,300; 31");
        assert_eq!(write_metric(&churn, Field::EarlierPeriods, text), Ok(churn.clone()));
        assert_eq!(write_metric(&churn, Field::EarlierPeriods, String::new()).unwrap().readings.len(), 1);
        for (wrong, why) in [
            ("Jul; 5", "Line 1: “Period; Cancelled; Subscribers at start; days” is expected"),
            ("Jul; 5; 9\nAug; x; 9", "Line 2: “x” is no whole number"),
            ("Jul; 9; 5", "Line 1: it counts 9 cancelled of 5"),
            ("Jul; 5; 9; 0", "Line 1: Days from 1"),
        ] {
            let said = write_metric(&churn, Field::EarlierPeriods, wrong.to_owned()).unwrap_err();
            assert!(said.starts_with(why), "{wrong}: {said}");
        }
    }

    #[test]
    fn targets_are_of_the_kinds_own_range() {
        let with =
            |kind, text: &str| write_metric(&metric(kind), Field::Target, text.to_owned()).map(|made| made.target);
        assert_eq!(with(MetricKind::GrossChurn, "4,5 %"), Ok(Some(4.5)));
        assert_eq!(with(MetricKind::NetPromoter, "−20"), Ok(Some(-20.0)));
        assert_eq!(with(MetricKind::Discovery, ""), Ok(None));
        for (kind, wrong) in
            [(MetricKind::GrossChurn, "-1"), (MetricKind::NetPromoter, "101"), (MetricKind::TimeSpent, "5")]
        {
            assert!(with(kind, wrong).is_err(), "{kind:?} {wrong}");
        }
    }
}
