//! What a text says beside its conditions, as key phrases with roles.

use concord_lexicon::{Class, PhraseTable};
use concord_model::{Digest, Qualifier, Role};

use super::Context;
use super::normal::NormalWord;
use super::token::{Kind, Tokens};

const WORDS_SHOWN: usize = 6;

/// The key phrases of a text, in order.
pub(super) fn read(tokens: &Tokens, text: &str, ctx: &Context, words: &[NormalWord]) -> Vec<Qualifier> {
    let mut chunker = Chunker {
        tokens,
        text,
        ctx,
        out: Vec::new(),
        phrase: Vec::new(),
        role: Role::Subject,
        demands: Demands::None,
        content: false,
        depth: 0,
        joint: None,
        pending: false,
        released: None,
        open: OpenPhrase::default(),
    };
    let mut last = 0;
    for word in words {
        chunker.marks(last, word.tokens.start);
        last = word.tokens.end.max(last);
        chunker.word(word);
    }
    chunker.close();
    chunker.out
}

struct Chunker<'a> {
    tokens: &'a Tokens,
    text: &'a str,
    ctx: &'a Context<'a>,
    out: Vec<Qualifier>,
    phrase: Vec<(String, bool)>,
    role: Role,
    demands: Demands,
    content: bool,
    depth: usize,
    /// How the phrase being read is joined to the one before it; `None` where a phrase of its own begins.
    joint: Option<Joint>,
    /// Whether an opener of a restriction has been met since the last phrase.
    pending: bool,
    /// Where the last phrase begins by which a note takes items out.
    released: Option<usize>,
    /// What is known of the phrase being read.
    open: OpenPhrase,
}

/// What a text has demanded so far of the kinds that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Demands {
    /// Nothing: kinds are still being named.
    None,
    /// Something.
    Made,
    /// Something, and the parts of a list follow in a note that takes items out: whether all are needed, or one of them, its words do not say.
    Listed,
}

/// What is known of a phrase while it is read.
#[derive(Clone, Copy, Debug, Default)]
struct OpenPhrase {
    /// Whether it begins with a word that opens a restriction.
    opened: bool,
    /// Whether it stands in parentheses from its first word.
    aside: bool,
    /// Whether its every word is an abbreviation or a chemical formula.
    abbreviation: bool,
}

/// How a member of an enumeration is joined to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Joint {
    /// By a comma or "and": what joins the members is not said here.
    Open,
    /// By "or".
    Or,
}

impl Chunker<'_> {
    /// Marks and dropped words between two words of the normal form.
    fn marks(&mut self, from: usize, to: usize) {
        for at in from..to {
            let Some(token) = self.tokens.get(at) else { return };
            match token.kind {
                Kind::Mark('(' | '[') => {
                    self.close();
                    self.depth += 1;
                }
                Kind::Mark(')' | ']') => {
                    self.close();
                    self.depth = self.depth.saturating_sub(1);
                    self.settle();
                }
                Kind::Mark(',') => {
                    self.close();
                    self.joint = self.joint.max(Some(Joint::Open));
                    if self.depth == 0 {
                        self.settle();
                    }
                }
                Kind::Mark(mark @ (';' | ':' | '—' | '.')) => {
                    self.close();
                    self.joint = None;
                    if mark == ';' && self.ctx.releases && self.demands == Demands::Made {
                        self.demands = Demands::Listed;
                    }
                    self.settle();
                }
                _ => self.opener(at),
            }
        }
    }

    /// The role that follows once an exclusion or an example has ended.
    fn settle(&mut self) {
        self.role = if self.demands == Demands::None { Role::Subject } else { Role::Restricts };
    }

    /// Notes the openers among the words that the normal form drops.
    fn opener(&mut self, at: usize) {
        if self.release(at) {
            return;
        }
        if self.starts(self.ctx.lexicon.excludes(), at) {
            self.close();
            self.role = Role::Excludes;
        } else if self.tokens.get(at).is_some_and(|t| t.has(Class::Restricts)) {
            self.restrict();
        }
    }

    /// Passes over the phrase by which a note takes out what it speaks of, which its effect says already; whether a place is one of its words.
    fn release(&mut self, at: usize) -> bool {
        const LONGEST: usize = 8;
        if !self.ctx.releases {
            return false;
        }
        let table = self.ctx.lexicon.releases();
        let begins = |start: usize| table.longest(|i| self.tokens.word(start + i)).filter(|(count, _)| start + count > at);
        let Some((start, names_after)) = (at.saturating_sub(LONGEST)..=at).find_map(|start| Some((start, *begins(start)?.1))) else {
            return false;
        };
        if self.released != Some(start) {
            self.close();
            if names_after {
                // What stands before it is the paragraph that the note is about.
                if self.released.is_none() {
                    self.out.clear();
                }
                self.demands = Demands::None;
            }
            self.released = Some(start);
            self.settle();
        }
        true
    }

    fn starts(&self, table: &PhraseTable<()>, at: usize) -> bool {
        table.longest(|i| self.tokens.word(at + i)).is_some()
    }

    fn restrict(&mut self) {
        if self.content {
            self.close();
        }
        if self.demands == Demands::None {
            self.demands = Demands::Made;
        }
        self.pending = true;
        if self.role == Role::Subject || self.role == Role::Widens {
            self.role = Role::Restricts;
        }
    }

    fn word(&mut self, word: &NormalWord) {
        if word.condition {
            self.close();
            return;
        }
        let at = word.tokens.start;
        if self.release(at) {
            return;
        }
        if self.starts(self.ctx.lexicon.illustrates(), at) {
            self.close();
            self.role = Role::Illustrates;
        } else if self.starts(self.ctx.lexicon.excludes(), at) {
            if self.role != Role::Excludes {
                self.close();
            }
            self.role = Role::Excludes;
        } else if self.starts(self.ctx.lexicon.widens(), at) {
            self.close();
            if self.role == Role::Restricts {
                self.role = Role::Widens;
            }
            return;
        } else if self.tokens.is(at, "and") || self.tokens.is(at, "or") || self.tokens.is(at, "and/or") {
            self.close();
            self.joint = Some(if self.tokens.is(at, "and") { Joint::Open } else { Joint::Or });
            return;
        } else if self.tokens.get(at).is_some_and(|t| t.has(Class::Restricts)) {
            self.restrict();
        } else {
            self.content = true;
        }
        let quoted = self.tokens.get(at).is_some_and(|t| t.quoted);
        if self.phrase.is_empty() {
            self.open.opened = std::mem::take(&mut self.pending);
            self.open.aside = self.depth > 0;
            self.open.abbreviation = true;
        }
        self.open.abbreviation &= self.tokens.get(at).and_then(|t| self.text.get(t.span.clone())).is_some_and(is_abbreviation);
        self.phrase.push((word.text.clone(), quoted));
    }

    fn close(&mut self) {
        let content = std::mem::take(&mut self.content);
        let words = std::mem::take(&mut self.phrase);
        if words.is_empty() {
            return;
        }
        let joint = self.joint.take();
        let role = self.role_of_phrase(joint);
        if self.role == Role::Widens {
            self.role = Role::Restricts;
        }
        if !content && role != Role::Excludes && words.len() == 1 && self.open.opened {
            return; // "having" before a list of its own
        }
        let whole: Vec<&str> = words.iter().map(|(w, _)| w.as_str()).collect();
        let digest = Digest::of(&whole.join(" "));
        self.out.push(Qualifier { role, phrase: shown(&words), digest });
    }

    /// A restricting phrase without an opener of its own is a member of the enumeration before it. Joined by "or" it is an
    /// alternative, and so are the members between it and the phrase that opens the enumeration.
    fn role_of_phrase(&mut self, joint: Option<Joint>) -> Role {
        if self.open.aside && self.open.abbreviation && self.role != Role::Excludes {
            return Role::Illustrates;
        }
        if self.role == Role::Subject && self.open.aside {
            return Role::Member; // an apposition in parentheses, not a further kind of item
        }
        if self.role == Role::Restricts && self.demands == Demands::Listed {
            return Role::Member;
        }
        if self.role != Role::Restricts || self.open.opened {
            return self.role;
        }
        let follows = self.out.last().is_some_and(|q| matches!(q.role, Role::Restricts | Role::Widens | Role::Member));
        match joint {
            Some(Joint::Or) if follows => {
                for earlier in self.out.iter_mut().rev().take_while(|q| q.role == Role::Member) {
                    earlier.role = Role::Widens;
                }
                Role::Widens
            }
            _ => Role::Member,
        }
    }
}

/// Whether a word as printed is an abbreviation (`MMIC`) or a chemical formula (`SiO2`): no two small letters in a row.
fn is_abbreviation(printed: &str) -> bool {
    let small = |c: char| c.is_lowercase();
    let pairs = printed.chars().zip(printed.chars().skip(1));
    printed.chars().next().is_some_and(char::is_uppercase)
        && printed.chars().count() > 1
        && !pairs.into_iter().any(|(a, b)| small(a) && small(b) && b != 's')
}

/// At most six words, quoted terms in double quotes.
fn shown(words: &[(String, bool)]) -> String {
    let mut out = String::new();
    let mut open = false;
    for (at, (word, quoted)) in words.iter().take(WORDS_SHOWN).enumerate() {
        if open && !quoted {
            out.push('"');
        }
        if at > 0 {
            out.push(' ');
        }
        if *quoted && !open {
            out.push('"');
        }
        open = *quoted;
        out.push_str(word);
    }
    if open {
        out.push('"');
    }
    out
}
