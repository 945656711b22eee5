// The practice community, as its manager and as a member: every main page in both
// languages, light and dark, on a desk and on a phone; an action from card to verdict.
import assert from "node:assert/strict";
import { test } from "node:test";
import { house } from "../support/house.mjs";
import { visitor } from "../support/visitor.mjs";

const PASSWORD = "een lang wachtwoord 42";

test("the practice community", { timeout: 600_000 }, async (t) => {
  let who;
  const place = await house({
    fill: (run) => {
      const done = run(["demo", "--people", "350", "--days", "365", "--seed", "1", "--password", PASSWORD]);
      assert.equal(done.code, 0, done.err);
      who = /manager: (\S+)\s+member: (\S+)/.exec(done.out);
    },
  });
  t.after(() => place.stop());
  const [, managerAddress, memberAddress] = who;

  await t.test("every page is accessible, fits, and breaks no policy", async () => {
    const wrong = [];
    for (const [width, height, scheme, lang] of [
      [1280, 800, "light", "nl-NL"], [1280, 800, "dark", "en-GB"],
      [390, 844, "dark", "nl-NL"], [320, 700, "light", "en-GB"],
    ]) {
      const touch = width < 400;
      const manager = await visitor(place, { width, height, scheme, lang, touch });
      await manager.enter(managerAddress, PASSWORD);
      await manager.go("/cockpit/actions");
      const result = await manager.page.$$eval("a[href^='/cockpit/actions/']", (links) =>
        links.map((link) => link.getAttribute("href")).filter((href) => /actions\/\d+$/.test(href)).at(-1));
      for (const path of [
        "/", "/groups", "/groups/koffiehoek", "/groups/koffiehoek/members", "/people", "/actions",
        "/cockpit", "/cockpit/reach", "/cockpit/phase", "/cockpit/participation", "/cockpit/returning", "/cockpit/answers", "/cockpit/ties", "/cockpit/reports", "/cockpit/reports/mailing", "/cockpit/oversight", "/settings/looks",
        "/cockpit/actions", result, "/cockpit/actions/new?catalogue=2", "/cockpit/people",
        "/cockpit/team", "/cockpit/departments", "/cockpit/imports", "/settings", "/what-we-measure",
      ]) {
        const answer = await manager.go(path);
        if (answer.status() !== 200) wrong.push(`${path}: ${answer.status()}`);
        wrong.push(...(await manager.violations()).map((line) => `${width} ${scheme} ${line}`));
        if (await manager.overflows()) wrong.push(`${width} ${path} stands out sideways`);
        if (touch) wrong.push(...(await manager.tight()));
      }
      wrong.push(...manager.troubles);
      await manager.context.close();
    }
    assert.deepEqual(wrong, []);
  });

  await t.test("a finished action has an honest sentence", async () => {
    const manager = await visitor(place);
    await manager.enter(managerAddress, PASSWORD);
    await manager.go("/cockpit/actions");
    const hrefs = await manager.page.$$eval("a[href^='/cockpit/actions/']", (links) => [
      ...new Set(links.map((link) => link.getAttribute("href")).filter((href) => /actions\/\d+$/.test(href))),
    ]);
    assert.equal(hrefs.length, 7);
    for (const href of hrefs.slice(1)) {
      await manager.go(href);
      const sentence = await manager.page.textContent("h1");
      assert.match(sentence, /Het werkte|niet zeggen|averechts|minder/i, sentence);
    }
    const csv = await manager.page.request.get(`${place.url}/cockpit/reach.csv`);
    assert.equal(csv.status(), 200);
    assert.match(csv.headers()["content-type"], /text\/csv/);
  });

  await t.test("a member takes part from the feed and nobody sees the cockpit", async () => {
    const member = await visitor(place, { width: 390, height: 844 });
    await member.enter(memberAddress, PASSWORD);
    await member.go("/");
    await member.page.fill(".ask input[name=answer]", "Komt er een tweede koffieautomaat op de gang?");
    await Promise.all([
      member.page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok()),
      member.page.click(".ask form button"),
    ]);
    await member.page.waitForSelector(".ask input[name=answer]", { state: "detached" });
    const refused = await member.go("/cockpit");
    assert.equal(refused.status(), 403);
    assert.deepEqual(await member.violations(), []);
  });

  const doctor = place.run(["doctor", "--json"]);
  assert.equal(doctor.code, 0, doctor.out);
});
