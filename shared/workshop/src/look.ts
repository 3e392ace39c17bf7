import { styleText } from 'node:util';
import type { WriteStream } from 'node:tty';

type Style = Parameters<typeof styleText>[0];

const styles = {
  good: 'green',
  bad: 'red',
  quiet: 'dim',
  strong: 'bold',
  title: ['bold', 'cyan'],
} as const satisfies Record<string, Style>;

export type Paint = keyof typeof styles;

/** What a screen needs to know of the place it is shown in, so that screens stay functions of text. */
export interface Look {
  /** Width of what is ours. */
  readonly columns: number;
  /** Width of the messages of checks, which are laid out wider where there is room. */
  readonly messageColumns: number;
  paint(paint: Paint, text: string): string;
}

const widest = 80;
/** As wide as messages are laid out. */
const widestMessage = 100;

export const plain: Look = {
  columns: widest,
  messageColumns: widestMessage,
  paint: (_paint, text) => text,
};

/** Colour only where the stream takes it: `NO_COLOR`, `FORCE_COLOR`, pipes and `TERM=dumb` decide. */
export function lookOf(stream: NodeJS.WriteStream & Partial<WriteStream>): Look {
  return {
    ...widthsIn(stream.columns),
    paint: (paint, text) => styleText(styles[paint], text, { stream, validateStream: true }),
  };
}

/** The look of the same place once it has another width; where none is known, as wide as we write. */
export function widthsIn(columns?: number): Pick<Look, 'columns' | 'messageColumns'> {
  return {
    columns: Math.min(columns || widest, widest),
    messageColumns: Math.min(columns || widestMessage, widestMessage),
  };
}

/** Paints line by line, so that colour never runs over the end of a line. */
export function paintLines(text: string, paint: Paint, look: Look): string {
  return text
    .split('\n')
    .map((line) => look.paint(paint, line))
    .join('\n');
}
