//! Paints egui's meshes without a graphics card, the same on every machine.
//!
//! For tests that look at pixels. Triangles are filled pixel by pixel, in the colour space that egui
//! blends in (sRGB, premultiplied); textures are read without smoothing, so shapes that are not scaled
//! come out as on the screen. Leaves out paint callbacks: Readout has none.

use egui::epaint::{ClippedPrimitive, ImageData, Primitive, Vertex};
use egui::{ColorImage, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};
use std::collections::HashMap;

/// A [`TestRenderer`] on the CPU.
#[derive(Default)]
pub struct CpuRenderer {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for change in images {
                let ImageData::Color(image) = &change.image;
                match change.pos {
                    None => {
                        self.textures.insert(id, image.as_ref().clone());
                    }
                    Some(at) => {
                        let texture = self.textures.get_mut(&id).expect("a part comes after the whole");
                        copy_into(texture, image, at);
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize, scale);
        for primitive in ctx.tessellate(output.shapes.clone(), scale) {
            self.paint(&mut canvas, &primitive)?;
        }
        Ok(canvas.into_image())
    }
}

impl CpuRenderer {
    fn paint(&self, canvas: &mut Canvas, primitive: &ClippedPrimitive) -> Result<(), String> {
        let Primitive::Mesh(mesh) = &primitive.primitive else {
            return Err("paint callbacks are not drawn without a graphics card".to_owned());
        };
        let texture = self.textures.get(&mesh.texture_id).ok_or("a mesh uses a texture that was never set")?;
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |index: usize| &mesh.vertices[corners[index] as usize];
            canvas.triangle([corner(0), corner(1), corner(2)], texture, primitive.clip_rect);
        }
        Ok(())
    }
}

fn copy_into(texture: &mut ColorImage, part: &ColorImage, [left, top]: [usize; 2]) {
    let (width, whole) = (part.size[0], texture.size[0]);
    for (row, pixels) in part.pixels.chunks_exact(width).enumerate() {
        let start = (top + row) * whole + left;
        texture.pixels[start..start + width].copy_from_slice(pixels);
    }
}

struct Canvas {
    width: usize,
    height: usize,
    /// Pixels in a point.
    scale: f32,
    /// Premultiplied, 0 to 1.
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn new(width: usize, height: usize, scale: f32) -> Self {
        Self { width, height, scale, pixels: vec![[0.0; 4]; width * height] }
    }

    fn triangle(&mut self, corners: [&Vertex; 3], texture: &ColorImage, clip: Rect) {
        let at = corners.map(|corner| corner.pos * self.scale);
        let area = cross(at[0], at[1], at[2]);
        if area == 0.0 {
            return;
        }
        let bounds = Rect::from_points(&at).intersect(clip * self.scale);
        let range =
            |from: f32, to: f32, end: usize| (from.max(0.0).floor() as usize)..(to.max(0.0).ceil() as usize).min(end);
        for y in range(bounds.top(), bounds.bottom(), self.height) {
            for x in range(bounds.left(), bounds.right(), self.width) {
                let middle = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                if !clip.contains(middle / self.scale) {
                    continue;
                }
                if let Some(weights) = weights(at, area, middle) {
                    blend(&mut self.pixels[y * self.width + x], shade(corners, weights, texture));
                }
            }
        }
    }

    fn into_image(self) -> RgbaImage {
        let byte = |value: f32| (value * 255.0).round().clamp(0.0, 255.0) as u8;
        RgbaImage::from_fn(self.width as u32, self.height as u32, |x, y| {
            Rgba(self.pixels[y as usize * self.width + x as usize].map(byte))
        })
    }
}

/// Twice the signed area of a triangle.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b - a).x * (c - a).y - (b - a).y * (c - a).x
}

/// The share of each corner in the colour at `point`; `None` outside. An edge that two triangles share
/// belongs to one of them, as on a graphics card: the one to its right or below.
fn weights(at: [Pos2; 3], area: f32, point: Pos2) -> Option<[f32; 3]> {
    let mut weights = [0.0; 3];
    for (index, weight) in weights.iter_mut().enumerate() {
        let (from, to) = (at[(index + 1) % 3], at[(index + 2) % 3]);
        *weight = cross(from, to, point) / area;
        let along = if area > 0.0 { to - from } else { from - to };
        let owned = along.y < 0.0 || (along.y == 0.0 && along.x > 0.0);
        if *weight < 0.0 || (*weight == 0.0 && !owned) {
            return None;
        }
    }
    Some(weights)
}

fn shade(corners: [&Vertex; 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mixed = |value: &dyn Fn(&Vertex) -> f32| -> f32 {
        corners.iter().zip(weights).map(|(corner, weight)| weight * value(corner)).sum()
    };
    let [width, height] = texture.size;
    let column = ((mixed(&|corner| corner.uv.x) * width as f32) as usize).min(width - 1);
    let row = ((mixed(&|corner| corner.uv.y) * height as f32) as usize).min(height - 1);
    let texel = texture.pixels[row * width + column].to_array();
    let mut color = [0.0; 4];
    for (channel, value) in color.iter_mut().enumerate() {
        *value =
            mixed(&|corner| f32::from(corner.color.to_array()[channel])) / 255.0 * f32::from(texel[channel]) / 255.0;
    }
    color
}

fn blend(under: &mut [f32; 4], over: [f32; 4]) {
    for (value, new) in under.iter_mut().zip(over) {
        *value = new + *value * (1.0 - over[3]);
    }
}
