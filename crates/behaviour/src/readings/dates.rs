//! Times as people and programs write them.

use super::*;

fn check_times(name: &str, time: impl Fn(Happened) -> String) -> Recognition {
    check_log(name, lines("user;event;time", |event| format!("u{};{};{}", event.user, event.event, time(event))))
}

#[test]
fn years_of_two_digits_are_weighed_by_the_whole_column() {
    for (year, first_day) in [(26, 0), (25, 0), (26, 16), (24, 9)] {
        for separator in ['-', '.', '/'] {
            let name = format!("{year}{separator}03{separator}{first_day}");
            check_times(&name, |e| format!("{year}{separator}03{separator}{:02} {:02}:05", e.day + first_day, e.hour));
            let found = check_times(&name, |e| {
                format!("{:02}{separator}03{separator}{year} {:02}:05", e.day + first_day, e.hour)
            });
            let first = found.columns[2].first_last.unwrap().0;
            let shown = jiff::Timestamp::from_microsecond(first).unwrap().to_string();
            assert!(shown.starts_with(&format!("20{year}-03-{:02}", first_day + 1)), "{name} {shown}");
        }
    }
}

#[test]
fn years_below_a_thousand_are_no_years_and_the_value_is_shown() {
    let text = lines("user,event,time", |e| format!("u{},{},0026-03-{:02}", e.user, e.event, e.day));
    let said = refused(text);
    assert!(said.contains("“0026-03-01”") && said.contains("day number of Excel"), "{said}");
    let said = refused(lines("user,event,time", |e| format!("u{},{},1.77236E+12", e.user, e.event)));
    assert!(said.contains("“1.77236E+12”"), "{said}");
}

#[test]
fn zones_are_read_in_every_writing() {
    for zone in [
        " CET",
        " MEZ",
        " +01:00",
        " GMT+1",
        "+0100",
        " PST",
        " EST",
        " Europe/Berlin",
        "[Europe/Berlin]",
        "+01:00[Europe/Berlin]",
        "Z",
        " UTC",
        " (CET)",
    ] {
        check_times(zone, |e| format!("{}{zone}", iso(e)));
    }
    let moment = |zone: &str| {
        let found = check_times(zone, |e| format!("{}{zone}", iso(e)));
        found.columns[2].first_last.unwrap().0
    };
    assert_eq!(moment(" CET"), moment("+01:00"));
    assert_eq!(moment(" Europe/Berlin"), moment("+01:00"));
    assert_eq!(moment(" PST"), moment("-08:00"));
}

#[test]
fn dates_of_many_countries_are_read() {
    for month in ["März", "mars", "marzo", "Mar.", "march", "мар.", "марта", "março", "Mrz", "mrt"] {
        check_times(month, |e| format!("{}. {month} 2026 {}:05", e.day, e.hour));
        check_times(month, |e| format!("{} {month} 2026, {:02}:05:00", e.day, e.hour));
    }
    check_times("févr", |e| format!("{} févr. 2026 {}:05", e.day, e.hour));
    check_times("Uhr", |e| format!("{:02}.03.2026 {:02}:05 Uhr", e.day + 10, e.hour));
    check_times("blanks", |e| format!("{}. 3. 2026 {}:05", e.day + 10, e.hour));
    check_times("points", |e| format!("{}.3.2026 {:02}.05", e.day + 10, e.hour));
    check_times("half of the day", |e| {
        format!("{}/3/2026 {}:05{}", e.day + 12, (e.hour + 11) % 12 + 1, if e.hour < 12 { "A" } else { "P" })
    });
    check_times("Spanish", |e| {
        format!("{}/3/2026 {}:05 {}. m.", e.day + 12, (e.hour + 11) % 12 + 1, if e.hour < 12 { "a" } else { "p" })
    });
    check_times("formula", |e| format!("=\"{}\"", iso(e)));
    check_times("apostrophe", |e| format!("'{}", iso(e)));
    check_times("web server", |e| format!("{:02}/Mar/2026:{:02}:05:00 +0100", e.day, e.hour));
    check_times("bracketed", |e| format!("[{:02}/Mar/2026:{:02}:05:00 +0100]", e.day, e.hour));
    check_times("ctime", |e| format!("Sun Mar {:02} {:02}:05:00 CET 2026", e.day, e.hour));
    check_times("browser", |e| {
        format!("Sun Mar {:02} 2026 {:02}:05:00 GMT+0100 (Central European Standard Time)", e.day, e.hour)
    });
    check_times("Chinese", |e| format!("2026年3月{}日 {}时05分", e.day, e.hour));
    check_times("Japanese", |e| format!("2026年3月{}日 {}時05分00秒", e.day, e.hour));
    check_times("Korean", |e| format!("2026년 3월 {}일 {}:05", e.day, e.hour));
    check_times("Thai", |e| format!("{}/3/2569 {:02}:05", e.day + 12, e.hour));
    check_times("fullwidth", |e| {
        iso(e)
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap() } else { c })
            .collect()
    });
    check_times("Arabic", |e| {
        iso(e)
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(u32::from(c) - 0x30 + 0x660).unwrap() } else { c })
            .collect()
    });
}

#[test]
fn counts_since_1970_are_read_in_every_size_and_dress() {
    let secs = |e: Happened| 1_772_323_500 + i64::from(e.day) * 86_400 + i64::from(e.hour) * 3600;
    for (scale, name) in [(1, "s"), (1_000, "ms"), (1_000_000, "µs"), (1_000_000_000, "ns")] {
        check_times(name, |e| (secs(e) * scale).to_string());
        check_times(name, |e| {
            let digits = (secs(e) * scale).to_string();
            let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
            String::from_utf8(groups.join(&b',')).unwrap()
        });
    }
}

#[test]
fn a_date_and_a_time_of_day_in_two_columns_are_one_time() {
    for (header, line) in [
        (
            "user,event,date,time",
            (|e| format!("u{},{},2026-03-{:02},{:02}:05:00", e.user, e.event, e.day, e.hour)) as fn(Happened) -> String,
        ),
        ("user,event,time,hour of day", |e| format!("u{},{},2026-03-{:02},{:02}:05", e.user, e.event, e.day, e.hour)),
        ("time,user,event,datum", |e| {
            format!(
                "{}:05 {},u{},{},{}.3.2026",
                (e.hour + 11) % 12 + 1,
                if e.hour < 12 { "AM" } else { "PM" },
                e.user,
                e.event,
                e.day + 12
            )
        }),
    ] {
        let found = check_log(header, lines(header, line));
        assert!(found.told[0].contains("read together as one time"), "{:?}", found.told);
    }
}

#[test]
fn when_a_file_was_written_decides_nothing_and_the_clock_refuses_what_is_to_come() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, lines("user,event,time", |e| format!("u{},{},{}", e.user, e.event, iso(e)))).unwrap();
    let reading = |written: SystemTime| {
        std::fs::File::options().write(true).open(&path).unwrap().set_modified(written).unwrap();
        let source = Source::open(&path).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        (found.columns[2].first_last, found.problems)
    };
    let old = reading(SystemTime::UNIX_EPOCH + Duration::from_secs(315_532_800));
    assert_eq!(old, reading(SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000)));
    assert_eq!(old.1, []);
    let text = lines("user,event,time", |e| format!("u{},{},{}", e.user, e.event, iso(e))) + "u99,view,2031-01-01\n";
    let (_, told) = report(text, &Overrides::default()).unwrap();
    assert_eq!(
        (told.rows.used, told.rows.reasons[0].reason.to_string().as_str()),
        (24, "the time is more than two days ahead")
    );
}
