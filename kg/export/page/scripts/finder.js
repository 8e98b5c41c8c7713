// A search field with a list of people under it, by the pattern of an ARIA combobox.

import { h, fill } from "./dom.js";
import { search } from "./search.js";

const FOUND = 40;
let made = 0;

export class Finder {
  /** `hay()` gives the texts, `show(number)` a person's name and post, `choose(number)` is called with who is chosen. */
  constructor({ input, list, hay, show, choose }) {
    Object.assign(this, { input, list, hay, show, choose });
    list.id ||= `found-${(made += 1)}`;
    this.id = list.id;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.id], ["autocomplete", "off"], ["spellcheck", "false"]]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.find());
    input.addEventListener("focus", () => this.find());
    input.addEventListener("blur", () => this.list_([]));
    input.addEventListener("keydown", (event) => this.keyed(event));
  }

  find() {
    const query = this.input.value;
    this.list_(search(this.hay(), query, FOUND), query.trim() ? this.nobody : "");
  }

  list_(numbers, otherwise = "") {
    const items = numbers.map((number, place) => {
      const [name, about] = this.show(number);
      return h("li", {
        role: "option", id: `${this.id}-${place}`, "data-number": number, "aria-selected": String(place === 0),
        onmousedown: (event) => event.preventDefault(), onclick: () => this.chosen(number),
      }, name, h("small", {}, about));
    });
    if (!items.length && otherwise) items.push(h("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, otherwise));
    fill(this.list, items);
    this.list.hidden = !items.length;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
    if (numbers.length) this.input.setAttribute("aria-activedescendant", `${this.id}-0`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  keyed(event) {
    const items = [...this.list.querySelectorAll("[data-number]")];
    const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") {
      event.stopPropagation();
      this.input.value = "";
      this.list_([]);
    } else if (event.key === "Enter" && at >= 0) {
      this.chosen(Number(items[at].dataset.number));
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && items.length) {
      event.preventDefault();
      const next = items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length];
      items[at].setAttribute("aria-selected", "false");
      next.setAttribute("aria-selected", "true");
      next.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", next.id);
    }
  }

  chosen(number) {
    this.input.value = "";
    this.list_([]);
    this.choose(number);
  }
}
