// The head, full screen.
import {Head} from './head.js';
import {fillScreen, say} from './screen.js';

try {
  await fillScreen((canvas, look) => new Head(canvas, look));
} catch (error) {
  if (error.message !== 'no WebGL') throw error;
  say('This browser has no WebGL, which the head needs. The face at /face works without it.');
}
