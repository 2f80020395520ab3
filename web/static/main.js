import { drawCharts } from "./chart.js";
import { listenToKeys } from "./keyboard.js";
import { listenToSlider } from "./moment.js";
import { keepFresh } from "./refresh.js";

document.documentElement.classList.add("scripted");
listenToKeys();
listenToSlider();
drawCharts();
keepFresh(drawCharts);
