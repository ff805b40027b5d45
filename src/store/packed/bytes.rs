//! Numbers, texts and lists as bytes: little-endian, of fixed width, every length before what it counts.

use crate::model::{ClockTime, Date, Span};

pub(in crate::store) fn put_u32(out: &mut Vec<u8>, number: u32) {
    out.extend(number.to_le_bytes());
}

pub(in crate::store) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_u32(out, text.len() as u32);
    out.extend(text.as_bytes());
}

pub(in crate::store) fn put_option<T>(out: &mut Vec<u8>, value: Option<T>, put: fn(&mut Vec<u8>, T)) {
    out.push(u8::from(value.is_some()));
    if let Some(value) = value {
        put(out, value);
    }
}

pub(in crate::store) fn put_list<T>(out: &mut Vec<u8>, list: &[T], put: impl Fn(&mut Vec<u8>, &T)) {
    put_u32(out, list.len() as u32);
    list.iter().for_each(|item| put(out, item));
}

pub(in crate::store) fn put_span(out: &mut Vec<u8>, span: Span) {
    put_u32(out, span.start);
    put_u32(out, span.end);
}

pub(in crate::store) fn put_date(out: &mut Vec<u8>, date: Date) {
    out.extend(date.year.to_le_bytes());
    out.extend([date.month, date.day]);
}

pub(in crate::store) fn put_time(out: &mut Vec<u8>, time: ClockTime) {
    out.extend(time.minute.to_le_bytes());
    put_option(out, time.offset, |out, offset| out.extend(offset.to_le_bytes()));
}

/// What is still to be unpacked. Everything gives `None` where the bytes end too early or make no sense.
pub(in crate::store) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (head, tail) = self.0.split_at_checked(count)?;
        self.0 = tail;
        Some(head)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>()?;
        self.0 = tail;
        Some(*head)
    }

    pub fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    pub fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub fn u128(&mut self) -> Option<u128> {
        self.array().map(u128::from_le_bytes)
    }

    pub fn flag(&mut self) -> Option<bool> {
        self.u8().filter(|flag| *flag <= 1).map(|flag| flag == 1)
    }

    pub fn text(&mut self) -> Option<String> {
        let count = self.u32()? as usize;
        str::from_utf8(self.take(count)?).ok().map(str::to_owned)
    }

    pub fn option<T>(&mut self, unpack: fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? { unpack(self).map(Some) } else { Some(None) }
    }

    pub fn list<T>(&mut self, unpack: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.u32()? as usize;
        // A count that lies must not take memory: every item has a byte at least, and no item outweighs its bytes by far.
        let room = count.min(self.0.len() / size_of::<T>().div_ceil(4).max(1));
        let mut list = Vec::with_capacity(room);
        for _ in 0..count {
            list.push(unpack(self)?);
        }
        Some(list)
    }

    pub fn span(&mut self) -> Option<Span> {
        Some(Span { start: self.u32()?, end: self.u32()? })
    }

    pub fn date(&mut self) -> Option<Date> {
        Date::new(self.u16()?.cast_signed(), self.u8()?, self.u8()?)
    }

    pub fn time(&mut self) -> Option<ClockTime> {
        let minute = self.u16()?;
        let offset = self.option(Self::u16)?.map(u16::cast_signed);
        ClockTime::new(minute / 60, minute % 60, offset)
    }
}
