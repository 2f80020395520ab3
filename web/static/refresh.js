// Brings the page up to date when a snapshot was published, without moving what the reader looks at.

const EVERY = 15_000;
const PARTS = ["main", "nav.period", "footer"];

export function keepFresh(redraw) {
  setInterval(() => document.hidden || check(redraw), EVERY);
  document.addEventListener("visibilitychange", () => document.hidden || check(redraw));
}

async function check(redraw) {
  try {
    const status = await (await fetch("/api/v1/status")).json();
    if (status.data_version !== document.body.dataset.version) {
      await reload(redraw);
    } else {
      tellAge(status.age_seconds);
    }
  } catch {
    // The server is away; the next check may find it.
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

async function reload(redraw) {
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
