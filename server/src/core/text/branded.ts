declare const brand: unique symbol;

/** A string of one kind. Strings of another kind, and strings of no kind, can't be used instead of it. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };

/** A string of one kind or of no kind, such as one that comes from outside. Strings of another kind can't be used. */
export type Unbranded<Kind extends string> = string & { readonly [brand]?: Kind };
