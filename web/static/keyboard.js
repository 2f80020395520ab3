// Single keys for what the page's links and fields do.

const KEYS = [
  ["/", "search"],
  ["h  or  1", "last hour"],
  ["d  or  2", "last day"],
  ["w  or  3", "last week"],
  ["←", "earlier period"],
  ["→", "later period"],
  ["p", "any period"],
  ["c", "comparison"],
  ["?", "this help"],
];
const LINKS = {
  h: "h", 1: "h", d: "d", 2: "d", w: "w", 3: "w", ArrowLeft: "earlier", ArrowRight: "later",
};

const CHOICES = { p: "choose", c: "compare" };

export function listenToKeys() {
  addEventListener("click", (event) => closeChoices(event.target));
  addEventListener("keydown", (event) => event.key === "Escape" && leaveChoice());
  addEventListener("keydown", act);
  addEventListener("click", (event) => event.target.closest?.("[data-help]") && help());
}

function act(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("[type=search]").select();
  } else if (event.key === "?") {
    help();
  } else if (event.key in CHOICES) {
    const summary = document.querySelector(`[data-key="${CHOICES[event.key]}"]`);
    if (summary) {
      event.preventDefault();
      summary.parentElement.open = true;
      summary.parentElement.querySelector("input:not([type=hidden]), a").focus();
    }
  } else if (event.key in LINKS) {
    document.querySelector(`[data-key="${LINKS[event.key]}"]`)?.click();
  }
}

/** An open choice closes when something else is clicked. */
function closeChoices(target) {
  document.querySelectorAll("details.choice[open]").forEach((choice) => {
    if (!choice.contains(target)) choice.open = false;
  });
}

function leaveChoice() {
  const choice = document.querySelector("details.choice[open]");
  if (!choice) return;
  choice.open = false;
  choice.querySelector("summary").focus();
}

const isTyping = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

function help() {
  const dialog = document.querySelector("dialog") ?? document.body.appendChild(helpDialog());
  dialog.showModal();
}

function helpDialog() {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "help-title");
  const title = Object.assign(document.createElement("h2"), { id: "help-title", textContent: "Keyboard" });
  const list = document.createElement("dl");
  for (const [keys, meaning] of KEYS) {
    const term = document.createElement("dt");
    term.append(Object.assign(document.createElement("kbd"), { textContent: keys }));
    list.append(term, Object.assign(document.createElement("dd"), { textContent: meaning }));
  }
  const close = Object.assign(document.createElement("button"), { textContent: "Close", className: "plain", type: "button" });
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  return dialog;
}
