// Brings the page up to date when a snapshot was published, without moving what the reader looks at.

const LATER = 2_000;
const EVERY = 15_000;
const PARTS = ["main", "nav.period", "footer"];

let redraw = () => {};
let events = null;
let asking = 0;
let newest = null;

/** Listens to the server while the page is looked at; where that cannot be, asks from time to time. */
export function keepFresh(draw) {
  if ("cited" in document.body.dataset || !document.body.dataset.version) return;
  redraw = draw;
  setTimeout(listen, LATER);
  document.addEventListener("visibilitychange", () => (document.hidden ? pause() : listen()));
  addEventListener("pagehide", pause);
}

function listen() {
  if (document.hidden || events || asking) return;
  events = new EventSource("/api/v1/events");
  events.addEventListener("published", (event) => see(JSON.parse(event.data).data_version));
  events.addEventListener("age", (event) => {
    see(newest);
    tellAge(JSON.parse(event.data).age_seconds);
  });
  events.onerror = () => {
    if (events?.readyState !== EventSource.CLOSED) return;
    events = null;
    asking = setInterval(() => document.hidden || ask(), EVERY);
  };
}

/** A page that nobody looks at needs no connection, of which browsers allow a few at once. */
function pause() {
  events?.close();
  events = null;
}

async function ask() {
  try {
    const status = await (await fetch("/api/v1/status")).json();
    await see(status.data_version);
    tellAge(status.age_seconds);
  } catch {
    // The server is away; the next time may find it.
  }
}

async function see(version) {
  newest = version;
  if (!version || version === document.body.dataset.version) return;
  try {
    await reload();
  } catch {
    // The next event tries again.
  }
}

function tellAge(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1 || minutes >= 120) return;
  const text = `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  document.querySelectorAll("[data-age]").forEach((age) => {
    if (age.textContent !== text) age.textContent = text;
  });
}

async function reload() {
  if (document.querySelector(".surface:focus, details[open], dialog[open]")) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (PARTS.some((part) => !document.querySelector(part) !== !fresh.querySelector(part))) {
    location.reload();
    return;
  }
  const focused = pathOf(document.activeElement);
  const before = values();
  for (const part of PARTS) {
    const now = document.querySelector(part), next = fresh.querySelector(part);
    if (now && next) now.replaceChildren(...next.childNodes);
  }
  document.body.dataset.version = fresh.body.dataset.version;
  if (focused) document.querySelector(focused)?.focus({ preventScroll: true });
  values().forEach((text, i) => text === before[i] || markChanged(i));
  redraw();
}

const figures = () => [...document.querySelectorAll(".value, .now b")];
const values = () => figures().map((figure) => figure.textContent);

function markChanged(i) {
  figures()[i].classList.add("changed");
}

/** Finds a focused link again by its address. */
function pathOf(element) {
  const href = element?.getAttribute?.("href");
  return href && PARTS.some((part) => element.closest(part)) ? `a[href="${CSS.escape(href)}"]` : null;
}
