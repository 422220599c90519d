// Types for the packages that come without any.

declare module "cluster-key-slot" {
  /** Computes the slot of a name, of which only what is in the first braces counts, if anything is. */
  export default function calculateSlot(name: string): number;
}
