//! The shape of an expression, and the names in it that are not there.

use std::collections::BTreeMap;

use minijinja::machinery::Span;
use minijinja::machinery::ast::{self, BinOpKind, CallArg, Expr, Spanned, UnaryOpKind};
use minijinja::value::{Value, ValueKind};

use super::{Bound, DEEPEST, Stmt, Walk, hint, macro_of, variable};
use crate::lang::TextError;
use crate::templates::catalogue::CATALOGUE;
use crate::templates::shape::Shape;

/// A text of which no more is known.
const TEXT: Shape = Shape::Text(Vec::new());

impl<'a> Walk<'a> {
    pub(super) fn infer(&mut self, expression: &'a Expr<'a>) -> Shape {
        match expression {
            Expr::Var(name) => match self.name(name.id, name.span()) {
                Bound::Value(shape) => shape,
                Bound::Macro(..) | Bound::Module(_) => Shape::Any,
            },
            Expr::Const(value) => of_value(&value.value),
            Expr::Slice(slice) => {
                for end in [&slice.start, &slice.stop, &slice.step].into_iter().flatten() {
                    self.infer(end);
                }
                self.infer(&slice.expr)
            }
            Expr::UnaryOp(operation) => {
                self.infer(&operation.expr);
                match operation.op {
                    UnaryOpKind::Not => Shape::Truth,
                    UnaryOpKind::Neg => Shape::Number,
                }
            }
            Expr::BinOp(operation) => self.binary(operation),
            Expr::Compare(compare) => {
                self.infer(&compare.expr);
                compare.ops.iter().for_each(|op| {
                    self.infer(&op.expr);
                });
                Shape::Truth
            }
            Expr::IfExpr(choice) => {
                let before = self.guard(&choice.test_expr);
                self.infer(&choice.test_expr);
                let one = self.infer(&choice.true_expr);
                self.guarded.truncate(before);
                match &choice.false_expr {
                    Some(other) => one.or(self.infer(other)),
                    None => one,
                }
            }
            Expr::Filter(filter) => self.filter(filter),
            Expr::Test(test) => {
                if !matches!(test.name, "defined" | "undefined") {
                    self.infer(&test.expr);
                    self.must_know("test", test.name, test.span());
                }
                self.arguments(&test.args);
                Shape::Truth
            }
            Expr::GetAttr(get) => self.attribute(&get.expr, get.name, expression),
            Expr::GetItem(get) => self.item(get, expression),
            Expr::Call(call) => self.call(call, call.span()),
            Expr::List(list) => {
                let items: Vec<Shape> = list.items.iter().map(|item| self.infer(item)).collect();
                Shape::List(Box::new(items.into_iter().reduce(Shape::or).unwrap_or(Shape::Any)))
            }
            Expr::Tuple(tuple) => Shape::Tuple(tuple.items.iter().map(|item| self.infer(item)).collect()),
            Expr::Map(map) => {
                let values: Vec<Shape> = map.values.iter().map(|value| self.infer(value)).collect();
                let keys = map.keys.iter().map(|key| key.as_const().and_then(|key| key.as_str().map(str::to_owned)));
                let fields: Option<BTreeMap<String, Shape>> = keys.zip(values).map(|(key, shape)| Some((key?, shape))).collect();
                fields.map_or(Shape::Any, Shape::Local)
            }
        }
    }

    fn binary(&mut self, operation: &'a ast::BinOp<'a>) -> Shape {
        let before = if matches!(operation.op, BinOpKind::ScAnd) { self.guard(&operation.left) } else { self.guarded.len() };
        let (left, right) = (self.infer(&operation.left), self.infer(&operation.right));
        self.guarded.truncate(before);
        match operation.op {
            BinOpKind::ScAnd | BinOpKind::ScOr => left.or(right),
            BinOpKind::Concat => TEXT,
            BinOpKind::Add if left == right => left,
            BinOpKind::Add => Shape::Any,
            BinOpKind::Sub | BinOpKind::Mul | BinOpKind::Div | BinOpKind::FloorDiv | BinOpKind::Rem | BinOpKind::Pow => Shape::Number,
            _ => Shape::Truth,
        }
    }

    fn filter(&mut self, filter: &'a Spanned<ast::Filter<'a>>) -> Shape {
        let before = self.guarded.len();
        if let (true, Some(on)) = (matches!(filter.name, "default" | "d"), &filter.expr) {
            self.guarded.extend(path(on));
        }
        let on = filter.expr.as_ref().map_or(TEXT, |on| self.infer(on));
        self.guarded.truncate(before);
        self.arguments(&filter.args);
        self.must_know("filter", filter.name, filter.span());
        match (filter.name, on) {
            ("first" | "last" | "min" | "max", Shape::List(item)) => *item,
            ("list" | "sort" | "reverse" | "unique" | "select" | "reject" | "selectattr" | "rejectattr", shape @ Shape::List(_)) => shape,
            ("length" | "count" | "sum" | "int" | "round" | "abs", _) => Shape::Number,
            (
                "code" | "date" | "link" | "thousands" | "typeset" | "wrap" | "left" | "right" | "join" | "upper" | "lower" | "capitalize"
                | "trim" | "format",
                _,
            ) => TEXT,
            _ => Shape::Any,
        }
    }

    /// Reports a filter or test that the template language does not have.
    fn must_know(&mut self, kind: &str, name: &'a str, span: Span) {
        let known = self.environment.compile_expression_owned(format!("name is {kind}"));
        let known = known.and_then(|asked| asked.eval(minijinja::context! { name })).is_ok_and(|answer| answer.is_true());
        if !known {
            let own = CATALOGUE.filters.iter().chain(&CATALOGUE.language_filters).map(|filter| filter.name.as_str());
            let names: Vec<&str> = if kind == "filter" { own.collect() } else { vec!["defined", "none", "odd", "even"] };
            self.report(span, format!("there is no {kind} `{name}`"), hint("", name, &names, "there are"));
        }
    }

    fn arguments(&mut self, arguments: &'a [CallArg<'a>]) -> Vec<(Option<&'a str>, Shape)> {
        let shape = |argument: &'a CallArg<'a>| match argument {
            CallArg::Pos(value) => (None, self.infer(value)),
            CallArg::Kwarg(name, value) => (Some(*name), self.infer(value)),
            CallArg::PosSplat(value) | CallArg::KwargSplat(value) => {
                self.infer(value);
                (None, Shape::Any)
            }
        };
        arguments.iter().map(shape).collect()
    }

    pub(super) fn call(&mut self, call: &'a ast::Call<'a>, span: Span) -> Shape {
        let arguments = self.arguments(&call.args);
        match &call.expr {
            Expr::Var(name) if name.id == "super" => {
                self.super_used = true;
                TEXT
            }
            Expr::Var(name) if matches!(name.id, "caller" | "self") => TEXT,
            Expr::Var(name) if name.id == "t" => {
                let key = call.args.first().and_then(|argument| match argument {
                    CallArg::Pos(key) => key.as_const(),
                    _ => None,
                });
                if let Some(key) = key.as_ref().and_then(Value::as_str)
                    && let Err(TextError::Unknown(_)) = self.texts.try_get(key, &[])
                {
                    self.report(span, format!("there is no message `{key}`"), "the messages stand in the catalogue of Concord".to_owned());
                }
                TEXT
            }
            Expr::Var(name) => match self.name(name.id, name.span()) {
                Bound::Macro(file, called) => self.invoke(file, called, &arguments),
                _ => Shape::Any,
            },
            Expr::GetAttr(get) => {
                if let Some(Bound::Module(file)) = variable(&get.expr).and_then(|name| self.find(name)) {
                    let Some(Stmt::Template(tree)) = self.trees.get(file) else { return Shape::Any };
                    if let Some(called) = macro_of(tree, get.name) {
                        return self.invoke(file, called, &arguments);
                    }
                    let known: Vec<&str> = super::macros(tree).map(|found| found.name).collect();
                    self.report(span, format!("`{file}` has no macro `{}`", get.name), hint("", get.name, &known, "it has"));
                    return Shape::Any;
                }
                self.infer(&call.expr);
                Shape::Any
            }
            other => {
                self.infer(other);
                Shape::Any
            }
        }
    }

    /// Walks a macro with what it is called with.
    fn invoke(&mut self, file: &'a str, called: &'a ast::Macro<'a>, arguments: &[(Option<&'a str>, Shape)]) -> Shape {
        if self.depth < DEEPEST {
            let given = |at: usize, name: &str| {
                let by_name = arguments.iter().find(|(own, _)| *own == Some(name));
                let by_place = || arguments.iter().filter(|(own, _)| own.is_none()).nth(at);
                by_name.or_else(by_place).map_or(Shape::Any, |(_, shape)| shape.clone())
            };
            let names = called.args.iter().filter_map(variable).enumerate();
            let frame = names.map(|(at, name)| (name, Bound::Value(given(at, name)))).collect();
            let outer = std::mem::replace(&mut self.file, file);
            self.depth += 1;
            self.used.insert(file.to_owned());
            self.scoped(frame, &called.body);
            self.depth -= 1;
            self.file = outer;
        }
        TEXT
    }

    fn find(&self, name: &str) -> Option<Bound<'a>> {
        self.frames.iter().rev().find_map(|frame| frame.get(name)).cloned()
    }

    fn name(&mut self, name: &'a str, span: Span) -> Bound<'a> {
        if let Some(bound) = self.find(name) {
            return bound;
        }
        let global = self.environment.globals().any(|(known, _)| known == name);
        if !global && !matches!(name, "self" | "super" | "caller") && !self.guarded.iter().any(|guarded| guarded == name) {
            let mut known: Vec<&str> = self.frames.iter().flat_map(|frame| frame.keys().copied()).collect();
            known.sort_unstable();
            known.dedup();
            self.report(span, format!("`{name}` is not defined"), hint("", name, &known, "defined here are"));
        }
        Bound::Value(Shape::Any)
    }

    fn item(&mut self, get: &'a ast::GetItem<'a>, whole: &'a Expr<'a>) -> Shape {
        let key = if let Expr::Const(key) = &get.subscript_expr { Some(&key.value) } else { None };
        if let Some(name) = key.and_then(Value::as_str) {
            return self.attribute(&get.expr, name, whole);
        }
        self.infer(&get.subscript_expr);
        match self.infer(&get.expr) {
            Shape::List(item) => *item,
            Shape::Tuple(parts) => {
                let at = key.and_then(|key| usize::try_from(key.clone()).ok());
                at.and_then(|at| parts.get(at).cloned()).unwrap_or(Shape::Any)
            }
            _ => Shape::Any,
        }
    }

    fn attribute(&mut self, on: &'a Expr<'a>, name: &str, whole: &'a Expr<'a>) -> Shape {
        let shape = self.infer(on);
        let before = path(on);
        let written = before.as_ref().map_or_else(|| name.to_owned(), |before| format!("{before}.{name}"));
        let what = match &shape {
            Shape::Any => return Shape::Any,
            Shape::Record(record) => match self.shapes.field(record, name) {
                Some(field) => return field.shape.clone(),
                None => String::new(),
            },
            Shape::Local(fields) => match fields.get(name) {
                Some(shape) => return shape.clone(),
                None => String::new(),
            },
            Shape::Text(_) => ", because it is of a text".to_owned(),
            Shape::Number => ", because it is of a number".to_owned(),
            Shape::Truth => ", because it is of true or false".to_owned(),
            Shape::List(_) | Shape::Tuple(_) => ", because it is of a list".to_owned(),
        };
        if self.guarded.contains(&written) {
            return Shape::Any;
        }
        let known: Vec<&str> = match &shape {
            Shape::Record(record) => {
                self.shapes.records.get(record).into_iter().flat_map(|record| &record.fields).map(|field| field.name.as_str()).collect()
            }
            Shape::Local(fields) => fields.keys().map(String::as_str).collect(),
            _ => Vec::new(),
        };
        let hint = match &shape {
            Shape::List(_) => "take its items with `{% for … in … %}`, or use a filter such as `length` or `first`".to_owned(),
            _ => hint(&before.map_or_else(String::new, |before| before + "."), name, &known, "it has"),
        };
        self.report(whole.span(), format!("`{written}` is not defined{what}"), hint);
        Shape::Any
    }
}

/// A name with its fields as it is written (`finding.left.states`); none for another expression.
fn path(expression: &Expr<'_>) -> Option<String> {
    match expression {
        Expr::Var(name) => Some(name.id.to_owned()),
        Expr::GetAttr(get) => path(&get.expr).map(|before| format!("{before}.{}", get.name)),
        _ => None,
    }
}

/// The names that a condition asks for with `is defined`.
pub(super) fn defined(condition: &Expr<'_>, found: &mut Vec<String>) {
    match condition {
        Expr::Test(test) if test.name == "defined" => found.extend(path(&test.expr)),
        Expr::BinOp(both) if matches!(both.op, BinOpKind::ScAnd) => {
            defined(&both.left, found);
            defined(&both.right, found);
        }
        _ => {}
    }
}

fn of_value(value: &Value) -> Shape {
    match value.kind() {
        ValueKind::String => TEXT,
        ValueKind::Number => Shape::Number,
        ValueKind::Bool => Shape::Truth,
        _ => Shape::Any,
    }
}
