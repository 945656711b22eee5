import { readFile } from "node:fs/promises";

// The community's default mark: a house shutter with the hourglass of the eastern Netherlands.
const MARK =
  '<symbol id="mark" viewBox="0 0 32 32"><path fill="currentColor" stroke="none" fill-rule="evenodd" ' +
  'd="M9 0h14a9 9 0 0 1 9 9v14a9 9 0 0 1-9 9H9a9 9 0 0 1-9-9V9a9 9 0 0 1 9-9zM7 6l9 10 9-10zM7 26h18l-9-10z"/></symbol>';

/** One sprite with the icons that `icons.json` names, drawn in the colour of the text around them. */
export async function makeSprite(root: string): Promise<string> {
  const names: Record<string, string> = JSON.parse(await readFile(`${root}/icons.json`, "utf8"));
  const symbols = await Promise.all(
    Object.entries(names).map(async ([ours, theirs]) => {
      const svg = await readFile(`${root}/node_modules/lucide-static/icons/${theirs}.svg`, "utf8");
      const shapes = svg
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/^[\s\S]*?<svg[^>]*>/, "")
        .replace(/<\/svg>\s*$/, "")
        .replace(/\s+/g, " ")
        .replace(/> </g, "><")
        .replace(/ \/>/g, "/>")
        .trim();
      return `<symbol id="${ours}" viewBox="0 0 24 24">${shapes}</symbol>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${MARK}${symbols.join("")}</svg>`;
}
