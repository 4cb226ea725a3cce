// browser.js - pages in a real browser: numbers, keyboard, axe, phone's width, hostile texts, no scripts
//
//   node browser.js CHROMIUM MODULES FOLDER     FOLDER as make.sh makes it; MODULES has puppeteer-core and axe-core
'use strict';
const fs = require('fs'), path = require('path');
const [chromium, modules, folder] = process.argv.slice(2);
const puppeteer = require(path.join(modules, 'puppeteer-core'));
const axe = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');

let wrong = 0, checked = 0;
const ok = (page, what, yes, more = '') => { checked++; if (!yes) { wrong++; console.log(`${page}: ${what} ${more}`); } };
const plain = text => text.replace(/\u00a0/g, ' ');

/* Rows of a CSV file by the names of its columns; no cell of these files has a quote. */
const csv = file => {
  const [head, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\n').map(line => line.split(','));
  return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i]])));
};
/* text_percent of the program: a half is rounded to the even one. */
const even = x => { const r = Math.round(x); return x % 1 === 0.5 && r % 2 ? r - 1 : r; };
const word = v => (v > 0 && v <= 0.005 ? 'under 1 %' : v >= 0.995 && v < 1 ? 'over 99 %' : even(100 * v) + ' %');

/* Opens a page; every line on the console, request, dialog and error is kept. */
async function open(browser, name, settings = {}) {
  const page = await browser.newPage(), heard = [];
  page.on('console', m => heard.push('console: ' + m.text()));
  page.on('pageerror', e => heard.push('error: ' + e.message));
  page.on('dialog', d => { heard.push('dialog: ' + d.message()); d.dismiss(); });
  page.on('request', r => { if (!r.url().endsWith(`/${name}/report.html`)) heard.push('request: ' + r.url()); });
  if (settings.scripts === false) await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 1280, height: 900, ...settings.viewport });
  if (settings.scheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: settings.scheme }]);
  await page.goto(`file://${path.resolve(folder)}/${name}/report.html`);
  return { page, heard };
}

/* The explorer and the map against the CSVs: every pair of issues, or each seventh of many. */
async function numbers(browser, name) {
  const { page, heard } = await open(browser, name), dir = path.join(folder, name);
  const of = (row, all) => row[all.replace(/_all$/, '_rule')] ?? row[all]; /* by a rule, columns are called so */
  const proposals = csv(`${dir}/proposals.csv`);
  const marks = await page.evaluate(() => JSON.parse(document.getElementById('packages').textContent).proposals.map(q => q.mark));
  for (const [i, mark] of marks.entries()) { /* a text that may be read in several ways is no package */
    const q = proposals[mark - 1];
    const rows = await page.evaluate(i => {
      document.querySelectorAll('#explore-start button')[i + 1].click();
      return [...document.querySelectorAll('#explore-steps tr')].map(r => [...r.cells].map(c => c.textContent));
    }, i);
    const all = k => { const r = rows.find(r => r[0] === String(k)); return r && plain(r[r.length - 2]); };
    ok(name, `${q.proposal} as it is`, all(0) === word(+of(q, 'accept_all')), `${all(0)} for ${of(q, 'accept_all')}`);
    if (q.accept_change_1 !== '' && q.accept_change_1 - of(q, 'accept_all') >= 0.0101)
      ok(name, `${q.proposal}, one term`, all(1) === word(+q.accept_change_1), `${all(1)} for ${q.accept_change_1}`);
  }
  const header = fs.readFileSync(`${dir}/packages.csv`, 'utf8').split('\n')[0].split(',');
  const issues = header.slice(1, header.findIndex(c => c.startsWith('accept_')));
  const pairs = csv(`${dir}/pairs.csv`), kinds = [...new Set(pairs.map(r => r.issue_a + ' ' + r.issue_b))];
  for (const kind of kinds.filter((k, i) => kinds.length < 8 || i % 7 === 0)) {
    const [a, b] = kind.split(' ');
    const cells = await page.evaluate((a, b) => {
      const [down, across] = document.querySelectorAll('#map-controls select');
      down.value = a; across.value = b;
      down.dispatchEvent(new Event('change'));
      return [...document.querySelectorAll('#map-table tbody tr')].map(r => [...r.querySelectorAll('td')].map(d => d.firstChild.firstChild.textContent));
    }, issues.indexOf(a), issues.indexOf(b));
    for (const r of pairs.filter(r => r.issue_a === a && r.issue_b === b)) {
      const best = of(r, 'best_accept_all'), want = best === '' ? 'off the table' : word(+best);
      ok(name, `${a} ${r.level_a}, ${b} ${r.level_b}`, plain(cells[r.index_a][r.index_b]) === want, `${cells[r.index_a][r.index_b]} for ${best}`);
    }
  }
  ok(name, 'is quiet while it is explored', heard.length === 0, heard.join('; '));
  await page.close();
}

/* All that a mouse does, a keyboard does. */
async function keyboard(browser, name) {
  const { page } = await open(browser, name);
  await page.keyboard.press('Tab');
  ok(name, 'first stop is the skip link, which is seen', await page.evaluate(() => document.activeElement.className === 'skip' && document.activeElement.getBoundingClientRect().left >= 0));
  let stops = 0, bare = 0;
  for (; stops < 600; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement === document.body ? 'end' : getComputedStyle(document.activeElement).outlineStyle);
    if (at === 'end') break;
    bare += at === 'none';
  }
  ok(name, 'Tab leaves the page again', stops < 600);
  ok(name, 'every stop has an outline', bare === 0, bare);
  await page.focus('#proposals table.sort th:nth-child(2) button');
  await page.keyboard.press('Enter');
  ok(name, 'Enter sorts', await page.$eval('#proposals th:nth-child(2)', e => e.getAttribute('aria-sort')) === 'descending');
  await page.focus('#map-table button');
  await page.keyboard.press('Enter');
  ok(name, 'a cell of the map opens in the explorer', await page.evaluate(() => document.activeElement.closest('#explore-terms') !== null));
  await page.close();
}

async function looks(browser, name) {
  for (const scheme of name === 'wage_round' || name === 'six_week' ? ['light', 'dark'] : ['light']) {
    const { page, heard } = await open(browser, name, { scheme });
    ok(name, 'is quiet', heard.length === 0, heard.join('; '));
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
    ok(name, `axe, ${scheme}`, found.violations.length === 0, found.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`).join('; '));
    await page.setViewport({ width: 320, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    ok(name, 'fits 320 px', wide <= 320, wide);
    await page.close();
  }
}

/* Nothing of a text acts, and the policy refuses what the page itself puts in. */
async function inert(browser, name) {
  const { page, heard } = await open(browser, name);
  await page.evaluate(() => { for (const e of document.querySelectorAll('#map-table button, select')) { e.dispatchEvent(new Event('mouseenter')); e.dispatchEvent(new Event('change')); } });
  const found = await page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i),
    foreign: document.querySelectorAll('img, iframe, object, embed, link, base, form').length,
    acts: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on|^style$/.test(a.name) || (a.name === 'href' && /javascript:/i.test(a.value)))).length,
  }));
  ok(name, 'ids are there once', found.ids.length === 0, found.ids);
  ok(name, 'has no foreign element', found.foreign === 0);
  ok(name, 'has no handler and no style', found.acts === 0);
  ok(name, 'is quiet', heard.length === 0, heard.join('; '));
  const past = await page.evaluate(async () => {
    window.past = [];
    const script = document.createElement('script'), div = document.createElement('div');
    script.textContent = 'past.push("script")';
    div.setAttribute('onclick', 'past.push("handler")');
    div.setAttribute('style', 'width: 3px');
    document.body.append(script, div);
    div.click();
    if (getComputedStyle(div).width === '3px') past.push('style');
    try { await fetch('data:text/plain,x'); past.push('fetch'); } catch (e) { /* refused */ }
    return past;
  });
  ok(name, 'the policy refuses what is put in', past.length === 0, past);
  await page.close();
}

async function withoutScripts(browser, name) {
  const { page: with_, } = await open(browser, name);
  const sections = await with_.$$eval('section', all => all.map(e => e.id));
  const { page } = await open(browser, name, { scripts: false });
  const there = await page.$$eval('section', all => all.filter(e => e.getBoundingClientRect().height > 30).map(e => e.id));
  ok(name, 'all sections are there with scripts off', sections.length > 3 && sections.join() === there.join(), there);
  await with_.close();
  await page.close();
}

(async () => {
  const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
  const names = fs.readdirSync(folder).filter(n => fs.existsSync(path.join(folder, n, 'report.html')));
  for (const name of names) {
    await inert(browser, name);
    await looks(browser, name);
    await withoutScripts(browser, name);
  }
  for (const name of ['wage_round', 'six_week', 'corridor_bridging', 'no_deal', 'by_rule'].filter(n => names.includes(n))) await numbers(browser, name);
  await keyboard(browser, 'wage_round');
  await browser.close();
  console.log(`${names.length} pages, ${checked - wrong} of ${checked} checks hold`);
  process.exit(wrong || names.length === 0 ? 1 : 0);
})().catch(e => { console.error(e); process.exit(1); });
