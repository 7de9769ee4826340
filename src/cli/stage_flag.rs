//! The text of `--stage`: `NAME=event a|event b`.
//!
//! The first `=` ends the name, `|` parts the events; `\|` and `\=` stand for themselves. Blanks around a name do not count.

use crate::behaviour::error::BehaviourError;
use crate::behaviour::plan::StagePlan;

/// Reads the flags in their order, which is the order of the stages.
///
/// # Errors
/// A flag that is no stage, or two stages of one name.
pub fn stages(flags: &[String]) -> Result<Vec<StagePlan>, BehaviourError> {
    let mut stages: Vec<StagePlan> = Vec::new();
    for flag in flags {
        let stage = stage(flag).ok_or_else(|| BehaviourError::BadStage { text: flag.clone() })?;
        if stages.iter().any(|known| known.name == stage.name) {
            return Err(BehaviourError::StageTwice { name: stage.name });
        }
        stages.push(stage);
    }
    Ok(stages)
}

fn stage(flag: &str) -> Option<StagePlan> {
    let mut name = None;
    let mut events = Vec::new();
    let mut part = String::new();
    let mut letters = flag.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => part.push(letters.next_if(|next| matches!(next, '|' | '=')).unwrap_or('\\')),
            '=' if name.is_none() => name = Some(std::mem::take(&mut part)),
            '|' if name.is_some() => events.push(std::mem::take(&mut part)),
            _ => part.push(letter),
        }
    }
    events.push(part);
    let name = name?.trim().to_owned();
    let events: Vec<String> = events.iter().map(|event| event.trim().to_owned()).collect();
    let is_whole = !name.is_empty() && events.iter().all(|event| !event.is_empty());
    is_whole.then_some(StagePlan { name, events })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_stage(flag: &str, name: &str, events: &[&str]) {
        let found = stages(&[flag.to_owned()]).unwrap();
        assert_eq!(
            (found[0].name.as_str(), found[0].events.iter().map(String::as_str).collect::<Vec<_>>()),
            (name, events.to_vec())
        );
    }

    #[test]
    fn a_stage_is_a_name_and_its_events() {
        check_stage("Awareness=home|ad click", "Awareness", &["home", "ad click"]);
        check_stage(" Sign up = form ", "Sign up", &["form"]);
        check_stage(r"A\=B=x\|y|p\=q|c=d|e\f", "A=B", &["x|y", "p=q", "c=d", r"e\f"]);
        check_stage("A|B=x", "A|B", &["x"]);
    }

    #[test]
    fn what_is_no_stage_is_refused() {
        for flag in ["", "home", "=home", "Name=", "Name=a||b", r"Name\=a"] {
            assert!(matches!(stages(&[flag.to_owned()]), Err(BehaviourError::BadStage { .. })), "{flag}");
        }
        let twice = ["A=x".to_owned(), "A=y".to_owned()];
        assert!(matches!(stages(&twice), Err(BehaviourError::StageTwice { .. })));
    }
}
