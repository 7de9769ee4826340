//! Rows of the usual shapes: a text, a choice, a name, a day, a switch.
//!
//! Each macro makes one row; the file that uses it has [`Row`](super::Row) and the readers of [`parse`](super::parse) in scope.

/// A field that is a text and takes any.
macro_rules! plain {
    ($field:expr, $kind:expr, $name:ident) => {
        Row {
            field: $field,
            kind: $kind,
            get: |record, _| Some(record.$name.clone()),
            set: |record, typed| {
                record.$name = typed.text;
                Ok(())
            },
        }
    };
}

/// A field that is one of a few.
macro_rules! chosen {
    ($field:expr, $type:ident, $name:ident) => {
        Row {
            field: $field,
            kind: Choice(|| $type::ALL.map($type::name).to_vec()),
            get: |record, _| Some(record.$name.name().to_owned()),
            set: |record, typed| {
                record.$name = choice(&typed.text, &$type::ALL, $type::name)?;
                Ok(())
            },
        }
    };
}

/// The name of a record that is known by it.
macro_rules! name {
    ($name:ident, $kind:ident) => {
        Row {
            field: Field::Title,
            kind: Name,
            get: |record, _| Some(record.$name.clone()),
            set: |record, typed| {
                record.$name = named(typed.text, say!($kind))?;
                Ok(())
            },
        }
    };
}

/// A day.
macro_rules! day {
    ($field:expr, $name:ident) => {
        Row {
            field: $field,
            kind: Day,
            get: |record, _| Some(date_text(record.$name)),
            set: |record, typed| {
                record.$name = day(&typed.text)?;
                Ok(())
            },
        }
    };
}

/// The three figures of what a customer is worth.
macro_rules! worth {
    ($field:expr) => {
        Row {
            field: $field,
            kind: Number,
            get: |record, asked| value_text(record.value, asked.field),
            set: |record, typed| {
                record.value = value(&typed.text, record.value, typed.field)?;
                Ok(())
            },
        }
    };
}

/// Something that is so, or is not.
macro_rules! switch {
    ($field:expr, $name:ident) => {
        Row {
            field: $field,
            kind: Switch,
            get: |record, _| Some(switch_text(record.$name).to_owned()),
            set: |record, typed| {
                record.$name = switch(&typed.text)?;
                Ok(())
            },
        }
    };
}

/// The audiences that a record is for.
macro_rules! audiences {
    () => {
        Row {
            field: Field::Audiences,
            kind: Audiences,
            get: |record, asked| Some(audiences_text(asked.map, &record.segments)),
            set: |record, typed| {
                record.segments = audiences(typed.map, &typed.text, &record.segments)?;
                Ok(())
            },
        }
    };
}

/// The lane that a record of a stage's list stands in.
macro_rules! lane {
    ($kind:ident) => {
        Row {
            field: Field::Lane,
            kind: Line,
            get: |record, asked| Some(further_text(asked.map, ListKind::$kind, record.lane)),
            set: |record, typed| {
                record.lane = further(typed.map, ListKind::$kind, &typed.text)?;
                Ok(())
            },
        }
    };
}

pub(super) use {audiences, chosen, day, lane, name, plain, switch, worth};
