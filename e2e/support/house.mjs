// A running Noaber for a journey: its own folder, its own port, its own browser.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
export const program = process.env.NOABER_PROGRAM ?? join(target, "debug/noaber");
const PSQL = ["/usr/bin/psql", ...[18, 17, 16, 15].map((v) => `/usr/lib/postgresql/${v}/bin/psql`)].find((path) => existsSync(path)) ?? "psql";
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * A database of its own in the cluster that NOABER_TEST_POSTGRES names, and how to drop it; none without
 * that name. With psql, so that no client library is needed.
 */
export function ownPostgres() {
  const cluster = process.env.NOABER_TEST_POSTGRES;
  if (!cluster) return undefined;
  const name = `noaber_e2e_${process.pid}_${Date.now()}`;
  const tell = (sql) => {
    const done = spawnSync(PSQL, ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", cluster, "-c", sql], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(done.stderr ?? String(done.error));
  };
  tell(`create database ${name}`);
  const url = cluster.replace(/^(postgres(?:ql)?:\/\/[^/?]*\/)[^?]*/, `$1${name}`);
  return { url, drop: () => tell(`drop database if exists ${name} with (force)`) };
}

/** Starts the program; `fill` runs commands before it serves. */
export async function house({ fill, database } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "noaber-e2e-"));
  const port = await freePort();
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("NOABER_"));
  const env = {
    ...Object.fromEntries(others),
    NOABER_FOLDER: folder,
    NOABER_LISTEN: `127.0.0.1:${port}`,
    NOABER_LOG_FILTER: "warn",
    ...(database ? { NOABER_DATABASE: database } : {}),
  };
  const run = (args, input = "") => {
    const done = spawnSync(program, args, { env, input, encoding: "utf8" });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };
  if (fill) await fill(run, folder);
  const server = spawn(program, ["serve"], { env, stdio: ["ignore", "ignore", "pipe"] });
  const log = [];
  server.stderr.setEncoding("utf8").on("data", (text) => log.push(text));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${url}/health/live`).then((r) => r.ok, () => false);
    if (ready) break;
    if (server.exitCode !== null || tries > 600) throw new Error(`did not start: ${log.join("")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
  const stop = async () => {
    await browser.close();
    server.kill("SIGTERM");
    await new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve()));
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, run, browser, server, log, stop };
}
