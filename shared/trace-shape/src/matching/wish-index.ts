import type { FieldRule } from '../rules/field-rule.ts';
import type { Wish } from './shape-plan.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';

/** Wishes that ask for exact values of the same fields, found by those values. */
interface Table {
  readonly readers: readonly ((span: Span) => string)[];
  readonly byValues: Map<string, Candidate[]>;
}

interface Candidate {
  readonly wish: Wish;
  /** What no table can look up. */
  readonly otherRules: readonly FieldRule[];
}

/**
 * Finds the wishes that a span meets without trying each: exact values, the name first, lead through
 * hash tables, and only what is left (patterns, tests, events) is tried.
 */
export class WishIndex {
  readonly #byName = new Map<string, Map<string, Table>>();
  readonly #nameless = new Map<string, Table>();

  constructor(wishes: readonly Wish[]) {
    for (const wish of wishes) this.#add(wish);
  }

  find(span: Span, trace: Trace): Wish[] {
    const tables = [...(this.#byName.get(span.name)?.values() ?? []), ...this.#nameless.values()];
    return tables.flatMap((table) => lookUp(table, span, trace));
  }

  #add(wish: Wish): void {
    const name = wish.rules.find(({ field }) => field === 'name')?.literal?.value;
    const tables = name === undefined ? this.#nameless : this.#tablesFor(name);
    const literals = wish.rules
      .filter((rule) => rule.literal !== undefined && rule.field !== 'name')
      .toSorted((one, other) => (one.field < other.field ? -1 : 1));
    const values = JSON.stringify(literals.map((rule) => rule.literal?.value));
    const { byValues } = tableFor(tables, literals);
    const candidate = { wish, otherRules: wish.rules.filter((rule) => !rule.literal) };
    const candidates = byValues.get(values);
    if (candidates) candidates.push(candidate);
    else byValues.set(values, [candidate]);
  }

  #tablesFor(name: string): Map<string, Table> {
    const tables = this.#byName.get(name) ?? new Map<string, Table>();
    this.#byName.set(name, tables);
    return tables;
  }
}

function tableFor(tables: Map<string, Table>, literals: readonly FieldRule[]): Table {
  const fields = JSON.stringify(literals.map(({ field }) => field));
  const readers = literals.flatMap(({ literal }) => (literal ? [literal.read] : []));
  const table = tables.get(fields) ?? { readers, byValues: new Map<string, Candidate[]>() };
  tables.set(fields, table);
  return table;
}

function lookUp({ readers, byValues }: Table, span: Span, trace: Trace): Wish[] {
  const values = JSON.stringify(readers.map((read) => read(span)));
  const candidates = byValues.get(values) ?? [];
  return candidates
    .filter(({ otherRules }) => otherRules.every((rule) => rule.passes(span, trace)))
    .map(({ wish }) => wish);
}
