//! Pictures from drawings.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::document::{Document, Picture};
use crate::chart::Chart;

/// Dots of a picture for each CSS pixel of its drawing: about 270 an inch on paper.
const SCALE: f32 = 2.5;
/// Twentieths of a point on paper for each CSS pixel of a drawing, so that its text is as large as that of tables.
const TWIPS: u32 = 13;
/// The font of all texts in pictures: one that comes with the program, so that a picture is the same on every machine.
const FONT: &str = "DejaVu Sans";

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(dejavu::sans::regular().to_vec());
    fonts.load_font_data(dejavu::sans::bold().to_vec());
    fonts.set_sans_serif_family(FONT);
    fonts.set_serif_family(FONT);
    fonts.set_monospace_family(FONT);
    Arc::new(fonts)
});

impl Document {
    /// A chart as a picture; where it cannot be drawn, its figures stand in the tables all the same.
    pub(super) fn chart(&mut self, chart: &Chart) {
        if let Some(picture) = picture(&chart.svg, &chart.title, &chart.description) {
            self.picture(picture);
        }
    }
}

/// A drawing as a picture on white; none where it is no drawing or has no size.
fn picture(svg: &str, title: &str, description: &str) -> Option<Picture> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FONT.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let drawn = tree.size().to_int_size();
    let size = drawn.scale_by(SCALE)?;
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    let png = pixels.encode_png().ok()?;
    let size = (drawn.width() * TWIPS, drawn.height() * TWIPS);
    Some(Picture { png, size, title: title.to_owned(), description: description.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_the_same_picture_each_time() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="50" height="40"/><text x="60" y="20">a</text></svg>"#;
        let picture = || picture(svg, "t", "d").unwrap();
        assert_eq!(picture().size, (1300, 520));
        assert_eq!(picture().png, picture().png);
    }

    #[test]
    fn what_is_no_drawing_makes_no_picture() {
        assert!(picture("not a drawing", "t", "d").is_none());
    }
}
