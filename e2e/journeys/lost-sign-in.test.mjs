// Somebody writes for an hour, and is signed out meanwhile: nothing of it is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { house } from "../support/house.mjs";
import { visitor } from "../support/visitor.mjs";

const ADDRESS = "mia@example.org";
const PASSWORD = "honderd fietsen op rij";
const TYPED = "Een lang verhaal over de koffiemachine.";

test("what was typed is there again after a lost sign-in", { timeout: 120_000 }, async (t) => {
  const place = await house({
    fill: (run) => {
      const done = run(["user", "set-up", "--community", "Zonnehof", "--name", "Mia Bakker", "--email", ADDRESS], `${PASSWORD}\n`);
      assert.equal(done.code, 0, done.err);
    },
  });
  t.after(() => place.stop());
  const mia = await visitor(place);
  const { page, context } = mia;
  await mia.enter(ADDRESS, PASSWORD);
  const body = 'form[data-draft^="post-new"] textarea[name=body]';
  const open = async () => {
    await mia.go("/");
    await page.waitForSelector(body, { state: "attached" });
    await page.evaluate((selector) => {
      for (let at = document.querySelector(selector); at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    }, body);
  };
  await open();
  await page.fill(body, TYPED);
  await page.waitForFunction((text) => Object.values(localStorage).some((kept) => kept.includes(text)), TYPED);
  await context.clearCookies();
  await page.evaluate((selector) => document.querySelector(selector).form.requestSubmit(), body);
  await page.waitForURL((url) => url.pathname === "/sign-in");
  await mia.enter(ADDRESS, PASSWORD);
  await open();
  assert.equal(await page.inputValue(body), TYPED);
  // Sent at last, it is a post and no draft any more.
  await page.evaluate((selector) => document.querySelector(selector).form.requestSubmit(), body);
  await page.waitForURL((url) => url.pathname.startsWith("/posts/"));
  await open();
  assert.equal(await page.inputValue(body), "");
});
