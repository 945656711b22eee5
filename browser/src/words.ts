// The few words that scripts show: this folder's own words file. A key in one language only does not compile.

const WORDS = {
  nl: { cancel: "Niet doen", close: "Sluiten", copied: "Gekopieerd", keys: "Toetsen", news: "Er is iets nieuws" },
  en: { cancel: "Keep it", close: "Close", copied: "Copied", keys: "Keys", news: "There is something new" },
} satisfies Record<string, Record<Key, string>>;

type Key = "cancel" | "close" | "copied" | "keys" | "news";

/** The word for `key` in the language of the page. */
export function word(key: Key): string {
  return (document.documentElement.lang.startsWith("en") ? WORDS.en : WORDS.nl)[key];
}

/** Says something short, on screen and to screen readers, and takes it away again. */
export function say(text: string): void {
  let place = document.querySelector<HTMLElement>(".toast");
  if (place === null) {
    place = document.createElement("p");
    place.className = "toast";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = text;
  window.setTimeout(() => {
    if (place.textContent === text) place.textContent = "";
  }, 2500);
}
