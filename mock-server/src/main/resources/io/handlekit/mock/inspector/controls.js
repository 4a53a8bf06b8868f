import { attempt, confirmed, h, show, tell, when } from "./dom.js";
import { call, description, download, post } from "./api.js";

const PROFILES = ["flaky", "slow", "maintenance", "blacklisted"];

/** What each kind of fault needs beside its name. */
const WORDS = { from_ms: "From, ms", to_ms: "To, ms", code: "Code", status: "Status", by: "Bytes", pause_ms: "Pause, ms" };
const NUMBERS = { delay: { from_ms: 1000, to_ms: 3000 }, "vendor-error": { code: 4005 }, status: { status: 503 }, "html-page": { status: 502 }, "wrong-length": { by: 10 }, drip: { pause_ms: 100 } };
const KINDS = ["status", "delay", "reset", "silence", "vendor-error", "expired-token", "html-page", "truncated", "wrong-length", "drip", "twice"];
const STEPS = [["PT1H", "1 hour"], ["PT48H", "48 hours"], ["P14D", "14 days"]];

/** The view that changes the mock: faults, switches, clock, customers to start from. */
export class ControlsView {
  title = "Controls";
  #following;
  #faults = h("div", { class: "form" });
  #switches = h("div", { class: "switches" }, h("p", { class: "quiet" }, "Loading…"));
  /** The places of the switches, by name. They stay, so that a person keeps the one that has the focus. */
  #places = new Map();
  /** How many changes of each switch the mock has not answered yet. */
  #unanswered = new Map();
  #changes = Promise.resolve();
  #clock = h("p", { class: "facts quiet" }, "Loading…");
  #instance = h("dl", {}, h("div", { class: "quiet" }, "Loading…"));
  #isShared = false;
  element;

  constructor(following) {
    this.#following = following;
    this.element = h("div", { class: "page panels" },
      h("div", { class: "stack" },
        panel("Faults", this.#faultForm(), this.#faults),
        panel("Clock", this.#clock, h("div", { class: "actions" }, STEPS.map(([duration, words]) => h("button", { onclick: () => attempt(() => this.#forward(duration)) }, `+ ${words}`)))),
        panel("Start over", h("p", { class: "quiet" }, "Restores everything as at the start: customers, journal, tokens, limits, switches, faults and clock."),
          h("div", { class: "actions" }, h("button", { class: "danger", onclick: () => attempt(() => this.#reset()) }, "Reset the mock")))),
      h("div", { class: "stack" },
        panel("Customers", this.#seedForm()),
        panel("Snapshot", this.#snapshotForm()),
        panel("This mock", this.#instance)),
      panel("Switches", h("p", { class: "quiet" }, "Where it is not certain how the service behaves, you choose. A change takes effect with the next call."), this.#switches));
  }

  /** Reads the present values when a person comes to this view. */
  async shown() {
    await attempt(() => Promise.all([
      call("GET", "/faults").then((armed) => this.#showFaults(armed)),
      call("GET", "/clock").then((clock) => this.#showClock(clock)),
      call("GET", "/instance").then((instance) => this.#showInstance(instance)),
      call("GET", "/switches").then((values) => this.#showSwitches(values)),
    ]));
  }

  #faultForm() {
    const kind = h("select", { id: "fault-kind" }, KINDS.map((name) => h("option", {}, name)));
    const path = h("input", { id: "fault-path", placeholder: "any", spellcheck: "false" });
    const method = h("select", { id: "fault-method" }, ["any", "GET", "POST", "PUT", "DELETE"].map((name) => h("option", {}, name)));
    const most = h("input", { id: "fault-most", type: "number", min: 1, value: 1, class: "short" });
    const after = h("input", { id: "fault-after", type: "checkbox" });
    const numbers = h("div", { class: "numbers" });
    const showNumbers = () => show(numbers, Object.entries(NUMBERS[kind.value] ?? {}).map(([name, value]) => h("div", {}, h("label", { for: `fault-${name}` }, WORDS[name]), h("input", { id: `fault-${name}`, type: "number", value, class: "short", name }))));
    kind.addEventListener("change", showNumbers);
    showNumbers();
    const arm = () => attempt(async () => {
      const fault = { fault: kind.value, ...Object.fromEntries([...numbers.querySelectorAll("input")].map((input) => [input.name, Number(input.value)])) };
      if (method.value !== "any") {
        fault.method = method.value;
      }
      if (path.value.trim() !== "") {
        fault.path = path.value.trim();
      }
      if (most.value !== "") {
        fault.at_most = Number(most.value);
      }
      if (after.checked) {
        fault.after_effect = true;
      }
      this.#showFaults(await call("POST", "/faults", [fault]));
      tell(`Armed: ${fault.fault}.`);
    });
    return h("form", { class: "form", onsubmit: (event) => { event.preventDefault(); arm(); } },
      h("div", { class: "fields" },
        h("div", {}, h("label", { for: "fault-kind" }, "Fault"), kind),
        h("div", {}, h("label", { for: "fault-method" }, "Method"), method),
        h("div", { class: "grow" }, h("label", { for: "fault-path" }, "Path"), path),
        h("div", {}, h("label", { for: "fault-most" }, "At most"), most),
        numbers),
      h("label", { class: "check" }, after, " after the call took effect"),
      h("div", { class: "actions" }, h("button", { class: "strong" }, "Arm"),
        h("span", { class: "quiet" }, "or a profile:"),
        PROFILES.map((name) => h("button", { type: "button", onclick: () => attempt(async () => { this.#showFaults(await call("PUT", `/faults?profile=${name}`)); tell(`Armed: ${name}.`); }) }, name))));
  }

  #showFaults(armed) {
    show(this.#faults, armed.length === 0
      ? h("p", { class: "quiet" }, "No fault is armed.")
      : [h("ul", { class: "armed" }, armed.map((fault) => h("li", {}, h("strong", {}, fault.fault), h("span", { class: "quiet" }, ` ${settings(fault)}`)))),
        h("div", { class: "actions" }, h("button", { class: "danger", onclick: () => attempt(async () => this.#showFaults(await call("DELETE", "/faults"))) }, "Disarm all"))]);
  }

  #showClock({ now, ahead }) {
    this.#clock.classList.remove("quiet");
    show(this.#clock, h("time", { datetime: now }, when(now)), h("span", { class: "quiet" }, ahead === "PT0S" ? "as started" : `${ahead} ahead`));
  }

  async #forward(duration) {
    this.#showClock(await call("POST", "/clock", { forward: duration }));
    await this.#following.synchronize();
  }

  #seedForm() {
    const area = h("textarea", { id: "seed", rows: 5, spellcheck: "false", placeholder: '[{"name": {"first_name": "Ada", …}, …}]' });
    return h("form", { class: "form", onsubmit: (event) => {
      event.preventDefault();
      attempt(async () => {
        const { handles, ignored = [] } = await post("/customers", area.value);
        area.value = "";
        tell(`Added ${handles.length}${ignored.length > 0 ? `; ignored: ${ignored.join(", ")}` : ""}.`);
      });
    } },
    h("label", { for: "seed" }, "Paste bodies of creates, or replies of the service"), area,
    h("div", { class: "actions" }, h("button", { class: "strong" }, "Add customers"),
      h("button", { type: "button", class: "danger", onclick: () => attempt(async () => {
        if (await confirmed(`Restore the customers of the start${this.#affected()}? All others are lost.`, "Restore")) {
          await call("DELETE", "/customers");
          tell("Customers are as at the start.");
        }
      }) }, "Restore customers")));
  }

  #showInstance({ address, pid, started, store }) {
    this.#isShared = store.shared;
    const rows = [["Address", address], ["Process", String(pid)], ["Started", when(started)], ["Engine", store.engine],
      ["Store", store.location], ["Shared", store.shared ? "with every mock that uses this store" : "no"]];
    show(this.#instance, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", { dir: "ltr" }, value))));
  }

  #snapshotForm() {
    const file = h("input", { id: "snapshot", type: "file", accept: ".jsonl,.ndjson,application/x-ndjson", required: true });
    const failure = h("p", { role: "alert" });
    const load = async () => {
      failure.className = "";
      show(failure);
      if (await confirmed(`Replace the whole state${this.#affected()}? What is there now is lost.`, "Replace")) {
        try {
          const { customers } = await post("/snapshot", await file.files[0].text());
          tell(`Loaded: ${customers} customers.`);
          await this.shown();
        } catch (refused) {
          failure.className = "note failed";
          show(failure, h("strong", {}, "Nothing was changed: "), refused.message);
        }
      }
    };
    return h("form", { class: "form", onsubmit: (event) => { event.preventDefault(); attempt(load); } },
      h("p", { class: "quiet" }, "Customers, counters, tags, verifications, switches and clock in one file; all of it or nothing is loaded."),
      h("label", { for: "snapshot" }, "Snapshot to load"), file, failure,
      h("div", { class: "actions" }, h("button", { class: "danger" }, "Load"),
        h("button", { type: "button", onclick: () => attempt(() => download("/snapshot", "handlekit.jsonl")) }, "Save a snapshot")));
  }

  /** Returns whom a change of the whole store concerns. */
  #affected() {
    return this.#isShared ? " of every mock that shares the store" : "";
  }

  async #reset() {
    if (await confirmed(`Reset the mock? Customers${this.#affected()} and the journal are lost.`, "Reset")) {
      await call("POST", "/reset");
      tell("The mock is as at its start.");
      await this.#following.synchronize();
      await this.shown();
    }
  }

  /** Shows the present values. A switch that a person is changing keeps what the person chose. */
  async #showSwitches(values) {
    const known = (await description()).components.schemas.SwitchChanges.properties;
    const entries = Object.entries(values).filter(([name]) => name !== "account");
    if (this.#places.size === 0) {
      entries.forEach(([name]) => this.#places.set(name, this.#switch(name, known[name]?.enum ?? [])));
      show(this.#switches, [...this.#places.values()]);
    }
    entries.filter(([name]) => !this.#unanswered.get(name)).forEach(([name, value]) => {
      const place = this.#places.get(name);
      place.querySelector("select, input").value = value;
      place.classList.toggle("changed", (known[name]?.enum ?? [value])[0] !== value);
    });
  }

  #switch(name, choices) {
    const attributes = { id: `switch-${name}`, onchange: (event) => this.#change(name, event.target.value) };
    return h("div", {}, h("label", { for: `switch-${name}` }, name),
      choices.length > 0 ? h("select", attributes, choices.map((choice) => h("option", {}, choice))) : h("input", { ...attributes, class: "short" }));
  }

  /** Changes a switch after the changes before it, so that the last one wins. */
  #change(name, word) {
    this.#unanswered.set(name, (this.#unanswered.get(name) ?? 0) + 1);
    this.#changes = this.#changes.then(async () => {
      const values = await attempt(() => call("PATCH", "/switches", { [name]: word }));
      this.#unanswered.set(name, this.#unanswered.get(name) - 1);
      await attempt(async () => this.#showSwitches(values ?? await call("GET", "/switches")));
      if (values) {
        tell(`${name}: ${word}.`);
      }
    });
  }
}

/** Returns the settings of a fault that differ from its defaults. */
function settings(fault) {
  const defaults = { fault: fault.fault, method: "*", every: 1, seed: 0, after_effect: false };
  return Object.entries(fault).filter(([name, value]) => defaults[name] !== value).map(([name, value]) => `${name} ${value}`).join(", ");
}

function panel(title, ...children) {
  return h("section", { class: "panel", "aria-label": title }, h("h2", {}, title), children);
}
