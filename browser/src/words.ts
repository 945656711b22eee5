// The few words that scripts show. The page brings them in its own language:
// <meta name="words" content='{"cancel":"Niet doen","copied":"Gekopieerd","keys":"Toetsen"}'>

let known: Record<string, string> | undefined;

/** The word that the page gives for `key`; the key itself when the page forgot it. */
export function word(key: string): string {
  if (known === undefined) {
    const source = document.querySelector<HTMLMetaElement>('meta[name="words"]')?.content;
    try {
      known = source === undefined ? {} : (JSON.parse(source) as Record<string, string>);
    } catch {
      known = {};
    }
  }
  return known[key] ?? key;
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
