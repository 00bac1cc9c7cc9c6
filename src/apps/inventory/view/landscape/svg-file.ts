/** Properties that a style sheet gives the drawing; a file of its own has none. */
const styled = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-weight', 'font-family'];

/**
 * A drawing of the page as a file of its own: what style sheets say of it stands in its elements, in the light theme,
 * with a ground to be seen on.
 */
export function svgFileOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const frame = document.createElement('div');
  frame.className = 'landscape landscape--file';
  frame.append(copy);
  document.body.append(frame);
  for (const element of copy.querySelectorAll<SVGElement>('path, rect, polygon, text')) {
    const style = getComputedStyle(element);
    for (const name of styled) {
      const value = style.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', getComputedStyle(frame).backgroundColor || 'Canvas'],
  ] as const) {
    ground.setAttribute(name, value);
  }
  copy.prepend(ground);
  frame.remove();
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
