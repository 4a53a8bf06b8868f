import { h, show, svg } from "./dom.js";

const SECONDS = 60;
const WIDTH = 120;
const HEIGHT = 24;

/** The rate of calls and their latency in the last minute. */
export class Sparkline {
  #following;
  element = h("div", { class: "pulse" });

  constructor(following) {
    this.#following = following;
    setInterval(() => { if (!document.hidden) { this.#draw(); } }, 1000);
    this.#draw();
  }

  #draw() {
    const now = Date.now() - this.#following.offset;
    const counts = new Array(SECONDS).fill(0);
    let milliseconds = 0;
    let calls = 0;
    for (let at = this.#following.exchanges.length - 1; at >= 0; at--) {
      const exchange = this.#following.exchanges[at];
      const age = Math.floor((now - Date.parse(exchange.start)) / 1000);
      if (age >= SECONDS) {
        break;
      }
      counts[SECONDS - 1 - Math.max(0, age)]++;
      milliseconds += exchange.duration_ms;
      calls++;
    }
    const most = Math.max(1, ...counts);
    const points = counts.map((count, at) => `${(at / (SECONDS - 1)) * WIDTH},${HEIGHT - 1 - (count / most) * (HEIGHT - 2)}`).join(" ");
    const words = calls === 0 ? "no calls in the last minute" : `${calls} calls in the last minute, ${(milliseconds / calls).toFixed(1)} ms on average`;
    show(this.element, svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: "img", "aria-label": words, class: calls === 0 ? "idle" : "" }, svg("polyline", { points })),
      h("span", { class: "quiet num", "aria-hidden": "true" }, calls === 0 ? "idle" : `${(calls / SECONDS).toFixed(1)}/s · ${(milliseconds / calls).toFixed(1)} ms`));
  }
}
