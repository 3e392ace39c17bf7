/** A short text for a place in the tree: its parent's key, the name, and which of that name. */
export function rowKey(parent: string, name: string, nth: number): string {
  return hash(`${parent}/${nth}/${name}`);
}

/** 53 bits, well mixed. Two rows of one key would only share their folding and selection. */
function hash(text: string): string {
  let high = 0xde_ad_be_ef;
  let low = 0x41_c6_ce_57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return ((high & 0x1f_ff_ff) * 0x1_00_00_00_00 + (low >>> 0)).toString(36);
}
