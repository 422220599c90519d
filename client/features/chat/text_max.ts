/** Most of one message, in UTF-16 units; JSON makes six bytes of one at the worst, and a message may have 64 KiB. */
export const TEXT_MAX = 4_000;
