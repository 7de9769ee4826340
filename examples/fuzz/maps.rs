//! What holds a map: its file, its journal, and what is pasted or comes back from a spreadsheet.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;
use touchline::behaviour::files::{self, Opening};
use touchline::edit::add_stage;
use touchline::edit::sheet::sheet;
use touchline::edit::templates::Template;
use touchline::export::{Letters, pdf, svg};
use touchline::model::{Edit, IdSource, Map};
use touchline::scene::{Deck, PageSize};
use touchline::session::export::{ExportSettings, picture};
use touchline::session::sheet::edited_sheet;
use touchline::session::{Answer, Command, Intent, Remembered, Session};
use touchline::store::{
    DraftId, Entry, SheetFormat, StateFolder, draft_id, from_bytes, part_from_text, sheet_bytes, to_text,
};
use touchline::text::Shaper;

use crate::random::{Random, damage};

/// Maps of more records are not drawn, since an input may take a second.
const DRAWN_BYTES: usize = 24 * 1024;

fn a_map(random: &mut Random) -> Map {
    let template = *random.one_of(&Template::ALL);
    template.build(&mut IdSource::seeded(random.below(9) as u64))
}

/// A map's file, damaged.
pub fn file(number: u64) -> Vec<Vec<u8>> {
    let mut random = Random::of(number);
    let mut bytes = to_text(&a_map(&mut random)).into_bytes();
    damage(&mut bytes, &mut random);
    vec![bytes]
}

/// A file that is read is written again as the same map, to the byte, and can be drawn and exported.
pub fn read_file(parts: Vec<Vec<u8>>, number: u64) -> Result<(), String> {
    let bytes = parts.concat();
    let map = from_bytes("map.ron", &bytes).map_err(|error| error.to_string())?.map;
    let text = to_text(&map);
    let again = from_bytes("map.ron", text.as_bytes()).expect("what is written can be read").map;
    assert_eq!((&again, to_text(&again)), (&map, text), "what was written is another map");
    if bytes.len() < DRAWN_BYTES {
        static SHAPER: OnceLock<Shaper> = OnceLock::new();
        let settings = ExportSettings { page: PageSize::Fit, ..ExportSettings::default() };
        let deck = Deck::from(picture(&map, &settings, SHAPER.get_or_init(Shaper::bundled)).scene);
        if number.is_multiple_of(2) {
            drop(pdf(&deck, None).map_err(|error| error.to_string())?);
        } else {
            deck.pages.iter().for_each(|page| drop(svg(&page.scene, Letters::Outline)));
        }
    }
    Ok(())
}

/// A draft with a journal of ten stages that were added.
struct Drafted {
    state: StateFolder,
    id: DraftId,
    /// The journal's file, and what was written to it.
    file: PathBuf,
    journal: Vec<u8>,
    /// The map after each entry.
    after: Vec<Map>,
    /// Where all of it lies.
    _home: TempDir,
}

/// One for all inputs, since writing it waits for the disk.
fn drafted() -> &'static Drafted {
    static DRAFTED: OnceLock<Drafted> = OnceLock::new();
    DRAFTED.get_or_init(|| {
        let home = tempfile::tempdir().expect("a folder");
        let mut ids = IdSource::seeded(3);
        let mut map = Template::StreamingSubscriber.build(&mut ids);
        let (state, id) = (StateFolder::at(home.path().to_owned()), draft_id(&mut ids));
        state.write_draft(&id, &map, None).expect("written");
        let (mut after, mut entries) = (vec![map.clone()], Vec::new());
        for nth in 0..10 {
            let (edit, _): (Edit, _) = add_stage(&map, &format!("Stage {nth}"), None, &mut ids);
            map.apply(edit.clone()).expect("a stage can be added");
            entries.push(Entry::Made(edit));
            after.push(map.clone());
        }
        state.append_journal(&id, &entries).expect("noted");
        let file = home.path().join("drafts").join(format!("{}.journal", id.0));
        let journal = std::fs::read(&file).expect("a journal");
        Drafted { state, id, file, journal, after, _home: home }
    })
}

/// A journal, damaged.
pub fn journal(number: u64) -> Vec<Vec<u8>> {
    let mut bytes = drafted().journal.clone();
    damage(&mut bytes, &mut Random::of(number));
    vec![bytes]
}

/// Whatever became of a journal, its draft is the map after one of its entries.
pub fn read_journal(parts: Vec<Vec<u8>>, _: u64) -> Result<(), String> {
    let Drafted { state, id, file, after, .. } = drafted();
    std::fs::write(file, parts.concat()).expect("written");
    let map = state.read_draft(id).map_err(|error| error.to_string())?.loaded.map;
    assert!(after.contains(&map), "a map that never was");
    if map == after[0] { Err("nothing of it".to_owned()) } else { Ok(()) }
}

/// What stands on a clipboard: records, a table, lines.
pub fn words(number: u64) -> Vec<Vec<u8>> {
    let mut random = Random::of(number);
    let map = a_map(&mut random);
    let rows = sheet(&map);
    let mut bytes = match random.below(3) {
        0 => rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n").into_bytes(),
        1 => rows.concat().join("\n").into_bytes(),
        _ => to_text(&map).into_bytes(),
    };
    damage(&mut bytes, &mut random);
    vec![bytes]
}

/// Pasting gives a map that is whole, and undoing it the one before.
pub fn paste(parts: Vec<Vec<u8>>, _: u64) -> Result<(), String> {
    let text = String::from_utf8_lossy(&parts.concat()).into_owned();
    drop(part_from_text(&text));
    let mut session = Session::new(Remembered::default(), IdSource::seeded(5));
    let mut now = Duration::ZERO;
    let mut act = |session: &mut Session, intent: Intent| {
        now += Duration::from_millis(40);
        drop(session.handle(intent, now));
    };
    act(&mut session, Intent::Command(Command::New));
    let before = to_text(session.map());
    act(&mut session, Intent::Paste(text));
    act(&mut session, Intent::Answer(Answer::PasteRest));
    assert_eq!(session.map().check(), Vec::new());
    let is_pasted = to_text(session.map()) != before;
    act(&mut session, Intent::Command(Command::Undo));
    assert_eq!(to_text(session.map()), before, "one step of undo");
    if is_pasted { Ok(()) } else { Err("nothing".to_owned()) }
}

/// A sheet of a map, as a text or a workbook, damaged.
pub fn sheets(number: u64) -> Vec<Vec<u8>> {
    let mut random = Random::of(number);
    let map = a_map(&mut random);
    let format = *random.one_of(&[SheetFormat::Csv, SheetFormat::Csv, SheetFormat::Xlsx]);
    let mut bytes = sheet_bytes(&sheet(&map), format).expect("a sheet");
    damage(&mut bytes, &mut random);
    vec![bytes]
}

/// What comes back from a spreadsheet is refused whole, or gives a map that is whole.
pub fn read_sheet(parts: Vec<Vec<u8>>, number: u64) -> Result<(), String> {
    let mut map = a_map(&mut Random::of(number));
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(1_793_714_722);
    let named = ["sheet.csv"].into_iter().zip(parts).collect();
    let source = files::of_bytes(named, written, &Opening::default()).map_err(|error| error.to_string())?;
    let edit = edited_sheet(&map, &source, &mut IdSource::seeded(1)).map_err(|error| error.to_string())?;
    if let Some(edit) = edit {
        map.apply(edit).map_err(|refused| refused.to_string())?;
        assert_eq!(map.check(), Vec::new());
    }
    Ok(())
}
