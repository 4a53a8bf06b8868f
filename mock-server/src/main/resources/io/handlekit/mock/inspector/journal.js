import { attempt, confirmed, h, later, show, tell } from "./dom.js";
import { call, download } from "./api.js";
import { WindowedList } from "./windowed.js";
import { details, outcome, statusWords } from "./exchange.js";

const ROW = 40;

/** The view of all exchanges, newest first. */
export class JournalView {
  title = "Journal";
  #following;
  #expect;
  #filter = { text: "", outcome: "", method: "", code: "" };
  #matching = { generation: 0, last: 0, exchanges: [] };
  #list;
  #detail = h("div", { class: "detail" });
  #count = h("span", { class: "quiet", role: "status" });
  #empty = h("div", { class: "empty" });
  element;

  constructor(following, expect) {
    this.#following = following;
    this.#expect = expect;
    this.#list = new WindowedList({
      label: "Exchanges", rowHeight: ROW, key: (one) => one.number, render: row, open: (one, byKey) => this.#open(one, byKey),
    });
    this.element = h("div", { class: "split" },
      h("section", { class: "master", "aria-label": "Journal" }, this.#bar(), this.#empty, this.#list.element, this.#foot()), this.#detail);
    this.#idle();
    following.listen(() => this.#update());
    this.#update();
  }

  #bar() {
    const changed = later(() => this.#filterAgain(), 100);
    const field = (name, label, attributes) => h("input", {
      "aria-label": label, placeholder: label, type: "search",
      oninput: (event) => { this.#filter[name] = event.target.value; changed(); }, ...attributes,
    });
    const choice = (name, label, values) => h("select", { "aria-label": label, onchange: (event) => { this.#filter[name] = event.target.value; this.#filterAgain(); } },
      h("option", { value: "" }, label), values.map((value) => h("option", { value }, value)));
    return h("div", { class: "bar" },
      field("text", "Text or handle", { placeholder: "Search" }),
      choice("method", "Any method", ["GET", "POST", "PUT", "DELETE"]),
      choice("outcome", "Any outcome", ["ok", "refused", "failed", "none"]),
      field("code", "Status or code", { placeholder: "Code", size: 10, inputmode: "numeric", class: "short" }));
  }

  #foot() {
    return h("div", { class: "pager" }, this.#count,
      h("button", { onclick: () => attempt(() => download("/journal.har", "journal.har")) }, "Export HAR"),
      h("button", { onclick: () => attempt(() => this.#clear()) }, "Clear"));
  }

  async #clear() {
    if (await confirmed("Clear the journal? Customers stay.", "Clear")) {
      await call("DELETE", "/journal");
      tell("The journal is empty.");
    }
  }

  #matches(exchange) {
    const { text, method, code } = this.#filter;
    const wanted = this.#filter.outcome;
    return (method === "" || exchange.method === method)
      && (wanted === "" || outcome(exchange) === wanted)
      && (code === "" || String(exchange.status).startsWith(code) || String(exchange.code ?? "").startsWith(code))
      && (text === "" || haystack(exchange).includes(text.toLowerCase()));
  }

  #filterAgain() {
    this.#matching = { generation: this.#following.generation, last: 0, exchanges: [] };
    this.#update();
  }

  /** Returns the exchanges that match, newest first. It looks only at those that came since it last did. */
  #newestFirst(all) {
    if (this.#matching.generation !== this.#following.generation) {
      this.#matching = { generation: this.#following.generation, last: 0, exchanges: [] };
      this.#list.select(null);
      this.#idle();
    }
    const { last, exchanges } = this.#matching;
    const from = all.findLastIndex((one) => one.number <= last) + 1;
    const first = all[0]?.number ?? 0;
    const kept = exchanges.length > 0 && exchanges[0].number < first ? exchanges.filter((one) => one.number >= first) : exchanges;
    for (let at = from; at < all.length; at++) {
      if (this.#matches(all[at])) {
        kept.push(all[at]);
      }
    }
    this.#matching.exchanges = kept;
    this.#matching.last = all.at(-1)?.number ?? 0;
    return kept.toReversed();
  }

  #update() {
    const all = this.#following.exchanges;
    const matching = this.#newestFirst(all);
    this.#list.items = matching;
    this.#count.textContent = matching.length === all.length ? `${all.length.toLocaleString()} exchanges` : `${matching.length.toLocaleString()} of ${all.length.toLocaleString()}`;
    this.#list.element.hidden = matching.length === 0;
    show(this.#empty, matching.length === 0 && this.#emptyWords(all.length));
  }

  #emptyWords(count) {
    if (this.#following.state === "connecting") {
      return h("p", {}, "Loading…");
    }
    if (!this.#following.isOn) {
      return h("p", {}, "The journal is off. Start the mock without ", h("code", {}, "--journal off"), " to see its calls here.");
    }
    if (count > 0) {
      return h("p", {}, "No exchange matches the filter.");
    }
    return [h("p", {}, "No calls yet. Send one:"),
      h("pre", { class: "body", tabindex: "0" }, `curl ${location.origin}/v1/customers -H 'Authorization: Bearer any'`)];
  }

  #idle() {
    this.element.classList.remove("opened");
    show(this.#detail, h("p", { class: "empty wide" }, "Select an exchange to see its request and answer."));
  }

  #open(exchange, byKey) {
    this.element.classList.add("opened");
    show(this.#detail, details(exchange, { expect: this.#expect, back: () => { this.#idle(); this.#list.element.focus(); } }));
    this.#detail.scrollTop = 0;
    if (byKey) {
      this.#detail.querySelector("h2").focus();
    }
  }
}

function haystack(exchange) {
  return `${exchange.path}?${exchange.query} ${exchange.request_body} ${exchange.response_body} ${exchange.fault ?? ""}`.toLowerCase();
}

function row(exchange) {
  return [
    h("time", { class: "quiet num" }, new Date(exchange.start).toLocaleTimeString([], { hour12: false })),
    h("span", { class: "method" }, exchange.method),
    h("span", { class: "path", dir: "ltr" }, exchange.path + (exchange.query ? `?${exchange.query}` : "")),
    h("span", { class: "marks" }, exchange.fault && h("span", { class: "tag failed" }, "fault"), exchange.ignored.length > 0 && h("span", { class: "tag" }, `${exchange.ignored.length} ignored`)),
    h("span", { class: `badge ${outcome(exchange)}` }, statusWords(exchange)),
    h("span", { class: "quiet num ms" }, `${exchange.duration_ms.toFixed(1)} ms`),
  ];
}
