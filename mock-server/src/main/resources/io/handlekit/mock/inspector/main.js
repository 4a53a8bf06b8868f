import { h, show } from "./dom.js";
import { Following } from "./follow.js";
import { JournalView } from "./journal.js";
import { CustomersView } from "./customers.js";
import { WhyNotView } from "./whynot.js";
import { ControlsView } from "./controls.js";
import { LedgerView } from "./ledger.js";
import { Sparkline } from "./sparkline.js";

const CONNECTION = { connecting: "Connecting…", live: "Live", lost: "Reconnecting…" };

const following = new Following();
const whyNot = new WhyNotView();
const views = {
  journal: new JournalView(following, (expected) => { location.hash = "why-not"; whyNot.expect(expected); }),
  customers: new CustomersView(following),
  "why-not": whyNot,
  controls: new ControlsView(following),
  ledger: new LedgerView(),
};

const place = document.getElementById("view");
const tabs = document.getElementById("tabs");
const connection = document.getElementById("connection");

/** Shows the view in the address. The address has the view's name only, so no personal data is in it. */
function open() {
  const name = Object.hasOwn(views, location.hash.slice(1)) ? location.hash.slice(1) : "journal";
  const view = views[name];
  show(tabs, Object.entries(views).map(([key, one]) => h("a", { href: `#${key}`, "aria-current": key === name ? "page" : undefined }, one.title)));
  tabs.querySelector("[aria-current]").scrollIntoView({ block: "nearest", inline: "nearest" });
  show(place, view.element);
  document.title = `${view.title} · Handlekit Mock`;
  view.shown?.();
}

function skip(event) {
  event.preventDefault();
  place.focus();
}

document.querySelector(".skip").addEventListener("click", skip);
document.getElementById("pulse").replaceWith(new Sparkline(following).element);
addEventListener("hashchange", open);
following.listen(() => {
  if (connection.dataset.state !== following.state) {
    connection.dataset.state = following.state;
    connection.textContent = CONNECTION[following.state];
  }
});
open();
following.run();
