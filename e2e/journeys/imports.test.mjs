// A community comes in through the page: a Stack Exchange dump as its tables, the people and
// headcounts of an organisation, and its log of who wrote to whom. The numbers on the page are
// those of the sources, counted apart from it (`grep -c`), and the cockpit shows what they make.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { house } from "../support/house.mjs";
import { visitor } from "../support/visitor.mjs";

const DATA = join(import.meta.dirname, "../../../shared/data");
const DUMP = join(DATA, "se-bicycles-meta");
const ENRON = join(DATA, "enron-email");
const EMAIL = "marijke@example.org";
const PASSWORD = "een lang wachtwoord 42";

/** The numbers in front of what they count, from the boxes of the preview. */
const counts = (page) =>
  page.$$eval(".change", (boxes) =>
    boxes.map((box) => [Number(box.querySelector(".num").textContent.replace(/\D/g, "")), box.lastElementChild.textContent]),
  );

/** 31 October 2001, in seconds: the busiest time of the log ends here. */
const BUSY_UNTIL = 1_004_486_400;
const WEEKS = 26;

/**
 * The log with its people as CSV, and how many people each department has. Of the log half a year, moved so
 * that it ends this morning: the cockpit speaks of the last weeks.
 */
function enron(folder) {
  const out = join(folder, "enron");
  mkdirSync(out);
  const script = join(import.meta.dirname, "../../script/enron-csv");
  const made = spawnSync(script, [ENRON, out], { encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  const paths = readFileSync(join(out, "people.csv"), "utf8").trim().split("\n").slice(1).map((row) => row.split(";")[2]);
  const heads = new Map();
  for (const path of paths) heads.set(path.split("/")[0], (heads.get(path.split("/")[0]) ?? 0) + 1);
  // Some are on the payroll whom no table of people names.
  const rows = [...heads].map(([name, count]) => `${name};${count + 10}`);
  writeFileSync(join(out, "headcount.csv"), `department;count\n${rows.join("\n")}\n`);
  const log = readFileSync(join(out, "interactions.csv"), "utf8").trim().split("\n");
  const moved = Math.floor(Date.now() / 86_400_000) * 86_400 - BUSY_UNTIL;
  const recent = log
    .slice(1)
    .map((row) => row.split(";"))
    .filter(([time]) => time >= BUSY_UNTIL - WEEKS * 7 * 86_400 && time < BUSY_UNTIL)
    .map(([time, ...rest]) => [Number(time) + moved, ...rest].join(";"));
  writeFileSync(join(out, "recent.csv"), `${log[0]}\n${recent.join("\n")}\n`);
  return { out, departments: new Set([...paths, ...heads.keys()]).size, contacts: recent.length };
}

for (const { lang, width, height } of [
  { lang: "nl-NL", width: 1280, height: 800 },
  { lang: "en-GB", width: 390, height: 844 },
]) {
  const found = existsSync(DUMP) && existsSync(ENRON);
  const skip = found ? false : "the shared data is not here";
  test(`a community comes in, ${lang} at ${width}`, { timeout: 300_000, skip }, async (t) => {
    const place = await house({
      fill: (run) => {
        const language = lang.slice(0, 2);
        const args = ["user", "set-up", "--community", "Het Plein", "--language", language];
        const done = run([...args, "--name", "Marijke ten Brinke", "--email", EMAIL], PASSWORD);
        assert.equal(done.code, 0, done.err);
      },
    });
    t.after(() => place.stop());
    const dutch = lang.startsWith("nl");
    const manager = await visitor(place, { lang, width, height });
    const { page } = manager;
    const wrong = [];
    const look = async () => {
      wrong.push(...(await manager.violations()));
      if (await manager.overflows()) wrong.push(`${page.url()} stands out sideways`);
    };
    const choose = async (kind, files) => {
      await manager.go("/cockpit/imports");
      await page.locator("label", { has: page.locator(`[name=kind][value=${kind}]`) }).click();
      await page.setInputFiles("[name=file]", files);
      await page.click("main form button.btn--primary");
      // It may take a while; the page then says how far it is, and becomes the preview by itself.
      await page.waitForSelector("main form[action$='/discard'], main button[formaction$='/discard']", { timeout: 60_000 });
    };
    const bring = async (kind, files, expected) => {
      await choose(kind, files);
      await look();
      const shown = (await counts(page)).map(([number]) => number);
      assert.deepEqual(shown, expected, `${kind}: ${JSON.stringify(await counts(page))}`);
      await page.click("main form[action$='/publish'] button.btn--primary");
      await page.waitForSelector("main a[href$='/undo']", { timeout: 60_000 });
      assert.match(await page.textContent("h1"), dutch ? /Het is binnen/ : /It is in/);
      await look();
    };

    await manager.enter(EMAIL, PASSWORD);
    await manager.go("/cockpit/imports");
    await look();

    // All eight tables at once, packed as they are. 2,551 rows of users, 453 questions, 971 answers
    // and 2,448 comments, 157 accepted answers.
    const tables = readdirSync(DUMP).filter((name) => name.endsWith(".xml.gz")).map((name) => join(DUMP, name));
    await choose("stackexchange", tables);
    const dump = await counts(page);
    const [members, threads, comments, accepted] = dump.map(([number]) => number);
    assert.deepEqual([threads, comments, accepted], [453, 971 + 2_448, 157], JSON.stringify(dump));
    assert.ok(members >= 2_500 && members <= 2_551, `${members} members`);
    await page.click("main form[action$='/publish'] button.btn--primary");
    await page.waitForSelector("main a[href$='/undo']", { timeout: 60_000 });
    await look();

    const { out, departments, contacts } = enron(place.folder);
    assert.equal(contacts, 11_645);
    await bring("people", join(out, "people.csv"), [156, departments]);
    await bring("headcount", join(out, "headcount.csv"), [3]);
    await bring("interactions", join(out, "recent.csv"), [contacts]);

    // A table whose columns nobody recognises: by hand.
    const odd = join(place.folder, "odd.csv");
    writeFileSync(odd, "wie;waar\nAnna de Wit;Zorg\n=1+1;\n");
    await choose("people", odd);
    await look();
    assert.equal(await page.$("form[action$='/publish']"), null);
    await page.selectOption("select[name=column] >> nth=0", "name");
    await page.click("form[action$='/columns'] button");
    await page.waitForSelector("form[action$='/publish']");
    assert.deepEqual((await counts(page)).map(([number]) => number), [2]);
    await page.click("button[formaction$='/discard']");

    // What cannot be read says why, in the reader's language.
    const bomb = join(place.folder, "Users.xml");
    writeFileSync(bomb, '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><users>&b;</users>');
    const posts = join(place.folder, "Posts.xml");
    writeFileSync(posts, "<posts></posts>");
    await choose("stackexchange", [bomb, posts]);
    await look();
    const said = await page.textContent("main");
    assert.match(said, dutch ? /eigen documenttype/ : /document type of its own/);
    assert.doesNotMatch(said, /doctype/i);

    // The cockpit shows what they make, a moment after the log grew: most of the 156 and the manager came by.
    let shown = "";
    for (let tries = 0; tries < 60 && !/1\d\d (van|of) \d/.test(shown); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, tries === 0 ? 0 : 1_000));
      await manager.go("/cockpit");
      shown = (await page.textContent("main")).replace(/\s+/g, " ");
    }
    // The people of the dump are in the community too.
    assert.match(shown, /1[0-4]\d (van|of) 2[.,]\d{3}/, shown);
    await look();
    await manager.go("/cockpit/reach");
    await look();

    // The last one can be taken back, and the figures follow.
    await manager.go("/cockpit/imports");
    await page.click("main a[href^='/cockpit/imports/'] >> nth=0");
    await page.click("main a[href$='/undo']");
    await look();
    await page.click("main form[action$='/undo'] button");
    await page.waitForFunction((words) => document.querySelector("h1").textContent.includes(words), dutch ? "teruggedraaid" : "taken back");
    await look();
    const doctor = place.run(["doctor", "--json"]);
    assert.equal(doctor.code, 0, doctor.out + doctor.err);

    assert.deepEqual(wrong, []);
    assert.deepEqual(manager.troubles, []);
  });
}
