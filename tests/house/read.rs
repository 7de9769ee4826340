//! Reads sources with `syn` into plain facts: which modules there are, what each file names, calls, matches and tests.
//!
//! It follows `mod` from the roots of the crates as the compiler does, so that a file nobody declares is noticed and a
//! module under `#[cfg(test)]` is known to be one, wherever it stands.
//!
//! # Limits
//! It knows no types: a method is known by its name, and what a macro makes only by the words it was given. It knows no
//! lines either, since `proc-macro2` counts them only in a build of its own, on which half the window would wait.

use crate::catch_all::{self, CatchAll};
use crate::scope::{Import, Module, Name};
use crate::table;
use crate::tokens::{all_words, only_for_tests, parse_matches, paths_of, string_of, strings_in, words_of};
use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Item, Meta, Token, UseTree};

/// What the rules ask about. All of it is plain data, so that one reading serves every test.
#[derive(Default)]
pub struct Code {
    pub files: Vec<File>,
    pub modules: Vec<Module>,
    pub used: Vec<Used>,
    pub called: Vec<Called>,
    pub catch_alls: Vec<CatchAll>,
    /// What is refused wherever it stands, as a sentence.
    pub odd: Vec<String>,
}

/// One source file.
pub struct File {
    /// From the repository's root, with `/`.
    pub name: String,
    pub text: String,
    /// Whether a `mod` leads to it.
    pub declared: bool,
}

/// A path that stands in code.
pub struct Used {
    pub module: usize,
    pub path: Vec<String>,
    /// It opens with `::`, so that only a crate is meant.
    pub outside: bool,
    /// In a part that only tests compile.
    pub tested: bool,
    /// `use a::*`.
    pub glob: bool,
    /// `pub use a::b`: shown to others, not used here.
    pub shown: bool,
}

/// A method that is called on some value.
pub struct Called {
    pub module: usize,
    pub method: String,
    pub tested: bool,
}

/// Reads files that are given as name and text.
pub fn read(sources: Vec<(String, String)>) -> Code {
    let mut code = Code::default();
    for (name, text) in sources {
        code.files.push(File { name, text, declared: false });
    }
    for root in table::ROOTS {
        if let Some(file) = code.file(root.file) {
            code.modules.push(Module::new(root.name.to_owned(), None, file, false));
            let module = code.modules.len() - 1;
            read_file(&mut code, module);
        }
    }
    for file in &code.files {
        let is_ours = file.name.starts_with("src/") || file.name.starts_with("crates/");
        if !file.declared && is_ours {
            code.odd.push(format!("{} is declared by no module", file.name));
        }
    }
    code
}

impl Code {
    fn file(&self, name: &str) -> Option<usize> {
        self.files.iter().position(|file| file.name == name)
    }

    pub fn file_of(&self, module: usize) -> &str {
        &self.files[self.modules[module].file].name
    }
}

fn read_file(code: &mut Code, module: usize) {
    let file = code.modules[module].file;
    code.files[file].declared = true;
    let name = code.files[file].name.clone();
    let syntax = match syn::parse_file(&code.files[file].text) {
        Ok(syntax) => syntax,
        Err(why) => return code.odd.push(format!("{name} cannot be read: {why}")),
    };
    let (folder, own) = name.rsplit_once('/').unwrap_or(("", &name));
    let inside = match own {
        "mod.rs" | "lib.rs" | "main.rs" => folder.to_owned(),
        _ => name.trim_end_matches(".rs").to_owned(),
    };
    let tested = code.modules[module].tested;
    let mut reader =
        Reader { code, module, tested, folder: folder.to_owned(), inside, functions: Vec::new(), of: Vec::new() };
    reader.visit_file(&syntax);
}

struct Reader<'a> {
    code: &'a mut Code,
    module: usize,
    tested: bool,
    /// Where the file stands, and where the files of its own modules stand.
    folder: String,
    inside: String,
    functions: Vec<String>,
    /// The types whose `impl` is open, innermost last.
    of: Vec<String>,
}

impl Reader<'_> {
    fn name_here(&mut self, name: String, what: Name) {
        self.code.modules[self.module].names.entry(name).or_default().push(what);
    }

    fn use_path(&mut self, path: Vec<String>, outside: bool) {
        let (module, tested) = (self.module, self.tested);
        self.code.used.push(Used { module, path, outside, tested, glob: false, shown: false });
    }

    fn imported(&mut self, path: Vec<String>, outside: bool, shown: bool, glob: bool) {
        let (module, tested) = (self.module, self.tested);
        self.code.used.push(Used { module, path, outside, tested, glob, shown });
    }

    fn odd(&mut self, what: &str) {
        let place = self.code.file_of(self.module).to_owned();
        self.code.odd.push(format!("{place} {what}"));
    }

    fn found(&mut self, catch_all: Option<catch_all::Found>) {
        let Some(found) = catch_all else { return };
        let function = self.functions.last().cloned().unwrap_or_default();
        let (module, tested) = (self.module, self.tested);
        self.code.catch_alls.push(CatchAll { module, tested, function, found });
    }

    /// The paths of a macro's words, as far as they can be told without knowing the macro.
    fn words(&mut self, tokens: &TokenStream) {
        for words in paths_of(tokens) {
            if words.called {
                let (module, tested) = (self.module, self.tested);
                self.code.called.extend(words.path.into_iter().map(|method| Called { module, method, tested }));
            } else {
                self.use_path(words.path, words.outside);
            }
        }
    }

    /// Remembers a module and reads it, in this file or in its own.
    fn module(&mut self, item: &syn::ItemMod, tested: bool) {
        let name = item.ident.to_string();
        let full = format!("{}::{name}", self.code.modules[self.module].name);
        let by_path = item.attrs.iter().find(|attr| attr.path().is_ident("path")).map(string_of);
        if by_path.is_some() && !tested {
            self.odd("points at a file by `#[path]`, which only tests may");
        }
        let file = match (&item.content, &by_path) {
            (Some(_), _) => Some(self.code.modules[self.module].file),
            (None, Some(path)) => self.code.file(&joined(&self.folder, path)),
            (None, None) => {
                let beside = self.code.file(&format!("{}/{name}.rs", self.inside));
                beside.or_else(|| self.code.file(&format!("{}/{name}/mod.rs", self.inside)))
            }
        };
        let Some(file) = file else {
            return self.odd(&format!("declares the module {name}, whose file is not there"));
        };
        self.code.modules.push(Module::new(full, Some(self.module), file, tested));
        let child = self.code.modules.len() - 1;
        self.name_here(name.clone(), Name::Child(child));
        match &item.content {
            None => read_file(self.code, child),
            Some((_, items)) => {
                let (module, was, folder) = (self.module, self.tested, self.folder.clone());
                let inside = self.inside.clone();
                (self.module, self.tested) = (child, tested);
                self.inside = format!("{inside}/{name}");
                self.folder = self.inside.clone();
                for item in items {
                    self.visit_item(item);
                }
                (self.module, self.tested, self.folder, self.inside) = (module, was, folder, inside);
            }
        }
    }

    /// The kinds keep their name and their variants stay behind it, so that a match over them can be told.
    fn keeps_kinds(&mut self, before: &[String], name: &str, renamed: bool) {
        let is_kind = |name: Option<&String>| name.is_some_and(|name| catch_all::home_of(name).is_some());
        if is_kind(before.last()) {
            self.odd("imports the variants of a kind by their bare names");
        } else if renamed && catch_all::home_of(name).is_some() {
            self.odd("gives a kind another name");
        }
    }

    fn import(&mut self, tree: &UseTree, before: &[String], item: &syn::ItemUse) {
        let outside = item.leading_colon.is_some();
        let shown = !matches!(item.vis, syn::Visibility::Inherited);
        let with = |word: &syn::Ident| before.iter().cloned().chain([word.to_string()]).collect::<Vec<String>>();
        match tree {
            UseTree::Path(path) => self.import(&path.tree, &with(&path.ident), item),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before, item)),
            UseTree::Name(name) => {
                let path = if name.ident == "self" { before.to_vec() } else { with(&name.ident) };
                let called = path.last().cloned().unwrap_or_default();
                if name.ident != "self" {
                    self.keeps_kinds(before, &called, false);
                }
                self.imported(path.clone(), outside, shown, false);
                self.name_here(called, Name::Import(Import { path, outside }));
            }
            UseTree::Rename(name) => {
                let path = if name.ident == "self" { before.to_vec() } else { with(&name.ident) };
                self.keeps_kinds(before, &name.ident.to_string(), true);
                self.imported(path.clone(), outside, shown, false);
                self.name_here(name.rename.to_string(), Name::Import(Import { path, outside }));
            }
            UseTree::Glob(_) => {
                self.keeps_kinds(before, "*", false);
                self.imported(before.to_vec(), outside, shown, true);
                self.code.modules[self.module].globs.push(Import { path: before.to_vec(), outside });
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attrs = attributes_of(item);
        let was = self.tested;
        self.tested |= attrs.iter().any(only_for_tests);
        let here = |ident: &syn::Ident| Some(ident.to_string());
        let name = match item {
            Item::Const(item) => here(&item.ident),
            Item::Enum(item) => here(&item.ident),
            Item::Fn(item) => here(&item.sig.ident),
            Item::Macro(item) => item.ident.as_ref().and_then(here),
            Item::Static(item) => here(&item.ident),
            Item::Struct(item) => here(&item.ident),
            Item::Trait(item) => here(&item.ident),
            Item::TraitAlias(item) => here(&item.ident),
            Item::Type(item) => here(&item.ident),
            Item::Union(item) => here(&item.ident),
            _ => None,
        };
        if let Some(name) = name {
            self.name_here(name, Name::Here);
        }
        match item {
            Item::Mod(item) => {
                item.attrs.iter().for_each(|attr| self.visit_attribute(attr));
                self.module(item, self.tested);
            }
            Item::Use(item) => self.import(&item.tree, &[], item),
            Item::ExternCrate(_) => self.odd("names a crate by `extern crate`"),
            Item::Type(alias) => {
                if let syn::Type::Path(path) = &*alias.ty {
                    let outside = path.path.leading_colon.is_some();
                    let path = words_of(&path.path);
                    self.name_here(alias.ident.to_string(), Name::Import(Import { path, outside }));
                }
                visit::visit_item(self, item);
            }
            Item::Macro(made) => {
                let words = &mut self.code.modules[self.module].macro_words;
                all_words(&made.mac.tokens, words);
                visit::visit_item(self, item);
            }
            Item::Impl(of) => {
                let name = match &*of.self_ty {
                    syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
                    _ => None,
                };
                self.of.push(name.unwrap_or_default());
                visit::visit_item(self, item);
                self.of.pop();
            }
            item => visit::visit_item(self, item),
        }
        self.tested = was;
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.functions.push(function.sig.ident.to_string());
        visit::visit_item_fn(self, function);
        self.functions.pop();
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        let attrs = match item {
            syn::ImplItem::Fn(item) => item.attrs.as_slice(),
            syn::ImplItem::Const(item) => &item.attrs,
            _ => &[],
        };
        let was = self.tested;
        self.tested |= attrs.iter().any(only_for_tests);
        visit::visit_impl_item(self, item);
        self.tested = was;
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.functions.push(function.sig.ident.to_string());
        visit::visit_impl_item_fn(self, function);
        self.functions.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words = words_of(path);
        self.use_path(words, path.leading_colon.is_some());
        visit::visit_path(self, path);
    }

    fn visit_expr_path(&mut self, path: &'ast syn::ExprPath) {
        let Some(of) = path.qself.as_ref().filter(|of| of.position == 0) else {
            return visit::visit_expr_path(self, path);
        };
        // `<Instant>::now` is `Instant::now`; `<[u8]>::len` names no module.
        if let syn::Type::Path(ty) = &*of.ty {
            let words = words_of(&ty.path).into_iter().chain(words_of(&path.path)).collect();
            self.use_path(words, ty.path.leading_colon.is_some());
        }
        self.visit_type(&of.ty);
        visit::visit_path(self, &path.path);
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(in crate::a)` shows something to a room, and uses nothing of it.
    }

    fn visit_attribute(&mut self, attr: &'ast Attribute) {
        if attr.path().is_ident("doc") {
            return;
        }
        if let Meta::List(list) = &attr.meta {
            self.words(&list.tokens);
            let mut texts = Vec::new();
            strings_in(&list.tokens, &mut texts);
            // Serde names functions in strings.
            for text in texts.iter().filter(|text| text.contains("::")) {
                if let Ok(path) = syn::parse_str::<syn::Path>(text) {
                    self.use_path(words_of(&path), path.leading_colon.is_some());
                }
            }
        }
        self.use_path(words_of(attr.path()), false);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let (module, tested) = (self.module, self.tested);
        self.code.called.push(Called { module, method: call.method.to_string(), tested });
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_match(&mut self, matched: &'ast syn::ExprMatch) {
        let arms: Vec<&syn::Pat> = matched.arms.iter().map(|arm| &arm.pat).collect();
        self.found(catch_all::in_match(&arms, self.of.last()));
        visit::visit_expr_match(self, matched);
    }

    fn visit_expr_let(&mut self, asked: &'ast syn::ExprLet) {
        self.found(catch_all::in_list(&asked.pat, self.of.last()));
        visit::visit_expr_let(self, asked);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        self.found(catch_all::in_list(&local.pat, self.of.last()));
        visit::visit_local(self, local);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        let name = call.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        // What a build makes of data is no file of the tree.
        if name == "include" && !call.tokens.to_string().contains("OUT_DIR") {
            self.odd("takes another file's code in by `include!`");
        }
        if name == "matches"
            && let Ok((asked, pattern)) = parse_matches.parse2(call.tokens.clone())
        {
            self.found(catch_all::in_list(&pattern, self.of.last()));
            self.visit_expr(&asked);
            return self.visit_pat(&pattern);
        }
        match Punctuated::<Expr, Token![,]>::parse_terminated.parse2(call.tokens.clone()) {
            Ok(inside) => inside.iter().for_each(|expr| self.visit_expr(expr)),
            Err(_) => self.words(&call.tokens),
        }
    }
}

fn attributes_of(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// A path from a folder, with its `..` worked out.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
