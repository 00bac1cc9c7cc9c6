/** A button that prints the page; without a script it is not shown. */
const button = document.querySelector<HTMLButtonElement>('[data-print]');
button?.addEventListener('click', () => print());
button?.removeAttribute('hidden');

export {};
