"""Cards as slides by python-pptx, a hundred a slide: with_python_pptx.py CARDS.json OUT.pptx, for benches/exports.py."""

import json
import sys

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Inches, Pt

given = json.load(open(sys.argv[1]))
deck = Presentation()
deck.slide_width, deck.slide_height = Inches(16.54), Inches(11.69)
width, height = Emu(deck.slide_width // 11), Emu(deck.slide_height // 12)
for begin in range(0, len(given["cards"]), 100):
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = given["stages"][given["cards"][begin][0]]
    for nth, (_, title, detail) in enumerate(given["cards"][begin : begin + 100]):
        left, top = Emu(nth % 10 * width + width // 2), Emu(nth // 10 * height + 2 * height)
        shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, left, top, Emu(width - 90000), Emu(height - 90000))
        frame = shape.text_frame
        frame.text = title
        frame.paragraphs[0].runs[0].font.size, frame.paragraphs[0].runs[0].font.bold = Pt(9), True
        run = frame.add_paragraph().add_run()
        run.text, run.font.size = detail, Pt(7)
deck.save(sys.argv[2])
