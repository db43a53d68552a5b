//! Waiting: for a time, for a descriptor, or for whichever comes first.

use super::{
    Call, Errno, Fault, Rights,
    clock::ClockId,
    fd_table::Target,
    io::WAIT_STEP_NS,
    memory::{Span, u16_at, u32_at, u64_at},
};
use crate::guest::Guest;
use alloc::{vec, vec::Vec};

/// Subscriptions in one call at most.
const MAX_SUBSCRIPTIONS: u32 = 1_024;
const SUBSCRIPTION_BYTES: u32 = 48;
const EVENT_BYTES: u32 = 32;
/// What a stream that takes everything says it takes.
const WRITABLE_BYTES: u64 = 64 << 10;

#[derive(Clone, Copy, Debug)]
struct Subscription {
    userdata: u64,
    what: What,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Clock { id: Result<ClockId, Errno>, timeout_ns: u64, absolute: bool },
    Read { fd: u32 },
    Write { fd: u32 },
}

impl What {
    fn tag(self) -> u8 {
        match self {
            Self::Clock { .. } => 0,
            Self::Read { .. } => 1,
            Self::Write { .. } => 2,
        }
    }
}

/// What a subscription has come to.
#[derive(Clone, Copy, Debug)]
struct Event {
    userdata: u64,
    tag: u8,
    errno: Errno,
    bytes: u64,
    hangup: bool,
}

impl Event {
    fn of(subscription: &Subscription, errno: Errno) -> Self {
        let Subscription { userdata, what } = *subscription;
        Self { userdata, tag: what.tag(), errno, bytes: 0, hangup: false }
    }

    fn bytes(&self) -> [u8; EVENT_BYTES as usize] {
        let mut out = [0; EVENT_BYTES as usize];
        out[0..8].copy_from_slice(&self.userdata.to_le_bytes());
        out[8..10].copy_from_slice(&(self.errno as u16).to_le_bytes());
        out[10] = self.tag;
        out[16..24].copy_from_slice(&self.bytes.to_le_bytes());
        out[24] = u8::from(self.hangup);
        out
    }
}

impl<G: Guest> Call<'_, G> {
    pub(super) fn poll_oneoff(
        &mut self,
        subscriptions: u32,
        events: u32,
        nsubscriptions: u32,
        nevents: u32,
    ) -> Result<(), Fault> {
        if nsubscriptions == 0 || nsubscriptions > MAX_SUBSCRIPTIONS {
            return Err(Errno::Inval.into());
        }
        let array = self.array(subscriptions, nsubscriptions, SUBSCRIPTION_BYTES)?;
        let events = self.array(events, nsubscriptions, EVENT_BYTES)?;
        let nevents = self.span(nevents, 4)?;
        let subscriptions = self.subscriptions(array)?;
        let happened = self.wait_for(&subscriptions)?;
        let mut rest = events;
        for event in &happened {
            self.put(rest, &event.bytes())?;
            rest = rest.skip(EVENT_BYTES);
        }
        // One event for a subscription at most.
        self.put_u32(nevents, u32::try_from(happened.len()).unwrap_or(nsubscriptions))
    }

    fn subscriptions(&self, array: Span) -> Result<Vec<Subscription>, Fault> {
        let mut raw = vec![0; array.len as usize];
        self.guest.read(array.at, &mut raw)?;
        let mut subscriptions = Vec::new();
        for raw in raw.chunks_exact(SUBSCRIPTION_BYTES as usize) {
            let what = match raw[8] {
                0 => What::Clock {
                    id: ClockId::from_guest(u32_at(raw, 16)),
                    timeout_ns: u64_at(raw, 24),
                    absolute: u16_at(raw, 40) & 1 != 0,
                },
                1 => What::Read { fd: u32_at(raw, 16) },
                2 => What::Write { fd: u32_at(raw, 16) },
                _ => return Err(Errno::Inval.into()),
            };
            subscriptions.push(Subscription { userdata: u64_at(raw, 0), what });
        }
        Ok(subscriptions)
    }

    /// Says what has happened, or for how long that is to be waited for.
    fn wait_for(&mut self, subscriptions: &[Subscription]) -> Result<Vec<Event>, Fault> {
        // A wait that goes on began when it began.
        let start = match self.world.waiting_since.take() {
            Some(start) => start,
            None => self.times(),
        };
        let deadlines: Vec<Option<u64>> =
            subscriptions.iter().map(|subscription| deadline(subscription, &start)).collect();
        let first = deadlines.iter().flatten().min().copied();
        let is_stdin = |subscription: &Subscription| matches!(subscription.what, What::Read { fd } if self.is_input(fd));
        let needs_input = subscriptions.iter().any(is_stdin);
        loop {
            if needs_input {
                self.world.stdin.ask(self.host, 0);
            }
            let now = self.time(ClockId::Monotonic);
            let happened: Vec<Event> = subscriptions
                .iter()
                .zip(&deadlines)
                .filter_map(|(subscription, deadline)| self.event(subscription, *deadline, now))
                .collect();
            if !happened.is_empty() {
                return Ok(happened);
            }
            self.go_on_waiting()?;
            let left = first.map_or(u64::MAX, |first| first.saturating_sub(now));
            if first.is_some() && self.world.has_virtual_clock() {
                let fuel = self.guest.fuel();
                self.world.sleep_virtual(fuel, left)?;
                // Less of the virtual time is left now than the guest's slice was made for.
                self.sched_yield()?;
                continue;
            }
            let left = left.min(self.world.real_left_ns(self.host));
            if needs_input {
                self.world.stdin.ask(self.host, left.min(WAIT_STEP_NS));
            } else {
                self.world.waiting_since = Some(start);
                return Err(Fault::Wait { ns: left });
            }
        }
    }

    /// Whether a call that waits may go on: not beyond the run's end, and not where the guest is
    /// to end its turn.
    pub(super) fn go_on_waiting(&mut self) -> Result<(), Fault> {
        match self.world.interrupted() {
            Some(_) => Err(Errno::Intr.into()),
            None => Ok(self.world.check(self.host)?),
        }
    }

    /// What a subscription has come to by now.
    fn event(&self, subscription: &Subscription, deadline: Option<u64>, now: u64) -> Option<Event> {
        match subscription.what {
            What::Clock { id: Err(errno), .. } => Some(Event::of(subscription, errno)),
            What::Clock { .. } => deadline
                .is_some_and(|deadline| deadline <= now)
                .then(|| Event::of(subscription, Errno::Success)),
            What::Read { fd } => match self.readable(fd) {
                Ok(None) => None,
                Ok(Some((bytes, hangup))) => {
                    Some(Event { bytes, hangup, ..Event::of(subscription, Errno::Success) })
                }
                Err(errno) => Some(Event::of(subscription, errno)),
            },
            What::Write { fd } => Some(match self.writable(fd) {
                Ok(bytes) => Event { bytes, ..Event::of(subscription, Errno::Success) },
                Err(errno) => Event::of(subscription, errno),
            }),
        }
    }

    /// How much can be read without waiting, and whether that is the end; `None`: not yet.
    fn readable(&self, fd: u32) -> Result<Option<(u64, bool)>, Errno> {
        let descriptor = self.world.fds.get(fd)?;
        descriptor.base.check(Rights::FD_READ)?;
        match descriptor.target {
            Target::Input if self.world.stdin.must_wait() => Ok(None),
            Target::Input => {
                let bytes = self.world.stdin.available().len() as u64;
                Ok(Some((bytes, self.world.stdin.is_at_end())))
            }
            Target::File { id, offset } => {
                let bytes = self.world.workspace.bytes_from(id, offset)?.len() as u64;
                Ok(Some((bytes, false)))
            }
            Target::Output(_) | Target::Directory { .. } => Err(Errno::BadF),
        }
    }

    fn writable(&self, fd: u32) -> Result<u64, Errno> {
        let descriptor = self.world.fds.get(fd)?;
        descriptor.base.check(Rights::FD_WRITE)?;
        match descriptor.target {
            Target::Output(_) | Target::File { .. } => Ok(WRITABLE_BYTES),
            Target::Input | Target::Directory { .. } => Err(Errno::BadF),
        }
    }

    fn is_input(&self, fd: u32) -> bool {
        self.world.fds.get(fd).is_ok_and(|descriptor| descriptor.target == Target::Input)
    }

    fn times(&mut self) -> Times {
        Times {
            monotonic_ns: self.time(ClockId::Monotonic),
            realtime_ns: self.time(ClockId::Realtime),
            cpu_ns: self.time(ClockId::CpuTime),
        }
    }
}

/// What the clocks say when the wait begins.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_field_names, reason = "units are in the names")]
pub(crate) struct Times {
    monotonic_ns: u64,
    realtime_ns: u64,
    cpu_ns: u64,
}

/// When a subscription is over, on the monotonic clock: the host's realtime clock may be set while
/// the guest waits, which must not make it wait for ever.
fn deadline(subscription: &Subscription, start: &Times) -> Option<u64> {
    let What::Clock { id: Ok(id), timeout_ns, absolute } = subscription.what else { return None };
    let wait = match id {
        _ if !absolute => timeout_ns,
        ClockId::Monotonic => timeout_ns.saturating_sub(start.monotonic_ns),
        ClockId::Realtime => timeout_ns.saturating_sub(start.realtime_ns),
        ClockId::CpuTime => timeout_ns.saturating_sub(start.cpu_ns),
    };
    Some(start.monotonic_ns.saturating_add(wait))
}
