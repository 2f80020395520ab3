import { drawCharts } from "./chart.js";
import { listenToKeys } from "./keyboard.js";
import { keepFresh } from "./refresh.js";

document.documentElement.classList.add("scripted");
listenToKeys();
drawCharts();
keepFresh(drawCharts);
