import { OtlpError, type OtlpErrorCode } from './otlp-error.ts';
import { Allowance, type OtlpLimits } from './limits.ts';
import { describeJson } from './found.ts';

/** A value inside of parsed JSON that knows where it stands, so that every complaint can say so. */
export class Place {
  readonly value: unknown;
  readonly allowance: Allowance;
  readonly #key: string | number;
  readonly #above: Place | undefined;

  constructor(value: unknown, allowance: Allowance, key: string | number = '', above?: Place) {
    this.value = value;
    this.allowance = allowance;
    this.#key = key;
    this.#above = above;
  }

  static whole(value: unknown, limits: OtlpLimits): Place {
    return new Place(value, new Allowance(limits));
  }

  /** Protobuf's JSON writes an unset field as `null` or not at all. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** As one would write it in JavaScript; empty for the whole. */
  get path(): string {
    const above = this.#above?.path ?? '';
    if (typeof this.#key === 'number') return `${above}[${this.#key}]`;
    return above === '' ? this.#key : `${above}.${this.#key}`;
  }

  has(name: string): boolean {
    return !this.isAbsent && ownValue(this.#object(), name) !== null;
  }

  field(name: string): Place {
    const value = this.isAbsent ? null : ownValue(this.#object(), name);
    return new Place(value, this.allowance, name, this);
  }

  /** The elements of a list; of an absent one, none. */
  items(): Place[] {
    if (this.isAbsent) return [];
    const list: unknown = this.value;
    if (!Array.isArray(list)) this.refuse('OTLP_WRONG_TYPE', 'a list');
    const exceeded = this.allowance.takeItems(list.length);
    if (exceeded !== undefined) this.refuseExcess(exceeded);
    return Array.from(list, (item: unknown, index) => {
      return new Place(item, this.allowance, index, this);
    });
  }

  /** The text; of an absent one, the empty one. */
  text(): string {
    if (this.isAbsent) return '';
    if (typeof this.value !== 'string') this.refuse('OTLP_WRONG_TYPE', 'a string');
    return this.value;
  }

  refuse(code: OtlpErrorCode, sought: string, next = 'Correct what wrote it.'): never {
    const message = `${this.#subject} should be ${sought}, but is ${describeJson(this.value)}. ${next}`;
    throw new OtlpError(code, this.path, message);
  }

  refuseExcess(limit: string): never {
    const message = `${this.#subject} goes beyond the limit of ${limit}. Split the input, or raise the limit.`;
    throw new OtlpError('OTLP_TOO_MANY', this.path, message);
  }

  get #subject(): string {
    if (this.path === '') return 'The OTLP input';
    return this.path.startsWith('[') ? `Element ${this.path} of the OTLP input` : this.path;
  }

  #object(): object {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse('OTLP_WRONG_TYPE', 'an object');
    }
    return value;
  }
}

/** Own ones only: nothing is read from a prototype, `__proto__` included. */
function ownValue(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (Reflect.get(object, name) ?? null) : null;
}
