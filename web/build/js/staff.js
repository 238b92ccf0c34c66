// Keys for the staff's pages: ? for the list, g and a letter to go somewhere, / for the search box. Not sent at all to who has turned
// them off; never while something is being written.
const writing = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
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
  }
});
