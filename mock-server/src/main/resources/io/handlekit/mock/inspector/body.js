import { h, long } from "./dom.js";
import { json } from "./snippets.js";

const MOST_LINES = 2_000;

/** Shows a body: JSON line by line, with ignored and wrong members marked where they stand; anything else as text. */
export function body(text, ignored = [], findings = []) {
  if (text === "") {
    return h("p", { class: "quiet" }, "No body.");
  }
  const value = json(text);
  const lines = value === undefined ? [h("div", {}, long(text))] : printed(value, new Set(ignored), placed(value, findings));
  const rest = lines.length - MOST_LINES;
  return h("pre", { class: "body", tabindex: "0", "aria-label": "Body" }, lines.slice(0, MOST_LINES),
    rest > 0 && h("div", { class: "quiet" }, `… ${rest.toLocaleString()} more lines; copy as curl has them all`));
}

/** Returns the findings by the path where they show: that of the member, or of the nearest object if it is missing. */
function placed(value, findings) {
  const places = new Map();
  for (const finding of findings.filter((one) => !one.path.startsWith("?"))) {
    let node = value;
    let at = "";
    for (const step of finding.path.match(/\[\d+\]|[^.[]+/g) ?? []) {
      const key = step.startsWith("[") ? step.slice(1, -1) : step;
      if (node === null || typeof node !== "object" || !Object.hasOwn(node, key)) {
        break;
      }
      node = node[key];
      at = step.startsWith("[") ? at + step : at ? `${at}.${step}` : step;
    }
    places.set(at, [...(places.get(at) ?? []), finding]);
  }
  return places;
}

function printed(value, ignored, findings) {
  const lines = [];
  const line = (depth, parts, marked, wrong = []) => lines.push(h("div", { class: wrong.length > 0 ? "wrong" : marked ? "ignored" : undefined }, "  ".repeat(Math.min(depth, 40)), parts,
    marked && h("span", { class: "mark" }, "ignored"), wrong.map((one) => h("span", { class: "mark" }, `${one.code} ${one.desc}`))));
  const walk = (node, depth, name, path, comma, inherited) => {
    const marked = inherited || ignored.has(path) || ignored.has(path.replace(/\[\d+\]/g, ""));
    const here = findings.get(path) ?? [];
    const own = here.filter((one) => one.path === path);
    const start = name === undefined ? [] : [h("span", { class: "name" }, JSON.stringify(name)), ": "];
    const isArray = Array.isArray(node);
    const members = node !== null && typeof node === "object" ? Object.entries(node) : [];
    if (members.length === 0 && here.length === own.length) {
      line(depth, [...start, leaf(node), comma], marked, own);
      return;
    }
    line(depth, [...start, isArray ? "[" : "{"], marked && !inherited, own);
    members.forEach(([key, member], at) => walk(member, depth + 1, isArray ? undefined : key,
      isArray ? `${path}[${key}]` : path ? `${path}.${key}` : key, at < members.length - 1 ? "," : "", marked));
    here.filter((one) => one.path !== path).forEach((one) => line(depth + 1, h("span", { class: "quiet" }, `${one.path.slice(path ? path.length + 1 : 0)} is missing`), false, [one]));
    line(depth, [isArray ? "]" : "}", comma], false);
  };
  walk(value, 0, undefined, "", "", false);
  return lines;
}

function leaf(value) {
  const type = value === null ? "null" : typeof value;
  return h("span", { class: type, dir: type === "string" ? "auto" : undefined }, long(JSON.stringify(value)));
}
