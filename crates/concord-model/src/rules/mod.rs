//! The rule layer: what a jurisdiction's law says outside its lists, as answers to the questions of a shared vocabulary.

mod answer;
mod bloc;
mod definition;
mod fact;
mod instrument;
mod jurisdiction;
mod layer;
mod rates;
mod value;
mod vocabulary;

pub use answer::{Answer, Held};
pub use bloc::{Bloc, Cell, Claim, Member, Participant, Participation};
pub use definition::{Definition, Reach};
pub use fact::{Citation, Fact, Status};
pub use instrument::{Instrument, InstrumentKind};
pub use jurisdiction::{Authority, AuthorityRole, Jurisdiction, Publication};
pub use layer::{Law, RuleLayer};
pub use rates::{Rate, Rates};
pub use value::{Amount, Length, Period, Value};
pub use vocabulary::{Attribute, Choice, Effect, Form, NoneMeans, Stricter, TermDescription, Topic, Vocabulary};
