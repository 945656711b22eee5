// <form data-upload="1073741824" data-upload-too-big="…" data-upload-failed="…"> with a part [data-upload-shown]
// that holds a <progress> and a line of text: says how much of large files has been sent. Without scripts the
// browser itself sends the form.

/** Says something at the bar, which is there from then on. */
function tell(form: HTMLFormElement, text: string | undefined): void {
  const shown = form.querySelector<HTMLElement>("[data-upload-shown]");
  const line = shown?.querySelector("[role=status]");
  if (shown === null || line === null || line === undefined) return;
  shown.hidden = false;
  if (text !== undefined) line.textContent = text;
}

function size(form: HTMLFormElement): number {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
  return inputs.flatMap((input) => [...(input.files ?? [])]).reduce((sum, file) => sum + file.size, 0);
}

/** Goes where the answer leads, or shows the form that came back. */
function arrive(form: HTMLFormElement, request: XMLHttpRequest): void {
  if (request.status === 200) {
    location.assign(request.responseURL);
    return;
  }
  // Parsed as a document of its own: nothing in it runs.
  const main = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
  if (main === null) fail(form);
  else {
    document.querySelector("main")?.replaceWith(document.adoptNode(main));
    main.querySelector<HTMLElement>(".field__error, h1")?.scrollIntoView({ block: "center" });
  }
}

function fail(form: HTMLFormElement): void {
  tell(form, form.dataset.uploadFailed);
  for (const button of form.querySelectorAll("button")) button.disabled = false;
}

export function startUploads(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.upload === undefined || event.defaultPrevented) return;
    event.preventDefault();
    if (size(form) > Number(form.dataset.upload)) {
      tell(form, form.dataset.uploadTooBig);
      return;
    }
    tell(form, undefined);
    const bar = form.querySelector("progress");
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => {
      if (bar !== null && sent.lengthComputable) bar.value = (bar.max * sent.loaded) / sent.total;
    });
    request.addEventListener("load", () => arrive(form, request));
    request.addEventListener("error", () => fail(form));
    request.open("POST", form.action);
    request.send(new FormData(form, event.submitter));
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  });
  // Who comes back to the form finds it as it was.
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll<HTMLButtonElement>("form[data-upload] button")) button.disabled = false;
  });
}
