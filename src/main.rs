//! The program: hands over to the command line, which opens the window when no other command is named.

fn main() -> std::process::ExitCode {
    touchline::cli::run(std::env::args_os())
}
