/** Where the tests deploy the site to, on its host and on disk. */
export const host = 'https://docs.example';
export const base = '/kb/fno';
export const folder = '.cache/sub-path';
