import htmx from "htmx.org";

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

/** Fetches `url` and puts it in the place of `target`. */
export async function replace(target: HTMLElement, url: string): Promise<void> {
  await htmx.ajax("get", url, { source: target, target, swap: "outerHTML" });
}
