//! The cluster's side: a table over two servers, filled row by row as a test wants them to lie.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::logs::Log;

/// Where rows lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharding {
    /// All rows of a customer on one server.
    ByCustomer,
    Anywhere,
}

pub struct Shop {
    ports: [u16; 2],
    pub password: String,
}

impl Shop {
    /// The servers that the environment names.
    pub fn of_environment() -> Option<Shop> {
        let ports = std::env::var("TOUCHLINE_CLUSTER").ok()?;
        let (one, two) = ports.split_once(',').expect("two ports");
        let password = std::env::var("TOUCHLINE_CLICKHOUSE_PASSWORD").expect("the password of the user analyst");
        Some(Shop { ports: [one, two].map(|port| port.parse().unwrap()), password })
    }

    /// The table for a user who may only read.
    pub fn address(&self) -> String {
        format!("clickhouse://analyst@127.0.0.1:{}/shop/log", self.ports[0])
    }

    /// Makes the table anew with these rows.
    pub fn load(&self, log: &Log, sharding: Sharding) {
        let columns = format!("who Nullable(String), what String, when {}, where String", log.times.column());
        for port in self.ports {
            for statement in [
                "CREATE DATABASE IF NOT EXISTS shop",
                "DROP TABLE IF EXISTS shop.log",
                "DROP TABLE IF EXISTS shop.here",
                &format!("CREATE TABLE shop.here ({columns}) ENGINE = MergeTree() ORDER BY tuple()"),
                "CREATE TABLE shop.log AS shop.here ENGINE = Distributed(both, shop, here)",
            ] {
                post(port, statement);
            }
        }
        let mut shares = [String::new(), String::new()];
        for (nth, row) in log.rows.iter().enumerate() {
            let mut hasher = DefaultHasher::new();
            match sharding {
                Sharding::ByCustomer => row[0].trim().hash(&mut hasher),
                Sharding::Anywhere => nth.hash(&mut hasher),
            }
            let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
            let [who, what, when, place] = &cells[..] else { panic!("four cells") };
            // Nobody is sometimes told as nothing at all.
            let who = if who.is_empty() && nth % 2 == 0 { "\\N" } else { who };
            let when = if when.is_empty() && log.times.is_nullable() { "\\N" } else { when };
            shares[usize::from(hasher.finish().is_multiple_of(2))] += &format!("{who}\t{what}\t{when}\t{place}\n");
        }
        for (port, rows) in self.ports.into_iter().zip(shares) {
            assert!(!rows.is_empty(), "both servers hold rows");
            post(port, &format!("INSERT INTO shop.here FORMAT TabSeparated\n{rows}"));
        }
    }

    /// What the first server answers to a statement.
    pub fn ask(&self, statement: &str) -> String {
        post(self.ports[0], statement)
    }
}

fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n")
}

fn post(port: u16, statement: &str) -> String {
    let agent = ureq::Agent::new_with_config(ureq::Agent::config_builder().http_status_as_error(false).build());
    let mut response = agent.post(format!("http://127.0.0.1:{port}/")).send(statement).unwrap();
    let body = response.body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
    assert_eq!(response.status(), 200, "{statement}: {body}");
    body
}
