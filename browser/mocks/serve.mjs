// Serves the mock pages under the same strict policy as the program: node mocks/serve.mjs [port]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { names, page } from "./pages.mjs";

const here = import.meta.dirname;
const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml", woff2: "font/woff2", json: "application/json", html: "text/html; charset=utf-8", jpg: "image/jpeg" };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Starts the server and gives it back once it listens; `nudge(topic)` speaks to the open streams. */
export function serve(port) {
  const streams = new Set();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://mock").pathname;
    const headers = { "content-security-policy": POLICY, "x-content-type-options": "nosniff" };
    const send = (status, type, body) => response.writeHead(status, { ...headers, "content-type": type }).end(body);
    try {
      if (path === "/live") {
        response.writeHead(200, { ...headers, "content-type": "text/event-stream" });
        streams.add(response);
        request.on("close", () => streams.delete(response));
        return response.write("retry: 60000\n\n");
      }
      if (path === "/") {
        const list = (await names()).map((n) => `<li><a href="/${n}.html">${n}</a></li>`).join("");
        return send(200, TYPES.html, `<!doctype html><title>Mocks</title><ul>${list}</ul>`);
      }
      if (request.method === "POST") return send(200, TYPES.html, await readFile(`${here}/pieces/post.html`));
      const type = TYPES[path.split(".").pop()] ?? "text/plain";
      if (path.startsWith("/assets/")) return send(200, type, await readFile(`${here}/../dist/${path.slice(8)}`));
      if (path.startsWith("/pictures/") || path.startsWith("/pieces/")) return send(200, type, await readFile(`${here}${path}`));
      return send(200, TYPES.html, await page(path.slice(1).replace(/\.html$/, "")));
    } catch {
      return send(404, "text/plain", "Not found");
    }
  });
  server.streams = streams;
  server.nudge = (...topics) => streams.forEach((s) => s.write(`event: nudge\n${topics.map((t) => `data: ${t}\n`).join("")}\n`));
  return new Promise((ready) => server.listen(port, "127.0.0.1", () => ready(server)));
}

if (process.argv[1] === import.meta.filename) {
  const port = Number(process.argv[2] ?? 5173);
  await serve(port);
  console.log(`http://127.0.0.1:${port}/`);
}
