//! What a person is asked a file for.

use super::pictured::PictureFor;
use crate::export::Format;
use crate::model::MetricId;

/// What a file is wanted for. What was chosen comes back with it, as [`super::Intent::FilesChosen`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileAsk {
    OpenMap,
    /// With the name that is suggested.
    SaveMap(String),
    /// A copy of the map that somebody else went on with.
    TakeOver,
    /// Logs or other data to import: the one question that several files may answer.
    OpenLog,
    /// A second file, to be joined to the one that is imported.
    JoinLog,
    /// The map as a sheet, with the name that is suggested.
    SaveSheet(String),
    /// An edited sheet of the map.
    OpenSheet,
    /// A file of customers, to hold an at-risk rule against.
    OpenCustomers,
    /// Counts for metrics: this one, or all that the file fills.
    FillMetrics(Option<MetricId>),
    /// The cohort for a mailing, with the name that is suggested.
    Cohort(String),
    /// A picture to show.
    OpenPicture(PictureFor),
    /// The map as a picture, with the name that is suggested.
    Export(String, Format),
    /// The copy for a client, with the name that is suggested.
    ClientCopy(String),
    /// A brand kit.
    OpenBrand,
    /// A dictionary of code names.
    CodeNames,
    /// The chart of the drop-off table, with the name that is suggested.
    Chart(String, Format),
}

impl FileAsk {
    /// The name that is suggested for a file that is to be written.
    pub fn suggested(&self) -> Option<&str> {
        match self {
            FileAsk::SaveMap(name)
            | FileAsk::SaveSheet(name)
            | FileAsk::Export(name, _)
            | FileAsk::Chart(name, _)
            | FileAsk::ClientCopy(name)
            | FileAsk::Cohort(name) => Some(name),
            FileAsk::OpenMap
            | FileAsk::TakeOver
            | FileAsk::OpenLog
            | FileAsk::JoinLog
            | FileAsk::OpenSheet
            | FileAsk::OpenCustomers
            | FileAsk::OpenPicture(_)
            | FileAsk::CodeNames
            | FileAsk::OpenBrand
            | FileAsk::FillMetrics(_) => None,
        }
    }
}
