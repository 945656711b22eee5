import { all, forgetAll, keep, kept, onArrival } from "./store";

// <form data-draft="comment-12">: what somebody was writing survives a closed page.
// Forgotten when the server took it, when somebody signs out, and after a month.

const MONTH = 30 * 24 * 60 * 60 * 1000;
const SENT = "noaber:sent";
type Draft = { at: number; fields: Record<string, string> };

const fields = (form: HTMLFormElement) =>
  all<HTMLTextAreaElement | HTMLInputElement>(form, 'textarea[name], input[type="text"][name], input:not([type])[name]').filter(
    (field) => field.dataset.undrafted === undefined,
  );

function save(form: HTMLFormElement): void {
  const values = Object.fromEntries(
    fields(form).filter((f) => f.value !== f.defaultValue).map((f) => [f.name, f.value]),
  );
  const draft: Draft = { at: Date.now(), fields: values };
  keep(`draft:${form.dataset.draft}`, Object.keys(values).length === 0 ? null : JSON.stringify(draft));
}

function restore(form: HTMLFormElement): void {
  const source = kept(`draft:${form.dataset.draft}`);
  // A form that came back with a problem already holds what was typed.
  if (source === null || form.querySelector('[aria-invalid="true"]') !== null) return;
  try {
    const draft = JSON.parse(source) as Draft;
    if (Date.now() - draft.at > MONTH) return keep(`draft:${form.dataset.draft}`, null);
    for (const field of fields(form)) {
      const value = draft.fields[field.name];
      if (value !== undefined && field.value === field.defaultValue) field.value = value;
    }
    form.closest("details")?.setAttribute("open", "");
  } catch {
    keep(`draft:${form.dataset.draft}`, null);
  }
}

/**
 * A form that was sent without htmx: its draft goes once a page arrives that does not show a problem with it.
 * The door (somebody was signed out meanwhile) and the page that says it did not happen are no such page.
 */
function settle(): void {
  let sent: string | null = null;
  try {
    sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
  } catch {
    return;
  }
  if (sent === null) return;
  const again = document.querySelector(`form[data-draft="${CSS.escape(sent)}"] [aria-invalid="true"]`);
  const notDone = document.querySelector("body.door, main.door__card");
  if (again === null && notDone === null) keep(`draft:${sent}`, null);
}

/** Starts keeping drafts. */
export function startDrafts(): void {
  settle();
  onArrival((root) => all<HTMLFormElement>(root, "form[data-draft]").forEach(restore));
  let timer = 0;
  document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-draft]") : null;
    if (form === null) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => save(form), 300);
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || event.defaultPrevented) return;
    window.clearTimeout(timer);
    if (event.target.matches('[data-forget], [action$="/sign-out"]')) forgetAll("draft:");
    const key = event.target.dataset.draft;
    if (key === undefined || event.target.hasAttribute("hx-post")) return;
    try {
      sessionStorage.setItem(SENT, key);
    } catch {
      // Without storage there is no draft either.
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // Not the event's own element: when a piece of a form replaced itself, htmx tells the form.
    type Answered = { successful: boolean; requestConfig: { elt: Element } };
    const { successful, requestConfig } = (event as CustomEvent<Answered>).detail;
    const { elt } = requestConfig;
    if (!successful || !(elt instanceof HTMLFormElement) || elt.dataset.draft === undefined) return;
    keep(`draft:${elt.dataset.draft}`, null);
    elt.reset();
    elt.closest("details.composer")?.removeAttribute("open");
  });
}
