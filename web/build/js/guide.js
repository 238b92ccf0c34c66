// Polish for the guide; every question is reached by its own #address without this.
// Moves focus to the question that comes, and lets the arrow that fits the answer stand out.
const form = document.querySelector('[data-guide]');
if (form) {
  const questions = [...form.querySelectorAll('.question')];
  const shown = () => questions.find((q) => '#' + q.id === location.hash) ?? questions[0];
  addEventListener('hashchange', () => {
    const heading = shown().querySelector('legend,h1,h2');
    scrollTo(0, 0);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  const mark = (question) => question.classList.toggle('answered', question.querySelector(':checked') !== null);
  form.addEventListener('change', (event) => mark(event.target.closest('.question')));
  form.addEventListener('reset', () => questions.forEach((q) => q.classList.remove('answered')));
  questions.forEach(mark);
  // Enter in a question goes on to the next one; only the last one sends the form.
  form.addEventListener('keydown', (event) => {
    const next = shown().querySelector('a[data-next]');
    if (event.key === 'Enter' && event.target.matches('input') && next) event.preventDefault(), next.click();
  });
}
