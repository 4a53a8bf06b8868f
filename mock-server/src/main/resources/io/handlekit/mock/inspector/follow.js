import { call, request } from "./api.js";

const MOST = 10_000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;

/** The exchanges that the page has, oldest first, kept up to date by the mock's events. */
export class Following {
  exchanges = [];
  isOn = true;
  /** How far this browser's clock is ahead of the mock's, in milliseconds. */
  offset = 0;
  state = "connecting";
  /** How often the exchanges were cleared; then their numbers start again. */
  generation = 0;
  #listeners = new Set();
  #scheduled = false;

  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Follows until the page is closed. */
  async run() {
    let wait = FIRST_WAIT;
    for (;;) {
      try {
        await this.synchronize();
        await this.#stream(() => { wait = FIRST_WAIT; this.#become("live"); });
      } catch {
        // The state says so below.
      }
      this.#become("lost");
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
  }

  /** Reads the clock, and forgets the exchanges if the mock does not have them any more: it was started again. */
  async synchronize() {
    const clock = await call("GET", "/clock");
    this.offset = Date.now() - Date.parse(clock.now);
    const last = this.exchanges.at(-1);
    const page = await call("GET", `/journal?limit=1&after=${Math.max(0, (last?.number ?? 1) - 1)}`);
    this.isOn = page.on;
    const same = page.exchanges[0];
    if (last && (!same || same.number !== last.number || same.start !== last.start)) {
      this.#clear();
    }
  }

  async #stream(connected) {
    const last = this.exchanges.at(-1)?.number ?? 0;
    const response = await request("GET", "/journal/events", { headers: { "Last-Event-ID": String(last) } });
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    connected();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let pieces = [];
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      pieces.push(value);
      if (value.includes("\n")) {
        const events = pieces.join("").split("\n\n");
        pieces = [events.pop()];
        events.forEach((event) => this.#take(event));
      }
    }
  }

  #take(event) {
    const lines = event.split("\n");
    if (lines.includes("event: cleared")) {
      this.#clear();
      return;
    }
    const data = lines.find((line) => line.startsWith("data: "));
    if (data) {
      this.exchanges.push(JSON.parse(data.slice("data: ".length)));
      if (this.exchanges.length > MOST) {
        this.exchanges.splice(0, this.exchanges.length - MOST);
      }
      this.#notify();
    }
  }

  #clear() {
    this.exchanges = [];
    this.generation++;
    this.#notify();
  }

  #become(state) {
    this.state = state;
    this.#notify();
  }

  /** Tells the listeners at most once a frame. A hidden page has no frames, so it is told less often. */
  #notify() {
    if (this.#scheduled) {
      return;
    }
    this.#scheduled = true;
    const run = () => {
      this.#scheduled = false;
      this.#listeners.forEach((listener) => listener());
    };
    if (document.hidden) {
      setTimeout(run, 1000);
    } else {
      requestAnimationFrame(run);
    }
  }
}
