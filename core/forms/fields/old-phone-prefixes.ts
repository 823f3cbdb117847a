/**
 * Mobile prefixes of eleven-digit numbers and what they became on 2018-09-15; the last seven digits stayed.
 * Source: domain facts 6bis.4 (the ministry's conversion plan of 2018, read as published then).
 */
export const OLD_PHONE_PREFIXES: Readonly<Record<string, string>> = {
  // MobiFone
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  // VinaPhone
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  // Viettel
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  // Vietnamobile, Gmobile
  '0186': '056',
  '0188': '058',
  '0199': '059',
};
