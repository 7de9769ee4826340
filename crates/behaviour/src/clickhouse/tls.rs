//! How a server shows that it is the one that was named: by a certificate that the system's own verifier holds good.
//!
//! On Linux that takes the authorities of the system's store, or those of the file or folder that `SSL_CERT_FILE` or
//! `SSL_CERT_DIR` names. There is no way around it: who trusts a server of their own adds its authority there.

use std::sync::Arc;

use rustls::{CertificateError, Error};
use touchline_words::say;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

use super::error::{ClusterError, short};

/// TLS by rustls, its ciphers by ring, its certificates by the system's verifier.
pub(super) fn config() -> TlsConfig {
    TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build()
}

/// What went wrong in TLS, where that broke a connection.
pub(super) fn of_io(error: &std::io::Error) -> Option<&Error> {
    error.get_ref()?.downcast_ref()
}

/// What happened, and what to do.
pub(super) fn told(server: String, error: &Error) -> ClusterError {
    let problem = match error {
        Error::InvalidMessage(_) | Error::PeerIncompatible(_) => return ClusterError::NotEncrypted { server },
        Error::InvalidCertificate(problem) => certificate(problem),
        Error::NoCertificatesPresented => say!(database_certificate_none).to_owned(),
        // Without a store of authorities the verifier says so in general words.
        Error::General(_) => say!(database_certificate_no_store).to_owned(),
        other => say!(database_certificate_other, said = short(&other.to_string())),
    };
    ClusterError::Unproven { server, problem }
}

fn certificate(problem: &CertificateError) -> String {
    use CertificateError::*;
    match problem {
        NotValidForName | NotValidForNameContext { .. } => say!(database_certificate_name).to_owned(),
        Expired | ExpiredContext { .. } => say!(database_certificate_expired).to_owned(),
        NotValidYet | NotValidYetContext { .. } => say!(database_certificate_early).to_owned(),
        // An authority of the same name and another key is none that is trusted either.
        UnknownIssuer | BadSignature => say!(database_certificate_unknown).to_owned(),
        Revoked => say!(database_certificate_revoked).to_owned(),
        other => say!(database_certificate_other, said = short(&other.to_string())),
    }
}
