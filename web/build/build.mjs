// Rebuilds what stands in web/. Needs Node 20, `npm install` here, and fonttools with brotli (apt: fonttools python3-brotli).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { transform } from 'lightningcss';
import { designsystemet } from './designsystemet.mjs';
import { icons } from './icons.mjs';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const modules = process.env.LOTSEN_WEB_MODULES ?? `${here}/node_modules`;
const out = (name) => `${here}/../${name}`;
const write = (name, content) => {
  writeFileSync(out(name), content);
  console.log(name.padEnd(24), String(content.length).padStart(7), 'bytes', String(gzipSync(content, { level: 9 }).length).padStart(7), 'gzip');
};

function css() {
  const own = readdirSync(`${here}/css`).filter((f) => f.endsWith('.css')).sort().map((f) => readFileSync(`${here}/css/${f}`, 'utf8')).join('\n');
  const all = `@layer ds,app;@layer ds{${designsystemet(`${modules}/@digdir/designsystemet-css/dist/src`)}}@layer app{${own}}`;
  // Browsers of about 2022 and later: :has() and cascade layers are there.
  const { code } = transform({ filename: 'app.css', code: Buffer.from(all), minify: true, targets: { chrome: 105 << 16, safari: (15 << 16) | (4 << 8), firefox: 110 << 16 } });
  const font = '@font-face{font-family:"Source Sans 3";src:url(source-sans-3.woff2)format("woff2");font-weight:400 700;font-display:swap}';
  const minified = font + code.toString();
  if (minified.includes('data:')) throw new Error('an image inside the css: the content security policy refuses it');
  write('app.css', minified);
}

// What only the staff's pages need: a carer's telephone never fetches it.
function staff() {
  const own = readdirSync(`${here}/css-staff`).filter((f) => f.endsWith('.css')).sort().map((f) => readFileSync(`${here}/css-staff/${f}`, 'utf8')).join('\n');
  const { code } = transform({ filename: 'staff.css', code: Buffer.from(`@layer app{${own}}`), minify: true, targets: { chrome: 105 << 16, safari: (15 << 16) | (4 << 8), firefox: 110 << 16 } });
  write('staff.css', code.toString());
  write('staff.js', esbuild.transformSync(readFileSync(`${here}/js/staff.js`, 'utf8'), { minify: true, format: 'iife', target: 'es2019' }).code);
}

// One file for all pages: a second one would be a seventh request at a first visit to the guide.
function scripts() {
  const parts = ['exit.js', 'guide.js'].map((name) => esbuild.transformSync(readFileSync(`${here}/js/${name}`, 'utf8'), { minify: true, format: 'iife', target: 'es2019' }).code);
  write('site.js', parts.join(''));
}

function font() {
  const folder = mkdtempSync(`${tmpdir()}/font-`);
  const source = `${modules}/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2`;
  execFileSync('fonttools', ['varLib.instancer', source, 'wght=400:700', '-q', '-o', `${folder}/a.ttf`]);
  // Swedish, the Latin neighbours, quotation marks and signs. Other scripts (Arabic, Cyrillic …) use the reader's own font.
  execFileSync('pyftsubset', [`${folder}/a.ttf`, '--flavor=woff2', `--output-file=${folder}/a.woff2`, '--layout-features=kern,liga,mark,mkmk,ccmp,locl,tnum',
    '--unicodes=U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2032-2033,U+2039-203A,U+20AC,U+2212']);
  write('source-sans-3.woff2', readFileSync(`${folder}/a.woff2`));
}

css();
scripts();
staff();
write('icons.svg', icons(`${modules}/@navikt/aksel-icons/dist/svg`));
if (!process.argv.includes('--no-font')) font();
