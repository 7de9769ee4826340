//! The rows of the map itself: what it is called, whose it is, and in whose look.

use super::day::day;
use super::parse::{choice, date_text, language};
use super::shapes::{chosen, day, plain, worth};
use super::tints::{tint, tint_text, tints, tints_text};
use super::worth::{currency, value, value_text};
use super::{FieldKind, Row};
use crate::model::*;

use FieldKind::{Choice, Day, Line, Number, Text};

pub(super) const META: &[Row<Meta>] = &[
    plain!(Field::Title, Line, title),
    plain!(Field::Finding, Text, finding),
    plain!(Field::Client, Line, client),
    plain!(Field::Decides, Text, decides),
    plain!(Field::Owner, Line, owner),
    day!(Field::Reviewed, reviewed),
    chosen!(Field::State, MapState, state),
    day!(Field::Date, date),
    Row {
        field: Field::Language,
        kind: Line,
        get: |meta, _| Some(meta.language.clone()),
        set: |meta, typed| {
            meta.language = language(&typed.text)?;
            Ok(())
        },
    },
    plain!(Field::Note, Text, note),
    Row {
        field: Field::Currency,
        kind: Line,
        get: |meta, _| Some(meta.currency.clone()),
        set: |meta, typed| {
            meta.currency = currency(&typed.text)?;
            Ok(())
        },
    },
    worth!(Field::ValueLow),
    worth!(Field::ValueLikely),
    worth!(Field::ValueHigh),
    Row {
        field: Field::BrandAccent,
        kind: Line,
        get: |meta, _| Some(tint_text(meta.brand.accent)),
        set: |meta, typed| {
            meta.brand.accent = tint(&typed.text)?;
            Ok(())
        },
    },
    Row {
        field: Field::BrandStages,
        kind: Line,
        get: |meta, _| Some(tints_text(&meta.brand.stages)),
        set: |meta, typed| {
            meta.brand.stages = tints(&typed.text)?;
            Ok(())
        },
    },
    Row {
        field: Field::BrandCover,
        kind: Line,
        get: |meta, _| Some(tint_text(meta.brand.cover)),
        set: |meta, typed| {
            meta.brand.cover = tint(&typed.text)?;
            Ok(())
        },
    },
    Row {
        field: Field::BrandFooter,
        kind: Line,
        get: |meta, _| Some(meta.brand.footer.clone()),
        set: |meta, typed| {
            meta.brand.footer = typed.text.trim().to_owned();
            Ok(())
        },
    },
];
