//! Rows that double an event: logs of processes have a row for the start of an activity and one for its completion, told apart by a
//! column such as `lifecycle:transition` (IEEE 1849, XES). One of both is counted.

use crate::names::trimmed;

/// Which rows count in a log with such a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifecycle {
    /// The column, counted from 0.
    pub column: usize,
    pub counted: Transition,
}

/// The two ends of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transition {
    Start,
    Complete,
}

/// What a person says of such a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// All rows count.
    All,
    Only(Transition),
}

/// How ends are called in the languages of common exports, in small letters.
const STARTS: [&str; 29] = [
    "start",
    "begin",
    "started",
    "started_at",
    "begun",
    "entered",
    "enter",
    "gestartet",
    "begonnen",
    "beginn",
    "anfang",
    "gestart",
    "début",
    "debut",
    "démarré",
    "demarre",
    "commencé",
    "commence",
    "inicio",
    "iniciado",
    "comenzado",
    "início",
    "inizio",
    "iniziato",
    "rozpoczęto",
    "начало",
    "начато",
    "başladı",
    "başlangıç",
];
const COMPLETES: [&str; 39] = [
    "complete",
    "end",
    "completed",
    "finish",
    "finished",
    "ended",
    "left",
    "leave",
    "exited",
    "exit",
    "abgeschlossen",
    "beendet",
    "ende",
    "fertig",
    "erledigt",
    "voltooid",
    "afgerond",
    "einde",
    "fin",
    "terminé",
    "termine",
    "achevé",
    "finalizado",
    "terminado",
    "completado",
    "fim",
    "concluído",
    "concluido",
    "fine",
    "terminato",
    "completato",
    "concluso",
    "zakończono",
    "koniec",
    "конец",
    "завершено",
    "окончание",
    "bitti",
    "tamamlandı",
];
/// The other steps of the standard, and others that go with them.
const OTHERS: [&str; 14] = [
    "schedule",
    "assign",
    "reassign",
    "suspend",
    "resume",
    "withdraw",
    "manualskip",
    "autoskip",
    "ate_abort",
    "pi_abort",
    "abort",
    "cancel",
    "enqueue",
    "unknown",
];

/// What a cell of such a column says: one of the ends, or another step; nothing for a word that none of them is.
pub fn step_of(cell: &[u8]) -> Option<Option<Transition>> {
    let word = String::from_utf8_lossy(trimmed(cell)).to_lowercase();
    if STARTS.contains(&word.as_str()) {
        return Some(Some(Transition::Start));
    }
    if COMPLETES.contains(&word.as_str()) {
        return Some(Some(Transition::Complete));
    }
    OTHERS.contains(&word.as_str()).then_some(None)
}

impl Lifecycle {
    /// The words, in small letters, of rows that do not count.
    pub fn left_out(self) -> impl Iterator<Item = &'static str> {
        let ends = match self.counted {
            Transition::Start => COMPLETES.as_slice(),
            Transition::Complete => STARTS.as_slice(),
        };
        ends.iter().chain(OTHERS.iter()).copied()
    }

    /// Whether a row with this cell counts. One that says nothing known does.
    pub fn counts(self, cell: &[u8]) -> bool {
        step_of(cell).is_none_or(|step| step == Some(self.counted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_known_in_the_languages_of_common_exports_and_a_status_is_none() {
        for (start, complete) in
            [("START", "Complete"), ("gestartet", "Abgeschlossen"), ("Début", "Fin"), ("entered", "left")]
        {
            assert_eq!(step_of(start.as_bytes()), Some(Some(Transition::Start)), "{start}");
            assert_eq!(step_of(complete.as_bytes()), Some(Some(Transition::Complete)), "{complete}");
        }
        assert!(STARTS.iter().all(|word| !COMPLETES.contains(word) && !OTHERS.contains(word)));
        for word in ["open", "won", "offen", "active"] {
            assert_eq!(step_of(word.as_bytes()), None, "{word}");
        }
    }
}
