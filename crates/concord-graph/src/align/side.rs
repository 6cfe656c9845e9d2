//! One side as the engine sees it: nodes in a hierarchy, each with what it speaks of. Nothing here knows what a control list is.

use super::space::Bag;

/// Digests whose equality speaks for itself; 0 stands for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// The whole wording.
    pub(crate) wording: u64,
    /// The wording without its conditions.
    pub(crate) residue: u64,
    /// The substances.
    pub(crate) substances: u64,
    /// What group of items it belongs to: goods, software, technology.
    pub(crate) group: u64,
    /// Whether its entry carries out the list of an international regime: 1, else 0.
    pub(crate) origin: u64,
}

/// A node.
#[derive(Clone, Debug, Default)]
pub(crate) struct Node {
    pub(crate) parent: Option<usize>,
    pub(crate) children: Vec<usize>,
    /// What it speaks of itself.
    pub(crate) own: Bag,
    /// What it and its descendants speak of.
    pub(crate) tree: Bag,
    /// The same, with what is said more than once counted once; empty for a node without children.
    pub(crate) once: Bag,
    /// What it and its ancestors speak of.
    pub(crate) path: Bag,
    pub(crate) marks: Marks,
}

impl Node {
    /// What it and its descendants speak of, each thing once.
    pub(crate) fn said(&self) -> &Bag {
        if self.children.is_empty() { &self.own } else { &self.once }
    }
}

/// The nodes, parents before children, each root's tree together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    pub(crate) nodes: Vec<Node>,
    /// The nodes without a parent.
    pub(crate) roots: Vec<usize>,
}

impl Side {
    /// Adds a node; its parent must be there already.
    pub(crate) fn add(&mut self, parent: Option<usize>, marks: Marks) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node { parent, marks, ..Node::default() });
        match parent {
            Some(up) => self.nodes[up].children.push(at),
            None => self.roots.push(at),
        }
        at
    }

    /// The nodes under each root, the root first: they stand together.
    pub(crate) fn trees(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let ends = self.roots.iter().copied().skip(1).chain([self.nodes.len()]);
        self.roots.iter().copied().zip(ends).map(|(start, end)| start..end)
    }

    /// Gathers what the descendants of each node of a tree speak of.
    pub(crate) fn gather(&mut self, tree: std::ops::Range<usize>) {
        for at in tree.rev() {
            let node = &self.nodes[at];
            let below = node.children.iter().map(|c| &self.nodes[*c].tree);
            let (tree, once) = if node.children.is_empty() {
                (node.own.clone(), Bag::default())
            } else {
                let said = node.children.iter().map(|c| self.nodes[*c].said());
                (Bag::sum(below.chain([&node.own])), Bag::union(said.chain([&node.own])))
            };
            (self.nodes[at].tree, self.nodes[at].once) = (tree, once);
        }
    }

    /// Spreads what nodes speak of down to their descendants.
    pub(crate) fn spread(&mut self) {
        for at in 0..self.nodes.len() {
            let own = &self.nodes[at].own;
            let path = match self.nodes[at].parent {
                Some(up) => self.nodes[up].path.with(own),
                None => own.clone(),
            };
            self.nodes[at].path = path;
        }
    }

    /// A node and its descendants, in order.
    pub(crate) fn within(&self, root: usize) -> Vec<usize> {
        let mut out = Vec::new();
        let mut open = vec![root];
        while let Some(at) = open.pop() {
            out.push(at);
            open.extend(self.nodes[at].children.iter().rev());
        }
        out
    }

    /// The ancestors of a node, the nearest first.
    pub(crate) fn above(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[at].parent, |up| self.nodes[*up].parent)
    }

    /// How many nodes stand above a node.
    pub(crate) fn depth(&self, at: usize) -> usize {
        self.above(at).count()
    }
}
