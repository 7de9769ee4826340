//! What a path means: names, imports and globs are followed from module to module, as far as they can be without types.

use crate::read::Code;
use crate::table;
use std::collections::{BTreeMap, BTreeSet};

/// One module, in a file of its own or inside another.
pub struct Module {
    /// `crate::ui::board`, `core::session::import`; any other crate's root has its layer's name.
    pub name: String,
    pub parent: Option<usize>,
    /// The file it stands in.
    pub file: usize,
    /// Compiled for tests alone.
    pub tested: bool,
    pub names: BTreeMap<String, Vec<Name>>,
    pub globs: Vec<Import>,
    /// Every word given to a macro that may make items here.
    pub macro_words: BTreeSet<String>,
}

impl Module {
    pub fn new(name: String, parent: Option<usize>, file: usize, tested: bool) -> Self {
        let (names, globs, macro_words) = Default::default();
        Self { name, parent, file, tested, names, globs, macro_words }
    }

    /// Its name from the layer on, wherever the layer stands.
    pub fn in_layer(&self) -> &str {
        self.name.split_once("::").map_or("", |(_, rest)| rest)
    }

    /// The layer it belongs to: `lib` for the root itself.
    pub fn layer(&self) -> &str {
        match self.name.split("::").collect::<Vec<_>>()[..] {
            ["crate" | "core", layer, ..] => layer,
            ["crate" | "core"] => "lib",
            [layer, ..] => layer,
            [] => "",
        }
    }
}

/// What a name stands for in its module. One name may stand for several things, such as a type and a function.
pub enum Name {
    Here,
    Child(usize),
    Import(Import),
}

/// A path as it was written.
pub struct Import {
    pub path: Vec<String>,
    /// It opens with `::`.
    pub outside: bool,
}

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Module(usize),
    /// Something of this module.
    Item(usize),
    /// Another crate, by the whole path.
    Outside(Vec<String>),
}

/// One meaning of a path: the modules that it passes, and where it ends.
#[derive(Clone, Debug)]
pub struct Way {
    pub through: Vec<usize>,
    pub end: End,
}

impl Way {
    /// Every module that it passes or reaches.
    pub fn modules(&self) -> impl Iterator<Item = usize> + '_ {
        let last = match self.end {
            End::Module(module) | End::Item(module) => Some(module),
            End::Outside(_) => None,
        };
        self.through.iter().copied().chain(last)
    }
}

/// Follows paths. `crates` are the names of other crates, `std` among them.
pub struct Scope<'a> {
    pub code: &'a Code,
    pub crates: &'a BTreeSet<String>,
}

/// How often a path may be led on by imports before it counts as a circle of imports.
const STEPS_MAX: usize = 40;

impl Scope<'_> {
    /// Every meaning of a path that stands in `module`; none for a local name and what else cannot be told.
    pub fn ways(&self, module: usize, path: &[String], outside: bool) -> Vec<Way> {
        let mut found = Vec::new();
        self.follow(module, path, outside, &mut Vec::new(), 0, &mut found);
        found
    }

    fn follow(
        &self,
        at: usize,
        path: &[String],
        outside: bool,
        through: &mut Vec<usize>,
        steps: usize,
        found: &mut Vec<Way>,
    ) {
        let Some((first, rest)) = path.split_first() else {
            return found.push(Way { through: through.clone(), end: End::Module(at) });
        };
        if steps > STEPS_MAX {
            return;
        }
        if outside {
            return match self.own_crate(first) {
                Some(root) => self.inside(root, rest, through, steps + 1, found),
                None => found.push(Way { through: through.clone(), end: End::Outside(path.to_vec()) }),
            };
        }
        let module = &self.code.modules[at];
        match first.as_str() {
            "crate" => self.inside(self.root(at), rest, through, steps + 1, found),
            "self" => self.inside(at, rest, through, steps + 1, found),
            "super" => self.inside(module.parent.unwrap_or(at), rest, through, steps + 1, found),
            "Self" => {}
            _ if self.named(at, path, through, steps, found) => {}
            name => match self.own_crate(name) {
                Some(root) => self.inside(root, rest, through, steps + 1, found),
                None if self.crates.contains(name) => {
                    found.push(Way { through: through.clone(), end: End::Outside(path.to_vec()) });
                }
                None => {}
            },
        }
    }

    /// Goes on inside a module that the path has named.
    fn inside(&self, at: usize, path: &[String], through: &mut Vec<usize>, steps: usize, found: &mut Vec<Way>) {
        match path.first().map(String::as_str) {
            Some("super" | "self") => self.follow(at, path, false, through, steps, found),
            None => found.push(Way { through: through.clone(), end: End::Module(at) }),
            Some(_) => {
                through.push(at);
                if !self.named(at, path, through, steps, found) {
                    found.push(Way { through: through.clone(), end: End::Item(at) });
                }
                through.pop();
            }
        }
    }

    /// Looks a path's first name up in a module: what it holds and imports, then what its globs bring, then what its
    /// macros may have made.
    fn named(&self, at: usize, path: &[String], through: &mut Vec<usize>, steps: usize, found: &mut Vec<Way>) -> bool {
        let Some((first, rest)) = path.split_first() else { return false };
        if steps > STEPS_MAX {
            return false;
        }
        let module = &self.code.modules[at];
        for name in module.names.get(first).into_iter().flatten() {
            match name {
                Name::Here => found.push(Way { through: through.clone(), end: End::Item(at) }),
                Name::Child(child) => self.inside(*child, rest, through, steps + 1, found),
                // `use png;` names a crate, and `pub use records;` a macro that stands here; neither leads on.
                Name::Import(import) if import.path.len() == 1 && import.path.first() == Some(first) => {
                    if self.crates.contains(first) {
                        found.push(Way { through: through.clone(), end: End::Outside(path.to_vec()) });
                    }
                }
                Name::Import(import) => {
                    let whole: Vec<String> = import.path.iter().chain(rest).cloned().collect();
                    self.follow(at, &whole, import.outside, through, steps + 1, found);
                }
            }
        }
        if module.names.contains_key(first) {
            return true;
        }
        for glob in &module.globs {
            let mut homes = Vec::new();
            // A glob that needs its own module's globs to be understood is not followed again.
            self.follow(at, &glob.path, glob.outside, &mut Vec::new(), steps + STEPS_MAX / 4, &mut homes);
            for home in homes {
                if let End::Module(home) = home.end
                    && home != at
                {
                    through.push(home);
                    let known = self.named(home, path, through, steps + STEPS_MAX / 4, found);
                    through.pop();
                    if known {
                        return true;
                    }
                }
            }
        }
        if module.macro_words.contains(first) {
            found.push(Way { through: through.clone(), end: End::Item(at) });
            return true;
        }
        false
    }

    /// The root of the module's own crate.
    fn root(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(parent) = self.code.modules[at].parent {
            at = parent;
        }
        at
    }

    /// The root of one of our crates, by the name that other crates call it.
    fn own_crate(&self, name: &str) -> Option<usize> {
        let root = table::ROOTS.iter().find(|root| root.called == name)?;
        self.code.modules.iter().position(|module| module.parent.is_none() && module.name == root.name)
    }
}
