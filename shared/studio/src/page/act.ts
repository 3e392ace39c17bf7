import type { StudioRequest } from '../snapshot.ts';

/** Asks the command for something. What comes of it arrives with the next state. */
export type Act = (request: StudioRequest) => void;

/** Whether states still arrive. */
export type Connection = 'live' | 'lost';
