//! The two faces of the program: Literata to read in, Inter for everything else. Both OFL, in `assets/fonts`.
//!
//! Behind them stand egui's own faces, and in the window the system's for scripts that none of these has.

use egui::{FontData, FontDefinitions, FontFamily, FontId};
use std::sync::Arc;

const READING: &str = "reading";
const READING_BOLD: &str = "reading-bold";
const STRONG: &str = "strong";

/// Makes the faces known. Once, before the first frame.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let faces: [(&str, &'static [u8]); 4] = [
        ("Inter", include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
        ("Inter SemiBold", include_bytes!("../../assets/fonts/Inter-SemiBold.ttf")),
        ("Literata", include_bytes!("../../assets/fonts/Literata-Regular.ttf")),
        ("Literata Bold", include_bytes!("../../assets/fonts/Literata-Bold.ttf")),
    ];
    for (name, bytes) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let fallbacks = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let behind = |first: &[&str]| first.iter().map(|name| (*name).to_owned()).chain(fallbacks.clone()).collect();
    fonts.families.insert(FontFamily::Proportional, behind(&["Inter"]));
    fonts.families.insert(FontFamily::Name(STRONG.into()), behind(&["Inter SemiBold", "Inter"]));
    fonts.families.insert(FontFamily::Name(READING.into()), behind(&["Literata", "Inter"]));
    fonts.families.insert(FontFamily::Name(READING_BOLD.into()), behind(&["Literata Bold", "Literata", "Inter"]));
    ctx.set_fonts(fonts);
}

/// Names of topics, buttons and lists. Sizes are in points.
pub fn plain(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// What is selected, and headings of the panels.
pub fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(STRONG.into()))
}

/// The text of articles and quotes.
pub fn reading(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(READING.into()))
}

/// Headlines.
pub fn reading_bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(READING_BOLD.into()))
}
