//! The formats of cells.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// The formats of a workbook.
pub(super) struct Styles {
    /// A sheet's title.
    pub(super) title: Format,
    /// A heading inside a page.
    pub(super) heading: Format,
    /// What stands before a value on a page.
    pub(super) label: Format,
    /// A paragraph of a page.
    pub(super) paragraph: Format,
    /// The head of a column.
    pub(super) head: Format,
    /// The head of a column of figures.
    pub(super) head_figure: Format,
    /// A text.
    pub(super) text: Format,
    /// A text of several lines.
    pub(super) long: Format,
    /// A whole number.
    pub(super) count: Format,
    /// A number as printed.
    pub(super) number: Format,
    /// A share between 0 and 1.
    pub(super) share: Format,
    /// A share in percent.
    pub(super) percent: Format,
    /// A day.
    pub(super) day: Format,
    /// A link.
    pub(super) link: Format,
}

impl Styles {
    /// The formats of every workbook.
    pub(super) fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        let ink = Color::RGB(0x001F_3A5F);
        let head = Format::new()
            .set_align(FormatAlign::Top)
            .set_bold()
            .set_text_wrap()
            .set_font_color(Color::White)
            .set_background_color(ink)
            .set_border_bottom(FormatBorder::Thin);
        Self {
            title: plain().set_bold().set_font_size(16).set_font_color(ink),
            heading: plain().set_bold().set_font_size(12).set_font_color(ink),
            label: plain().set_bold().set_text_wrap(),
            paragraph: plain().set_text_wrap(),
            head_figure: head.clone().set_align(FormatAlign::Right),
            head,
            text: plain(),
            long: plain().set_text_wrap(),
            count: plain().set_num_format("#,##0_)"),
            number: plain().set_num_format("General_)"),
            share: plain().set_num_format("0.00_)"),
            percent: plain().set_num_format("0.0%_)"),
            day: plain().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            link: plain().set_text_wrap().set_font_color(Color::RGB(0x000B_57D0)).set_underline(FormatUnderline::Single),
        }
    }
}

/// The tint of a cell by the key of what it says; none where it stays white.
pub(super) fn tint(key: &str) -> Option<Format> {
    crate::office::shade(key).map(|colour| Format::new().set_background_color(Color::RGB(colour)))
}
