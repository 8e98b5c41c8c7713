// A search field with a list under it, by the pattern of an ARIA combobox.

import { h, fill } from "./dom.js";

let made = 0;

export class Finder {
  /** `find(query)` gives what is found, best first: {name, about, choose}. */
  constructor({ input, list, find }) {
    Object.assign(this, { input, list, find });
    made += 1;
    list.id ||= `found-${made}`;
    this.id = list.id;
    this.items = [];
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.id], ["autocomplete", "off"], ["spellcheck", "false"]]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.look());
    input.addEventListener("focus", () => this.look());
    input.addEventListener("blur", () => this.offer([]));
    input.addEventListener("keydown", (event) => this.keyed(event));
  }

  /** Offer what the words in the field find. */
  look() {
    const query = this.input.value.trim();
    this.offer(query ? this.find(query) : [], query ? this.nobody : "");
  }

  offer(items, otherwise = "") {
    this.items = items;
    const rows = items.map(({ name, about }, place) => h("li", {
      role: "option", id: `${this.id}-${place}`, "data-place": place, "aria-selected": String(place === 0),
      onmousedown: (event) => event.preventDefault(), onclick: () => this.chosen(place),
    }, name, h("small", {}, about)));
    if (!rows.length && otherwise) rows.push(h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, otherwise));
    fill(this.list, rows);
    this.list.hidden = !rows.length;
    this.input.setAttribute("aria-expanded", String(rows.length > 0));
    if (items.length) this.input.setAttribute("aria-activedescendant", `${this.id}-0`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  keyed(event) {
    const rows = [...this.list.querySelectorAll("[data-place]")];
    const at = rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") {
      event.stopPropagation();
      this.input.value = "";
      this.offer([]);
    } else if (event.key === "Enter" && at >= 0) {
      this.chosen(at);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && rows.length) {
      event.preventDefault();
      const next = rows[(at + (event.key === "ArrowDown" ? 1 : rows.length - 1)) % rows.length];
      rows[at].setAttribute("aria-selected", "false");
      next.setAttribute("aria-selected", "true");
      next.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", next.id);
    }
  }

  chosen(place) {
    const { choose } = this.items[place];
    this.input.value = "";
    this.offer([]);
    choose();
  }
}
