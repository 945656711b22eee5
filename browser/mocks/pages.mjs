// Puts a mock page together: the frame that its first comment names, with the page's own markup.
import { readFile, readdir } from "node:fs/promises";

const here = import.meta.dirname;

// The cockpit's own menu, the same on each of its pages: in the rail, or as a strip above the page.
const MENU = [
  { word: "Vandaag", pages: { today: ["cockpit", ""] } },
  { word: "Cijfers", pages: { reach: ["figure-reach", "Bereik"], phase: ["phase", "Fase"] } },
  { word: "Acties", pages: { actions: ["action-result", "Wat we probeerden"], library: ["library", "Bibliotheek"] } },
  { word: "Mensen", pages: { team: ["team", "Team"] } },
  { word: "Beheer", pages: { import: ["import", "Binnenhalen"], mail: ["mail", "Mail"] } },
];

function link(file, word, current) {
  return `<a href="/${file}.html"${current === undefined ? "" : ` aria-current="${current}"`}>${word}</a>`;
}

/** The menu of a page, as in the rail and as a strip. */
function menu(current) {
  const parts = MENU.map(({ word, pages }) => {
    const several = Object.keys(pages).length > 1;
    const here = current in pages;
    const first = link(Object.values(pages)[0][0], word, here ? (several ? "true" : "page") : undefined);
    const list = Object.entries(pages).map(([key, [file, name]]) => `<li>${link(file, name, key === current ? "page" : undefined)}</li>`);
    return { first, list: here && several ? list.join("") : "" };
  });
  const below = (part) => (part.list === "" ? "" : `<ul>${part.list}</ul>`);
  const open = parts.find((part) => part.list !== "");
  return {
    rail: `<nav class="rail__menu" aria-label="Cockpit"><ul>${parts.map((part) => `<li>${part.first}${below(part)}</li>`).join("")}</ul></nav>`,
    wing: `<nav class="wing" aria-label="Cockpit"><ul class="wing__parts">${parts.map((part) => `<li>${part.first}</li>`).join("")}</ul>${open === undefined ? "" : `<ul class="wing__pages">${open.list}</ul>`}</nav>\n`,
  };
}

/** The names of all mock pages, without `.html`. */
export async function names() {
  const files = await readdir(here);
  return files.filter((f) => f.endsWith(".html") && !f.startsWith("frame-")).map((f) => f.slice(0, -5)).sort();
}

/** One page as the program would send it. First line of a mock: <!-- frame: app; here: home; title: Home --> */
export async function page(name) {
  const source = await readFile(`${here}/${name}.html`, "utf8");
  const settings = Object.fromEntries(
    (source.match(/^<!--(.*?)-->/)?.[1] ?? "").split(";").map((part) => part.split(":").map((s) => s.trim())),
  );
  const frame = await readFile(`${here}/frame-${settings.frame}.html`, "utf8");
  const current = source.match(/\{\{cockpit-tabs:(\w+)\}\}/)?.[1];
  const { rail, wing } = current === undefined ? { rail: "", wing: "" } : menu(current);
  const manifest = JSON.parse(await readFile(`${here}/../dist/manifest.json`, "utf8"));
  return frame
    .replaceAll("{{title}}", settings.title)
    .replace(/\{\{here:(\w+)\}\}/g, (_, place) => (place === settings.here ? ' aria-current="page"' : ""))
    .replace("{{menu}}", rail)
    .replace("{{body}}", () => wing + source.replace(/^<!--.*?-->\s*/, "").replace(/\{\{cockpit-tabs:\w+\}\}\s*/, ""))
    .replace(/\{\{([\w.-]+\.\w+)\}\}/g, (_, file) => manifest[file]);
}
