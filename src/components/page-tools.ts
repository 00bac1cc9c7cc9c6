/** Buttons that only a script can offer: they appear once it runs. */
const copyButton = document.querySelector<HTMLButtonElement>('[data-copy-link]');
const printButton = document.querySelector<HTMLButtonElement>('[data-print]');

const reveal = (button: HTMLButtonElement): void => button.closest('li')?.removeAttribute('hidden');

if (copyButton && navigator.clipboard) {
  copyButton.addEventListener('click', async () => {
    const { origin, pathname } = window.location;
    await navigator.clipboard.writeText(origin + pathname).then(
      () => {
        copyButton.textContent = 'Link copied';
      },
      () => {
        copyButton.textContent = 'Copying is not allowed here';
      },
    );
  });
  reveal(copyButton);
}
if (printButton) {
  printButton.addEventListener('click', () => window.print());
  reveal(printButton);
}

export {};
