// The flat face, full screen.
import {Face} from './face.js';
import {fillScreen} from './screen.js';

await fillScreen((canvas, look) => new Face(canvas, look));
