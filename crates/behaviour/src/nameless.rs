//! Files without a name, for what memory has no room for: gone with the program, however that ends, and open to nobody else.

use std::fs::{File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// Where such files go: where `TMPDIR` says, else where a system keeps large temporary files, which `/tmp` often is not:
/// it may itself be memory.
pub fn folder() -> PathBuf {
    let on_disk = Path::new("/var/tmp");
    if std::env::var_os("TMPDIR").is_none() && on_disk.is_dir() { on_disk.to_owned() } else { std::env::temp_dir() }
}

/// A new file for this program alone, without a name as soon as it is open.
pub fn nameless(folder: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // FILE_FLAG_DELETE_ON_CLOSE, and shared with nobody.
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        options.share_mode(0).custom_flags(0x0400_0000);
    }
    let mut tries = 0;
    loop {
        let path = folder.join(format!(".touchline-{:016x}", RandomState::new().hash_one(tries)));
        match options.open(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && tries < 100 => tries += 1,
            Err(error) => return Err(error),
            Ok(file) => {
                #[cfg(unix)]
                std::fs::remove_file(&path)?;
                return Ok(file);
            }
        }
    }
}

/// How many bytes this program could still write where a file lies; `None` where nobody knows.
pub fn free_bytes(file: &File) -> Option<u64> {
    #[cfg(unix)]
    return rustix::fs::fstatvfs(file).ok().map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize));
    #[cfg(not(unix))]
    return {
        let _ = file;
        None
    };
}

/// Reads from a place in a file without moving anything that other readers share.
pub fn read_at(file: &File, into: &mut [u8], at: u64) -> Result<usize, Error> {
    #[cfg(unix)]
    return std::os::unix::fs::FileExt::read_at(file, into, at);
    #[cfg(windows)]
    return std::os::windows::fs::FileExt::seek_read(file, into, at);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_file_has_no_name_and_is_read_at_any_place() {
        let here = tempfile::tempdir().unwrap();
        let mut file = nameless(here.path()).unwrap();
        file.write_all(b"abcdef").unwrap();
        assert_eq!(std::fs::read_dir(here.path()).unwrap().count(), 0);
        let mut two = [0; 2];
        assert_eq!(read_at(&file, &mut two, 3).unwrap(), 2);
        assert_eq!(&two, b"de");
        assert_eq!(read_at(&file, &mut two, 6).unwrap(), 0);
    }
}
