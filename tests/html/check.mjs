// Opens exported pages from a file in a headless Chromium, as a client does, and holds them to what is promised: no violation that axe-core
// knows of, light and dark, wide and narrow; nothing that the page's own policy refuses; and search, zoom and audience by the keyboard alone.
//
//     node check.mjs PAGE.html…    with CHROMIUM, and axe-core and puppeteer-core where NODE_MODULES says
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const modules = createRequire(process.env.NODE_MODULES + "/");
const puppeteer = modules("puppeteer-core");
const axe = modules.resolve("axe-core/axe.min.js");

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const wrong = [];
const expect = (is, what) => { if (!is) wrong.push(what); };

for (const path of process.argv.slice(2)) {
  const page = await browser.newPage();
  page.on("console", (said) => { if (said.type() === "error" || said.type() === "warning") wrong.push(`${path}: the console says ${said.text()}`); });
  page.on("pageerror", (error) => wrong.push(`${path}: the script fails: ${error.message}`));
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) wrong.push(`${path}: it asks for ${request.url()}`); });
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(pathToFileURL(path).href);

  // By the keyboard alone.
  const text = (id) => page.$eval(`#${id}`, (node) => node.textContent);
  const before = await text("zoomed");
  await page.focus("#view");
  await page.keyboard.press("+");
  expect((await text("zoomed")) !== before, `${path}: + does not zoom`);
  const place = () => page.$eval("#sheet", (node) => node.style.transform);
  const still = await place();
  await page.keyboard.press("ArrowUp");
  expect((await place()) !== still, `${path}: an arrow does not move the picture`);
  await page.keyboard.press("0");
  const word = await page.$eval("#list li strong", (node) => node.textContent);
  await page.keyboard.press("/");
  await page.keyboard.type(word);
  expect(/^1 \/ \d+$/.test(await text("hits")), `${path}: “${word}” is not found in the picture: ${await text("hits")}`);
  expect((await page.$$("#list mark")).length > 0, `${path}: “${word}” is not marked in the list`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  expect((await page.$$(".hit, mark")).length === 0, `${path}: Escape leaves marks behind`);
  if (await page.$("#lens")) {
    await page.focus("#lens");
    await page.keyboard.press("ArrowDown");
    const shown = await page.$$eval("#sheet svg", (all) => all.map((svg) => getComputedStyle(svg).display !== "none"));
    expect(shown[1] && !shown[0], `${path}: the next audience is not shown`);
    await page.keyboard.press("ArrowUp");
  }

  await page.setBypassCSP(true);
  for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 390]]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setViewport({ width, height: 844 });
    await page.reload();
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
    for (const { id, help, nodes } of violations) {
      wrong.push(`${path}, ${scheme}, ${width} wide: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide <= 0, `${path}: at ${width} the page is ${wide} pixels wider than its window`);
  }
  await page.close();
}
await browser.close();
wrong.forEach((line) => console.error(line));
console.log(`${process.argv.length - 2} pages, ${wrong.length} faults`);
process.exit(wrong.length ? 1 : 0);
