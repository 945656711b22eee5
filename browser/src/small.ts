import { all, keep, kept, onArrival } from "./store";
import { say, word } from "./words";

/** <button data-copy="/posts/12">: puts the address (or text) on the clipboard. */
export function startCopy(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (button === null) return;
    const given = button.dataset.copy ?? "";
    const text = given.startsWith("/") ? new URL(given, location.href).href : given;
    const done = () => {
      say(word("copied"));
      button.closest("details.menu")?.removeAttribute("open");
    };
    // The clipboard exists on secure pages only.
    if (navigator.clipboard !== undefined) return void navigator.clipboard.writeText(text).then(done, () => undefined);
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "sr";
    document.body.append(field);
    field.select();
    if (document.execCommand("copy")) done();
    field.remove();
  });
}

/** <time datetime="…" data-ago>: keeps "5 minuten geleden" true during the first day; later the server's text stands. */
export function startTimes(): void {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang || "nl", { numeric: "auto" });
  const refresh = (root: ParentNode) => {
    for (const time of all<HTMLTimeElement>(root, "time[data-ago]")) {
      const minutes = Math.round((Date.parse(time.dateTime) - Date.now()) / 60_000);
      if (minutes > 0 || minutes <= -24 * 60) continue;
      time.textContent = minutes > -60 ? format.format(minutes, "minute") : format.format(Math.round(minutes / 60), "hour");
    }
  };
  onArrival(refresh);
  window.setInterval(() => refresh(document), 60_000);
}

/**
 * <div data-preview-for="input-id" data-alt-label="…">: small pictures of what is chosen, before it is sent,
 * each with a field to describe it. What stands in its place without scripts is [data-without-previews="input-id"].
 */
export function startPreviews(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
    const place = document.querySelector<HTMLElement>(`[data-preview-for="${CSS.escape(input.id)}"]`);
    if (place === null) return;
    place.replaceChildren();
    place.hidden = true;
    const files = [...(input.files ?? [])].slice(0, 8);
    alone(input.id, files.length === 0);
    files.forEach((file, at) => void show(file, place, at));
  });
  document.addEventListener("reset", (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    for (const place of all<HTMLElement>(event.target, "[data-preview-for]")) {
      place.replaceChildren();
      place.hidden = true;
      alone(place.dataset.previewFor ?? "", true);
    }
  });
}

/** Shows or hides the one field for all pictures; hidden, it is not sent. */
function alone(id: string, shown: boolean): void {
  for (const single of document.querySelectorAll<HTMLElement>(`[data-without-previews="${CSS.escape(id)}"]`)) {
    single.hidden = !shown;
    for (const field of single.querySelectorAll("input")) field.disabled = !shown;
  }
}

/** Draws `file` small into a data: picture, because the policy lets no blob: pictures in. */
async function show(file: File, place: HTMLElement, at: number): Promise<void> {
  // It has its place before it is drawn: they stand in the order in which they are sent.
  const picture = new Image();
  picture.alt = file.name;
  const whole = document.createElement("div");
  whole.className = "preview__one";
  whole.append(picture, description(`${place.dataset.previewFor}-alt-${at}`, place.dataset.altLabel ?? "", file.name));
  place.append(whole);
  try {
    const drawn = await createImageBitmap(file);
    const scale = Math.min(1, 360 / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(drawn.width * scale));
    canvas.height = Math.max(1, Math.round(drawn.height * scale));
    canvas.getContext("2d")?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    picture.src = canvas.toDataURL("image/jpeg", 0.8);
    place.hidden = false;
  } catch {
    // Not a picture: the server will say so.
    whole.remove();
  }
}

/** The field that describes one picture; sent in the order of the pictures, and never kept as a draft. */
function description(id: string, label: string, name: string): HTMLElement {
  const field = document.createElement("div");
  field.className = "field";
  const words = document.createElement("label");
  words.className = "field__hint";
  words.htmlFor = id;
  words.textContent = label;
  const which = document.createElement("span");
  which.className = "sr";
  which.textContent = ` (${name})`;
  words.append(which);
  const input = document.createElement("input");
  input.className = "input";
  input.id = id;
  input.name = "alt";
  input.maxLength = 500;
  input.dataset.undrafted = "";
  field.append(words, input);
  return field;
}

/** <p data-echo="input-id">: says what is typed in that field, as readers will see it. */
export function startEchoes(): void {
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.id === "") return;
    for (const echo of document.querySelectorAll<HTMLElement>(`[data-echo="${CSS.escape(field.id)}"]`)) {
      echo.textContent = field.value;
      echo.hidden = field.value.trim() === "";
    }
  });
}

/** .notice[data-dismiss="key"] with a [data-close] button: closed once is closed for good. */
export function startNotices(): void {
  onArrival((root) => {
    for (const notice of all<HTMLElement>(root, "[data-dismiss]")) {
      notice.hidden = kept(`dismissed:${notice.dataset.dismiss}`) !== null;
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-close]") : null;
    const notice = button?.closest<HTMLElement>("[data-dismiss]");
    if (notice === null || notice === undefined) return;
    keep(`dismissed:${notice.dataset.dismiss}`, "1");
    notice.hidden = true;
  });
}

/** Menus close when one looks elsewhere, or with Escape; the focus goes back to their button. */
export function startMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}

/** data-opens="id" opens a <details> and puts the cursor in it; [data-focus] takes the focus on arrival. */
export function startFocus(): void {
  const enter = (details: HTMLDetailsElement) => {
    details.open = true;
    details.querySelector<HTMLElement>("textarea, input:not([type=radio], [type=hidden])")?.focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-opens]") : null;
    const details = link === null ? null : document.getElementById(link.dataset.opens ?? "");
    if (!(details instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    details.scrollIntoView({ block: "center" });
    enter(details);
  });
  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target instanceof HTMLDetailsElement && event.target.matches(".composer[open]")) enter(event.target);
    },
    { capture: true },
  );
  onArrival((root) => all<HTMLElement>(root, "[data-focus]")[0]?.focus());
}

/** On a phone the current tab may stand outside the picture. */
export function startTabs(): void {
  for (const tab of document.querySelectorAll<HTMLElement>(".tabs [aria-current]")) {
    const row = tab.closest<HTMLElement>(".tabs");
    if (row !== null) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }
}

/** Text areas grow with their text, where the style sheet's `field-sizing` is not known. */
export function startGrowing(): void {
  if (CSS.supports("field-sizing", "content")) return;
  document.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    event.target.style.blockSize = "auto";
    event.target.style.blockSize = `${event.target.scrollHeight + 2}px`;
  });
}
