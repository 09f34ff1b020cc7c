// The body's world from above: what stands is drawn when it changes, what moves glides between snapshots.
import {furniture, shape, thing, title} from './furniture.js';

const TRAIL_MS = 14000, FADES = 28;
const FLOORS = {kitchen: 'tile', bathroom: 'water', 'laundry room': 'water', bedroom: 'night', study: 'leaf', 'living room': 'warm', 'dining room': 'wood', hall: 'stone'};
const calm = matchMedia('(prefers-reduced-motion: reduce)');

export class World {
  /** box: where it is drawn; words: an element for what the body does, in words. */
  constructor(box, words) {
    this.box = box;
    this.words = words;
    this.moving = new Map();
    this.trail = [];
    this.gap = 250;
    new ResizeObserver(() => { if (this.map && box.clientWidth !== this.drawnAt) this.build(); }).observe(box);
  }

  /** A snapshot, as docs/network.md has it. */
  take(world) {
    const now = performance.now();
    if (this.at) this.gap = Math.min(1200, Math.max(80, 0.7 * this.gap + 0.3 * (now - this.at)));
    this.at = now;
    if (world.rooms) {
      const known = this.map && JSON.stringify([this.map.rooms, this.map.doors, this.map.furniture]);
      const same = known === JSON.stringify([world.rooms, world.doors, world.furniture]);
      this.map = {rooms: world.rooms, doors: world.doors, furniture: world.furniture, looks: new Map(world.things.map(it => [it.name, it]))};
      if (!same) { this.now = world; this.build(); }
    }
    if (!this.map) return;
    this.now = world;
    this.show();
  }

  build() {
    const {rooms, doors, furniture: pieces} = this.map;
    const all = [...rooms, ...doors];
    const left = Math.min(...all.map(a => a.x)), right = Math.max(...all.map(a => a.x + a.width));
    const low = Math.min(...all.map(a => a.y)), high = Math.max(...all.map(a => a.y + a.depth));
    this.up = y => low + high - y;
    const edge = 0.22, width = right - left + 2 * edge, height = high - low + 2 * edge;
    this.drawnAt = this.box.clientWidth;
    const metre = Math.max(12, this.drawnAt / width);
    const svg = shape('svg', {viewBox: `${left - edge} ${low - edge} ${width} ${height}`, role: 'img', class: 'world'});
    svg.setAttribute('aria-label', 'The rooms from above: ' + rooms.map(room => room.name).join(', '));
    const inner = rooms.reduce((box, r) => ({x: Math.min(box.x, r.x), y: Math.min(box.y, r.y), r: Math.max(box.r, r.x + r.width), t: Math.max(box.t, r.y + r.depth)}), {x: Infinity, y: Infinity, r: -Infinity, t: -Infinity});
    svg.append(shape('rect', {class: 'walls', x: inner.x - 0.15, y: this.up(inner.t) - 0.15, width: inner.r - inner.x + 0.3, height: inner.t - inner.y + 0.3, rx: 0.16}));
    const rect = (a, more) => shape('rect', {x: a.x, y: this.up(a.y + a.depth), width: a.width, height: a.depth, ...more});
    const kinds = ['warm', 'tile', 'leaf', 'night', 'water', 'wood'];
    rooms.forEach((room, i) => svg.append(title(rect(room, {class: 'floor fl-' + (FLOORS[room.name] ?? kinds[i % kinds.length]), rx: 0.05}), room.name)));
    this.leaves = new Map(doors.map(door => [door.name, this.door(door, svg)]));
    this.pieces = new Map(pieces.map(piece => {
      const group = furniture(piece);
      group.setAttribute('transform', `translate(${piece.x + piece.width / 2} ${this.up(piece.y + piece.depth / 2)})`);
      svg.append(group);
      return [piece.name, group];
    }));
    const letters = Math.max(9.5, Math.min(14, metre * 0.27)) / metre;
    // Names give way to furniture, and to whoever stands there when they are drawn.
    const taken = [...pieces, ...this.now.people.map(it => ({x: it.x - 0.5, y: it.y - 0.3 - letters, width: 1, depth: 0.6 + letters}))];
    for (const room of rooms) svg.append(this.label(room, taken, letters));
    this.ahead = shape('polyline', {class: 'ahead'});
    this.behind = Array.from({length: FADES}, (_, i) => shape('line', {class: 'behind', opacity: ((i + 1) / FADES) ** 1.6 * 0.75}));
    this.layer = shape('g');
    svg.append(...this.behind, this.ahead, this.layer);
    this.moving.clear();
    this.letters = letters;
    this.box.replaceChildren(svg);
    this.body();
    if (this.now) this.show();
  }

  door(door, svg) {
    const flat = door.width >= door.depth, long = flat ? door.width : door.depth;
    const gap = shape('rect', {class: 'gap', x: door.x - (flat ? 0 : 0.02), y: this.up(door.y + door.depth) - (flat ? 0.02 : 0), width: door.width + (flat ? 0 : 0.04), height: door.depth + (flat ? 0.04 : 0)});
    const leaf = shape('rect', {class: 'leaf', x: 0, y: -0.045, width: long, height: 0.09, rx: 0.04});
    const hinge = shape('g', {transform: `translate(${flat ? door.x : door.x + door.width / 2} ${this.up(flat ? door.y + door.depth / 2 : door.y + door.depth)}) rotate(${flat ? 0 : 90})`}, leaf);
    svg.append(title(gap, door.name), title(hinge, door.name));
    return leaf;
  }

  /** The name of a room where no furniture is, as near to its middle as may be. */
  label(room, pieces, letters) {
    const w = room.name.length * letters * 0.56, h = letters * 1.3;
    const hits = (x, y) => pieces.reduce((sum, p) => sum + Math.max(0, Math.min(x + w / 2, p.x + p.width) - Math.max(x - w / 2, p.x)) * Math.max(0, Math.min(y + h / 2, p.y + p.depth) - Math.max(y - h / 2, p.y)), 0);
    let best = {cost: Infinity};
    for (let i = 0; i <= 12; i++) for (let j = 0; j <= 16; j++) {
      const x = room.x + w / 2 + 0.06 + Math.max(0, room.width - w - 0.12) * i / 12, y = room.y + h / 2 + 0.1 + Math.max(0, room.depth - h - 0.2) * j / 16;
      const cost = hits(x, y) * 40 + Math.hypot(x - room.x - room.width / 2, y - room.y - room.depth / 2);
      if (cost < best.cost) best = {x, y, cost};
    }
    return shape('text', {class: 'room-name', x: best.x, y: this.up(best.y) + letters * 0.35, 'font-size': letters, 'text-anchor': 'middle'}, room.name);
  }

  body() {
    const {radius: r} = this.now.robot;
    this.arm = shape('line', {class: 'arm', x1: 0, y1: 0, x2: r, y2: 0});
    this.hand = shape('g', {class: 'hand'}, shape('path', {d: 'M-.05 -.09 Q.1 -.1 .12 -.045 M-.05 .09 Q.1 .1 .12 .045'}));
    this.inHand = shape('g');
    this.turning = shape('g', {}, this.arm, this.hand, this.inHand, shape('circle', {class: 'base', r}), shape('circle', {class: 'head', r: r * 0.68, cx: r * 0.1}), shape('circle', {class: 'eye', r: r * 0.15, cx: r * 0.42, cy: -r * 0.28}), shape('circle', {class: 'eye', r: r * 0.15, cx: r * 0.42, cy: r * 0.28}));
    this.robot = shape('g', {class: 'robot'}, shape('circle', {class: 'halo', r: r * 1.75}), this.turning);
  }

  /** The latest snapshot; the creature lies on top of all else. */
  show() {
    const {robot, people, things, held} = this.now;
    const open = new Set(this.now.open), on = new Set(this.now.on), locked = new Set(this.now.locked);
    for (const [name, leaf] of this.leaves) {
      leaf.style.transform = open.has(name) ? 'rotate(-82deg)' : 'rotate(0deg)';
      leaf.classList.toggle('locked', locked.has(name));
    }
    for (const [name, piece] of this.pieces) {
      piece.classList.toggle('open', open.has(name));
      piece.classList.toggle('on', on.has(name));
    }
    const seen = new Set();
    for (const it of things) {
      if (it.hidden || it.name === held) continue;
      seen.add(this.put('thing ' + it.name, it, () => thing({...this.map.looks.get(it.name), ...it})));
    }
    for (const it of people) seen.add(this.put('person ' + it.name, it, () => this.person(it)));
    for (const [key, mover] of this.moving) if (key !== 'robot' && !seen.has(key)) { mover.element.remove(); this.moving.delete(key); }
    this.put('robot', robot, () => this.robot);
    this.layer.append(this.robot);
    this.hold(held);
    this.robot.classList.toggle('stopped', this.now.stopped);
    this.robot.classList.toggle('waving', Boolean(robot.gesture));
    this.ahead.setAttribute('points', this.way(robot));
    const doing = this.now.stopped ? 'Stopped' : this.now.doing ? this.now.doing[0].toUpperCase() + this.now.doing.slice(1) : 'Nothing to do';
    if (this.words) this.words.textContent = held ? `${doing}, with the ${held} in its hand` : doing;
    this.glide();
  }

  person(it) {
    const hue = [...it.name].reduce((sum, letter) => sum * 31 + letter.codePointAt(0), 7) % 360;
    const shoulders = shape('ellipse', {class: 'shoulders', rx: 0.15, ry: 0.25});
    const turning = shape('g', {class: 'turns'}, shoulders, shape('circle', {class: 'hair', r: 0.13}), shape('circle', {class: 'nose', r: 0.035, cx: 0.13}));
    shoulders.style.fill = it.user ? 'var(--accent)' : `hsl(${hue} 42% 58%)`;
    return title(shape('g', {class: 'person'}, turning, shape('text', {class: 'who', y: 0.3 + this.letters * 0.9, 'font-size': this.letters * 0.92, 'text-anchor': 'middle'}, it.name)), it.name);
  }

  put(key, {x, y, heading = 0, reach = 0}, make) {
    const to = {x, y: this.up(y), heading: -heading, reach};
    let mover = this.moving.get(key);
    if (!mover) {
      mover = {element: make(), now: to};
      this.moving.set(key, mover);
      if (key !== 'robot') this.layer.append(mover.element);
      this.place(key, mover);
    }
    const far = Math.hypot(to.x - mover.now.x, to.y - mover.now.y) > 2.5;
    mover.from = far || calm.matches ? to : {...mover.now};
    mover.to = to;
    mover.begin = this.at;
    return key;
  }

  hold(held) {
    if (held === this.held && this.inHand.childNodes.length === (held ? 1 : 0)) return;
    this.held = held;
    this.inHand.replaceChildren(...(held ? [thing({...this.map.looks.get(held), name: held, where: 'in the hand'})] : []));
  }

  way({x, y, path}) {
    const points = [`${x},${this.up(y)}`];
    for (let i = 0; i + 1 < path.length; i += 2) points.push(`${path[i]},${this.up(path[i + 1])}`);
    return points.length > 1 ? points.join(' ') : '';
  }

  glide() {
    cancelAnimationFrame(this.frame);
    const step = now => {
      let moves = false;
      for (const [key, mover] of this.moving) {
        if (!mover.to) continue;
        const part = Math.min(1, (now - mover.begin) / (this.gap * 1.15));
        const {from, to} = mover;
        const turn = Math.atan2(Math.sin(to.heading - from.heading), Math.cos(to.heading - from.heading));
        const mix = name => from[name] + (to[name] - from[name]) * part;
        mover.now = {x: mix('x'), y: mix('y'), heading: from.heading + turn * part, reach: mix('reach')};
        this.place(key, mover);
        if (part < 1) moves = true; else mover.to = null;
      }
      this.leave(now);
      if (moves || this.trail.length) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  place(key, {element, now}) {
    element.setAttribute('transform', `translate(${now.x.toFixed(3)} ${now.y.toFixed(3)})`);
    const degrees = (now.heading * 180 / Math.PI).toFixed(1);
    if (key.startsWith('person ')) element.firstElementChild.setAttribute('transform', `rotate(${degrees})`);
    if (key !== 'robot') return;
    this.turning.setAttribute('transform', `rotate(${degrees})`);
    this.arm.setAttribute('x2', now.reach.toFixed(3));
    for (const part of [this.hand, this.inHand]) part.setAttribute('transform', `translate(${(now.reach + (part === this.inHand ? 0.06 : 0)).toFixed(3)} 0)`);
  }

  /** Where it has been, ever paler. */
  leave(now) {
    const at = this.moving.get('robot')?.now, last = this.trail.at(-1);
    if (at && (!last || Math.hypot(at.x - last.x, at.y - last.y) > 0.05)) {
      if (last && Math.hypot(at.x - last.x, at.y - last.y) > 1) this.trail = [];
      this.trail.push({x: at.x, y: at.y, t: now});
    }
    while (this.trail.length && now - this.trail[0].t > TRAIL_MS) this.trail.shift();
    this.behind.forEach((line, i) => {
      const index = age => this.trail.findIndex(p => now - p.t <= age);
      const from = index(TRAIL_MS * (1 - i / FADES)), to = index(TRAIL_MS * (1 - (i + 1) / FADES));
      const a = this.trail[from], b = to < 0 ? this.trail.at(-1) : this.trail[to];
      line.setAttribute('visibility', a && b && a !== b ? 'visible' : 'hidden');
      if (a && b && a !== b) for (const [name, value] of [['x1', a.x], ['y1', a.y], ['x2', b.x], ['y2', b.y]]) line.setAttribute(name, value.toFixed(3));
    });
  }
}
