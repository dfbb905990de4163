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
  return html`${pieces(points, 0, points.length, marks).map(piece => piece.marks.length > 0 ? html`<mark>${piece.text}</mark>` : piece.text)}`;
}
