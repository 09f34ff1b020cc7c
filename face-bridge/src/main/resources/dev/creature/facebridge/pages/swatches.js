// Buttons to choose a look.
export function swatches(box, all, chosen, onChoose) {
  for (const [id, look] of Object.entries(all)) {
    const button = document.createElement('button');
    button.className = 'swatch';
    button.type = 'button';
    button.setAttribute('aria-pressed', id === chosen);
    button.setAttribute('aria-label', `${look.name}: ${look.about}`);
    button.title = look.name;
    button.style.background = look.ground[0];
    for (let i = 0; i < 2; i++) {
      const eye = document.createElement('i');
      eye.style.background = look.outline ? 'transparent' : look.eye;
      eye.style.boxShadow = look.outline ? `inset 0 0 0 2px ${look.eye}` : look.pupil ? `inset 0 0 0 3px ${look.eye}, inset 0 0 0 9px ${look.pupil}` : 'none';
      button.append(eye);
    }
    button.onclick = () => {
      for (const other of box.children) other.setAttribute('aria-pressed', other === button);
      localStorage.setItem('creature.look', id);
      onChoose(id);
    };
    box.append(button);
  }
}
