import { h, when } from "./dom.js";
import { json } from "./snippets.js";

/**
 * Returns what the exchanges tell of a customer's changes, oldest first: what each call sent, beside what an earlier
 * one had sent. The journal has what was sent, so values that the mock derived are not among it.
 */
export function history(exchanges, handle) {
  const path = new RegExp(`^/v1(beta)?/customers/${handle.replace(/[^\w-]/g, "\\$&")}$`);
  const changes = [];
  let known = {};
  for (const exchange of exchanges) {
    const kind = kindOf(exchange, handle, path);
    if (kind) {
      const sent = kind === "deleted" ? {} : (json(exchange.request_body) ?? {});
      exchange.ignored.forEach((path) => remove(sent, path.split(".")));
      changes.push({ kind, exchange, unseen: exchange.status === 0, members: kind === "deleted" ? [] : difference(known, sent) });
      known = { ...known, ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null)) };
    }
  }
  return changes;
}

function kindOf(exchange, handle, path) {
  const took = exchange.code === 0 || (exchange.fault ?? "").includes("after the effect");
  if (!took) {
    return undefined;
  }
  if (exchange.method === "POST" && /^\/v1(beta)?\/customers$/.test(exchange.path)) {
    return json(exchange.response_body)?.data?.handle === handle ? "created" : undefined;
  }
  const verbs = { PUT: "changed", DELETE: "deleted" };
  const kind = verbs[exchange.method];
  return kind && path.test(decodeURIComponent(exchange.path)) ? kind : undefined;
}

/** Returns the members that were sent with another value than the known one. A section replaces the known one. */
function difference(known, sent) {
  return Object.entries(sent).filter(([, value]) => value !== null).flatMap(([name, value]) => {
    const before = Object.hasOwn(known, name) ? flat(known[name], name) : new Map();
    const after = flat(value, name);
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => ({ path, before: before.get(path), after: after.get(path), isKnown: Object.hasOwn(known, name) }));
  });
}

/** Removes a member that the mock ignored. */
function remove(value, [name, ...rest]) {
  if (value !== null && typeof value === "object" && Object.hasOwn(value, name)) {
    if (rest.length === 0) {
      delete value[name];
    } else {
      remove(value[name], rest);
    }
  }
}

/** Returns the values below a member that have no members, by their paths. */
function flat(value, path, all = new Map()) {
  if (value !== null && typeof value === "object" && Object.keys(value).length > 0) {
    Object.entries(value).forEach(([name, member]) => flat(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`, all));
  } else {
    all.set(path, typeof value === "string" ? value : JSON.stringify(value));
  }
  return all;
}

/** Shows a history, the latest change first. */
export function shown(changes) {
  if (changes.length === 0) {
    return h("p", { class: "quiet" }, "The journal has no change of this customer: it was seeded, or the exchanges were dropped or cleared.");
  }
  return h("ol", { class: "history", reversed: true }, [...changes].reverse().map(({ kind, exchange, unseen, members }) => h("li", {},
    h("p", { class: "facts" }, h("strong", {}, kind), h("time", { datetime: exchange.start, class: "quiet" }, when(exchange.start)),
      h("span", { class: "quiet" }, `exchange ${exchange.number}`), unseen && h("span", { class: "tag failed" }, "the client got no answer")),
    members.length === 0
      ? kind !== "deleted" && h("p", { class: "quiet" }, "Nothing that differs was sent.")
      : h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `Values that were ${kind}` }, h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Member"), kind !== "created" && h("th", { scope: "col" }, "Before"), h("th", { scope: "col" }, kind === "created" ? "Value" : "After"))),
        h("tbody", {}, members.map((one) => h("tr", {}, h("th", { scope: "row" }, one.path),
          kind !== "created" && h("td", { dir: "auto" }, value(one.before, one.isKnown ? "—" : "not in the journal", "del")),
          h("td", { dir: "auto" }, value(one.after, "left out", "ins"))))))))));
}

function value(text, otherwise, tag) {
  return text === undefined ? h("span", { class: "quiet" }, otherwise) : h(tag, {}, text === "" ? "(empty)" : text.slice(0, 2_000) + (text.length > 2_000 ? "…" : ""));
}
