/** Digits kept before rounding: enough for every figure of the method, few enough to drop the noise of binary fractions. */
const significantDigits = 12

/**
 * Rounds for display, half up, on decimal digits: 1.005 to two decimals is 1.01, and 3 - 1.65 to one decimal is 1.4.
 * A negative number mirrors the positive one: -0.25 becomes -0.3. Method 4.1 and 4.15; never used inside a computation.
 * @param x any number; what is not finite comes back unchanged
 * @param decimals whole number from 0 on
 */
export function roundHalfUp(x: number, decimals: number): number {
  if (!Number.isFinite(x)) return x
  const size = Number(Math.abs(x).toPrecision(significantDigits))
  const rounded = shift(Math.round(shift(size, decimals)), -decimals)
  return x < 0 && rounded !== 0 ? -rounded : rounded
}

/** Moves the decimal point in the digits, where multiplying by a power of ten would add binary noise. */
function shift(x: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(x).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
