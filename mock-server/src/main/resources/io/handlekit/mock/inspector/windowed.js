import { h, show } from "./dom.js";

const SPARE = 6;

/** A list that has elements only for the rows in sight, for any number of rows. Arrows move, Enter opens. */
export class WindowedList {
  #items = [];
  #selected = null;
  #rowHeight;
  #render;
  #key;
  #open;
  #rows = h("div", { class: "rows", role: "presentation" });
  element;

  /**
   * @param label the list's name for screen readers
   * @param rowHeight the height of a row in pixels
   * @param render returns the children of a row
   * @param key returns what tells an item apart from all others
   * @param open opens an item
   */
  constructor({ label, rowHeight, render, key, open }) {
    this.#rowHeight = rowHeight;
    this.#render = render;
    this.#key = key;
    this.#open = open;
    this.element = h("div", {
      class: "windowed", role: "listbox", tabindex: "0", "aria-label": label,
      onscroll: () => this.#draw(), onkeydown: (event) => this.#press(event),
    }, this.#rows);
    new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  get selected() {
    return this.#selected;
  }

  set items(items) {
    const wasAtTop = this.element.scrollTop < this.#rowHeight;
    const grown = items.length - this.#items.length;
    this.#items = items;
    this.#rows.style.height = `${items.length * this.#rowHeight}px`;
    if (!wasAtTop && grown > 0) {
      this.element.scrollTop += grown * this.#rowHeight;
    }
    this.#draw();
  }

  select(key) {
    this.#selected = key;
    this.#draw();
  }

  #index() {
    return this.#items.findIndex((item) => this.#key(item) === this.#selected);
  }

  #press(event) {
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const at = this.#index();
    if (event.key in steps && this.#items.length > 0) {
      event.preventDefault();
      const to = Math.min(this.#items.length - 1, Math.max(0, at < 0 && steps[event.key] === 1 ? 0 : at + steps[event.key]));
      this.#selected = this.#key(this.#items[to]);
      this.#reveal(to);
      this.#draw();
    } else if ((event.key === "Enter" || event.key === " ") && at >= 0) {
      event.preventDefault();
      this.#open(this.#items[at], true);
    }
  }

  #reveal(index) {
    const top = index * this.#rowHeight;
    const bottom = top + this.#rowHeight - this.element.clientHeight;
    this.element.scrollTop = Math.min(top, Math.max(bottom, this.element.scrollTop));
  }

  #draw() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / this.#rowHeight) - SPARE);
    const count = Math.ceil(this.element.clientHeight / this.#rowHeight) + 2 * SPARE;
    const rows = this.#items.slice(first, first + count).map((item, at) => this.#row(item, first + at));
    show(this.#rows, rows);
    const active = rows.find((row) => row.getAttribute("aria-selected") === "true");
    if (active) {
      this.element.setAttribute("aria-activedescendant", active.id);
    } else {
      this.element.removeAttribute("aria-activedescendant");
    }
  }

  #row(item, index) {
    const row = h("div", {
      class: "row", role: "option", id: `${this.element.getAttribute("aria-label").replace(/\W/g, "-")}-${index}`,
      "aria-selected": String(this.#key(item) === this.#selected),
      "aria-posinset": index + 1, "aria-setsize": this.#items.length,
      onclick: () => { this.select(this.#key(item)); this.#open(item, false); },
    }, this.#render(item));
    row.style.transform = `translateY(${index * this.#rowHeight}px)`;
    return row;
  }
}
