"""A typst source as a PDF or a PNG of 300 dpi: with_typst.py SOURCE OUT, for benches/exports.py."""

import sys

import typst

typst.compile(sys.argv[1], output=sys.argv[2], format=sys.argv[2].rsplit(".", 1)[1], ppi=300)
