//! Reads what `syn` leaves as words: the paths and strings among a macro's tokens, the condition of a `cfg`.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::parse::ParseStream;
use syn::{Attribute, Expr, Meta, Token};

/// What stands in `matches!(asked, pattern)`.
pub fn parse_matches(input: ParseStream<'_>) -> syn::Result<(Expr, syn::Pat)> {
    let asked = input.parse()?;
    input.parse::<Token![,]>()?;
    let pattern = syn::Pat::parse_multi_with_leading_vert(input)?;
    // A condition may follow, and a comma.
    input.parse::<TokenStream>()?;
    Ok((asked, pattern))
}

/// A path as its words.
pub fn words_of(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

/// The first word of each of a macro's rows, which end in `;`.
pub fn first_words(tokens: &TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(end) if end.as_char() == ';');
    tokens.split(is_end).filter_map(|row| row.first()).map(ToString::to_string).collect()
}

/// A path or a method as it stands among a macro's words.
pub struct Words {
    pub path: Vec<String>,
    /// It opens with `::`.
    pub outside: bool,
    /// It is a method: `.name(…)`.
    pub called: bool,
}

/// The paths and methods among tokens, as far as they can be told without knowing the macro.
pub fn paths_of(tokens: &TokenStream) -> Vec<Words> {
    let mut found = Vec::new();
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let colons = |at: usize| match (tokens.get(at), tokens.get(at + 1)) {
        (Some(TokenTree::Punct(a)), Some(TokenTree::Punct(b))) => {
            a.as_char() == ':' && a.spacing() == Spacing::Joint && b.as_char() == ':'
        }
        _ => false,
    };
    let punct = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
        Some(TokenTree::Punct(punct)) => punct.as_char(),
        _ => ' ',
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => found.extend(paths_of(&group.stream())),
            TokenTree::Ident(first) => {
                let before = punct(at.checked_sub(1));
                // `::name` names a crate; `>::name` and `$word::name` go on from what cannot be told here.
                let after_colons = at >= 2 && colons(at - 2);
                let ahead = at.checked_sub(3).and_then(|at| tokens.get(at));
                let goes_on = match ahead {
                    Some(TokenTree::Punct(punct)) => punct.as_char() == '>',
                    Some(TokenTree::Ident(_) | TokenTree::Group(_)) => true,
                    Some(TokenTree::Literal(_)) | None => false,
                };
                let outside = after_colons && !goes_on;
                // `$crate` is the crate; any other `$word` stands for what the caller gives.
                let open = before == '$' && first != "crate" || after_colons && goes_on;
                let mut path = vec![first.to_string()];
                while colons(at + 1) {
                    let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else { break };
                    path.push(next.to_string());
                    at += 3;
                }
                let parens =
                    matches!(tokens.get(at + 1), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Parenthesis);
                match (before, open) {
                    ('.', _) if parens => found.push(Words { path, outside: false, called: true }),
                    ('.', _) | (_, true) => {}
                    _ => found.push(Words { path, outside, called: false }),
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        at += 1;
    }
    found
}

/// Every word among tokens.
pub fn all_words(tokens: &TokenStream, words: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => all_words(&group.stream(), words),
            TokenTree::Ident(word) => drop(words.insert(word.to_string())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Every string among tokens.
pub fn strings_in(tokens: &TokenStream, found: &mut Vec<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => strings_in(&group.stream(), found),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                    found.push(text.value());
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// The text of `#[name = "text"]`.
pub fn string_of(attr: &Attribute) -> String {
    match &attr.meta {
        Meta::NameValue(value) => match &value.value {
            Expr::Lit(literal) => match &literal.lit {
                syn::Lit::Str(text) => text.value(),
                _ => String::new(),
            },
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// `#[test]`, or a `cfg` that holds for tests alone: `cfg(test)`, `cfg(all(test, …))`, but not `cfg(any(test, …))`.
pub fn only_for_tests(attr: &Attribute) -> bool {
    fn asks(tokens: &TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        tokens.iter().enumerate().any(|(at, token)| match (token, tokens.get(at + 1)) {
            (TokenTree::Ident(word), Some(TokenTree::Group(group))) => word == "all" && asks(&group.stream()),
            (TokenTree::Ident(word), _) => word == "test",
            _ => false,
        })
    }
    let path = attr.path();
    path.is_ident("test") || path.is_ident("cfg") && matches!(&attr.meta, Meta::List(list) if asks(&list.tokens))
}
