import { h } from "./dom.js";

const CONTROL = "/_handlekit";

/** The control token lives here only, until the page is closed. */
let token = "";
let asking = null;

/** Sends a request to the control API. It asks for the control token if the mock requires one. */
export async function request(method, path, { body, headers = {}, signal } = {}) {
  for (;;) {
    const sent = token;
    const all = sent ? { ...headers, Authorization: `Bearer ${sent}` } : headers;
    const response = await fetch(CONTROL + path, { method, body, headers: all, signal, cache: "no-store" });
    if (response.status !== 401) {
      return response;
    }
    if (sent === token) {
      asking = asking ?? askForToken(sent !== "").finally(() => { asking = null; });
      await asking;
    }
  }
}

/** Calls the control API with JSON, and returns its JSON. It fails with the sentence that the mock answers. */
export async function call(method, path, json) {
  const response = await request(method, path, { body: json === undefined ? undefined : JSON.stringify(json) });
  return read(response);
}

/** Sends text as it is. */
export async function post(path, text) {
  return read(await request("POST", path, { body: text }));
}

async function read(response) {
  const answer = await response.json();
  if (!response.ok) {
    throw new Error((answer.path ? `${answer.path}: ` : "") + (answer.desc || `HTTP ${response.status}, code ${answer.code}`));
  }
  return answer;
}

let document_;

/** Returns the mock's OpenAPI document, which names switches, their values and the kinds of faults. */
export function description() {
  document_ = document_ ?? fetch("/openapi.json").then((response) => response.json());
  return document_;
}

/**
 * Returns what authorizes a call like this one: the header as it was sent, with a token of the mock in place of the one that
 * is not recorded. A refused token stays one that the mock does not know.
 */
export async function credentials(exchange) {
  const { token, account } = await call("GET", "/switches");
  const sent = exchange.request_headers.find(({ name }) => name.toLowerCase() === "authorization")?.value;
  const issued = sent !== undefined && token === "issued" && exchange.code !== 196;
  const secret = issued ? (await call("POST", "/tokens")).token : "any";
  return { authorization: sent?.replace("…", secret), hasAccount: account !== "any" };
}

/** Sends a call to the service itself, as a client would. */
export async function replay(exchange) {
  const { authorization } = await credentials(exchange);
  const hasBody = exchange.request_body !== "" && !/^(GET|HEAD)$/.test(exchange.method);
  return fetch(location.origin + exchange.path + (exchange.query ? `?${exchange.query}` : ""), {
    method: exchange.method,
    headers: { ...(authorization === undefined ? {} : { Authorization: authorization }), ...(hasBody ? { "Content-Type": "application/json" } : {}) },
    body: hasBody ? exchange.request_body : undefined,
    cache: "no-store",
  });
}

/** Downloads the journal as a file. A link would not carry the token. */
export async function download(path, name) {
  const response = await request("GET", path);
  if (!response.ok) {
    await read(response);
  }
  const url = URL.createObjectURL(await response.blob());
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function askForToken(wasWrong) {
  return new Promise((resolve) => {
    const input = h("input", { type: "password", id: "token", autocomplete: "off", required: true });
    const dialog = h("dialog", { "aria-labelledby": "token-label", onclose: () => { token = input.value.trim(); dialog.remove(); resolve(); } },
      h("form", { method: "dialog" },
        h("label", { for: "token", id: "token-label" }, wasWrong ? "This control token is wrong. Control token:" : "Control token of this mock:"),
        input,
        h("p", { class: "quiet" }, "It stays in this page's memory."),
        h("div", { class: "actions" }, h("button", { class: "strong" }, "Open"))));
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  });
}
