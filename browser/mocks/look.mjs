// Looks at every mock: node mocks/look.mjs FOLDER [name ...]
// Pictures at three widths in both themes; axe; no sideways scroll; nothing that the policy refuses.
import { mkdir, readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { names } from "./pages.mjs";
import { serve } from "./serve.mjs";

const [folder, ...wanted] = process.argv.slice(2);
const SIZES = { desk: [1280, 800], phone: [390, 844] };
const axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
await mkdir(folder, { recursive: true });
const server = await serve(0);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;
const fault = (...words) => {
  faults += 1;
  console.log("FAULT", ...words);
};

/** Elements that reach beyond the right edge and are not inside a part that scrolls by itself. */
const tooWide = () => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("main *, header *")]
    .filter((e) => e.getBoundingClientRect().right > width + 1)
    .slice(0, 4)
    .map((e) => `${e.tagName}.${e.className?.baseVal ?? e.className}`);
};

for (const name of wanted.length > 0 ? wanted : await names()) {
  for (const theme of ["light", "dark"]) {
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, bypassCSP: false, hasTouch: size === "phone", isMobile: size === "phone", locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
      const tab = await context.newPage();
      tab.on("console", (m) => ["error", "warning"].includes(m.type()) && fault(name, size, m.text().slice(0, 200)));
      tab.on("pageerror", (e) => fault(name, size, e.message));
      await tab.goto(`${origin}/${name}.html`, { waitUntil: "load" });
      await tab.evaluate(() => document.fonts.ready);
      await tab.screenshot({ path: `${folder}/${name}-${size}-${theme}.png`, fullPage: false });
      await tab.screenshot({ path: `${folder}/${name}-${size}-${theme}-full.png`, fullPage: true });
      await tab.evaluate(axe);
      const seen = await tab.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      for (const v of seen.violations) fault(name, size, theme, v.id, v.nodes.length, v.nodes[0].target.join(" "), v.nodes[0].any[0]?.message ?? v.help);
      if (theme === "light" && size === "phone") {
        for (const narrow of [320, 360, 390, 760]) {
          await tab.setViewportSize({ width: narrow, height });
          const wide = await tab.evaluate(tooWide);
          if (wide.length > 0) fault(name, narrow, "px is too narrow for", wide.join(", "));
        }
      }
      await context.close();
    }
  }
  console.log("seen", name);
}
await browser.close();
server.closeAllConnections();
server.close();
console.log(faults === 0 ? "no faults" : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
