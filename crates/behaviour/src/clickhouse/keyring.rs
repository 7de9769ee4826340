//! The password of a server in the system's keyring: kept, found and forgotten by the address, where a person wants that.
//!
//! The keyring is whichever program of the desktop answers to the Secret Service on the person's own message bus, a socket of this
//! machine; it is asked only where a database is asked. One that is locked opens its own window, and is told as locked meanwhile:
//! nobody waits here for a person. The bus is not listened to by others, so the password travels on it as it is.
//!
//! # Limits
//! Systems other than Unix have no such service: there no keyring is found.

use touchline_words::say;

use super::address::Address;

/// Why a keyring gives or takes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyringError {
    /// There is none that programs can ask.
    Missing,
    /// It is locked, and asks its person by itself.
    Locked,
    /// What it says.
    Said(String),
}

impl std::fmt::Display for KeyringError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str(say!(database_keyring_missing)),
            Self::Locked => f.write_str(say!(database_keyring_locked)),
            Self::Said(said) => f.write_str(&say!(database_keyring_said, said = said.as_str())),
        }
    }
}

impl std::error::Error for KeyringError {}

/// The password that is kept for an address, if one is.
///
/// # Errors
/// [`KeyringError`]: it could not be asked.
pub fn password_of(address: &Address) -> Result<Option<String>, KeyringError> {
    Keyring::of_session()?.password(address)
}

/// Keeps a password for an address, in the place of the one before.
///
/// # Errors
/// [`KeyringError`]: it is not kept.
pub fn keep_password(address: &Address, password: &str) -> Result<(), KeyringError> {
    Keyring::of_session()?.keep(address, password)
}

/// Forgets what is kept for an address; whether something was.
///
/// # Errors
/// [`KeyringError`]: it may still be there.
pub fn forget_password(address: &Address) -> Result<bool, KeyringError> {
    Keyring::of_session()?.forget(address)
}

/// Whether there is a keyring here.
///
/// # Errors
/// [`KeyringError::Missing`]
pub fn find_keyring() -> Result<(), KeyringError> {
    Keyring::of_session().map(drop)
}

#[cfg(unix)]
use secret_service::Keyring;

#[cfg(not(unix))]
struct Keyring;

#[cfg(not(unix))]
impl Keyring {
    fn of_session() -> Result<Keyring, KeyringError> {
        Err(KeyringError::Missing)
    }

    fn password(&self, _: &Address) -> Result<Option<String>, KeyringError> {
        Err(KeyringError::Missing)
    }

    fn keep(&self, _: &Address, _: &str) -> Result<(), KeyringError> {
        Err(KeyringError::Missing)
    }

    fn forget(&self, _: &Address) -> Result<bool, KeyringError> {
        Err(KeyringError::Missing)
    }
}

#[cfg(unix)]
mod secret_service {
    use std::collections::HashMap;
    use std::time::Duration;

    use zbus::connection::Builder;
    use zbus::message::Body;
    use zbus::zvariant::{DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Value};
    use zbus::{Connection, block_on};

    use super::super::error::short;
    use super::{Address, KeyringError};

    const SERVICE: &str = "org.freedesktop.secrets";
    const ROOT: &str = "/org/freedesktop/secrets";
    /// The collection that a person's programs keep things in.
    const USUAL: &str = "/org/freedesktop/secrets/aliases/default";
    const SERVICE_FACE: &str = "org.freedesktop.Secret.Service";
    const COLLECTION_FACE: &str = "org.freedesktop.Secret.Collection";
    const ITEM_FACE: &str = "org.freedesktop.Secret.Item";
    const PROMPT_FACE: &str = "org.freedesktop.Secret.Prompt";
    /// A keyring that is there answers in less.
    const WAIT: Duration = Duration::from_secs(5);

    /// Session, parameters, value, kind of the value.
    type Secret = (OwnedObjectPath, Vec<u8>, Vec<u8>, String);

    pub(super) struct Keyring {
        bus: Connection,
        session: OwnedObjectPath,
    }

    impl Keyring {
        pub(super) fn of_session() -> Result<Keyring, KeyringError> {
            let bus = Builder::session().map(|builder| builder.method_timeout(WAIT));
            let bus = bus.and_then(|builder| block_on(builder.build())).map_err(|_| KeyringError::Missing)?;
            Keyring::on(bus)
        }

        pub(super) fn on(bus: Connection) -> Result<Keyring, KeyringError> {
            let body = ("plain", Value::from(""));
            let opened = block_on(bus.call_method(Some(SERVICE), ROOT, Some(SERVICE_FACE), "OpenSession", &body));
            let opened = opened.map_err(|_| KeyringError::Missing)?;
            let (_, session): (OwnedValue, OwnedObjectPath) = opened.body().deserialize().map_err(said)?;
            Ok(Keyring { bus, session })
        }

        fn call<B>(&self, path: &str, face: &str, method: &str, body: &B) -> Result<Body, KeyringError>
        where
            B: serde::Serialize + DynamicType,
        {
            let path = ObjectPath::try_from(path).map_err(said)?;
            let answer = block_on(self.bus.call_method(Some(SERVICE), path, Some(face), method, body));
            answer.map(|answer| answer.body()).map_err(said)
        }

        /// What is kept for an address, and whether some of that is locked.
        fn found(&self, address: &Address) -> Result<Vec<OwnedObjectPath>, KeyringError> {
            let body = self.call(ROOT, SERVICE_FACE, "SearchItems", &(attributes(address),))?;
            let (mut open, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) = body.deserialize().map_err(said)?;
            if open.is_empty() && !locked.is_empty() {
                open = self.unlocked(locked)?;
            }
            Ok(open)
        }

        fn unlocked(&self, locked: Vec<OwnedObjectPath>) -> Result<Vec<OwnedObjectPath>, KeyringError> {
            let body = self.call(ROOT, SERVICE_FACE, "Unlock", &(locked,))?;
            let (open, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) = body.deserialize().map_err(said)?;
            self.refuse_prompt(&prompt)?;
            Ok(open)
        }

        /// Lets the keyring ask its person, and does not wait for what they say.
        fn refuse_prompt(&self, prompt: &OwnedObjectPath) -> Result<(), KeyringError> {
            if prompt.as_str() == "/" {
                return Ok(());
            }
            self.call(prompt.as_str(), PROMPT_FACE, "Prompt", &("",))?;
            Err(KeyringError::Locked)
        }

        pub(super) fn password(&self, address: &Address) -> Result<Option<String>, KeyringError> {
            let Some(item) = self.found(address)?.into_iter().next() else { return Ok(None) };
            let body = self.call(item.as_str(), ITEM_FACE, "GetSecret", &(&self.session,))?;
            let ((_, _, value, _),): (Secret,) = body.deserialize().map_err(said)?;
            Ok(String::from_utf8(value).ok())
        }

        pub(super) fn keep(&self, address: &Address, password: &str) -> Result<(), KeyringError> {
            let label = format!("Touchline: {}", address.login());
            let properties: HashMap<&str, Value<'_>> = HashMap::from([
                ("org.freedesktop.Secret.Item.Label", Value::from(label)),
                ("org.freedesktop.Secret.Item.Attributes", Value::from(attributes(address))),
            ]);
            let secret = (&self.session, Vec::<u8>::new(), password.as_bytes().to_vec(), "text/plain");
            let body = self.call(USUAL, COLLECTION_FACE, "CreateItem", &(properties, secret, true))?;
            let (_, prompt): (OwnedObjectPath, OwnedObjectPath) = body.deserialize().map_err(said)?;
            self.refuse_prompt(&prompt)
        }

        pub(super) fn forget(&self, address: &Address) -> Result<bool, KeyringError> {
            let items = self.found(address)?;
            for item in &items {
                let body = self.call(item.as_str(), ITEM_FACE, "Delete", &())?;
                let prompt: OwnedObjectPath = body.deserialize().map_err(said)?;
                self.refuse_prompt(&prompt)?;
            }
            Ok(!items.is_empty())
        }
    }

    /// By what a password is found again: the server and the user, not the table.
    fn attributes(address: &Address) -> HashMap<String, String> {
        let pairs = [("application", "touchline".to_owned()), ("login", address.login())];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn said(error: impl std::fmt::Display) -> KeyringError {
        KeyringError::Said(short(&error.to_string()))
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::os::unix::net::UnixStream;
        use std::sync::{Arc, Mutex};

        /// What a keyring has: attributes and secrets.
        type Kept = Arc<Mutex<Vec<(HashMap<String, String>, Vec<u8>)>>>;

        struct Service {
            kept: Kept,
            locked: bool,
        }

        struct Items(Kept);
        struct Prompt;

        fn path(text: &str) -> OwnedObjectPath {
            OwnedObjectPath::try_from(text.to_owned()).unwrap()
        }

        #[zbus::interface(name = "org.freedesktop.Secret.Service")]
        impl Service {
            fn open_session(&self, _algorithm: &str, _input: Value<'_>) -> (OwnedValue, OwnedObjectPath) {
                (OwnedValue::try_from(Value::from("")).unwrap(), path("/session"))
            }

            fn search_items(
                &self,
                attributes: HashMap<String, String>,
            ) -> (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) {
                let found = self.kept.lock().unwrap().iter().any(|(kept, _)| *kept == attributes);
                let found = if found { vec![path("/org/freedesktop/secrets/item")] } else { Vec::new() };
                if self.locked { (Vec::new(), found) } else { (found, Vec::new()) }
            }

            fn unlock(&self, _items: Vec<OwnedObjectPath>) -> (Vec<OwnedObjectPath>, OwnedObjectPath) {
                (Vec::new(), path("/prompt"))
            }
        }

        #[zbus::interface(name = "org.freedesktop.Secret.Prompt")]
        impl Prompt {
            #[zbus(name = "Prompt")]
            fn prompt(&self, _window: &str) {}
        }

        #[zbus::interface(name = "org.freedesktop.Secret.Collection")]
        impl Items {
            fn create_item(
                &self,
                properties: HashMap<String, OwnedValue>,
                secret: Secret,
                replace: bool,
            ) -> (OwnedObjectPath, OwnedObjectPath) {
                assert!(replace);
                let attributes = properties["org.freedesktop.Secret.Item.Attributes"].clone();
                let attributes = HashMap::<String, String>::try_from(attributes).unwrap();
                let mut kept = self.0.lock().unwrap();
                kept.retain(|(other, _)| *other != attributes);
                kept.push((attributes, secret.2));
                (path("/org/freedesktop/secrets/item"), path("/"))
            }
        }

        struct Item(Kept);

        #[zbus::interface(name = "org.freedesktop.Secret.Item")]
        impl Item {
            fn get_secret(&self, session: OwnedObjectPath) -> (Secret,) {
                let value = self.0.lock().unwrap()[0].1.clone();
                ((session, Vec::new(), value, "text/plain".to_owned()),)
            }

            fn delete(&self) -> OwnedObjectPath {
                self.0.lock().unwrap().clear();
                path("/")
            }
        }

        /// A keyring of the test's own at the other end of a line, and a connection to it.
        fn keyring(locked: bool) -> (Kept, Connection, Keyring) {
            let kept = Kept::default();
            let (ours, theirs) = UnixStream::pair().unwrap();
            let item = || Item(Arc::clone(&kept));
            let service = Service { kept: Arc::clone(&kept), locked };
            let guid = zbus::Guid::generate();
            let serve = Builder::async_io_unix_stream(theirs).server(guid).unwrap().p2p();
            let serve = serve.serve_at(ROOT, service).unwrap().serve_at(USUAL, Items(Arc::clone(&kept))).unwrap();
            let serve = serve.serve_at("/org/freedesktop/secrets/item", item()).unwrap();
            let serve = serve.serve_at("/prompt", Prompt).unwrap();
            #[expect(clippy::disallowed_methods, reason = "both ends greet each other")]
            let server = std::thread::scope(|threads| {
                let server = threads.spawn(|| block_on(serve.build()).unwrap());
                let client = block_on(Builder::async_io_unix_stream(ours).p2p().method_timeout(WAIT).build()).unwrap();
                (server.join().unwrap(), client)
            });
            (kept, server.0, Keyring::on(server.1).unwrap())
        }

        fn address(text: &str) -> Address {
            Address::parse(text).unwrap()
        }

        #[test]
        fn a_password_is_kept_found_replaced_and_forgotten_by_user_and_server() {
            let (kept, _server, keyring) = keyring(false);
            let log = address("clickhouses://ana@db.example.org/shop/log");
            assert_eq!(keyring.password(&log), Ok(None));
            keyring.keep(&log, "first").unwrap();
            keyring.keep(&log, "hunter2 Ü").unwrap();
            let same_server = address("clickhouses://ana@db.example.org/shop/other");
            assert_eq!(keyring.password(&same_server).unwrap().as_deref(), Some("hunter2 Ü"));
            for other in ["clickhouses://bo@db.example.org/shop/log", "clickhouses://ana@db.example.org:1/shop/log"] {
                assert_eq!(keyring.password(&address(other)), Ok(None), "{other}");
            }
            // What was kept for a line that nobody can listen to is not sent over one that anybody can.
            assert_eq!(keyring.password(&address("clickhouse://ana@db.example.org:8443/shop/log")), Ok(None));
            assert_eq!(kept.lock().unwrap().len(), 1);
            assert_eq!((keyring.forget(&log), keyring.forget(&log)), (Ok(true), Ok(false)));
            assert!(kept.lock().unwrap().is_empty());
        }

        #[test]
        fn a_locked_keyring_is_told_and_not_waited_for() {
            let (kept, _server, keyring) = keyring(true);
            let log = address("clickhouses://ana@db.example.org/shop/log");
            kept.lock().unwrap().push((attributes(&log), b"hunter2".to_vec()));
            assert_eq!(keyring.password(&log), Err(KeyringError::Locked));
        }
    }
}
