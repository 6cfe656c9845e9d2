//! Walks a template with the shape of its context and finds every name that is not there, in branches that no sample takes too.
//!
//! Includes are walked with the names at hand where they stand, macros with what they are called with, blocks where their base has them.

mod expression;

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Environment;
use minijinja::machinery::Span;
use minijinja::machinery::ast::{self, Expr, Stmt};

use super::catalogue;
use super::shape::{Shape, Shapes};
use crate::lang::Texts;

/// A name that is not there, or something else that no template can have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Missing {
    /// The template.
    pub(super) template: String,
    /// Line, from 1.
    pub(super) line: usize,
    /// Column, from 1.
    pub(super) column: u32,
    /// Length in characters; 1 where the place runs over several lines.
    pub(super) length: u32,
    /// What is wrong.
    pub(super) message: String,
    /// The nearest name that is there, or which there are.
    pub(super) hint: String,
}

/// The templates that could be read.
pub(super) type Trees<'a> = BTreeMap<&'a str, Stmt<'a>>;

/// What a walk needs and finds.
pub(super) struct Walk<'a> {
    trees: &'a Trees<'a>,
    shapes: &'a Shapes,
    environment: &'a Environment<'static>,
    texts: &'static Texts,
    frames: Vec<BTreeMap<&'a str, Bound<'a>>>,
    blocks: BTreeMap<&'a str, Vec<(&'a str, &'a [Stmt<'a>])>>,
    file: &'a str,
    depth: usize,
    super_used: bool,
    /// Names that the condition at hand asks for with `is defined`.
    guarded: Vec<String>,
    /// What is missing.
    pub(super) missing: BTreeSet<Missing>,
    /// The templates that were walked.
    pub(super) used: BTreeSet<String>,
}

/// What a name stands for.
#[derive(Clone)]
enum Bound<'a> {
    Value(Shape),
    Macro(&'a str, &'a ast::Macro<'a>),
    Module(&'a str),
}

/// Templates and macros inside each other; more is a template that calls itself.
const DEEPEST: usize = 12;

impl<'a> Walk<'a> {
    pub(super) fn new(trees: &'a Trees<'a>, shapes: &'a Shapes, environment: &'a Environment<'static>, texts: &'static Texts) -> Self {
        Self {
            trees,
            shapes,
            environment,
            texts,
            frames: Vec::new(),
            blocks: BTreeMap::new(),
            file: "",
            depth: 0,
            super_used: false,
            guarded: Vec::new(),
            missing: BTreeSet::new(),
            used: BTreeSet::new(),
        }
    }

    /// Walks a template with the context called `context`.
    pub(super) fn root(&mut self, name: &'a str, context: &str) {
        let Some((_, record)) = self.shapes.root(context) else { return };
        let context = record.fields.iter().map(|field| (field.name.as_str(), Bound::Value(field.shape.clone())));
        self.frames = vec![context.collect()];
        self.blocks.clear();
        self.template(name);
    }

    fn template(&mut self, name: &'a str) {
        let Some(Stmt::Template(tree)) = self.trees.get(name) else { return };
        self.used.insert(name.to_owned());
        if self.depth >= DEEPEST {
            return;
        }
        let outer = std::mem::replace(&mut self.file, name);
        self.depth += 1;
        let base = tree.children.iter().find_map(|statement| match statement {
            Stmt::Extends(extends) => Some(extends),
            _ => None,
        });
        match base {
            None => self.body(&tree.children),
            Some(extends) => {
                for statement in &tree.children {
                    match statement {
                        Stmt::Block(block) => self.blocks.entry(block.name).or_default().push((name, &block.body)),
                        Stmt::Extends(_) => {}
                        other => self.statement(other),
                    }
                }
                for base in self.named(&extends.name) {
                    self.template(base);
                }
            }
        }
        self.depth -= 1;
        self.file = outer;
    }

    fn body(&mut self, statements: &'a [Stmt<'a>]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    /// A body whose names end with it.
    fn scoped(&mut self, frame: BTreeMap<&'a str, Bound<'a>>, statements: &'a [Stmt<'a>]) {
        self.frames.push(frame);
        self.body(statements);
        self.frames.pop();
    }

    fn statement(&mut self, statement: &'a Stmt<'a>) {
        match statement {
            Stmt::Template(tree) => self.body(&tree.children),
            Stmt::EmitExpr(emit) => {
                self.infer(&emit.expr);
            }
            Stmt::EmitRaw(_) | Stmt::Extends(_) => {}
            Stmt::ForLoop(each) => self.each(each),
            Stmt::IfCond(condition) => {
                let before = self.guard(&condition.expr);
                self.infer(&condition.expr);
                self.body(&condition.true_body);
                self.guarded.truncate(before);
                self.body(&condition.false_body);
            }
            Stmt::WithBlock(with) => {
                self.frames.push(BTreeMap::new());
                for (target, value) in &with.assignments {
                    let shape = self.infer(value);
                    self.bind(target, &shape);
                }
                self.body(&with.body);
                self.frames.pop();
            }
            Stmt::Set(set) => {
                let shape = self.infer(&set.expr);
                self.bind(&set.target, &shape);
            }
            Stmt::SetBlock(set) => {
                self.scoped(BTreeMap::new(), &set.body);
                if let Some(filter) = &set.filter {
                    self.infer(filter);
                }
                self.bind(&set.target, &Shape::Text(Vec::new()));
            }
            Stmt::AutoEscape(escape) => self.body(&escape.body),
            Stmt::FilterBlock(filter) => {
                self.infer(&filter.filter);
                self.body(&filter.body);
            }
            Stmt::Block(block) => self.block(block),
            Stmt::Import(import) => {
                let found = self.named(&import.expr);
                if let (Expr::Var(name), Some(file)) = (&import.name, found.first()) {
                    self.let_be(name.id, Bound::Module(file));
                }
            }
            Stmt::FromImport(import) => self.import(import),
            Stmt::Include(include) => {
                for name in self.included(&include.name, include.ignore_missing) {
                    self.frames.push(BTreeMap::new());
                    self.template(name);
                    self.frames.pop();
                }
            }
            Stmt::Macro(declared) => self.let_be(declared.name, Bound::Macro(self.file, declared)),
            Stmt::CallBlock(call) => {
                self.call(&call.call, call.call.span());
                let names = call.macro_decl.args.iter().filter_map(variable).map(|name| (name, Bound::Value(Shape::Any)));
                self.scoped(names.collect(), &call.macro_decl.body);
            }
            Stmt::Do(call) => {
                self.call(&call.call, call.call.span());
            }
        }
    }

    fn each(&mut self, each: &'a ast::ForLoop<'a>) {
        let item = match self.infer(&each.iter) {
            Shape::List(item) => *item,
            Shape::Tuple(parts) => parts.into_iter().reduce(Shape::or).unwrap_or(Shape::Any),
            _ => Shape::Any,
        };
        self.frames.push(BTreeMap::from([("loop", Bound::Value(loop_shape(&item)))]));
        self.bind(&each.target, &item);
        let before = self.guarded.len();
        if let Some(filter) = &each.filter_expr {
            self.guard(filter);
            self.infer(filter);
        }
        self.body(&each.body);
        self.guarded.truncate(before);
        self.frames.pop();
        self.scoped(BTreeMap::new(), &each.else_body);
    }

    fn block(&mut self, block: &'a ast::Block<'a>) {
        let mut bodies = self.blocks.get(block.name).cloned().unwrap_or_default();
        bodies.push((self.file, &block.body));
        for (file, body) in bodies {
            let outer = std::mem::replace(&mut self.file, file);
            let used = std::mem::replace(&mut self.super_used, false);
            self.scoped(BTreeMap::new(), body);
            let more = std::mem::replace(&mut self.super_used, used);
            self.file = outer;
            if !more {
                break;
            }
        }
    }

    fn import(&mut self, import: &'a ast::FromImport<'a>) {
        for file in self.named(&import.expr) {
            let Some(Stmt::Template(tree)) = self.trees.get(file) else { continue };
            for (name, alias) in &import.names {
                let (Some(name), Some(alias)) = (variable(name), variable(alias.as_ref().unwrap_or(name))) else { continue };
                match macro_of(tree, name) {
                    Some(found) => self.let_be(alias, Bound::Macro(file, found)),
                    None if sets(tree, name) => self.let_be(alias, Bound::Value(Shape::Any)),
                    None => {
                        let known: Vec<&str> = macros(tree).map(|found| found.name).collect();
                        self.report(import.expr.span(), format!("`{file}` has no macro `{name}`"), hint("", name, &known, "it has"));
                        self.let_be(alias, Bound::Value(Shape::Any));
                    }
                }
            }
        }
    }

    /// The templates that an expression names, which must be there.
    fn named(&mut self, name: &'a Expr<'a>) -> Vec<&'a str> {
        self.included(name, false)
    }

    /// The templates that an expression names: of a list those that are there.
    fn included(&mut self, name: &'a Expr<'a>, may_lack: bool) -> Vec<&'a str> {
        let Some(value) = name.as_const() else {
            self.infer(name);
            return Vec::new();
        };
        let mut names: Vec<String> = value.as_str().map(str::to_owned).into_iter().collect();
        if names.is_empty() {
            names.extend(value.try_iter().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)));
        }
        let trees = self.trees;
        let found: Vec<&'a str> = names.iter().filter_map(|name| trees.get_key_value(name.as_str())).map(|(name, _)| *name).collect();
        // One that is there and cannot be read is told as that.
        let there = |name: &String| self.environment.get_template(name).map_or_else(|error| error.name().is_some(), |_| true);
        if found.is_empty() && !may_lack && !names.iter().any(there) {
            let told = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let near = names
                .first()
                .and_then(|name| catalogue::nearest(name, trees.keys().copied()).or_else(|| catalogue::nearest_template(name)));
            let hint = near.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
            self.report(name.span(), format!("there is no template {told}"), hint);
        }
        found
    }

    /// Takes the names that a condition asks for with `is defined`; gives how many there were before.
    fn guard(&mut self, condition: &'a Expr<'a>) -> usize {
        let before = self.guarded.len();
        expression::defined(condition, &mut self.guarded);
        before
    }

    fn bind(&mut self, target: &'a Expr<'a>, shape: &Shape) {
        match target {
            Expr::Var(name) => self.let_be(name.id, Bound::Value(shape.clone())),
            Expr::List(list) => list.items.iter().for_each(|item| self.bind(item, &part(shape))),
            Expr::Tuple(tuple) => tuple.items.iter().for_each(|item| self.bind(item, &part(shape))),
            _ => {}
        }
    }

    fn let_be(&mut self, name: &'a str, bound: Bound<'a>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.insert(name, bound);
        }
    }

    fn report(&mut self, span: Span, message: String, hint: String) {
        let one_line = span.start_line == span.end_line;
        self.missing.insert(Missing {
            template: self.file.to_owned(),
            line: usize::from(span.start_line),
            column: u32::from(span.start_col) + 1,
            length: if one_line { u32::from(span.end_col.saturating_sub(span.start_col)).max(1) } else { 1 },
            message,
            hint,
        });
    }
}

/// The shape of a part of what is taken apart.
fn part(shape: &Shape) -> Shape {
    match shape {
        Shape::List(item) => (**item).clone(),
        _ => Shape::Any,
    }
}

/// What `loop` is over items of a shape.
fn loop_shape(item: &Shape) -> Shape {
    let numbers = ["index", "index0", "revindex", "revindex0", "length", "depth", "depth0"].map(|name| (name, Shape::Number));
    let truths = ["first", "last"].map(|name| (name, Shape::Truth));
    let items = ["previtem", "nextitem"].map(|name| (name, item.clone()));
    let calls = ["cycle", "changed"].map(|name| (name, Shape::Any));
    let all = numbers.into_iter().chain(truths).chain(items).chain(calls);
    Shape::Local(all.map(|(name, shape)| (name.to_owned(), shape)).collect())
}

fn variable<'a>(expression: &Expr<'a>) -> Option<&'a str> {
    match expression {
        Expr::Var(name) => Some(name.id),
        _ => None,
    }
}

fn macros<'a>(tree: &'a ast::Template<'a>) -> impl Iterator<Item = &'a ast::Macro<'a>> {
    tree.children.iter().filter_map(|statement| match statement {
        Stmt::Macro(found) => Some(&**found),
        _ => None,
    })
}

fn macro_of<'a>(tree: &'a ast::Template<'a>, name: &str) -> Option<&'a ast::Macro<'a>> {
    macros(tree).find(|found| found.name == name)
}

/// Whether a template sets a name that another may import.
fn sets(tree: &ast::Template<'_>, name: &str) -> bool {
    tree.children.iter().any(|statement| match statement {
        Stmt::Set(set) => variable(&set.target) == Some(name),
        Stmt::SetBlock(set) => variable(&set.target) == Some(name),
        Stmt::FromImport(import) => import.names.iter().any(|(own, alias)| variable(alias.as_ref().unwrap_or(own)) == Some(name)),
        _ => false,
    })
}

/// Names that a hint lists.
const LISTED: usize = 12;

/// What to write in place of a name that is not there: the nearest one, or which there are; `before` stands before the name.
fn hint(before: &str, name: &str, known: &[&str], there: &str) -> String {
    match catalogue::nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{before}{near}`?"),
        None if known.is_empty() => String::new(),
        None => {
            let listed: Vec<String> = known.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
            let more = known.len().saturating_sub(LISTED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("{there} {}{more}", listed.join(", "))
        }
    }
}
