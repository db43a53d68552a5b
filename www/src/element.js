/** The element of the page with this id. */
export const the = (id) => document.getElementById(id);

/** A new element: text is only ever text. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('aria-')) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}
