//! The question for the address of a table on a server, which is imported instead of a file.
//!
//! The last address is offered again while the program runs, and is written nowhere. A password does not belong in it.

use super::DatabasesMsg;
use crate::behaviour::clickhouse::{Access, Address, WAIT};
use crate::session::Effect;

/// With what a server is asked: the password that the environment holds, if there is one. For whoever stands outside.
pub fn access_of_environment() -> Access {
    Access::of_environment(WAIT)
}

/// The question, and what was answered last.
#[derive(Debug, Default)]
pub(super) struct Databases {
    asking: Option<Asking>,
    last: String,
}

/// The open question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    address: String,
    problem: Option<String>,
}

impl Asking {
    /// What is written so far.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Why it is no address, since it was last asked.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

impl Databases {
    pub(super) fn asking(&self) -> Option<&Asking> {
        self.asking.as_ref()
    }

    pub(super) fn handle(&mut self, msg: DatabasesMsg) -> Option<Effect> {
        if msg == DatabasesMsg::Ask {
            self.asking = Some(Asking { address: self.last.clone(), problem: None });
            return None;
        }
        let asking = self.asking.as_mut()?;
        match msg {
            DatabasesMsg::Ask => None,
            DatabasesMsg::Write(text) => {
                *asking = Asking { address: text, problem: None };
                None
            }
            DatabasesMsg::Connect => match Address::parse(&asking.address) {
                Ok(address) => {
                    self.last = address.to_string();
                    self.asking = None;
                    Some(Effect::AskServer(address))
                }
                Err(error) => {
                    asking.problem = Some(error.to_string());
                    None
                }
            },
            DatabasesMsg::Close => {
                self.asking = None;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::flows::Msg;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn say(story: &mut Story, msg: DatabasesMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Databases(msg)))
    }

    fn asking(story: &Story) -> (&str, Option<&str>) {
        let asking = story.session.flows().database().unwrap();
        (asking.address(), asking.problem())
    }

    #[test]
    fn what_is_no_address_is_told_until_it_is_written_over_and_the_last_one_is_offered_again() {
        let mut story = Story::new();
        assert_eq!(say(&mut story, DatabasesMsg::Connect), [], "nothing is asked yet");
        assert_eq!(story.run(Command::ImportDatabase), []);
        assert_eq!(asking(&story), ("", None));
        for (written, says) in [
            ("log.csv", "it does not begin with clickhouses://"),
            ("clickhouse://a:b@h/d/t", "the address holds a password"),
        ] {
            say(&mut story, DatabasesMsg::Write(written.to_owned()));
            assert_eq!(asking(&story), (written, None), "nothing is told while one writes");
            assert_eq!(say(&mut story, DatabasesMsg::Connect), []);
            assert!(asking(&story).1.is_some_and(|problem| problem.contains(says)), "{:?}", asking(&story));
        }
        let address = Address::parse("clickhouse://me@server:8123/shop/log").unwrap();
        say(&mut story, DatabasesMsg::Write(address.to_string()));
        let effects = say(&mut story, DatabasesMsg::Connect);
        assert_eq!(effects, [Effect::AskServer(address.clone())]);
        assert_eq!(story.session.flows().database(), None);

        story.run(Command::ImportDatabase);
        assert_eq!(asking(&story), (address.to_string().as_str(), None));
        say(&mut story, DatabasesMsg::Write("somewhere".to_owned()));
        say(&mut story, DatabasesMsg::Close);
        assert_eq!(story.session.flows().database(), None);
        say(&mut story, DatabasesMsg::Ask);
        assert_eq!(asking(&story).0, address.to_string(), "what was not connected to is forgotten");
    }
}
