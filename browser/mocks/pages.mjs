// Puts a mock page together: the frame that its first comment names, with the page's own markup.
import { readFile, readdir } from "node:fs/promises";

const here = import.meta.dirname;

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
    .replace(/\{\{([\w.-]+\.\w+)\}\}/g, (_, file) => manifest[file]);
}
