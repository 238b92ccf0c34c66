// Polish for the guide; every question is reached by its own #address without this.
// Moves focus to the question that comes, so that a screen reader says it and Tab goes on from there.
const form = document.querySelector('[data-guide]');
if (form) {
  const questions = [...form.querySelectorAll('.question')];
  const shown = () => questions.find((q) => '#' + q.id === location.hash) ?? questions[0];
  addEventListener('hashchange', () => {
    const heading = shown().querySelector('legend,h1,h2');
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  // Enter in a question goes on to the next one; only the last one sends the form.
  form.addEventListener('keydown', (event) => {
    const next = shown().querySelector('a[data-next]');
    if (event.key === 'Enter' && event.target.matches('input') && next) event.preventDefault(), next.click();
  });
}
