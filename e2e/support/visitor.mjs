// Somebody in a browser, who notices everything that a person would not want to see.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function visitor(house, { width = 1280, height = 800, lang = "nl-NL", scheme = "light", scripts = true, touch = false } = {}) {
  const context = await house.browser.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) troubles.push(`${response.url()}: ${response.status()}`);
  });
  const go = (path) => page.goto(house.url + path);
  const enter = async (email, password) => {
    await go("/sign-in");
    await page.fill("input[name=email]", email);
    await page.fill("input[name=password]", password);
    await page.click("main button.btn--primary");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  };
  /** What axe finds wrong on this page, in words. */
  const violations = async () => {
    // The page's policy allows no foreign script: axe goes in through the debugger.
    const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
    return found.violations.map((v) => `${page.url()} ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
  };
  /** Whether something stands out of the page to the right. */
  const overflows = () =>
    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  /** What is too small for a finger: below 44 px high, unless it is a link in a sentence or a name above a text. */
  const tight = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox]), a.btn, nav a")]
        .filter((e) => e.closest(".sr, .skip") === null && !e.matches(".sr") && e.getClientRects().length > 0)
        .filter((e) => e.getBoundingClientRect().height < 43.5)
        .map((e) => `${location.pathname} ${e.className}: ${Math.round(e.getBoundingClientRect().height)} px, ${(e.textContent || e.name).trim().slice(0, 30)}`),
    );
  return { context, page, troubles, go, enter, violations, overflows, tight };
}
