// Cards as slides by PptxGenJS, a hundred a slide: node with_pptxgenjs.cjs CARDS.json OUT.pptx, for benches/exports.py.
const PptxGenJS = require("pptxgenjs");
const { readFileSync } = require("node:fs");

const given = JSON.parse(readFileSync(process.argv[2], "utf8"));
const deck = new PptxGenJS();
deck.defineLayout({ name: "A3", width: 16.54, height: 11.69 });
deck.layout = "A3";
const [width, height] = [16.54 / 11, 11.69 / 12];
for (let begin = 0; begin < given.cards.length; begin += 100) {
  const slide = deck.addSlide();
  slide.addText(given.stages[given.cards[begin][0]], { x: 0.75, y: 0.3, w: 15, h: 0.8, fontSize: 24 });
  given.cards.slice(begin, begin + 100).forEach(([, title, detail], nth) => {
    slide.addText(
      [{ text: title, options: { bold: true, fontSize: 9, breakLine: true } }, { text: detail, options: { fontSize: 7 } }],
      { shape: deck.ShapeType.roundRect, x: (nth % 10) * width + width / 2, y: Math.floor(nth / 10) * height + 2 * height, w: width - 0.1, h: height - 0.1, fill: { color: "4472C4" } },
    );
  });
}
deck.writeFile({ fileName: process.argv[3] });
