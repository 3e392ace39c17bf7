import type { EventEmitter } from 'node:events';

export interface Order {
  readonly id: string;
  /** What was ordered, one article number an item. */
  readonly items: readonly string[];
}

/** The hall where the kites are: shelves, a bench to pack on, and a label printer. */
export interface Hall {
  readonly printer: Printer;
  /** Calls back when nobody else stands before an item's shelf. */
  whenFree(item: string, begin: () => void): void;
  /** How many of an item are left. */
  count(item: string): Promise<number>;
  /** Packs an item. There is room for one at a time. */
  pack(item: string): Promise<void>;
  /** Sticks an order's label on its parcel, and resolves to the number of the parcel. */
  stick(orderId: string): Promise<string>;
}

/** Prints labels all day long, one after the other, and emits `printed` for each. */
export interface Printer extends EventEmitter<{ printed: [orderId: string] }> {
  print(orderId: string): void;
}
