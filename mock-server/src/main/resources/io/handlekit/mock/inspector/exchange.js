import { attempt, copy, disclosure, h, show, tell, when } from "./dom.js";
import { call, credentials, description, replay } from "./api.js";
import { body } from "./body.js";
import { curl, expectation, isLogin, java } from "./snippets.js";

/** Returns the name of how an exchange ended: ok, refused, failed or none. */
export function outcome(exchange) {
  if (exchange.status === 0) {
    return "none";
  }
  const isOnlyDelayed = /^delay\([^)]*\)$/.test(exchange.fault ?? "");
  if (exchange.status >= 500 || (exchange.fault && !isOnlyDelayed)) {
    return "failed";
  }
  return exchange.status >= 400 || (exchange.code ?? 0) !== 0 ? "refused" : "ok";
}

export function statusWords(exchange) {
  const code = exchange.code ? ` · ${exchange.code}` : "";
  return exchange.status === 0 ? "no answer" : `${exchange.status}${code}`;
}

/** Shows one exchange in full. */
export function details(exchange, { expect, back }) {
  const nearest = h("div");
  const lines = h("div");
  const answer = h("div");
  showLedger(lines, exchange);
  if (exchange.code === 900404 || exchange.code === 900405) {
    showRoutes(nearest, exchange);
  }
  const code = java(exchange);
  return h("article", { class: "details", "aria-label": `Exchange ${exchange.number}` },
    h("button", { class: "back", onclick: back }, "← Back"),
    h("h2", { tabindex: "-1" }, h("span", { class: `method` }, exchange.method), " ", h("span", { class: "path", dir: "ltr" }, exchange.path + (exchange.query ? `?${exchange.query}` : ""))),
    h("p", { class: "facts" },
      h("span", { class: `badge ${outcome(exchange)}` }, statusWords(exchange)),
      h("span", {}, `${exchange.duration_ms.toFixed(1)} ms`),
      h("time", { datetime: exchange.start }, when(exchange.start)),
      h("span", { class: "quiet" }, `exchange ${exchange.number}`)),
    h("div", { class: "actions" },
      h("button", { onclick: () => attempt(async () => copy(curl(exchange, await credentials(exchange)), "curl")) }, "Copy as curl"),
      h("button", { disabled: code === "", onclick: () => copy(code, "Java") }, "Copy as Java"),
      h("button", { disabled: isLogin(exchange), onclick: () => attempt(() => again(exchange, answer)) }, "Replay"),
      h("button", { disabled: code === "", onclick: () => expect(expectation(exchange)) }, "Expect this call")),
    exchange.fault && h("p", { class: "note failed" }, h("strong", {}, "Fault: "), exchange.fault),
    exchange.ignored.length > 0 && h("p", { class: "note" }, h("strong", {}, "Ignored: "), exchange.ignored.join(", ")),
    exchange.findings.length > 0 && h("p", { class: "note failed" }, h("strong", {}, "Wrong: "), exchange.findings.map((one) => `${one.path} (${one.code})`).join(", ")),
    nearest,
    answer,
    h("div", { class: "pair" },
      h("section", { "aria-label": "Request" }, h("h3", {}, "Request"), isLogin(exchange) ? h("p", { class: "quiet" }, "Login bodies are not recorded.") : body(exchange.request_body, exchange.ignored, exchange.findings), headers(exchange.request_headers)),
      h("section", { "aria-label": "Answer" }, h("h3", {}, "Answer"), body(exchange.response_body), headers(exchange.response_headers))),
    lines);
}

function headers(all) {
  return all.length > 0 && disclosure(`${all.length} headers`, () =>
    h("dl", {}, all.map(({ name, value }) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))));
}

async function again(exchange, place) {
  let reply;
  try {
    reply = await replay(exchange);
  } catch {
    show(place, h("p", { class: "note failed" }, "Replay: the connection ended without an answer."));
    return;
  }
  const text = await reply.text();
  show(place, h("section", { "aria-label": "Answer to the replay" }, h("h3", {}, `Replay: HTTP ${reply.status}`), body(text)));
  tell(`Replayed: HTTP ${reply.status}.`);
}

async function showLedger(place, exchange) {
  const ids = new Set(exchange.ledger);
  const lines = (await ledgerOnce()).entries.filter((line) => ids.has(line.id));
  show(place, lines.length > 0 && h("section", { class: "why", "aria-label": "Evidence" }, h("h3", {}, "Why the mock answers like this"),
    lines.map((line) => h("p", {}, h("span", { class: `grade ${line.grade}` }, line.grade), " ", line.what, " ",
      h("code", { class: "quiet" }, line.switch ? `${line.id} · --${line.switch}` : line.id)))));
}

let ledger;

export function ledgerOnce() {
  ledger = ledger ?? call("GET", "/ledger").catch((failure) => { ledger = undefined; throw failure; });
  return ledger;
}

/** Shows the calls of the service that are nearest to one that no route serves. */
async function showRoutes(place, exchange) {
  const paths = (await description()).paths;
  const below = exchange.path.replace(/^\/v1(beta)?/, "");
  const routes = Object.entries(paths)
    .filter(([path]) => path !== "/" && !path.startsWith("/_handlekit") && path !== "/openapi.json")
    .flatMap(([path, methods]) => Object.keys(methods).filter((name) => /^(get|put|post|delete)$/.test(name)).map((name) => [name.toUpperCase(), path]))
    .map(([method, path]) => ({ method, path, far: distance(filled(path, below), below) + (method === exchange.method ? 0 : 2) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, 3);
  const version = exchange.path.match(/^\/v1(beta)?(?=\/)/)?.[0] ?? "/v1";
  const differences = ({ method, path }) => [["method", method, exchange.method], ["path", version + path, exchange.path]]
    .filter(([name, served, sent]) => (name === "path" ? version + filled(path, below) !== sent : served !== sent));
  show(place, h("section", { "aria-label": "Nearest routes" }, h("p", { class: "note" }, h("strong", {}, "No route serves this call."), " The nearest ones differ in:"),
    h("table", {}, h("thead", {}, h("tr", {}, ["Route", "Part", "Served", "Sent"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, routes.flatMap((route) => differences(route).map(([name, served, sent], at, all) => h("tr", {},
        at === 0 && h("th", { scope: "rowgroup", rowspan: all.length }, `${route.method} ${version}${route.path}`), h("td", {}, name), h("td", {}, h("ins", {}, served)), h("td", {}, h("span", { class: "other" }, sent)))))))));
}

/** Returns a template with its variable filled from a path of as many segments. */
function filled(template, path) {
  const given = path.split("/");
  return template.split("/").map((segment, at) => (segment.startsWith("{") ? (given[at] ?? segment) : segment)).join("/");
}

function distance(one, other) {
  const from = one.slice(0, 200);
  const to = other.slice(0, 200);
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[to.length];
}
