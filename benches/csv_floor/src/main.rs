//! The floor under every figure of benches/dropoff.py: all records of a log read and parted into fields by `simd-csv`, on so
//! many threads, and nothing done with them but to add up their lengths.
//!
//! ```text
//! csv_floor LOG.csv THREADS
//! ```
//!
//! The file is cut at line ends: right for a log without line feeds in its fields, as that of the benchmark is.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};

use simd_csv::ZeroCopyReaderBuilder;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(path), Some(threads)) = (args.next(), args.next()) else { return Err("LOG.csv THREADS".into()) };
    let threads: u64 = threads.parse()?;
    let size = std::fs::metadata(&path)?.len();
    let cuts = (0..=threads).map(|at| line_start(&path, size * at / threads, size)).collect::<Result<Vec<_>, _>>()?;
    let sums = std::thread::scope(|scope| {
        let (path, cuts) = (&path, &cuts);
        let parts: Vec<_> = cuts
            .windows(2)
            .map(|range| scope.spawn(move || read(path, range[0], range[1]).map_err(|e| e.to_string())))
            .collect();
        parts
            .into_iter()
            .map(|part| part.join().unwrap_or_else(|_| Err("a thread failed".into())))
            .collect::<Result<Vec<_>, _>>()
    })?;
    let (records, bytes) = sums.into_iter().fold((0, 0), |all, part| (all.0 + part.0, all.1 + part.1));
    println!("{records} records, {bytes} bytes in fields");
    Ok(())
}

/// The first line start at or after a place.
fn line_start(path: &str, at: u64, size: u64) -> Result<u64, std::io::Error> {
    if at == 0 || at >= size {
        return Ok(at.min(size));
    }
    let mut reader = BufReader::new(File::open(path)?);
    reader.seek(SeekFrom::Start(at - 1))?;
    Ok(at - 1 + reader.skip_until(b'\n')? as u64)
}

/// Records and bytes in fields of a stretch of the file.
fn read(path: &str, from: u64, upto: u64) -> Result<(u64, u64), Box<dyn Error>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut reader = ZeroCopyReaderBuilder::with_capacity(256 * 1024)
        .has_headers(false)
        .flexible(true)
        .from_reader(file.take(upto - from));
    let (mut records, mut bytes) = (0, 0);
    while let Some(record) = reader.read_byte_record()? {
        records += 1;
        bytes += record.iter().map(|field| field.len() as u64).sum::<u64>();
    }
    Ok((records, bytes))
}
