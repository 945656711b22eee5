import { mkdir, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { EXTENDED, LATIN } from "./fonts.ts";

// The faces of printed documents: whole instances, because a PDF holds no variable font.
// Written to the repository, so that the program builds without Node. Run by hand after a
// new version of the packages: `npm run document-fonts`.
const SANS = "@fontsource-variable/source-sans-3/files/source-sans-3";
const GROTESQUE = "@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque";
const FACES = [
  { from: `${SANS}-latin-wght-normal`, to: "text", text: LATIN, axes: { wght: 400 } },
  { from: `${SANS}-latin-ext-wght-normal`, to: "text-extended", text: EXTENDED, axes: { wght: 400 } },
  { from: `${SANS}-latin-wght-normal`, to: "strong", text: LATIN, axes: { wght: 640 } },
  { from: `${SANS}-latin-ext-wght-normal`, to: "strong-extended", text: EXTENDED, axes: { wght: 640 } },
  { from: `${GROTESQUE}-latin-opsz-normal`, to: "heading", text: LATIN, axes: { opsz: 28, wght: 650 } },
  {
    from: `${GROTESQUE}-latin-ext-opsz-normal`,
    to: "heading-extended",
    text: EXTENDED,
    axes: { opsz: 28, wght: 650 },
  },
];

// The licence keeps the name "Source" for the original: what was cut down gets one of ours,
// of the same length, so that the table of names keeps its shape.
const NAMES: [string, string][] = [
  ["Source Sans 3", "Noaber Text 3"],
  ["SourceSans3", "NoaberText3"],
];

function renamed(font: Buffer): Buffer {
  const out = Buffer.from(font);
  const tables = out.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const at = 12 + i * 16;
    if (out.toString("latin1", at, at + 4) !== "name") continue;
    const [offset, length] = [out.readUInt32BE(at + 8), out.readUInt32BE(at + 12)];
    const names = out.subarray(offset, offset + length);
    for (const [old, mine] of NAMES) {
      const wide = (text: string) => Buffer.from(text, "utf16le").swap16();
      for (const [a, b] of [[Buffer.from(old), Buffer.from(mine)], [wide(old), wide(mine)]]) {
        for (let found = names.indexOf(a); found >= 0; found = names.indexOf(a)) b.copy(names, found);
      }
    }
    let sum = 0;
    for (let p = 0; p < length; p += 4) {
      const word = Buffer.alloc(4);
      names.copy(word, 0, p, Math.min(p + 4, length));
      sum = (sum + word.readUInt32BE(0)) >>> 0;
    }
    out.writeUInt32BE(sum, at + 4);
  }
  return out;
}

const root = `${import.meta.dirname}/..`;
const folder = `${root}/../crates/science/documents/fonts`;
await mkdir(folder, { recursive: true });
for (const face of FACES) {
  const whole = await readFile(`${root}/node_modules/${face.from}.woff2`);
  const cut = await subsetFont(whole, face.text, { targetFormat: "truetype", variationAxes: face.axes });
  await writeFile(`${folder}/${face.to}.ttf`, renamed(cut));
}
