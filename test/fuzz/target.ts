import type fc from 'fast-check';

/** Something that random input is thrown at. An input is plain JSON: a failure is kept as a file and played again. */
export interface Target<Input = unknown> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** Throws, or rejects, when the product does not do with `input` what it promises. */
  check(input: Input): void | Promise<void>;
  /** Smaller inputs of the same kind, the smallest first: what fast-check cannot know, such as a page without half its lines. */
  smaller(input: Input): Iterable<Input>;
  /** What an input amounts to, such as edits or requests: for the figures at the end. */
  sizeOf(input: Input): Readonly<Record<string, number>>;
}
