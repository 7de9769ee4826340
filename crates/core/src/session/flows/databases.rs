//! The question for the address of a table on a server, which is imported instead of a file.
//!
//! The last address is offered again while the program runs, and is written nowhere. A password does not belong in it: it has a
//! field of its own, is forgotten with the question, and is kept in the system's keyring alone, where a person wants that.

use touchline_words::say;

use super::DatabasesMsg;
use crate::behaviour::clickhouse::{Access, Address, KeyringError, Password, WAIT, find_keyring, forget_password};
use crate::session::Effect;
use crate::session::job::{Job, JobState};

/// The question, and what was answered last.
#[derive(Debug, Default)]
pub(super) struct Databases {
    asking: Option<Asking>,
    last: String,
    keyring: Option<Job<Heard>>,
}

/// What the keyring answers.
#[derive(Debug)]
enum Heard {
    /// Whether it is there.
    Found(Result<(), KeyringError>),
    /// Whether it had something for who goes in there.
    Forgotten(String, Result<bool, KeyringError>),
}

/// The open question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    address: String,
    problem: Option<String>,
    password: Password,
    keeps: bool,
    said: Option<String>,
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

    /// The server, where what is sent to it can be read on the way.
    pub fn open_server(&self) -> Option<String> {
        Address::parse(&self.address).ok().filter(Address::is_open_to_others).map(|address| address.server())
    }

    /// What is written so far of the password.
    pub fn password(&self) -> &Password {
        &self.password
    }

    /// Whether the password is kept in the keyring.
    pub fn keeps(&self) -> bool {
        self.keeps
    }

    /// What the keyring answered.
    pub fn said(&self) -> Option<&str> {
        self.said.as_deref()
    }

    fn hear(&mut self, heard: Heard) {
        self.said = match heard {
            Heard::Found(Ok(())) => None,
            Heard::Found(Err(error)) => {
                self.keeps = false;
                Some(say!(ui_database_not_kept, reason = error.to_string()))
            }
            Heard::Forgotten(login, Ok(true)) => Some(say!(ui_database_forgotten, login)),
            Heard::Forgotten(login, Ok(false)) => Some(say!(ui_database_none_kept, login)),
            Heard::Forgotten(_, Err(error)) => Some(say!(ui_database_may_stay, reason = error.to_string())),
        };
    }
}

impl Databases {
    pub(super) fn asking(&self) -> Option<&Asking> {
        self.asking.as_ref()
    }

    pub(super) fn is_busy(&self) -> bool {
        self.keyring.is_some()
    }

    /// Takes over what the keyring answered.
    pub(super) fn look_after(&mut self) {
        let heard = match self.keyring.as_ref().map(Job::poll) {
            None | Some(JobState::Running) => return,
            Some(JobState::Done(heard)) => Some(heard),
            Some(JobState::Lost) => None,
        };
        self.keyring = None;
        if let (Some(asking), Some(heard)) = (&mut self.asking, heard) {
            asking.hear(heard);
        }
    }

    pub(super) fn handle(&mut self, msg: DatabasesMsg) -> Option<Effect> {
        if msg == DatabasesMsg::Ask {
            self.asking = Some(Asking { address: self.last.clone(), ..Asking::default() });
            return None;
        }
        let asking = self.asking.as_mut()?;
        match msg {
            DatabasesMsg::Ask => None,
            DatabasesMsg::Write(text) => {
                (asking.address, asking.problem) = (text, None);
                None
            }
            DatabasesMsg::WritePassword(password) => {
                asking.password = password;
                None
            }
            DatabasesMsg::Keep(keeps) => {
                (asking.keeps, asking.said) = (keeps, None);
                self.keyring = keeps.then(|| Job::start("keyring", |_| Heard::Found(find_keyring())));
                None
            }
            DatabasesMsg::Forget => {
                match Address::parse(&asking.address) {
                    Ok(address) => {
                        asking.keeps = false;
                        let ask = move |_: &_| Heard::Forgotten(address.login(), forget_password(&address));
                        self.keyring = Some(Job::start("keyring", ask));
                    }
                    Err(error) => asking.problem = Some(error.to_string()),
                }
                None
            }
            DatabasesMsg::Connect => match Address::parse(&asking.address) {
                Ok(address) => {
                    self.last = address.to_string();
                    let access = Access::new(asking.password.0.clone(), WAIT);
                    let access = if asking.keeps { access.kept() } else { access };
                    self.asking = None;
                    Some(Effect::AskServer(address, access))
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
        say(&mut story, DatabasesMsg::WritePassword(Password("hunter2".to_owned())));
        assert!(!format!("{:?}", story.session.flows().database()).contains("hunter2"));
        let effects = say(&mut story, DatabasesMsg::Connect);
        let access = Access::new("hunter2".to_owned(), WAIT);
        assert_eq!(effects, [Effect::AskServer(address.clone(), access)]);
        assert_eq!(story.session.flows().database(), None);

        story.run(Command::ImportDatabase);
        assert_eq!(asking(&story), (address.to_string().as_str(), None));
        say(&mut story, DatabasesMsg::Write("somewhere".to_owned()));
        say(&mut story, DatabasesMsg::Close);
        assert_eq!(story.session.flows().database(), None);
        say(&mut story, DatabasesMsg::Ask);
        assert_eq!(asking(&story).0, address.to_string(), "what was not connected to is forgotten");
    }

    #[test]
    fn where_there_is_no_keyring_the_password_is_not_said_to_be_kept() {
        let mut asking = Asking { keeps: true, ..Asking::default() };
        asking.hear(Heard::Found(Ok(())));
        assert_eq!((asking.keeps(), asking.said()), (true, None));
        asking.hear(Heard::Found(Err(KeyringError::Missing)));
        assert!(!asking.keeps() && asking.said().is_some_and(|said| said.contains("there is no keyring here")));
        for (answer, says) in [
            (Ok(true), "no longer in the keyring"),
            (Ok(false), "No password for"),
            (Err(KeyringError::Locked), "may still be there"),
        ] {
            asking.hear(Heard::Forgotten("clickhouses://me@server:8443".to_owned(), answer));
            assert!(asking.said().is_some_and(|said| said.contains(says)), "{:?}", asking.said());
        }
    }

    #[test]
    fn a_server_elsewhere_that_is_asked_in_the_open_is_told_while_its_address_is_written() {
        let open = |address: &str| Asking { address: address.to_owned(), ..Asking::default() }.open_server();
        assert_eq!(open("clickhouse://me@db.example.org/shop/log").as_deref(), Some("db.example.org:8123"));
        for quiet in ["clickhouses://me@db.example.org/shop/log", "clickhouse://localhost/shop/log", "db.example.org"] {
            assert_eq!(open(quiet), None, "{quiet}");
        }
    }
}
