// Keys for the staff's pages: ? for the list, g and a letter to go somewhere, / for the search box. Not sent at all to who has turned
// them off; never while something is being written. A single key where a page says so (data-press): a click on what has it. In questions with
// the same answers (data-judge): the first letter of an answer gives it and goes on to the next question.
const writing = (target) => target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== 'radio');
const judged = (event) => {
  const all = [...document.querySelectorAll('[data-judge] fieldset')];
  const at = Math.max(0, all.indexOf(event.target.closest('fieldset')));
  const one = all[at] && [...all[at].querySelectorAll('label')].find((label) => label.innerText.trim().toLowerCase().startsWith(event.key));
  if (!one) return false;
  one.querySelector('input').checked = true;
  (all[at + 1]?.querySelector('input') ?? document.querySelector('[data-judge] [type=submit]')).focus();
  return true;
};
let going = 0;
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || writing(event.target)) return;
  if (going && event.timeStamp - going < 1500) {
    const entry = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (entry) event.preventDefault(), location.assign(entry.href);
    going = 0;
  } else if (event.key === 'g') {
    going = event.timeStamp;
  } else if (event.key === '?') {
    location.assign('/personal/kortkommandon');
  } else if (event.key === '/') {
    const box = document.querySelector('input[type=search]');
    if (box) event.preventDefault(), box.focus();
  } else if (event.key.length === 1) {
    const there = document.querySelector(`[data-press="${CSS.escape(event.key)}"]`);
    if (judged(event)) event.preventDefault();
    else if (there) event.preventDefault(), there.click();
  }
});
