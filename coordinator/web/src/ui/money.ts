// Amounts with their unit.
import { coins } from "../facts/money";
import { t } from "../texts/en";

const native = /^0x0*$/;

/** Native coin. */
export function money(wei: bigint | string): string {
  return t.coins(coins(wei));
}

/** The same with its sign: what somebody gains or loses. */
export function gain(wei: bigint): string {
  return (wei > 0n ? "+" : "") + money(wei);
}

/** Of a token whose decimals nobody knows here: its smallest unit is counted. */
export function tokens(amount: string, token: string): string {
  return native.test(token) ? money(amount) : t.tokens(amount, `${token.slice(0, 8)}…${token.slice(-4)}`);
}
