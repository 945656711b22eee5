// The few words that scripts show: this folder's own words file. A key in one language only does not compile.

const WORDS = {
  nl: { cancel: "Niet doen", close: "Sluiten", copied: "Gekopieerd", gone: "Dit is er niet meer. Je tekst staat er nog.", keys: "Toetsen", lost: "Geen verbinding. Je tekst staat er nog; probeer het zo weer.", news: "Er is iets nieuws", refused: "Dat lukte niet. Je tekst staat er nog." },
  en: { cancel: "Keep it", close: "Close", copied: "Copied", gone: "This is no longer there. Your text is still here.", keys: "Keys", lost: "No connection. Your text is still here; try again in a moment.", news: "There is something new", refused: "That did not work. Your text is still here." },
} satisfies Record<string, Record<Key, string>>;

type Key = "cancel" | "close" | "copied" | "gone" | "keys" | "lost" | "news" | "refused";

/** The word for `key` in the language of the page. */
export function word(key: Key): string {
  return (document.documentElement.lang.startsWith("en") ? WORDS.en : WORDS.nl)[key];
}

/** Says something short, on screen and to screen readers, and takes it away again after `time` milliseconds. */
export function say(text: string, time = 2500): void {
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
  }, time);
}
