//! One open map and what a person does with it. Headless: knows no window and no command line.
