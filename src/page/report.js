/* report.js - what the page does beyond being read: sorts tables, redraws the map, explores packages.
   Rules: no innerHTML, no eval, no network, no storage; text enters the page through textContent only. */
'use strict';
(function () {
const $ = id => document.getElementById(id);
const make = (tag, put, text) => {
  const e = Object.assign(document.createElement(tag), put);
  if (text !== undefined) e.textContent = text;
  return e;
};
document.documentElement.classList.add('js');

/* A share is the word that negosim has for it and 39 steps within: word 0 is 0 %, 1 under 1 %, k + 1 is k %,
   101 over 99 %, 102 100 %.  So the page rounds nothing itself, and still knows which of two is larger. */
const STEP = 39, SURE = 102 * STEP;
const share = v => { const w = Math.floor(v / STEP); return (w === 1 ? 'under 1' : w === 101 ? 'over 99' : w === 0 ? 0 : w === 102 ? 100 : w - 1) + '\u00a0%'; };
const percent = v => Math.max(0, Math.min(100, v / STEP - 1.5));
const heat = v => 'h' + Math.round(percent(v) / 10);

/* 1. Tables of class `sort`: a button in each heading. A cell sorts by data-v, else by its text. */
for (const table of document.querySelectorAll('table.sort')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((th, i) => {
    const button = make('button', { type: 'button' }, th.textContent);
    th.replaceChildren(button);
    button.addEventListener('click', () => {
      const up = th.getAttribute('aria-sort') === 'descending' || (!th.hasAttribute('aria-sort') && !th.classList.contains('n'));
      const key = row => { const c = row.cells[i]; return c.dataset.v === undefined ? c.textContent : +c.dataset.v; };
      const order = (x, y) => (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y))) * (up ? 1 : -1);
      const rows = [...table.tBodies[0].rows].sort((x, y) => order(key(x), key(y)));
      table.tBodies[0].append(...rows);
      heads.forEach(h => h.removeAttribute('aria-sort'));
      th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    });
  });
}

/* 2. Paper: what is folded on the screen is open on paper. */
const folded = () => [...document.querySelectorAll('details:not([open])')];
let opened = [];
addEventListener('beforeprint', () => { opened = folded().filter(d => !d.classList.contains('screen')); opened.forEach(d => { d.open = true; }); });
addEventListener('afterprint', () => opened.forEach(d => { d.open = false; }));

const island = $('packages');
if (!island) return;
const data = JSON.parse(island.textContent);
const issues = data.issues, n = issues.length;

/* 3. The packages. A package's number is row-major over the issues, the last fastest; `runs` holds
   start, length of those that are not forbidden; a column holds two letters a package, base 64. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const code = new Uint8Array(128);
for (let i = 0; i < 64; i++) code[letters.charCodeAt(i)] = i;
const number = [], row = new Map();
for (let i = 0; i < data.runs.length; i += 2)
  for (let k = 0; k < data.runs[i + 1]; k++) { row.set(data.runs[i] + k, number.length); number.push(data.runs[i] + k); }
const column = data.columns.map(c => {
  const v = new Uint16Array(number.length);
  for (let i = 0; i < v.length; i++) v[i] = 64 * code[c.text.charCodeAt(2 * i)] + code[c.text.charCodeAt(2 * i + 1)];
  return v;
});
const ALL = data.parties.length; /* the column of all, or of those that pass by `rule`; what is performed comes after it */
const stride = new Array(n).fill(1);
for (let k = n - 2; k >= 0; k--) stride[k] = stride[k + 1] * issues[k + 1].levels.length;
const level = (p, k) => Math.floor(p / stride[k]) % issues[k].levels.length;
const label = (k, l) => issues[k].levels[l] + (issues[k].unit ? ' ' + issues[k].unit : '');
const terms = p => issues.map((s, k) => s.name + ' ' + label(k, level(p, k))).join(', ');
const shares = i => data.columns.slice(0, ALL).map((c, j) => c.title + ' in ' + share(column[j][i])).join(', ');

function told(i, start) {
  let text = start + ' is accepted by ' + shares(i) + (data.rule ? ', and passes in ' : ', by all in ') + share(column[ALL][i]) + '.';
  const least = data.parties.map((p, j) => column[j][i]), low = Math.min(...least);
  if (low < SURE) text += ' ' + data.parties.filter((p, j) => least[j] === low).join(' and ') + (least.filter(v => v === low).length > 1 ? ' refuse' : ' refuses') + ' it most often.';
  if (column[ALL + 1]) text += ' Once signed, it would be performed to the end with a probability of ' + share(column[ALL + 1][i]) + '.';
  return text;
}
const picker = (options, chosen, act) => {
  const s = make('select');
  options.forEach((t, i) => s.append(make('option', { value: i, selected: i === chosen }, t)));
  s.addEventListener('change', act);
  return s;
};
const labelled = (text, control) => { const l = make('label'); l.append(text + ' ', control); return l; };

/* 4. The map: two axes, a measure, and the levels that may occur. */
const draw = () => drawMap();
const ax = picker(issues.map(s => s.title), data.axes[0], draw), ay = picker(issues.map(s => s.title), data.axes[1], draw);
const what = picker(data.columns.map(c => c.measure), ALL, draw);
$('map-controls').append(labelled('Down', ax), labelled('Across', ay), labelled('Share', what));
const boxes = issues.map((s, k) => s.levels.map((t, l) => {
  const b = make('input', { type: 'checkbox', checked: true });
  b.addEventListener('change', draw);
  return b;
}));
issues.forEach((s, k) => {
  const f = make('fieldset');
  f.append(make('legend', {}, s.title));
  boxes[k].forEach((b, l) => { const t = make('label'); t.append(b, ' ' + label(k, l)); f.append(t); });
  $('map-filter').append(f);
});
$('map-reset').addEventListener('click', () => { boxes.flat().forEach(b => { b.checked = true; }); drawMap(); });

function drawMap() {
  const a = +ax.value, b = +ay.value, v = column[+what.value], table = $('map-table'), said = $('map-said');
  if (a === b) { said.textContent = 'Choose two different issues.'; return; }
  const allowed = boxes.map(r => r.map(c => c.checked));
  const size = issues[b].levels.length, best = new Array(issues[a].levels.length * size).fill(-1);
  const there = new Set();
  let kept = 0, top = -1;
  for (let i = 0; i < number.length; i++) {
    const p = number[i], cell = level(p, a) * size + level(p, b);
    there.add(cell);
    let ok = true;
    for (let k = 0; k < n && ok; k++) ok = allowed[k][level(p, k)];
    if (!ok) continue;
    kept++;
    if (best[cell] < 0 || v[i] > v[best[cell]]) best[cell] = i;
    if (top < 0 || v[i] > v[top]) top = i;
  }
  const head = make('tr'), body = make('tbody');
  head.append(make('td'), ...issues[b].levels.map((t, l) => make('th', { scope: 'col' }, label(b, l))));
  issues[a].levels.forEach((t, la) => {
    const tr = make('tr');
    tr.append(make('th', { scope: 'row' }, label(a, la)));
    issues[b].levels.forEach((u, lb) => {
      const cell = la * size + lb, i = best[cell], td = make('td', { className: i < 0 ? 'none' : heat(v[i]) });
      if (i < 0) td.append(make('span', {}, there.has(cell) ? 'left out' : 'off the table'));
      else {
        const key = make('button', { type: 'button' }, share(v[i]));
        const marks = data.proposals.map(q => level(q.package, a) === la && level(q.package, b) === lb ? q.mark : 0).filter(Boolean);
        if (marks.length) key.append(make('small', {}, 'proposal ' + marks.join(', ')));
        const tell = () => { said.textContent = told(i, 'The best package here, ' + terms(number[i]) + ',') + ' Press to open it below.'; };
        key.addEventListener('mouseenter', tell);
        key.addEventListener('focus', tell);
        key.addEventListener('click', () => { show(number[i]); $('explore').scrollIntoView(); selects[0].focus(); });
        td.append(key);
      }
      tr.append(td);
    });
    body.append(tr);
  });
  const thead = make('thead');
  thead.append(head);
  table.replaceChildren(make('caption', {}, data.columns[+what.value].measure + ', with the best other terms. Down: ' +
    issues[a].title + '. Across: ' + issues[b].title + '.'), thead, body);
  said.textContent = kept === 0 ? 'No package is left by these choices.' :
    kept.toLocaleString('en') + ' of ' + number.length.toLocaleString('en') + ' packages. ' + told(top, 'The best, ' + terms(number[top]) + ',');
}

/* 5. The explorer: one package, and the nearest ones that all accept, or by a rule that pass, more often. */
const selects = issues.map((s, k) => {
  const c = picker(s.levels.map((t, l) => label(k, l)), 0, () => show(chosen()));
  $('explore-terms').append(labelled(s.title, c));
  return c;
});
const chosen = () => selects.reduce((p, c, k) => p + c.value * stride[k], 0);
[{ name: data.rule ? 'passes most often' : 'accepted most often', package: data.best }, ...data.proposals].forEach(q => {
  const key = make('button', { type: 'button', className: 'act' }, q.name);
  key.addEventListener('click', () => show(q.package));
  $('explore-start').append(key);
});
const bar = v => {
  const ns = 'http://www.w3.org/2000/svg', s = document.createElementNS(ns, 'svg'), r = document.createElementNS(ns, 'rect');
  for (const [k, x] of [['class', 'bar'], ['viewBox', '0 0 100 10'], ['preserveAspectRatio', 'none'], ['aria-hidden', 'true']]) s.setAttribute(k, x);
  for (const [k, x] of [['class', 'fa'], ['width', percent(v)], ['height', 10]]) r.setAttribute(k, x);
  s.append(r);
  return s;
};
const moved = (p, q) => issues.map((s, k) => level(p, k) === level(q, k) ? '' : s.name + ' from \u201c' + label(k, level(p, k)) + '\u201d to \u201c' + label(k, level(q, k)) + '\u201d').filter(Boolean).join('; ');

function show(p) {
  selects.forEach((c, k) => { c.value = level(p, k); });
  const i = row.get(p), body = $('explore-steps');
  body.replaceChildren();
  $('explore-said').textContent = i === undefined ? 'These terms together are off the table in this scenario.' : told(i, 'This package');
  const best = new Array(n + 1).fill(-1);
  for (let j = 0; j < number.length; j++) {
    let d = 0;
    for (let k = 0; k < n; k++) d += level(number[j], k) !== level(p, k);
    if (best[d] < 0 || column[ALL][j] > column[ALL][best[d]]) best[d] = j;
  }
  let last = -STEP;
  best.forEach((j, d) => {
    if (j < 0 || column[ALL][j] < last + STEP) return; /* a further change must bring a point */
    last = column[ALL][j];
    const tr = make('tr');
    tr.append(make('td', { className: 'n' }, d), make('td', {}, d ? moved(p, number[j]) : 'as it is'));
    for (let c = 0; c <= ALL; c++) {
      const td = make('td', { className: 'n' }, share(column[c][j]));
      if (c === ALL) td.append(bar(column[c][j]));
      tr.append(td);
    }
    const td = make('td');
    if (d) {
      const key = make('button', { type: 'button', className: 'act' }, 'Take it');
      key.setAttribute('aria-label', 'Take it: ' + moved(p, number[j]));
      key.addEventListener('click', () => { show(number[j]); selects[0].focus(); });
      td.append(key);
    }
    tr.append(td);
    body.append(tr);
  });
}
drawMap();
show(data.proposals.length ? data.proposals[0].package : data.best);
}());
