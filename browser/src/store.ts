// Small things that this browser keeps for one person. Storage may be off; then nothing is kept.

/** Who is signed in, so that two people on one computer do not meet each other's drafts. */
const prefix = () => `noaber:${document.documentElement.dataset.member ?? ""}:`;

/** What is kept under `key`, or null. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(prefix() + key);
  } catch {
    return null;
  }
}

/** Keeps `value` under `key`; null forgets it. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix() + key);
    else localStorage.setItem(prefix() + key, value);
  } catch {
    // Full or forbidden: the page works without.
  }
}

/** Forgets everything that starts with `start`, for everybody: used when signing out. */
export function forgetAll(start: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (/^noaber:[^:]*:/.test(key) && key.replace(/^noaber:[^:]*:/, "").startsWith(start)) {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // As above.
  }
}

/** Runs `task` on the page now, and on every piece that htmx puts in later. */
export function onArrival(task: (root: ParentNode) => void): void {
  task(document);
  document.addEventListener("htmx:load", (event) => {
    if (event.target instanceof Element && event.target !== document.body) task(event.target);
  });
}

/** The elements under `root`, itself included, that match. */
export function all<E extends Element>(root: ParentNode, selector: string): E[] {
  const found = [...root.querySelectorAll<E>(selector)];
  if (root instanceof Element && root.matches(selector)) found.unshift(root as unknown as E);
  return found;
}
