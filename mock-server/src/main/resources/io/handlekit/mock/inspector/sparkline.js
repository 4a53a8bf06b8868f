import { h, show, svg } from "./dom.js";

const SECONDS = 60;
const WIDTH = 140;
const HEIGHT = 28;

/** The rate of calls, and their latency, second by second for the last minute. */
export class Sparkline {
  #following;
  element = h("div", { class: "pulse" });

  constructor(following) {
    this.#following = following;
    setInterval(() => { if (!document.hidden) { this.#draw(); } }, 1000);
    this.#draw();
  }

  /** Returns the number of calls and their mean latency for each second, the latest last. */
  #seconds() {
    const now = Date.now() - this.#following.offset;
    const seconds = Array.from({ length: SECONDS }, () => ({ calls: 0, milliseconds: 0 }));
    for (let at = this.#following.exchanges.length - 1; at >= 0; at--) {
      const exchange = this.#following.exchanges[at];
      const age = Math.floor((now - Date.parse(exchange.start)) / 1000);
      if (age >= SECONDS) {
        break;
      }
      const second = seconds[SECONDS - 1 - Math.max(0, age)];
      second.calls++;
      second.milliseconds += (exchange.duration_ms - second.milliseconds) / second.calls;
    }
    return seconds;
  }

  #draw() {
    const seconds = this.#seconds();
    const calls = seconds.reduce((sum, second) => sum + second.calls, 0);
    const most = Math.max(1, ...seconds.map((second) => second.calls));
    const longest = Math.max(...seconds.map((second) => second.milliseconds));
    const mean = seconds.reduce((sum, second) => sum + second.calls * second.milliseconds, 0) / calls;
    const words = calls === 0 ? "No calls in the last minute"
      : `Last minute: ${calls} calls, at most ${most} in a second; latency ${mean.toFixed(1)} ms on average, at most ${longest.toFixed(1)} ms in a second`;
    const rate = seconds.map((second, at) => point(at, second.calls / most)).join("L");
    show(this.element, svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: "img", "aria-label": words, class: calls === 0 ? "idle" : "" },
      svg("path", { class: "area", d: `M0,${HEIGHT}L${rate}L${WIDTH},${HEIGHT}Z` }),
      svg("path", { class: "rate", d: `M${rate}` }),
      svg("path", { class: "latency", d: latency(seconds, longest) })),
    h("span", { class: "quiet num", "aria-hidden": "true" }, calls === 0 ? "idle" : [h("span", { class: "rate" }, `${(calls / SECONDS).toFixed(1)}/s`), h("span", { class: "latency" }, `${mean.toFixed(1)} ms`)]));
  }
}

/** Returns a line through the seconds that have calls. It has gaps where there are none, and a dot for a single second. */
function latency(seconds, longest) {
  return seconds.map(({ calls, milliseconds }, at) => calls === 0 ? ""
    : `${at > 0 && seconds[at - 1].calls > 0 ? "L" : "M"}${point(at, milliseconds / (longest || 1))}h0`).join("");
}

function point(at, part) {
  return `${((at / (SECONDS - 1)) * WIDTH).toFixed(1)},${(HEIGHT - 2 - part * (HEIGHT - 4)).toFixed(1)}`;
}
