// What the head is made of, as lists of points. Units: the head is about one high on either side of its middle.

/** The head's half width, height and depth; fuller below, flat in front. */
export const HEAD = {x: 1.02, y: 0.94, z: 0.86};

/** Points of a grid of rows and columns, from a function of two numbers from 0 to 1. */
function grid(rows, columns, place) {
  const points = [], corners = [];
  for (let r = 0; r <= rows; r++) for (let c = 0; c <= columns; c++) points.push(...place(r / rows, c / columns));
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const at = r * (columns + 1) + c, below = at + columns + 1;
      corners.push(at, below, at + 1, at + 1, below, below + 1);
    }
  }
  return smooth({points, corners});
}

/** Normals from the triangles around each point; points at one place share theirs. */
export function smooth({points, corners}) {
  const sums = new Map(), key = i => points.slice(i * 3, i * 3 + 3).map(x => Math.round(x * 2000)).join();
  const keys = Array.from({length: points.length / 3}, (_, i) => key(i));
  for (let i = 0; i < corners.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map(k => points.slice(corners[i + k] * 3, corners[i + k] * 3 + 3));
    const u = b.map((x, k) => x - a[k]), v = c.map((x, k) => x - a[k]);
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    for (let k = 0; k < 3; k++) {
      const sum = sums.get(keys[corners[i + k]]) ?? [0, 0, 0];
      sums.set(keys[corners[i + k]], sum.map((x, at) => x + n[at]));
    }
  }
  return {points, corners, normals: keys.flatMap(at => { const n = sums.get(at) ?? [0, 0, 1], l = Math.hypot(...n) || 1; return n.map(x => x / l); })};
}

/** A ball of radius 1, or the part of it down to an angle from its top. */
export const ball = (rows = 28, columns = 40, until = Math.PI) => grid(rows, columns, (v, u) => {
  const polar = v * until, round = u * 2 * Math.PI;
  return [Math.sin(polar) * Math.sin(round), Math.cos(polar), Math.sin(polar) * Math.cos(round)];
});

const power = (x, p) => Math.sign(x) * Math.abs(x) ** p;

/** The head: rounder than a box, squarer than an egg, with full cheeks. */
export const skull = () => grid(44, 64, (v, u) => {
  const polar = v * Math.PI, round = u * 2 * Math.PI;
  const x = power(Math.sin(polar), 0.86) * power(Math.sin(round), 0.9);
  const y = power(Math.cos(polar), 0.9), z = power(Math.sin(polar), 0.86) * power(Math.cos(round), 0.9);
  const cheeks = 1 + 0.07 * Math.exp(-(((y + 0.38) / 0.34) ** 2)) - 0.06 * Math.max(0, y);
  return [HEAD.x * x * cheeks, HEAD.y * y, HEAD.z * z * (z > 0 ? cheeks * 0.98 : 1)];
});

/** How far in front the head's surface is at a place. */
export function surface(x, y) {
  // The inverse of skull(), near enough in front.
  const cheeks = 1 + 0.07 * Math.exp(-(((y / HEAD.y + 0.38) / 0.34) ** 2)) - 0.06 * Math.max(0, y / HEAD.y);
  const up = Math.min(0.999, Math.abs(y / HEAD.y)) ** (1 / 0.9), ring = Math.sqrt(1 - up * up) ** 0.86;
  const side = Math.min(0.999, Math.abs(x / (HEAD.x * cheeks * ring))) ** (1 / 0.9);
  return HEAD.z * cheeks * 0.98 * ring * Math.sqrt(1 - side * side) ** 0.9;
}

/** A bent stick, one long, thicker in the middle: a brow. */
export const brow = () => grid(20, 12, (v, u) => {
  const along = v - 0.5, round = u * 2 * Math.PI, thick = 0.5 * Math.sqrt(Math.max(0, 1 - (2 * along) ** 6));
  return [along, thick * Math.cos(round) * 0.24 - along * along * 0.5, thick * Math.sin(round) * -0.24];
});

const STEPS = 36, ROUND = 8;

/**
 * Both lips as one ring on the head's surface, and what is between them as a fan.
 *
 * @param width half of the mouth's
 * @param open half of its opening
 * @param curve how far the corners are up
 * @param round 0 is a slit with corners, 1 an ellipse
 * @param pout how far the lips stand out
 */
export function lips(at, width, open, curve, round, pout, thick) {
  const rim = [];
  for (let i = 0; i < STEPS; i++) {
    const angle = i / STEPS * 2 * Math.PI, c = Math.cos(angle), s = Math.sin(angle);
    // A slit is nearly as open in its middle as at its sides; an ellipse is not.
    const x = width * c, tall = power(s, 1 - 0.25 * (1 - round));
    const y = at + open * tall * (s < 0 ? 1.15 : 0.85) + curve * (c * c - 0.45);
    rim.push([x, y, surface(x, y) + pout * (1 - 0.5 * c * c)]);
  }
  const points = [], corners = [];
  for (let i = 0; i <= STEPS; i++) {
    const here = rim[i % STEPS], before = rim[(i + STEPS - 1) % STEPS], after = rim[(i + 1) % STEPS];
    const along = [after[0] - before[0], after[1] - before[1]], length = Math.hypot(...along) || 1;
    const out = [along[1] / length, -along[0] / length];
    // Lips thin out to the corners.
    const r = thick * (0.45 + 0.55 * Math.abs(Math.sin(i / STEPS * 2 * Math.PI)));
    for (let k = 0; k <= ROUND; k++) {
      const a = k / ROUND * 2 * Math.PI;
      points.push(here[0] + out[0] * Math.cos(a) * r, here[1] + out[1] * Math.cos(a) * r, here[2] + Math.sin(a) * r * 0.8);
    }
  }
  for (let i = 0; i < STEPS; i++) {
    for (let k = 0; k < ROUND; k++) {
      const p = i * (ROUND + 1) + k, q = p + ROUND + 1;
      corners.push(p, q, p + 1, p + 1, q, q + 1);
    }
  }
  const middle = [0, at - 0.45 * curve, surface(0, at) + pout * 0.5];
  const inside = {points: [...middle, ...rim.flat()], normals: Array.from({length: STEPS + 1}, () => [0, 0, 1]).flat(), corners: rim.flatMap((_, i) => [0, 1 + i, 1 + (i + 1) % STEPS])};
  return {ring: smooth({points, corners}), inside};
}
