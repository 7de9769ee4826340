//! Every text of a map, with the field that it stands in: what somebody gets to read who is given the file.
//!
//! Promise: no text of a record is missing here. Each kind is taken apart field by field, so that a new field fails to
//! compile until it is said whether it holds a text.

use super::*;

/// Sees a text, and may change it.
pub type See<'a> = &'a mut dyn FnMut(Field, &mut String);

/// A record that holds texts.
#[diagnostic::on_unimplemented(
    message = "nothing says which texts a `{Self}` holds",
    label = "has no `texts!`",
    note = "`texts!({Self} …);` stands in crates/core/src/model/texts.rs"
)]
pub trait Texts {
    /// Shows each text, empty ones too, in the order of the fields.
    fn each_text(&mut self, see: See<'_>);
}

/// What a field may be that holds texts.
trait Held {
    fn show(&mut self, field: Field, see: See<'_>);
}

impl Held for String {
    fn show(&mut self, field: Field, see: See<'_>) {
        see(field, self);
    }
}

impl Held for Vec<String> {
    fn show(&mut self, field: Field, see: See<'_>) {
        self.iter_mut().for_each(|text| see(field, text));
    }
}

macro_rules! texts {
    ($kind:ident { $($text:ident: $field:ident),* } but $($other:ident),*) => {
        impl Texts for $kind {
            fn each_text(&mut self, see: See<'_>) {
                let Self { $($text,)* $($other: _,)* } = self;
                $($text.show(Field::$field, &mut *see);)*
            }
        }
    };
}

texts!(Lane { name: Title } but rank, kind, hidden, folded, further, height);
texts!(Segment { name: Title, regions: Regions, values: Values, needs: Needs, jobs: Jobs, quote: Quote, treatment: Treatment, note: Note }
    but rank, basis, size, children, lifecycle, value, portrait);
texts!(Question { text: Title } but stage, rank, lane, segments);
texts!(PainPoint { text: Title, codes: Codes } but stage, rank, lane, severity, touchpoint, segments);
texts!(Action { title: Title, owner: Owner, effort: Effort, effect: Effect, note: Note, codes: Codes }
    but stage, rank, lane, horizon, status, due, touchpoint);
texts!(Flag { custom: Custom, owner: Owner, evidence: FlagEvidence, note: Note } but on, regime, status, due);
texts!(Sticky { text: StickyText } but x, y, color, parked, tied, folded, votes);
texts!(Remark { text: Title, codes: Codes } but stage, rank, lane, segments);
texts!(Backstage { title: Title, owner: Owner, system: System, note: Note } but stage, rank, lane, touchpoint);
texts!(Picture { caption: Title, alt: Alt } but stage, rank, lane, image, segments);
texts!(Connector { label: Title } but from, to, kind);
texts!(AgendaBlock { title: Title, vote: Vote } but rank, minutes, stage, lane);
texts!(Step { name: Title } but stage, rank);
texts!(Loop { label: Title } but from, to);
texts!(Drawing { text: Title } but shape, x, y, width, height, from, to);

impl Texts for Meta {
    fn each_text(&mut self, see: See<'_>) {
        let Self {
            id: _,
            title,
            finding,
            client,
            decides,
            owner,
            reviewed: _,
            state: _,
            date: _,
            language,
            note,
            value: _,
            currency,
            least_group: _,
            logo: _,
            brand: Brand { accent: _, stages: _, cover: _, footer },
        } = self;
        see(Field::Title, title);
        see(Field::Finding, finding);
        see(Field::Client, client);
        see(Field::Decides, decides);
        see(Field::Owner, owner);
        see(Field::Language, language);
        see(Field::Note, note);
        see(Field::Currency, currency);
        see(Field::BrandFooter, footer);
    }
}

impl Texts for Stage {
    fn each_text(&mut self, see: See<'_>) {
        let Self {
            rank: _,
            name,
            goal,
            color: _,
            width: _,
            period: _,
            zone: _,
            pending: _,
            folded: _,
            events,
            estimate,
            note,
        } = self;
        see(Field::Title, name);
        see(Field::Goal, goal);
        events.show(Field::Events, &mut *see);
        if let Some(Estimate { percent: _, reason, cause: _ }) = estimate {
            see(Field::EstimateReason, reason);
        }
        see(Field::Note, note);
    }
}

impl Texts for Touchpoint {
    fn each_text(&mut self, see: See<'_>) {
        let Self {
            stage: _,
            lane: _,
            rank: _,
            step: _,
            until: _,
            title,
            detail,
            doing,
            channel: _,
            ownership: _,
            segments: _,
            emotion,
            segment_emotions,
            to_be: _,
            belongs: _,
            evidence,
            events,
            owner,
            note,
            picture: _,
            picture_alt,
        } = self;
        see(Field::Title, title);
        see(Field::Detail, detail);
        see(Field::Doing, doing);
        let of_segments = segment_emotions.iter_mut().map(|(segment, emotion)| (Some(*segment), emotion));
        for (segment, emotion) in emotion.iter_mut().map(|emotion| (None, emotion)).chain(of_segments) {
            let Emotion { score: _, word, reason } = emotion;
            see(Field::EmotionWord(segment), word);
            see(Field::EmotionReason(segment), reason);
        }
        for (place, Evidence { kind: _, name, amount }) in evidence.iter_mut().enumerate() {
            see(Field::EvidenceName(place), name);
            see(Field::EvidenceAmount(place), amount);
        }
        events.show(Field::Events, &mut *see);
        see(Field::Owner, owner);
        see(Field::Note, note);
        see(Field::Alt, picture_alt);
    }
}

impl Texts for Metric {
    fn each_text(&mut self, see: See<'_>) {
        let Self {
            stage: _,
            rank: _,
            lane: _,
            kind: _,
            name,
            definition,
            target: _,
            benchmark,
            threshold,
            readings,
            source,
            as_of: _,
            note,
        } = self;
        see(Field::Title, name);
        see(Field::Definition, definition);
        see(Field::Benchmark, benchmark);
        see(Field::Threshold, threshold);
        for Reading { period, days: _, count: _, of: _, also: _ } in readings {
            see(Field::ReadingPeriod, period);
        }
        see(Field::Source, source);
        see(Field::Note, note);
    }
}

impl Texts for DeckPage {
    fn each_text(&mut self, see: See<'_>) {
        let Self { rank: _, of: _, left_out: _, name, headline, notes } = self;
        see(Field::PageName, name);
        see(Field::Headline, headline);
        see(Field::SpeakerNotes, notes);
    }
}

impl Texts for SavedView {
    fn each_text(&mut self, see: See<'_>) {
        let Self { rank: _, name, filter, others: _, lens: _, compared: _, former: _, view: _ } = self;
        see(Field::Title, name);
        let Filter {
            state: _,
            segments: _,
            owners,
            statuses: _,
            horizons: _,
            actions: _,
            regimes: _,
            grounds: _,
            channels: _,
            columns,
            text,
        } = filter;
        owners.show(Field::Owner, &mut *see);
        for ColumnFilter { of: _, field, wants } in columns {
            let field = if field.as_deref() == Some("Owner") { Field::Owner } else { Field::Title };
            match wants {
                Wants::Says(words) => see(field, words),
                Wants::OneOf(names) => names.show(field, &mut *see),
                Wants::Figures { .. } | Wants::Days { .. } | Wants::In(_) => {}
            }
        }
        see(Field::Title, text);
    }
}

impl Texts for Measurement {
    fn each_text(&mut self, see: See<'_>) {
        let Self {
            source,
            taken: _,
            first_time,
            last_time,
            rows_read: _,
            rows_used: _,
            rows_are: _,
            rejected,
            ties: _,
            counting,
            multi_segment_customers: _,
            stages: _,
            outdated: _,
            all,
            segments,
        } = self;
        see(Field::Source, source);
        see(Field::Date, first_time);
        see(Field::Date, last_time);
        let Counting { order: _, scope: _, window_secs: _, as_of, zone } = counting;
        as_of.iter_mut().chain(zone).for_each(|text| see(Field::Date, text));
        for (reason, _) in rejected {
            match reason {
                // The column's name.
                Rejection::Known { reason: _, about } => about.iter_mut().for_each(|about| see(Field::Source, about)),
                Rejection::Custom(words) => see(Field::Source, words),
            }
        }
        for figures in std::iter::once(all).chain(segments.values_mut()) {
            let Figures { customers: _, stages: _, then, seen_again: _, reach: _, touches, activities } = figures;
            for DroppedThen { nothing: _, events, other: _ } in then {
                events.iter_mut().for_each(|(event, _)| see(Field::Events, event));
            }
            for TouchFigure { event, first: _, last: _, first_of_converted: _, last_before_converted: _ } in touches {
                see(Field::Events, event);
            }
            for ActivityFigure { event, times: _, median_secs: _, p90_secs: _ } in activities {
                see(Field::Events, event);
            }
        }
    }
}

macro_rules! all_texts {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
        impl Tables {
            /// Shows each text of the map with the record and the field that it stands in: the map's own first, then kind by kind.
            pub fn each_text(&mut self, see: &mut dyn FnMut(RecordRef, Field, &mut String)) {
                self.meta.each_text(&mut |field, text| see(RecordRef::Map, field, text));
                $(for (id, record) in &mut self.$table {
                    record.each_text(&mut |field, text| see((*id).into(), field, text));
                })*
            }
        }
    };
}

records!(all_texts);
