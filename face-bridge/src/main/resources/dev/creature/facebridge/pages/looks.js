let known;
/** The looks that there are, by id. */
export const looks = () => known ??= fetch('/static/looks.json').then(r => r.json());

/** Keeps painting while the page is seen. */
export function animate(face, before) {
  const next = () => {
    before?.();
    face.paint();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
