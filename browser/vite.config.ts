import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vite";
import { makeFonts } from "./build/fonts.ts";
import { makeSprite } from "./build/icons.ts";

const root = import.meta.dirname;

/**
 * Emits `icons.svg` and `favicon.svg` beside the bundle, and `manifest.json`, which gives the
 * hashed file for each name that a template uses: {"app.css": "app-1a2b3c4d.css", ...}.
 * The sprite also keeps its plain name, because templates say `/assets/icons.svg#name`.
 */
function assets(): Plugin {
  return {
    name: "noaber-assets",
    async buildStart() {
      await makeFonts(root);
    },
    async generateBundle(_options, bundle) {
      const sprite = await makeSprite(root);
      const favicon = await readFile(`${root}/favicon.svg`, "utf8");
      const hash = createHash("sha256").update(sprite).digest("hex").slice(0, 8);
      const manifest: Record<string, string> = { "icons.svg": `icons-${hash}.svg`, "favicon.svg": "favicon.svg" };
      for (const file of Object.keys(bundle)) {
        const plain = file.replace(/-[\w-]{8}(\.\w+)$/, "$1");
        manifest[plain] = file;
      }
      const emit = (fileName: string, source: string) =>
        this.emitFile({ type: "asset", fileName, source });
      emit("icons.svg", sprite);
      emit(`icons-${hash}.svg`, sprite);
      emit("favicon.svg", favicon);
      const sorted = Object.fromEntries(Object.entries(manifest).sort());
      emit("manifest.json", `${JSON.stringify(sorted, null, 2)}\n`);
    },
  };
}

/**
 * Takes the two places out of htmx that turn text into code. `allowEval = false` already keeps them
 * from running; so the bundle can also be searched for them, and shrinks better.
 */
function noEval(): Plugin {
  return {
    name: "noaber-no-eval",
    transform(code, id) {
      if (!id.includes("htmx.esm.js")) return null;
      const without = code.replace("return eval(str)", "return undefined").replace(/new Function\(|(?<![\w.])Function\(/g, "(() => () => undefined)(");
      if (without.includes("eval(str)")) this.error("htmx changed: look again for eval");
      return { code: without, map: null };
    },
  };
}

export default defineConfig({
  root,
  // Relative, so that the program may serve the files under any path.
  base: "./",
  publicDir: false,
  plugins: [noEval(), assets()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsDir: "",
    // Fonts stay files: the policy has `data:` for pictures only.
    assetsInlineLimit: (file) => file.endsWith(".svg"),
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { app: `${root}/src/app.ts` },
      output: {
        entryFileNames: "[name]-[hash:8].js",
        chunkFileNames: "[name]-[hash:8].js",
        assetFileNames: "[name]-[hash:8][extname]",
      },
    },
  },
});
