// Words that others choose, made safe to stand in a sentence: nothing in them steers how a line is laid out, and they end.

// Controls, and what changes the direction of text.
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const longest = 300;

export function plain(text: string): string {
  return withoutControls(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** The same for facts, whose length is another's affair. */
export function withoutControls(text: string): string {
  return text.replace(steering, "\ufffd");
}

/** Whether a text of JSON holds any, written out or escaped. */
export function hasControls(json: string): boolean {
  return /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\\u(?:00[0189]|007f|061c|200[ef]|202[a-e]|206[6-9])|\\[bfnrt]/i.test(json);
}
