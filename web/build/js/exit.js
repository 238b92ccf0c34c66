// Leaves the site at once. Works without script too: the link leads to our own address, which clears and sends on.
// Here: nothing typed is left for Back, the page is covered before the network answers, and the page is not in the history.
const root = document.documentElement;
const link = document.querySelector('[data-exit]');
const wipe = () => { for (const form of document.forms) form.reset(); };
const cover = () => { wipe(); root.classList.add('gone'); };

function leave() {
  cover();
  document.title = '\u200b';
  location.replace(link.href);
}

if (link) {
  // The page that asks whether it is safe has a second way out.
  for (const way of document.querySelectorAll(`a[href="${link.getAttribute('href')}"]`)) way.addEventListener('click', (event) => { event.preventDefault(); leave(); });
  // Three bare presses of Shift within two seconds. A capital letter, Shift with the mouse or a held key starts the count again.
  let presses = [], bare = false;
  const start = () => { presses = []; bare = false; };
  addEventListener('keydown', (event) => {
    if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) return start();
    if (!event.repeat) bare = true;
  }, true);
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !bare) return start();
    bare = false;
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (presses.length === 3) leave();
  }, true);
  for (const type of ['pointerdown', 'wheel', 'blur']) addEventListener(type, start, true);
}
// The staff's pages have no such link, and keep what is typed when one looks something up and comes back.
if (link) addEventListener('pagehide', cover);
// A page brought back from memory is fetched anew, by address: reload() could offer to send a form again.
addEventListener('pageshow', (event) => { if (event.persisted) location.replace(location.pathname + location.search); });

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
