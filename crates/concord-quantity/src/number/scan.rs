//! Reading a number off the start of a text.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::{Number, NumberError, NumberFormat};

const MINUS: [char; 3] = ['-', '\u{2212}', '\u{2011}'];

/// The longest number at the start of `text`, and its length in bytes.
pub(super) fn longest(text: &str, format: &NumberFormat) -> Result<(Number, usize), NumberError> {
    let mut scanner = Scanner { text, at: 0 };
    let negative = scanner.sign();
    let first = if let Some(power) = scanner.power_of_ten()? {
        power
    } else {
        let (digits, place) = scanner.mantissa(format)?;
        let exponent = scanner.exponent()?;
        scanner.rational(&digits, place, exponent)?
    };
    let number = scanner.quotient(first, format)?;
    Ok((if negative { negated(number) } else { number }, scanner.at))
}

fn negated(number: Number) -> Number {
    Number { value: -number.value, place: number.place }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: &[char]) -> bool {
        match self.peek() {
            Some(c) if wanted.contains(&c) => {
                self.at += c.len_utf8();
                true
            }
            _ => false,
        }
    }

    fn sign(&mut self) -> bool {
        let negative = self.eat(&MINUS);
        if !negative {
            self.eat(&['+']);
        }
        negative
    }

    fn spaces(&mut self) {
        while self.eat(&[' ', '\u{a0}', '\u{2009}', '\u{202f}']) {}
    }

    /// A run of ASCII digits.
    fn digits(&mut self) -> String {
        let run: String = self.rest().chars().take_while(char::is_ascii_digit).collect();
        self.at += run.len();
        run
    }

    /// `10^{3}`, `10⁻⁴` standing alone or after a multiplication sign: the number it is.
    fn power_of_ten(&mut self) -> Result<Option<Number>, NumberError> {
        let start = self.at;
        let found = self.ten_to()?;
        if found.is_none() {
            self.at = start;
        }
        Ok(found.map(|exponent| Number::decimal(BigInt::from(1), exponent)))
    }

    /// `10` with an explicit exponent: the exponent. Leaves the place undefined where there is none.
    fn ten_to(&mut self) -> Result<Option<i32>, NumberError> {
        if !self.rest().starts_with("10") {
            return Ok(None);
        }
        self.at += 2;
        if self.eat(&['^']) {
            let braced = self.eat(&['{']);
            let Some(exponent) = self.signed_exponent()? else { return Ok(None) };
            return Ok((!braced || self.eat(&['}'])).then_some(exponent));
        }
        self.superscript()
    }

    /// An optional sign and digits.
    fn signed_exponent(&mut self) -> Result<Option<i32>, NumberError> {
        let negative = self.sign();
        exponent_value(&self.digits(), negative)
    }

    /// Superscript digits (`⁻⁴`).
    fn superscript(&mut self) -> Result<Option<i32>, NumberError> {
        let negative = self.eat(&['⁻']);
        if !negative {
            self.eat(&['⁺']);
        }
        let mut digits = String::new();
        while let Some(digit) = self.peek().and_then(superscript_digit) {
            self.at += self.peek().map_or(0, char::len_utf8);
            digits.push(digit);
        }
        exponent_value(&digits, negative)
    }

    /// Digits with group separators and a decimal part: all digits without marks, and the place of the last one.
    fn mantissa(&mut self, format: &NumberFormat) -> Result<(String, i32), NumberError> {
        let mut digits = self.digits();
        if (1..=3).contains(&digits.len()) && !digits.starts_with('0') {
            self.groups(&mut digits, format);
        }
        let whole = digits.len();
        let before_mark = self.at;
        if self.eat(&[format.decimal]) {
            let decimals = self.digits();
            if decimals.is_empty() {
                self.at = before_mark;
            }
            digits.push_str(&decimals);
        }
        if digits.is_empty() {
            let error = if self.text.is_empty() { NumberError::Empty } else { NumberError::Malformed(self.at) };
            return Err(error);
        }
        if digits.len() > Number::MAX_DIGITS {
            return Err(NumberError::TooManyDigits);
        }
        let place = -i32::try_from(digits.len() - whole).map_err(|_| NumberError::TooManyDigits)?;
        Ok((digits, place))
    }

    /// Groups of exactly three digits, all after the same separator.
    fn groups(&mut self, digits: &mut String, format: &NumberFormat) {
        let Some(separator) = self.peek().filter(|c| format.thousands.contains(c)) else { return };
        loop {
            let before = self.at;
            if !self.eat(&[separator]) {
                return;
            }
            let group = self.digits();
            if group.len() != 3 {
                self.at = before;
                return;
            }
            digits.push_str(&group);
        }
    }

    /// `e3`, `× 10^{3}`, `× 10³` after a mantissa.
    fn exponent(&mut self) -> Result<Option<i32>, NumberError> {
        let start = self.at;
        if self.eat(&['e', 'E']) {
            if let Some(exponent) = self.signed_exponent()? {
                return Ok(Some(exponent));
            }
        } else {
            self.spaces();
            if self.eat(&['×', 'x', 'X', '·', '*', '⋅']) {
                self.spaces();
                if let Some(exponent) = self.ten_to()? {
                    return Ok(Some(exponent));
                }
            }
        }
        self.at = start;
        Ok(None)
    }

    fn rational(&self, digits: &str, place: i32, exponent: Option<i32>) -> Result<Number, NumberError> {
        let digits: BigInt = digits.parse().map_err(|_| NumberError::Malformed(self.at))?;
        Ok(Number::decimal(digits, place + exponent.unwrap_or(0)))
    }

    /// `/2` or `:5000` after a whole number: the quotient.
    fn quotient(&mut self, first: Number, format: &NumberFormat) -> Result<Number, NumberError> {
        let start = self.at;
        if first.place != Some(0) {
            return Ok(first);
        }
        let spaced = {
            self.spaces();
            self.at > start
        };
        let is_ratio = self.peek() == Some(':');
        if !self.eat(&['/', '⁄', ':']) || (spaced && !is_ratio) {
            self.at = start;
            return Ok(first);
        }
        if is_ratio {
            self.spaces();
        }
        let Ok((digits, 0)) = self.mantissa(format) else {
            self.at = start;
            return Ok(first);
        };
        let below: BigInt = digits.parse().map_err(|_| NumberError::Malformed(self.at))?;
        if below.is_zero() {
            return Err(NumberError::ZeroDenominator);
        }
        Ok(Number::exact(first.value / BigRational::from_integer(below)))
    }
}

fn exponent_value(digits: &str, negative: bool) -> Result<Option<i32>, NumberError> {
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse::<i32>() {
        Ok(size) if size <= Number::MAX_EXPONENT => Ok(Some(if negative { -size } else { size })),
        _ => Err(NumberError::ExponentTooLarge),
    }
}

/// The plain form of a superscript digit.
pub fn superscript_digit(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        _ => return None,
    })
}
