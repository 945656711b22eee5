import { kept } from "./store";
import { word } from "./words";

// Elements say their own keys: data-key="g h" is pressed one after the other. "?" lists them.
// Off with <html data-keys="off"> (the member's setting).

const PAUSE = 1200;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

const shown = (element: HTMLElement) => element.getClientRects().length > 0;

/** Goes where the element with these keys leads. Answers whether there was one. */
function go(keys: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(keys)}"]`)];
  // An input on the page comes before a link to a page with one.
  const target = found.find((e) => e.matches("input, textarea") && shown(e)) ?? found[0];
  if (target === undefined) return false;
  if (target.matches("input, textarea")) target.focus();
  else target.click();
  return true;
}

function list(): void {
  if (document.querySelector("dialog[open]") !== null) return;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const title = document.createElement("h2");
  title.id = "keys-title";
  title.textContent = word("keys");
  dialog.setAttribute("aria-labelledby", title.id);
  const rows = document.createElement("dl");
  rows.className = "keys";
  const seen = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const keys = element.dataset.key ?? "";
    if (seen.has(keys)) continue;
    seen.add(keys);
    const term = document.createElement("dt");
    for (const key of keys.split(" ")) {
      const cap = document.createElement("kbd");
      cap.textContent = key;
      term.append(cap, " ");
    }
    const meaning = document.createElement("dd");
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
    meaning.textContent = element.getAttribute("aria-label") ?? label?.trim() ?? "";
    rows.append(term, meaning);
  }
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "dialog__end";
  const close = document.createElement("button");
  close.className = "btn";
  close.textContent = word("close");
  form.append(close);
  dialog.append(title, rows, form);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

/** Starts listening to the keyboard. */
export function startKeys(): void {
  let before = "";
  let timer = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) {
      event.target.form?.requestSubmit();
      return;
    }
    const off = document.documentElement.dataset.keys === "off" || kept("keys") === "off";
    if (off || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]") !== null) return;
    if (event.key === "?") return list();
    const keys = before === "" ? event.key : `${before} ${event.key}`;
    window.clearTimeout(timer);
    before = "";
    if (go(keys)) {
      event.preventDefault();
    } else if (document.querySelector(`[data-key^="${CSS.escape(event.key)} "]`) !== null) {
      before = event.key;
      timer = window.setTimeout(() => (before = ""), PAUSE);
    }
  });
}
