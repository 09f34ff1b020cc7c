// How furniture, devices and things look from above. Lengths are metres, y goes down, as SVG has it.
const SVG = 'http://www.w3.org/2000/svg';

const COLOURS = {
  red: '#e2574c', blue: '#4f87d8', green: '#58a866', yellow: '#eac243', orange: '#ee913f', white: '#fbf9f4', black: '#3a3f46', grey: '#9aa3ad', gray: '#9aa3ad',
  silver: '#b9c1c9', steel: '#aeb7c0', brown: '#a0724a', pink: '#e98fae', purple: '#9a72cf', gold: '#d9b44a', beige: '#dccbb0', turquoise: '#4bb6b0',
};
const NATURAL = {
  apple: 'red', tomato: 'red', orange: 'orange', banana: 'yellow', lettuce: 'green', cheese: 'yellow', butter: 'yellow', bread: 'brown', potato: 'brown', milk: 'white', egg: 'white',
  juice: 'orange', wine: 'purple', beer: 'brown', plate: 'white', laptop: 'steel', keys: 'gold', newspaper: 'white', letter: 'white', 'toilet paper': 'white', 'teddy bear': 'brown', 'wine glass': 'silver', glass: 'silver',
};
const FLAT = new Set(['book', 'notebook', 'newspaper', 'magazine', 'letter', 'laptop', 'tablet', 'phone', 'box', 'remote control', 'credit card', 'pillow', 'blanket', 'towel', 'cloth', 'tissue box', 'suitcase', 'snack', 'bread']);
const BIG = {pillow: 0.2, blanket: 0.24, suitcase: 0.22, bag: 0.15, box: 0.16, laptop: 0.16, 'teddy bear': 0.14, jacket: 0.15, pan: 0.13, pot: 0.13, plate: 0.12, bowl: 0.11, ball: 0.12, towel: 0.14, newspaper: 0.14};

const MATERIALS = {
  soft: ['sofa', 'armchair', 'bed', 'curtains', 'towel rail', 'laundry basket', 'cloth horse'],
  smooth: ['fridge', 'oven', 'stove', 'microwave', 'dishwasher', 'sink', 'washing machine', 'toilet', 'bathtub', 'shower', 'kettle', 'toaster', 'mirror', 'window', 'blinds'],
  dark: ['television', 'radio', 'fan', 'safe', 'coffee machine', 'bin'],
  green: ['plant'],
  lamp: ['lamp', 'desk lamp', 'bedside lamp', 'light'],
};

/** An SVG element with attributes and children. */
export function shape(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
  element.append(...children);
  return element;
}

export function title(element, words) {
  element.append(shape('title', {}, words));
  return element;
}

/** The colour of a thing in the stylesheet's terms; null when nothing is known. */
export function colourOf(thing) {
  return COLOURS[thing.colour] ?? COLOURS[NATURAL[thing.kind]] ?? null;
}

/** A piece of furniture in the middle of its own axes. */
export function furniture(piece) {
  const {kind, width: w, depth: d} = piece;
  const material = Object.keys(MATERIALS).find(name => MATERIALS[name].includes(kind)) ?? 'wood';
  const group = shape('g', {class: 'piece m-' + material});
  if (COLOURS[piece.colour]) {
    group.classList.add('coloured');
    group.style.setProperty('--own', COLOURS[piece.colour]);
  }
  const box = (x, y, bw, bd, r, name) => group.append(shape('rect', {x: x - bw / 2, y: y - bd / 2, width: bw, height: bd, rx: Math.min(r, bw / 2, bd / 2), class: name}));
  const disc = (x, y, rx, ry, name) => group.append(shape('ellipse', {cx: x, cy: y, rx, ry, class: name}));
  const small = Math.min(w, d), wide = w >= d;
  if (material === 'lamp') {
    const r = Math.max(small / 2, 0.09);
    disc(0, 0, r * 5, r * 5, 'glow');
    disc(0, 0, r, r, 'solid');
    return title(group, piece.name);
  }
  if (material === 'green') {
    const leaf = small * 0.42;
    for (let i = 0; i < 5; i++) disc(Math.cos(i * 1.257) * leaf * 0.62, Math.sin(i * 1.257) * leaf * 0.62, leaf * 0.62, leaf * 0.62, 'solid');
    disc(0, 0, leaf * 0.5, leaf * 0.5, 'detail');
    return title(group, piece.name);
  }
  box(0, 0, w, d, {sofa: 0.18, armchair: 0.22, bed: 0.14, toilet: 0.2, bathtub: 0.22, chair: 0.14, table: 0.1, 'coffee table': 0.14, bin: 0.2, 'laundry basket': 0.2}[kind] ?? 0.06, 'solid');
  switch (kind) {
    case 'sofa': {
      const seats = Math.max(1, Math.round((wide ? w : d) / 0.9));
      for (let i = 0; i < seats; i++) {
        const each = ((wide ? w : d) - 0.24) / seats, at = -(wide ? w : d) / 2 + 0.12 + each * (i + 0.5);
        if (wide) box(at, -0.06, each - 0.04, d - 0.3, 0.1, 'detail'); else box(0.06, at, w - 0.3, each - 0.04, 0.1, 'detail');
      }
      break;
    }
    case 'armchair': box(0, 0, w - 0.24, d - 0.24, 0.14, 'detail'); break;
    case 'bed':
      if (wide) { box(-w / 2 + 0.3, 0, 0.36, d - 0.3, 0.1, 'light'); box(0.28, 0, w - 0.72, d - 0.1, 0.12, 'detail'); }
      else { box(0, -d / 2 + 0.3, w - 0.3, 0.36, 0.1, 'light'); box(0, 0.28, w - 0.1, d - 0.72, 0.12, 'detail'); }
      break;
    case 'stove': for (const [x, y] of [[-1, -1], [1, -1], [-1, 1], [1, 1]]) disc(x * w * 0.23, y * d * 0.23, small * 0.15, small * 0.15, 'ring'); break;
    case 'sink': box(0, 0, w - 0.16, d - 0.16, 0.12, 'detail'); break;
    case 'bathtub': box(0, 0, w - 0.16, d - 0.16, 0.2, 'detail'); break;
    case 'toilet': disc(0, 0, w * 0.32, d * 0.32, 'detail'); break;
    case 'shower': disc(0, 0, small * 0.12, small * 0.12, 'detail'); break;
    case 'washing machine': disc(0, 0, small * 0.32, small * 0.32, 'detail'); break;
    case 'coffee machine': disc(0, 0, small * 0.24, small * 0.24, 'detail'); break;
    case 'fridge': case 'wardrobe': case 'cupboard': case 'dishwasher': case 'oven':
      if (wide) box(0, -d / 2 + 0.07, w * 0.5, 0.035, 0.02, 'detail'); else box(w / 2 - 0.07, 0, 0.035, d * 0.5, 0.02, 'detail');
      break;
    case 'shelf': case 'shoe rack': case 'tv stand':
      for (const part of [-0.25, 0, 0.25]) if (wide) box(w * part, 0, 0.025, d * 0.7, 0, 'detail'); else box(0, d * part, w * 0.7, 0.025, 0, 'detail');
      break;
    case 'fan': for (let i = 0; i < 3; i++) disc(Math.cos(i * 2.094) * small * 0.2, Math.sin(i * 2.094) * small * 0.2, small * 0.16, small * 0.16, 'detail'); break;
  }
  return title(group, piece.name);
}

/** A thing around its own middle. */
export function thing(it) {
  const size = BIG[it.kind] ?? 0.085;
  const flat = FLAT.has(it.kind);
  const element = flat
    ? shape('rect', {x: -size, y: -size * 0.75, width: size * 2, height: size * 1.5, rx: size * 0.3, class: 'thing'})
    : shape('circle', {r: size, class: 'thing'});
  const colour = colourOf(it);
  if (colour) element.style.fill = colour;
  return title(element, it.where ? `${it.name}, ${it.where}` : it.name);
}
