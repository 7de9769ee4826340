//! What an edit does, as a code, and the fields that it sets with what each is called.

use super::*;
use serde::{Deserialize, Serialize};
use touchline_words::{Said, said, say};

/// What was done to the records that an edit is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verb {
    Add,
    Delete,
    Move,
    Duplicate,
    Paste,
    /// A field was given another value.
    Set(Field),
    /// An action or a pain point is about a card from now on, or about none.
    Tie(Option<TouchpointId>),
    /// Cards rest on evidence from now on.
    MarkEvidence,
    /// Cards are openly assumptions from now on.
    MarkAssumption,
    /// A lane is shown.
    Show,
    /// A lane is hidden.
    Hide,
    /// A lane is folded to a strip of one line.
    Fold,
    /// A lane that was folded is open again.
    Unfold,
    /// Stages were made one.
    Merge,
    /// A stage was made two.
    Split,
    /// The metrics of the scorecard that the map lacked.
    AddScorecard,
    /// A metric's counts go on with the next period.
    BeginPeriod,
    /// Counts came into metrics from a file of this name.
    Fill(String),
    /// Figures came over the map from a file of this name.
    Lay(String),
    /// What a file of this name was bound to, and its figures.
    Import(String),
    /// Stages were made of what a file of this name holds.
    MakeStages(String),
    /// Notes were given dots, or lost some.
    Vote,
    /// Touchpoints were connected.
    Connect,
    /// What is looked at was saved as a view, or anew under the name of one.
    SaveView,
    /// The pages of the deck were put into another order.
    ArrangeDeck,
    /// Notes were put into the parking lot.
    Park,
    /// Notes became a cluster.
    Cluster,
    /// Notes became touchpoints, pain points or others of their kind.
    Sort,
    /// Records were given the look of another.
    Format,
    /// Words were put in the place of others.
    Replace,
    /// An edited sheet was taken over.
    TakeOver,
    /// The map is what an earlier version was.
    GoBack,
    /// What another did to the map was brought into it.
    BringTogether,
    /// A plan for the customers at risk.
    Intervene,
    /// A new map.
    Begin,
}

/// Makes the enum of fields and what each is called from one list. A row is: the field, what it is called where its name
/// stands alone, how it is said that it was set, and, where a sheet shows it, the name of its row in the file and to a person.
macro_rules! fields {
    ($(
        $(#[doc = $doc:literal])*
        $field:ident $(($of:ty))?, $name:ident, $set:ident, [$($key:literal, $row:ident)?];
    )*) => {
        /// A field of a record, or of the map as a whole.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Field {
            $($(#[doc = $doc])* $field $(($of))?,)*
        }

        impl Field {
            /// What it is called where its name stands alone, as in a list of what was found.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$field { .. } => say!($name),)*
                }
            }

            /// How it is said that it was set; `about` is what the record is called.
            pub fn set_name(self, about: &str) -> String {
                match self {
                    $(Self::$field { .. } => say!($set, about),)*
                }
            }

            /// The name of its row in a sheet, in the file and to a person; `None` where no sheet shows it.
            pub fn row_name(self) -> Option<(&'static str, Said)> {
                match self {
                    $(Self::$field { .. } => [$(($key, said::$row))?].first().copied(),)*
                }
            }
        }
    };
}

fields! {
    /// The name that the board shows: a title, or the text of a question, pain point or sticky note.
    Title, ui_col_title, undo_set_title, ["title", sheet_field_title];
    /// The text of a sticky note, in several lines.
    StickyText, ui_inspector_text, undo_set_title, [];
    /// The colour of a sticky note, which says what it is about.
    NoteColor, field_note_color, undo_set_color, [];
    /// How a customer comes from one touchpoint to another.
    ConnectorKind, field_connector_kind, undo_set_other, [];
    /// Whether a sticky note is in the parking lot.
    Parked, field_parked, undo_set_other, [];
    /// Dots that people gave a sticky note.
    Votes, field_votes, undo_set_votes, [];
    Finding, ui_inspector_finding, undo_set_other, [];
    Client, ui_inspector_client, undo_set_other, [];
    /// The question that the map answers.
    Decides, field_decides, undo_set_decides, [];
    /// The day of the last review.
    Reviewed, field_reviewed, undo_set_reviewed, [];
    /// Whether the map shows what is or what shall be.
    State, ui_inspector_shows, undo_set_state, [];
    /// The day of the map.
    Date, ui_inspector_date, undo_set_other, [];
    Language, ui_inspector_language, undo_set_other, [];
    Note, ui_col_note, undo_set_note, ["note", sheet_field_note];
    /// When a group is too small for a figure of its own.
    LeastGroup, field_least_group, undo_set_least_group, [];
    Goal, ui_inspector_goal, undo_set_other, ["goal", sheet_field_goal];
    Color, ui_inspector_colour, undo_set_color, [];
    /// Width of a stage in map units.
    Width, ui_inspector_width, undo_set_width, [];
    /// Whether a lane is a strip of one line, or a stage a narrow one.
    Folded, field_folded, undo_set_folded, [];
    /// Least height of a lane in map units.
    Height, field_height, undo_set_height, [];
    PeriodFrom, ui_inspector_planned_from, undo_set_period, [];
    PeriodTo, ui_inspector_planned_to, undo_set_period, [];
    /// Whom or what a customer deals with in a stage.
    Zone, field_zone, undo_set_other, [];
    /// Whether a stage is not decided or not there yet.
    Pending, field_pending, undo_set_other, [];
    /// Events of a log, one a line.
    Events, field_events, undo_set_events, [];
    /// Estimated drop-off, 0 … 100, with its reason and cause.
    Estimate, field_estimate, undo_set_estimate, [];
    EstimatePercent, field_estimate, undo_set_estimate, [];
    EstimateReason, field_estimate_reason, undo_set_estimate, [];
    /// The card that causes an estimated drop-off.
    EstimateCause, field_estimate_cause, undo_set_estimate, [];
    Detail, ui_inspector_detail, undo_set_other, ["detail", sheet_field_detail];
    /// The last stage over which a card goes on.
    Until, field_until, undo_set_other, [];
    /// The step of its stage that a card belongs to.
    Step, field_step, undo_set_other, [];
    Doing, ui_inspector_doing, undo_set_other, ["doing", sheet_field_doing];
    /// What a picture shows, for whoever does not see it.
    Alt, field_alt, field_alt_set, [];
    /// The picture of a card, a frame of the storyboard, a segment or the map.
    Image, field_image, field_image_set, [];
    Channel, ui_inspector_channel, undo_set_channel, ["channel", sheet_field_channel];
    Ownership, ui_inspector_ownership, undo_set_ownership, ["ownership", sheet_field_ownership];
    /// The audiences that a record is for.
    Audiences, ui_col_audience, undo_set_audiences, ["audiences", sheet_field_audiences];
    Owner, ui_col_owner, undo_set_owner, ["owner", sheet_field_owner];
    /// The program or supplier that does something.
    System, field_system, field_system_set, ["system", field_system_row];
    /// How all audiences feel, or one of them.
    Emotion(Option<SegmentId>), ui_inspector_emotion, undo_set_emotion, ["feeling", sheet_field_feeling];
    /// One word for the feeling of all audiences, or of one.
    EmotionWord(Option<SegmentId>), field_emotion_word, undo_set_feeling, ["feeling in a word", sheet_field_feeling_in_a_word];
    EmotionReason(Option<SegmentId>), field_emotion_reason, undo_set_feeling, ["feeling because", sheet_field_feeling_because];
    /// How all audiences shall feel.
    ToBe, field_to_be, undo_set_to_be, [];
    /// In which state of the map a card is to be found.
    Belongs, field_belongs, undo_set_state, [];
    Evidence, ui_col_evidence, undo_set_evidence, ["evidence", sheet_field_evidence];
    /// Where the evidence at this place of the list comes from.
    EvidenceKind(usize), ui_col_evidence, undo_set_evidence, [];
    /// The name of the evidence at this place of the list.
    EvidenceName(usize), field_evidence_name, undo_set_evidence, [];
    EvidenceAmount(usize), field_evidence_amount, undo_set_evidence, [];
    Severity, field_severity, field_severity_set, ["severity", field_severity_row];
    /// How far an action has come.
    ActionStatus, ui_col_status, undo_set_status, ["status", field_action_status_row];
    Horizon, ui_col_horizon, field_horizon_set, ["horizon", field_horizon_row];
    Due, ui_col_due, undo_set_due, ["due", sheet_field_due];
    Effort, ui_col_effort, undo_set_other, ["effort", field_effort_row];
    Effect, field_effect, undo_set_other, ["effect", field_effect_row];
    /// The codes of the frictions that a record is about.
    Codes, field_codes, field_codes_set, ["codes", field_codes_row];
    /// Which rule a flag stands for.
    Regime, ui_col_rule, undo_set_regime, [];
    FlagStatus, ui_col_status, undo_set_status, [];
    /// A custom rule's own name.
    Custom, ui_inspector_rule_name, undo_set_other, [];
    /// What shows that a rule is met.
    FlagEvidence, ui_col_evidence, undo_set_other, [];
    /// How long a block of the agenda is.
    Minutes, field_minutes, undo_set_other, [];
    /// The stage that a block of the agenda shows.
    ShownStage, field_shown_stage, undo_set_other, [];
    /// The lane that a block of the agenda shows.
    ShownLane, field_shown_lane, undo_set_other, [];
    /// The further lane that a record of a stage's list stands in; none for the first of its kind.
    Lane, field_lane, undo_set_other, [];
    /// What is voted on in a block of the agenda.
    Vote, field_vote, undo_set_other, [];
    /// What becomes of what does not meet the filter of a saved view.
    Others, field_others, undo_set_other, [];
    /// What stands over the headline of a page of the deck.
    PageName, field_page_name, undo_set_other, [];
    /// What a page of the deck says first.
    Headline, field_headline, undo_set_other, [];
    /// What is said while a page of the deck is shown.
    SpeakerNotes, field_speaker_notes, undo_set_other, [];
    /// Whether a page of the deck is in no deck that is made.
    LeftOut, field_left_out, undo_set_other, [];
    Basis, ui_col_basis, undo_set_basis, [];
    /// Whether a segment holds children.
    Children, ui_inspector_children, undo_set_children, [];
    /// Customers in a segment.
    Size, ui_col_size, undo_set_other, [];
    Regions, ui_col_regions, undo_set_other, [];
    /// What the people of a segment need.
    Needs, field_needs, undo_set_person, [];
    /// What they want to get done, a job a line.
    Jobs, field_jobs, undo_set_person, [];
    /// Something that one of them could have said.
    Quote, field_quote, undo_set_person, [];
    /// How far they have come with the brand.
    Lifecycle, field_lifecycle, undo_set_person, [];
    /// How a segment is treated otherwise than the others.
    Treatment, field_treatment, undo_set_person, [];
    /// What logs call a segment, one a line.
    Values, field_values, undo_set_values, [];
    /// What a customer is worth, in the map's currency.
    Value, field_value, undo_set_worth, [];
    ValueLow, field_value_low, undo_set_worth, [];
    ValueLikely, field_value, undo_set_worth, [];
    ValueHigh, field_value_high, undo_set_worth, [];
    Currency, ui_inspector_currency, undo_set_worth, [];
    /// The colour in which a client's map has what stands out, such as `#1F6FEB`.
    BrandAccent, field_brand_accent, undo_set_brand, [];
    /// Those of its first stages.
    BrandStages, field_brand_stages, undo_set_brand, [];
    /// The band on the cover of its deck.
    BrandCover, field_brand_cover, undo_set_brand, [];
    /// What stands at the foot of its pages.
    BrandFooter, field_brand_footer, undo_set_brand, [];
    MetricKind, ui_inspector_metric_kind, undo_set_metric_kind, [];
    /// What a metric counts.
    Definition, ui_inspector_definition, undo_set_other, [];
    Target, ui_col_target, undo_set_other, [];
    Benchmark, ui_col_target_source, undo_set_other, [];
    Threshold, field_threshold, undo_set_other, [];
    /// The counts of a metric's periods.
    Readings, ui_col_counted, undo_set_counts, [];
    /// The present period of a metric, and its counts.
    ReadingPeriod, ui_inspector_period, undo_set_counts, [];
    ReadingDays, ui_inspector_days, undo_set_counts, [];
    ReadingCount, ui_col_counted, undo_set_counts, [];
    ReadingOf, ui_col_counted, undo_set_counts, [];
    ReadingAlso, ui_col_counted, undo_set_counts, [];
    /// The periods before it, one a line.
    EarlierPeriods, ui_inspector_earlier, undo_set_counts, [];
    Source, ui_inspector_source, undo_set_other, [];
}

impl Field {
    /// Whether Enter begins a new line instead of ending the typing.
    pub fn is_multiline(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::StickyText
                | Self::Events
                | Self::Audiences
                | Self::Values
                | Self::EstimateReason
                | Self::Finding
                | Self::Decides
                | Self::Needs
                | Self::Jobs
                | Self::Quote
                | Self::Treatment
                | Self::Goal
                | Self::Definition
                | Self::Benchmark
                | Self::EarlierPeriods
                | Self::Headline
                | Self::SpeakerNotes
        )
    }
}
