//! Which functions a test runner would run, so that a law is held by a test and not by a comment.

use syn::visit::{self, Visit};
use syn::{Attribute, Token};

/// The functions of a file that a test runner would run, those inside `proptest!` among them.
pub fn test_functions(text: &str) -> Vec<String> {
    struct Tests(Vec<String>);
    impl<'ast> Visit<'ast> for Tests {
        fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
            if function.attrs.iter().any(|attr| attr.path().is_ident("test")) {
                self.0.push(function.sig.ident.to_string());
            }
            visit::visit_item_fn(self, function);
        }
        fn visit_macro(&mut self, call: &'ast syn::Macro) {
            if call.path.segments.last().is_some_and(|last| last.ident == "proptest")
                && let Ok(inside) = syn::parse2::<Functions>(call.tokens.clone())
            {
                self.0.extend(inside.0);
            }
        }
    }
    /// The names of functions with `#[test]`, whose arguments are no Rust (`x in 0..9`).
    struct Functions(Vec<String>);
    impl syn::parse::Parse for Functions {
        fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
            input.call(Attribute::parse_inner)?;
            let mut found = Vec::new();
            while !input.is_empty() {
                let attrs = input.call(Attribute::parse_outer)?;
                input.parse::<Token![fn]>()?;
                let name: syn::Ident = input.parse()?;
                input.parse::<proc_macro2::Group>()?;
                input.parse::<proc_macro2::Group>()?;
                if attrs.iter().any(|attr| attr.path().is_ident("test")) {
                    found.push(name.to_string());
                }
            }
            Ok(Self(found))
        }
    }
    let mut tests = Tests(Vec::new());
    if let Ok(file) = syn::parse_file(text) {
        tests.visit_file(&file);
    }
    tests.0
}

/// Laws that no test function names: `E1` asks for a function `e1_…` that a test runner runs.
pub fn without_test<'a>(laws: &[String], tests: impl Iterator<Item = &'a String> + Clone) -> Vec<String> {
    let told = |law: &str| tests.clone().any(|test| test.starts_with(&format!("{}_", law.to_lowercase())));
    laws.iter().filter(|law| !told(law)).map(|law| format!("no test function names the law {law}")).collect()
}
