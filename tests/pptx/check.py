"""Opens slides as other programs do: with python-pptx, which reads every shape, and with the published schemas of ISO/IEC 29500-4.

    python check.py SCHEMAS FILE.pptx…    with python-pptx and lxml; SCHEMAS is a folder in which pml.xsd and dml-main.xsd stand
"""

import io
import sys
import zipfile
from pathlib import Path

import pptx
from lxml import etree

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def schema(folder, name):
    return etree.XMLSchema(etree.parse(next(Path(folder).rglob(name))))


def texts(shapes):
    for shape in shapes:
        if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP:
            yield from texts(shape.shapes)
        elif shape.has_text_frame and shape.text_frame.text:
            yield shape.text_frame.text


def main(schemas, *paths):
    slides, drawings = schema(schemas, "pml.xsd"), schema(schemas, "dml-main.xsd")
    wrong = []
    for path in paths:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.startswith("ppt/") and name.endswith(".xml"):
                    part = etree.fromstring(package.read(name))
                    held = drawings if part.tag.startswith(DRAWING) else slides
                    if not held.validate(part):
                        wrong += [f"{path}: {name}: {fault.message}" for fault in held.error_log]
        presentation = pptx.Presentation(path)
        titled = sum(slide.shapes.title is not None for slide in presentation.slides)
        words = sum(len(list(texts(slide.shapes))) for slide in presentation.slides)
        print(f"{path}: {len(presentation.slides)} slides, {titled} with a title, {words} shapes with words")
        # What python-pptx writes of it, it reads again.
        again = io.BytesIO()
        presentation.save(again)
        if len(pptx.Presentation(again).slides) != len(presentation.slides):
            wrong.append(f"{path}: slides are lost when it is saved again")
    for fault in wrong:
        print(fault)
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
