// Lets a person draw on a picture what must not be told in it: each rectangle fills the next empty part of the form. Without
// this script the numbers are typed.
//
// <figure data-blur><img …></figure> … <fieldset data-blur-part> four inputs: left, top, width, height in percent </fieldset>

const least = 0.5;

/**
 * @param {HTMLElement} figure
 * @param {HTMLImageElement} image
 */
function start(figure, image) {
  const mark = document.createElement('div');
  mark.className = 'blur-mark';
  mark.hidden = true;
  figure.append(mark);
  image.draggable = false;
  /** @type {{ x: number, y: number } | undefined} */
  let from;

  /** @param {PointerEvent} event */
  const at = (event) => {
    const box = image.getBoundingClientRect();
    /** @param {number} value */
    const within = (value) => Math.min(100, Math.max(0, value));
    return {
      x: within(((event.clientX - box.left) / box.width) * 100),
      y: within(((event.clientY - box.top) / box.height) * 100),
    };
  };

  /**
   * @param {{ x: number, y: number }} a
   * @param {{ x: number, y: number }} b
   */
  const between = (a, b) => ({
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  });

  image.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    image.setPointerCapture(event.pointerId);
    from = at(event);
  });
  image.addEventListener('pointermove', (event) => {
    if (!from) return;
    const { x, y, width, height } = between(from, at(event));
    const [left, top] = [image.offsetLeft, image.offsetTop];
    mark.hidden = false;
    mark.style.insetInlineStart = `${left + (x / 100) * image.offsetWidth}px`;
    mark.style.insetBlockStart = `${top + (y / 100) * image.offsetHeight}px`;
    mark.style.inlineSize = `${(width / 100) * image.offsetWidth}px`;
    mark.style.blockSize = `${(height / 100) * image.offsetHeight}px`;
  });
  image.addEventListener('pointerup', (event) => {
    if (!from) return;
    const region = between(from, at(event));
    from = undefined;
    if (region.width >= least && region.height >= least) fill(region);
  });
  image.addEventListener('pointercancel', () => {
    from = undefined;
    mark.hidden = true;
  });
}

/** @param {{ x: number, y: number, width: number, height: number }} region */
function fill({ x, y, width, height }) {
  for (const part of document.querySelectorAll('[data-blur-part]')) {
    const inputs = [...part.querySelectorAll('input')];
    if (inputs.length !== 4 || inputs.some(({ value }) => value !== '')) continue;
    for (const [index, number] of [x, y, width, height].entries()) {
      const input = inputs[index];
      if (input) input.value = number.toFixed(2);
    }
    return;
  }
}

for (const figure of document.querySelectorAll('[data-blur]')) {
  const image = figure.querySelector('img');
  if (figure instanceof HTMLElement && image) start(figure, image);
}
