//! What went wrong with a file, told to somebody at the window: where the command line would name a flag, what to do here.

use touchline_words::say;

use crate::behaviour::error::BehaviourError;

/// The message, with what to do in the window.
pub(super) fn told(error: &BehaviourError) -> String {
    match error {
        BehaviourError::NoShape { name, header } => say!(session_told_no_shape, name, header = header.join(", ")),
        BehaviourError::NoRoom { folder, reason } => say!(session_told_no_room, folder = folder.display(), reason),
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
