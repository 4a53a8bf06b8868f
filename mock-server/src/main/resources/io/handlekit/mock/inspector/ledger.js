import { attempt, h, later, show } from "./dom.js";
import { ledgerOnce } from "./exchange.js";

/** The view of the evidence for what the mock does. */
export class LedgerView {
  title = "Ledger";
  #text = "";
  #grade = "";
  #entries = [];
  #counts = h("div", { class: "actions", role: "group", "aria-label": "Grades" });
  #lines = h("div", { class: "lines" });
  element;

  constructor() {
    const changed = later(() => this.#update(), 100);
    this.element = h("div", { class: "page" },
      h("h2", { tabindex: "-1" }, "Evidence ledger"),
      h("p", { class: "quiet lead" }, "What the mock does, and how it is known that the service does the same."),
      h("div", { class: "bar" }, h("input", { type: "search", "aria-label": "Search the ledger", placeholder: "Search the ledger", oninput: (event) => { this.#text = event.target.value.toLowerCase(); changed(); } }), this.#counts),
      this.#lines);
  }

  async shown() {
    await attempt(async () => {
      const ledger = await ledgerOnce();
      this.#entries = ledger.entries;
      show(this.#counts, Object.entries(ledger.counts).map(([grade, count]) => h("button", {
        class: `grade ${grade}`, "aria-pressed": "false",
        onclick: (event) => {
          this.#grade = this.#grade === grade ? "" : grade;
          this.#counts.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button === event.currentTarget && this.#grade !== "")));
          this.#update();
        },
      }, `${count} ${grade}`)));
      this.#update();
    });
  }

  #update() {
    const found = this.#entries.filter((line) => (this.#grade === "" || line.grade === this.#grade)
      && (this.#text === "" || `${line.id} ${line.what} ${line.source} ${line.switch ?? ""}`.toLowerCase().includes(this.#text)));
    show(this.#lines, found.length === 0 ? h("p", { class: "empty" }, "No line matches.") : found.map((line) => h("article", {},
      h("p", { class: "facts" }, h("code", {}, line.id), h("span", { class: `grade ${line.grade}` }, line.grade), h("span", { class: "quiet" }, line.versions === "both" ? "v1 and v1beta" : line.versions)),
      h("div", {}, h("p", {}, line.what), h("p", { class: "quiet" }, line.source, line.switch && [" · ", h("code", {}, `--${line.switch}`)])))));
  }
}
