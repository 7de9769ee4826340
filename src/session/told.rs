//! What went wrong with a file, told to somebody at the window: where the command line would name a flag, what to do here.

use crate::behaviour::error::BehaviourError;

/// The message, with what to do in the window.
pub(super) fn told(error: &BehaviourError) -> String {
    match error {
        BehaviourError::NoShape { name, header } => format!(
            "{name} is of no kind that is known by its columns ({}). A scorecard is filled by surveys (0 to 10, or five or \
             seven grades), completion, files of customers with the day on which each cancelled, and logs or counts whose \
             names tell of taking part or of recommendations. Choose another file.",
            header.join(", ")
        ),
        BehaviourError::NoRoom { folder, reason } => format!(
            "The temporary file for events cannot be used in {} ({reason}). Free some space there and try again.",
            folder.display()
        ),
        error => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_at_the_window_is_told_of_a_flag() {
        let shapeless = BehaviourError::NoShape { name: "a.csv".to_owned(), header: vec!["colour".to_owned()] };
        let full = BehaviourError::NoRoom { folder: "/tmp".into(), reason: "full".to_owned() };
        for error in [shapeless, full] {
            assert!(error.to_string().contains("--") && !told(&error).contains("--"), "{error}");
        }
        assert_eq!(told(&BehaviourError::NoStage), BehaviourError::NoStage.to_string());
    }
}
