//! Carries a question to a server's HTTP interface and its answer back, and nothing else.
//!
//! The work is done on a thread of its own, so that whoever waits can stop waiting within a tenth of a second; the server is
//! then asked to stop as well, as it is when the answer takes too long. A process that ends with its question waits until the
//! server has heard that. An answer has a largest size and every wait an end. No redirect is followed and no proxy is
//! asked, since the password goes with the question. Where the address asks for TLS ([`super::tls`]), nothing is sent before the
//! server has shown by a certificate that it is the one that was named; where it does not, all travels as it is.

use std::hash::{BuildHasher, RandomState};
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use touchline_words::say;

use super::Address;
use super::error::{ClusterError, PASSWORD_VARIABLE, short};
use super::keyring::{self, KeyringError};
use super::tls;
use crate::error::BehaviourError;
use crate::progress::Progress;

/// A server that is there takes a connection in less.
const CONNECT: Duration = Duration::from_secs(10);
/// How often the wish to stop is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// A server that is asked to stop is not waited for longer.
const KILL: Duration = Duration::from_secs(3);
/// So much of an error is read.
const ERROR_BYTES: u64 = 64 << 10;

/// How long an answer may take, unless somebody says otherwise.
pub const WAIT: Duration = Duration::from_secs(600);

/// A password, which shows itself to nobody.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Password(pub String);

impl std::fmt::Debug for Password {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str(if self.0.is_empty() { "no password" } else { "•••" })
    }
}

/// With what a server is asked, beside the address: never written anywhere but to the keyring, where that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    password: Password,
    /// Where there is no password, the keyring is asked for one.
    asks_keyring: bool,
    /// Once the server has let it in, the password is kept in the keyring.
    keeps: bool,
    wait: Duration,
    /// The process ends with the question, and the thread that asks the server to stop with it.
    ends_with_question: bool,
}

impl Access {
    /// With a password that a person typed; empty for none.
    pub fn new(password: String, wait: Duration) -> Access {
        Access { password: Password(password), asks_keyring: false, keeps: false, wait, ends_with_question: false }
    }

    /// The same, kept in the keyring once the server has let it in.
    pub fn kept(self) -> Access {
        Access { keeps: true, ..self }
    }

    /// With the password of the environment, or else of the keyring, if there is one.
    pub fn of_environment(wait: Duration) -> Access {
        Access::new(String::new(), wait).or_of_environment()
    }

    /// The same; where there is no password, with that of the environment, or else of the keyring.
    pub fn or_of_environment(self) -> Access {
        if !self.password.0.is_empty() {
            return self;
        }
        let password = std::env::var_os(PASSWORD_VARIABLE).unwrap_or_default();
        Access { password: Password(password.to_string_lossy().into_owned()), asks_keyring: true, ..self }
    }

    /// The same with the password that the keyring has for an address, where there is no other. Asks the keyring, so not on the frame.
    ///
    /// # Errors
    /// [`ClusterError::Keyring`]: it has one and does not give it.
    pub(super) fn with_keyring(self, address: &Address) -> Result<Access, ClusterError> {
        if !self.asks_keyring || !self.password.0.is_empty() {
            return Ok(self);
        }
        match keyring::password_of(address) {
            Ok(password) => Ok(Access { password: Password(password.unwrap_or_default()), ..self }),
            Err(KeyringError::Missing) => Ok(self),
            Err(error) => Err(ClusterError::Keyring { reason: error.to_string() }),
        }
    }

    /// Keeps the password, now that the server has let it in; why it is not kept, where that was asked for.
    pub(super) fn keep(&self, address: &Address) -> Option<KeyringError> {
        let is_asked = self.keeps && !self.password.0.is_empty();
        is_asked.then(|| keyring::keep_password(address, &self.password.0).err()).flatten()
    }

    /// The same for a process that ends with its question.
    pub fn ending_with_question(self) -> Access {
        Access { ends_with_question: true, ..self }
    }

    /// What a server said, without the password, should it come back.
    fn shown(&self, said: &str) -> String {
        match self.password.0.as_str() {
            "" => short(said),
            password => short(&said.replace(password, "•••")),
        }
    }
}

/// Sends a statement and gives back what the server answers, of `limit` bytes at most.
///
/// # Errors
/// [`ClusterError`] of the server and the way to it; [`BehaviourError::Cancelled`] once `progress` is told to stop.
#[expect(clippy::disallowed_methods, reason = "a server may answer late, and can be stopped")]
pub(super) fn ask(
    address: &Address,
    access: &Access,
    statement: &str,
    limit: u64,
    progress: &Progress,
) -> Result<Vec<u8>, BehaviourError> {
    progress.stop_if_cancelled()?;
    let query = query_id();
    let stopped = Arc::new(AtomicBool::new(false));
    let (done, wait) = channel();
    let request = Request {
        address: address.clone(),
        access: access.clone(),
        statement: statement.to_owned(),
        query: query.clone(),
        wait: access.wait,
    };
    let seen = Arc::clone(&stopped);
    std::thread::spawn(move || {
        // Nobody waits any more for what was stopped.
        let _ = done.send(request.send(limit, &seen));
    });
    loop {
        match wait.recv_timeout(LOOK) {
            Ok(Err(slow @ ClusterError::Slow { .. })) => {
                // What is no longer waited for is worked out for nobody.
                end(address, access, &query).map_err(BehaviourError::Cluster)?;
                return Err(BehaviourError::Cluster(slow));
            }
            Ok(answer) => return answer.map_err(BehaviourError::Cluster),
            Err(RecvTimeoutError::Timeout) if progress.is_cancelled() => {
                stopped.store(true, Ordering::Relaxed);
                end(address, access, &query).map_err(BehaviourError::Cluster)?;
                return Err(BehaviourError::Cancelled);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                let (server, reason) = (address.server(), say!(database_request_ended).to_owned());
                return Err(BehaviourError::Cluster(ClusterError::Broken { server, reason }));
            }
        }
    }
}

/// Asks the server to end a query, and waits for its word only where the process would end before it was asked.
///
/// # Errors
/// [`ClusterError::NotStopped`] where it was waited for and did not agree.
#[expect(clippy::disallowed_methods, reason = "a server may not answer at all")]
fn end(address: &Address, access: &Access, query: &str) -> Result<(), ClusterError> {
    let request = Request {
        address: address.clone(),
        access: access.clone(),
        statement: format!("KILL QUERY WHERE query_id = '{query}' ASYNC"),
        query: format!("{query}-end"),
        wait: KILL,
    };
    let asking = std::thread::spawn(move || request.send(ERROR_BYTES, &AtomicBool::new(false)));
    if !access.ends_with_question {
        return Ok(());
    }
    match asking.join() {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(ClusterError::NotStopped { reason: error.to_string() }),
        Err(_) => Err(ClusterError::NotStopped { reason: say!(database_request_ended).to_owned() }),
    }
}

/// A name for a query that no other has.
fn query_id() -> String {
    let random = RandomState::new();
    format!("touchline-{:016x}{:016x}", random.hash_one(0), random.hash_one(1))
}

struct Request {
    address: Address,
    access: Access,
    statement: String,
    query: String,
    wait: Duration,
}

impl Request {
    fn send(&self, limit: u64, stopped: &AtomicBool) -> Result<Vec<u8>, ClusterError> {
        let agent = ureq::Agent::new_with_config(
            ureq::Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                .proxy(None)
                .user_agent(concat!("touchline/", env!("CARGO_PKG_VERSION")))
                .max_idle_connections(0)
                .tls_config(tls::config())
                .timeout_resolve(Some(CONNECT))
                .timeout_connect(Some(CONNECT.min(self.wait)))
                .timeout_global(Some(self.wait))
                .build(),
        );
        // Errors are then told by the status, and not in the middle of an answer.
        let scheme = if self.address.encrypted { "https" } else { "http" };
        let url = format!("{scheme}://{}/?wait_end_of_query=1&query_id={}", self.address.server(), self.query);
        let mut request = agent.post(&url).header("Content-Type", "text/plain; charset=utf-8");
        if let Some(user) = &self.address.user {
            request = request.header("X-ClickHouse-User", user.as_bytes());
        }
        if !self.access.password.0.is_empty() {
            request = request.header("X-ClickHouse-Key", self.access.password.0.as_bytes());
        }
        let mut response = request.send(self.statement.as_bytes()).map_err(|error| self.failed(error))?;
        let status = response.status().as_u16();
        if status == 200 {
            return self.body(response.body_mut().as_reader(), limit, stopped);
        }
        let mut said = Vec::new();
        // What was said before the connection broke is still the best that is known.
        let _ = response.body_mut().as_reader().take(ERROR_BYTES).read_to_end(&mut said);
        Err(self.objection(status, &String::from_utf8_lossy(&said)))
    }

    fn body(&self, mut reader: impl Read, limit: u64, stopped: &AtomicBool) -> Result<Vec<u8>, ClusterError> {
        let mut body = Vec::new();
        let mut piece = vec![0; 64 << 10];
        while !stopped.load(Ordering::Relaxed) {
            let len = reader.read(&mut piece).map_err(|error| self.broken(error))?;
            if len == 0 {
                break;
            }
            body.extend_from_slice(piece.get(..len).unwrap_or_default());
            if body.len() as u64 > limit {
                return Err(ClusterError::TooLong { name: self.address.table_name(), limit: limit >> 20 });
            }
        }
        match exception(&body) {
            Some(said) => Err(self.objection(200, &said)),
            None => Ok(body),
        }
    }

    /// An error of the server by its status and its words.
    fn objection(&self, status: u16, said: &str) -> ClusterError {
        let server = self.address.server();
        let shown = self.access.shown(said);
        let code = said
            .trim_start()
            .strip_prefix("Code: ")
            .and_then(|rest| rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse::<u32>().ok());
        match (status, code) {
            // Unknown user, wrong password, password needed, address not allowed, authentication failed.
            (_, Some(192 | 193 | 194 | 195 | 516)) => ClusterError::Refused { server, said: shown },
            (_, Some(_)) => ClusterError::Said { server, said: shown },
            (401 | 403, None) => ClusterError::Refused { server, said: say!(database_status, status) },
            (_, None) => ClusterError::Stranger { server, said: say!(database_status, status) },
        }
    }

    fn failed(&self, error: ureq::Error) -> ClusterError {
        let server = self.address.server();
        match error {
            ureq::Error::Timeout(ureq::Timeout::Resolve) => {
                ClusterError::Down { server, reason: say!(database_not_resolved).to_owned() }
            }
            ureq::Error::Timeout(ureq::Timeout::Connect) => {
                ClusterError::Down { server, reason: say!(database_no_connection_within, seconds = CONNECT.as_secs()) }
            }
            ureq::Error::Timeout(_) => ClusterError::Slow { server, seconds: self.wait.as_secs() },
            ureq::Error::HostNotFound => ClusterError::Down { server, reason: say!(database_no_host).to_owned() },
            ureq::Error::ConnectionFailed => {
                ClusterError::Down { server, reason: say!(database_no_connection).to_owned() }
            }
            ureq::Error::Io(error) => self.broken(error),
            ureq::Error::Rustls(error) => tls::told(server, &error),
            ureq::Error::Http(_) => {
                let said = say!(database_letters).to_owned();
                ClusterError::Refused { server, said }
            }
            other => ClusterError::Stranger { server, said: self.access.shown(&other.to_string()) },
        }
    }

    fn broken(&self, error: std::io::Error) -> ClusterError {
        use std::io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
        let server = self.address.server();
        if let Some(error) = tls::of_io(&error) {
            return tls::told(server, error);
        }
        let kind = error.kind();
        match error.downcast::<ureq::Error>() {
            Ok(ureq::Error::Io(inner)) => self.broken(inner),
            Ok(inner) => match self.failed(inner) {
                // The head was that of a server; its body was not.
                ClusterError::Stranger { server, said } => ClusterError::Broken { server, reason: said },
                other => other,
            },
            Err(error) => match kind {
                BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof => {
                    ClusterError::Broken { server, reason: short(&error.to_string()) }
                }
                // There was no connection that could break: refused, unreachable, a name that nobody knows.
                _ => ClusterError::Down { server, reason: short(&error.to_string()) },
            },
        }
    }
}

/// The exception that a server wrote where an answer was promised, at its beginning or after a part of it.
fn exception(body: &[u8]) -> Option<String> {
    const LAST: usize = 16 << 10;
    let tail = body.get(body.len().saturating_sub(LAST)..).unwrap_or_default();
    let tail = String::from_utf8_lossy(tail);
    let is_code = |line: &&str| {
        let code = line.strip_prefix("Code: ").unwrap_or_default();
        code.starts_with(|letter: char| letter.is_ascii_digit()) && line.contains("Exception")
    };
    tail.lines().find(is_code).map(str::to_owned)
}
