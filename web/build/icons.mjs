// One sprite with the icons we use, from Aksel (NAV, MIT). The visible part outside the symbols is the neutral tab icon:
// it says nothing of the site (security: the tab of a shared device), and costs no further request.
import { readFileSync } from 'node:fs';

const names = {
  search: 'MagnifyingGlass', 'arrow-right': 'ArrowRight', 'arrow-left': 'ArrowLeft', phone: 'Phone', chat: 'Chat', group: 'PersonGroup', home: 'House',
  clock: 'Clock', shield: 'ShieldCheckmark', exit: 'Leave', print: 'PrinterSmall', link: 'Link', check: 'Checkmark', warning: 'ExclamationmarkTriangle',
  info: 'InformationSquare', calendar: 'Calendar', heart: 'HandHeart', book: 'Book', wallet: 'Wallet', people: 'PersonTallShort', child: 'FigureChild',
  menu: 'MenuHamburger', chevron: 'ChevronDown', external: 'ExternalLink', compass: 'Compass', list: 'BulletList', close: 'XMark', document: 'FileText',
  lifebuoy: 'Lifebuoy', scissors: 'Scissors', pencil: 'Pencil', gavel: 'Gavel', filter: 'Filter',
  pin: 'LocationPin', laptop: 'Laptop', person: 'Person',
};

// Two decimals are a fifth of a device pixel at the sizes we draw.
const shortened = (svg) => svg.replace(/-?\d*\.\d{3,}/g, (n) => String(Math.round(n * 100) / 100).replace(/^(-?)0\./, '$1.'));

export function icons(folder) {
  const symbols = Object.entries(names).map(([id, file]) => {
    const paths = [...readFileSync(`${folder}/${file}.svg`, 'utf8').matchAll(/<path[^>]*?\sd="([^"]+)"/g)].map((m) => m[1]);
    return `<symbol id="${id}" viewBox="0 0 24 24"><path fill-rule="evenodd" d="${shortened(paths.join(''))}"/></symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${symbols.join('')}<circle cx="12" cy="12" r="9" fill="#6b7280"/></svg>\n`;
}
