import { h } from "./dom.js";

const SPARE = 6;

/** A list that has elements only for the rows in sight, for any number of rows. Arrows move, Enter opens. */
export class WindowedList {
  #items = [];
  #selected = null;
  #rowHeight;
  #render;
  #key;
  #open;
  /** The elements in sight, by key. They stay while their item is in sight, so that a click on one is not lost. */
  #drawn = new Map();
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
    const drawn = new Map();
    let active = null;
    this.#items.slice(first, first + count).forEach((item, at) => {
      const key = this.#key(item);
      const known = this.#drawn.get(key);
      const row = known?.item === item ? known.row : this.#row(item);
      this.#place(row, first + at, key === this.#selected);
      drawn.set(key, { item, row });
      active = key === this.#selected ? row : active;
    });
    this.#drawn.forEach(({ row }, key) => { if (drawn.get(key)?.row !== row) { row.remove(); } });
    drawn.forEach(({ row }) => { if (row.parentNode !== this.#rows) { this.#rows.append(row); } });
    this.#drawn = drawn;
    if (active) {
      this.element.setAttribute("aria-activedescendant", active.id);
    } else {
      this.element.removeAttribute("aria-activedescendant");
    }
  }

  #row(item) {
    return h("div", { class: "row", role: "option", onclick: () => { this.select(this.#key(item)); this.#open(item, false); } }, this.#render(item));
  }

  #place(row, index, isSelected) {
    row.id = `${this.element.getAttribute("aria-label")}-${index}`;
    row.setAttribute("aria-selected", String(isSelected));
    row.setAttribute("aria-posinset", index + 1);
    row.setAttribute("aria-setsize", this.#items.length);
    row.style.transform = `translateY(${index * this.#rowHeight}px)`;
  }
}
