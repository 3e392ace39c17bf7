import type { Literal } from '../rules/field-rule.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { KeyTree } from './key-tree.ts';
import type { Wish } from './shape-plan.ts';

/** Wishes that ask for exact values of the same fields, found by those values. */
interface Table {
  readonly literals: readonly Literal[];
  readonly byValues: KeyTree<Wish[]>;
}

/** Wishes that ask for the same name, or for none exactly, in tables by the fields that they read. */
interface Tables {
  readonly list: Table[];
  readonly byFields: KeyTree<Table>;
}

/** A literal, and the name of what it reads. */
interface FieldLiteral {
  readonly field: string;
  readonly literal: Literal;
}

/**
 * Finds the wishes that a span meets without trying each: exact values, the name first, lead through
 * hash tables, and only what is left (patterns, tests, events) is tried.
 */
export class WishIndex {
  readonly #byName = new Map<string, Tables>();
  readonly #nameless = noTables();

  constructor(wishes: readonly Wish[]) {
    for (const wish of wishes) this.#add(wish);
  }

  find(span: Span, trace: Trace): Wish[] {
    const found: Wish[] = [];
    for (const tables of [this.#byName.get(span.name), this.#nameless]) {
      for (const table of tables?.list ?? []) lookUp(table, span, trace, found);
    }
    return found;
  }

  #add(wish: Wish): void {
    const literals: FieldLiteral[] = [];
    let tables = this.#nameless;
    for (const { field, literal } of wish.rules) {
      if (!literal) continue;
      if (field === 'name') tables = this.#tablesFor(literal.value);
      else literals.push({ field, literal });
    }
    literals.sort((one, other) => (one.field < other.field ? -1 : 1));
    let place = tableFor(tables, literals).byValues;
    for (const { literal } of literals) place = place.under(literal.value);
    (place.value ??= []).push(wish);
  }

  #tablesFor(name: string): Tables {
    const tables = this.#byName.get(name) ?? noTables();
    this.#byName.set(name, tables);
    return tables;
  }
}

function noTables(): Tables {
  return { list: [], byFields: new KeyTree<Table>() };
}

function tableFor({ list, byFields }: Tables, literals: readonly FieldLiteral[]): Table {
  let place = byFields;
  for (const { field } of literals) place = place.under(field);
  if (place.value) return place.value;
  place.value = {
    literals: literals.map(({ literal }) => literal),
    byValues: new KeyTree<Wish[]>(),
  };
  list.push(place.value);
  return place.value;
}

function lookUp({ literals, byValues }: Table, span: Span, trace: Trace, found: Wish[]): void {
  let place: KeyTree<Wish[]> | undefined = byValues;
  for (const literal of literals) place = place?.find(literal.read(span));
  for (const wish of place?.value ?? []) {
    const isMet = wish.rules.every((rule) => rule.literal || rule.passes(span, trace));
    if (isMet) found.push(wish);
  }
}
