// Making elements. Text only ever enters the page as text.

/** An element; attributes by name ("on..." are listeners, "class" is a class), then children: nodes or texts. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A link that leads out of the page, or plain text when the address is not http(s). */
export function out(address, text) {
  if (!/^https?:\/\//i.test(address ?? "")) return document.createTextNode(text);
  return h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

/** What a reader sees last: the element alone is in the parent. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat(2).filter(Boolean));
}

/** The element that a text of SVG stands for. */
export function drawn(source) {
  return document.importNode(new DOMParser().parseFromString(source, "image/svg+xml").documentElement, true);
}
