import { word } from "./words";

// <form data-confirm="Verwijderen? …" data-confirm-yes="Verwijderen">: asks first, in a dialog of the page.

/** Shows a dialog with a question; resolves to whether it was answered with yes. */
function ask(question: string, yes: string, danger: boolean): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const text = document.createElement("p");
  text.id = "confirm-text";
  text.textContent = question;
  dialog.setAttribute("aria-labelledby", text.id);
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "dialog__end";
  const button = (value: string, label: string, look: string) => {
    const made = document.createElement("button");
    made.value = value;
    made.className = `btn ${look}`;
    made.textContent = label;
    return made;
  };
  // First in order and in focus: the answer that changes nothing.
  form.append(button("no", word("cancel"), ""), button("yes", yes, danger ? "btn--danger" : "btn--primary"));
  dialog.append(text, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
  });
}

/** Starts asking before forms with `data-confirm` are sent. */
export function startConfirm(): void {
  const agreed = new WeakSet<HTMLFormElement>();
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.confirm === undefined) return;
      // A second button may lead elsewhere ("Niet doen"); only the form's own deed is asked about.
      if (event.submitter?.hasAttribute("formaction") || agreed.delete(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const submitter = event.submitter;
      const yes = form.dataset.confirmYes ?? submitter?.textContent ?? "";
      const danger = submitter?.className.includes("danger") ?? false;
      void ask(form.dataset.confirm, yes, danger).then((agrees) => {
        if (!agrees) return;
        agreed.add(form);
        form.requestSubmit(submitter);
      });
    },
    { capture: true },
  );
}
