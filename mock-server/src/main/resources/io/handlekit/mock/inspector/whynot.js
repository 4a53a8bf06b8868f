import { attempt, h, show } from "./dom.js";
import { call } from "./api.js";
import { json } from "./snippets.js";

/** The view that compares an expectation with the journal, and shows the difference field by field. */
export class WhyNotView {
  title = "Why not?";
  #method = h("select", { id: "expected-method" }, ["POST", "PUT", "GET", "DELETE", "*"].map((name) => h("option", {}, name)));
  #path = h("input", { id: "expected-path", value: "/customers", spellcheck: "false", autocomplete: "off" });
  #members = h("textarea", { id: "expected-json", rows: 8, spellcheck: "false", placeholder: '{"$.name.first_name": "Ada"}' });
  #query = h("input", { id: "expected-query", spellcheck: "false", autocomplete: "off", placeholder: "limit=100" });
  #headers = h("input", { id: "expected-headers", spellcheck: "false", autocomplete: "off", placeholder: "Accept: application/json" });
  #times = h("input", { id: "expected-count", type: "number", min: 0, class: "short", placeholder: "any" });
  #result = h("div", { class: "found", role: "status" });
  element;

  constructor() {
    this.element = h("div", { class: "page" },
      h("h2", { tabindex: "-1" }, "Why not?"),
      h("p", { class: "quiet lead" }, "Say which call you expect. The mock compares it with its journal and shows the nearest exchanges."),
      h("div", { class: "compare" }, h("form", { class: "form", onsubmit: (event) => { event.preventDefault(); attempt(() => this.#ask()); } },
        h("div", { class: "fields" },
          h("div", {}, h("label", { for: "expected-method" }, "Method"), this.#method),
          h("div", { class: "grow" }, h("label", { for: "expected-path" }, "Path below the version"), this.#path),
          h("div", {}, h("label", { for: "expected-count" }, "Times"), this.#times)),
        h("div", { class: "fields" },
          h("div", { class: "grow" }, h("label", { for: "expected-query" }, "Query"), this.#query),
          h("div", { class: "grow" }, h("label", { for: "expected-headers" }, "Header"), this.#headers)),
        h("label", { for: "expected-json" }, "Members of the body, by their JSON path"), this.#members,
        h("div", { class: "actions" }, h("button", { class: "strong" }, "Compare"))),
        this.#result));
  }

  /** Fills the form with an expectation, and compares it. */
  expect({ method, path, query = {}, json: members = {} }) {
    this.#method.value = method;
    this.#path.value = path;
    this.#members.value = Object.keys(members).length > 0 ? JSON.stringify(members, null, 2) : "";
    this.#query.value = new URLSearchParams(query).toString();
    this.#headers.value = "";
    this.#times.value = "";
    attempt(() => this.#ask());
  }

  async #ask() {
    const text = this.#members.value.trim();
    const members = text === "" ? undefined : json(text);
    if (text !== "" && (members === null || typeof members !== "object" || Array.isArray(members))) {
      throw new Error("Members: a JSON object is expected, such as {\"$.email\": \"ada@example.com\"}.");
    }
    const query = Object.fromEntries(new URLSearchParams(this.#query.value.trim()));
    const headers = header(this.#headers.value.trim());
    const expected = { method: this.#method.value, path: this.#path.value.trim(), query, headers, ...(members ? { json: members } : {}) };
    if (this.#times.value !== "") {
      expected.count = Number(this.#times.value);
    }
    const found = await call("POST", "/verify", expected);
    show(this.#result, h("p", { class: `note ${found.verified ? "ok" : "failed"}` }, h("strong", {}, `${found.outcome}: `), found.desc),
      found.near.map((near) => this.#near(near, expected, found.outcome)));
  }

  #near(near, expected, outcome) {
    const wanted = wantedValues(expected);
    const differs = Object.entries(near.differs);
    const missing = new Set(near.missing ?? []);
    return h("section", { class: "near" }, h("h3", {}, h("span", { class: "method" }, near.method), " ", h("span", { class: "path" }, near.path), h("span", { class: "quiet" }, ` exchange ${near.number}`)),
      differs.length === 0 ? h("p", { class: "quiet" }, outcome === "unknown" ? "What was recorded of it is as expected." : "It is as expected.") : h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Differences" }, h("table", {},
        h("thead", {}, h("tr", {}, ["Part", "Expected", "Found"].map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, differs.map(([path, value]) => h("tr", {}, h("th", { scope: "row" }, path),
          h("td", { dir: "auto" }, h("ins", {}, words(wanted[path]))),
          h("td", { dir: "auto" }, missing.has(path) ? h("span", { class: "quiet" }, "missing") : h("span", { class: "other" }, words(value)))))))));
  }
}

/** Returns a header as an object; empty for an empty text. */
function header(text) {
  const colon = text.indexOf(":");
  if (text !== "" && colon < 1) {
    throw new Error("Header: a name and a value are expected, such as Accept: application/json.");
  }
  return text === "" ? {} : { [text.slice(0, colon).trim()]: text.slice(colon + 1).trim() };
}

/** Returns the expected values by the names that differences have. */
function wantedValues({ method, path, json: members = {}, query, headers }) {
  const named = (prefix, values) => Object.entries(values).map(([name, value]) => [prefix + name, value]);
  return Object.fromEntries([["method", method], ["version", "/v1 or /v1beta"], ["path", path], ...named("", members), ...named("?", query), ...named("header ", headers)]);
}

function words(value) {
  return value === undefined ? "—" : typeof value === "string" ? value || "(empty)" : JSON.stringify(value);
}
