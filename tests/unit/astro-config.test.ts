import { expect, test } from 'vitest';
import config from '../../astro.config.mjs';

/** Settings on which addresses and the speed of first pages hang, and which nothing else would miss at once. */
test('addresses end with a slash, and styles come with the page', () => {
  expect(config).toMatchObject({
    trailingSlash: 'always',
    build: { inlineStylesheets: 'always' },
  });
});
