(() => {
  'use strict';
  const make = (tag, parent, text, attributes = {}) => {
    const element = tag === 'svg' || tag === 'path' || tag === 'title'
      ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  };
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const short = number => number === null || number === undefined ? '–'
    : Math.abs(number) >= 1e5 || number !== 0 && Math.abs(number) < 1e-3 ? number.toExponential(2) : String(+number.toPrecision(4));

  // Curves.
  const plots = new Map();
  const curves = document.getElementById('curves');
  const plot = (name, epochs, series, best) => {
    let one = plots.get(name);
    if (!one) {
      const figure = make('figure', curves);
      const heading = make('h2', figure, name);
      one = { figure, logarithmic: false };
      plots.set(name, one);
      const button = make('button', heading, 'log', { type: 'button', title: 'logarithmic or linear scale' });
      button.addEventListener('click', () => {
        one.logarithmic = !one.logarithmic;
        button.textContent = one.logarithmic ? 'linear' : 'log';
        draw(one);
      });
      new ResizeObserver(() => {
        if (one.plot && one.width !== figure.clientWidth) draw(one);
      }).observe(figure);
    }
    Object.assign(one, { epochs, series, best });
    if (one.plot && one.count === series.length) one.plot.setData(table(one));
    else draw(one);
  };
  const table = one => [one.epochs, ...one.series.map(each => one.logarithmic
    ? each.values.map(value => value > 0 ? value : null) : each.values)];
  const draw = one => {
    if (one.plot) one.plot.destroy();
    one.width = one.figure.clientWidth;
    one.count = one.series.length;
    const axis = { stroke: colour('faint'), grid: { stroke: colour('rule'), width: 1 }, ticks: { stroke: colour('rule') } };
    one.plot = new uPlot({
      width: one.width,
      height: 260,
      scales: { x: { time: false }, y: { distr: one.logarithmic ? 3 : 1 } },
      axes: [
        { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] },
        { ...axis, size: 64, values: (u, all) => all.map(value => value === null ? '' : short(value)) }],
      cursor: { sync: { key: 'epochs' } },
      series: [{ label: 'epoch' }, ...one.series.map(each => ({
        label: each.label, stroke: colour(each.colour), width: 2, points: { show: one.epochs.length < 30, size: 5 },
        value: (u, value) => short(value) }))],
      hooks: { draw: [u => {
        if (!one.best) return;
        const x = Math.round(u.valToPos(one.best, 'x', true));
        u.ctx.save();
        u.ctx.strokeStyle = colour('first');
        u.ctx.setLineDash([4, 4]);
        u.ctx.beginPath();
        u.ctx.moveTo(x, u.bbox.top);
        u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
        u.ctx.stroke();
        u.ctx.restore();
      }] },
    }, table(one), one.figure);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plots.forEach(draw));

  // Confusion matrix.
  const confuse = confusion => {
    const section = document.getElementById('confusion');
    section.hidden = !confusion;
    if (!confusion) return;
    section.replaceChildren();
    make('h2', section, 'Confusion matrix');
    make('p', section, `rows: ${confusion.label}, columns: predicted by ${confusion.output}; accuracy ${short(confusion.accuracy)}, macro F1 ${short(confusion.macroF1)}`, { class: 'note' });
    const body = make('tbody', make('table', make('div', section, undefined, { class: 'scroll' })));
    const head = make('tr', body);
    make('th', head, '');
    confusion.counts.forEach((row, i) => make('th', head, i));
    confusion.counts.forEach((row, i) => {
      const line = make('tr', body);
      make('th', line, i);
      const all = row.reduce((a, b) => a + b, 0);
      row.forEach((count, k) => make('td', line, count, {
        title: `${count} of ${all} of class ${i} predicted as ${k}`,
        style: `background: color-mix(in srgb, var(--${i === k ? 'training' : 'validation'}) ${all ? Math.round(70 * count / all) : 0}%, transparent)` }));
    });
  };

  // Histograms.
  const bars = (figure, bins, kind, first) => {
    const low = first ? Math.min(bins.low, first.low) : bins.low, high = first ? Math.max(bins.high, first.high) : bins.high;
    const svg = make('svg', figure, undefined, { viewBox: '0 0 200 60', preserveAspectRatio: 'none', role: 'img' });
    const shape = (each, closed) => {
      const wide = high > low ? (each.high - each.low) / (high - low) * 200 : 200;
      const from = high > low ? (each.low - low) / (high - low) * 200 : 0;
      const step = wide / each.counts.length, most = Math.max(...each.counts, 1);
      let path = `M${from} 60`;
      each.counts.forEach((count, i) => { path += `V${60 - 58 * count / most}H${from + step * (i + 1)}`; });
      return path + (closed ? 'V60Z' : 'V60');
    };
    if (bins.low !== null) make('path', svg, undefined, { d: shape(bins, true), class: kind });
    if (first && first.low !== null) make('path', svg, undefined, { d: shape(first, false), class: 'first', 'vector-effect': 'non-scaling-stroke' });
    make('title', svg, `${bins.counts.reduce((a, b) => a + b, 0)} elements from ${bins.low} to ${bins.high}` + (bins.notFinite ? `, ${bins.notFinite} not finite` : ''));
    const caption = make('figcaption', figure);
    [short(low), kind === 'now' ? 'parameters' : 'gradient', short(high)].forEach(text => make('span', caption, text));
  };
  const histograms = tensors => {
    const section = document.getElementById('tensors');
    section.hidden = !tensors.length;
    section.replaceChildren();
    make('h2', section, 'Parameters and gradients');
    make('p', section, 'How often elements lie where, now; the grey line: when the run began. The gradient is that of the first rows of the training data.', { class: 'note' });
    const grid = make('div', section, undefined, { class: 'grid' });
    for (const tensor of tensors) {
      const card = make('div', grid);
      make('small', make('h3', card, tensor.path + ' '), '[' + tensor.shape.join(', ') + ']');
      const pair = make('div', card, undefined, { class: 'pair' });
      bars(make('figure', pair), tensor.now, 'now', tensor.first);
      bars(make('figure', pair), tensor.gradient, 'gradient');
    }
  };

  const show = data => {
    if (!data) {
      document.getElementById('status').textContent = 'the first epoch is on its way';
      return;
    }
    document.title = `${data.network}: training`;
    document.getElementById('title').textContent = data.network;
    const done = data.curves[0].training.length;
    const epochs = Array.from({ length: done }, (each, i) => i + 1);
    const loss = data.validated ? data.curves[0].validation : data.curves[0].training;
    document.getElementById('status').textContent = `epoch ${done} of ${data.planned}${data.ended ? done < data.planned ? ', stopped early' : ', done' : ''}`
      + ` · ${data.validated ? 'validation ' : ''}loss ${short(loss[done - 1])}` + (data.best ? ` · best epoch ${data.best}` : '');
    for (const curve of data.curves) {
      const series = [{ label: 'training', colour: 'training', values: curve.training }];
      if (data.validated) series.push({ label: 'validation', colour: 'validation', values: curve.validation });
      plot(curve.name, epochs, series, data.best);
    }
    if (data.rate.some(rate => rate !== null)) plot('learning rate', epochs, [{ label: 'rate', colour: 'rate', values: data.rate }]);
    confuse(data.confusion);
    histograms(data.tensors);
  };
  show(written);
  if (isLive) {
    let last = JSON.stringify(written);
    const poll = async () => {
      try {
        const text = await (await fetch('data.json')).text();
        if (text !== last) { last = text; show(JSON.parse(text)); }
        if (JSON.parse(text)?.ended) return;
      } catch (gone) {
        document.getElementById('status').textContent += ' · the training has ended';
        return;
      }
      setTimeout(poll, 1000);
    };
    setTimeout(poll, 1000);
  }
})();
