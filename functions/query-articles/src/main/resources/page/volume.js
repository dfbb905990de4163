// Articles over time: bars of the same filter, by hour, day, week, month or year. Drag over them to narrow the time.
import {html, useRef, useState} from './preact.js';
import {changed, go, to} from './address.js';
import {get} from './api.js';
import {useLoad} from './parts.js';
import {filterOf} from './filters.js';
import {number, plural} from './words.js';

const MOST_BARS = 120;

/** Of each interval: how it is named, the fewest bars (a few would be as wide as walls), the next one, and the one of a day. */
const INTERVALS = {
  hour: {fewest: 24, format: {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'}, step: (date, by) => date.setUTCHours(date.getUTCHours() + by), of: value => value.slice(0, 13)},
  day: {fewest: 14, format: {day: 'numeric', month: 'short', year: 'numeric'}, step: (date, by) => date.setUTCDate(date.getUTCDate() + by), of: value => value.slice(0, 10)},
  week: {fewest: 12, format: {day: 'numeric', month: 'short', year: 'numeric'}, step: (date, by) => date.setUTCDate(date.getUTCDate() + 7 * by), of: monday},
  month: {fewest: 12, format: {month: 'long', year: 'numeric'}, step: (date, by) => date.setUTCMonth(date.getUTCMonth() + by), of: value => value.slice(0, 7) + '-01'},
  year: {fewest: 5, format: {year: 'numeric'}, step: (date, by) => date.setUTCFullYear(date.getUTCFullYear() + by), of: value => value.slice(0, 4) + '-01-01'},
};

const dated = start => new Date(start + (start.length > 10 ? ':00Z' : 'T00:00Z'));
const written = (interval, date) => date.toISOString().slice(0, interval === 'hour' ? 13 : 10);

function monday(value) {
  const date = dated(value.slice(0, 10));
  date.setUTCDate(date.getUTCDate() - (date.getUTCDay() + 6) % 7);
  return written('week', date);
}

function moved(interval, start, by) {
  const date = dated(start);
  INTERVALS[interval].step(date, by);
  return written(interval, date);
}

/** Days are those of UTC, as in the filters. */
function named(interval, start) {
  const words = new Intl.DateTimeFormat('en-GB', {...INTERVALS[interval].format, timeZone: 'UTC'}).format(dated(start));
  return interval === 'week' ? 'week of ' + words : words;
}

/** Puts counts into intervals without gaps; null if they are too many. */
function filled(interval, counts) {
  const sums = new Map();
  for (const {value, count} of counts) {
    const start = INTERVALS[interval].of(value);
    sums.set(start, (sums.get(start) || 0) + count);
  }
  const starts = [...sums.keys()].sort();
  const last = interval === 'hour' ? starts[starts.length - 1].slice(0, 10) + 'T23' : starts[starts.length - 1];
  const early = moved(interval, last, 1 - INTERVALS[interval].fewest);
  const found = [];
  for (let at = last; at >= starts[0] || at >= early; at = moved(interval, at, -1)) {
    found.unshift({start: at, count: sums.get(at) || 0});
    if (found.length > MOST_BARS) {
      return interval === 'year' ? found : null;
    }
  }
  return found;
}

function bars(days, hours) {
  if (days.length === 0) {
    return {interval: 'day', bars: []};
  }
  const fine = hours && filled('hour', hours);
  if (fine) {
    return {interval: 'hour', bars: fine};
  }
  for (const interval of ['day', 'week', 'month', 'year']) {
    const found = filled(interval, days);
    if (found) {
      return {interval, bars: found};
    }
  }
  return {interval: 'day', bars: []};
}

async function load(filter, signal) {
  const days = await get('v1/counts', changed(filter, {by: 'day'}), signal);
  const few = days.counts.length > 0 && days.counts.length <= 2;
  const hours = few ? await get('v1/counts', changed(filter, {by: 'hour'}), signal) : null;
  return {articles: days.articles, ...bars(days.counts, hours?.counts)};
}

/** Returns the last day of an interval, for the filter, which includes it. */
const lastDay = (interval, start) => interval === 'hour' ? start.slice(0, 10) : moved('day', moved(interval, start, 1), -1);

export function Volume({params, turn}) {
  const filter = filterOf(params).toString();
  const {value, problem} = useLoad(signal => load(filter, signal), [filter, turn]);
  if (problem || (value && value.bars.length === 0)) {
    return null;
  }
  return html`<figure class="volume">
    ${value ? html`<${Bars} ...${value} params=${params} />` : html`<div class="bars busy"></div><figcaption>…</figcaption>`}
  </figure>`;
}

function Bars({articles, interval, bars, params}) {
  const svg = useRef();
  const [over, setOver] = useState(null);
  const [from, setFrom] = useState(null);
  const most = Math.max(1, ...bars.map(bar => bar.count));
  const at = event => {
    const box = svg.current.getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor((event.clientX - box.left) / box.width * bars.length)));
  };
  const narrow = event => {
    if (from !== null) {
      const [first, last] = [Math.min(from, at(event)), Math.max(from, at(event))];
      setFrom(null);
      go(to('articles', '', changed(params, {published_from: bars[first].start.slice(0, 10), published_to: lastDay(interval, bars[last].start)})));
    }
  };
  const selected = index => from !== null && over !== null && index >= Math.min(from, over) && index <= Math.max(from, over);
  const shown = bars[over];
  const first = named(interval, bars[0].start);
  const last = named(interval, bars[bars.length - 1].start);
  const peak = named(interval, bars.find(bar => bar.count === most)?.start || bars[0].start);
  return html`
    <svg ref=${svg} class="bars" role="img" viewBox=${'0 0 ' + bars.length + ' 100'} preserveAspectRatio="none"
      aria-label=${`${plural(articles, 'article')} by ${interval}, from ${first} to ${last}; most, ${number(most)}, in ${peak}.`}
      onPointerMove=${event => setOver(at(event))} onPointerLeave=${() => { setOver(null); setFrom(null); }}
      onPointerDown=${event => setFrom(at(event))} onPointerUp=${narrow}>
      ${bars.map((bar, index) => {
        const height = bar.count === 0 ? 0 : Math.max(3, bar.count / most * 96);
        return html`<rect key=${bar.start} class=${'slot' + (index === over || selected(index) ? ' over' : '')} x=${index} y="0" width="1" height="100" />
          <rect key=${bar.start + '#'} x=${index + .1} y=${100 - height} width=".8" height=${height} />`;
      })}
    </svg>
    <figcaption><span>${first}</span>
      <span aria-hidden="true">${shown ? named(interval, shown.start) + ': ' + plural(shown.count, 'article') : plural(articles, 'article') + ' by ' + interval}</span>
      <span>${last}</span></figcaption>`;
}
