/**
 * What the 64 pictures show that two people compare, in English and in the order in which the protocol counts them; its
 * type is what every language says. Names look and sound unlike each other, and each is one word.
 */

const names = "Dog,Cat,Lion,Horse,Unicorn,Pig,Elephant,Rabbit,Panda,Rooster,Penguin,Turtle,Fish,Octopus,Butterfly," +
  "Tulip,Tree,Cactus,Mushroom,Globe,Moon,Cloud,Fire,Banana,Apple,Berry,Corn,Pizza,Cake,Heart,Smiley,Robot,Hat," +
  "Glasses,Spanner,Santa,Thumb,Umbrella,Hourglass,Clock,Gift,Lamp,Book,Pencil,Clip,Scissors,Lock,Key,Hammer,Phone," +
  "Flag,Train,Bicycle,Plane,Rocket,Trophy,Ball,Guitar,Trumpet,Bell,Anchor,Headset,Folder,Pin";

export const things = {
  names: names.split(",") as readonly string[],
  /** The pictures have not come, and the names are there all the same. */
  unpictured: "The pictures didn’t load. If your pages are in different languages, compare the number.",
};

export type ThingWords = typeof things;
