(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // What comes from one line of the source lights up together.
  const light = chosen => {
    const at = chosen.dataset.at;
    const wasLit = chosen.classList.contains('lit');
    all('.lit').forEach(each => each.classList.remove('lit'));
    if (wasLit) return;
    const same = all('[data-at]').filter(each => each.dataset.at === at);
    same.forEach(each => each.classList.add('lit'));
    const line = same.find(each => each.classList.contains('line'));
    const shown = chosen.classList.contains('line') ? same.find(each => each.tagName === 'TR') : line;
    if (shown && shown !== chosen) shown.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  document.addEventListener('click', event => {
    const chosen = event.target.closest('[data-at]');
    if (chosen && !dragged) light(chosen);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('[data-at]')) light(event.target);
  });

  // Figures beside the pointer.
  const tip = document.getElementById('tip');
  const show = (element, x, y) => {
    tip.textContent = element.dataset.tip;
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(x + 14, innerWidth - box.width - 4)) + 'px';
    tip.style.top = (y + 18 + box.height > innerHeight ? Math.max(4, y - box.height - 8) : y + 18) + 'px';
  };
  const near = (node, on) => all('.edge').forEach(edge => {
    if (edge.dataset.from === node.id || edge.dataset.to === node.id) {
      if (edge.closest('svg') === node.closest('svg')) edge.classList.toggle('near', on);
    }
  });
  all('[data-tip]').forEach(element => {
    element.addEventListener('pointermove', event => show(element, event.clientX, event.clientY));
    element.addEventListener('pointerenter', () => near(element, true));
    const leave = () => { tip.hidden = true; near(element, false); };
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focus', () => {
      const box = element.getBoundingClientRect();
      show(element, box.left, box.bottom);
      near(element, true);
    });
    element.addEventListener('blur', leave);
  });

  // Zoom: the wheel with Ctrl, buttons, dragging.
  let dragged = false;
  all('.picture').forEach(picture => {
    const svg = picture.querySelector('svg');
    const whole = svg.getAttribute('viewBox').split(' ').map(Number);
    const aspect = () => svg.clientHeight / Math.max(1, svg.clientWidth);
    let view;
    const set = next => { view = next; svg.setAttribute('viewBox', view.join(' ')); };
    const fit = () => set([...whole]);
    // At first as wide as the picture, from its beginning on.
    const start = () => set(whole[3] > whole[2] * aspect() ? [0, 0, whole[2], whole[2] * aspect()] : [...whole]);
    const zoom = (factor, x = 0.5, y = 0.5) => set([
      view[0] + view[2] * (1 - factor) * x, view[1] + view[3] * (1 - factor) * y, view[2] * factor, view[3] * factor]);
    start();
    all('[data-zoom]', picture).forEach(button => button.addEventListener('click', () => {
      ({ '+': () => zoom(0.8), '−': () => zoom(1.25), fit })[button.dataset.zoom]();
    }));
    svg.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }, { passive: false });
    let from = null;
    svg.addEventListener('pointerdown', event => { from = [event.clientX, event.clientY, ...view]; dragged = false; });
    addEventListener('pointermove', event => {
      if (!from) return;
      const dx = event.clientX - from[0], dy = event.clientY - from[1];
      if (Math.abs(dx) + Math.abs(dy) > 4) dragged = true;
      const scale = Math.max(view[2] / svg.clientWidth, view[3] / svg.clientHeight);
      if (dragged) set([from[2] - dx * scale, from[3] - dy * scale, view[2], view[3]]);
    });
    addEventListener('pointerup', () => { from = null; setTimeout(() => { dragged = false; }); });
  });
})();
