//! Units: every spelling met in control lists, conversions, and what must not be taken for a unit.

use concord_quantity::{Domain, Number, NumberFormat, Quantity, Unit};

/// The lines of `spellings.txt`: text, unit (`!` for none), what is left over.
fn spellings() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("spellings.txt").lines().filter(|l| !l.starts_with('#')).map(|line| {
        let (text, expected) = line.split_once("=>").expect("a line holds =>");
        let (unit, rest) = expected.split_once('…').unwrap_or((expected, ""));
        (text, unit, rest.trim_matches('"'))
    })
}

fn quantity(text: &str) -> Quantity {
    let (number, length) = Number::longest_prefix(text, &NumberFormat::POINT).expect("a number");
    Quantity::new(number, Unit::parse(&text[length..]))
}

#[test]
fn running_text_gives_the_longest_unit() {
    let mut wrong = Vec::new();
    for (text, unit, rest) in spellings() {
        let found = Unit::longest_prefix(text);
        let got = found.as_ref().map_or("!", |(u, _)| u.symbol());
        let left = found.as_ref().map_or("", |(_, length)| &text[*length..]);
        if got != unit || left != rest {
            wrong.push(format!("{text}: {got}, left {left:?}; expected {unit}, left {rest:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_whole_text_and_its_symbol_read_alike() {
    for (text, unit, rest) in spellings().filter(|(_, unit, _)| *unit != "!") {
        let symbol = Unit::parse(unit);
        assert!(symbol.is_known(), "{unit}");
        assert_eq!(symbol.symbol(), unit);
        if rest.is_empty() {
            assert_eq!(Unit::parse(text), symbol, "{text}");
        }
    }
}

#[test]
fn what_follows_does_not_change_the_unit() {
    for (text, unit, rest) in spellings().filter(|(_, unit, rest)| *unit != "!" && rest.is_empty()) {
        for after in [" or more", ", measured", "; and", ") or", ".", " (better)", " when"] {
            let longer = format!("{text}{after}");
            let (found, length) = Unit::longest_prefix(&longer).unwrap_or_else(|| panic!("{longer}"));
            assert_eq!((found.symbol(), &longer[length..]), (unit, after), "{longer}{rest}");
        }
    }
}

#[test]
fn spelling_makes_no_difference() {
    for (a, b) in [
        ("W/cm^2", "watts per square centimetre"),
        ("W/cm²", "W/cm2"),
        ("μm", "um"),
        ("Ω·cm", "ohm-cm"),
        ("litre", "L"),
        ("kilometre", "Kilometers"),
        ("nT rms/√Hz", "nT (rms) per square root hertz"),
        ("m/s^2", "metres per second squared"),
    ] {
        assert_eq!(Unit::parse(a), Unit::parse(b), "{a} {b}");
    }
}

#[test]
fn letter_case_of_symbols_makes_a_difference() {
    for (a, b) in [("mW", "MW"), ("mPa", "MPa"), ("k", "K"), ("Gy", "gy"), ("s", "S"), ("nm", "Nm")] {
        assert_ne!(Unit::parse(a), Unit::parse(b), "{a} {b}");
    }
}

#[test]
fn equal_values_in_other_units_are_equal() {
    for (a, b) in [
        ("398 K", "125 °C"),
        ("1 mTorr", "133.3 mPa"),
        ("1.33 × 10^{-1} Pa", "1 mTorr"),
        ("100 cal/cm^2", "4.184e6 J/m^2"),
        ("50e3 Gy", "5e4 Gy"),
        ("1 angstrom", "0.1 nm"),
        ("8 litres", "8,000 cm^3"),
        ("75 W", "48.75 dBm"),
        ("55 W", "47.4 dBm"),
        ("1 mW", "0 dBm"),
        ("0.1 nW", "-70 dBm"),
        ("3 W", "34.77 dBm"),
        ("100 W", "20 dBW"),
        ("30 dBm", "0 dBW"),
        ("34 MPa", "5 ksi"),
        ("5e5 rad(Si)", "5e3 Gy(Si)"),
        ("37 GBq", "1 Ci"),
        ("1,000 °C", "1832 °F"),
        ("1273 K", "1832 °F"),
        ("46.3 km/h", "25 knots"),
        ("0.064 kg/m", "300 grains per foot"),
        ("3 in.", "76.2 mm"),
        ("298 kW", "400 hp"),
        ("4 kPa", "30 Torr"),
        ("60 Pa", "450 millitorr"),
        ("10 GPa", "100 kilobars"),
        ("12.7 mm", "0.5 caliber"),
        ("4.84 µrad", "1 arc second"),
        ("2 × 10^{3} kg", "2 t"),
    ] {
        let (left, right) = (quantity(a), quantity(b));
        assert!(left.unit.is_known() && right.unit.is_known(), "{a} {b}");
        assert!(left.equal_within_rounding(&right) && right.equal_within_rounding(&left), "{a} {b}");
    }
}

#[test]
fn other_values_are_not_equal() {
    for (a, b) in [
        ("1.5 kW", "2 kW"),
        ("1.5 kW", "2,000 W"),
        ("398 K", "126 °C"),
        ("75 W", "48.5 dBm"),
        ("75 W", "49.5 dBm"),
        ("75 W", "48.75 dB"),
        ("1 in.", "30 mm"),
        ("1 Torr", "1 mTorr"),
        ("5 ppm", "5 %"),
        ("10 bit", "10 byte"),
        ("5 K", "5 ΔK"),
        ("3 axes", "3 processors"),
        ("3 smoots", "3 cubits"),
        ("-3 W", "3 dBm"),
    ] {
        assert!(!quantity(a).equal_within_rounding(&quantity(b)), "{a} {b}");
    }
}

#[test]
fn units_know_their_dimension() {
    for (unit, dimension) in [
        ("dBm", "power level"),
        ("N m", "energy"),
        ("W/cm^2", "intensity"),
        ("GHz", "frequency"),
        ("rpm", "angular speed"),
        ("ppm", "number"),
        ("", "number"),
        ("V/√Hz", "length^2 time^-5/2 mass electric current^-1"),
        ("furlong", "\"furlong\""),
        ("µm/furlong", "\"µm/furlong\""),
    ] {
        assert_eq!(Unit::parse(unit).dimension().name(), dimension, "{unit}");
    }
    assert!(Unit::none().is_dimensionless() && Unit::parse("%").is_dimensionless());
    assert!(!Unit::parse("furlong").is_dimensionless() && !Unit::parse("furlong").is_known());
}

#[test]
fn counts_and_bits_are_whole() {
    for unit in ["bit", "kbit", "Gbyte", "axes", "processors", "qubits", "count"] {
        assert_eq!(Unit::parse(unit).domain(), Domain::Integer, "{unit}");
    }
    for unit in ["bit/s", "pixel/s", "m", "", "lines/mm"] {
        assert_eq!(Unit::parse(unit).domain(), Domain::Real, "{unit}");
    }
}

#[test]
fn temperature_differences_have_no_offset() {
    let difference = Unit::parse("°F").as_difference();
    assert_eq!(difference.symbol(), "Δ°F");
    assert_eq!(Quantity::new(Number::from_integer(9), difference).base(), Quantity::new(Number::from_integer(5), Unit::parse("ΔK")).base());
    assert_eq!(Unit::parse("m").as_difference(), Unit::parse("m"));
}

#[test]
fn hostile_texts_are_read_in_no_time_and_without_harm() {
    let long = "m^9·".repeat(20_000);
    assert!(!Unit::parse(&long).is_known());
    for text in [
        "((((((((",
        "per per per",
        "/",
        "^",
        "m^",
        "m^{",
        "m^{1/",
        "m^99999999999",
        "m^0",
        "√",
        "√√√m",
        "sqrt(",
        "m/(",
        "⁻",
        "m⁻",
        "µ",
        "…",
        "\u{0}",
        "1",
        "()",
    ] {
        assert!(!Unit::parse(text).is_known(), "{text}");
        assert_eq!(Unit::parse(Unit::parse(text).symbol()), Unit::parse(text), "{text}");
        Unit::longest_prefix(text);
    }
    Unit::longest_prefix(&"(".repeat(100_000));
    Unit::longest_prefix(&"m/(".repeat(100_000));
    Unit::longest_prefix(&"square root of ".repeat(100_000));
    Unit::longest_prefix(&"m (rms) ".repeat(100_000));
}
