//! The columns of a table as `DESCRIBE TABLE` tells them: their names, and what their types are good for.

use touchline_words::say;

use super::error::ClusterError;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    pub name: String,
    pub kind: TypeKind,
}

/// What the values of a type are, blanks (`Nullable`) and dictionaries (`LowCardinality`) aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeKind {
    /// Letters, or something that has one plain way of being written: `String`, `FixedString`, `Enum8`, `UUID`, `Bool`.
    Text,
    Integer,
    /// A moment to the second.
    DateTime,
    /// A moment to a part of the second.
    DateTime64,
    Date,
    Date32,
    /// Numbers with a fraction: good as an event or a segment, not as a time.
    Decimal,
    /// No single value: arrays, maps, tuples, states. The type's own name.
    Compound(String),
}

impl TypeKind {
    /// The kind of a type by its name on the server.
    pub fn of(type_name: &str) -> TypeKind {
        let name = type_name.trim();
        for wrapper in ["Nullable(", "LowCardinality("] {
            if let Some(inner) = name.strip_prefix(wrapper).and_then(|rest| rest.strip_suffix(')')) {
                return TypeKind::of(inner);
            }
        }
        let base = name.split('(').next().unwrap_or_default();
        match base {
            "String" | "FixedString" | "Enum" | "Enum8" | "Enum16" | "UUID" | "Bool" | "IPv4" | "IPv6" => {
                TypeKind::Text
            }
            "DateTime" | "DateTime32" => TypeKind::DateTime,
            "DateTime64" => TypeKind::DateTime64,
            "Date" => TypeKind::Date,
            "Date32" => TypeKind::Date32,
            _ if is_integer(base) => TypeKind::Integer,
            _ if base.starts_with("Float") || base.starts_with("Decimal") => TypeKind::Decimal,
            _ => TypeKind::Compound(name.to_owned()),
        }
    }
}

fn is_integer(base: &str) -> bool {
    let bits = base.strip_prefix("UInt").or_else(|| base.strip_prefix("Int"));
    bits.is_some_and(|bits| ["8", "16", "32", "64", "128", "256"].contains(&bits))
}

/// The columns out of the answer to `DESCRIBE TABLE … FORMAT TabSeparated`: name and type come first on each line.
///
/// # Errors
/// [`ClusterError::Foreign`] where a line has no type, or where there is no line.
pub fn of_description(text: &str, name: &str) -> Result<Vec<TableColumn>, ClusterError> {
    let column = |(at, line): (usize, &str)| {
        let mut fields = line.split('\t').map(super::tab_separated::unescaped);
        match (fields.next().flatten(), fields.next().flatten()) {
            (Some(column), Some(type_name)) if !column.is_empty() && !type_name.is_empty() => {
                Ok(TableColumn { name: column, kind: TypeKind::of(&type_name) })
            }
            _ => Err(foreign(name, at + 1, say!(database_no_column_and_type))),
        }
    };
    let columns: Vec<_> = text.lines().enumerate().map(column).collect::<Result<_, _>>()?;
    if columns.is_empty() { Err(foreign(name, 1, say!(database_no_column))) } else { Ok(columns) }
}

fn foreign(name: &str, line: usize, problem: &str) -> ClusterError {
    ClusterError::Foreign { name: name.to_owned(), line, problem: problem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_through_their_wrappers() {
        for (name, kind) in [
            ("String", TypeKind::Text),
            ("LowCardinality(Nullable(String))", TypeKind::Text),
            ("Enum8('a' = 1, 'b)' = 2)", TypeKind::Text),
            ("FixedString(16)", TypeKind::Text),
            ("Nullable(UInt64)", TypeKind::Integer),
            ("Int8", TypeKind::Integer),
            ("Interval", TypeKind::Compound("Interval".to_owned())),
            ("DateTime('Europe/Berlin')", TypeKind::DateTime),
            ("Nullable(DateTime64(3, 'UTC'))", TypeKind::DateTime64),
            ("Date", TypeKind::Date),
            ("Date32", TypeKind::Date32),
            ("Decimal(9, 2)", TypeKind::Decimal),
            ("Float64", TypeKind::Decimal),
            ("Array(String)", TypeKind::Compound("Array(String)".to_owned())),
        ] {
            assert_eq!(TypeKind::of(name), kind, "{name}");
        }
    }

    #[test]
    fn a_description_gives_the_columns_in_their_order() {
        let text = "customer\\tid\tString\t\t\nwhen\tDateTime\tDEFAULT\tnow()\n";
        let columns = of_description(text, "d.t").unwrap();
        assert_eq!(columns[0], TableColumn { name: "customer\tid".to_owned(), kind: TypeKind::Text });
        assert_eq!(columns[1].kind, TypeKind::DateTime);
        for wrong in ["", "name\n", "\tString\n", "<html>\n"] {
            assert!(matches!(of_description(wrong, "d.t"), Err(ClusterError::Foreign { .. })), "{wrong:?}");
        }
    }
}
