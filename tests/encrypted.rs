//! A database over TLS, as a script meets it: a real server with certificates made on the spot. The right one is asked; any other
//! is told, and learns nothing.

use std::process::{Command, Output};

use touchline_stand_in::{Authority, Papers, Server, Wire, shop, shop_reply};

const PASSWORD: &str = "hunter2-of-the-vault";

/// Asks for a table, with a file of trusted authorities.
fn inspect(url: &str, trusted: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authorities.pem");
    std::fs::write(&file, trusted).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
    program.args(["--language", "en", "inspect", url]).env("TOUCHLINE_CLICKHOUSE_PASSWORD", PASSWORD);
    program.env("SSL_CERT_FILE", &file).env_remove("SSL_CERT_DIR").env("TOUCHLINE_STATE", folder.path());
    program.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn start(papers: &Papers) -> (Server, Wire) {
    Server::encrypted(papers, shop_reply)
}

#[test]
fn a_server_that_shows_the_right_certificate_is_asked_and_nothing_can_be_read_on_the_way() {
    let authority = Authority::new("ours");
    let (server, wire) = start(&authority.papers("127.0.0.1", 2020..2200));
    for url in [server.url(), format!("https://ana@127.0.0.1:{}/shop/log", server.port)] {
        let done = inspect(&url, authority.pem());
        assert_eq!((done.status.code(), text(&done.stderr).as_str()), (Some(0), ""), "{url}");
        assert!(text(&done.stdout).starts_with("shop.log\n  4 rows on 127.0.0.1:"), "{}", text(&done.stdout));
    }
    let heard = server.heard.lock().unwrap();
    assert!(!heard.is_empty() && heard.iter().all(|(head, _)| head.contains(PASSWORD)));
    let wire = wire.lock().unwrap();
    assert!(wire.len() > 500);
    for secret in [PASSWORD, "ana", "shop", "DESCRIBE"] {
        assert!(!wire.windows(secret.len()).any(|piece| piece == secret.as_bytes()), "{secret} can be read on the way");
    }
}

#[test]
fn a_server_that_cannot_show_who_it_is_is_told_and_learns_no_password() {
    let (authority, stranger) = (Authority::new("ours"), Authority::new("theirs"));
    for (papers, says) in [
        (authority.papers("db.example.org", 2020..2200), "made out to another name"),
        (authority.papers("127.0.0.1", 2010..2020), "has expired"),
        (authority.papers("127.0.0.1", 2190..2200), "not valid yet"),
        (stranger.papers("127.0.0.1", 2020..2200), "signed by nobody whom this machine trusts"),
        (Authority::new("ours").papers("127.0.0.1", 2020..2200), "signed by nobody whom this machine trusts"),
    ] {
        let (server, wire) = start(&papers);
        let done = inspect(&server.url(), authority.pem());
        let said = text(&done.stderr);
        assert_eq!((done.status.code(), text(&done.stdout).as_str()), (Some(1), ""), "{said}");
        assert!(said.contains(says) && said.contains(&format!("127.0.0.1:{}", server.port)), "{said}");
        assert!(said.contains("no password") && !said.contains(PASSWORD), "{said}");
        assert!(server.heard.lock().unwrap().is_empty(), "{says}: something was asked");
        let wire = wire.lock().unwrap();
        assert!(!wire.is_empty(), "{says}: the server was reached");
        assert!(!wire.windows(PASSWORD.len()).any(|piece| piece == PASSWORD.as_bytes()), "{says}");
    }
    // No list of authorities at all.
    let (server, _) = start(&authority.papers("127.0.0.1", 2020..2200));
    let done = inspect(&server.url(), "");
    assert_eq!(done.status.code(), Some(1));
    assert!(text(&done.stderr).contains("no list of trusted authorities"), "{}", text(&done.stderr));
    assert!(server.heard.lock().unwrap().is_empty());
}

#[test]
fn a_server_elsewhere_that_is_asked_in_the_open_is_told_before_anything_is_sent() {
    let said = |url: &str| text(&inspect(url, Authority::new("ours").pem()).stderr);
    for url in ["clickhouse://ana@no-such-host.invalid/shop/log", "http://ana@no-such-host.invalid/shop/log"] {
        let said = said(url);
        let (warned, failed) = said.split_once('\n').unwrap();
        assert!(warned.contains("can be read on the way") && warned.contains("clickhouses://"), "{said}");
        assert!(failed.contains("no server answers there") && !said.contains(PASSWORD), "{said}");
    }
    for url in ["clickhouses://ana@no-such-host.invalid/shop/log", &shop().url()] {
        assert!(!said(url).contains("on the way"), "{url}");
    }
}

#[test]
fn a_server_without_tls_where_tls_was_asked_for_is_told_and_learns_no_password() {
    let plain = shop();
    let url = plain.url().replace("clickhouse://", "clickhouses://");
    let done = inspect(&url, Authority::new("ours").pem());
    let said = text(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("does not speak TLS") && !said.contains(PASSWORD), "{said}");
    assert!(plain.heard.lock().unwrap().iter().all(|(head, body)| !format!("{head}{body}").contains(PASSWORD)));
}
