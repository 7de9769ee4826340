//! A server on 127.0.0.1 that answers as it is told, well or badly, and one that answers like a small shop's table.
#![expect(clippy::disallowed_methods, reason = "answers beside the test that asks it")]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the shop says of its table's columns.
pub const DESCRIPTION: &str = "who\tString\t\t\nwhat\tString\t\t\nwhen\tDateTime\t\t\nwhere\tNullable(String)\t\t\n";
/// Its first rows.
pub const SAMPLE: &str = "\"who\",\"what\",\"when\",\"where\"\n\"k1\",\"a\",\"2026-01-01 00:00:00\",\"web\"\n\
                      \"k1\",\"b\",\"2026-01-01 00:00:10\",\"web\"\n\"k2\",\"a\",\"2026-01-02 00:00:10\",\"\"\n";

/// An answer to a question for the stages a and b: k1 went from a to b in ten seconds, k2 stayed at a; one row had no customer.
pub const LINES: &str = "1\t\t1\t\t1\t0\t0\t0\t0\n2\t\t\t\t1\t0\t0\t0\t0\n2\tweb\t\t\t1\t0\t0\t0\t0\n\
                     4\t\t\t\t4\t1767225600000000\t1767312010000000\t0\t0\n5\t\t1\t\t1\t0\t0\t0\t0\n\
                     5\tweb\t1\t\t1\t0\t0\t0\t0\n5\tweb\t2\t\t1\t0\t0\t0\t0\n\
                     6\tweb\t1\t\t1\t10000000\t10000000\t10000000\t10000000\n\
                     7\t\t1\t\t1\t10000000\t10000000\t10000000\t10000000\n\
                     9\t\ta\tb\t1\t0\t0\t0\t0\n10\t\ta\t\t1\t0\t0\t0\t0\n10\tweb\tb\t\t1\t0\t0\t0\t0\n\
                     11\t\ta\t\t1\t0\t0\t0\t0\n11\tweb\ta\t\t1\t0\t0\t0\t0\n12\tweb\ta\t\t1\t0\t0\t0\t0\n\
                     13\tweb\ta\t\t1\t0\t0\t0\t0\n14\t\t1\t\t1\t0\t0\t0\t0\n16\t\t1\t\t1\t0\t0\t0\t0\n";

/// What the server does with a request.
pub enum Reply {
    /// A status line and a body, with its length.
    Status(&'static str, String),
    /// These bytes and no more.
    Raw(Vec<u8>),
    /// The head of a good answer, and then the same line for as long as somebody reads.
    Endless(&'static str),
    /// Nothing, for as long as the client holds the line.
    Silence,
}

/// The requests so far: head and body.
pub type Heard = Arc<Mutex<Vec<(String, String)>>>;

pub struct Server {
    pub port: u16,
    pub heard: Heard,
    scheme: &'static str,
}

/// A line to whoever asks.
pub(crate) trait Line: Read + Write {}

impl<L: Read + Write> Line for L {}

impl Server {
    /// Answers every request by its statement. The thread ends with the test's process.
    pub fn start(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Server {
        Server::behind("clickhouse", |line| Some(Box::new(line)), reply)
    }

    /// The same, with something around each line.
    pub(crate) fn behind(
        scheme: &'static str,
        wrap: impl Fn(TcpStream) -> Option<Box<dyn Line>> + Send + Sync + 'static,
        reply: impl Fn(&str) -> Reply + Send + Sync + 'static,
    ) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Heard::default();
        let (reply, wrap, ears) = (Arc::new(reply), Arc::new(wrap), Arc::clone(&heard));
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let (reply, wrap, ears) = (Arc::clone(&reply), Arc::clone(&wrap), Arc::clone(&ears));
                std::thread::spawn(move || {
                    // Nobody holds a line for longer.
                    let _ = line.set_read_timeout(Some(Duration::from_secs(60)));
                    if let Some(mut line) = wrap(line) {
                        serve(&mut *line, &*reply, &ears);
                    }
                });
            }
        });
        Server { port, heard, scheme }
    }

    /// Its table, as a person names it.
    pub fn url(&self) -> String {
        format!("{}://ana@127.0.0.1:{}/shop/log", self.scheme, self.port)
    }
}

/// A good answer.
pub fn ok(body: impl Into<String>) -> Reply {
    Reply::Status("200 OK", body.into())
}

/// A server whose table has the columns who, what, when and where, and which answers whatever is asked about its events a
/// and b: without stages, or with one for each, in this order.
pub fn shop() -> Server {
    Server::start(shop_reply)
}

/// What that server answers to a statement.
pub fn shop_reply(statement: &str) -> Reply {
    match statement {
        _ if statement.starts_with("DESCRIBE") => ok(DESCRIPTION),
        _ if statement.contains("LIMIT 1000") => ok(SAMPLE),
        _ if statement.starts_with("SELECT count()") => ok("4\n"),
        _ if statement.starts_with("KILL") => ok(""),
        _ => {
            let of_stages = ["5", "6", "7", "12", "13", "14", "15", "16"];
            let stands =
                |line: &&str| statement.contains(" AS hit1") || !of_stages.contains(&line.split('\t').next().unwrap());
            let lines: Vec<&str> = LINES.lines().filter(stands).collect();
            let fingerprint = &statement.split_once("'touchline answer', '2 ").unwrap().1[..16];
            let (head, end) = (format!("0\t\ttouchline answer\t2 {fingerprint}"), lines.len());
            ok(format!("{head}\t0\t0\t0\t0\t0\n{}\n255\t\t\t\t{end}\t0\t0\t0\t0\n", lines.join("\n")))
        }
    }
}

fn serve(line: &mut dyn Line, reply: &dyn Fn(&str) -> Reply, heard: &Heard) {
    let Some((head, body)) = request(line) else {
        let _ = line.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        return;
    };
    heard.lock().unwrap().push((head, body.clone()));
    let _ = match reply(&body) {
        Reply::Status(status, body) => {
            write!(line, "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
        }
        Reply::Raw(bytes) => line.write_all(&bytes),
        Reply::Endless(text) => {
            let text = text.repeat(4096);
            let head = write!(line, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            head.and_then(|()| std::iter::repeat(&text).try_for_each(|text| line.write_all(text.as_bytes())))
        }
        Reply::Silence => line.read(&mut [0]).map(drop),
    };
    let _ = line.flush();
}

fn request(line: &mut dyn Line) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        // As a server does that hears what is no HTTP.
        if bytes.first().is_some_and(|byte: &u8| !byte.is_ascii_uppercase()) {
            return None;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length =
                head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some((head.to_owned(), body.to_owned()));
            }
        }
        let len = line.read(&mut piece).ok().filter(|len| *len > 0)?;
        bytes.extend_from_slice(&piece[..len]);
    }
}
