//! A server on 127.0.0.1 that answers as it is told, well or badly.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::super::Address;

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
}

impl Server {
    /// Answers every request by its statement. The thread ends with the test's process.
    pub fn start(reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Heard::default();
        let (reply, ears) = (Arc::new(reply), Arc::clone(&heard));
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let (reply, ears) = (Arc::clone(&reply), Arc::clone(&ears));
                std::thread::spawn(move || serve(line, &*reply, &ears));
            }
        });
        Server { port, heard }
    }

    pub fn address(&self) -> Address {
        Address::parse(&format!("clickhouse://ana@127.0.0.1:{}/shop/log", self.port)).unwrap()
    }
}

/// A good answer.
pub fn ok(body: impl Into<String>) -> Reply {
    Reply::Status("200 OK", body.into())
}

fn serve(mut line: TcpStream, reply: &dyn Fn(&str) -> Reply, heard: &Heard) {
    let Some((head, body)) = request(&mut line) else { return };
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
        Reply::Silence => {
            let _ = line.set_read_timeout(Some(Duration::from_secs(60)));
            line.read(&mut [0]).map(drop)
        }
    };
}

fn request(line: &mut TcpStream) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
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
