//! Numbers as printed: what is read, what is not, and what is written.

use concord_quantity::{BigInt, BigRational, Number, NumberError, NumberFormat};
use proptest::prelude::*;

fn rational(numer: i64, denom: i64) -> BigRational {
    BigRational::new(BigInt::from(numer), BigInt::from(denom))
}

/// Text, value as a fraction, half of the last place as a fraction.
type Case = (&'static str, (i64, i64), (i64, i64));

const POINT: &[Case] = &[
    ("1.3", (13, 10), (1, 20)),
    ("4,800", (4800, 1), (1, 2)),
    ("1 000", (1000, 1), (1, 2)),
    ("20\u{a0}000", (20000, 1), (1, 2)),
    ("1\u{202f}000\u{202f}000.5", (2_000_001, 2), (1, 20)),
    ("5 × 10^{3}", (5000, 1), (500, 1)),
    ("5 x 10^3", (5000, 1), (500, 1)),
    ("1.5×10^{−4}", (3, 20000), (1, 200_000)),
    ("5e3", (5000, 1), (500, 1)),
    ("1.3e9", (1_300_000_000, 1), (50_000_000, 1)),
    ("2E-3", (1, 500), (1, 2000)),
    ("10^{-4}", (1, 10000), (1, 20000)),
    ("10⁻⁴", (1, 10000), (1, 20000)),
    ("2 × 10⁸", (200_000_000, 1), (50_000_000, 1)),
    ("−55", (-55, 1), (1, 2)),
    ("\u{2011}55", (-55, 1), (1, 2)),
    ("-0.5", (-1, 2), (1, 20)),
    ("+125", (125, 1), (1, 2)),
    (".50", (1, 2), (1, 200)),
    ("0", (0, 1), (1, 2)),
    ("0.00", (0, 1), (1, 200)),
    ("1/2", (1, 2), (0, 1)),
    ("1:5000", (1, 5000), (0, 1)),
    ("1:5,000", (1, 5000), (0, 1)),
    ("50:1", (50, 1), (0, 1)),
    (" 8 ", (8, 1), (1, 2)),
];

const COMMA: &[Case] = &[
    ("1,3", (13, 10), (1, 20)),
    ("4.800", (4800, 1), (1, 2)),
    ("1 000,25", (4001, 4), (1, 200)),
    ("4,184 × 10^{6}", (4_184_000, 1), (500, 1)),
    ("0,125", (1, 8), (1, 2000)),
];

#[test]
fn numbers_are_read_exactly_and_with_their_precision() {
    for (format, cases) in [(NumberFormat::POINT, POINT), (NumberFormat::COMMA, COMMA)] {
        for (text, value, half_step) in cases {
            let number = Number::parse(text, &format).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(number.value(), &rational(value.0, value.1), "{text}");
            assert_eq!(number.half_step(), rational(half_step.0, half_step.1), "{text}");
        }
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let no = [
        "",
        " ",
        "x",
        "-",
        "1.",
        "1,",
        "1,2",
        "12,34",
        "1,0000",
        "1,000,00",
        "1 00",
        "0,500",
        "1.2.3",
        "5 ×",
        "5 × 103",
        "5 × 10^",
        "5 × 10^{3",
        "1e",
        "1/",
        "1:",
        "--5",
        "5 6",
        "1/2/3",
        "½",
        "٣",
        "1_000",
        "0x10",
        "inf",
        "NaN",
        "10^",
        "5e3.5",
        "1.5/2",
    ];
    for text in no {
        assert!(Number::parse(text, &NumberFormat::POINT).is_err(), "{text}");
    }
    for text in ["0.125", "1.3", "1,000.5"] {
        assert!(Number::parse(text, &NumberFormat::COMMA).is_err(), "{text}");
    }
    assert_eq!(Number::parse("1/0", &NumberFormat::POINT), Err(NumberError::ZeroDenominator));
    assert_eq!(Number::parse("", &NumberFormat::POINT), Err(NumberError::Empty));
    assert_eq!(Number::parse(" 12a", &NumberFormat::POINT), Err(NumberError::Malformed(3)));
}

#[test]
fn hostile_sizes_are_refused() {
    let digits = "9".repeat(201);
    assert_eq!(Number::parse(&digits, &NumberFormat::POINT), Err(NumberError::TooManyDigits));
    assert!(Number::parse(&digits[1..], &NumberFormat::POINT).is_ok());
    for text in ["1e401", "1e-401", "5 × 10^{99999999999999999999}", "1e4000000000"] {
        assert_eq!(Number::parse(text, &NumberFormat::POINT), Err(NumberError::ExponentTooLarge), "{text}");
    }
    assert!(Number::parse("1e400", &NumberFormat::POINT).is_ok());
}

#[test]
fn the_longest_prefix_stops_where_the_number_does() {
    for (text, rest) in [
        ("10 mm", " mm"),
        ("1.3 GSPS", " GSPS"),
        ("5 × 10 mm", " × 10 mm"),
        ("5. Next", ". Next"),
        ("1,000, and", ", and"),
        ("3 to 5", " to 5"),
        ("8 e", " e"),
        ("5e", "e"),
        ("2 / 3", " / 3"),
        ("10^{-4} Pa", " Pa"),
    ] {
        let (_, length) = Number::longest_prefix(text, &NumberFormat::POINT).unwrap();
        assert_eq!(&text[length..], rest, "{text}");
    }
    assert!(Number::longest_prefix("mm", &NumberFormat::POINT).is_none());
}

#[test]
fn numbers_are_written_plainly() {
    for (text, written) in [
        ("4,800", "4800"),
        ("5 × 10^{3}", "5e3"),
        ("13 × 10^{8}", "1.3e9"),
        ("1.30", "1.30"),
        ("10^{-4}", "0.0001"),
        ("0.0001", "0.0001"),
        ("0.00001", "0.00001"),
        ("1 × 10^{-9}", "1e-9"),
        ("−55", "-55"),
        ("-0.0", "0.0"),
        ("1:5000", "1/5000"),
        ("50:1", "50/1"),
        ("1/3", "1/3"),
    ] {
        let number = Number::parse(text, &NumberFormat::POINT).unwrap();
        assert_eq!(number.to_string(), written, "{text}");
        assert_eq!(written.parse::<Number>().unwrap(), number, "{text}");
    }
    assert_eq!(Number::from_integer(-12).to_string(), "-12");
    assert_eq!(Number::exact(rational(1, 3)).to_string(), "1/3");
}

#[test]
fn fractions_have_a_decimal_where_it_ends() {
    for (text, decimal) in [
        ("1:5000", Some("0.0002")),
        ("50:1", Some("50")),
        ("1/2", Some("0.5")),
        ("1/3", None),
        ("5e3", Some("5e3")),
        ("1.30", Some("1.30")),
    ] {
        let number = Number::parse(text, &NumberFormat::POINT).unwrap();
        assert_eq!(number.to_decimal(), decimal.map(str::to_owned), "{text}");
    }
}

proptest! {
    #[test]
    fn writing_and_reading_gives_the_same_number(digits in "[0-9]{1,30}", place in 0usize..30, exponent in -300i32..300, negative: bool) {
        let at = digits.len().saturating_sub(place);
        let (head, tail) = digits.split_at(at);
        let sign = if negative { "-" } else { "" };
        let point = if tail.is_empty() { "" } else { "." };
        let text = format!("{sign}{head}{point}{tail}e{exponent}");
        let number: Number = text.parse().unwrap();
        let again: Number = number.to_string().parse().unwrap();
        prop_assert_eq!(again, number);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = Number::parse(&text, &NumberFormat::POINT);
        let _ = Number::parse(&text, &NumberFormat::COMMA);
        if let Some((_, length)) = Number::longest_prefix(&text, &NumberFormat::POINT) {
            prop_assert!(text.is_char_boundary(length));
        }
    }

    #[test]
    fn no_numeric_text_makes_it_panic(text in "[0-9., e×x^{}−/:⁻¹²³-]{0,24}") {
        if let Ok(number) = Number::parse(&text, &NumberFormat::POINT) {
            prop_assert_eq!(number.to_string().parse::<Number>().unwrap(), number);
        }
    }
}
