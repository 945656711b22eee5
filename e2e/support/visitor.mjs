// Somebody in a browser, who notices everything that a person would not want to see.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function visitor(house, { width = 1280, height = 800, lang = "nl-NL", scheme = "light", scripts = true } = {}) {
  const context = await house.browser.newContext({
    viewport: { width, height },
    locale: lang,
    colorScheme: scheme,
    javaScriptEnabled: scripts,
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
  return { context, page, troubles, go, enter, violations, overflows };
}
