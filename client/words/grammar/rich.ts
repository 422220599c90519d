/**
 * A sentence whose holes hold more than text: a name set apart, an ID, a line of code. The sentence says where each
 * goes, the screen what it looks like; so the order of words is the language's own. Pure types.
 */

/** The parts of a sentence, in order; `Node` is whatever a screen shows. */
export type Rich<Node> = readonly (string | Node)[];
