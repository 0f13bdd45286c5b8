/** The dictionaries of OpenCC that opencc-js ships without types: `from to|from to|…`, several targets apart by spaces. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
