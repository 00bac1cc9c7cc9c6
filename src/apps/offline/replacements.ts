/** A file that the worker keeps; one whose name tells its content has no revision. */
export interface ShellEntry {
  url: string;
  revision: string | null;
  /** Of scripts, which a single wrong byte makes useless; in the form of the attribute of that name. */
  integrity?: string;
}

/** What the build puts in the place of names in `worker.ts`. */
export interface Replacements {
  SHELL: readonly ShellEntry[];
  BUILD: string;
  BASE: string;
}
