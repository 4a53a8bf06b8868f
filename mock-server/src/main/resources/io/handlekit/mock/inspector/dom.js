/** Creates an element. Children are elements or text; nothing here parses HTML. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Creates an element of SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Replaces the children of an element. */
export function show(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

/** Shows a summary that opens. What is below it has elements only while it is open: a view can have hundreds of these. */
export function disclosure(summary, content) {
  const head = h("summary", {}, summary);
  return h("details", { ontoggle: ({ target }) => show(target, head, target.open && content()) }, head);
}

/** Shows a long text in part, with a button for the rest. */
export function long(text, most = 2_000) {
  if (text.length <= most) {
    return text;
  }
  const place = h("span");
  show(place, text.slice(0, most), h("button", { class: "more", onclick: () => show(place, text) }, `… show all ${text.length.toLocaleString()} characters`));
  return place;
}

/** Returns a time as a person writes it. */
export function when(time) {
  return new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" });
}

/** Tells a person what happened, aloud too. It goes away by itself. */
export function tell(text) {
  const told = document.getElementById("told");
  told.textContent = text;
  told.classList.add("shown");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => told.classList.remove("shown"), 4000);
}

/** Runs an action of a person, and tells why it failed. */
export async function attempt(action) {
  try {
    return await action();
  } catch (failure) {
    tell(failure.message || "The mock does not answer.");
    return undefined;
  }
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    tell(`Copied as ${what}.`);
  } catch {
    shown(text, what);
  }
}

/** Shows a text to copy by hand, where the browser does not allow the page to copy it. */
function shown(text, what) {
  const area = h("textarea", { readonly: true, rows: 8, "aria-label": `As ${what}` });
  area.value = text;
  const dialog = h("dialog", { "aria-label": `Copy as ${what}`, onclose: () => dialog.remove() },
    h("form", { method: "dialog" }, area, h("div", { class: "actions" }, h("button", {}, "Close"))));
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}

/** Asks before something is lost. */
export function confirmed(question, yes) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { "aria-label": question, onclose: () => { dialog.remove(); resolve(dialog.returnValue === "yes"); } },
      h("form", { method: "dialog" }, h("p", {}, question),
        h("div", { class: "actions" }, h("button", { value: "no" }, "Cancel"), h("button", { value: "yes", class: "strong" }, yes))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Returns an action that waits until a person stops typing. */
export function later(action, milliseconds = 200) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
