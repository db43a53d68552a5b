//! The driver. One idea per file: what a case is, what it expects, what always holds.

mod case;
mod difference;
mod expectation;
mod invariants;
mod repeat;

pub use case::{Case, cases};

use case::Verdict;
use hognose_core::contract::{Limits, Outcome, Request, Status};
use std::{
    fmt,
    pin::pin,
    task::{Context, Poll, Waker},
};

/// What executes requests: one of the two twins, or a stand-in.
pub trait Runner {
    /// Runs a request. `Err` is what an embedder is shown for a request that is refused.
    fn run(&self, request: Request) -> Result<Outcome, String>;
}

/// Runs a case. The error names every field that differs, with what was expected and what came.
///
/// A case under determinism is run twice: its two outcomes must be equal in every byte. Where it
/// came to its end, it is also run with exactly the fuel and the memory that it used, and with one
/// unit of fuel less.
pub fn check(case: &Case, runner: &dyn Runner) -> Result<(), String> {
    let checked = pin!(check_async(case, async |request| runner.run(request)));
    match checked.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => Err("a runner that does not wait waits".to_owned()),
    }
}

/// Like [`check`], for what runs requests while something else does something else.
pub async fn check_async(
    case: &Case,
    run: impl AsyncFn(Request) -> Result<Outcome, String>,
) -> Result<(), String> {
    let outcome = match &case.request {
        Ok(request) => run(request.clone()).await,
        Err(refusal) => Err(refusal.clone()),
    };
    let mut faults = Vec::new();
    match (&case.verdict, &outcome) {
        (Verdict::Rejected(expected), Err(refusal)) => {
            faults.extend(difference::of_text("rejected", expected, refusal));
        }
        (Verdict::Rejected(expected), Ok(outcome)) => {
            faults.push(format!(
                "rejected: expected the refusal {expected:?}, but the run ended as {}",
                outcome.status.name()
            ));
        }
        (Verdict::Ends(_), Err(refusal)) => faults.push(format!("the run was refused: {refusal}")),
        (Verdict::Ends(expectation), Ok(outcome)) => {
            faults.extend(expectation.faults(outcome));
            if let Ok(request) = &case.request {
                faults.extend(invariants::faults(request, outcome));
                if request.determinism.is_some() {
                    let again = run(request.clone()).await;
                    faults.extend(repeated("the same run again", outcome, again));
                    faults.extend(fuel_edge(request, outcome, &run).await);
                    faults.extend(memory_edge(request, outcome, &run).await);
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// How a second run of a deterministic request differs from the first.
fn repeated(what: &str, first: &Outcome, second: Result<Outcome, String>) -> Option<String> {
    match second {
        Ok(second) if second == *first => None,
        Ok(second) => difference::of_text(what, &format!("{first:#?}"), &format!("{second:#?}")),
        Err(refusal) => Some(format!("{what} was refused: {refusal}")),
    }
}

/// A deterministic run that came to its end has the same outcome with exactly the fuel that it
/// used, and runs out with one unit less.
async fn fuel_edge(
    request: &Request,
    outcome: &Outcome,
    run: &impl AsyncFn(Request) -> Result<Outcome, String>,
) -> Option<String> {
    outcome.exit_code?; // none: it was stopped
    let with_fuel = async |fuel| {
        let limits = request.limits.clone().with_fuel(fuel);
        run(request.clone().with_limits(limits)).await
    };
    let used = outcome.receipt.fuel;
    let exactly = repeated("the run with exactly its fuel", outcome, with_fuel(used).await);
    if exactly.is_some() {
        return exactly;
    }
    match with_fuel(used - 1).await {
        Ok(short) if short.status == Status::OutOfFuel => None,
        Ok(short) => Some(format!(
            "the run with one unit of fuel less than its {used}: expected out_of_fuel, got {}",
            short.status.name()
        )),
        Err(refusal) => Some(format!("the run with one unit of fuel less was refused: {refusal}")),
    }
}

/// A deterministic run that came to its end has the same outcome with exactly the memory that it
/// used: what it was granted is granted again, and what it was refused is refused.
async fn memory_edge(
    request: &Request,
    outcome: &Outcome,
    run: &impl AsyncFn(Request) -> Result<Outcome, String>,
) -> Option<String> {
    outcome.exit_code?;
    let least = Limits::TABLE.iter().find(|limit| limit.name == "memory_bytes")?.min;
    let used = outcome.receipt.peak_memory_bytes.max(least);
    let limits = request.limits.clone().with_memory_bytes(used);
    let again = run(request.clone().with_limits(limits)).await;
    repeated("the run with exactly its memory", outcome, again)
}

/// What a runner made of all cases. Displays as each failure, then one line that counts.
#[derive(Debug)]
pub struct Report {
    /// How many cases were run.
    pub cases: usize,
    /// Name of each case that failed, and how.
    pub failures: Vec<(String, String)>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, faults) in &self.failures {
            writeln!(f, "{name}\n    {}\n", faults.replace('\n', "\n    "))?;
        }
        let failed = self.failures.len();
        write!(f, "{} cases: {} passed, {failed} failed", self.cases, self.cases - failed)
    }
}

/// Runs all cases, one after the other.
pub fn check_all(runner: &dyn Runner) -> Report {
    let cases = cases();
    let failures =
        cases.iter().filter_map(|case| Some((case.name(), check(case, runner).err()?))).collect();
    Report { cases: cases.len(), failures }
}
