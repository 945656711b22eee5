import htmx from "htmx.org";
import { say, word } from "./words";

// No eval, no scripts or styles from answers, nothing from elsewhere: the policy forbids them anyway.
htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
// What people wrote does not stay behind in the browser's storage.
htmx.config.historyCacheSize = 0;
// Heights that scripts set would be copied as style attributes, which the policy refuses.
htmx.config.attributesToSettle = ["class", "width", "height"];
htmx.config.refreshOnHistoryMiss = true;
// 422 is the form again, with what is wrong.
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true },
  { code: "[45]..", swap: false, error: true },
];

/** Long enough to read a sentence and look back at what was typed. */
const READING = 8000;

// A form that could not be sent says so; one whose session ended goes to the door and comes back.
document.addEventListener("htmx:sendError", () => say(word("lost"), READING));
document.addEventListener("htmx:responseError", (event) => {
  const status = event instanceof CustomEvent ? (event.detail as { xhr?: XMLHttpRequest }).xhr?.status : undefined;
  const posted = event instanceof CustomEvent && (event.detail as { requestConfig?: { verb?: string } }).requestConfig?.verb === "post";
  if (status === 401) location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}&ended=1`);
  else if (posted) say(word(status === 404 || status === 410 ? "gone" : "refused"), READING);
});

/** Fetches `url` and puts it in the place of `target`. */
export async function replace(target: HTMLElement, url: string): Promise<void> {
  await htmx.ajax("get", url, { source: target, target, swap: "outerHTML" });
}
