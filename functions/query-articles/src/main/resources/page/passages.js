// Passages of a text with places in them marked. Offsets are code points; they may overlap, and are never trusted to fit.
import {html} from './preact.js';
import {CodePoints} from './words.js';

/**
 * Cuts [start, end) at the borders of marks and returns the pieces with the marks that cover each.
 * A mark is {start, end, kind, ...}.
 */
export function pieces(points, start, end, marks) {
  const here = marks.filter(mark => mark.start < end && mark.end > start && mark.end > mark.start);
  const cuts = new Set([start, end]);
  for (const mark of here) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, index) => ({
    start: from,
    text: points.slice(from, sorted[index + 1]),
    marks: here.filter(mark => mark.start <= from && mark.end >= sorted[index + 1]),
  }));
}

/** The passage of a hit, its words marked. */
export function Marked({passage}) {
  const points = new CodePoints(passage.text);
  const marks = (passage.marks || []).map(mark => ({start: mark.start - passage.start, end: mark.end - passage.start}));
  return html`${pieces(points, 0, points.length, marks).map(piece => piece.marks.length > 0 ? html`<mark>${piece.text}</mark>` : piece.text)}${/[\p{L}\p{N},;:]$/u.test(passage.text) && '…'}`;
}

const MOST_WORDS = 400;

/**
 * Compares two passages word by word: pieces of kind same, cut or put, in reading order. Very long ones, and those with little
 * in common, are cut and put as wholes, which reads better.
 */
export function difference(before, after) {
  const from = before.match(/\S+\s*/g) || [];
  const to = after.match(/\S+\s*/g) || [];
  const whole = [{kind: 'cut', text: before}, {kind: 'put', text: (before && after ? ' ' : '') + after}].filter(piece => piece.text.trim());
  if (from.length * to.length > MOST_WORDS * MOST_WORDS) {
    return whole;
  }
  const common = commonLengths(from, to);
  if (common[0][0] * 2 < Math.max(from.length, to.length)) {
    return whole;
  }
  const found = [];
  const add = (kind, text) => {
    const last = found[found.length - 1];
    if (last?.kind === kind) {
      last.text += text;
    } else {
      found.push({kind, text});
    }
  };
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i].trim() === to[j].trim()) {
      add('same', to[j]);
      i++;
      j++;
    } else if (j === to.length || (i < from.length && common[i + 1][j] >= common[i][j + 1])) {
      add('cut', from[i].trimEnd() + ' ');
      i++;
    } else {
      add('put', to[j].trimEnd() + ' ');
      j++;
    }
  }
  return found;
}

/** Lengths of the longest common subsequence of words from each pair of places on. */
function commonLengths(from, to) {
  const lengths = Array.from({length: from.length + 1}, () => new Uint16Array(to.length + 1));
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      lengths[i][j] = from[i].trim() === to[j].trim() ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}
