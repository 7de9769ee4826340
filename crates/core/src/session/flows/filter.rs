//! The filter that lies over the map, and the views that were saved.
//!
//! What meets the filter is worked out when the map or the filter has changed, and then kept: nothing is looked through in a
//! frame. A large map is looked through aside; until that is done the answer before holds, in which a new record meets the filter.

use super::{FilterMsg, Msg};
use crate::edit;
use crate::layout::COMPARED_MOST;
use crate::model::*;
use crate::session::filter::{Matches, Sieve, chips, left_of};
use crate::session::job::{Job, JobState};
use crate::session::{Cause, Effect, Session, SidePanel, Tone};
use touchline_words::direction::Listed;
use touchline_words::say;

/// Records from which on a map is looked through aside.
const MANY: usize = 4_000;

/// The filter over the map.
#[derive(Debug, Default)]
pub struct Filtering {
    filter: Filter,
    others: Others,
    /// Whether its bar is shown although nothing is asked.
    is_open: bool,
    /// How often its bar was asked for.
    asked: u64,
    /// The saved view that was chosen last.
    chosen: Option<SavedViewId>,
    /// The map, the filter and what becomes of the others that the answer is of.
    holds_for: Option<(u64, Filter, Others)>,
    matches: Option<Matches>,
    /// Another number for each answer.
    stamp: u64,
    /// The map without the others, where they are hidden, with a stamp of its own.
    left: Option<(Map, u64)>,
    looking: Option<Job<Answer>>,
}

type Answer = (Matches, Option<Map>);

impl Filtering {
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    pub fn others(&self) -> Others {
        self.others
    }

    /// Whether the bar is to be seen.
    pub fn is_shown(&self) -> bool {
        self.is_open || !self.filter.is_empty()
    }

    /// Another number each time that a person asks for the bar.
    pub fn asked(&self) -> u64 {
        self.asked
    }

    /// The saved view that was chosen last.
    pub fn chosen(&self) -> Option<SavedViewId> {
        self.chosen
    }

    /// What meets the filter; `None` where nothing is asked.
    pub fn matches(&self) -> Option<&Matches> {
        self.matches.as_ref()
    }

    /// Whether the map is being looked through.
    pub fn is_busy(&self) -> bool {
        self.looking.is_some()
    }

    fn answered(&mut self, (matches, left): Answer, stamp: u64) {
        (self.matches, self.stamp) = (Some(matches), stamp);
        self.left = left.map(|map| (map, stamp));
    }
}

/// What meets a filter, and the map without the rest where that is asked for.
fn look(map: &Map, filter: &Filter, others: Others) -> Answer {
    let matches = Matches::of(map, filter);
    let left = left_of(map, filter, &matches, others);
    (matches, left)
}

impl Session {
    /// What meets the filter; `None` where none lies over the map.
    pub fn matches(&self) -> Option<&Matches> {
        self.flows.filter.matches()
    }

    /// Whether a record meets the filter, or there is none.
    pub fn meets_filter(&self, record: RecordRef) -> bool {
        self.matches().is_none_or(|matches| matches.meets(record))
    }

    /// The filter as a view of rows looks through it.
    pub fn sieve(&self) -> Sieve<'_> {
        let Filtering { matches, others, stamp, .. } = &self.flows.filter;
        matches.as_ref().map_or_else(Sieve::default, |matches| Sieve::new(matches, *others, *stamp))
    }

    /// The map to lay out: [`Session::shown`], without what does not meet the filter where that is hidden.
    pub fn seen(&self) -> &Map {
        self.flows.filter.left.as_ref().map_or_else(|| self.shown(), |(map, _)| map)
    }

    /// A number for the map to lay out, as [`Session::shown_stamp`] is for the one to draw.
    pub fn seen_stamp(&self) -> u64 {
        self.flows.filter.left.as_ref().map_or_else(|| self.shown_stamp(), |(_, stamp)| *stamp)
    }

    /// The state of the map that is shown; both where there is none.
    pub fn state(&self) -> Option<MapState> {
        self.flows.filter.filter.state
    }

    /// Shows the map as it is, as it shall be, or both.
    pub(in crate::session) fn show_state(&mut self, state: Option<MapState>) {
        self.flows.filter.filter.state = state;
    }

    /// What is looked at at present, as a saved view of this name would keep it.
    pub fn view_now(&self, name: &str) -> SavedView {
        let Filtering { filter, others, .. } = &self.flows.filter;
        let new = SavedView::new(Rank::middle(), name);
        let compared = self.compared.clone();
        let (filter, former) = (filter.clone(), self.former());
        SavedView { filter, others: *others, lens: self.lens, compared, former, view: self.view, ..new }
    }

    /// Whether what is looked at is another than the saved view that was chosen says.
    pub fn is_view_changed(&self) -> bool {
        let chosen = self.flows.filter.chosen.and_then(|id| self.map.views.get(&id));
        chosen.is_some_and(|saved| {
            let now = self.view_now(&saved.name);
            SavedView { rank: saved.rank.clone(), ..now } != *saved
        })
    }

    /// A name for what is looked at that no saved view has.
    pub fn free_view_name(&self) -> String {
        let is_free = |name: &String| !self.map.views.values().any(|view| view.name == *name);
        let values = chips(&self.map, &self.flows.filter.filter).into_iter().map(|chip| chip.said());
        let lens = self.lens.and_then(|id| self.map.segments.get(&id)).map(|segment| segment.name.clone());
        let told: Vec<String> = lens.into_iter().chain(values).take(3).collect();
        let of_filter = Some(told.listed(" · ")).filter(|told| !told.is_empty());
        let numbered = (1..=self.map.views.len() + 1).map(|nth| say!(filter_view_new, nth));
        // Of so many names one is free: there is one more than views.
        of_filter.into_iter().chain(numbered).find(is_free).unwrap_or_default()
    }

    pub(super) fn filter_flow(&mut self, msg: FilterMsg, effects: &mut Vec<Effect>) {
        match msg {
            FilterMsg::Open => {
                self.flows.filter.asked = self.flows.new_number();
                self.flows.filter.is_open = true;
            }
            FilterMsg::Close => self.flows.filter.is_open = false,
            FilterMsg::Set(filter) => self.flows.filter.filter = *filter,
            FilterMsg::Others(others) => self.flows.filter.others = others,
            FilterMsg::Clear => {
                self.flows.filter.filter = Filter::default();
                self.flows.filter.chosen = None;
            }
            FilterMsg::Choose(id) => self.choose_view(id),
            FilterMsg::Save(name) => self.save_view(&name),
            FilterMsg::Edit(id) => {
                if self.map.views.contains_key(&id) {
                    self.selection.set([id.into()]);
                    self.open_panel(SidePanel::Inspector, effects);
                }
            }
        }
    }

    fn choose_view(&mut self, id: SavedViewId) {
        let Some(view) = self.map.views.get(&id).cloned() else { return };
        (self.lens, self.view, self.former) = (view.lens, view.view, view.former);
        self.compared = view.compared;
        self.compared.truncate(COMPARED_MOST);
        let filtering = &mut self.flows.filter;
        (filtering.filter, filtering.others, filtering.chosen) = (view.filter, view.others, Some(id));
    }

    /// Saves what is looked at under a name, also anew under that of a saved view.
    fn save_view(&mut self, name: &str) {
        let view = self.view_now(name);
        let mut ids = self.ids.clone();
        let Some((edit, id)) = edit::save_view(&self.map, &view, &mut ids) else { return };
        self.ids = ids;
        if self.edit(edit) {
            self.map.seal();
            self.flows.filter.chosen = Some(id);
        }
    }

    /// Saves what is looked at under a name of its own, and opens it to be given another.
    pub(in crate::session) fn save_new_view(&mut self, effects: &mut Vec<Effect>) {
        self.save_view(&self.free_view_name());
        if let Some(id) = self.flows.filter.chosen {
            self.filter_flow(FilterMsg::Edit(id), effects);
        }
    }

    /// Nothing is filtered any more, as when another map comes.
    pub(in crate::session) fn forget_filter(&mut self) {
        self.flows.filter = Filtering { others: self.flows.filter.others, ..Filtering::default() };
    }

    /// Keeps what meets the filter true to the map and to what is asked.
    pub(in crate::session) fn look_at_filter(&mut self) {
        let mut filtering = std::mem::take(&mut self.flows.filter);
        filtering.filter.segments.retain(|id| self.map.segments.contains_key(id));
        filtering.chosen = filtering.chosen.filter(|id| self.map.views.contains_key(id));
        let before = filtering.stamp;
        self.filter_again(&mut filtering);
        let is_new = filtering.stamp != before;
        self.flows.filter = filtering;
        if is_new {
            self.let_go_of_hidden();
        }
    }

    /// What the filter hides is selected no more: nothing is done to what cannot be seen. What is being written stays.
    fn let_go_of_hidden(&mut self) {
        let Filtering { matches: Some(matches), others, .. } = &self.flows.filter else { return };
        let hides = *others == Others::Hidden;
        let before = self.selection.records().to_vec();
        let is_seen = |record: RecordRef| !matches.is_away(record) && (!hides || matches.has_row(record));
        let is_written = |record: RecordRef| self.is_new(record) || self.writing.is_about(record);
        let stays = |record: &RecordRef| is_seen(*record) || is_written(*record);
        let left: Vec<RecordRef> = before.iter().copied().filter(stays).collect();
        let gone = before.len() - left.len();
        if gone > 0 {
            self.selection.set(left);
            self.say(Cause::Edit, Tone::Info, say!(filter_let_go, n = gone));
        }
    }

    fn filter_again(&mut self, filtering: &mut Filtering) {
        if filtering.filter.is_empty() {
            (filtering.holds_for, filtering.matches, filtering.left, filtering.looking) = (None, None, None, None);
            return;
        }
        let now = (self.shown_stamp(), &filtering.filter, filtering.others);
        let is_same =
            filtering.holds_for.as_ref().is_some_and(|(stamp, filter, others)| (*stamp, filter, *others) == now);
        if !is_same {
            let now = (now.0, now.1.clone(), now.2);
            let (_, filter, others) = now.clone();
            filtering.holds_for = Some(now);
            filtering.looking = None;
            if self.shown().len() < MANY {
                let answer = look(self.shown(), &filter, others);
                filtering.answered(answer, self.new_stamp());
            } else {
                // Nothing is hidden by an answer that was for another filter.
                let map = self.shown().clone();
                filtering.looking =
                    Some(Job::start("look what meets the filter", move |_| look(&map, &filter, others)));
            }
        }
        match filtering.looking.take().map(|job| (job.poll(), job)) {
            Some((JobState::Running, job)) => filtering.looking = Some(job),
            Some((JobState::Done(answer), _)) => filtering.answered(answer, self.new_stamp()),
            Some((JobState::Lost, _)) => {
                let answer = look(self.shown(), &filtering.filter, filtering.others);
                filtering.answered(answer, self.new_stamp());
            }
            None => {}
        }
    }
}

impl From<FilterMsg> for Msg {
    fn from(msg: FilterMsg) -> Self {
        Self::Filter(msg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn say(story: &mut Story, msg: FilterMsg) {
        story.act(Intent::Flow(Msg::Filter(msg)));
    }

    fn emails() -> Filter {
        Filter { channels: vec![Channel::Email], ..Filter::default() }
    }

    /// A stage with a card that is no mail and one that is.
    fn story() -> (Story, [RecordRef; 2]) {
        let mut story = Story::new();
        story.stage("Trial");
        let (first, second) = (story.card("Trailer"), story.card("Mail"));
        let key = crate::fields::FieldKey::one(first.into(), Field::Channel);
        let edit = crate::fields::write(story.session.map(), &key, Channel::Podcast.name()).unwrap().unwrap();
        story.act(Intent::Edit(edit));
        (story, [first.into(), second.into()])
    }

    #[test]
    fn what_does_not_meet_the_filter_is_known_and_is_true_after_every_edit() {
        let (mut story, [first, second]) = story();
        assert!(story.session.matches().is_none() && story.session.meets_filter(first));
        say(&mut story, FilterMsg::Set(Box::new(emails())));
        assert!(!story.session.meets_filter(first) && story.session.meets_filter(second));
        assert_eq!(story.session.matches().map(|found| (found.cards(), found.of_cards())), Some((1, 2)));
        story.run(Command::Undo);
        assert!(story.session.meets_filter(first), "it is a mail again");
        say(&mut story, FilterMsg::Clear);
        assert!(story.session.matches().is_none());
    }

    #[test]
    fn where_the_others_are_hidden_the_map_that_is_seen_is_without_them() {
        let (mut story, [first, second]) = story();
        let before = story.session.seen_stamp();
        assert_eq!(before, story.session.shown_stamp());
        say(&mut story, FilterMsg::Others(Others::Hidden));
        assert!(story.session.seen().contains(first), "nothing is asked yet");
        say(&mut story, FilterMsg::Set(Box::new(emails())));
        let hidden = story.session.seen_stamp();
        assert!(!story.session.seen().contains(first) && story.session.seen().contains(second));
        assert!(story.session.map().contains(first) && hidden != before);
        story.act(Intent::Select(second));
        assert_eq!(story.session.seen_stamp(), hidden, "looking makes nothing anew");
        say(&mut story, FilterMsg::Others(Others::Dimmed));
        assert_eq!(story.session.seen_stamp(), story.session.shown_stamp());
    }

    #[test]
    fn what_a_filter_hides_is_selected_no_more_and_that_is_told() {
        let (mut story, [first, second]) = story();
        story.act(Intent::SelectAll { records: vec![first, second], extend: false });
        say(&mut story, FilterMsg::Set(Box::new(emails())));
        assert_eq!(story.session.selection().records(), [first, second], "what is dimmed is seen");
        say(&mut story, FilterMsg::Others(Others::Hidden));
        assert_eq!(story.session.selection().records(), [second]);
        let told = story.session.notices().last().map(|notice| notice.text.clone());
        assert_eq!(told, Some(say!(filter_let_go, n = 1)));
        // A new card that does not match stays selected while it is written.
        let new = story.card("Poster");
        assert!(story.session.selection().contains(new.into()));
    }

    #[test]
    fn what_is_asked_of_a_column_holds_of_each_row_and_is_kept_in_a_saved_view() {
        let mut story = Story::new();
        story.stage("Trial");
        let card = story.card("Trailer");
        story.act(Intent::Select(card.into()));
        let kind = ListKind::Action;
        let [first, second] = ["Now", "Later"].map(|text| {
            story.act(Intent::Select(card.into()));
            story.add(crate::session::New::Listed { kind, text: text.to_owned() })
        });
        let title = crate::session::views::Column::Field(Field::Title);
        let wants = Some(Wants::Says("lat".to_owned()));
        let filter = crate::session::filter::with_wants(&Filter::default(), RecordKind::Action, title, wants);
        say(&mut story, FilterMsg::Set(Box::new(filter.clone())));
        let meets = |story: &Story, record| story.session.meets_filter(record);
        assert!(!meets(&story, first) && meets(&story, second), "each by itself, though both are about one card");
        assert!(meets(&story, card.into()), "and the card with the one that says it");
        story.run(Command::SaveView);
        say(&mut story, FilterMsg::Clear);
        assert!(meets(&story, first));
        let id = *story.session.map().views.keys().next().unwrap();
        say(&mut story, FilterMsg::Choose(id));
        assert_eq!(story.session.flows().filter().filter(), &filter);
        let chip = &crate::session::filter::chips(story.session.map(), &filter)[0];
        assert_eq!((chip.values.as_str(), chip.without.is_empty()), ("lat", true));
    }

    #[test]
    fn a_view_is_saved_chosen_changed_renamed_and_deleted_and_each_can_be_taken_back() {
        let (mut story, [first, _]) = story();
        say(&mut story, FilterMsg::Set(Box::new(emails())));
        say(&mut story, FilterMsg::Others(Others::Hidden));
        story.run(Command::SaveView);
        let id = story.session.flows().filter().chosen().unwrap();
        let view = story.session.map().views[&id].clone();
        assert!(view.name.contains(Channel::Email.name()) && view.others == Others::Hidden, "{view:?}");
        assert_eq!(story.session.selection().only(), Some(id.into()), "it can be given another name at once");
        assert!(!story.session.is_view_changed());

        let wider = Filter { channels: vec![Channel::Email, Channel::Podcast], ..Filter::default() };
        say(&mut story, FilterMsg::Set(Box::new(wider.clone())));
        assert!(story.session.is_view_changed());
        say(&mut story, FilterMsg::Save(view.name.clone()));
        assert_eq!(story.session.map().views.len(), 1, "under its own name it is saved anew");
        assert_eq!(story.session.map().views[&id].filter, wider);
        story.run(Command::Undo);
        assert_eq!(story.session.map().views[&id], view);

        say(&mut story, FilterMsg::Clear);
        assert!(story.session.meets_filter(first));
        say(&mut story, FilterMsg::Choose(id));
        assert!(!story.session.meets_filter(first) && story.session.flows().filter().others() == Others::Hidden);

        story.act(Intent::Rename(id.into(), "Before legal review".to_owned()));
        assert_eq!(story.session.map().views[&id].name, "Before legal review");
        story.act(Intent::Delete(vec![id.into()]));
        assert!(story.session.map().views.is_empty() && story.session.flows().filter().chosen().is_none());
        assert!(!story.session.meets_filter(first), "what is looked at stays");
        story.run(Command::Undo);
        story.run(Command::Undo);
        story.run(Command::Undo);
        assert!(story.session.map().views.is_empty(), "as before it was saved");
    }

    #[test]
    fn five_curves_lie_side_by_side_and_a_sixth_is_refused_with_a_word() {
        let mut story = Story::new();
        let mut ids = Vec::new();
        for nth in 0..6 {
            let record = story.add(crate::session::New::Segment { name: format!("Audience {nth}") });
            ids.push(SegmentId::try_from(record).unwrap());
        }
        ids.iter().for_each(|id| _ = story.act(Intent::Compare(*id)));
        assert_eq!(story.session.compared(), &ids[..5]);
        let most = crate::layout::COMPARED_MOST;
        let told = story.session.notices().last().map(|notice| notice.text.clone());
        assert_eq!(told, Some(say!(session_compared_most, most)));
        story.act(Intent::Compare(ids[1]));
        story.act(Intent::Delete(vec![ids[0].into()]));
        assert_eq!(story.session.compared(), &ids[2..5], "taken off, and gone with its audience");
        story.run(Command::SaveView);
        let id = story.session.flows().filter().chosen().unwrap();
        story.run(Command::CompareNone);
        assert!(story.session.compared().is_empty() && story.session.is_view_changed());
        say(&mut story, FilterMsg::Choose(id));
        assert_eq!(story.session.compared(), &ids[2..5], "a saved view keeps the curves");
        story.act(Intent::Delete(vec![ids[2].into()]));
        assert_eq!(story.session.map().views[&id].compared, &ids[3..5]);
    }

    #[test]
    fn a_large_map_is_looked_through_aside() {
        let (mut story, [first, _]) = story();
        let card = story.session.map().touchpoints.values().next().unwrap().clone();
        let many = (0..MANY as u64).map(|nth| {
            Change::Touchpoint(
                TouchpointId(1_000_000 + nth),
                Some(Touchpoint { rank: card.rank.clone(), ..card.clone() }),
            )
        });
        story.act(Intent::Edit(Edit::of(Verb::Paste, many.collect())));
        say(&mut story, FilterMsg::Set(Box::new(emails())));
        let mut looked = 0;
        while story.session.flows().filter().is_busy() {
            assert!(story.session.next_tick().is_some());
            story.act(Intent::Tick);
            std::thread::yield_now();
            looked += 1;
            assert!(looked < 100_000_000);
        }
        assert!(!story.session.meets_filter(first));
        assert_eq!(story.session.matches().map(|found| found.of_cards()), Some(MANY + 2));
    }
}
