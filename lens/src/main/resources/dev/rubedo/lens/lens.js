"use strict";
// All texts go into the page as text nodes: nothing that a statement contains becomes HTML.
// The address ends with #token or #token/unit.
const [token, first] = location.hash.slice(1).split("/");
let chosen = Number(first) || 0;
let paused = false;
let shown = "";
let shownDetail = "";

const byId = id => document.getElementById(id);

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function millis(value) {
  return value >= 1000 ? (value / 1000).toFixed(2) + " s" : value >= 10 ? value.toFixed(0) + " ms" : value.toFixed(1) + " ms";
}

function plural(count, word) {
  return count + " " + word + (count === 1 ? "" : "s");
}

async function ask(path, method) {
  const answer = await fetch(path, { method: method || "GET", headers: { "X-Lens-Token": token } });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

function problem(text) {
  byId("problem").hidden = !text;
  byId("problem").textContent = text;
}

function showNumbers(all) {
  byId("database").textContent = all.database;
  const most = all.limit || Math.max(all.used + all.idle, 1);
  byId("pool").max = most;
  byId("pool").value = all.used;
  byId("poolText").textContent = all.used + " of " + (all.limit || "any") + " in use, " + all.idle + " idle"
    + (all.waiting ? ", " + all.waiting + " waiting" : "");
  byId("executed").textContent = all.executed;
  byId("roundTrips").textContent = all.roundTrips;
  byId("hitRatio").textContent = Math.round(all.hitRatio * 100) + " % hits";
}

function unitButton(unit) {
  const button = make("button", "unit");
  button.type = "button";
  button.setAttribute("aria-current", unit.number === chosen);
  const top = make("span", "top");
  top.append(make("b", "", unit.summary || "unit " + unit.number));
  if (unit.nPlusOne) top.append(make("span", "badge warn", "N+1"));
  if (unit.failed) top.append(make("span", "badge bad", "failed"));
  top.append(make("span", "badge" + (unit.outcome === "committed" ? " good" : ""), unit.outcome));
  button.append(top);
  button.append(make("span", "sub", new Date(unit.startedAt).toLocaleTimeString() + " · " + plural(unit.count, "statement")
    + " · " + millis(unit.databaseMillis) + " in the database"));
  if (unit.place) button.append(make("span", "sub", unit.place));
  button.addEventListener("click", () => choose(unit.number));
  return button;
}

function showUnits(units) {
  const items = units.map(unit => {
    const item = make("li");
    item.append(unitButton(unit));
    return item;
  });
  byId("units").replaceChildren(...items);
  byId("none").hidden = units.length > 0;
}

function statement(unit, each, index, total) {
  const card = make("article", "statement" + (each.error ? " failed" : ""));
  const row = make("div", "row");
  row.append(make("span", "number", String(index + 1)));
  row.append(make("b", "", each.summary));
  if (each.origin) row.append(make("span", "badge", each.origin));
  if (each.tag) row.append(make("span", "badge", each.tag));
  row.append(make("span", "grow"));
  if (each.batch > 1) row.append(make("span", "number", "batch of " + each.batch));
  if (each.read >= 0) row.append(make("span", "number", plural(each.read, "row")));
  else if (each.changed >= 0) row.append(make("span", "number", plural(each.changed, "row") + " changed"));
  row.append(make("span", "number", millis(each.millis)));
  card.append(row);
  const track = make("div", "track");
  const bar = make("i");
  bar.style.left = Math.min(99, 100 * each.start / total) + "%";
  bar.style.width = Math.min(100, 100 * each.millis / total) + "%";
  track.append(bar);
  card.append(track);
  card.append(make("pre", "", each.sql));
  if (each.values.length) card.append(make("pre", "values", each.values.join("\n")));
  if (each.error) card.append(make("pre", "error", each.error));
  const foot = make("div", "row");
  foot.append(make("span", "place grow", each.place));
  const copy = make("button", "", "Copy");
  copy.type = "button";
  copy.addEventListener("click", () => navigator.clipboard.writeText(each.sql));
  foot.append(copy);
  if (each.explainable) {
    const explain = make("button", "explain", "Explain");
    explain.type = "button";
    explain.addEventListener("click", async () => {
      explain.disabled = true;
      try {
        const plan = await ask("/api/units/" + unit.number + "/statements/" + index + "/plan", "POST");
        card.append(make("pre", "plan", plan.lines.join("\n")));
      } catch (failure) {
        problem(failure.message);
      }
    });
    foot.append(explain);
  }
  card.append(foot);
  return card;
}

function showDetail(all) {
  const unit = all.unit;
  const parts = [];
  parts.push(make("h2", "", "Unit " + unit.number + ": " + plural(unit.count, "statement") + ", " + unit.outcome));
  parts.push(make("p", "meta", "Thread " + unit.thread + " · " + millis(unit.lasted) + " in all, " + millis(unit.databaseMillis)
    + " in the database" + (unit.place ? " · " + unit.place : "")));
  for (const group of all.groups) if (group.verdict) parts.push(make("p", "verdict", group.verdict));
  if (all.flushes.length) {
    parts.push(make("h3", "", all.flushes.length === 1 ? "Flush" : "Flushes"));
    for (const plan of all.flushes) {
      const steps = make("ol", "steps");
      plan.forEach(step => steps.append(make("li", "", step)));
      parts.push(steps);
    }
  }
  if (all.groups.length) {
    parts.push(make("h3", "", "Repeated statements"));
    for (const group of all.groups) {
      const line = make("div", "group");
      line.append(make("b", "", group.count + " ×"), make("code", "", group.sql), make("span", "number", millis(group.millis)));
      parts.push(line);
    }
  }
  parts.push(make("h3", "", "Time line"));
  const total = Math.max(0.001, ...all.statements.map(each => each.start + each.millis));
  all.statements.forEach((each, index) => parts.push(statement(unit, each, index, total)));
  if (all.left) parts.push(make("p", "hint", "and " + plural(all.left, "more statement") + ", which were not kept"));
  byId("detail").replaceChildren(...parts);
}

async function choose(number) {
  chosen = number;
  await refresh();
}

async function refresh() {
  try {
    const all = await ask("/api/units");
    showNumbers(all);
    if (!chosen && all.units.length) chosen = all.units[0].number;
    // the time of an open unit alone is no reason to build its part of the page again
    const text = JSON.stringify(all.units, (name, value) => name === "lasted" ? undefined : value) + chosen;
    if (text !== shown) {
      shown = text;
      showUnits(all.units);
    }
    const known = all.units.find(unit => unit.number === chosen);
    const detail = JSON.stringify(known || null, (name, value) => name === "lasted" ? undefined : value);
    if (known && detail !== shownDetail) {
      shownDetail = detail;
      showDetail(await ask("/api/units/" + chosen));
    }
    problem("");
  } catch (failure) {
    problem(token ? failure.message : "The address has no token. Open the one from the log of the program.");
  }
}

byId("pause").addEventListener("click", () => {
  paused = !paused;
  byId("pause").textContent = paused ? "Continue" : "Pause";
});
byId("clear").addEventListener("click", async () => {
  chosen = 0;
  shownDetail = "";
  byId("detail").replaceChildren(make("p", "hint", "Choose a unit of work to see its statements."));
  await ask("/api/clear", "POST");
  await refresh();
});
refresh();
setInterval(() => { if (!paused && !document.hidden) refresh(); }, 1500);
