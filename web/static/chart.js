// Lets the drawn charts answer to mouse, touch and keys. The drawing itself, its axes and its gaps come from the server.

const moments = new Map();
const momentIn = (zone) => moments.get(zone) ?? moments.set(zone, new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: zone,
})).get(zone);
const grouped = new Intl.NumberFormat("en-US");
const charts = new Set();

/** A step as the server sends it: [at, bridgedFrom or 0, until, value, band?], times in seconds. */
const at = (step) => step[0], bridgedFrom = (step) => step[1], until = (step) => step[2], value = (step) => step[3];

export function drawCharts() {
  charts.forEach((chart) => chart.destroy());
  charts.clear();
  document.querySelectorAll("[data-chart]").forEach(draw);
}

function draw(figure) {
  const series = JSON.parse(figure.querySelector("[data-series]").textContent);
  if (!window.uPlot || walked(series).length === 0) return;
  const plot = figure.querySelector(".plot");
  const reading = figure.querySelector("[data-reading]");
  const surface = surfaceIn(plot, series);
  const chart = new uPlot(options(plot, series, (time) => show(time)), data(series), surface);
  charts.add(chart);
  plot.classList.add("answering");

  function show(time) {
    const step = time === null || series.lines ? undefined : stepAt(series.steps, time);
    reading.textContent = time === null ? "" : say(series, step, time);
    if (step || (series.lines && time !== null)) {
      surface.setAttribute("aria-valuenow", step ? value(step) : time);
      surface.setAttribute("aria-valuetext", reading.textContent);
    }
  }
  walkWithKeys(surface, chart, series);
}

function surfaceIn(plot, series) {
  plot.querySelector(".surface")?.remove();
  const surface = document.createElement("div");
  surface.className = "surface";
  surface.tabIndex = 0;
  surface.setAttribute("role", "slider");
  surface.setAttribute("aria-label", "Read the chart step by step with the arrow keys");
  surface.setAttribute("aria-valuemin", series.lines ? series.from : 0);
  surface.setAttribute("aria-valuemax", series.lines ? series.to : series.top);
  surface.setAttribute("aria-valuenow", series.lines ? walked(series).at(-1) : value(series.steps.at(-1)));
  plot.append(surface);
  return surface;
}

/** The times that keys walk through. */
function walked(series) {
  if (!series.lines) return series.steps.map(at);
  return [...new Set(series.lines.flatMap((line) => line.steps.map(at)))].sort((one, other) => one - other);
}

/** Every step's two corners on one time axis; null where nothing was seen, so that gaps stay gaps. */
function data(series) {
  const lines = series.lines?.map((line) => line.steps)
    ?? (series.before.length ? [series.steps, series.before] : [series.steps]);
  const times = new Set();
  for (const step of lines.flat()) [at(step), until(step) - 1, until(step)].forEach((time) => times.add(time));
  const axis = [...times].filter((time) => time <= series.to).sort((one, other) => one - other);
  const valueAt = (steps) => (time) => {
    const step = stepAt(steps, time);
    return step ? value(step) : null;
  };
  return [axis, ...lines.map((steps) => axis.map(valueAt(steps)))];
}

function options(plot, series, show) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const line = { stroke: colour("--accent"), fill: colour("--accent-soft"), width: 1.75, points: { show: false } };
  const before = { stroke: colour("--comparison"), width: 1.25, dash: [4, 3], points: { show: false } };
  return {
    width: plot.clientWidth,
    height: plot.clientHeight,
    padding: [0, 0, 0, 0],
    legend: { show: false },
    axes: [{ show: false }, { show: false }],
    scales: {
      x: { time: true, range: () => [series.from, series.to] },
      y: { range: () => [0, series.top] },
    },
    series: [{}, ...(series.lines?.map((each) => ({ ...line, stroke: colour(each.colour), fill: undefined }))
      ?? (series.before.length ? [line, before] : [line]))],
    cursor: { y: false, drag: { x: isOverAPeriod(), y: false, setScale: false }, points: { size: 7 } },
    hooks: {
      setCursor: [(chart) => show(chart.cursor.left < 0 ? null : chart.posToVal(chart.cursor.left, "x"))],
      setSelect: [choose],
    },
  };
}

/** A broadcast has no period that could be chosen. */
const isOverAPeriod = () => document.querySelector("nav.period") !== null;

/** A dragged stretch becomes the page's period. */
function choose(chart) {
  const { left, width } = chart.select;
  if (width < 8) return;
  const minute = (position) => new Date(Math.round(chart.posToVal(position, "x") / 60) * 60000);
  const address = new URL(location.href);
  ["period", "at", "offset"].forEach((name) => address.searchParams.delete(name));
  address.searchParams.set("from", minute(left).toISOString().replace(".000", ""));
  address.searchParams.set("to", minute(left + width).toISOString().replace(".000", ""));
  location.assign(address);
}

function stepAt(steps, time) {
  let low = 0, high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(steps[middle]) <= time) low = middle; else high = middle - 1;
  }
  const step = steps[low];
  return step && at(step) <= time && time < until(step) ? step : undefined;
}

function say(series, step, time) {
  if (series.lines) return sayAll(series, time);
  const moment = momentIn(series.zone);
  if (!step) return `${moment.format(time * 1000)} ${series.zone}: not live, or not measured`;
  const isBridged = bridgedFrom(step) && time >= bridgedFrom(step);
  const earlier = stepAt(series.before, at(step));
  const band = series.bands[step[4]];
  return `${moment.format(at(step) * 1000)} ${series.zone}: ${grouped.format(value(step))} ${series.label.toLowerCase()}`
    + (isBridged ? ", bridged" : "")
    + (band ? `, ${band}` : "")
    + (earlier ? ` (${series.comparison_label}: ${grouped.format(value(earlier))})` : "");
}

function sayAll(series, time) {
  const held = series.lines.map((line) => stepAt(line.steps, time));
  const values = series.lines.map((line, i) => `${line.name} ${held[i] ? grouped.format(value(held[i])) : "–"}`);
  return `${momentIn(series.zone).format(time * 1000)} ${series.zone}: ${values.join(", ")}`;
}

function walkWithKeys(surface, chart, series) {
  const times = walked(series);
  let place = times.length;
  surface.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: -1, ArrowRight: 1, PageUp: -8, PageDown: 8, Home: -Infinity, End: Infinity };
    if (!(event.key in moves) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    place = Math.max(0, Math.min(times.length - 1, place + moves[event.key]));
    chart.setCursor({ left: chart.valToPos(times[place], "x") + 0.5, top: 10 });
  });
  surface.addEventListener("blur", () => chart.setCursor({ left: -10, top: -10 }));
}

let resizing = 0;
addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(drawCharts);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawCharts);
