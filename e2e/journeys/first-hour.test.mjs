// The first hour of a community manager, from nothing to an action that runs, and of
// a member who takes part. Every page on the way is looked at: no accessibility
// violation, nothing that the page's policy refused, nothing that stands out sideways.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { house, ownPostgres } from "../support/house.mjs";
import { visitor } from "../support/visitor.mjs";

const DEPARTMENTS = ["Zorg", "Keuken", "Kantoor", "Nachtdienst"];
const FIRST = ["Anna", "Bram", "Chaima", "Daan", "Esra", "Fenna", "Gijs", "Hatice", "Imre", "Jildou"];
const LAST = ["de Wit", "Yilmaz", "Postma", "van Dijk", "Bakker", "Ramdin", "Kowalska", "Smit"];

/** The smallest picture. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Eighty invented people, as a spreadsheet program saves them. */
function peopleCsv() {
  const rows = ["Naam;E-mailadres;Afdeling;In dienst"];
  for (let i = 0; i < 80; i += 1) {
    const name = `${FIRST[i % FIRST.length]} ${LAST[Math.floor(i / FIRST.length)]}`;
    const address = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`;
    rows.push(`${name};${address};${DEPARTMENTS[i % 4]};01-0${1 + (i % 9)}-2024`);
  }
  return `\ufeff${rows.join("\r\n")}\r\n`;
}

/** The newest mail to `address`, as text with its line breaks undone. */
function mailTo(folder, address) {
  const box = join(folder, "mail");
  const names = existsSync(box) ? readdirSync(box).filter((name) => name.endsWith(".eml")).sort() : [];
  return names
    .map((name) => readFileSync(join(box, name), "utf8").replace(/=\r?\n/g, "").replace(/=3D/g, "="))
    .filter((mail) => mail.includes(address))
    .at(-1);
}

async function until(what, look) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

for (const { lang, width, height, scheme, postgres } of [
  { lang: "nl-NL", width: 1280, height: 800, scheme: "light" },
  // On PostgreSQL where a cluster is named.
  { lang: "en-GB", width: 390, height: 844, scheme: "dark", postgres: true },
]) {
  test(`the first hour, ${lang} at ${width}`, { timeout: 300_000 }, async (t) => {
    const own = postgres ? ownPostgres() : undefined;
    let place;
    t.after(async () => {
      await place?.stop();
      own?.drop();
    });
    place = await house({ database: own?.url });
    if (own) t.diagnostic("on PostgreSQL");
    const manager = await visitor(place, { lang, width, height, scheme });
    const { page } = manager;
    const wrong = [];
    const look = async (who = manager) => {
      wrong.push(...(await who.violations()));
      if (await who.overflows()) wrong.push(`${who.page.url()} stands out sideways`);
    };
    // As a person does it: by what the choice is called, and it has to stay chosen.
    const choose = async (selector) => {
      if (await page.locator(selector).first().isChecked()) return;
      const label = page.locator("label", { has: page.locator(selector) }).first();
      if ((await label.count()) > 0) await label.click();
      else await page.locator(selector).first().click();
      assert.ok(await page.locator(selector).first().isChecked(), `${selector} is not chosen`);
    };
    const submit = async (selector = "main form button.btn--primary") => {
      await Promise.all([page.waitForNavigation(), page.click(selector)]);
    };

    // Set up the community.
    await manager.go("/");
    assert.match(page.url(), /\/set-up$/);
    await look();
    await page.fill("[name=community]", "Het Plein");
    await page.fill("[name=name]", "Marijke ten Brinke");
    await page.fill("[name=email]", "marijke@example.org");
    await page.fill("[name=password]", "kort");
    await page.evaluate("document.querySelector('main form').noValidate = true");
    await submit();
    assert.equal(await page.inputValue("[name=community]"), "Het Plein", "what was typed is still there");
    await look();
    await page.fill("[name=password]", "een lang wachtwoord 42");
    await submit();
    assert.equal(await page.getAttribute("html", "lang"), lang.slice(0, 2));
    for (const path of ["/", "/cockpit"]) {
      await manager.go(path);
      await look();
    }

    // Bring people in, with headcounts; then talk from another system.
    const bring = async (kind, file) => {
      await manager.go("/cockpit/imports");
      await look();
      await choose(`[name=kind][value=${kind}]`);
      await page.setInputFiles("[name=file]", file);
      await submit();
      await look();
      await submit("form[action$='/publish'] button.btn--primary");
      await look();
    };
    const csv = join(place.folder, "mensen.csv");
    writeFileSync(csv, peopleCsv());
    await bring("people", csv);
    const heads = join(place.folder, "sterkte.csv");
    writeFileSync(heads, `afdeling;aantal\n${DEPARTMENTS.map((d, i) => `${d};${[30, 25, 22, 40][i]}`).join("\n")}\n`);
    await bring("headcount", heads);
    await manager.go("/people");
    await look();
    const profile = await page.getByRole("link", { name: "Anna de Wit" }).first().getAttribute("href");
    const slack = join(import.meta.dirname, "../../../shared/data/slack-houstondatavis/slack-export.zip");
    if (existsSync(slack)) {
      await bring("slack", slack);
      await manager.go("/groups");
      await look();
    }

    // A broken file changes nothing and says why.
    const broken = join(place.folder, "kapot.zip");
    writeFileSync(broken, Buffer.from("PK\u0003\u0004 dit is geen zip"));
    await manager.go("/cockpit/imports");
    await choose("[name=kind][value=slack]");
    await page.setInputFiles("[name=file]", broken);
    await submit();
    await look();
    assert.equal(await page.$("form[action$='/publish']"), null, "nothing can be published");

    // Mark the team, look at the cockpit.
    await manager.go("/cockpit/team");
    await look();
    await choose("[name=team]");
    await submit("main form[method=post] button.btn--primary");
    await manager.go("/cockpit");
    await look();

    // Invite somebody, who comes in by the mail's link.
    await manager.go("/cockpit/invite");
    await look();
    await page.fill("main textarea", "anna.de.wit@example.org");
    await submit("main form button.btn--primary");
    await look();
    await submit("main form button.btn--primary");
    const mail = await until("the invitation", () => mailTo(place.folder, "anna.de.wit@example.org"));
    const link = /https?:\/\/[^\s"<>]+\/invitation\/[\w-]+/.exec(mail)[0];
    const anna = await visitor(place, { lang, width, height, scheme });
    await anna.page.goto(link);
    await look(anna);
    await anna.page.fill("[name=password]", "annas lange wachtwoord 7");
    await Promise.all([anna.page.waitForNavigation(), anna.page.click("main form button.btn--primary")]);
    await anna.go("/");
    await look(anna);

    // An action from the library, answered from the feed. It takes a few more people:
    // nothing is set out for fewer than the privacy floor.
    for (let i = 0; i < 6; i += 1) {
      const made = place.run(["user", "add", "--name", `Buur ${i}`, "--email", `buur${i}@example.org`], "een lang wachtwoord 42");
      assert.equal(made.code, 0, made.err);
    }
    await manager.go("/cockpit/actions");
    await look();
    await manager.go("/cockpit/actions/new?catalogue=10");
    await look();
    await Promise.all([page.waitForResponse(/\/cockpit\/actions\/power/), choose("[name=held][value='0']")]);
    await page.waitForFunction(() => document.querySelector("#power.notice--mind") !== null);
    assert.ok(await page.isChecked("[name=held][value='0']"), "the choice is kept when the notice comes anew");
    await submit("main form button.btn--primary");
    if (await page.$("[name=confirmed]")) await submit("main form button.btn--primary");
    await look();
    assert.match(page.url(), /\/cockpit\/actions\/\d+$/, await page.textContent("main"));
    await anna.go("/");
    await look(anna);
    {
      const asked = await anna.page.$(".ask [name=answer]");
      assert.ok(asked, `Anna is not asked: ${await anna.page.textContent("main")}`);
      await anna.page.fill(".ask [name=answer]", "Zet de koffie vast klaar voor de nachtdienst");
      await Promise.all([
        anna.page.waitForResponse((answer) => answer.request().method() === "POST"),
        anna.page.click(".ask form button"),
      ]);
      await anna.page.waitForSelector(".ask [name=answer]", { state: "detached" });
      await look(anna);
    }

    // Talk: a question, an answer, a word; the other's page hears of it by itself.
    await page.goto(`${place.url}/`);
    await page.click("details.composer > summary");
    await choose(".composer [name=kind][value=question]");
    await page.fill("#compose-title", "Wie heeft de sleutel van het fietsenhok?");
    await page.fill("#compose-body", "Hij hangt niet op **zijn plek**.\n\n@anna.de.wit weet jij het?");
    await submit(".composer button.btn--primary");
    const thread = page.url();
    await look();
    await anna.page.goto(thread);
    await anna.page.fill("#answer-text", "In de la van de balie.");
    await Promise.all([anna.page.waitForNavigation(), anna.page.click("#answer button.btn--primary")]);
    await look(anna);
    await page.getByText("In de la van de balie.").first().waitFor({ timeout: 10_000 });
    await page.click("form[action$='/accept'] button");
    await page.waitForSelector(".accepted");
    await look();

    // Everything else that has a page.
    for (const path of [
      "/settings", "/what-we-measure", profile, "/groups/new", "/cockpit/people",
      "/cockpit/departments", "/cockpit/settings", "/cockpit/reach", "/cockpit/phase",
      "/cockpit/participation", "/cockpit/returning", "/cockpit/answers", "/nowhere",
    ]) {
      const answer = await manager.go(path);
      assert.equal(answer.status(), path === "/nowhere" ? 404 : 200, path);
      await look();
    }
    const doctor = place.run(["doctor", "--json"]);
    assert.equal(doctor.code, 0, doctor.out);
    // The browser itself calls a missing page an error.
    const troubles = [...manager.troubles, ...anna.troubles].filter((line) => !line.includes("/nowhere"));
    assert.deepEqual(troubles.filter((line) => !/status of 4\d\d/.test(line)), []);
    assert.deepEqual(wrong, []);
  });
}

test("without scripts a member posts, answers and reacts", { timeout: 120_000 }, async (t) => {
  const place = await house({
    fill: (run) => {
      const done = run(["user", "set-up", "--community", "Plein", "--name", "Bo", "--email", "bo@example.org"], "een lang wachtwoord 42");
      assert.equal(done.code, 0, done.err);
    },
  });
  t.after(() => place.stop());
  const bo = await visitor(place, { scripts: false });
  await bo.enter("bo@example.org", "een lang wachtwoord 42");
  await bo.go("/");
  await bo.page.click("details.composer > summary");
  await bo.page.fill("#compose-body", "Zonder scripts");
  await bo.page.click(".composer button.btn--primary");
  await bo.page.waitForURL(/\/posts\/\d+/);
  await bo.page.fill("#answer-text", "Een antwoord");
  await bo.page.click("#answer button.btn--primary");
  await bo.page.waitForSelector("article.comment");
  await bo.page.click(".post .words details.menu > summary");
  await bo.page.click(".post .words .menu__list button[value=thanks]");
  await bo.page.waitForSelector(".word[aria-pressed=true]");

  // A picture with its description, and then without it.
  await bo.go("/");
  await bo.page.click("details.composer > summary");
  await bo.page.fill("#compose-body", "Kijk eens");
  await bo.page.setInputFiles("#compose-picture", { name: "brug.png", mimeType: "image/png", buffer: DOT });
  await bo.page.click(".composer details.fold > summary");
  await bo.page.fill("#compose-alt", "Een brug in de mist");
  await bo.page.click(".composer button.btn--primary");
  await bo.page.waitForURL(/\/posts\/\d+/);
  await bo.page.waitForSelector('.post__pictures img[alt="Een brug in de mist"]');
  const post = new URL(bo.page.url()).pathname;
  await bo.go(`${post}/edit`);
  assert.equal(await bo.page.inputValue(".pictured__one input.input"), "Een brug in de mist");
  await bo.page.fill(".pictured__one input.input", "Een brug");
  await bo.page.setInputFiles("#picture", { name: "toren.png", mimeType: "image/png", buffer: DOT });
  await bo.page.fill("#alt", "Een toren");
  await bo.page.click("main button.btn--primary");
  await bo.page.waitForSelector('.post__pictures img[alt="Een toren"]');
  assert.equal(await bo.page.locator('.post__pictures img[alt="Een brug"]').count(), 1);
  await bo.go(`${post}/edit`);
  await bo.page.click(".pictured__one >> nth=0 >> label.choice");
  await bo.page.click("main button.btn--primary");
  await bo.page.waitForSelector('.post__pictures img[alt="Een toren"]');
  assert.equal(await bo.page.locator(".post__pictures img").count(), 1);
});
