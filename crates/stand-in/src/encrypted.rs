//! The same server behind TLS, with certificates made on the spot: good ones, and ones that are to be refused.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::server::{Line, Reply, Server};

/// An authority of the test's own.
pub struct Authority {
    params: CertificateParams,
    key: KeyPair,
    pem: String,
}

/// With what a server shows who it is.
pub struct Papers(Arc<ServerConfig>);

impl Authority {
    /// Called so.
    pub fn new(name: &str) -> Authority {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem();
        Authority { params, key, pem }
    }

    /// Its own certificate, as a file for whoever is to trust it.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// A certificate for a name or an address, valid in these years.
    pub fn papers(&self, name: &str, years: std::ops::Range<i32>) -> Papers {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(years.start, 1, 1);
        params.not_after = date_time_ymd(years.end, 1, 1);
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::from_params(&self.params, &self.key);
        let certificate = params.signed_by(&key, &issuer).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        let config = config.with_no_client_auth().with_single_cert(vec![certificate.der().clone()], key).unwrap();
        Papers(Arc::new(config))
    }
}

/// What came over the wire, as it came.
pub type Wire = Arc<Mutex<Vec<u8>>>;

/// A line that remembers what it brought.
struct Tapped {
    line: TcpStream,
    wire: Wire,
}

impl Read for Tapped {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let len = self.line.read(into)?;
        self.wire.lock().unwrap().extend_from_slice(&into[..len]);
        Ok(len)
    }
}

impl Write for Tapped {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.line.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.line.flush()
    }
}

impl Server {
    /// The same behind TLS; and what came over the wire.
    pub fn encrypted(papers: &Papers, reply: impl Fn(&str) -> Reply + Send + Sync + 'static) -> (Server, Wire) {
        let (wire, config) = (Wire::default(), Arc::clone(&papers.0));
        let ear = Arc::clone(&wire);
        let wrap = move |line: TcpStream| -> Option<Box<dyn Line>> {
            let connection = ServerConnection::new(Arc::clone(&config)).ok()?;
            Some(Box::new(StreamOwned::new(connection, Tapped { line, wire: Arc::clone(&ear) })))
        };
        (Server::behind("clickhouses", wrap, reply), wire)
    }
}
