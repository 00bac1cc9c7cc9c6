/** What is loaded once somebody searches: one module, so that it is one file. */
export { unpackNames, withFurther } from './light-file.ts';
export { LightIndex } from './light-index.ts';
