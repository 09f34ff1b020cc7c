// From what the detector finds to what the creature is told: numbers, and nothing else.
const clamp = (x, a, b) => Math.min(b, Math.max(a, x));

/**
 * Where a face is and how it is turned, of a detection by MediaPipe: box and six points in parts of the picture, which is not mirrored.
 * x and y are -1 to 1 as the one in front of the screen sees it, x to the right and y up; the others are 0 to 1.
 */
export function sighting({boundingBox, landmarks, ...rest}, aspect) {
  const [right, left, nose, mouth, rightEar, leftEar] = landmarks.map(({x, y}) => ({x: x * aspect, y}));
  const eyes = {x: (right.x + left.x) / 2, y: (right.y + left.y) / 2};
  // The nose is in the middle between the ears, and halfway from the eyes to the mouth, of a face that is turned to the camera.
  const aside = Math.abs(2 * along(rightEar, leftEar, nose) - 1);
  const nodding = Math.abs(along(eyes, mouth, nose) - 0.5);
  const facing = (1 - clamp((aside - 0.2) / 0.6, 0, 1)) * (1 - clamp((nodding - 0.15) / 0.35, 0, 1));
  return rounded({
    x: clamp(1 - 2 * eyes.x / aspect, -1, 1),
    y: clamp(1 - 2 * eyes.y, -1, 1),
    confidence: score(rest),
    size: clamp(boundingBox.height, 0, 1),
    facing,
  });
}

/** The nearest of several. */
export function nearest(detections) {
  return detections.reduce((best, it) => !best || it.boundingBox.height > best.boundingBox.height ? it : best, null);
}

/** How far b is on the way from a to c, seen from the side; 0 is at a, 1 at c. */
function along(a, c, b) {
  const x = c.x - a.x, y = c.y - a.y;
  return ((b.x - a.x) * x + (b.y - a.y) * y) / Math.max(1e-9, x * x + y * y);
}

/** The package's compiler renamed what holds the score: a list with one object of an index and a number. What is found at all is above 0.5. */
function score(rest) {
  for (const list of Object.values(rest)) {
    for (const [key, value] of Object.entries(list?.[0] ?? {})) if (key !== 'index' && value >= 0 && value <= 1) return value;
  }
  return 0.5;
}

const rounded = numbers => Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
