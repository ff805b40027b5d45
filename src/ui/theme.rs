//! The colours of the program, light and dark, and how egui's own widgets wear them.
//!
//! Every colour on the screen comes from here. Text has a contrast of at least 4.5:1 to what it stands on
//! (WCAG 2.2, 1.4.3); a test holds that.

use crate::model::Color;
use egui::{Color32, CornerRadius, Shadow, Stroke, Style, Theme, Visuals, vec2};

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    pub dark: bool,
    /// Behind the article.
    pub page: Color32,
    /// Behind lists and bars.
    pub panel: Color32,
    /// A card, a selected row, a field.
    pub raised: Color32,
    /// A row under the pointer.
    pub hovered: Color32,
    /// A chip, a key cap, the track of a bar.
    pub sunken: Color32,
    pub line: Color32,
    pub text: Color32,
    /// Second in importance: outlets, dates, counts.
    pub muted: Color32,
    /// Text that can be clicked, focus, the selected card's frame where no topic gives one.
    pub accent: Color32,
    pub warning: Color32,
    /// Behind selected words.
    pub selection: Color32,
    /// Behind what the reader wrote.
    pub note: Color32,
    /// Behind words that were searched for.
    pub hit: Color32,
    /// Behind the hit that the reader is at.
    pub current_hit: Color32,
    /// A chip that is on, and its text.
    pub chip_on: Color32,
    pub chip_on_text: Color32,
}

const LIGHT: Tokens = Tokens {
    dark: false,
    page: Color32::from_rgb(0xFB, 0xFA, 0xF6),
    panel: Color32::from_rgb(0xF3, 0xF1, 0xEC),
    raised: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    hovered: Color32::from_rgb(0xEA, 0xE7, 0xE0),
    sunken: Color32::from_rgb(0xE8, 0xE5, 0xDD),
    line: Color32::from_rgb(0xDD, 0xD9, 0xD0),
    text: Color32::from_rgb(0x23, 0x21, 0x1D),
    muted: Color32::from_rgb(0x66, 0x61, 0x57),
    accent: Color32::from_rgb(0x1B, 0x5C, 0xA8),
    warning: Color32::from_rgb(0x9A, 0x3F, 0x05),
    selection: Color32::from_rgb(0xC4, 0xD7, 0xF2),
    note: Color32::from_rgb(0xFB, 0xF3, 0xD5),
    hit: Color32::from_rgb(0xFB, 0xE8, 0x9C),
    current_hit: Color32::from_rgb(0xF5, 0xC2, 0x4A),
    chip_on: Color32::from_rgb(0x23, 0x21, 0x1D),
    chip_on_text: Color32::from_rgb(0xFB, 0xFA, 0xF6),
};

const DARK: Tokens = Tokens {
    dark: true,
    page: Color32::from_rgb(0x17, 0x18, 0x1B),
    panel: Color32::from_rgb(0x1D, 0x1F, 0x23),
    raised: Color32::from_rgb(0x27, 0x29, 0x2F),
    hovered: Color32::from_rgb(0x26, 0x28, 0x2D),
    sunken: Color32::from_rgb(0x33, 0x36, 0x3C),
    line: Color32::from_rgb(0x35, 0x38, 0x3F),
    text: Color32::from_rgb(0xE9, 0xE7, 0xE2),
    muted: Color32::from_rgb(0xA3, 0xA1, 0x9B),
    accent: Color32::from_rgb(0x8F, 0xB8, 0xF0),
    warning: Color32::from_rgb(0xF0, 0x9A, 0x5E),
    selection: Color32::from_rgb(0x2B, 0x46, 0x6E),
    note: Color32::from_rgb(0x3A, 0x35, 0x24),
    hit: Color32::from_rgb(0x5C, 0x4C, 0x12),
    current_hit: Color32::from_rgb(0x74, 0x57, 0x0A),
    chip_on: Color32::from_rgb(0xE9, 0xE7, 0xE2),
    chip_on_text: Color32::from_rgb(0x17, 0x18, 0x1B),
};

/// The colours in force.
pub fn tokens(ui: &egui::Ui) -> &'static Tokens {
    of(ui.theme())
}

pub fn of(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

impl Tokens {
    /// A topic's colour as marks wear it: squares, stripes, underlines, bars. Lighter on the dark page, and
    /// brought away from the page until it stands out by 3:1 (WCAG 2.2, 1.4.11).
    pub fn topic(&self, Color([r, g, b]): Color) -> Color32 {
        let away = if self.dark { Color32::WHITE } else { Color32::BLACK };
        let mut color = mix(Color32::from_rgb(r, g, b), away, if self.dark { 0.35 } else { 0.0 });
        for _ in 0..24 {
            if rough_contrast(color, self.page) >= 3.15 {
                break;
            }
            color = mix(color, away, 0.04);
        }
        color
    }

    /// The pale tint behind a passage of a topic.
    pub fn tint(&self, topic: Color) -> Color32 {
        mix(self.page, self.topic(topic), if self.dark { 0.20 } else { 0.14 })
    }

    /// The same, for the selected passage.
    pub fn strong_tint(&self, topic: Color) -> Color32 {
        mix(self.page, self.topic(topic), if self.dark { 0.34 } else { 0.26 })
    }
}

/// Contrast with the gamma taken for 2: a few per cent off, and quick enough to be asked for every mark of a frame.
fn rough_contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color: Color32| {
        let part = |channel: u8| (f32::from(channel) / 255.0).powi(2);
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b()) + 0.05
    };
    let (a, b) = (luminance(a), luminance(b));
    a.max(b) / a.min(b)
}

/// `share` of `b` in `a`, in sRGB, opaque.
pub fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    let channel = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Color32::from_rgb(channel(a.r(), b.r()), channel(a.g(), b.g()), channel(a.b(), b.b()))
}

/// Dresses egui's widgets in both themes. Once, before the first frame.
pub fn install(ctx: &egui::Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| dress(style, of(theme)));
    }
}

fn dress(style: &mut Style, tokens: &Tokens) {
    use egui::TextStyle::{Body, Button, Heading, Monospace, Small};
    style.text_styles = [(Small, 11.5), (Body, 13.5), (Button, 13.5), (Monospace, 13.0), (Heading, 17.0)]
        .map(|(kind, size)| {
            let font = match kind {
                Monospace => egui::FontId::monospace(size),
                Heading => super::fonts::strong(size),
                _ => super::fonts::plain(size),
            };
            (kind, font)
        })
        .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 5.0);
    style.spacing.interact_size.y = 26.0;
    style.spacing.menu_width = 300.0;
    style.interaction.selectable_labels = false;
    style.animation_time = 0.1;
    dress_visuals(&mut style.visuals, tokens);
}

fn dress_visuals(visuals: &mut Visuals, tokens: &Tokens) {
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.panel;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(48) };
    visuals.window_shadow = Shadow { offset: [0, 8], blur: 28, spread: 0, color: Color32::from_black_alpha(64) };
    visuals.extreme_bg_color = tokens.raised;
    visuals.text_edit_bg_color = Some(tokens.raised);
    visuals.faint_bg_color = tokens.hovered;
    visuals.code_bg_color = tokens.sunken;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.warning;
    visuals.weak_text_color = Some(tokens.muted);
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(1.0, tokens.accent);
    let widgets = &mut visuals.widgets;
    for (state, fill, line, text) in [
        (&mut widgets.noninteractive, tokens.panel, tokens.line, tokens.text),
        (&mut widgets.inactive, tokens.sunken, tokens.line, tokens.text),
        (&mut widgets.hovered, tokens.hovered, tokens.muted, tokens.text),
        (&mut widgets.active, tokens.sunken, tokens.accent, tokens.text),
        (&mut widgets.open, tokens.sunken, tokens.line, tokens.text),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, line);
        state.fg_stroke = Stroke::new(1.0, text);
        state.corner_radius = CornerRadius::same(6);
        state.expansion = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TopicFile;
    use crate::store::sample;

    /// Relative luminance, WCAG 2.2.
    fn luminance(color: Color32) -> f32 {
        let linear = |channel: u8| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_can_be_read_on_everything_it_stands_on() {
        for tokens in [&LIGHT, &DARK] {
            let Tokens { page, panel, raised, hovered, sunken, selection, hit, current_hit, .. } = *tokens;
            for background in [page, panel, raised, hovered, sunken, selection, hit, current_hit] {
                assert!(contrast(tokens.text, background) >= 4.5, "text on {background:?}, dark: {}", tokens.dark);
            }
            for background in [page, panel, raised, hovered, sunken] {
                for text in [tokens.muted, tokens.accent, tokens.warning] {
                    let found = contrast(text, background);
                    assert!(found >= 4.5, "{text:?} on {background:?}: {found}, dark: {}", tokens.dark);
                }
            }
            assert!(contrast(tokens.chip_on_text, tokens.chip_on) >= 4.5);
        }
    }

    #[test]
    fn text_can_be_read_on_the_tint_of_every_topic() {
        let tree = TopicFile::parse(sample::default_topics()).unwrap().into_tree().unwrap();
        for tokens in [&LIGHT, &DARK] {
            for (_, topic) in tree.iter() {
                for background in [tokens.tint(topic.color), tokens.strong_tint(topic.color)] {
                    assert!(contrast(tokens.text, background) >= 4.5, "{} {background:?}", topic.id);
                }
                // Graphics need 3:1 (WCAG 2.2, 1.4.11).
                let mark = contrast(tokens.topic(topic.color), tokens.page);
                assert!(mark >= 3.0, "{}: {mark}, dark: {}", topic.id, tokens.dark);
            }
        }
    }
}
