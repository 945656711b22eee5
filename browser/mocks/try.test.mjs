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

test("a piece of a form that comes anew leaves the rest of the form as it was", async () => {
  const page = await open("action-new");
  await page.fill("#question", "Waar ligt de sleutel?");
  await page.click("text=Nee, vraag iedereen");
  await page.waitForSelector("#power.notice--fine");
  assert.ok(await page.isChecked("[name=holdout][value='0']"), "what was chosen stays chosen");
  assert.equal(await page.inputValue("#question"), "Waar ligt de sleutel?");
  // Again: the new piece listens as the first one did.
  await Promise.all([page.waitForResponse(/pieces\/power/), page.click("text=Iedereen412 mensen")]);
  assert.ok(await page.isChecked("[name=holdout][value='0']"));
  assert.ok(await page.isChecked("[name=audience][value=all]"));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("every picture that is chosen has its own description, and none is kept as a draft", async () => {
  const page = await open("home");
  await page.click(".composer > summary");
  assert.ok(await page.isVisible("#post-alt"));
  const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const file = (name) => ({ name, mimeType: "image/png", buffer: dot });
  await page.setInputFiles("#post-picture", [file("brug.png"), file("toren.png")]);
  await page.waitForFunction(() => document.querySelectorAll(".preview__one img[src]").length === 2);
  assert.equal(await page.isVisible("#post-alt"), false);
  await page.fill("#post-picture-alt-0", "Een brug");
  await page.fill("#post-picture-alt-1", "Een toren");
  const sent = () => page.evaluate(() => new FormData(document.querySelector(".composer form")).getAll("alt"));
  assert.deepEqual(await sent(), ["Een brug", "Een toren"]);
  assert.equal(await page.locator(".preview__one label").first().textContent(), "Wat is er te zien? (brug.png)");
  await page.setInputFiles("#post-picture", []);
  await page.waitForSelector(".preview__one", { state: "detached" });
  assert.ok(await page.isVisible("#post-alt"));
  assert.equal(await page.evaluate(() => Object.values(localStorage).some((kept) => kept.includes("brug"))), false);
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
  server.nudge("post-1", "notifications");
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

// Text on every ground that it stands on, and edges of controls, in both themes.
const TEXT = [
  ...["--paper", "--paper-2", "--paper-3", "--water-2", "--fine-2", "--mind-2", "--wrong-2"].flatMap((g) => [["--ink", g, 4.5]]),
  ...["--paper", "--paper-2", "--paper-3"].flatMap((g) => [["--ink-2", g, 4.5], ["--water", g, 4.5], ["--water-strong", g, 4.5]]),
  ...["--paper", "--paper-2"].flatMap((g) => [["--brick", g, 4.5], ["--wrong", g, 4.5], ["--line-2", g, 3], ["--chart-1", g, 3], ["--chart-3", g, 3], ["--chart-5", g, 3]]),
  ["--water", "--water-2", 4.5], ["--water-ink", "--water", 4.5], ["--water-ink", "--water-strong", 4.5],
  ["--fine", "--fine-2", 4.5], ["--mind", "--mind-2", 4.5], ["--wrong", "--wrong-2", 4.5],
  ["--deep-ink", "--deep", 4.5], ["--deep-ink-2", "--deep", 4.5], ["--ink-2", "--fine-2", 4.5], ["--chart-1", "--chart-track", 3],
];

for (const theme of ["light", "dark"]) {
  test(`colours stand out enough: ${theme}`, async () => {
    const page = await open("parts");
    const low = await page.evaluate(([pairs, theme]) => {
      document.documentElement.dataset.theme = theme;
      const probe = document.body.appendChild(document.createElement("i"));
      const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
      const light = (paint) => {
        pen.fillStyle = paint;
        pen.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const token = (name) => {
        probe.style.color = `var(${name})`;
        return light(getComputedStyle(probe).color);
      };
      const faces = [0, 1, 2, 3, 4, 5, 6, 7].map((hue) => {
        const face = document.body.appendChild(document.createElement("i"));
        face.className = `avatar hue-${hue}`;
        const style = getComputedStyle(face);
        return [`hue-${hue}`, "initials", 4.5, light(style.color), light(style.backgroundColor)];
      });
      return [...pairs.map(([a, b, least]) => [a, b, least, token(a), token(b)]), ...faces]
        .map(([a, b, least, x, y]) => [a, b, least, (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)])
        .filter(([, , least, ratio]) => ratio < least)
        .map(([a, b, , ratio]) => `${a} on ${b}: ${ratio.toFixed(2)}`);
    }, [TEXT, theme]);
    assert.deepEqual(low, []);
    await page.close();
  });
}
