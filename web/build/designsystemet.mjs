// Takes the parts of Designsystemet (digdir, MIT) that we use and puts our own tokens in place of theirs.
import { readFileSync } from 'node:fs';

const parts = ['button', 'link', 'label', 'field', 'fieldset', 'input', 'validation-message', 'error-summary', 'table'];

// Not used by us, or done in our own css (focus), or an image inside the css, which our content security policy refuses.
const unwanted = /role=switch|affix|data-variant=outline|data-variant=tertiary|readonly|aria-sort|zebra|sticky|data-hover|data-size|data-color|:focus|u-|data-border|indeterminate|type=file|type=color|type=range|counter|data-icon|fullwidth|aria-busy|\.\\:click/;
const unwantedDeclaration = /url\(|-icon-(url|size|color)|mask|-webkit-|-moz-|--_ds-|readonly/;

const colours = {
  'base-default': 'base', 'base-hover': 'base-hover', 'base-active': 'base-active', 'base-contrast-default': 'base-contrast',
  'surface-default': 'surface', 'surface-tinted': 'accent-surface', 'surface-hover': 'accent-surface', 'surface-active': 'accent-surface',
  'border-subtle': 'border-subtle', 'border-default': 'border', 'border-strong': 'border-strong', 'text-subtle': 'link', 'text-default': 'link-hover',
  'neutral-surface-default': 'surface', 'neutral-surface-tinted': 'background', 'neutral-border-subtle': 'border-subtle', 'neutral-border-default': 'border-strong',
  'neutral-text-subtle': 'text-subtle', 'neutral-text-default': 'text', 'danger-text-subtle': 'danger-text', 'danger-text-default': 'danger-text',
  'danger-surface-tinted': 'danger-surface', 'danger-base-contrast-default': 'surface', 'success-text-subtle': 'success-text', 'warning-text-subtle': 'warning-text',
  'info-text-subtle': 'text-subtle',
};
const fixed = {
  'font-weight-regular': '400', 'font-weight-medium': '600', 'font-weight-semibold': '650', 'line-height-sm': '1.3', 'line-height-md': '1.5', 'line-height-lg': '1.6',
  'body-md-line-height': '1.5', 'body-sm-font-size': '1rem', 'border-radius-sm': '4px', 'border-radius-md': '8px', 'border-radius-lg': '8px', 'border-radius-default': '8px',
  'border-radius-full': '999px', 'border-width-default': '1px', 'border-width-focus': '3px', 'opacity-disabled': '.5', 'icon-size': '1.5rem', 'font-size-plus-1': '1.25rem',
  'font-size-minus-1': '1rem', 'heading-md-font-weight': '650', 'heading-md-letter-spacing': '-.005em', 'heading-md-line-height': '1.3',
};

function token(name) {
  if (name.startsWith('color-') && colours[name.slice(6)]) return `var(--${colours[name.slice(6)]})`;
  if (fixed[name]) return fixed[name];
  const size = /^size-(\d+)$/.exec(name);
  if (size) return `${size[1] / 4}rem`;
  throw new Error(`no token of ours for --ds-${name}`);
}

// Cuts css into {head, body}: enough for minified css without strings that hold braces (those declarations are dropped first).
function blocks(css) {
  const found = [];
  for (let at = 0; at < css.length;) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    let depth = 1, end = open + 1;
    for (; depth; end++) depth += { '{': 1, '}': -1 }[css[end]] ?? 0;
    found.push({ head: css.slice(at, open).trim(), body: css.slice(open + 1, end - 1) });
    at = end;
  }
  return found;
}

function split(text, separator) {
  const found = [];
  let depth = 0, from = 0;
  for (let i = 0; i <= text.length; i++) {
    if ('([{'.includes(text[i] ?? ' ')) depth++;
    if (')]}'.includes(text[i] ?? ' ')) depth--;
    if (i === text.length || (text[i] === separator && !depth)) found.push(text.slice(from, i)), from = i + 1;
  }
  return found.map((part) => part.trim()).filter(Boolean);
}

function kept(css) {
  return blocks(css).map(({ head, body }) => {
    if (head.startsWith('@keyframes')) return '';
    if (head.startsWith('@')) {
      const inner = kept(body);
      return inner && `${head}{${inner}}`;
    }
    const selectors = split(head, ',').filter((s) => !unwanted.test(s));
    const declarations = split(body, ';').filter((d) => !unwantedDeclaration.test(d));
    return selectors.length && declarations.length ? `${selectors.join(',')}{${declarations.join(';')}}` : '';
  }).join('');
}

export function designsystemet(root) {
  const css = parts.map((part) => kept(readFileSync(`${root}/${part}.css`, 'utf8').replace(/url\("[^"]*"\)/g, 'url()'))).join('\n');
  return css.replace(/var\(--ds-([\w-]+)(?:,[^()]*)?\)/g, (_, name) => token(name));
}
