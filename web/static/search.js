// Suggests channels and categories while their names are typed. Without this the form leads to the page of hits.

const PAUSE = 150;
const MOST = 6;

export function suggestNames() {
  const field = document.querySelector("form.search [name=q]");
  if (!field) return;
  const list = Object.assign(document.createElement("ul"), { id: "suggestions", className: "suggestions", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Streamers and categories");
  field.parentElement.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) field.setAttribute(name, value);
  new Suggestions(field, list).listen();
}

class Suggestions {
  #field; #list; #waiting = 0; #asked = null; #chosen = -1;

  constructor(field, list) {
    this.#field = field;
    this.#list = list;
  }

  listen() {
    this.#field.addEventListener("input", () => this.#soon());
    this.#field.addEventListener("keydown", (event) => this.#act(event));
    this.#field.addEventListener("blur", () => this.#close());
    // before the field loses its focus
    this.#list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.#follow(event.target.closest("[role=option]"));
    });
  }

  #soon() {
    clearTimeout(this.#waiting);
    this.#asked?.abort();
    const text = this.#field.value.trim();
    if (!text) return this.#close();
    this.#waiting = setTimeout(() => this.#ask(text), PAUSE);
  }

  async #ask(text) {
    this.#asked = new AbortController();
    try {
      const address = `/api/v1/search?limit=${MOST}&q=${encodeURIComponent(text)}`;
      const answer = await fetch(address, { signal: this.#asked.signal });
      if (answer.ok) this.#show(await answer.json());
    } catch {
      // Overtaken by the next letter, or the server is away: the form still works.
    }
  }

  #show(found) {
    const options = [
      ...found.channels.map((one) => option(one.name, "streamer", `/channels/${encodeURIComponent(one.channel_id)}`)),
      ...found.categories.map((one) => option(one.name, "category", `/categories/${encodeURIComponent(one.category_id || "none")}`)),
    ];
    options.forEach((one, i) => { one.id = `suggestion-${i}`; });
    this.#list.replaceChildren(...options);
    this.#choose(-1);
    this.#list.hidden = options.length === 0 || document.activeElement !== this.#field;
    this.#field.setAttribute("aria-expanded", String(!this.#list.hidden));
  }

  #close() {
    clearTimeout(this.#waiting);
    this.#asked?.abort();
    this.#list.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#choose(-1);
  }

  #act(event) {
    const options = this.#list.children;
    if (this.#list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = options.length + 1;
      this.#choose(((this.#chosen + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && this.#chosen >= 0) {
      event.preventDefault();
      this.#follow(options[this.#chosen]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.#close();
    }
  }

  #choose(place) {
    this.#chosen = place;
    [...this.#list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === place)));
    if (place < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", `suggestion-${place}`);
    this.#list.children[place]?.scrollIntoView({ block: "nearest" });
  }

  /** Takes the period and all else that the form keeps along. */
  #follow(chosen) {
    if (!chosen) return;
    const kept = new URLSearchParams(new FormData(this.#field.form));
    kept.delete("q");
    location.assign(kept.size ? `${chosen.dataset.href}?${kept}` : chosen.dataset.href);
  }
}

function option(name, kind, href) {
  const one = document.createElement("li");
  one.setAttribute("role", "option");
  one.dataset.href = href;
  one.append(
    Object.assign(document.createElement("bdi"), { textContent: name }), " ",
    Object.assign(document.createElement("span"), { className: "second", textContent: kind }));
  return one;
}
