//! Words in dates: months, days of the week, halves of the day and the small words between them, in the languages of exports.

/// Names of the months and how they are shortened, in small letters without points; most short forms are beginnings of four
/// letters or three, which are known without being listed.
const MONTHS: [(i64, &[&str]); 12] = [
    (
        1,
        &[
            "january",
            "januar",
            "jänner",
            "janvier",
            "enero",
            "gennaio",
            "janeiro",
            "januari",
            "января",
            "январь",
            "stycznia",
            "styczeń",
            "ocak",
            "ledna",
            "ene",
            "gen",
        ],
    ),
    (
        2,
        &[
            "february",
            "februar",
            "feber",
            "février",
            "fevrier",
            "febrero",
            "febbraio",
            "fevereiro",
            "februari",
            "февраля",
            "февраль",
            "lutego",
            "luty",
            "şubat",
            "února",
        ],
    ),
    (
        3,
        &[
            "march",
            "märz",
            "maerz",
            "mars",
            "marzo",
            "março",
            "marco",
            "maart",
            "марта",
            "март",
            "marca",
            "marzec",
            "mart",
            "března",
            "mrz",
            "mrt",
        ],
    ),
    (
        4,
        &[
            "april",
            "avril",
            "abril",
            "aprile",
            "апреля",
            "апрель",
            "kwietnia",
            "kwiecień",
            "nisan",
            "dubna",
            "avr",
            "abr",
        ],
    ),
    (5, &["may", "mai", "mayo", "maggio", "maio", "mei", "maj", "мая", "май", "maja", "mayıs", "května", "mag"]),
    (
        6,
        &[
            "june", "juni", "juin", "junio", "giugno", "junho", "июня", "июнь", "czerwca", "czerwiec", "haziran",
            "června", "giu",
        ],
    ),
    (
        7,
        &[
            "july",
            "juli",
            "juillet",
            "julio",
            "luglio",
            "julho",
            "июля",
            "июль",
            "lipca",
            "lipiec",
            "temmuz",
            "července",
            "juil",
            "lug",
        ],
    ),
    (
        8,
        &[
            "august",
            "août",
            "aout",
            "agosto",
            "augustus",
            "augusti",
            "августа",
            "август",
            "sierpnia",
            "sierpień",
            "ağustos",
            "srpna",
            "ago",
        ],
    ),
    (
        9,
        &[
            "september",
            "septembre",
            "septiembre",
            "setiembre",
            "settembre",
            "setembro",
            "сентября",
            "сентябрь",
            "września",
            "wrzesień",
            "eylül",
            "září",
            "sept",
            "set",
        ],
    ),
    (
        10,
        &[
            "october",
            "oktober",
            "octobre",
            "octubre",
            "ottobre",
            "outubro",
            "октября",
            "октябрь",
            "października",
            "październik",
            "ekim",
            "října",
            "ott",
            "out",
        ],
    ),
    (11, &["november", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "listopada", "listopad", "kasım"]),
    (
        12,
        &[
            "december",
            "dezember",
            "décembre",
            "decembre",
            "diciembre",
            "dicembre",
            "dezembro",
            "декабря",
            "декабрь",
            "grudnia",
            "grudzień",
            "aralık",
            "prosince",
            "dic",
            "dez",
        ],
    ),
];

/// Days of the week, whole; short forms are their first letters, two at least.
const DAYS: [&str; 56] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunes",
    "martes",
    "miércoles",
    "miercoles",
    "jueves",
    "viernes",
    "sábado",
    "sabado",
    "domingo",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
    "segunda",
    "terça",
    "quarta",
    "quinta",
    "sexta",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
];

/// Words that stand between the parts of a date and mean nothing.
const FILLERS: [&str; 20] = [
    "de", "del", "di", "of", "the", "den", "der", "le", "el", "um", "at", "à", "às", "as", "las", "la", "kl", "er",
    "ore", "г",
];

/// The month of a name or of its short form.
pub fn month(word: &str) -> Option<i64> {
    let is_short_for = |name: &&str| {
        let letters = word.chars().count();
        *name == word || ((3..=4).contains(&letters) && name.chars().count() > letters && name.starts_with(word))
    };
    let whole = MONTHS.iter().find(|(_, names)| names.contains(&word));
    whole.or_else(|| MONTHS.iter().find(|(_, names)| names.iter().any(&is_short_for))).map(|(month, _)| *month)
}

/// Whether a word is a day of the week.
pub fn is_weekday(word: &str) -> bool {
    let letters = word.chars().count();
    DAYS.iter().any(|day| *day == word || ((2..=4).contains(&letters) && day.starts_with(word)))
}

/// Whether a word between the parts of a date means nothing.
pub fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// How far ahead of UTC a clock is that is named by a short form, as it is written: `+01:00`. Forms that mean several clocks are
/// read as what they mean most often.
pub fn zone(word: &str) -> Option<&'static str> {
    const ZONES: [(&str, &str); 44] = [
        ("UT", "+00:00"),
        ("WET", "+00:00"),
        ("BST", "+01:00"),
        ("WEST", "+01:00"),
        ("CET", "+01:00"),
        ("MEZ", "+01:00"),
        ("WAT", "+01:00"),
        ("CEST", "+02:00"),
        ("MESZ", "+02:00"),
        ("EET", "+02:00"),
        ("SAST", "+02:00"),
        ("CAT", "+02:00"),
        ("EEST", "+03:00"),
        ("MSK", "+03:00"),
        ("EAT", "+03:00"),
        ("TRT", "+03:00"),
        ("GST", "+04:00"),
        ("PKT", "+05:00"),
        ("IST", "+05:30"),
        ("NPT", "+05:45"),
        ("ICT", "+07:00"),
        ("WIB", "+07:00"),
        ("SGT", "+08:00"),
        ("HKT", "+08:00"),
        ("PHT", "+08:00"),
        ("AWST", "+08:00"),
        ("JST", "+09:00"),
        ("KST", "+09:00"),
        ("ACST", "+09:30"),
        ("AEST", "+10:00"),
        ("AEDT", "+11:00"),
        ("NZST", "+12:00"),
        ("NZDT", "+13:00"),
        ("BRT", "-03:00"),
        ("ART", "-03:00"),
        ("EDT", "-04:00"),
        ("EST", "-05:00"),
        ("CDT", "-05:00"),
        ("CST", "-06:00"),
        ("MDT", "-06:00"),
        ("MST", "-07:00"),
        ("PDT", "-07:00"),
        ("PST", "-08:00"),
        ("HST", "-10:00"),
    ];
    ZONES.iter().find(|(name, _)| *name == word).map(|(_, ahead)| *ahead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_their_short_forms_are_one_month_each() {
        for (word, found) in [
            ("märz", 3),
            ("mär", 3),
            ("févr", 2),
            ("juin", 6),
            ("juil", 7),
            ("ago", 8),
            ("мар", 3),
            ("мая", 5),
            ("set", 9),
            ("dez", 12),
            ("jan", 1),
            ("sept", 9),
            ("maio", 5),
        ] {
            assert_eq!(month(word), Some(found), "{word}");
        }
        assert_eq!([month("ma"), month("monday"), month("uhr")], [None; 3]);
        assert!(is_weekday("so") && is_weekday("dim") && is_weekday("sunday") && !is_weekday("mars"));
    }
}
