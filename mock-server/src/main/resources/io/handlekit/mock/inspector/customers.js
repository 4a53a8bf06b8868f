import { attempt, disclosure, h, later, long, show } from "./dom.js";
import { call } from "./api.js";
import { WindowedList } from "./windowed.js";
import { history, shown } from "./changes.js";

const ROW = 52;
const PAGE = 200;
const LONG = 400;
const SORTS = [["id", "Created"], ["handle", "Handle"], ["last_name", "Last name"], ["first_name", "First name"], ["company_name", "Company"], ["email", "E-mail"]];
const FIELDS = [["pattern", "Name or handle"], ["email_pattern", "E-mail"], ["comment_pattern", "Comments"]];

/** The view of the customers in the mock, one page at a time. */
export class CustomersView {
  title = "Customers";
  #following;
  #query = { text: "", field: "pattern", sort: "id", order: "DESC", offset: 0 };
  #list;
  #total = 0;
  #seen = "";
  #asked = 0;
  #opened = null;
  #changes = "";
  #empty = h("div", { class: "empty" }, h("p", {}, "Loading…"));
  #pager = h("div", { class: "pager" });
  #detail = h("div", { class: "detail" });
  element;

  constructor(following) {
    this.#following = following;
    this.#list = new WindowedList({ label: "Customers", rowHeight: ROW, key: (one) => one.handle, render: row, open: (one, byKey) => attempt(() => this.#open(one.handle, byKey)) });
    this.element = h("div", { class: "split" },
      h("section", { class: "master", "aria-label": "Customers" }, this.#bar(), this.#empty, this.#list.element, this.#pager), this.#detail);
    this.#idle();
    const refresh = later(() => this.#refresh(), 250);
    following.listen(() => { if (this.element.isConnected) { refresh(); } });
  }

  /** Reads the page when a person comes to this view. */
  shown() {
    this.#seen = "";
    return this.#refresh();
  }

  #bar() {
    const search = later(() => this.#load());
    const choice = (name, label, values) => h("select", { "aria-label": label, onchange: (event) => { this.#seek(name, event.target.value); this.#load(); } },
      values.map(([value, words]) => h("option", { value, selected: value === this.#query[name] }, words)));
    return h("div", { class: "bar" },
      h("input", { type: "search", "aria-label": "Search customers", placeholder: "Search", title: "* stands for any text", oninput: (event) => { this.#seek("text", event.target.value); search(); } }),
      choice("field", "Search in", FIELDS), choice("sort", "Sort by", SORTS), choice("order", "Order", [["DESC", "Descending"], ["ASC", "Ascending"]]));
  }

  /** Changes what is looked for, and starts at the first row again. */
  #seek(name, value) {
    this.#query[name] = value;
    this.#query.offset = 0;
    this.#list.element.scrollTop = 0;
  }

  /** Loads again only if a write came, so that reads of the program do not cause reads of the page. */
  async #refresh() {
    const last = this.#following.exchanges.findLast((one) => one.method !== "GET");
    const seen = `${last?.number}/${last?.start}`;
    if (seen !== this.#seen) {
      this.#seen = seen;
      await this.#load();
      if (this.#opened && this.#hasChanged()) {
        await attempt(() => this.#open(this.#opened, false));
      }
    }
  }

  async #load() {
    const { text, field, sort, order, offset } = this.#query;
    const search = { order_by: sort, order, offset, limit: PAGE };
    if (text.trim() !== "") {
      search[field] = text.includes("*") ? text.trim() : `*${text.trim()}*`;
    }
    const asked = ++this.#asked;
    await attempt(async () => {
      const { data } = await call("POST", "/customers/search", search);
      if (asked === this.#asked) {
        this.#total = data.total;
        this.#show(data.results ?? []);
      }
    });
  }

  #show(customers) {
    const { offset, text } = this.#query;
    this.#list.items = customers;
    this.#list.element.hidden = customers.length === 0;
    show(this.#empty, customers.length === 0 && h("p", {}, text ? "No customer matches the search." : "No customers yet. Create one with POST /v1/customers, or seed some under Controls."));
    const go = (to) => { this.#query.offset = to; this.#list.element.scrollTop = 0; this.#load(); };
    show(this.#pager, this.#total > 0 && [
      h("span", { class: "quiet", role: "status" }, `${(offset + 1).toLocaleString()}–${(offset + customers.length).toLocaleString()} of ${this.#total.toLocaleString()}`),
      h("button", { disabled: offset === 0, onclick: () => go(Math.max(0, offset - PAGE)) }, "Previous"),
      h("button", { disabled: offset + PAGE >= this.#total, onclick: () => go(offset + PAGE) }, "Next")]);
  }

  #idle() {
    this.#opened = null;
    this.element.classList.remove("opened");
    show(this.#detail, h("p", { class: "empty wide" }, "Select a customer to see its sections, its history, and the top-level domains that it is ready for."));
  }

  async #open(handle, byKey) {
    const top = this.#opened === handle ? this.#detail.scrollTop : 0;
    this.#opened = handle;
    const path = `/customers/${encodeURIComponent(handle)}`;
    const [{ data }, readiness] = await Promise.all([call("GET", `${path}?with_additional_data=true`), call("GET", `${path}/readiness`)]);
    if (this.#opened !== handle) {
      return;
    }
    const changes = history(this.#following.exchanges, handle);
    this.#changes = numbers(changes);
    this.element.classList.add("opened");
    show(this.#detail, h("article", { class: "details", "aria-label": `Customer ${handle}` },
      h("button", { class: "back", onclick: () => { this.#idle(); this.#list.element.focus(); } }, "← Back"),
      h("h2", { tabindex: "-1" }, h("span", { dir: "auto" }, nameOf(data))),
      h("p", { class: "facts" }, h("code", {}, handle), h("span", { class: "quiet" }, `id ${data.id}`)),
      sections(data),
      h("section", { "aria-label": "History" }, h("h3", {}, "History"), shown(changes)),
      ready(readiness.tlds)));
    this.#detail.scrollTop = top;
    if (byKey) {
      this.#detail.querySelector("h2").focus();
    }
  }

  /** Returns true if the customer on show was changed since it was opened. */
  #hasChanged() {
    return numbers(history(this.#following.exchanges, this.#opened)) !== this.#changes;
  }
}

function numbers(changes) {
  return changes.map((one) => one.exchange.number).join();
}

function nameOf(customer) {
  const { name = {}, company_name: company } = customer;
  const all = company || name.full_name || [name.first_name, name.last_name].filter(Boolean).join(" ") || customer.handle;
  return all.length > LONG ? `${all.slice(0, LONG)}…` : all;
}

function row(customer) {
  return [
    h("code", {}, customer.handle),
    h("span", { class: "who", dir: "auto" }, nameOf(customer)),
    h("span", { class: "quiet mail", dir: "auto" }, customer.email ?? ""),
    h("span", { class: "quiet city", dir: "auto" }, [customer.address?.city, customer.address?.country].filter(Boolean).join(", ")),
  ];
}

/** Shows each section of a customer with its members: in one column what every customer has, in the other what may be more. */
function sections(customer) {
  const single = Object.entries(customer).filter(([, value]) => value === null || typeof value !== "object");
  const several = Object.entries(customer).filter(([, value]) => value !== null && typeof value === "object");
  const isOpen = ([name]) => /additional_data|tags/.test(name);
  const column = (all) => h("div", { class: "column" }, all.map(([name, value]) => section(name, value)));
  return h("div", { class: "sections" }, column([["customer", Object.fromEntries(single)], ...several.filter((one) => !isOpen(one))]), column(several.filter(isOpen)));
}

function section(name, value) {
  return h("section", { "aria-label": words(name) }, h("h3", {}, words(name)), members(value));
}

function members(value) {
  if (Array.isArray(value)) {
    return h("ul", { class: "items" }, value.map((item) => h("li", { dir: "auto" }, item !== null && typeof item === "object" ? members(item) : long(String(item), LONG))));
  }
  return h("dl", {}, Object.entries(value).map(([name, member]) => h("div", {}, h("dt", {}, words(name)),
    h("dd", { dir: "auto" }, member !== null && typeof member === "object" ? members(member) : long(String(member ?? "—"), LONG) || "(empty)"))));
}

function words(name) {
  return name.replaceAll("_", " ").replace(/\b(id|vat|url|cif|nif)\b/g, (letters) => letters.toUpperCase());
}

function ready(tlds) {
  const able = tlds.filter((one) => one.ready);
  const unable = tlds.filter((one) => !one.ready).sort((one, other) => one.tld.startsWith("xn--") - other.tld.startsWith("xn--"));
  return h("section", { "aria-label": "Readiness for top-level domains" },
    h("h3", {}, `Ready for ${able.length} of ${tlds.length} known top-level domains`),
    h("ul", { class: "chips" }, able.map((one) => h("li", { class: one.findings.length > 0 ? "doubt" : undefined, title: one.findings.map((finding) => finding.message).join("\n") || undefined }, `.${one.tld}`))),
    unable.length > 0 && h("h4", {}, "Missing for the others"),
    unable.map(lacking));
}

/** Shows what a customer lacks for a top-level domain. */
function lacking({ tld, findings, notes }) {
  return disclosure([h("strong", {}, `.${tld}`), h("span", { class: "quiet" }, ` ${findings.filter((finding) => finding.severity === "error").length} missing or wrong`)], () => [
    h("ul", {}, findings.map((finding) => h("li", {}, h("code", {}, finding.path), ` ${finding.message}`, finding.severity === "warning" && h("span", { class: "tag" }, "doubtful")))),
    notes.map((note) => h("p", { class: "quiet" }, note))]);
}
