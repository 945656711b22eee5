import { replace } from "./partial";
import { all } from "./store";
import { word } from "./words";

// <n-live src="/live">: the server says which topic changed, the page fetches what it shows of it.
// Of all open pages of one browser a single one holds the stream and tells the others.

const CHANNEL = "noaber-live";
/** Pages fetch at moments spread over this time (ms), so that a busy topic is no rush. */
const SPREAD = 1500;
const waiting = new Set<HTMLElement>();

/** Whether fetching now would take away what somebody is typing. */
function busy(piece: HTMLElement): boolean {
  const typed = [...piece.querySelectorAll<HTMLTextAreaElement>("textarea")].some((t) => t.value !== t.defaultValue);
  return typed || piece.contains(document.activeElement) || piece.querySelector("details[open]") !== null;
}

function refresh(piece: HTMLElement): void {
  const url = piece.dataset.pieceUrl;
  if (url === undefined || !piece.isConnected) return;
  if (document.hidden || busy(piece)) {
    waiting.add(piece);
    return;
  }
  waiting.delete(piece);
  void replace(piece, url);
}

/** Long pieces that somebody is reading do not move by themselves: a button offers the news. */
function offer(piece: HTMLElement): void {
  if (piece.querySelector(":scope > .live-offer") !== null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "live-offer btn btn--small";
  button.textContent = piece.dataset.liveOffer || word("news");
  button.addEventListener("click", () => {
    const url = piece.dataset.pieceUrl;
    if (url !== undefined) void replace(piece, url);
  });
  piece.prepend(button);
}

/** Fetches every piece that shows one of `topics` (a line each); "*" means all, after a time without a stream. */
function nudge(topics: string): void {
  const selectors = topics.split(/\s+/).filter(Boolean).map((topic) => (topic === "*" ? "[data-live]" : `[data-live~="${CSS.escape(topic)}"]`));
  if (selectors.length === 0) return;
  for (const piece of all<HTMLElement>(document, selectors.join(","))) {
    if (piece.dataset.liveOffer !== undefined) offer(piece);
    else window.setTimeout(() => refresh(piece), Math.random() * SPREAD);
  }
}

/** What shows work under way may have missed its end while there was no stream yet: it is fetched once. */
function catchUp(): void {
  for (const piece of all<HTMLElement>(document, "[data-live-now]")) refresh(piece);
}

function retry(): void {
  for (const piece of [...waiting]) refresh(piece);
}

class Live extends HTMLElement {
  #channel: BroadcastChannel | undefined;
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.start();
    window.addEventListener("pagehide", this.stop);
    window.addEventListener("pageshow", this.start);
    document.addEventListener("visibilitychange", retry);
    document.addEventListener("focusout", retry);
  }

  disconnectedCallback(): void {
    this.stop();
    window.removeEventListener("pagehide", this.stop);
    window.removeEventListener("pageshow", this.start);
    document.removeEventListener("visibilitychange", retry);
    document.removeEventListener("focusout", retry);
  }

  private readonly start = (): void => {
    if (this.#stop !== undefined) return;
    const ended = new Promise<void>((resolve) => (this.#stop = resolve));
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = (event) => nudge(String(event.data));
    catchUp();
    // Locks exist on secure pages only; elsewhere every page holds its own stream.
    if ("locks" in navigator) {
      const give = new AbortController();
      void ended.then(() => give.abort());
      navigator.locks.request(CHANNEL, { signal: give.signal }, () => this.hold(ended)).catch(() => undefined);
    } else {
      void this.hold(ended);
    }
  };

  private readonly stop = (): void => {
    this.#stop?.();
    this.#stop = undefined;
    this.#channel?.close();
    this.#channel = undefined;
  };

  /** Holds the stream until `ended`, and passes on what it says. */
  private async hold(ended: Promise<void>): Promise<void> {
    const stream = new EventSource(this.getAttribute("src") ?? "/live");
    let lost = false;
    const tell = (topics: string) => {
      this.#channel?.postMessage(topics);
      nudge(topics);
    };
    stream.addEventListener("nudge", (event) => tell((event as MessageEvent<string>).data));
    stream.addEventListener("error", () => (lost = true));
    stream.addEventListener("open", () => {
      if (lost) tell("*");
      else catchUp();
      lost = false;
    });
    await ended;
    stream.close();
  }
}

customElements.define("n-live", Live);
