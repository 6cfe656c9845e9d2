//! Pictures from drawings.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::document::Picture;

/// How wide a picture is, in pixels: 300 dots an inch over the width of the text would be twice as many, and twice as large a file.
const PIXELS: f32 = 1400.0;
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

/// A drawing as a picture on white; none where it is no drawing or has no size.
pub(super) fn picture(svg: &str, title: &str, description: &str) -> Option<Picture> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FONT.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let scale = PIXELS / tree.size().width();
    let size = tree.size().to_int_size().scale_by(scale)?;
    let mut pixels = Pixmap::new(size.width(), size.height())?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let png = pixels.encode_png().ok()?;
    Some(Picture { png, size: (size.width(), size.height()), title: title.to_owned(), description: description.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_the_same_picture_each_time() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><rect width="50" height="40"/><text x="60" y="20">a</text></svg>"#;
        let picture = || picture(svg, "t", "d").unwrap();
        assert_eq!(picture().size, (1400, 560));
        assert_eq!(picture().png, picture().png);
    }

    #[test]
    fn what_is_no_drawing_makes_no_picture() {
        assert!(picture("not a drawing", "t", "d").is_none());
    }
}
