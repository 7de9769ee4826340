//! Nothing that was said to be kept is lost: not when the program is killed, not when the power goes, not when the disk fails.

mod crash;
mod failing;
mod full;
mod killed;
mod power_cut;
mod recovering;
#[cfg(unix)]
mod refused;
mod traced;
mod work;
