//! The program's icon, painted: a page with three lines, one of them highlighted, and a stripe in the margin.

use egui::IconData;

const SIDE: usize = 64;

/// RGBA, 64 by 64.
pub fn icon() -> IconData {
    let mut rgba = Vec::with_capacity(SIDE * SIDE * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend(pixel(x, y));
        }
    }
    IconData { rgba, width: SIDE as u32, height: SIDE as u32 }
}

fn pixel(x: usize, y: usize) -> [u8; 4] {
    let page = (8..56).contains(&x) && (4..60).contains(&y);
    let stripe = (14..17).contains(&x) && (14..50).contains(&y);
    let line = |top: usize, right: usize| (22..right).contains(&x) && (top..top + 4).contains(&y);
    let tint = (20..52).contains(&x) && (26..38).contains(&y);
    match () {
        () if !page => [0, 0, 0, 0],
        () if stripe => [0x00, 0x72, 0xB2, 0xFF],
        () if line(16, 50) || line(30, 48) || line(44, 42) => [0x23, 0x21, 0x1D, 0xFF],
        () if tint => [0xC9, 0xDF, 0xEC, 0xFF],
        () => [0xFB, 0xFA, 0xF6, 0xFF],
    }
}
