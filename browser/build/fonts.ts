import { mkdir, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

/** Every character from `first` to `last`. */
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

// What Dutch and English need, and the names of most of western Europe.
export const LATIN =
  range(0x20, 0x7e) + range(0xa0, 0xff) + "–—‘’‚“”„…•‹›€™−×ŒœŠšŽžŸ→←↑↓≤≥≈ıĳĲ\u2009\u202f";
// Names such as Yıldız, Wójcik and Dvořák: fetched only by pages that show one.
export const EXTENDED = range(0x100, 0x17f) + "ȘșȚțẞ";

const FACES = [
  {
    from: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    to: "text.woff2",
    text: LATIN,
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    from: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
    to: "text-extended.woff2",
    text: EXTENDED,
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    // One weight and one optical size: headings have one voice, and the file is half as heavy.
    from: "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2",
    to: "heading.woff2",
    text: LATIN,
    axes: { opsz: 28, wght: 650 },
  },
  {
    from: "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-opsz-normal.woff2",
    to: "heading-extended.woff2",
    text: EXTENDED,
    axes: { opsz: 28, wght: 650 },
  },
];

/** Cuts the fonts down to the characters and weights that the pages use, into `.made/`. */
export async function makeFonts(root: string): Promise<void> {
  await mkdir(`${root}/.made`, { recursive: true });
  for (const face of FACES) {
    const whole = await readFile(`${root}/node_modules/${face.from}`);
    const cut = await subsetFont(whole, face.text, {
      targetFormat: "woff2",
      variationAxes: face.axes,
    });
    await writeFile(`${root}/.made/${face.to}`, cut);
  }
}
