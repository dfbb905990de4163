// Articles over time: bars of the same filter, by hour, day, month or year. Drag over them to narrow the time.
import {html, useRef, useState} from './preact.js';
import {changed, go, to} from './address.js';
import {get} from './api.js';
import {useLoad} from './parts.js';
import {filterOf} from './filters.js';
import {number, plural} from './words.js';

const MOST_BARS = 120;

const FORMATS = {
  hour: {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'},
  day: {day: 'numeric', month: 'short', year: 'numeric'},
  month: {month: 'long', year: 'numeric'},
  year: {year: 'numeric'},
};

/** Days are those of UTC, as in the filters. */
function named(interval, start) {
  const date = new Date(start.slice(0, interval === 'hour' ? 13 : 10) + (interval === 'hour' ? ':00Z' : 'T00:00Z'));
  return new Intl.DateTimeFormat('en-GB', {...FORMATS[interval], timeZone: 'UTC'}).format(date);
}

function following(interval, start) {
  const date = new Date(start + (interval === 'hour' ? ':00Z' : 'T00:00Z'));
  const step = {hour: () => date.setUTCHours(date.getUTCHours() + 1), day: () => date.setUTCDate(date.getUTCDate() + 1),
    month: () => date.setUTCMonth(date.getUTCMonth() + 1), year: () => date.setUTCFullYear(date.getUTCFullYear() + 1)};
  step[interval]();
  return date.toISOString().slice(0, interval === 'hour' ? 13 : 10);
}

/** A few bars would be as wide as walls: whole days of hours, two weeks of days, a year of months. */
const FEWEST = {hour: 24, day: 14, month: 12, year: 5};

const closing = (interval, starts) => starts.length === 0 ? '' : interval === 'hour' ? starts[starts.length - 1].slice(0, 10) + 'T23' : starts[starts.length - 1];

function opening(interval, starts) {
  if (starts.length === 0) {
    return null;
  }
  const end = new Date(closing(interval, starts) + (interval === 'hour' ? ':00Z' : 'T00:00Z'));
  const back = FEWEST[interval] - 1;
  const step = {hour: () => end.setUTCHours(end.getUTCHours() - back), day: () => end.setUTCDate(end.getUTCDate() - back),
    month: () => end.setUTCMonth(end.getUTCMonth() - back), year: () => end.setUTCFullYear(end.getUTCFullYear() - back)};
  step[interval]();
  const earliest = end.toISOString().slice(0, interval === 'hour' ? 13 : 10);
  const first = interval === 'hour' ? starts[0].slice(0, 10) + 'T00' : starts[0];
  return earliest < first ? earliest : first;
}

/** Puts counts into intervals without gaps, of the finest kind that fits. */
function bars(days, hours) {
  const finest = hours ? ['hour', hours] : ['day', days];
  for (const interval of hours ? ['hour'] : ['day', 'month', 'year']) {
    const cut = {hour: 13, day: 10, month: 7, year: 4}[interval];
    const sums = new Map();
    for (const {value, count} of finest[1]) {
      const start = (value.slice(0, cut) + '-01-01').slice(0, interval === 'hour' ? 13 : 10);
      sums.set(start, (sums.get(start) || 0) + count);
    }
    const starts = [...sums.keys()].sort();
    const found = [];
    for (let at = opening(interval, starts); at && at <= closing(interval, starts) && found.length <= 2 * MOST_BARS; at = following(interval, at)) {
      found.push({start: at, count: sums.get(at) || 0});
    }
    if (found.length <= MOST_BARS || interval === 'year' || interval === 'hour') {
      return {interval, bars: found.slice(-2 * MOST_BARS)};
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
function lastDay(interval, start) {
  const end = new Date(following(interval, start).slice(0, 10) + 'T00:00Z');
  if (interval !== 'hour') {
    end.setUTCDate(end.getUTCDate() - 1);
  }
  return interval === 'hour' ? start.slice(0, 10) : end.toISOString().slice(0, 10);
}

export function Volume({params, turn}) {
  const filter = filterOf(params).toString();
  const {value, problem} = useLoad(signal => load(filter, signal), [filter, turn]);
  if (problem || (value && value.bars.length === 0)) {
    return null;
  }
  return html`<figure class="volume">
    ${value ? html`<${Bars} ...${value} params=${params} />` : html`<div class="bars"></div><figcaption>…</figcaption>`}
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
    if (from === null) {
      return;
    }
    const [first, last] = [Math.min(from, at(event)), Math.max(from, at(event))];
    setFrom(null);
    go(to('articles', '', changed(params, {published_from: bars[first].start.slice(0, 10), published_to: lastDay(interval, bars[last].start)})));
  };
  const selected = index => from !== null && over !== null && index >= Math.min(from, over) && index <= Math.max(from, over);
  const shown = over === null ? null : bars[over];
  const peak = bars.find(bar => bar.count === most);
  const first = named(interval, bars[0].start);
  const last = named(interval, bars[bars.length - 1].start);
  return html`
    <svg ref=${svg} class="bars" role="img" viewBox=${'0 0 ' + bars.length + ' 100'} preserveAspectRatio="none"
      aria-label=${`${plural(articles, 'article')} by ${interval}, from ${first} to ${last}; most, ${number(most)}, on ${named(interval, peak.start)}.`}
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
      <span>${bars.length > 1 ? last : ''}</span></figcaption>`;
}
