// Light around shapes: blurred small, where that costs little, and drawn large. A canvas' own shadow of this size takes longer
// than all the rest of a face where there are no graphics.

/** Blurred as wide as this in the small picture, in pixels: less would be seen as steps. */
const SMALL = 6;

export class Light {
  constructor() { this.context = document.createElement('canvas').getContext('2d'); }

  /** Light of a colour and width around what is drawn, at (0, 0) and within a radius. Draws the light alone. */
  around(c, colour, width, radius, draw) {
    const {context: small} = this, part = Math.min(1, SMALL / width);
    const size = cleared(small, 2 * (radius + 1.3 * width) * part);
    small.save();
    small.shadowColor = colour;
    small.shadowBlur = width * part;
    // What the light is around stands outside of the picture.
    small.shadowOffsetX = 2 * size;
    small.translate(-1.5 * size, size / 2);
    small.scale(part, part);
    draw(small);
    small.restore();
    c.drawImage(small.canvas, -size / 2 / part, -size / 2 / part, size / part, size / part);
  }
}

/** Empties a square picture of at least this size, and answers what its size is; it changes seldom, since that is dear. */
export function cleared(context, size) {
  const {canvas} = context;
  if (canvas.width !== canvas.height || canvas.width < size || canvas.width > size * 2 + 64) canvas.width = canvas.height = Math.ceil(size / 16 + 1) * 16;
  else context.clearRect(0, 0, canvas.width, canvas.height);
  return canvas.width;
}

/** Draws a line as another picture would. */
export function strokeLike(context, other, path) {
  for (const name of ['lineWidth', 'lineCap', 'lineJoin', 'strokeStyle']) context[name] = other[name];
  context.stroke(path);
}
