/**
 * Whether a process that somebody waits for may outlive its last word for a moment. It must not hide
 * then what its program has started, and only Linux shows whose child a process is.
 */
export const LINGERS: boolean = process.platform === 'linux';
