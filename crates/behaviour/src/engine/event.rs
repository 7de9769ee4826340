//! One used row, and the 16 bytes in which it waits until its partition is folded.

/// One used row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Microseconds since 1970, UTC.
    pub time: i64,
    /// The customer's number in the partition.
    pub customer: u32,
    /// The number of the event's name.
    pub name: u16,
    /// The number of the segment's name.
    pub segment: u16,
}

/// An event put away, in one of two ways, the same for a whole log: with its customer's number, or with what is left of the
/// code of its customer's id once the partition is known ([`super::codes`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    time: i64,
    /// Customer's number, name and segment from the lowest bits up; or, from the highest down, code, name and segment.
    rest: u64,
}

/// The bytes of a parcel, in memory and in a file.
pub const PARCEL_BYTES: usize = 16;

/// Bits of a code that the partition does not tell.
pub const REST_BITS: u32 = 39;

const SEGMENT_BITS: u32 = 13;
const NAME_BITS: u32 = u64::BITS - REST_BITS - SEGMENT_BITS;

/// The bits below those of a code.
pub const BELOW_CODE: u32 = NAME_BITS + SEGMENT_BITS;

impl Parcel {
    #[inline]
    pub fn numbered(event: Event) -> Parcel {
        let Event { time, customer, name, segment } = event;
        Parcel { time, rest: u64::from(customer) | u64::from(name) << 32 | u64::from(segment) << 48 }
    }

    /// The event of a numbered parcel.
    #[inline]
    pub fn event(self) -> Event {
        Event {
            time: self.time,
            customer: self.rest as u32,
            name: (self.rest >> 32) as u16,
            segment: (self.rest >> 48) as u16,
        }
    }

    /// Nothing for a name or segment whose number leaves no room for a code. The customer's number does not count.
    #[inline]
    pub fn coded(code_rest: u64, event: Event) -> Option<Parcel> {
        let fits = event.name < 1 << NAME_BITS && event.segment < 1 << SEGMENT_BITS;
        let names = u64::from(event.name) << SEGMENT_BITS | u64::from(event.segment);
        fits.then_some(Parcel { time: event.time, rest: code_rest << BELOW_CODE | names })
    }

    /// What is left of the code of a coded parcel.
    #[inline]
    pub fn code_rest(self) -> u64 {
        self.rest >> BELOW_CODE
    }

    /// The numbered parcel that a coded one becomes when its customer has a number.
    #[inline]
    pub fn with_number(self, customer: u32) -> Parcel {
        let below = |bits: u32| (1_u64 << bits) - 1;
        Parcel::numbered(Event {
            time: self.time,
            customer,
            name: (self.rest >> SEGMENT_BITS & below(NAME_BITS)) as u16,
            segment: (self.rest & below(SEGMENT_BITS)) as u16,
        })
    }

    pub fn to_bytes(self) -> [u8; PARCEL_BYTES] {
        (u128::from(self.time.cast_unsigned()) | u128::from(self.rest) << 64).to_le_bytes()
    }

    pub fn from_bytes(bytes: &[u8; PARCEL_BYTES]) -> Parcel {
        let both = u128::from_le_bytes(*bytes);
        Parcel { time: (both as u64).cast_signed(), rest: (both >> 64) as u64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_parcel_holds_all_of_its_event(time in any::<i64>(), customer in any::<u32>(), name in any::<u16>(),
            segment in any::<u16>(), rest in 0..1_u64 << REST_BITS) {
            let event = Event { time, customer, name, segment };
            prop_assert_eq!(Parcel::numbered(event).event(), event);
            let coded = Parcel::coded(rest, event);
            prop_assert_eq!(coded.is_some(), name < 4096 && segment < 8192);
            for parcel in [Some(Parcel::numbered(event)), coded].into_iter().flatten() {
                prop_assert_eq!(Parcel::from_bytes(&parcel.to_bytes()), parcel);
            }
            if let Some(coded) = coded {
                prop_assert_eq!(coded.code_rest(), rest);
                prop_assert_eq!(coded.with_number(customer).event(), event);
            }
        }
    }
}
