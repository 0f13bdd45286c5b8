/** The shape of the messages: Chinese is the source, every other language has exactly its keys. */

export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
};

/** `area.group.key` for every message of a tree. */
export type PathOf<Tree> = {
  [Key in keyof Tree & (string | number)]: Tree[Key] extends string
    ? `${Key}`
    : `${Key}.${PathOf<Tree[Key]>}`;
}[keyof Tree & (string | number)];
