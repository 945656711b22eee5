// What the scripts do, tried in a real browser on the mock pages: npm test
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

let server, browser, context, origin;

before(async () => {
  server = await serve(0);
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  context = await browser.newContext({ locale: "nl-NL" });
});

after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** Opens a page; anything that the policy refuses or that throws ends up in `faults`. */
async function open(name, where = context) {
  const page = await where.newPage();
  page.faults = [];
  page.on("pageerror", (e) => page.faults.push(e.message));
  page.on("console", (m) => m.type() === "error" && page.faults.push(m.text()));
  await page.goto(`${origin}/${name}.html`);
  return page;
}

/** Waits until `holds()`; the test runner's own time limit is the end of it. */
const until = async (holds) => {
  while (!holds()) await new Promise((next) => setImmediate(next));
};

test("what you were writing survives a reload, and goes when it is posted", async () => {
  const page = await open("home");
  await page.click(".composer > summary");
  await page.fill("#post-text", "Half af");
  await page.waitForFunction(() => Object.keys(localStorage).some((k) => k.includes("draft")));
  await page.reload();
  assert.equal(await page.inputValue("#post-text"), "Half af");
  assert.ok(await page.isVisible("#post-text"));
  await page.click("text=Plaatsen");
  await page.waitForSelector("#post-312");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes("draft")).length), 0);
  assert.equal(await page.isVisible("#post-text"), false);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a form that asks first is sent after yes only", async () => {
  const page = await open("thread");
  let sent = 0;
  page.on("request", (r) => (sent += r.method() === "POST" ? 1 : 0));
  const remove = async () => {
    await page.click(".post--large details.menu > summary");
    await page.click("text=Verwijderen");
    await page.waitForSelector("dialog[open]");
  };
  await remove();
  await page.click("dialog >> text=Niet doen");
  assert.equal(sent, 0);
  await page.keyboard.press("Escape");
  await remove();
  await Promise.all([page.waitForNavigation(), page.click("dialog >> text=Verwijderen >> visible=true >> nth=-1")]);
  assert.equal(sent, 1);
  await page.close();
});

test("keys lead somewhere, not while typing, and ? lists them", async () => {
  const page = await open("home");
  await page.keyboard.press("?");
  assert.match(await page.innerText("dialog[open]"), /Cockpit/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await page.keyboard.type("gc");
  assert.equal(await page.inputValue("#post-text"), "gc");
  await page.fill("#post-text", "");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("g");
  await Promise.all([page.waitForURL("**/cockpit.html"), page.keyboard.press("c")]);
  await page.close();
});

test("one stream for all pages of a browser; a nudge reaches each of them; another page takes over", async () => {
  const first = await open("home");
  const second = await open("groups");
  await until(() => server.streams.size === 1);
  const [held] = server.streams;
  server.nudge("notifications");
  await first.waitForSelector('.rail__me .count:has-text("4")');
  await second.waitForSelector('.rail__me .count:has-text("4")');
  server.nudge("feed");
  await first.waitForSelector(".live-offer");
  await first.close();
  // The first page's stream ends, the second page opens its own.
  await until(() => server.streams.size === 1 && !server.streams.has(held));
  await second.close();
});

test("copying, menus and notices", async () => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open("home");
  await page.click("#post-311 details.menu > summary");
  await page.click("#post-311 [data-copy]");
  await page.waitForSelector('.toast:has-text("Gekopieerd")');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${origin}/posts/311`);
  await page.click("#post-309 details.menu > summary");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("details.menu[open]").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("without scripts the page still opens, writes and answers", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await open("home", plain);
  await page.click(".composer > summary");
  assert.ok(await page.isVisible("#post-text"));
  await page.focus("#comment-311");
  assert.ok(await page.isVisible("#post-311 .answer button"));
  await plain.close();
});
