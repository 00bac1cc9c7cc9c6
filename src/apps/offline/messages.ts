/** Told to every open page when a worker has put aside all that its build needs. */
export interface BuildInstalled {
  type: 'build.installed';
  build: string;
}
