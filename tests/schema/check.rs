//! A check of a value against a schema, of what our schema uses of JSON Schema and no more: another keyword is a panic.

use serde_json::Value;

/// What is wrong with a value, each with its place; nothing where it is as the schema says.
pub fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let of = |schema: &Value, value: &Value, place: &str| {
        let mut found = Vec::new();
        check(root, schema, value, place, &mut found);
        found
    };
    for (keyword, asked) in schema.as_object().expect("a schema is an object") {
        let is_as_asked = match keyword.as_str() {
            "$schema" | "title" | "description" | "$defs" => true,
            "$ref" => {
                let path =
                    asked.as_str().and_then(|path| path.strip_prefix('#')).expect("a reference within the schema");
                found.extend(of(root.pointer(path).unwrap_or_else(|| panic!("{path} is nowhere")), value, place));
                true
            }
            "type" => match asked {
                Value::Array(types) => types.iter().any(|asked| is_of(asked, value)),
                asked => is_of(asked, value),
            },
            "const" => value == asked,
            "enum" => asked.as_array().expect("a list").contains(value),
            "anyOf" | "oneOf" => {
                let met = asked
                    .as_array()
                    .expect("a list")
                    .iter()
                    .filter(|schema| of(schema, value, place).is_empty())
                    .count();
                if keyword == "oneOf" { met == 1 } else { met > 0 }
            }
            "minimum" => value.as_f64().is_none_or(|value| value >= asked.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|value| value <= asked.as_f64().expect("a number")),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= asked.as_u64().expect("a number")),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= asked.as_u64().expect("a number")),
            "pattern" => value.as_str().is_none_or(|text| is_like(asked.as_str().expect("a pattern"), text)),
            "required" => {
                let names = asked.as_array().expect("a list").iter().filter_map(Value::as_str);
                value.as_object().is_none_or(|object| names.into_iter().all(|name| object.contains_key(name)))
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(of(asked, item, &format!("{place}/{at}")));
                }
                true
            }
            "prefixItems" => {
                let pairs = asked.as_array().expect("a list").iter().zip(value.as_array().into_iter().flatten());
                pairs.for_each(|(asked, item)| found.extend(of(asked, item, place)));
                true
            }
            "propertyNames" => {
                for name in value.as_object().into_iter().flatten().map(|(name, _)| name) {
                    found.extend(of(asked, &Value::String(name.clone()), place));
                }
                true
            }
            "properties" => {
                for (name, asked) in asked.as_object().expect("an object") {
                    let value = value.get(name);
                    found.extend(value.map(|value| of(asked, value, &format!("{place}/{name}"))).unwrap_or_default());
                }
                true
            }
            "additionalProperties" => {
                let named = schema.get("properties").and_then(Value::as_object);
                let others = value.as_object().into_iter().flatten();
                for (name, value) in others.filter(|(name, _)| named.is_none_or(|named| !named.contains_key(*name))) {
                    if asked.is_boolean() {
                        found.push(format!("{place}: {name} is no field"));
                    } else {
                        found.extend(of(asked, value, &format!("{place}/{name}")));
                    }
                }
                true
            }
            other => panic!("{other} is not checked here"),
        };
        if !is_as_asked {
            found.push(format!("{place}: {keyword} is not as asked"));
        }
    }
}

fn is_of(asked: &Value, value: &Value) -> bool {
    match asked.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        other => panic!("{other} is no type"),
    }
}

/// A pattern of letters and classes with counts, from beginning to end.
fn is_like(pattern: &str, text: &str) -> bool {
    let inner = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).expect("a pattern of the whole text");
    let (mut parts, mut rest) = (Vec::new(), inner);
    while !rest.is_empty() {
        let (class, behind) = match rest.strip_prefix('[') {
            Some(class) => class.split_once(']').expect("a class ends"),
            None => rest.split_at(1),
        };
        let (counts, behind) = match behind.strip_prefix('{') {
            Some(counts) => counts.split_once('}').expect("a count ends"),
            None => ("1", behind),
        };
        let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
        parts.push((class, least.parse::<usize>().unwrap(), most.parse::<usize>().unwrap()));
        rest = behind;
    }
    is_of_parts(&parts, &text.chars().collect::<Vec<_>>())
}

fn is_of_parts(parts: &[(&str, usize, usize)], text: &[char]) -> bool {
    let Some(((class, least, most), others)) = parts.split_first() else { return text.is_empty() };
    let fit = text.iter().take(*most).take_while(|letter| is_in(class, **letter)).count();
    (*least..=fit).rev().any(|count| is_of_parts(others, &text[count..]))
}

/// Whether a class such as `0-9A-HJ` has a letter.
fn is_in(class: &str, letter: char) -> bool {
    let signs: Vec<char> = class.chars().collect();
    let mut at = 0;
    while at < signs.len() {
        let is_range = signs.get(at + 1) == Some(&'-') && at + 2 < signs.len();
        let (from, to) = if is_range { (signs[at], signs[at + 2]) } else { (signs[at], signs[at]) };
        if (from..=to).contains(&letter) {
            return true;
        }
        at += if is_range { 3 } else { 1 };
    }
    false
}
