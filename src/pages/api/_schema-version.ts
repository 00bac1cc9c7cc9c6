/** Of every file of the API; raised when a reader has to change. 2: all keys are in snake_case. */
export const schemaVersion = 2;
