/** What can be typed after the folders. */
export interface GradeOptions {
  /** Numbers or names; every lesson that is found unless told. */
  readonly lesson?: readonly string[];
  /** Names of formats; JSON, CSV and the page unless told. */
  readonly format?: readonly string[];
  /** Absolute path of the folder for journal and reports. */
  readonly out?: string;
  readonly seed?: number;
  /** How many submissions at a time; as many as there are processors unless told. */
  readonly jobs?: number;
  readonly resume?: true;
  readonly cache?: boolean;
  readonly trust?: true;
}
