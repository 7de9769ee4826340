//! `touchline export`: a map as a picture, or what it says as tables, text or data.

use std::cell::RefCell;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use touchline_words::direction::Listed;
use touchline_words::{Language, say};

use super::exit::{Exit, Failure, Progress, tell};
use super::map_file;
use crate::data::TableKind;
use crate::export::{Format, Letters, missing_letters};
use crate::figures::numbers;
use crate::layout::{COMPARED_MOST, Compared, Watch};
use crate::model::{Map, MapState, SavedViewId, SegmentId};
use crate::scene::PageSize;
use crate::session::export::{
    ExportSettings, Pages, SCALE, USUAL_SCALE, could_have_more, dated, document_for, file_bytes, legible_words, told,
};
use crate::session::flows::Dress;
use crate::session::left_out::left_out_words;
use crate::session::reads::reads_of_args;
use crate::store::Reads;
use crate::text::Shaper;

/// Draw a map as PDF, PowerPoint, PNG or SVG, or write what it says as tables, text or data
#[derive(Args)]
#[command(
    after_help = "Example: touchline export map.ron -o map.pdf --page 16:9 --lens \"Families under 12\"\n         \
    touchline export map.ron -o map.xlsx\n         \
    touchline export map.ron -o register.csv --table register\n         \
    touchline export map.ron -o summary.md\n\n\
    A file that exists is replaced only once the new one is complete."
)]
pub(super) struct Export {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// The file to write; its ending chooses the format; - writes to standard output, in the format that --format names
    #[arg(short, long, value_name = "OUT.{pdf,pptx,png,webp,svg,html,xlsx,csv,json,md,mmd,canvas}")]
    output: PathBuf,
    /// The format, where standard output has no ending
    #[arg(long, value_name = "pdf|pptx|png|webp|svg|html|xlsx|csv|json|md|mmd|canvas", value_parser = formats)]
    format: Option<Format>,
    /// The table that a CSV holds
    #[arg(long, value_name = "touchpoints|drop-off|segments|register|actions|scorecard|evidence|notes", value_parser = tables)]
    table: Option<TableKind>,
    /// The page: as large as the board, paper on its side, a 16:9 or 4:3 slide, or own sides such as 420x297mm
    #[arg(long, default_value = "fit", value_name = "fit|a5…a0|letter|tabloid|16:9|4:3|WxHmm")]
    page: PageSize,
    /// The paper upright
    #[arg(long)]
    portrait: bool,
    /// How many pages of a PDF: all on one, or as many as it takes for text to be large enough [default: 1]
    #[arg(long, value_name = "1|auto", value_parser = pages)]
    pages: Option<Pages>,
    /// A deck of 16:9 slides: cover, answer, the whole map, each stage, audiences, money, sign-offs, actions, method
    #[arg(long, conflicts_with = "pages")]
    deck: bool,
    /// Pixels a map unit, 0.25 to 8, for a PNG or WebP of page fit [default: 2]
    #[arg(long, value_name = "N")]
    scale: Option<f32>,
    /// Show the map as one segment lives it, or on pages of their own as several do, or for all and then for each
    #[arg(long, value_name = "SEGMENT[,SEGMENT…]|each")]
    lens: Option<String>,
    /// Lay the feeling curves of segments side by side, up to five; once for each
    #[arg(long, value_name = "SEGMENT")]
    compare: Vec<String>,
    /// By a saved view of the map: its filter, what becomes of the others, its segment and its curves unless --lens and --compare say others
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// The state of the map: as it is, as it shall be, or both [default: both, or that of the view]
    #[arg(long, value_name = "as-is|to-be|both", value_parser = states)]
    state: Option<States>,
    /// Show the rates of the former period beside those of the newest
    #[arg(long)]
    former: bool,
    /// With the sticky notes and the names of the files that figures came from
    #[arg(long)]
    notes: bool,
    /// In the look of a brand kit, a file of RON with colours, a footer and a logo, in the place of the map's own
    #[arg(long, value_name = "FILE")]
    brand: Option<PathBuf>,
    /// Of a deck, behind the slides, what is said to each
    #[arg(long)]
    speaker_notes: bool,
    /// Letters of an SVG: outlines, alike everywhere, or live text, which needs its fonts [default: outline]
    #[arg(long, value_name = "outline|live", value_parser = letters)]
    text: Option<Letters>,
    /// Refuse, with exit code 6, where any text would be smaller than N points
    #[arg(long, value_name = "N")]
    min_pt: Option<f32>,
}

impl Export {
    pub(super) fn run(&self, language: Option<Language>, out: &mut dyn Write) -> Result<(), Failure> {
        let format = self.checked_format()?;
        self.check_told(format)?;
        let scale = self.checked_scale(format)?;
        let page = self.paper()?;
        if format.page(page) != page {
            return Err(Failure::new(Exit::Usage, say!(cli_always_fit, format = format.name())));
        }
        if self.text.is_some() && format != Format::Svg {
            return Err(Failure::new(Exit::Usage, say!(cli_text_svg).to_owned()));
        }
        let letters = self.text.unwrap_or_default();
        let pages = if self.deck { Pages::Deck } else { self.pages.unwrap_or_default() };
        if pages == Pages::Enough && !format.has_many(page) {
            return Err(Failure::new(Exit::Usage, say!(cli_pages_pdf).to_owned()));
        }
        if pages == Pages::Deck
            && !(format.has_many(PageSize::Slide) && matches!(page, PageSize::Fit | PageSize::Slide))
        {
            return Err(Failure::new(Exit::Usage, say!(cli_deck_pdf).to_owned()));
        }
        if self.speaker_notes && pages != Pages::Deck {
            return Err(Failure::new(Exit::Usage, say!(cli_spoken_deck).to_owned()));
        }
        let dress = self.brand.as_deref().map(Dress::of_kit).transpose();
        let dress = dress.map_err(|problem| Failure::new(Exit::BadInput, problem))?;
        let read = dress.iter().flat_map(|dress| &dress.read).map(|path| path.as_os_str());
        let reads = reads_of_args(std::iter::once(self.map.as_os_str()).chain(read));
        reads.refuse(&self.output)?;
        let mut map = open_map(&self.map)?;
        if let Some(edit) = dress.and_then(|dress| dress.edit(&map)) {
            map = map.after(&edit).map_err(|refused| Failure::new(Exit::BadInput, refused.to_string()))?;
        }
        let view = self.view.as_deref().map(|name| view_named(&map, name)).transpose()?;
        let shown = view.map_or_else(ExportSettings::default, |id| ExportSettings::default().by_view(&map, id));
        let audiences = self.lens.as_deref().map(|names| audiences(&map, names)).transpose()?;
        let audiences = audiences.unwrap_or_else(|| vec![shown.segment]);
        if audiences.len() > 1 && !format.has_several() {
            return Err(Failure::new(Exit::Usage, say!(cli_lens_several).to_owned()));
        }
        let segment = audiences.first().copied().flatten();
        let compared: Result<Vec<SegmentId>, Failure> =
            self.compare.iter().map(|name| segment_named(&map, name)).collect();
        let compared = compared?;
        if compared.len() > COMPARED_MOST {
            return Err(Failure::new(Exit::Usage, say!(cli_compare_most, most = COMPARED_MOST)));
        }
        let compared = if compared.is_empty() { shown.compared } else { Compared::of(&compared) };
        if self.former && map.former_measurement().is_none() {
            let advice = say!(cli_keeps_period);
            return Err(Failure::new(Exit::Usage, say!(cli_no_former, advice)));
        }
        let (former, notes) = (self.former || shown.former, self.notes);
        let state = self.state.map_or(shown.state, |States(state)| state);
        let table = self.table.unwrap_or_default();
        let settings = ExportSettings {
            format,
            page,
            pages,
            scale,
            view,
            state,
            segment,
            each: false,
            compared,
            former,
            notes,
            spoken: self.speaker_notes,
            letters,
            table,
        };
        let made = dated(&map, source_date()?);
        if !format.is_drawn() {
            let bytes = told::bytes(&map, &settings, language, made);
            return self.put(&bytes.map_err(|error| Failure::new(Exit::CouldNot, error.to_string()))?, &reads, out);
        }
        let least = self.checked_least()?;
        let (deck, left_out) = {
            let progress = RefCell::new(Progress::new());
            let told = |share: f32| {
                progress.borrow_mut().show(&numbers::whole_rate(share.into()));
                ControlFlow::Continue(())
            };
            document_for(&map, &settings, &audiences, &Shaper::with_system_fonts(), &Watch::new(&told))
        };
        missing_letters(&deck).iter().for_each(|words| tell(&say!(cli_export_missing, words)));
        let legibility = match least {
            None => deck.legibility(),
            Some(least) => deck.legibility_at(least),
        };
        if let Some(legibility) = legibility {
            let said = legible_words(&legibility);
            if least.is_some() && legibility.below > 0.0 {
                return Err(Failure::new(Exit::TooSmall, say!(cli_too_small, said)));
            }
            tell(&said);
            if could_have_more(&settings, &legibility) {
                tell(&say!(cli_more_pages, limit = numbers::plain(settings.page().least_pt().into())));
            }
        }
        if pages != Pages::One || audiences.len() > 1 {
            tell(&say!(cli_on_pages, count = deck.pages.len()));
        }
        left_out_words(&left_out).iter().for_each(|words| tell(words));
        let mut progress = Progress::new();
        let bytes = file_bytes(&deck, &settings, made, &mut |share| {
            progress.show(&numbers::whole_rate(share.into()));
            ControlFlow::Continue(())
        })
        .map_err(|error| Failure::new(Exit::CouldNot, error.to_string()))?;
        drop(progress);
        self.put(&bytes, &reads, out)
    }

    fn is_to_standard_output(&self) -> bool {
        self.output == Path::new("-")
    }

    /// Where the result goes.
    fn put(&self, bytes: &[u8], reads: &Reads, out: &mut dyn Write) -> Result<(), Failure> {
        if self.is_to_standard_output() { Ok(out.write_all(bytes)?) } else { Ok(reads.write(&self.output, bytes)?) }
    }

    fn checked_format(&self) -> Result<Format, Failure> {
        let usage = |message: String| Failure::new(Exit::Usage, message);
        match self.format {
            Some(format) if self.is_to_standard_output() => Ok(format),
            Some(_) => Err(usage(say!(cli_format_goes_with).to_owned())),
            None if self.is_to_standard_output() => {
                Err(usage(say!(cli_format_needed, known = Format::ALL.map(Format::extension).listed(", "))))
            }
            None => Format::of_path(&self.output).map_err(|error| usage(error.to_string())),
        }
    }

    /// What goes with a picture goes with nothing else, and a table is named where a file holds one.
    fn check_told(&self, format: Format) -> Result<(), Failure> {
        let usage = |message: String| Err(Failure::new(Exit::Usage, message));
        let known = || TableKind::ALL.map(TableKind::id).listed(", ");
        if format == Format::Csv && self.table.is_none() {
            return usage(say!(cli_table_needed, known = known()));
        }
        if format != Format::Csv && self.table.is_some() {
            return usage(say!(cli_table_csv).to_owned());
        }
        let of_pictures = [(!self.compare.is_empty(), "--compare"), (self.min_pt.is_some(), "--min-pt")];
        match of_pictures.into_iter().find(|(is_given, _)| *is_given && !format.is_drawn()) {
            Some((_, flag)) => usage(say!(cli_flag_of_pictures, flag, format = format.name())),
            None => Ok(()),
        }
    }

    fn checked_least(&self) -> Result<Option<f32>, Failure> {
        match self.min_pt {
            Some(least) if !least.is_finite() || least <= 0.0 => {
                Err(Failure::new(Exit::Usage, say!(cli_min_pt_range).to_owned()))
            }
            least => Ok(least),
        }
    }

    /// The page as it is to lie or stand.
    fn paper(&self) -> Result<PageSize, Failure> {
        if !self.portrait {
            return Ok(self.page);
        }
        self.page.upright().ok_or_else(|| Failure::new(Exit::Usage, say!(cli_portrait_paper).to_owned()))
    }

    fn checked_scale(&self, format: Format) -> Result<f32, Failure> {
        let Some(scale) = self.scale else { return Ok(USUAL_SCALE) };
        if !format.has_scale(self.page) {
            return Err(Failure::new(Exit::Usage, say!(cli_scale_png).to_owned()));
        }
        if !SCALE.contains(&scale) {
            return Err(Failure::new(
                Exit::Usage,
                say!(cli_scale_range, scale, least = SCALE.start(), most = SCALE.end()),
            ));
        }
        Ok(scale)
    }
}

/// The moment that whoever builds documents again and again wants in them, in seconds since 1970; the same bytes come of it.
/// <https://reproducible-builds.org/specs/source-date-epoch/>
fn source_date() -> Result<Option<u64>, Failure> {
    let Some(given) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|given| !given.is_empty()) else { return Ok(None) };
    let given = given.to_string_lossy();
    let secs = given.trim().parse().map_err(|_| Failure::new(Exit::Usage, say!(cli_source_date, given)))?;
    Ok(Some(secs))
}

/// How letters are written, by its name.
fn letters(name: &str) -> Result<Letters, String> {
    let found = Letters::ALL.into_iter().find(|letters| letters.name().eq_ignore_ascii_case(name));
    found.ok_or_else(|| say!(cli_no_letters, name))
}

/// A format, by its ending.
fn formats(name: &str) -> Result<Format, String> {
    let found = Format::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(name));
    found.ok_or_else(|| say!(cli_no_format, name, known = Format::ALL.map(Format::extension).listed(", ")))
}

/// A table, by its name.
fn tables(name: &str) -> Result<TableKind, String> {
    let found = TableKind::ALL.into_iter().find(|table| table.id().eq_ignore_ascii_case(name));
    found.ok_or_else(|| say!(cli_no_table, name, known = TableKind::ALL.map(TableKind::id).listed(", ")))
}

/// How many pages, by the name of that.
fn pages(name: &str) -> Result<Pages, String> {
    let found = [Pages::One, Pages::Enough].into_iter().find(|pages| pages.name().eq_ignore_ascii_case(name));
    found.ok_or_else(|| say!(cli_no_pages, name))
}

/// Reads a map; fields that this version does not know are named, and stay in the file.
fn open_map(path: &Path) -> Result<Map, Failure> {
    let opened = map_file::load(path)?;
    for unknown in &opened.unknown {
        let (path, field) = (path.display(), &unknown.path);
        tell(&say!(cli_export_unknown, path, line = unknown.line, field));
    }
    Ok(opened.map)
}

/// The saved view of that very name.
fn view_named(map: &Map, name: &str) -> Result<SavedViewId, Failure> {
    let known = map.views_in_order();
    if let Some((id, _)) = known.iter().find(|(_, view)| view.name == name) {
        return Ok(*id);
    }
    let names: Vec<&str> = known.iter().map(|(_, view)| view.name.as_str()).collect();
    let list = if names.is_empty() {
        say!(cli_map_has_none).to_owned()
    } else {
        say!(cli_known_are, names = names.listed(", "))
    };
    Err(Failure::new(Exit::Usage, say!(cli_no_such_view, name, list)))
}

/// The audiences that are asked for: one of that very name, several between commas, or all and then each.
fn audiences(map: &Map, names: &str) -> Result<Vec<Option<SegmentId>>, Failure> {
    let segments = map.segments_in_order();
    let is_name = segments.iter().any(|(_, segment)| segment.name == names);
    if names == "each" && !is_name {
        return Ok(std::iter::once(None).chain(segments.into_iter().map(|(id, _)| Some(id))).collect());
    }
    // A name may have a comma in it.
    let names: Vec<&str> = if is_name { vec![names] } else { names.split(',').map(str::trim).collect() };
    names.into_iter().map(|name| segment_named(map, name).map(Some)).collect()
}

/// The segment of that very name.
fn segment_named(map: &Map, name: &str) -> Result<SegmentId, Failure> {
    let known = map.segments_in_order();
    if let Some((id, _)) = known.iter().find(|(_, segment)| segment.name == name) {
        return Ok(*id);
    }
    let names: Vec<&str> = known.iter().map(|(_, segment)| segment.name.as_str()).collect();
    let list = if names.is_empty() {
        say!(cli_map_has_none).to_owned()
    } else {
        say!(cli_known_are, names = names.listed(", "))
    };
    Err(Failure::new(Exit::Usage, say!(cli_no_such_segment, name, list)))
}

/// A state of the map as it was asked for; both for none.
#[derive(Clone, Copy, Debug)]
struct States(Option<MapState>);

fn states(text: &str) -> Result<States, String> {
    match text {
        "as-is" => Ok(States(Some(MapState::AsIs))),
        "to-be" => Ok(States(Some(MapState::ToBe))),
        "both" => Ok(States(None)),
        _ => Err(say!(cli_states).to_owned()),
    }
}
