//! The shape of a value that is not shown: `v01975` is `v99999` where all begin with a v, and else `a99999`.

/// Letters and digits of a shape; more of it helps nobody.
const LONGEST: usize = 40;

/// The shapes of some values, each once, in their order. What all begin with, up to a first digit, is kept: it is of the system
/// and of nobody; mail addresses and names have no such beginning.
pub fn shapes<'a>(values: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let prefix = common_prefix(values.clone());
    let mut shapes: Vec<String> = Vec::new();
    for value in values {
        let rest = value.get(prefix.len()..).unwrap_or_default();
        let shape = format!("{prefix}{}", shape_of(rest));
        if !shapes.contains(&shape) {
            shapes.push(shape);
        }
    }
    shapes
}

/// The shape of one value: `9` for a digit, `a` and `A` for letters.
pub fn shape_of(value: &str) -> String {
    let of = |c: char| match c {
        c if c.is_numeric() => '9',
        c if c.is_uppercase() => 'A',
        c if c.is_alphabetic() => 'a',
        c if c.is_control() => ' ',
        other => other,
    };
    let mut shape: String = value.chars().take(LONGEST).map(of).collect();
    if value.chars().nth(LONGEST).is_some() {
        shape.push('…');
    }
    shape
}

/// Letters and signs before the first digit, the same in all of at least two values, and with no letter behind them.
fn common_prefix<'a>(mut values: impl Iterator<Item = &'a str>) -> &'a str {
    let of = |value: &'a str| match value.find(|c: char| c.is_numeric()) {
        Some(end) if !value.chars().skip_while(|c| !c.is_numeric()).any(char::is_alphabetic) => {
            value.get(..end).unwrap_or_default()
        }
        Some(_) | None => "",
    };
    let Some(first) = values.next().map(of) else { return "" };
    let mut others = values.peekable();
    if others.peek().is_some() && others.all(|value| of(value) == first) { first } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_tell_how_ids_are_made_and_not_whose_they_are() {
        let check = |values: &[&str], expected: &[&str]| assert_eq!(shapes(values.iter().copied()), expected);
        check(&["v01975", "v61358", "v9908"], &["v99999", "v9999"]);
        check(&["ann@example.org", "bo7@example.com"], &["aaa@aaaaaaa.aaa", "aa9@aaaaaaa.aaa"]);
        check(&["anna1"], &["aaaa9"]);
        check(&["bo7@example.org", "bo8@example.org"], &["aa9@aaaaaaa.aaa"]);
        check(&["Ann Li", "Bo Su"], &["Aaa Aa", "Aa Aa"]);
        check(&["4711", "0815"], &["9999"]);
        check(&[], &[]);
        assert_eq!(shape_of(&"x".repeat(50)), "a".repeat(40) + "…");
    }
}
