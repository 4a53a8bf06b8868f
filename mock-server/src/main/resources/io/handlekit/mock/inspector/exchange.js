import { attempt, copy, h, long, show, tell, when } from "./dom.js";
import { call, description, replay } from "./api.js";
import { curl, expectation, isLogin, java, json } from "./snippets.js";

const MOST_LINES = 2_000;

/** The codes of the service that a line of the ledger is about. */
const CODES = {
  10005: ["limits.denied", "limits.identical"], 10006: ["login.refused"], 10008: ["login.api-off"], 10009: ["login.refused"],
  50: ["limits.logins", "limits.failed-logins"], 112: ["form.house-number"], 113: ["form.house-number"], 116: ["form.zip"],
  121: ["form.country"], 130: ["form.phone-country-empty"], 131: ["form.phone-country"], 132: ["form.area-code"], 133: ["form.area-code"],
  141: ["form.fax"], 146: ["form.email"], 172: ["list.type-unknown"], 187: ["delete.refused"], 193: ["get.unknown", "status.unknown-handle"],
  196: ["token.dead", "token.missing", "status.token"], 197: ["login.refused"], 4005: ["envelope.maintenance", "status.maintenance"],
  6200: ["delete.refused"], 6206: ["delete.refused"], 8000: ["list.reseller"], 20000: ["verification.codes"], 20001: ["verification.codes"],
  20002: ["spec.extension", "tags.delete", "verification.arguments"], 1203: ["verification.restart"],
  900400: ["input.malformed"], 900401: ["input.type"], 900402: ["input.unknown", "update.name"], 900404: ["route.unknown"],
  900405: ["route.method"], 900408: ["input.too-slow"], 900413: ["input.too-large"], 900415: ["input.encoding"], 900503: ["input.busy"], 900507: ["input.full"],
};
const REQUIRED = new Set([102, 105, 110, 115, 117, 120, 145]);

/** What a success of each call rests on. */
const ROUTES = [
  [/^POST \/customers$/, ["create.reply", "handle.letters", "handle.number"]],
  [/^GET \/customers$/, ["list.reply", "list.order"]],
  [/^GET \/customers\/[^/]+$/, ["get.members", "get.order"]],
  [/^PUT \/customers\/[^/]+$/, ["update.reply", "update.section", "update.omitted"]],
  [/^DELETE \/customers\/[^/]+$/, ["delete.reply"]],
  [/^POST \/auth\/login$/, ["login.reply"]],
  [/^GET \/tags$/, ["tags.list"]], [/^POST \/tags$/, ["tags.create"]], [/^DELETE \/tags$/, ["tags.delete"]],
  [/ \/customers\/verifications\/emails\/start$/, ["verification.start"]],
  [/ \/customers\/verifications\/emails\/restart$/, ["verification.restart"]],
  [/ \/customers\/verifications\/emails\/domains$/, ["verification.list"]],
  [/ \/domains\/additional-data\/customers$/, ["spec.reply"]],
];

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
      h("button", { onclick: () => copy(curl(exchange), "curl") }, "Copy as curl"),
      h("button", { disabled: code === "", onclick: () => copy(code, "Java") }, "Copy as Java"),
      h("button", { disabled: isLogin(exchange), onclick: () => attempt(() => again(exchange, answer)) }, "Replay"),
      h("button", { disabled: code === "", onclick: () => expect(expectation(exchange)) }, "Expect this call")),
    exchange.fault && h("p", { class: "note failed" }, h("strong", {}, "Fault: "), exchange.fault),
    exchange.ignored.length > 0 && h("p", { class: "note" }, h("strong", {}, "Ignored: "), exchange.ignored.join(", ")),
    nearest,
    answer,
    h("div", { class: "pair" },
      h("section", { "aria-label": "Request" }, h("h3", {}, "Request"), isLogin(exchange) ? h("p", { class: "quiet" }, "Login bodies are not recorded.") : body(exchange.request_body, exchange.ignored)),
      h("section", { "aria-label": "Answer" }, h("h3", {}, "Answer"), body(exchange.response_body, []))),
    lines);
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
  show(place, h("section", { "aria-label": "Answer to the replay" }, h("h3", {}, `Replay: HTTP ${reply.status}`), body(text, [])));
  tell(`Replayed: HTTP ${reply.status}.`);
}

async function showLedger(place, exchange) {
  const ids = new Set(ledgerIds(exchange));
  const ledger = await ledgerOnce();
  const isOfVersion = (line) => line.versions === "both" || line.versions === (exchange.version ?? line.versions);
  const lines = ledger.entries.filter((line) => ids.has(line.id) && isOfVersion(line));
  show(place, lines.length > 0 && h("section", { class: "why", "aria-label": "Evidence" }, h("h3", {}, "Why the mock answers like this"),
    lines.map((line) => h("p", {}, h("span", { class: `grade ${line.grade}` }, line.grade), " ", line.what, " ",
      h("code", { class: "quiet" }, line.switch ? `${line.id} · --${line.switch}` : line.id)))));
}

let ledger;

export function ledgerOnce() {
  ledger = ledger ?? call("GET", "/ledger").catch((failure) => { ledger = undefined; throw failure; });
  return ledger;
}

function ledgerIds(exchange) {
  const code = exchange.code ?? 0;
  const told = exchange.ignored.length > 0 ? ["input.unknown", "input.told"] : [];
  if (code !== 0) {
    const isStrayPost = code === 900404 && /^POST \/v1(beta)?\/customers\/[^/]+$/.test(`${exchange.method} ${exchange.path}`);
    return [...(isStrayPost ? ["route.post-on-customer"] : []), ...(CODES[code] ?? []), ...(REQUIRED.has(code) ? ["form.required", "form.required-codes"] : []), ...(code < 900_000 ? ["envelope.error"] : []), ...told];
  }
  const target = `${exchange.method} ${exchange.path.replace(/^\/v1(beta)?/, "")}`;
  return [...(ROUTES.find(([pattern]) => pattern.test(target))?.[1] ?? []), ...told];
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
  show(place, h("section", { class: "note" }, h("h3", {}, "No route serves this call. The nearest ones:"),
    h("ul", {}, routes.map((route) => h("li", {}, h("code", {}, `${route.method} /v1${route.path}`),
      route.method === exchange.method ? "" : " (another method)")))));
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

/** Shows a body: JSON line by line, with the ignored members marked where they stand; anything else as text. */
export function body(text, ignored) {
  if (text === "") {
    return h("p", { class: "quiet" }, "No body.");
  }
  const value = json(text);
  const lines = value === undefined ? [h("div", {}, long(text))] : printed(value, new Set(ignored));
  const rest = lines.length - MOST_LINES;
  return h("pre", { class: "body", tabindex: "0", "aria-label": "Body" }, lines.slice(0, MOST_LINES),
    rest > 0 && h("div", { class: "quiet" }, `… ${rest.toLocaleString()} more lines; copy as curl has them all`));
}

function printed(value, ignored) {
  const lines = [];
  const line = (depth, parts, marked) => lines.push(h("div", { class: marked ? "ignored" : undefined }, "  ".repeat(Math.min(depth, 40)), parts, marked && h("span", { class: "mark" }, "ignored")));
  const walk = (node, depth, name, path, comma, inherited) => {
    const marked = inherited || ignored.has(path) || ignored.has(path.replace(/\[\d+\]/g, ""));
    const start = name === undefined ? [] : [h("span", { class: "name" }, JSON.stringify(name)), ": "];
    const isArray = Array.isArray(node);
    const members = node !== null && typeof node === "object" ? Object.entries(node) : [];
    if (members.length === 0) {
      line(depth, [...start, leaf(node), comma], marked);
      return;
    }
    line(depth, [...start, isArray ? "[" : "{"], marked && !inherited);
    members.forEach(([key, member], at) => walk(member, depth + 1, isArray ? undefined : key,
      isArray ? `${path}[${key}]` : path ? `${path}.${key}` : key, at < members.length - 1 ? "," : "", marked));
    line(depth, [isArray ? "]" : "}", comma], false);
  };
  walk(value, 0, undefined, "", "", false);
  return lines;
}

function leaf(value) {
  const type = value === null ? "null" : typeof value;
  return h("span", { class: type, dir: type === "string" ? "auto" : undefined }, long(JSON.stringify(value)));
}
