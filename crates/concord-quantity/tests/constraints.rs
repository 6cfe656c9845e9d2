//! Written constraints: reading, writing, what is wrong and where, and the sets they stand for.

use concord_quantity::{BigInt, BigRational, Constraint, Limit, Number, Op, Quantity, Unit};
use proptest::prelude::*;

fn parse(text: &str) -> Constraint {
    Constraint::parse(text).unwrap_or_else(|e| panic!("{text}: {e} ({})", e.hint))
}

#[test]
fn a_constraint_is_written_as_it_is_read() {
    for text in [
        ">=8 bit <10 bit",
        ">1.3 GSPS",
        ">398 K (125 °C)",
        ">75 W (48.75 dBm, 18.75 dBW)",
        ">=5e3 Gy(Si)",
        "<=1/5000",
        "==3 axes",
        ">=90 % by weight",
        "<-55 °C",
        ">=2 furlong (0.4 km)",
        "<10 nT rms/√Hz",
        ">5e5 rad(Si) (5e3 Gy(Si))",
        ">2.7 GHz <=2.9 GHz",
    ] {
        assert_eq!(parse(text).to_string(), text);
    }
}

#[test]
fn other_ways_of_writing_mean_the_same() {
    for (text, same) in [
        ("≥8bit<10bit", ">=8 bit <10 bit"),
        ("  > 1.3 Giga Samples Per Second ", ">1.3 GSPS"),
        (">398 K (+125 degC)", ">398 K (125 °C)"),
        ("<= 10 %", "<=10 %"),
        (">5 watts per square centimetre", ">5 W/cm^2"),
    ] {
        assert_eq!(parse(text), parse(same), "{text}");
    }
}

#[test]
fn a_wrong_constraint_says_where_and_how_to_mend_it() {
    for (text, offset, hint) in [
        ("", 0, "an operator and a quantity"),
        ("8 bit", 0, "start each limit"),
        ("=8 bit", 0, "`==`"),
        (">", 1, "decimal point"),
        (">bit", 1, "decimal point"),
        (">4,800 bit", 2, "no thousands"),
        (">1 000 bit", 2, "no thousands"),
        (">8 bit <", 8, "decimal point"),
        (">1e999 m", 1, "decimal point"),
        (">8 bit <1,5 bit", 9, "no thousands"),
    ] {
        let error = Constraint::parse(text).expect_err(text);
        assert_eq!(error.offset, offset, "{text}: {error}");
        assert!(error.hint.contains(hint), "{text}: {}", error.hint);
    }
}

#[test]
fn the_set_is_in_base_units_and_its_limits_meet() {
    let metres = |n: i64, d: i64| BigRational::new(BigInt::from(n), BigInt::from(d));
    let set = parse(">5 nm <=0.1 µm").set();
    assert!(set.contains(&metres(1, 10_000_000)));
    assert!(!set.contains(&metres(5, 1_000_000_000)));
    assert!(!set.contains(&metres(2, 10_000_000)));
    assert!(parse(">5 m <4 m").set().is_empty());
    assert!(parse(">5 m <4 s").set().is_empty());
    assert_eq!(parse(">5 m <4 s").dimension(), None);
    assert_eq!(parse(">5 m <400 km").dimension().map(concord_quantity::Dimension::name), Some("length"));
    assert!(Constraint::default().set().is_all());
}

#[test]
fn the_same_values_in_other_units_give_the_same_set() {
    for (a, b) in [
        (">1500 elements", ">=1501 elements"),
        (">=8 bit <10 bit", ">7 bit <=9 bit"),
        (">=1 kPa", ">=1000 Pa"),
        (">0 °C", ">273.15 K"),
        ("<50e3 Gy", "<5e4 Gy"),
        (">=100 cal/cm^2", ">=4.184e6 J/m^2"),
    ] {
        assert_eq!(parse(a).set(), parse(b).set(), "{a} {b}");
    }
    assert_ne!(parse(">1500 m").set(), parse(">=1501 m").set());
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let unit = prop::sample::select(vec![
        "",
        "bit",
        "GHz",
        "°C",
        "W/cm^2",
        "kg N^-1 h^-1",
        "rad(Si)",
        "% by weight",
        "dBm",
        "furlong",
        "nT rms/√Hz",
        "arcsec",
    ]);
    (any::<i32>(), -20i32..20, unit).prop_map(|(digits, exponent, unit)| {
        let number: Number = format!("{digits}e{exponent}").parse().expect("a number");
        Quantity::new(number, Unit::parse(unit))
    })
}

fn constraint() -> impl Strategy<Value = Constraint> {
    let limit = (prop::sample::select(Op::ALL.to_vec()), quantity(), prop::collection::vec(quantity(), 0..3))
        .prop_map(|(op, quantity, alternatives)| Limit { op, quantity, alternatives });
    prop::collection::vec(limit, 1..4).prop_map(|limits| Constraint { limits })
}

proptest! {
    #[test]
    fn writing_and_reading_gives_the_same_constraint(constraint in constraint()) {
        prop_assert_eq!(&parse(&constraint.to_string()), &constraint);
        let bytes = postcard::to_stdvec(&constraint).unwrap();
        prop_assert_eq!(&postcard::from_bytes::<Constraint>(&bytes).unwrap(), &constraint);
        let json = serde_json::to_string(&constraint).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Constraint>(&json).unwrap(), &constraint);
        let set = constraint.set();
        let bytes = postcard::to_stdvec(&set).unwrap();
        prop_assert_eq!(postcard::from_bytes::<concord_quantity::IntervalSet>(&bytes).unwrap(), set);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[<>=≤≥0-9a-zA-Zµ°%^/(), .-]{0,40}") {
        match Constraint::parse(&text) {
            Ok(constraint) => prop_assert_eq!(parse(&constraint.to_string()), constraint),
            Err(error) => prop_assert!(error.offset <= text.len()),
        }
    }
}
