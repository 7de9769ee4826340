//! The schema as it is made of the description of the file, and a check of a value against it.

mod check;

pub use check::problems;

use serde_json::{Map, Value, json};

/// The tables of a map with the kind of their records, in the order of the file.
const TABLES: [(&str, &str); 21] = [
    ("stages", "Stage"),
    ("lanes", "Lane"),
    ("segments", "Segment"),
    ("touchpoints", "Touchpoint"),
    ("questions", "Question"),
    ("pain_points", "PainPoint"),
    ("actions", "Action"),
    ("flags", "Flag"),
    ("stickies", "Sticky"),
    ("measurements", "Measurement"),
    ("metrics", "Metric"),
    ("remarks", "Remark"),
    ("backstages", "Backstage"),
    ("pictures", "Picture"),
    ("connectors", "Connector"),
    ("agenda", "AgendaBlock"),
    ("steps", "Step"),
    ("loops", "Loop"),
    ("views", "SavedView"),
    ("drawings", "Drawing"),
    ("deck_pages", "DeckPage"),
];

/// The schema of a map.
pub fn made(docs: &str) -> Value {
    let map = docs.split("## The state folder").next().unwrap_or_default();
    let mut defs = Map::new();
    for section in map.split("\n### ").skip(1) {
        let (name, body) = section.split_once('\n').unwrap_or((section, ""));
        if let Some(def) = held_by_hand(name).or_else(|| record(body)).or_else(|| choice(body)) {
            defs.insert(name.trim().to_owned(), def);
        }
    }
    let mut properties = Map::new();
    properties.insert("format".to_owned(), json!({ "const": 1 }));
    properties.insert("meta".to_owned(), reference("Meta"));
    for (table, kind) in TABLES {
        assert!(map.contains(&format!("`{table}`")) && defs.contains_key(kind), "{table}");
        properties.insert(table.to_owned(), table_of(reference(kind)));
    }
    properties.insert(
        "images".to_owned(),
        json!({
            "type": "object",
            "propertyNames": { "pattern": "^[0-9a-f]{64}$" },
            "additionalProperties": { "type": "string" },
        }),
    );
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A customer journey map, as Touchline exports it",
        "type": "object",
        "properties": properties,
        "required": ["format", "meta"],
        "additionalProperties": false,
        "$defs": defs,
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn id() -> Value {
    json!({ "type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{13}$" })
}

fn table_of(value: Value) -> Value {
    json!({ "type": "object", "propertyNames": id(), "additionalProperties": value })
}

/// A record: its table of fields.
fn record(body: &str) -> Option<Value> {
    let rows = body.lines().filter(|line| line.starts_with("| `"));
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, field, what, may_be_left_out, meaning, ..] = cells.as_slice() else { panic!("{row}") };
        let field = field.trim_matches('`');
        let mut value = what_is(what);
        value["description"] = (*meaning).replace('`', "").into();
        properties.insert(field.to_owned(), value);
        if *may_be_left_out == "no" {
            required.push(field.to_owned());
        }
    }
    let schema = |properties: Map<String, Value>| json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
    (!properties.is_empty()).then(|| schema(properties))
}

/// One of a few words.
fn choice(body: &str) -> Option<Value> {
    let text = body.split("\n## ").next().unwrap_or_default();
    let named: Vec<String> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| {
            word.starts_with(|letter: char| letter.is_ascii_uppercase())
                && word.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        .map(str::to_owned)
        .collect();
    (!named.is_empty()).then(|| json!({ "enum": named }))
}

/// What a field holds.
fn what_is(what: &str) -> Value {
    if let Some(what) = what.strip_suffix(", if any") {
        return what_is(what);
    }
    if let Some(what) = what.strip_prefix("table from ") {
        let (_, value) = what.split_once(" to ").unwrap_or_else(|| panic!("{what}"));
        return table_of(what_is(value));
    }
    if let Some(name) = what.strip_prefix('[').and_then(|link| link.split(']').next()).filter(|name| *name != "picture")
    {
        return reference(name);
    }
    let pair = |first: Value| json!({ "type": "array", "prefixItems": [first, { "type": "integer" }], "minItems": 2, "maxItems": 2 });
    match what {
        // Why rows were not used is a code.
        "list of text and whole number" | "list of reason and whole number" => {
            json!({ "type": "array", "items": pair(json!({ "type": "string" })) })
        }
        "list of lists of whole numbers" => {
            json!({ "type": "array", "items": { "type": "array", "items": { "type": "integer", "minimum": 0 } } })
        }
        "text" => json!({ "type": "string" }),
        "whole number" => json!({ "type": "integer", "minimum": 0 }),
        "number" => json!({ "type": "number" }),
        "true or false" => json!({ "type": "boolean" }),
        "rank" => json!({ "type": "string", "pattern": "^[a-z]{0,63}[b-z]$" }),
        "colour" => json!({ "type": "string", "pattern": "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$" }),
        "day" => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        "score" => json!({ "type": "number", "minimum": -3, "maximum": 3 }),
        "[picture](#images)" => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
        _ if what.starts_with("list of ") => json!({ "type": "array", "items": what_is(&what["list of ".len()..]) }),
        _ if what.starts_with("id of ") => id(),
        _ => panic!("what a field holds that is “{what}” is not known here"),
    }
}

/// An object with one name, which says which of several it is.
fn one_of(choices: &[(&str, Value)]) -> Value {
    let choice = |(name, value): &(&str, Value)| {
        let name = *name;
        json!({ "type": "object", "properties": { name: value }, "required": [name], "additionalProperties": false })
    };
    json!({ "oneOf": choices.iter().map(choice).collect::<Vec<_>>() })
}

/// The choices that hold something, which the description tells in sentences.
fn held_by_hand(name: &str) -> Option<Value> {
    let both = |what: Value| {
        let ends = json!({ "least": what, "most": what });
        json!({ "type": "object", "properties": ends, "additionalProperties": false })
    };
    let number = json!({ "type": ["integer", "null"] });
    let day = json!({ "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
    let list = |of: Value| json!({ "type": "array", "items": of });
    Some(match name.trim() {
        "FlagTarget" => one_of(&[("Touchpoint", id()), ("Stage", id())]),
        "NoteTie" => one_of(&[
            ("Stage", id()),
            ("Cell", json!({ "type": "array", "prefixItems": [id(), id()], "minItems": 2, "maxItems": 2 })),
            ("Touchpoint", id()),
            ("Lane", id()),
            ("Sticky", id()),
        ]),
        "ArrowEnd" => one_of(&[("Sticky", id()), ("Drawing", id()), ("Touchpoint", id())]),
        "Wants" => one_of(&[
            ("Says", json!({ "type": "string" })),
            ("Figures", both(number)),
            ("Days", both(day)),
            ("OneOf", list(json!({ "type": "string" }))),
            ("In", list(id())),
        ]),
        "Topic" => {
            let plain = ["Cover", "Answer", "Whole", "Audiences", "Money", "Register", "Roadmap", "Method"];
            json!({ "anyOf": [{ "enum": plain }, one_of(&[("Stage", id())])] })
        }
        "Ground" => {
            let plain = json!({ "enum": ["Assumption", "Evidence"] });
            json!({ "anyOf": [plain, one_of(&[("From", reference("EvidenceKind"))])] })
        }
        _ => return None,
    })
}
