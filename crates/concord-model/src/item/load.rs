//! Reading an item from YAML, with every problem at once.

use concord_quantity::{Op, Quantity};

use crate::diagnostic::{Diagnostic, codes};
use crate::item::{ItemFile, ItemValue, form};
use crate::load::Reader;
use crate::load::tree::{Kind, Tree};
use crate::notation::{ParameterKey, read_limits};
use crate::{Code, Limits};

/// Loads an item from its file: its name (for diagnostics) and its bytes. The error holds every problem.
pub fn load_item(name: &str, bytes: &[u8]) -> Result<ItemFile, Vec<Diagnostic>> {
    let mut r = Reader::new(name);
    let tree = Tree::read(name, bytes, &mut r.out);
    let item = tree.and_then(|tree| {
        let fields = r.fields(&tree, &form::ITEM)?;
        let item = ItemFile {
            name: r.optional_text(fields.get("name")),
            kinds: r.texts(fields.get("kinds")),
            values: fields.get("values").map(|node| values(&mut r, node)).unwrap_or_default(),
            holds: r.texts(fields.get("holds")),
            lacks: r.texts(fields.get("lacks")),
            codes: r.list(fields.get("codes"), code),
        };
        if item.kinds.is_empty() && item.codes.is_empty() {
            let hint = "add `kinds:` with the words of a list, or `codes:` with a paragraph such as us:3A001.a";
            r.report(tree.place, codes::ITEM_WITHOUT_KIND, "the item is of no kind and placed under no paragraph", hint);
        }
        Some(item)
    });
    r.out.sort();
    match item {
        Some(item) if r.out.iter().all(|d| d.severity != crate::Severity::Error) => Ok(item),
        _ => Err(r.out),
    }
}

fn code(r: &mut Reader, node: &Tree) -> Option<(String, Code)> {
    let text = r.code_text(node)?;
    let parts = text.split_once(':').filter(|(place, _)| place.len() == 2 && place.bytes().all(|b| b.is_ascii_lowercase()));
    let Some((place, code)) = parts else {
        r.report(
            node.place,
            codes::NOT_A_CODE,
            format!("`{text}` does not say whose paragraph it is"),
            "write `xx:CODE`, such as us:3A001.a",
        );
        return None;
    };
    match Code::parse(code) {
        Ok(code) => Some((place.to_owned(), code)),
        Err(error) => {
            r.report(node.place, codes::NOT_A_CODE, error.to_string(), "");
            None
        }
    }
}

fn values(r: &mut Reader, node: &Tree) -> Vec<ItemValue> {
    let Kind::Mapping { fields, .. } = &node.kind else {
        r.wrong_type(node, "a mapping from parameters to values", "write each as `parameter: 12 bit`");
        return Vec::new();
    };
    fields.iter().filter_map(|(key, value)| one(r, key, value)).collect()
}

fn one(r: &mut Reader, key: &Tree, value: &Tree) -> Option<ItemValue> {
    let name = match ParameterKey::read(key.scalar()?) {
        Ok(name) => Some(name),
        Err(message) => {
            r.report(key.place, codes::UNREADABLE_PARAMETER, message, "write `parameter @ setting & setting`");
            None
        }
    };
    let value = quantity(r, value);
    let (name, value) = name.zip(value)?;
    Some(ItemValue { parameter: name.parameter, settings: name.settings, value })
}

fn quantity(r: &mut Reader, node: &Tree) -> Option<Quantity> {
    let text = r.text(node)?;
    let hint = "an item has one value of a parameter, such as 12 bit; limits stand in lists";
    let Ok(Limits::Quantities(constraint)) = read_limits(&format!("=={}", text.trim())) else {
        r.report(node.place, codes::UNREADABLE_LIMIT, format!("`{text}` is not a number with a unit"), hint);
        return None;
    };
    let Some(limit) = constraint.limits.first().filter(|limit| limit.op == Op::Eq && constraint.limits.len() == 1) else {
        r.report(node.place, codes::UNREADABLE_LIMIT, format!("`{text}` is not one value"), hint);
        return None;
    };
    let unit = limit.quantity.unit.symbol();
    if !unit.is_empty() && !limit.quantity.unit.is_known() {
        r.report(node.place, codes::UNKNOWN_UNIT, format!("the unit `{unit}` is unknown"), "correct its spelling");
    }
    Some(limit.quantity.clone())
}

#[cfg(test)]
mod tests {
    use super::load_item;

    #[test]
    fn an_item_is_read_and_every_problem_told() {
        let item = load_item(
            "kite.yaml",
            b"name: big kite\nkinds: [kite]\nvalues: {span: 3 m, lift @ wind ==5 m/s: 20 N}\nlacks: [toy kite]\ncodes: [\"zz:9A001.a\"]\n",
        )
        .unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!((item.values.len(), item.values[1].settings.len(), item.codes[0].0.as_str()), (2, 1, "zz"));
        let bad = "name: kite\nkind: [kite]\nvalues:\n  span: \">3 m\"\n  lift: much\ncodes: [9A001]\n";
        let problems = load_item("kite.yaml", bad.as_bytes()).err().unwrap_or_default();
        let told: Vec<(&str, usize)> = problems.iter().map(|p| (p.code, p.line)).collect();
        assert_eq!(told, [("E0907", 1), ("E0101", 2), ("E0201", 4), ("E0201", 5), ("E0109", 6)]);
        assert!(problems.iter().all(|p| !p.hint.is_empty() && p.column > 0), "{problems:?}");
    }
}
