// What is wrong with the page that is open, as a list of sentences. Run in the page.
(() => {
  const wrong = [];
  const name = element => element.id ? '#' + element.id : element.tagName.toLowerCase() + (element.className ? '.' + String(element.className).split(' ')[0] : '');
  const seen = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && element.getClientRects().length > 0;

  // Contrast, by WCAG 2.2: 4.5 for text, 3 for large text.
  const parse = text => {
    const srgb = text.match(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)/);
    if (srgb) return [srgb[1] * 255, srgb[2] * 255, srgb[3] * 255, srgb[4] === undefined ? 1 : +srgb[4]];
    const parts = text.match(/[\d.]+/g).map(Number);
    return [parts[0], parts[1], parts[2], parts[3] ?? 1];
  };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const ground = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
      // A picture lies below: its colours are the theme's, which the page states for it.
      const picture = at.querySelector(':scope > canvas[data-ground]'), stated = picture?.dataset.ground;
      const [box, text] = stated ? [picture, element].map(it => it.getBoundingClientRect()) : [];
      if (stated && box.left <= text.left && box.right >= text.right && box.top <= text.top && box.bottom >= text.bottom) { layers.push([1, 3, 5].map(i => parseInt(stated.slice(i, i + 2), 16)).concat(1)); break; }
    }
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    return layers.reverse().reduce((below, top) => over(top, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  };
  const light = colour => colour.slice(0, 3).map(x => x / 255).map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4).reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !seen(element) || element.closest('.unseen, script, style, svg, :disabled')) continue;
    texts++;
    const style = getComputedStyle(element), behind = ground(element), size = parseFloat(style.fontSize);
    const [a, b] = [light(over(parse(style.color), behind)), light(behind)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) wrong.push(`contrast ${ratio.toFixed(2)} of "${walker.currentNode.textContent.trim().slice(0, 30)}" in ${name(element)}`);
  }

  // Touch: as large as a finger, and nothing beyond the edge.
  for (const element of document.querySelectorAll('button, a.pill, input, select')) {
    if (!seen(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 44 || (box.height < 44 && element.type !== 'range')) wrong.push(`${name(element)} is ${Math.round(box.width)} by ${Math.round(box.height)} pixels`);
  }
  if (document.scrollingElement.scrollWidth > innerWidth) wrong.push(`the page is ${document.scrollingElement.scrollWidth} wide in ${innerWidth}`);

  if (!document.documentElement.lang) wrong.push('no language');
  if (!document.title) wrong.push('no title');
  if (document.querySelectorAll('h1').length > 1) wrong.push(document.querySelectorAll('h1').length + ' first headings');

  const loads = [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource')];
  const reach = [...document.querySelectorAll('a[href], button, input, select, [tabindex="0"]')].filter(element => seen(element) && !element.disabled);
  reach.forEach((element, i) => { element.dataset.reach = i; });
  return {wrong, texts, bytes: loads.reduce((sum, each) => sum + each.encodedBodySize, 0), reach: reach.map(name), shift: window.shifted};
})()
