/** A key as `KeyboardEvent.key` names it, with Control held where it says so. */
export type Key = 'ArrowDown' | 'ArrowRight' | 'Control+k' | 'Enter' | 'Escape' | 'Space' | 'Tab';

/** As much of a browser as the walks need, so that each is written once whatever remote control an engine takes. */
export interface Driver {
  /** What runs, with its version, for the person who reads the output. */
  readonly name: string;
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Value of a JavaScript expression in the page; it must survive as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Clicks, as a mouse does, the one element that a CSS selector finds. */
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that is there, or what was missed and how to come by it. */
export type Found = { start(): Promise<Driver> } | { skipped: string };
