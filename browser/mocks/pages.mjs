// Puts a mock page together: the frame that its first comment names, with the page's own markup.
import { readFile, readdir } from "node:fs/promises";

const here = import.meta.dirname;

// The cockpit's own navigation, the same on each of its pages.
const TABS = { today: ["cockpit", "Vandaag"], reach: ["figure-reach", "Cijfers"], library: ["library", "Bibliotheek"], actions: ["action-result", "Acties"], phase: ["phase", "Fase"], team: ["team", "Team"], import: ["import", "Gegevens"], mail: ["mail", "Mail"] };
const tabs = (current) =>
  `<nav class="tabs" aria-label="Cockpit">\n${Object.entries(TABS)
    .map(([key, [file, word]]) => `  <a href="/${file}.html"${key === current ? ' aria-current="page"' : ""}>${word}</a>`)
    .join("\n")}\n</nav>`;

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
  const manifest = JSON.parse(await readFile(`${here}/../dist/manifest.json`, "utf8"));
  return frame
    .replaceAll("{{title}}", settings.title)
    .replace(/\{\{here:(\w+)\}\}/g, (_, place) => (place === settings.here ? ' aria-current="page"' : ""))
    .replace("{{body}}", () => source.replace(/^<!--.*?-->\s*/, ""))
    .replace(/\{\{cockpit-tabs:(\w+)\}\}/g, (_, current) => tabs(current))
    .replace(/\{\{([\w.-]+\.\w+)\}\}/g, (_, file) => manifest[file]);
}
